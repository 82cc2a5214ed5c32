//! The border of a unit as pieces of wall, glass front and opening.

use super::extrude::{left_of, moved};
use super::region::Region;
use super::sheet::Storey;
use super::site::Site;
use crate::venue::{Opening, OpeningKind, Point, Polygon, Unit, UnitKind, nearest_on_segment};

/// An opening lies on a border that is not farther from it, in metres: drawn data is not exact.
const ON_BORDER_M: f64 = 0.35;

/// A stretch of a unit's border, the unit on its left.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'v> {
    pub from: Corner,
    pub to: Corner,
    pub kind: PieceKind<'v>,
}

/// An end of a piece: a point of the border, and how the border turns there.
#[derive(Clone, Copy, Debug)]
pub struct Corner {
    pub at: Point,
    /// Per metre of offset to the outside, the way from here to the offset border's corner.
    pub outward: Point,
}

#[derive(Clone, Copy, Debug)]
pub enum PieceKind<'v> {
    Solid,
    /// A front of glass, towards indoor floor that one walks on.
    Glass,
    Opening {
        opening: &'v Opening,
        /// Whether the wall about it is glass.
        in_glass: bool,
    },
}

impl Corner {
    /// The corner of the border that lies `distance` farther out.
    pub fn offset(&self, distance: f64) -> Point {
        moved(self.at, self.outward, distance)
    }
}

/// The border of a walled unit. Empty for the sides of open floor, except where a concourse ends.
pub fn pieces<'v>(site: &Site<'v>, storey: &Storey<'v>, unit: &'v Unit) -> Vec<Piece<'v>> {
    let mut corners: Vec<Point> = unit.polygon.points().to_vec();
    if unit.polygon.signed_area() < 0.0 {
        corners.reverse();
    }
    corners.dedup_by(|a, b| a.distance(*b) < 1e-3);
    let polygon = Polygon(corners);
    let count = polygon.points().len();
    let mut pieces = Vec::new();
    for side in 0..count {
        let Some((a, b)) = polygon.side(side) else { continue };
        let length = a.distance(b);
        let (Some(outward), true) = (polygon.outward(side), length > 1e-3) else {
            continue;
        };
        let corner = |t: f64| {
            let turn = if t <= 0.0 {
                miter(polygon.outward((side + count - 1) % count), outward)
            } else if t >= length {
                miter(Some(outward), polygon.outward((side + 1) % count).unwrap_or(outward))
            } else {
                outward
            };
            Corner {
                at: a.lerp(b, (t / length).clamp(0.0, 1.0)),
                outward: turn,
            }
        };
        let openings = openings_on(site, unit, a, b);
        for (from, to, beyond) in stretches(site, storey, unit, a, b, outward) {
            let has_door = openings
                .iter()
                .any(|(x, y, opening)| *x < to && *y > from && opening.kind != OpeningKind::EmergencyExit);
            let kind = match (unit.kind.is_walled(), beyond) {
                (true, Some(UnitKind::Concourse | UnitKind::Corridor | UnitKind::Area)) if has_door => PieceKind::Glass,
                (true, _) => PieceKind::Solid,
                // A concourse is a house: glass all round, except towards what is indoors as well.
                (false, None | Some(UnitKind::Outdoor)) => PieceKind::Glass,
                (false, Some(_)) => continue,
            };
            let mut at = from;
            for (x, y, opening) in &openings {
                let (x, y) = (x.max(from), y.min(to));
                if y - x < 0.05 {
                    continue;
                }
                if x - at > 0.01 {
                    pieces.push(Piece {
                        from: corner(at),
                        to: corner(x),
                        kind,
                    });
                }
                pieces.push(Piece {
                    from: corner(x),
                    to: corner(y),
                    kind: PieceKind::Opening {
                        opening,
                        in_glass: matches!(kind, PieceKind::Glass),
                    },
                });
                at = at.max(y);
            }
            if to - at > 0.01 {
                pieces.push(Piece {
                    from: corner(at),
                    to: corner(to),
                    kind,
                });
            }
        }
    }
    pieces
}

