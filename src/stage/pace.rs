//! How sharp the picture is while the camera moves: less so where frames come too slowly, since motion shows what is jerky before what is blurred.

/// The median of so many frames says how fast they come: one that had a model to take in says nothing.
const FRAMES: usize = 8;
/// Slower than 25 a second, motion is jerky.
const SLOW_MS: f32 = 40.0;
/// Faster than this, there is time for more pixels: a step brings 1.6 times as many, and frames are still not slow after it.
const FAST_MS: f32 = 20.0;
/// Of both sides of the picture; where frames are much too slow, more at once.
const STEP: f32 = 0.8;
/// So much is left of both sides at least, or, where that is more than enough for anybody's screen in motion, so many pixels.
const LEAST: f32 = 0.5;
const ENOUGH_PX: f32 = 540.0 * 960.0;
/// A finger that stops for a moment moves on: until then, it stays as it is.
const STILL_MS: f64 = 150.0;

/// Watches how fast frames come.
#[cfg_attr(feature = "stage", derive(bevy::prelude::Resource))]
#[derive(Debug)]
pub struct Pace {
    /// Since it last changed.
    frames_ms: Vec<f32>,
    /// While it moves, of both sides.
    sharpness: f32,
    moved_at_ms: Option<f64>,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            frames_ms: Vec::with_capacity(FRAMES),
            sharpness: 1.0,
            moved_at_ms: None,
        }
    }
}

impl Pace {
    /// A frame begins, so many milliseconds after the one before; in it the camera is elsewhere, or it is not. Whole, it has so many pixels.
    pub fn advance(&mut self, now_ms: f64, frame_ms: f32, moves: bool, whole_px: f32) {
        if !moves {
            if self.moved_at_ms.is_some_and(|at| now_ms - at >= STILL_MS) {
                self.moved_at_ms = None;
            }
            return;
        }
        self.moved_at_ms = Some(now_ms);
        self.frames_ms.push(frame_ms);
        if self.frames_ms.len() < FRAMES {
            return;
        }
        self.frames_ms.sort_by(f32::total_cmp);
        let median_ms = self.frames_ms[FRAMES / 2];
        self.frames_ms.clear();
        if median_ms > SLOW_MS {
            let least = LEAST.min((ENOUGH_PX / whole_px).sqrt());
            // Its time is that of its pixels, at most.
            let step = STEP.min((SLOW_MS / median_ms).sqrt());
            self.sharpness = (self.sharpness * step).max(least);
        } else if median_ms < FAST_MS {
            self.sharpness = (self.sharpness / STEP).min(1.0);
        }
    }

    /// What each side of this frame is drawn at, 1 being whole. What stands still is always whole.
    pub fn sharpness(&self) -> f32 {
        if self.moved_at_ms.is_some() {
            self.sharpness
        } else {
            1.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL_HD_PX: f32 = 1080.0 * 1920.0;

    /// Draws so many frames while the camera moves, each of which takes as long as its pixels ask for; returns the last one's length.
    fn drive(pace: &mut Pace, now_ms: &mut f64, frames: usize, whole_ms: f32) -> f32 {
        let mut frame_ms = 0.0;
        for _ in 0..frames {
            frame_ms = whole_ms * pace.sharpness().powi(2);
            *now_ms += f64::from(frame_ms);
            pace.advance(*now_ms, frame_ms, true, FULL_HD_PX);
        }
        frame_ms
    }

    #[test]
    fn what_is_fast_enough_stays_whole() {
        let mut pace = Pace::default();
        drive(&mut pace, &mut 0.0, 100, 39.0);
        assert_eq!(pace.sharpness(), 1.0);
    }

    #[test]
    fn what_is_slow_gets_smaller_until_it_is_not_slow_and_stays_so() {
        let (mut pace, mut now_ms) = (Pace::default(), 0.0);
        assert!(drive(&mut pace, &mut now_ms, 40, 80.0) <= SLOW_MS);
        let settled = pace.sharpness();
        assert!(settled < 1.0);
        for _ in 0..100 {
            drive(&mut pace, &mut now_ms, 1, 80.0);
            assert_eq!(pace.sharpness(), settled);
        }
    }

    #[test]
    fn it_gets_no_smaller_than_half() {
        let mut pace = Pace::default();
        drive(&mut pace, &mut 0.0, 200, 2000.0);
        assert_eq!(pace.sharpness(), LEAST);
    }

    #[test]
    fn of_four_times_the_pixels_as_many_are_left() {
        let mut pace = Pace::default();
        for _ in 0..200 {
            pace.advance(0.0, 2000.0, true, 4.0 * FULL_HD_PX);
        }
        assert_eq!(pace.sharpness(), LEAST / 2.0);
    }

    #[test]
    fn what_is_much_too_slow_gets_small_at_once() {
        let mut pace = Pace::default();
        drive(&mut pace, &mut 0.0, FRAMES, 160.0);
        assert_eq!(pace.sharpness(), 0.5);
    }

    #[test]
    fn it_gets_whole_again_where_there_is_time_for_it() {
        let (mut pace, mut now_ms) = (Pace::default(), 0.0);
        drive(&mut pace, &mut now_ms, 100, 200.0);
        drive(&mut pace, &mut now_ms, 100, 15.0);
        assert_eq!(pace.sharpness(), 1.0);
    }

    #[test]
    fn a_single_slow_frame_changes_nothing() {
        let mut pace = Pace::default();
        for frame in 0..64 {
            let frame_ms = if frame % FRAMES == 3 { 900.0 } else { 30.0 };
            pace.advance(0.0, frame_ms, true, FULL_HD_PX);
        }
        assert_eq!(pace.sharpness(), 1.0);
    }

    #[test]
    fn what_stands_still_is_whole_and_the_next_motion_begins_as_the_last_one_ended() {
        let (mut pace, mut now_ms) = (Pace::default(), 0.0);
        drive(&mut pace, &mut now_ms, 100, 2000.0);
        pace.advance(now_ms + STILL_MS - 1.0, 50.0, false, FULL_HD_PX);
        assert_eq!(pace.sharpness(), LEAST);
        pace.advance(now_ms + STILL_MS, 50.0, false, FULL_HD_PX);
        assert_eq!(pace.sharpness(), 1.0);
        pace.advance(now_ms + 500.0, 16.0, true, FULL_HD_PX);
        assert_eq!(pace.sharpness(), LEAST);
    }
}
