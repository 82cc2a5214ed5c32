//! Borders of units: where two run along each other, and where on them an opening fits.

use crate::venue::{Point, Polygon, nearest_on_segment};

/// An opening's segment may lie this far off the border of a unit that it opens (m). `fairway check` allows 0.3.
const ON_BORDER_M: f64 = 0.28;

/// Two borders this near to each other are the two faces of one wall (m).
pub(super) const WALL_M: f64 = 0.5;

/// An opening narrower than this lets nobody through (m).
const NARROWEST_OPENING_M: f64 = 0.6;

/// One unit's border as a way round, measured from its first corner.
pub(super) struct Ring<'p> {
    polygon: &'p Polygon,
    /// How far along each corner is; one more than corners, the last being the whole length.
    along: Vec<f64>,
}

impl<'p> Ring<'p> {
    pub fn of(polygon: &'p Polygon) -> Self {
        let mut along = vec![0.0];
        let mut length = 0.0;
        for (a, b) in polygon.sides() {
            length += a.distance(b);
            along.push(length);
        }
        Self { polygon, along }
    }

    pub fn length(&self) -> f64 {
        self.along.last().copied().unwrap_or(0.0)
    }

    /// The point so far along, going round as often as it takes.
    pub fn at(&self, along: f64) -> Point {
        let along = if self.length() > 0.0 {
            along.rem_euclid(self.length())
        } else {
            0.0
        };
        let side = self
            .along
            .partition_point(|&start| start <= along)
            .clamp(1, self.along.len().max(2) - 1)
            - 1;
        match (self.polygon.side(side), self.along.get(side), self.along.get(side + 1)) {
            (Some((a, b)), Some(&start), Some(&end)) if end > start => a.lerp(b, (along - start) / (end - start)),
            (Some((a, _)), ..) => a,
            _ => Point::new(0.0, 0.0),
        }
    }

    /// How far along the point of the border nearest to `p` is.
    fn nearest(&self, p: Point) -> f64 {
        self.polygon
            .sides()
            .zip(&self.along)
            .map(|((a, b), start)| {
                let on = nearest_on_segment(a, b, p);
                (on.distance(p), start + a.distance(on))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map_or(0.0, |(_, along)| along)
    }
}

/// A stretch of a border, from–to along its ring; `to` may pass the start.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub from: f64,
    pub to: f64,
}

impl Stretch {
    pub fn length(self) -> f64 {
        self.to - self.from
    }

    pub fn middle(self) -> f64 {
        (self.from + self.to) / 2.0
    }
}

/// How finely a border is sampled (m), and into how many samples at most.
const SAMPLE_M: f64 = 0.15;
const MOST_SAMPLES: f64 = 4000.0;

/// The stretches of `ring` within `reach` of `other`'s border, the longest first.
pub(super) fn stretches_along(ring: &Ring, other: &Polygon, reach: f64) -> Vec<Stretch> {
    let near = other.bounds().map(|bounds| bounds.grown(reach));
    let count = (ring.length() / SAMPLE_M).clamp(8.0, MOST_SAMPLES) as usize;
    let step = ring.length() / count as f64;
    let is_near = |i: usize| {
        let p = ring.at(i as f64 * step);
        near.is_some_and(|b| (b.min.x..=b.max.x).contains(&p.x) && (b.min.y..=b.max.y).contains(&p.y))
            && other.distance_to_border(p) <= reach
    };
    let marks: Vec<bool> = (0..count).map(is_near).collect();
    let Some(gap) = marks.iter().position(|near| !near) else {
        return vec![Stretch {
            from: 0.0,
            to: ring.length(),
        }];
    };
    let mut stretches = Vec::new();
    let mut start = None;
    for i in gap..=gap + count {
        match (marks[i % count], start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                stretches.push(Stretch {
                    from: from as f64 * step,
                    to: (i - 1) as f64 * step,
                });
                start = None;
            }
            _ => {}
        }
    }
    stretches.sort_by(|a, b| b.length().total_cmp(&a.length()));
    stretches
}

/// The segment of an opening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Segment {
    pub from: Point,
    pub to: Point,
}

impl Segment {
    pub fn middle(self) -> Point {
        self.from.lerp(self.to, 0.5)
    }

    pub fn length(self) -> f64 {
        self.from.distance(self.to)
    }

    /// The point `depth` metres to the left of its middle.
    pub fn beside(self, depth: f64) -> Point {
        let (m, length) = (self.middle(), self.length());
        Point::new(
            m.x - (self.to.y - self.from.y) / length * depth,
            m.y + (self.to.x - self.from.x) / length * depth,
        )
    }