/// The openings of a unit on its side from `a` to `b`, each with where it begins and ends along it, in their order.
fn openings_on<'v>(site: &Site<'v>, unit: &Unit, a: Point, b: Point) -> Vec<(f64, f64, &'v Opening)> {
    let length = a.distance(b);
    let along = |p: Point| ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
    let mut openings: Vec<(f64, f64, &Opening)> = site
        .venue
        .openings()
        .iter()
        .filter(|opening| opening.between.contains(&unit.id))
        .filter_map(|opening| {
            let (s, t) = (
                along(opening.from).clamp(0.0, length),
                along(opening.to).clamp(0.0, length),
            );
            let (from, to) = (s.min(t), s.max(t));
            let middle = a.lerp(b, (from + to) / 2.0 / length);
            let near = nearest_on_segment(opening.from, opening.to, middle).distance(middle) < ON_BORDER_M;
            (near && to - from > 0.05).then_some((from, to, opening))
        })
        .collect();
    openings.sort_by(|x, y| x.0.total_cmp(&y.0));
    openings
}

/// The side from `a` to `b` where what lies beyond it changes: from, to, and the kind of unit beyond.
fn stretches(
    site: &Site,
    storey: &Storey,
    unit: &Unit,
    a: Point,
    b: Point,
    outward: Point,
) -> Vec<(f64, f64, Option<UnitKind>)> {
    let length = a.distance(b);
    let mut cuts = vec![0.0, length];
    for other in site.units_on(&storey.level.id).filter(|other| other.id != unit.id) {
        for corner in other.polygon.points() {
            let nearest = nearest_on_segment(a, b, *corner);
            if nearest.distance(*corner) < ON_BORDER_M {
                cuts.push(a.distance(nearest));
            }
        }
    }
    cuts.sort_by(f64::total_cmp);
    cuts.dedup_by(|x, y| (*x - *y).abs() < 0.05);
    let mut stretches: Vec<(f64, f64, Option<UnitKind>)> = Vec::new();
    for ends in cuts.windows(2) {
        let probe = moved(a.lerp(b, (ends[0] + ends[1]) / 2.0 / length), outward, ON_BORDER_M);
        let beyond = site
            .units_on(&storey.level.id)
            .filter(|other| other.id != unit.id && other.polygon.contains(probe))
            .max_by_key(|other| super::site::layer(other.kind))
            .map(|other| other.kind);
        match stretches.last_mut() {
            Some(last) if last.2 == beyond => last.1 = ends[1],
            _ => stretches.push((ends[0], ends[1], beyond)),
        }
    }
    stretches
}

/// The way to the corner of two offset sides, per metre of offset; never longer than three metres, for very sharp corners.
fn miter(before: Option<Point>, after: Point) -> Point {
    let before = before.unwrap_or(after);
    let sum = Point::new(before.x + after.x, before.y + after.y);
    let along = sum.x * after.x + sum.y * after.y;
    if along < 0.35 {
        return after;
    }
    Point::new(sum.x / along, sum.y / along)
}

/// The stretches of a border where one could fall: beyond them is a well, or above the ground nothing at all.
pub fn drops(site: &Site, storey: &Storey, wells: &Region, border: &Polygon) -> Vec<(Point, Point)> {
    let on_ground = storey.level.ordinal <= 0;
    let covered = |p: Point| on_ground || site.units_on(&storey.level.id).any(|unit| unit.polygon.contains(p));
    border
        .sides()
        .filter(|(a, b)| {
            left_of(*a, *b).is_some_and(|left| {
                let probe = moved(a.lerp(*b, 0.5), left, -0.2);
                !covered(probe) || wells.contains(probe)
            })
        })
        .collect()
}
