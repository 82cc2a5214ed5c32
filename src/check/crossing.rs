//! Polygons that do not cross themselves.

use super::context::{Context, at, in_layout};
use crate::venue::{Finding, Point, Polygon, segments_cross};

pub(super) fn findings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let layout = context.layout;
    let mut look = |polygon: &Polygon, pointer: String, what: String| {
        if let Some(i) = repeated_corner(polygon) {
            findings.push(Finding::warning(
                "repeated-corner",
                in_layout(format!("{pointer}/{i}")),
                format!("Corner {i} of {what} is the corner before it again."),
                "Remove it; the first corner is not repeated at the end either.",
            ));
        }
        if let Some((i, j, p)) = crossing(polygon) {
            findings.push(Finding::error(
                "self-crossing",
                in_layout(pointer),
                format!("Sides {i} and {j} of {what} cross near {}.", at(p)),
                "List the corners in order round the shape; side 0 joins the first two.",
            ));
        }
    };
    for (i, unit) in layout.units.iter().enumerate() {
        look(
            &unit.polygon,
            format!("/units/{i}/polygon"),
            format!("unit `{}`", unit.id),
        );
    }
    for (i, connector) in layout.connectors.iter().enumerate() {
        for (j, end) in connector.ends.iter().enumerate() {
            if let Some(footprint) = &end.footprint {
                let what = format!("connector `{}` on level `{}`", connector.id, end.level);
                look(footprint, format!("/connectors/{i}/ends/{j}/footprint"), what);
            }
        }
    }
    for (i, amenity) in layout.amenities.iter().enumerate() {
        if let Some(footprint) = &amenity.footprint {
            look(
                footprint,
                format!("/amenities/{i}/footprint"),
                format!("amenity `{}`", amenity.id),
            );
        }
    }
    for (i, fixture) in layout.fixtures.iter().enumerate() {
        look(
            &fixture.footprint,
            format!("/fixtures/{i}/footprint"),
            format!("fixture `{}`", fixture.id),
        );
    }
    for (i, booth) in layout.booths.iter().enumerate() {
        look(
            &booth.footprint,
            format!("/booths/{i}/footprint"),
            format!("booth `{}`", booth.id),
        );
    }
}

/// The first corner that repeats the one before it; corner 0 comes after the last, which is then the one to remove.
fn repeated_corner(polygon: &Polygon) -> Option<usize> {
    let points = polygon.points();
    (1..points.len())
        .find(|i| points[*i] == points[i - 1])
        .or_else(|| (points.len() > 1 && points.first() == points.last()).then(|| points.len() - 1))
}

/// The first two sides that cross, and where. The sides are swept from west to east, so that long borders stay quick.
fn crossing(polygon: &Polygon) -> Option<(usize, usize, Point)> {
    let sides: Vec<(Point, Point)> = polygon.sides().collect();
    let mut order: Vec<usize> = (0..sides.len()).collect();
    let west = |i: usize| sides[i].0.x.min(sides[i].1.x);
    let east = |i: usize| sides[i].0.x.max(sides[i].1.x);
    order.sort_by(|a, b| west(*a).total_cmp(&west(*b)));
    let mut open: Vec<usize> = Vec::new();
    let mut first: Option<(usize, usize)> = None;
    for i in order {
        open.retain(|j| east(*j) >= west(i));
        let (a, b) = sides[i];
        let crossed = open.iter().filter(|j| segments_cross(a, b, sides[**j].0, sides[**j].1));
        first = first.into_iter().chain(crossed.map(|j| (i.min(*j), i.max(*j)))).min();
        open.push(i);
    }
    first.map(|(i, j)| {
        let ((a, b), (c, d)) = (sides[i], sides[j]);
        let (across, along) = (
            (d.x - c.x) * (a.y - c.y) - (d.y - c.y) * (a.x - c.x),
            (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x),
        );
        (i, j, a.lerp(b, across / along))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polygon(corners: &[[f64; 2]]) -> Polygon {
        Polygon(corners.iter().map(|corner| (*corner).into()).collect())
    }

    #[test]
    fn a_bow_tie_crosses_in_its_middle() {
        let bow_tie = polygon(&[[0.0, 0.0], [4.0, 2.0], [4.0, 0.0], [0.0, 2.0]]);
        assert_eq!(crossing(&bow_tie), Some((0, 2, Point::new(2.0, 1.0))));
    }

    #[test]
    fn touching_is_not_crossing() {
        assert_eq!(crossing(&Polygon::rectangle(0.0, 0.0, 2.0, 2.0)), None);
        let waist = polygon(&[[0.0, 0.0], [1.0, 1.0], [2.0, 0.0], [2.0, 2.0], [1.0, 1.0], [0.0, 2.0]]);
        assert_eq!(crossing(&waist), None);
    }

    #[test]
    fn repeated_corners_are_found() {
        assert_eq!(
            repeated_corner(&polygon(&[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]])),
            Some(3)
        );
        assert_eq!(
            repeated_corner(&polygon(&[[0.0, 0.0], [1.0, 0.0], [1.0, 0.0]])),
            Some(2)
        );
        assert_eq!(repeated_corner(&Polygon::rectangle(0.0, 0.0, 2.0, 2.0)), None);
    }
}
