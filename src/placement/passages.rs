//! Where something gets to amid walls, by how wide it is: a disc's middle keeps half of its width from all of them.
//!
//! No area is made smaller for it. A disc cannot pass between two walls that are nearer to each other than it is wide; where such gaps close a ring, what is
//! inside and what is outside are apart, and nowhere else. That gaps of two tell all of it follows from the nerve theorem, walls being convex; and a gap
//! that a third wall stands in need not be looked at, because those beside that wall are narrower and tell the same.

use super::plane::{Area, nearest_between};
use crate::venue::{Bounds, Point, cross, nearest_on_segment};

/// What is nearer than that to the rim of a gap, in metres, does not stand in it.
const RIM_M: f64 = 1e-9;
/// The widest that passes is told so exactly, in metres.
pub const WIDTH_STEP_M: f64 = 5e-4;

pub struct Passages<'a> {
    floor: &'a Area,
    walls: Vec<Wall>,
    /// The narrowest first.
    gaps: Vec<Gap>,
    /// The numbers of each wall's gaps, the narrowest first.
    beside: Vec<Vec<u32>>,
}

/// A side of the floor's border.
#[derive(Clone, Copy)]
struct Wall {
    from: Point,
    to: Point,
}

/// Between two walls, or where they meet.
struct Gap {
    width_m: f64,
    walls: [usize; 2],
    /// From where the one wall begins to where the other does: along both, and straight through the gap.
    chain: [Point; 4],
}

impl<'a> Passages<'a> {
    /// For what is no wider than that.
    pub fn amid(floor: &'a Area, widest_m: f64) -> Self {
        let walls: Vec<Wall> = floor.sides().map(|(from, to)| Wall { from, to }).collect();
        let gaps = gaps(&walls, widest_m);
        let mut beside = vec![Vec::new(); walls.len()];
        for (gap, i) in gaps.iter().zip(0..) {
            for wall in gap.walls {
                beside[wall].push(i);
            }
        }
        Self {
            floor,
            walls,
            gaps,
            beside,
        }
    }

    /// For something that wide.
    pub fn for_width(&self, width_m: f64) -> Reach<'_> {
        Reach {
            passages: self,
            width_m,
            steps: self.steps(width_m),
        }
    }

    /// Along all gaps that something that wide cannot pass, from wall to wall that hang together by them.
    fn steps(&self, width_m: f64) -> Vec<Step<'_>> {
        let closed = self.gaps.partition_point(|gap| gap.width_m < width_m);
        let mut steps = Vec::with_capacity(closed);
        let (mut is_seen, mut is_gone) = (vec![false; self.walls.len()], vec![false; closed]);
        for first in 0..self.walls.len() {
            let mut open = if is_seen[first] { Vec::new() } else { vec![first] };
            is_seen[first] = true;
            while let Some(from) = open.pop() {
                for &i in &self.beside[from] {
                    match is_gone.get_mut(i as usize) {
                        None => break,
                        Some(true) => continue,
                        Some(is_gone) => *is_gone = true,
                    }
                    let gap = &self.gaps[i as usize];
                    let [a, b] = gap.walls;
                    let to = if a == from { b } else { a };
                    let closes = is_seen[to];
                    steps.push(Step { gap, from, to, closes });
                    if !closes {
                        is_seen[to] = true;
                        open.push(to);
                    }
                }
            }
        }
        steps
    }
}

/// From a wall to another over a gap that is too narrow.
struct Step<'p> {
    gap: &'p Gap,
    from: usize,
    to: usize,
    /// The other was reached before: there is a ring.
    closes: bool,
}

/// Which rings it is inside of, as far as they are told apart: whoever is in one region gets to all of it and to nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region(Vec<bool>);

/// Where something of one width gets to.
pub struct Reach<'p> {
    passages: &'p Passages<'p>,
    width_m: f64,
    steps: Vec<Step<'p>>,
}

impl Reach<'_> {
    pub fn width_m(&self) -> f64 {
        self.width_m
    }

    /// Where its middle can be on the lines, one point for each stretch that is free.
    pub fn places<'l>(&'l self, lines: impl Iterator<Item = (Point, Point)> + 'l) -> impl Iterator<Item = Point> + 'l {
        lines.flat_map(|(a, b)| self.free(a, b))
    }

    fn free(&self, a: Point, b: Point) -> Vec<Point> {
        let (by_m, Passages { floor, walls, .. }) = (self.width_m / 2.0, self.passages);
        let line = Bounds::of_segment(a, b).grown(by_m);
        let near = walls.iter().filter(|wall| wall.bounds().grown(RIM_M).overlaps(line));
        let mut taken: Vec<(f64, f64)> = near.filter_map(|wall| wall.beside(by_m, a, b)).collect();
        taken.push((1.0, 1.0));
        taken.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let mut from = 0.0;
        let mut middles = Vec::new();
        for (low, high) in taken {
            if low > from {
                middles.push(a.lerp(b, (from + low) / 2.0));
            }
            from = f64::max(from, high);
        }
        middles.retain(|p| floor.contains(*p));
        middles
    }

    /// The region of a place where its middle can be.
    pub fn region(&self, p: Point) -> Region {
        let mut is_right = vec![false; self.passages.walls.len()];
        let mut rings = Vec::new();
        for Step { gap, from, to, closes } in &self.steps {
            let is_right_there = is_right[*from] ^ gap.is_right_of(p);
            if *closes {
                rings.push(is_right[*to] ^ is_right_there);
            } else {
                is_right[*to] = is_right_there;
            }
        }
        Region(rings)
    }
}

