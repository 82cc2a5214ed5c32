//! What is done about a screen that cannot mend itself: the mildest step that did not help just before, and never in a loop.

use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);
/// After so long without a fault, all is forgiven.
const CALM: Duration = Duration::from_secs(3600);
const LONGEST_REST: Duration = Duration::from_secs(40 * 60);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It crashed, hangs, or is not what it should be.
    Page,
    /// The browser is gone, or says nothing any more.
    Browser,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The page anew, in a process of its own.
    Page,
    /// The browser anew, after a pause.
    Browser(Duration),
    /// The safe page for so long.
    Rest(Duration),
}

/// What was done since the last calm hour.
#[derive(Default)]
pub struct Mending {
    steps: u32,
    restarts: u32,
    rests: u32,
    last: Option<Duration>,
}

impl Mending {
    /// What to do now, by a clock that never goes back.
    pub fn next(&mut self, fault: Fault, now: Duration) -> Step {
        if self.last.is_some_and(|last| now.saturating_sub(last) >= CALM) {
            *self = Self::default();
        }
        let step = match (self.steps, fault) {
            (0 | 1, Fault::Page) => Step::Page,
            (0..=3, _) => Step::Browser(doubled(Duration::from_secs(1), self.restarts)),
            _ => Step::Rest(doubled(5 * MINUTE, self.rests).min(LONGEST_REST)),
        };
        self.steps += 1;
        self.restarts += u32::from(matches!(step, Step::Browser(_)));
        self.rests += u32::from(matches!(step, Step::Rest(_)));
        self.last = Some(now);
        step
    }

    pub fn count(&self) -> u32 {
        self.steps
    }
}

fn doubled(first: Duration, times: u32) -> Duration {
    first.saturating_mul(1 << times.min(16))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn steps(faults: &[(Fault, u32)]) -> Vec<Step> {
        let mut mending = Mending::default();
        faults
            .iter()
            .map(|(fault, at_s)| mending.next(*fault, *at_s * SECOND))
            .collect()
    }

    #[test]
    fn a_page_that_keeps_failing_gets_a_new_one_then_a_new_browser_then_rest() {
        let faults: Vec<_> = (0..9).map(|i| (Fault::Page, 20 * i)).collect();
        assert_eq!(
            steps(&faults),
            [
                Step::Page,
                Step::Page,
                Step::Browser(SECOND),
                Step::Browser(2 * SECOND),
                Step::Rest(5 * MINUTE),
                Step::Rest(10 * MINUTE),
                Step::Rest(20 * MINUTE),
                Step::Rest(40 * MINUTE),
                Step::Rest(40 * MINUTE),
            ]
        );
    }

    #[test]
    fn a_browser_that_is_gone_is_started_again_later_each_time() {
        let faults: Vec<_> = (0..5).map(|i| (Fault::Browser, 20 * i)).collect();
        assert_eq!(
            steps(&faults),
            [
                Step::Browser(SECOND),
                Step::Browser(2 * SECOND),
                Step::Browser(4 * SECOND),
                Step::Browser(8 * SECOND),
                Step::Rest(5 * MINUTE),
            ]
        );
    }

    #[test]
    fn an_hour_of_calm_forgives() {
        let faults = [
            (Fault::Page, 0),
            (Fault::Page, 10),
            (Fault::Page, 3620),
            (Fault::Page, 3630),
        ];
        assert_eq!(steps(&faults), [Step::Page; 4]);
    }

    #[test]
    fn a_rest_is_shorter_than_what_forgives() {
        assert!(LONGEST_REST + 10 * MINUTE < CALM);
    }
}
