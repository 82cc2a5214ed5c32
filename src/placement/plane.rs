//! Areas of the plane: polygons with holes, cut and joined by `i_overlay` on a grid finer than a thousandth of a millimetre for all that is near a stand.

use crate::venue::{Bounds, Point, Polygon, nearest_on_segment, segments_cross};
use arrayvec::ArrayVec;
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::float::single::SingleFloatOverlay;
use serde::{Deserialize, Serialize};

type Contour = Vec<[f64; 2]>;

/// Boxes are taken as so much larger, so that those that only touch overlap.
const NEAR_M: f64 = 1e-6;

/// No more corners are left out between two that are kept: it would take too long to see that all may be.
const MOST_LEFT_OUT: usize = 64;

/// Round corners are drawn in such steps, this being the cosine and the sine: off by less than a thousandth of the radius.
const ARC_STEP: (f64, f64) = (0.996_5, 0.083_592_762_844_637_74);

/// Part of the plane. Each of its pieces has its outer border first and then its holes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Area(Vec<Vec<Contour>>);

impl Area {
    pub fn of(polygon: &Polygon) -> Self {
        Self::joined([polygon])
    }

    /// What any of the polygons covers, whichever way round they are.
    pub fn joined<'p>(polygons: impl IntoIterator<Item = &'p Polygon>) -> Self {
        let contours: Vec<Contour> = polygons.into_iter().map(Polygon::counter_clockwise).collect();
        Self(overlay(&contours, &Vec::new(), OverlayRule::Subject))
    }

    /// What the loops go round: more often to the left than to the right, or the other way.
    pub fn within(loops: &[Polygon]) -> Self {
        let contour = |border: &Polygon| border.points().iter().map(|&corner| corner.into()).collect();
        let contours: Vec<Contour> = loops.iter().map(contour).collect();
        Self(overlay(&contours, &Vec::new(), OverlayRule::Subject))
    }

    pub fn and(&self, other: &Self) -> Self {
        if !self.may_meet(other) {
            return Self::default();
        }
        Self(self.0.overlay(&other.0, OverlayRule::Intersect, FillRule::NonZero))
    }

    pub fn less(&self, other: &Self) -> Self {
        if !self.may_meet(other) {
            return self.clone();
        }
        Self(self.0.overlay(&other.0, OverlayRule::Difference, FillRule::NonZero))
    }

    pub fn union<'a>(areas: impl IntoIterator<Item = &'a Self>) -> Self {
        match areas.into_iter().collect::<Vec<_>>()[..] {
            [only] => only.clone(),
            ref areas => Self::covered(areas),
        }
    }

    fn covered(areas: &[&Self]) -> Self {
        let contours: Vec<Contour> = areas.iter().flat_map(|area| area.0.iter().flatten().cloned()).collect();
        Self(overlay(&contours, &Vec::new(), OverlayRule::Subject))
    }

    /// Where the middle of a disc of that radius can be.
    pub fn shrunk(&self, by_m: f64) -> Self {
        let borders = self.0.iter().flatten().cloned();
        let rims: Vec<Contour> = borders
            .flat_map(|border| rim(border, by_m))
            .map(|Rim { near, far }| [near, far].concat())
            .collect();
        if rims.is_empty() {
            return self.clone();
        }
        Self(self.0.overlay(&rims, OverlayRule::Difference, FillRule::NonZero))
    }

    /// Lines round it, so far from it; where it has nooks, some of them are nearer.
    pub fn lines_round(&self, by_m: f64) -> impl Iterator<Item = (Point, Point)> + '_ {
        let borders = self.0.iter().flatten();
        let rims = borders.flat_map(move |border| rim(border.iter().rev().copied().collect(), by_m));
        rims.flat_map(|Rim { far, .. }| {
            let lines = far.windows(2).map(|line| (line[0].into(), line[1].into()));
            lines.collect::<Vec<_>>()
        })
    }

    /// With its holes.
    pub fn filled(&self) -> Self {
        Self::all_filled([self])
    }

    /// What any of the areas covers, with the holes of each.
    pub fn all_filled<'a>(areas: impl IntoIterator<Item = &'a Self>) -> Self {
        let pieces = areas.into_iter().flat_map(|area| &area.0);
        let outer: Vec<Contour> = pieces.filter_map(|piece| piece.first()).cloned().collect();
        Self(overlay(&outer, &Vec::new(), OverlayRule::Subject))
    }

    fn may_meet(&self, other: &Self) -> bool {
        let bounds = self.bounds().zip(other.bounds());
        bounds.is_some_and(|(own, others)| own.overlaps(others))
    }

    /// Whether they have more in common than a border.
    pub fn meets(&self, other: &Self) -> bool {
        let is_inside = |p: Point| {
            other.contains(p)
                && other
                    .sides()
                    .all(|(a, b)| nearest_on_segment(a, b, p).distance(p) > NEAR_M)
        };
        self.may_meet(other) && (self.corners().any(is_inside) || !self.and(other).is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the two differ by no more than that.
    pub fn is_same(&self, other: &Self, by_m2: f64) -> bool {
        (self.m2() - other.m2()).abs() <= by_m2 && self.less(other).m2() <= by_m2 && other.less(self).m2() <= by_m2
    }

    /// Without corners that are nearer than that to the line between those beside them. No piece is lost by it; holes may be. Borders may cross.
    pub fn smoothed(&self, by_m: f64) -> Self {
        let pieces = self.0.iter().map(|piece| {
            let contours = piece.iter().enumerate().filter_map(|(i, contour)| {
                let kept = smoothed(contour, by_m);
                match (kept.len() > 2, i) {
                    (true, _) => Some(kept),
                    (false, 0) => Some(triangle_of(contour)),
                    (false, _) => None,
                }
            });
            contours.collect()
        });
        Self(pieces.collect())
    }

    /// The same, with no borders that cross.
    pub fn untangled(&self) -> Self {
        Self::covered(&[self])
    }

    /// What of it is in a rectangle.
    pub fn inside_of(self, rectangle: &Polygon) -> Self {
        let bounds = self.bounds().zip(rectangle.bounds());
        let is_inside = bounds.is_some_and(|(own, all)| own.union(all) == all);
        if is_inside {
            self
        } else {
            self.and(&Self::of(rectangle))
        }
    }

    pub fn count_corners(&self) -> usize {
        self.0.iter().flatten().map(Vec::len).sum()
    }

    /// With each corner moved, in a way that mirrors nothing and leaves straight what is straight.
    pub fn moved(&self, to: &dyn Fn(Point) -> Point) -> Self {
        let contour = |contour: &Contour| contour.iter().map(|&corner| to(corner.into()).into()).collect();
        Self(self.0.iter().map(|piece| piece.iter().map(contour).collect()).collect())
    }

    /// Its connected pieces.
    pub fn pieces(&self) -> impl Iterator<Item = Self> + '_ {
        self.0.iter().map(|piece| Self(vec![piece.clone()]))
    }

    pub fn m2(&self) -> f64 {
        let signed = |contour: &Contour| polygon(contour).signed_area();
        self.0.iter().flatten().map(signed).sum::<f64>().abs()
    }

    /// Its borders: outer ones counter-clockwise, those of holes clockwise.
    pub fn borders(&self) -> Vec<Polygon> {
        self.0.iter().flatten().map(polygon).collect()
    }

    pub fn corners(&self) -> impl Iterator<Item = Point> + '_ {
        self.0.iter().flatten().flatten().map(|&corner| corner.into())
    }

    pub fn sides(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        self.0.iter().flatten().flat_map(|contour| {
            let ends = contour.iter().skip(1).chain(contour.first());
            contour.iter().zip(ends).map(|(&from, &to)| (from.into(), to.into()))
        })
    }

    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::of(self.corners())
    }

    /// Whether it is one piece without holes that nowhere turns right.
    fn is_convex(&self) -> bool {
        let [piece] = &self.0[..] else { return false };
        let [contour] = &piece[..] else { return false };
        let n = contour.len();
        (0..n).all(|i| {
            let [a, b, c] = [0, 1, 2].map(|next| contour[(i + next) % n]);
            (b[0] - a[0]) * (c[1] - b[1]) >= (b[1] - a[1]) * (c[0] - b[0])
        })
    }

    /// By the even–odd rule; on the border either answer may come.
    pub fn contains(&self, p: Point) -> bool {
        let crossed = self
            .sides()
            .filter(|(a, b)| (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x);
        crossed.count() % 2 == 1
    }

    /// How far `p` is outside; 0 inside.
    pub fn distance_to(&self, p: Point) -> f64 {
        if self.contains(p) {
            return 0.0;
        }
        let near = self.sides().map(|(a, b)| nearest_on_segment(a, b, p).distance(p));
        near.fold(f64::INFINITY, f64::min)
    }

    /// The least distance between two areas; 0 if they overlap, infinite if one is empty.
    pub fn distance(&self, other: &Self) -> f64 {
        if self.holds_some_of(other) || other.holds_some_of(self) {
            return 0.0;
        }
        self.distance_to_lines(other.sides())
    }

    /// Whether the least distance between two areas is no more than that.
    pub fn is_within(&self, by_m: f64, other: &Self) -> bool {
        let Some(reach) = other.bounds().map(|bounds| bounds.grown(by_m + NEAR_M)) else {
            return false;
        };
        let is_near = |(a, b): &(Point, Point)| Bounds::of_segment(*a, *b).grown(NEAR_M).overlaps(reach);
        let touches = |(a, b): (Point, Point)| other.sides().any(|(c, d)| between_segments(a, b, c, d) <= by_m);
        self.sides().filter(is_near).any(touches) || self.holds_some_of(other) || other.holds_some_of(self)
    }

    /// Whether some piece of the other, if their borders do not meet, is inside.
    fn holds_some_of(&self, other: &Self) -> bool {
        other
            .pieces()
            .any(|piece| piece.corners().next().is_some_and(|p| self.contains(p)))
    }

    /// The least distance from its border to any of the lines.
    pub fn distance_to_lines(&self, lines: impl Iterator<Item = (Point, Point)>) -> f64 {
        let mut least = f64::INFINITY;
        for (c, d) in lines {
            for (a, b) in self.sides() {
                least = least.min(between_segments(a, b, c, d));
            }
        }
        least
    }

    /// How far it sticks out of `outer`, to a tenth of a millimetre: the greatest distance that one of its points has to `outer`.
    pub fn reach_out_of(&self, outer: &Self) -> f64 {
        let mut most: f64 = 0.0;
        if outer.is_convex() {
            // Between two points the distance to such an area is nowhere greater than at both.
            return self.corners().map(|p| outer.distance_to(p)).fold(most, f64::max);
        }
        let mut open: Vec<(Point, Point)> = self.less(outer).sides().collect();
        while let Some((a, b)) = open.pop() {
            let (at_a, at_b) = (outer.distance_to(a), outer.distance_to(b));
            most = most.max(at_a).max(at_b);
            // Distances grow no faster than one walks along the side.
            if (at_a + at_b + a.distance(b)) / 2.0 > most + 1e-4 {
                let middle = a.lerp(b, 0.5);
                open.extend([(a, middle), (middle, b)]);
            }
        }
        most
    }
}

