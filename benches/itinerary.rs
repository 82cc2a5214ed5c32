//! Planning many stops: the time it takes, and how near it comes to the best that is known, over seeded requests. In one run:
//!   cargo bench --bench itinerary
//!
//! The best known is the shortest of [`LONG_RUNS`] searches with other seeds and [`LONGER`] × the work, and of the measured one.

use fairway::itinerary::{EXACT_MOST, Effort, Item, Matrix, Millis, Plan, Request, Site, Window, solve_with};
use oorandom::Rand32;
use std::time::{Duration, Instant};

/// None of them was looked at when the search was tuned.
const INSTANCES: u64 = 20;
const LONG_RUNS: u64 = 4;
const LONGER: usize = 10;
const MINUTE: Millis = 60_000;

fn main() {
    println!("itinerary: {INSTANCES} requests a row; ms are medians and worst, gaps are means and worst");
    println!(
        "{:<32} {:>9} {:>9} {:>8} {:>8} {:>9}",
        "", "ms", "worst ms", "gap %", "worst %", "plans"
    );
    for (name, kind) in [
        ("no times", Kind::Free),
        ("windows and sessions", Kind::Timed),
        ("narrow windows", Kind::Narrow),
    ] {
        for stops in [EXACT_MOST, 25, 50, 60] {
            row(&format!("{stops} stops, {name}"), stops, kind);
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Free,
    /// A third of the stops have windows of an hour or two, every tenth is a session.
    Timed,
    /// All stops have windows of 40 minutes, round the times of an order that is possible.
    Narrow,
}

fn row(name: &str, stops: usize, kind: Kind) {
    let (mut times, mut gaps, mut planned) = (Vec::new(), Vec::new(), 0);
    for seed in 0..INSTANCES {
        let (matrix, request) = instance(stops, kind, seed);
        let begun = Instant::now();
        let plan = solve_with(&matrix, &request, Effort::default());
        times.push(begun.elapsed());
        let Ok(plan) = plan else { continue };
        planned += 1;
        gaps.push(gap(&matrix, &request, &plan));
    }
    times.sort();
    gaps.sort_by(f64::total_cmp);
    let ms = |time: Option<&Duration>| time.map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0);
    println!(
        "{name:<32} {:>9.2} {:>9.2} {:>8.2} {:>8.2} {:>9}",
        ms(times.get(times.len() / 2)),
        ms(times.last()),
        gaps.iter().sum::<f64>() / gaps.len() as f64,
        gaps.last().copied().unwrap_or(f64::NAN),
        format!("{planned}/{INSTANCES}"),
    );
}

/// Per cent over the best known.
fn gap(matrix: &Matrix, request: &Request, plan: &Plan) -> f64 {
    if plan.proven_best {
        return 0.0;
    }
    let Effort { seed, work } = Effort::default();
    let longer = (1..=LONG_RUNS).map(|i| Effort {
        seed: seed + i,
        work: work * LONGER,
    });
    let walks = longer
        .filter_map(|effort| solve_with(matrix, request, effort).ok())
        .map(|plan| plan.walk);
    let best = walks.chain([plan.walk]).min().unwrap_or(plan.walk);
    (plan.walk as f64 / best as f64 - 1.0) * 100.0
}

/// Stops on a floor of 400 × 200 m, as far from each other as aisles make them, walked at 1.34 m/s.
fn instance(stops: usize, kind: Kind, seed: u64) -> (Matrix, Request) {
    let mut random = Rand32::new(seed);
    let mut below = |bound| u64::from(random.rand_range(0..bound));
    let sites: Vec<(u64, u64)> = (0..=stops).map(|_| (below(400), below(200))).collect();
    let walk = |a: (u64, u64), b: (u64, u64)| (a.0.abs_diff(b.0) + a.1.abs_diff(b.1)) * 1000 * 100 / 134;
    let dwell = 5 * MINUTE;
    let mut now = 0;
    let mut items: Vec<Item> = Vec::new();
    for i in 1..=stops {
        let (stop, site) = (Item::stop(Site(i), dwell), Site(i));
        now += walk(sites[i - 1], sites[i]);
        items.push(match kind {
            Kind::Free => stop,
            Kind::Timed if i % 10 == 5 => Item::session(site, now, now + dwell),
            Kind::Timed if i % 3 == 0 => {
                let opens = now.saturating_sub(below(60) * MINUTE);
                stop.open(opens, now + (10 + below(60)) * MINUTE)
            }
            Kind::Timed => stop,
            Kind::Narrow => stop.open(now.saturating_sub(20 * MINUTE), now + dwell + 20 * MINUTE),
        });
        now += dwell;
    }
    let request = Request {
        depart: 0,
        start: Site(0),
        end: Some(Site(0)),
        hours: Some(Window {
            opens: 0,
            closes: 24 * 60 * MINUTE,
        }),
        items,
        precedence: Vec::new(),
    };
    let matrix = Matrix::of(sites.len(), |from, to| Some(walk(sites[from], sites[to])));
    (matrix, request)
}
