//! Crowds: walking among many people is slower. An estimate, for published curves differ widely.

use super::area::{Zone, zones};
use crate::order;
use crate::venue::{Extent, LevelId, Point, Venue};

/// Where many people are.
#[derive(Clone, Debug, Default)]
pub struct Crowds<'v> {
    crowds: Vec<Crowd<'v>>,
}

#[derive(Clone, Debug)]
struct Crowd<'v> {
    zone: Zone<'v>,
    /// How many metres of free floor a metre in it is like.
    stretch: f64,
}

impl<'v> Crowds<'v> {
    pub fn of(venue: &'v Venue) -> Self {
        let crowds = venue.live().crowds.iter().flat_map(|crowd| {
            let stretch = 1.0 / speed_share(crowd.persons_per_m2);
            let zones = match &crowd.what {
                Extent::Place(id) => zones(venue, id),
                Extent::Area(area) => Zone::of_area(area).into_iter().collect(),
            };
            zones.into_iter().map(move |zone| Crowd { zone, stretch })
        });
        Self {
            crowds: crowds.collect(),
        }
    }

    /// Whether there are few people everywhere.
    pub fn are_none(&self) -> bool {
        self.crowds.is_empty()
    }

    /// How many metres of free floor it is like to walk from `a` to `b`. Where crowds overlap, the densest counts.
    pub fn effective_m(&self, level: &LevelId, a: Point, b: Point) -> f64 {
        let length = a.distance(b);
        let inside: Vec<_> = self
            .crowds
            .iter()
            .flat_map(|crowd| {
                let parts = crowd.zone.parts_inside(level, a, b).into_iter();
                parts.map(|(from, to)| (from, to, crowd.stretch))
            })
            .collect();
        if inside.is_empty() {
            return length;
        }
        let mut cuts: Vec<f64> = inside.iter().flat_map(|&(from, to, _)| [from, to]).collect();
        cuts.extend([0.0, 1.0]);
        order::sort_by(&mut cuts, f64::total_cmp);
        let parts = cuts.windows(2).map(|cut| {
            let middle = (cut[0] + cut[1]) / 2.0;
            let there = inside.iter().filter(|(from, to, _)| *from < middle && middle < *to);
            (cut[1] - cut[0]) * there.map(|(.., stretch)| *stretch).fold(1.0, f64::max)
        });
        // Nobody is faster among people, not by the last digit either.
        length * parts.sum::<f64>().max(1.0)
    }
}

/// The share of their free speed that people walk at among so many a square metre, by Weidmann's curve (1993): v = v₀ (1 − exp(−1.913 (1/ρ − 1/5.4))).
fn speed_share(persons_per_m2: f64) -> f64 {
    let exponent = -1.913 * (1.0 / persons_per_m2 - 1.0 / 5.4);
    1.0 - exponent.exp()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::Polygon;

    #[test]
    fn walking_comes_to_a_stop_as_weidmann_says() {
        assert_eq!(speed_share(0.0), 1.0);
        assert!((speed_share(1.0) - 0.790).abs() < 0.001);
        assert!((speed_share(2.0) - 0.452).abs() < 0.001);
        assert!(speed_share(5.0) > 0.0);
    }

    #[test]
    fn a_line_costs_by_its_length_inside_and_the_densest_counts() {
        let level = LevelId::new("L0");
        let crowd = |x: f64, stretch| Crowd {
            zone: Zone::new(&level, Polygon::rectangle(x, 0.0, 4.0, 4.0)).unwrap(),
            stretch,
        };
        let crowds = Crowds {
            crowds: vec![crowd(2.0, 2.0), crowd(4.0, 5.0)],
        };
        let p = Point::new;
        // 2 m free, 2 m twice, 4 m five times, 2 m free.
        assert!((crowds.effective_m(&level, p(0.0, 1.0), p(10.0, 1.0)) - 28.0).abs() < 1e-9);
        assert_eq!(crowds.effective_m(&level, p(0.0, 5.0), p(10.0, 5.0)), 10.0);
    }
}