impl Gap {
    /// Whether a ray from there to the east meets the chain an odd number of times: those of a ring do so together where it goes round.
    fn is_right_of(&self, p: Point) -> bool {
        let meets = |line: &[Point]| {
            let (a, b) = (line[0], line[1]);
            (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x
        };
        self.chain.windows(2).filter(|line| meets(line)).count() % 2 == 1
    }
}

impl Wall {
    fn bounds(self) -> Bounds {
        Bounds::of_segment(self.from, self.to)
    }

    /// Whether it stands before another, seen from the floor, which is to its left: between the two is what it is a wall of.
    fn is_before(self, other: &Self) -> bool {
        [other.from, other.to]
            .into_iter()
            .all(|p| cross(self.from, self.to, p) <= 0.0)
    }

    fn distance_to(self, p: Point) -> f64 {
        nearest_on_segment(self.from, self.to, p).distance(p)
    }

    /// The stretch of the line `a`–`b` that is nearer to it than that, as shares of the line.
    fn beside(self, by_m: f64, a: Point, b: Point) -> Option<(f64, f64)> {
        let (along, length) = ([b.x - a.x, b.y - a.y], self.from.distance(self.to));
        let dot = |[x, y]: [f64; 2], [u, v]: [f64; 2]| x * u + y * v;
        let round = |end: Point| {
            let off = [a.x - end.x, a.y - end.y];
            let (square, half) = (dot(along, along), dot(along, off));
            let root = (half * half - square * (dot(off, off) - by_m * by_m)).sqrt();
            (root > 0.0).then(|| ((-half - root) / square, (-half + root) / square))
        };
        let strip = || {
            let ahead = [(self.to.x - self.from.x) / length, (self.to.y - self.from.y) / length];
            let off = [a.x - self.from.x, a.y - self.from.y];
            let aside = [-ahead[1], ahead[0]];
            let (first, then) = (
                between(dot(off, ahead), dot(along, ahead), 0.0, length)?,
                between(dot(off, aside), dot(along, aside), -by_m, by_m)?,
            );
            let both = (first.0.max(then.0), first.1.min(then.1));
            (both.0 < both.1).then_some(both)
        };
        // What is near to something convex is one stretch.
        let near = [round(self.from), round(self.to), strip()].into_iter().flatten();
        let (low, high) = near.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        (low < 1.0 && high > 0.0).then_some((low, high))
    }
}

/// The widest that passes, between one that does and one that does not.
pub fn widest(passes_m: f64, fails_m: f64, mut passes: impl FnMut(f64) -> bool) -> f64 {
    let (mut least, mut most) = (passes_m, fails_m);
    while most - least > WIDTH_STEP_M {
        let middle = (least + most) / 2.0;
        if passes(middle) {
            least = middle;
        } else {
            most = middle;
        }
    }
    least
}

/// When a value that grows so fast is between two.
fn between(value: f64, growth: f64, low: f64, high: f64) -> Option<(f64, f64)> {
    if growth == 0.0 {
        return (low < value && value < high).then_some((f64::NEG_INFINITY, f64::INFINITY));
    }
    let (at_low, at_high) = ((low - value) / growth, (high - value) / growth);
    Some((at_low.min(at_high), at_low.max(at_high)))
}

/// The narrowest first.
fn gaps(walls: &[Wall], widest_m: f64) -> Vec<Gap> {
    let mut gaps = pairs(walls, widest_m);
    gaps.sort_unstable_by(|a, b| a.width_m.total_cmp(&b.width_m));
    // Of each wall those that are nearer to it than the one that is looked at.
    let mut nearer: Vec<Vec<usize>> = vec![Vec::new(); walls.len()];
    gaps.retain(|gap| {
        let ([a, b], [_, here, there, _]) = (gap.walls, gap.chain);
        let middle = here.lerp(there, 0.5);
        // Whoever stands in a gap is nearer to both than they are to each other.
        let stands_in_it = |wall: &usize| walls[*wall].distance_to(middle) < gap.width_m / 2.0 - RIM_M;
        let is_open = !nearer[a].iter().any(stands_in_it);
        nearer[a].push(b);
        nearer[b].push(a);
        is_open
    });
    gaps
}

/// All walls that are nearer to each other than that, but for those that have another between them for sure.
fn pairs(walls: &[Wall], widest_m: f64) -> Vec<Gap> {
    let bounds: Vec<Bounds> = walls.iter().map(|wall| wall.bounds()).collect();
    let mut pairs = Vec::new();
    for (i, wall) in walls.iter().enumerate() {
        let [reach, beside] = [widest_m, RIM_M].map(|by_m| bounds[i].grown(by_m));
        for (k, other) in walls.iter().enumerate().skip(i + 1) {
            let there = bounds[k].grown(RIM_M);
            let is_behind = || wall.is_before(other) || other.is_before(wall);
            if there.overlaps(reach) && (there.overlaps(beside) || !is_behind()) {
                let (here, there) = nearest_between(wall.from, wall.to, other.from, other.to);
                let width_m = here.distance(there);
                if width_m < widest_m {
                    pairs.push(Gap {
                        width_m,
                        walls: [i, k],
                        chain: [wall.from, here, there, other.from],
                    });
                }
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placement::plane::tests::{boxes, rectangle};
    use proptest::prelude::*;

    #[test]
    fn through_a_door_goes_what_is_no_wider() {
        let walls = [rectangle(4.9, 0.0, 0.2, 4.0), rectangle(4.9, 4.9, 0.2, 5.1)];
        let floor = rectangle(0.0, 0.0, 10.0, 10.0).less(&Area::union(&walls));
        let passages = Passages::amid(&floor, 1.5);
        let joins = |width_m| {
            let reach = passages.for_width(width_m);
            reach.region(Point::new(2.0, 5.0)) == reach.region(Point::new(8.0, 5.0))
        };
        assert!(joins(0.899) && !joins(0.901));
    }

    #[test]
    fn places_keep_half_of_the_width_from_all_walls() {
        let floor = rectangle(0.0, 0.0, 10.0, 10.0).less(&rectangle(4.0, 4.0, 1.0, 1.0));
        let passages = Passages::amid(&floor, 2.0);
        let line = (Point::new(-5.0, 3.5), Point::new(15.0, 3.5));
        let reach = passages.for_width(1.2);
        let places: Vec<Point> = reach.places([line].into_iter()).collect();
        // From 0.6 m to what is 0.6 m from the corner that is 0.5 m away, and the same on the other side.
        let aside = f64::sqrt(0.6 * 0.6 - 0.5 * 0.5);
        let expected = [(0.6 + 4.0 - aside) / 2.0, (5.0 + aside + 9.4) / 2.0];
        assert_eq!(places.len(), 2);
        for (place, x) in places.iter().zip(expected) {
            assert!((place.x - x).abs() < 1e-6 && place.y == 3.5, "{place:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        /// Against what is left of the floor when a disc is cut away along its border.
        #[test]
        fn regions_are_the_pieces_of_the_floor_made_smaller(
            boxes in boxes(1, 14),
            width_m in 0.05..1.5,
            lines in proptest::collection::vec((0.0..10.0, 0.0..10.0, 0.0..10.0, 0.0..10.0), 6),
        ) {
            let floor = rectangle(0.0, 0.0, 10.0, 10.0).less(&Area::union(&boxes));
            let passages = Passages::amid(&floor, 1.5);
            let reach = passages.for_width(width_m);
            let lines = lines.into_iter().map(|(a, b, c, d)| (Point::new(a, b), Point::new(c, d)));
            let places: Vec<Point> = reach.places(lines).collect();
            let pieces = |share: f64| floor.shrunk(width_m / 2.0 * share - 1e-5).pieces().collect::<Vec<_>>();
            let (loose, tight) = (pieces(0.997), pieces(1.003));
            let piece = |pieces: &[Area], p: Point| pieces.iter().position(|piece| piece.contains(p));
            for p in &places {
                let near = floor.sides().map(|(a, b)| nearest_on_segment(a, b, *p).distance(*p)).fold(f64::INFINITY, f64::min);
                prop_assert!(floor.contains(*p) && near >= width_m / 2.0 - 1e-6, "{:?} is {} from a wall", p, near);
                for q in &places {
                    let is_one = reach.region(*p) == reach.region(*q);
                    prop_assert!(is_one || piece(&tight, *p).is_none() || piece(&tight, *p) != piece(&tight, *q), "{:?} and {:?} are not apart", p, q);
                    prop_assert!(!is_one || piece(&loose, *p) == piece(&loose, *q), "{:?} and {:?} are apart", p, q);
                }
            }
        }
    }
}