    pub fn lies_on(self, polygon: &Polygon) -> bool {
        [0.0, 0.25, 0.5, 0.75, 1.0]
            .iter()
            .all(|&t| polygon.distance_to_border(self.from.lerp(self.to, t)) <= ON_BORDER_M)
    }
}

/// An opening `width` wide, or as wide as fits, on the border of `a` at `p` or next to it, that leads from `a` into `b`, or out where there is no `b`.
pub(super) fn fit_opening(a: &Polygon, b: Option<&Polygon>, p: Point, width: f64) -> Option<Segment> {
    let ring = Ring::of(a);
    let at = ring.nearest(p);
    let widths = [1.0, 0.8, 0.6, 0.4].map(|part| width * part);
    let shifts = [0.0, 0.25, -0.25, 0.5, -0.5, 0.7, -0.7];
    widths
        .iter()
        .filter(|&&width| width >= NARROWEST_OPENING_M && width < ring.length() / 2.0)
        .find_map(|&width| {
            shifts.iter().find_map(|shift| {
                let middle = at + shift * width;
                let segment = Segment {
                    from: ring.at(middle - width / 2.0),
                    to: ring.at(middle + width / 2.0),
                };
                let segment = b.map_or(segment, |b| between_faces(segment, b));
                // An opening round a corner is none.
                (segment.length() >= width * 0.9 && leads(segment, a, b)).then_some(segment)
            })
        })
}

/// Moves a segment on the one face of a thick wall to the wall's middle.
fn between_faces(segment: Segment, other: &Polygon) -> Segment {
    let m = segment.middle();
    let Some(on) = other
        .sides()
        .map(|(a, b)| nearest_on_segment(a, b, m))
        .min_by(|a, b| a.distance(m).total_cmp(&b.distance(m)))
        .filter(|on| on.distance(m) > 0.15)
    else {
        return segment;
    };
    let half = |p: Point| Point::new(p.x + (on.x - m.x) / 2.0, p.y + (on.y - m.y) / 2.0);
    Segment {
        from: half(segment.from),
        to: half(segment.to),
    }
}

fn leads(segment: Segment, a: &Polygon, b: Option<&Polygon>) -> bool {
    if !segment.lies_on(a) || b.is_some_and(|b| !segment.lies_on(b)) {
        return false;
    }
    // From just behind the wall to where a person stands before the door.
    const DEPTHS_M: [f64; 2] = [0.45, 0.7];
    [1.0, -1.0].iter().any(|side| {
        DEPTHS_M.iter().any(|depth| {
            a.contains(segment.beside(depth * side))
                && b.map_or(!a.contains(segment.beside(-depth * side)), |b| {
                    b.contains(segment.beside(-depth * side))
                })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_lies_on_both_borders() {
        let room = Polygon::rectangle(0.0, 0.0, 4.0, 3.0);
        let corridor = Polygon::rectangle(-5.0, 3.0, 20.0, 2.0);
        let door = fit_opening(&room, Some(&corridor), Point::new(2.0, 3.0), 1.2).unwrap();
        assert!(door.middle().distance(Point::new(2.0, 3.0)) < 1e-9 && (door.length() - 1.2).abs() < 1e-9);
        // At a corner it stands beside the corner.
        let door = fit_opening(&room, Some(&corridor), Point::new(4.0, 3.0), 1.2).unwrap();
        assert!((door.from.y, door.to.y) == (3.0, 3.0) && door.from.x.max(door.to.x) <= 4.0 + 1e-9);
        // Nothing leads to what is elsewhere.
        assert_eq!(fit_opening(&room, Some(&corridor), Point::new(2.0, 0.0), 1.2), None);
    }

    #[test]
    fn a_door_stands_in_the_middle_of_a_thick_wall() {
        let room = Polygon::rectangle(0.0, 0.0, 4.0, 3.0);
        let corridor = Polygon::rectangle(-5.0, 3.4, 20.0, 2.0);
        let door = fit_opening(&room, Some(&corridor), Point::new(2.0, 3.0), 1.2).unwrap();
        assert!((door.middle().y - 3.2).abs() < 1e-9);
    }

    #[test]
    fn shared_borders_are_found_round_the_start() {
        let room = Polygon::rectangle(0.0, 0.0, 4.0, 3.0);
        let beside = Polygon::rectangle(-3.0, -1.0, 3.0, 10.0);
        let ring = Ring::of(&room);
        let stretches = stretches_along(&ring, &beside, 0.1);
        assert_eq!(stretches.len(), 1);
        assert!((stretches[0].length() - 3.0).abs() < 0.5);
        assert!(ring.at(stretches[0].middle()).distance(Point::new(0.0, 1.5)) < 0.2);
    }
}
