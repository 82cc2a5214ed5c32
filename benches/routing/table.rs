//! Medians, side by side.

use std::time::{Duration, Instant};

/// The first finds its data in no cache.
const ROUNDS: usize = 3;

/// The times of some engines at one task, taken in turn.
pub struct Row {
    task: String,
    times: Vec<(&'static str, Vec<Duration>)>,
}

impl Row {
    pub fn new(task: impl Into<String>) -> Self {
        Self {
            task: task.into(),
            times: Vec::new(),
        }
    }

    /// Does it once by that engine.
    pub fn time<T>(&mut self, engine: &'static str, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        let took = begun.elapsed();
        match self.times.iter_mut().find(|(name, _)| *name == engine) {
            Some((_, times)) => times.push(took),
            None => self.times.push((engine, vec![took])),
        }
        done
    }

    /// Does it by that engine for each task, [`ROUNDS`] times over; what the last round did.
    pub fn each<T, D>(&mut self, engine: &'static str, tasks: &[T], mut work: impl FnMut(&T) -> D) -> Vec<D> {
        let mut done = Vec::new();
        for _ in 0..ROUNDS {
            done = tasks.iter().map(|task| self.time(engine, || work(task))).collect();
        }
        done
    }

    /// A line for each engine; the ratio is to the first of them.
    pub fn print(mut self) {
        let mut first = None;
        for (engine, times) in &mut self.times {
            times.sort();
            let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
            let (median, slow) = (at(50), at(95));
            let ratio = median / *first.get_or_insert(median);
            println!(
                "{:<34} {engine:<26} {:>6} {median:>12.4} {slow:>12.4} {ratio:>10.1}",
                self.task,
                times.len()
            );
        }
    }

    pub fn heading() {
        println!(
            "{:<34} {:<26} {:>6} {:>12} {:>12} {:>10}",
            "", "engine", "times", "median ms", "p95 ms", "× Fairway"
        );
    }
}

/// The median time of a task, in milliseconds.
pub fn median_ms<T, D>(tasks: &[T], work: impl FnMut(&T) -> D) -> f64 {
    let mut row = Row::new("");
    row.each("", tasks, work);
    let mut times = row.times.swap_remove(0).1;
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}