fn overlay(subject: &Vec<Contour>, clip: &Vec<Contour>, rule: OverlayRule) -> Vec<Vec<Contour>> {
    if subject.is_empty() {
        return Vec::new();
    }
    subject.overlay(clip, rule, FillRule::NonZero)
}

/// A border without corners that are nearer than that to the line between those beside them.
pub fn border_without(border: &Polygon, off_m: f64) -> Polygon {
    if off_m == 0.0 {
        return border.clone();
    }
    let contour: Contour = border.points().iter().map(|&corner| corner.into()).collect();
    let kept = smoothed(&contour, off_m);
    polygon(if kept.len() > 2 { &kept } else { &contour })
}

fn smoothed(contour: &Contour, by_m: f64) -> Contour {
    let mut kept = Contour::new();
    // Those that were left out since the last that was kept.
    let mut left: ArrayVec<Point, MOST_LEFT_OUT> = ArrayVec::new();
    for (i, corner) in contour.iter().enumerate() {
        left.push((*corner).into());
        let next = contour[(i + 1) % contour.len()].into();
        let is_needed = kept.last().is_none_or(|last: &[f64; 2]| {
            let off = |p: &Point| nearest_on_segment((*last).into(), next, *p).distance(*p);
            left.is_full() || left.iter().any(|p| off(p) > by_m)
        });
        if is_needed {
            kept.push(*corner);
            left.clear();
        }
    }
    kept
}

