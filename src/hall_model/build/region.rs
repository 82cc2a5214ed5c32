//! Areas of the plan: joined, cut, grown and triangulated on the grid of the model's coordinates, in whole numbers, so that
//! neighbouring areas meet exactly and the result is the same everywhere.

use super::mesh::STEPS_PER_METRE;
use crate::venue::{Point, Polygon};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay::Overlay;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::i_float::int::angle::Angle;
use i_overlay::i_float::int::point::IntPoint;
use i_overlay::i_shape::int::shape::{IntContour, IntShapes};
use i_overlay::mesh::int::outline::offset::IntOutlineOffset;
use i_overlay::mesh::int::style::{IntLineJoin, IntOutlineStyle};
use i_triangle::int::triangulatable::IntTriangulatable;

/// Any number of polygons with holes.
#[derive(Clone, Debug, Default)]
pub struct Region(IntShapes<i32>);

impl Region {
    pub fn of(polygon: &Polygon) -> Self {
        Self::union_of([polygon])
    }

    pub fn union_of<'a>(polygons: impl IntoIterator<Item = &'a Polygon>) -> Self {
        // Each on its own first: of two that overlap, one clockwise and one not, the winding would cancel out.
        let contours: Vec<IntContour<i32>> = polygons
            .into_iter()
            .map(|polygon| {
                let mut contour: IntContour<i32> = polygon.points().iter().map(|p| to_steps(*p)).collect();
                if polygon.signed_area() < 0.0 {
                    contour.reverse();
                }
                contour
            })
            .collect();
        Self(Overlay::from_subj(&contours).overlay(OverlayRule::Subject, FillRule::NonZero))
    }

    pub fn and(&self, other: &Self) -> Self {
        self.overlay(other, OverlayRule::Intersect)
    }

    pub fn or(&self, other: &Self) -> Self {
        self.overlay(other, OverlayRule::Union)
    }

    pub fn without(&self, other: &Self) -> Self {
        self.overlay(other, OverlayRule::Difference)
    }

    fn overlay(&self, other: &Self, rule: OverlayRule) -> Self {
        Self(Overlay::from_subj_and_clip(&self.0, &other.0).overlay(rule, FillRule::NonZero))
    }

    /// Grown by `metres` on all sides with sharp corners; shrunk if negative.
    pub fn grown(&self, metres: f64) -> Self {
        let steps = (metres * STEPS_PER_METRE).round() as i32;
        // Corners sharper than a quarter of a right angle are clipped.
        let join = Angle::from_radians(std::f64::consts::FRAC_PI_8).map_or(IntLineJoin::Bevel, IntLineJoin::Miter);
        let style = IntOutlineStyle::new(steps).line_join(join);
        // Nothing in a venue is far enough away to leave the range: the door refuses it.
        Self(self.0.outline(&style).unwrap_or_default())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Triangles, counter-clockwise seen from above.
    pub fn triangles(&self) -> Vec<[Point; 3]> {
        let mesh = self
            .0
            .triangulate()
            .into_delaunay()
            .into_raw()
            .into_triangulation::<u32>();
        mesh.indices
            .as_chunks::<3>()
            .0
            .iter()
            .map(|corners| corners.map(|i| from_steps(mesh.points[i as usize])))
            .collect()
    }

    /// The borders: outer ones counter-clockwise, holes clockwise, so that the area is always on the left.
    pub fn borders(&self) -> impl Iterator<Item = Polygon> + '_ {
        self.0
            .iter()
            .flatten()
            .map(|contour| Polygon(contour.iter().map(|p| from_steps(*p)).collect()))
    }

    pub fn contains(&self, p: Point) -> bool {
        self.borders().filter(|border| border.contains(p)).count() % 2 == 1
    }

    /// In m².
    #[cfg(test)]
    fn area(&self) -> f64 {
        self.borders().map(|border| border.signed_area()).sum()
    }
}

fn to_steps(p: Point) -> IntPoint<i32> {
    IntPoint::new(
        (p.x * STEPS_PER_METRE).round() as i32,
        (p.y * STEPS_PER_METRE).round() as i32,
    )
}

fn from_steps(p: IntPoint<i32>) -> Point {
    Point::new(f64::from(p.x) / STEPS_PER_METRE, f64::from(p.y) / STEPS_PER_METRE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Polygon {
        Polygon::rectangle(x, y, side, side)
    }

    #[test]
    fn areas_are_joined_cut_and_grown() {
        let mut reversed = square(1.0, 0.0, 2.0);
        reversed.0.reverse();
        let both = Region::union_of([&square(0.0, 0.0, 2.0), &reversed]);
        assert_eq!(both.area(), 6.0);
        assert_eq!(both.without(&Region::of(&square(1.0, 0.0, 1.0))).area(), 5.0);
        assert_eq!(both.and(&Region::of(&square(0.0, 0.0, 1.0))).area(), 1.0);
        assert_eq!(Region::of(&square(0.0, 0.0, 2.0)).grown(0.5).area(), 9.0);
        assert_eq!(Region::of(&square(0.0, 0.0, 2.0)).grown(-0.5).area(), 1.0);
    }

    #[test]
    fn triangles_cover_the_area_and_leave_the_hole() {
        let ring = Region::of(&square(0.0, 0.0, 4.0)).without(&Region::of(&square(1.0, 1.0, 2.0)));
        let area: f64 = ring.triangles().iter().map(|t| Polygon(t.to_vec()).signed_area()).sum();
        assert_eq!(area, 12.0);
        assert!(!ring.contains(Point::new(2.0, 2.0)) && ring.contains(Point::new(0.5, 0.5)));
    }
}