/// Of a contour that is hardly wider than a line its ends, and the corner that is farthest from the line.
fn triangle_of(contour: &Contour) -> Contour {
    let farthest = |off: &dyn Fn(Point) -> f64| {
        let corners = contour.iter().copied();
        corners.max_by(|a, b| off((*a).into()).total_cmp(&off((*b).into())))
    };
    let Some(first) = contour.first() else {
        return Contour::new();
    };
    let from_first = |p: Point| p.distance((*first).into());
    let Some(last) = farthest(&from_first) else {
        return Contour::new();
    };
    let from_line = |p: Point| nearest_on_segment((*first).into(), last.into(), p).distance(p);
    [Some(*first), Some(last), farthest(&from_line)]
        .into_iter()
        .flatten()
        .collect()
}

/// Part of what is near to a border: counter-clockwise along the border, and back so far from it.
struct Rim {
    near: Contour,
    far: Contour,
}

/// What is nearer to a border than `by_m`, on its left: a strip beside each side, and a fan where it turns right. `i_overlay`'s own outlines are
/// not used: some have spikes that reach into what they are to keep off.
fn rim(border: Contour, by_m: f64) -> impl Iterator<Item = Rim> {
    let n = border.len();
    (0..n).flat_map(move |i| {
        let [from, to, after] = [0, 1, 2].map(|next| border[(i + next) % n]);
        let across = |from: [f64; 2], to: [f64; 2]| {
            let (x, y) = (to[0] - from[0], to[1] - from[1]);
            let length = x.hypot(y).max(f64::MIN_POSITIVE);
            (-y / length * by_m, x / length * by_m)
        };
        let beside = |corner: [f64; 2], (x, y): (f64, f64)| [corner[0] + x, corner[1] + y];
        let (here, next) = (across(from, to), across(to, after));
        let strip = Rim {
            near: vec![from, to],
            far: vec![beside(to, here), beside(from, here)],
        };
        let fan = (here.0 * next.1 < here.1 * next.0).then(|| {
            let mut far = vec![beside(to, next)];
            let (cos, sin) = ARC_STEP;
            let mut at = next;
            loop {
                at = (at.0 * cos - at.1 * sin, at.0 * sin + at.1 * cos);
                if at.0 * here.1 <= at.1 * here.0 {
                    break;
                }
                far.push(beside(to, at));
            }
            far.push(beside(to, here));
            Rim { near: vec![to], far }
        });
        [Some(strip), fan].into_iter().flatten()
    })
}

fn polygon(contour: &Contour) -> Polygon {
    Polygon(contour.iter().map(|&corner| corner.into()).collect())
}

fn between_segments(a: Point, b: Point, c: Point, d: Point) -> f64 {
    if segments_cross(a, b, c, d) {
        return 0.0;
    }
    let (near, far) = nearest_between(a, b, c, d);
    near.distance(far)
}

/// Of two segments that do not cross, the points that are nearest to each other.
pub fn nearest_between(a: Point, b: Point, c: Point, d: Point) -> (Point, Point) {
    let rest = [
        (b, nearest_on_segment(c, d, b)),
        (nearest_on_segment(a, b, c), c),
        (nearest_on_segment(a, b, d), d),
    ];
    rest.into_iter()
        .fold((a, nearest_on_segment(c, d, a)), |nearest, pair| {
            if pair.0.distance(pair.1) < nearest.0.distance(nearest.1) {
                pair
            } else {
                nearest
            }
        })
}

/// The rectangle on the side `from`–`to`, `deep` metres to its left.
pub fn strip(from: Point, to: Point, deep: f64) -> Polygon {
    let length = from.distance(to).max(f64::MIN_POSITIVE);
    let (x, y) = (-(to.y - from.y) / length * deep, (to.x - from.x) / length * deep);
    Polygon(vec![
        from,
        to,
        Point::new(to.x + x, to.y + y),
        Point::new(from.x + x, from.y + y),
    ])
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use proptest::prelude::*;

    pub fn rectangle(x: f64, y: f64, width: f64, depth: f64) -> Area {
        Area::of(&Polygon::rectangle(x, y, width, depth))
    }

    /// Boxes of a place, a width, a depth and a turn.
    pub fn boxes(least: usize, most: usize) -> impl Strategy<Value = Vec<Area>> {
        let each = (0.0..10.0, 0.0..10.0, 0.05..5.0, 0.05..4.0, 0.0..6.3);
        let each = each.prop_map(|(x, y, width, depth, turn)| {
            let (sin, cos) = f64::sin_cos(turn);
            let turned = |p: &Point| Point::new(x + p.x * cos - p.y * sin, y + p.x * sin + p.y * cos);
            let upright = Polygon::rectangle(0.0, 0.0, width, depth);
            Area::of(&Polygon(upright.points().iter().map(turned).collect()))
        });
        proptest::collection::vec(each, least..most)
    }

    #[test]
    fn areas_are_cut_and_joined() {
        let ring = rectangle(0.0, 0.0, 4.0, 4.0).less(&rectangle(1.0, 1.0, 2.0, 2.0));
        assert!((ring.m2() - 12.0).abs() < 1e-6);
        assert!(ring.contains(Point::new(0.5, 2.0)) && !ring.contains(Point::new(2.0, 2.0)));
        assert_eq!(ring.borders().len(), 2);
        let split = ring.less(&rectangle(-1.0, 1.5, 6.0, 1.0));
        assert_eq!(split.pieces().count(), 2);
        assert!((Area::union([&ring, &rectangle(1.0, 1.0, 2.0, 2.0)]).m2() - 16.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn areas_meet_that_have_more_than_a_border_in_common(boxes in boxes(2, 3), moved in (-10.0..10.0, -10.0..10.0)) {
            let (a, b) = (&boxes[0], boxes[1].moved(&|p| Point::new(p.x + moved.0, p.y + moved.1)));
            prop_assert_eq!(a.meets(&b), !a.and(&b).is_empty());
        }
    }

    #[test]
    fn distances_are_those_of_the_nearest_points() {
        let a = rectangle(0.0, 0.0, 1.0, 1.0);
        assert!((a.distance(&rectangle(4.0, 5.0, 1.0, 1.0)) - 5.0).abs() < 1e-6);
        assert_eq!(a.distance(&rectangle(0.2, 0.2, 0.1, 0.1)), 0.0);
        assert!(
            a.is_within(5.001, &rectangle(4.0, 5.0, 1.0, 1.0)) && !a.is_within(4.999, &rectangle(4.0, 5.0, 1.0, 1.0))
        );
        assert!(a.is_within(0.0, &rectangle(0.2, 0.2, 0.1, 0.1)) && !a.is_within(9.0, &Area::default()));
        assert!(a.meets(&rectangle(0.9, 0.0, 1.0, 1.0)) && !a.meets(&rectangle(1.0, 0.0, 1.0, 1.0)));
        assert!((rectangle(-1.0, 0.0, 3.0, 1.0).reach_out_of(&a) - 1.0).abs() < 1e-3);
    }

    proptest! {
        #[test]
        fn what_is_shrunk_is_all_that_is_so_far_from_the_border(
            boxes in boxes(1, 6),
            by_m in 0.01..1.0,
            points in proptest::collection::vec((-1.0..11.0, -1.0..11.0), 40),
        ) {
            let floor = rectangle(0.0, 0.0, 10.0, 10.0).less(&Area::union(&boxes));
            let shrunk = floor.shrunk(by_m);
            let from_border = |p: Point| floor.sides().map(|(a, b)| nearest_on_segment(a, b, p).distance(p)).fold(f64::INFINITY, f64::min);
            for corner in shrunk.corners() {
                prop_assert!(from_border(corner) > by_m * 0.999 - 1e-5, "{:?} is {} from the border", corner, from_border(corner));
            }
            for p in points.into_iter().map(|(x, y)| Point::new(x, y)) {
                let is_so_far = floor.contains(p) && from_border(p) > by_m;
                if (from_border(p) - by_m).abs() > by_m * 0.001 + 1e-5 {
                    prop_assert_eq!(shrunk.contains(p), is_so_far, "{:?}", p);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn out_of_a_convex_area_a_corner_is_the_farthest(
            corners in proptest::collection::vec((-5.0..15.0, -5.0..15.0), 3..8),
            (width, depth) in (1.0..9.0, 1.0..9.0),
        ) {
            let corners: Vec<Point> = corners.iter().map(|(x, y)| Point::new(*x, *y)).collect();
            let area = Area::of(&Polygon(corners));
            let outer = rectangle(0.0, 0.0, width, depth);
            // With a slit from its border it is not convex, and as far from all that is outside.
            let slit = outer.less(&rectangle(width / 2.0, -1.0, 1e-4, depth / 2.0 + 1.0));
            prop_assert!(outer.is_convex() && !slit.is_convex());
            let (by_corners, by_halves) = (area.reach_out_of(&outer), area.reach_out_of(&slit));
            prop_assert!((by_corners - by_halves).abs() < 2e-4, "{} and {}", by_corners, by_halves);
        }
    }

    #[test]
    fn the_farthest_point_of_a_side_may_be_in_its_middle() {
        let corner = Area::joined([
            &Polygon::rectangle(0.0, 0.0, 9.0, 1.0),
            &Polygon::rectangle(0.0, 0.0, 1.0, 9.0),
        ]);
        let across = Area::of(&Polygon(vec![
            Point::new(1.0, 5.0),
            Point::new(0.9, 4.9),
            Point::new(4.9, 0.9),
            Point::new(5.0, 1.0),
        ]));
        assert!((across.reach_out_of(&corner) - 2.0).abs() < 1e-3);
    }
}
