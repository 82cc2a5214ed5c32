//! What an own model covers: for each band of heights, the union of what its triangles cover when they are cut to that band and seen from above.

use super::plane::Area;
use crate::venue::{Point, Polygon};

/// A corner of a model: metres east, north and up from its origin.
pub type Corner = [f64; 3];

/// Bands at most so high, in metres: a hull is never higher or lower than the model by more.
pub const BAND_M: f64 = 0.25;
/// What is lower over a model's origin, in metres, lies on the floor: a carpet, that one walks on.
pub const CARPET_M: f64 = 0.05;
/// A model has at most so many bands; those of very tall ones are higher.
const MOST_BANDS: f64 = 64.0;
/// Walls that are drawn as one sheet are given this width, in metres: what has none covers nothing.
const SHEET_M: f64 = 0.01;

/// A model as bands of areas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hull {
    pub bands: Vec<Band>,
}

/// What is covered between two heights.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub from_m: f64,
    pub to_m: f64,
    pub area: Area,
}

impl Hull {
    /// What triangles cover. Exact for each band as a whole but for sheets that stand upright, which are taken as 1 cm thick. Corners that are no numbers are
    /// passed over.
    pub fn of_triangles(triangles: &[[Corner; 3]]) -> Self {
        let triangles: Vec<&[Corner; 3]> = triangles
            .iter()
            .filter(|triangle| triangle.iter().flatten().all(|metres| metres.abs() <= 1e4))
            .collect();
        let heights = || {
            triangles
                .iter()
                .flat_map(|triangle| triangle.iter().map(|corner| corner[2]))
        };
        let (low, high) = heights().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), z| {
            (low.min(z), high.max(z))
        });
        if low > high {
            return Self::default();
        }
        let edges = edges(low, high);
        let bands = edges.windows(2).filter_map(|edge| {
            let (from_m, to_m) = (edge[0], edge[1]);
            let cut: Vec<Polygon> = triangles
                .iter()
                .flat_map(|triangle| seen_from_above(&between(*triangle, from_m, to_m)))
                .collect();
            let area = Area::joined(&cut);
            (!area.is_empty()).then_some(Band { from_m, to_m, area })
        });
        Self { bands: bands.collect() }
    }
}

/// Where bands end: what lies on the floor is one of its own, the rest is cut evenly.
fn edges(low: f64, high: f64) -> Vec<f64> {
    let carpet = (low < CARPET_M && CARPET_M < high).then_some(low);
    let from = carpet.map_or(low, |_| CARPET_M);
    let count = ((high - from) / BAND_M).ceil().clamp(1.0, MOST_BANDS);
    let even = (0..=count as usize).map(|i| from + (high - from) * i as f64 / count);
    carpet.into_iter().chain(even).collect()
}

/// The part of a convex polygon in space that is between two heights (Sutherland and Hodgman 1974).
fn between(corners: &[Corner], from_m: f64, to_m: f64) -> Vec<Corner> {
    let above = cut(corners, |corner| corner[2] - from_m);
    cut(&above, |corner| to_m - corner[2])
}

fn cut(corners: &[Corner], inside: impl Fn(&Corner) -> f64) -> Vec<Corner> {
    let mut kept = Vec::new();
    for (i, a) in corners.iter().enumerate() {
        let b = &corners[(i + 1) % corners.len()];
        let (at_a, at_b) = (inside(a), inside(b));
        if at_a >= 0.0 {
            kept.push(*a);
        }
        if at_a * at_b < 0.0 {
            let t = at_a / (at_a - at_b);
            kept.push([0, 1, 2].map(|axis| a[axis] + (b[axis] - a[axis]) * t));
        }
    }
    kept
}

/// Its outline on the floor; a thin one is joined by a sheet of [`SHEET_M`] along it.
fn seen_from_above(corners: &[Corner]) -> Vec<Polygon> {
    let flat = Polygon(corners.iter().map(|[x, y, _]| Point::new(*x, *y)).collect());
    let points = flat.points();
    let pairs = points.iter().flat_map(|a| points.iter().map(move |b| (*a, *b)));
    let Some((a, b)) = pairs.max_by(|(a, b), (c, d)| a.distance(*b).total_cmp(&c.distance(*d))) else {
        return Vec::new();
    };
    let length = a.distance(b);
    let is_thin = flat.area() <= length * SHEET_M / 2.0;
    let sheet = (is_thin && length > 0.0).then(|| {
        let (x, y) = (
            (b.x - a.x) / length * SHEET_M / 2.0,
            (b.y - a.y) / length * SHEET_M / 2.0,
        );
        Polygon(vec![
            Point::new(a.x + y, a.y - x),
            Point::new(b.x + y, b.y - x),
            Point::new(b.x - y, b.y + x),
            Point::new(a.x - y, a.y + x),
        ])
    });
    [flat].into_iter().chain(sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::cross;

    /// The side faces and the lid of an upright pyramid with a square base.
    fn pyramid(half: f64, height: f64) -> Vec<[Corner; 3]> {
        let base = [
            [-half, -half, 0.0],
            [half, -half, 0.0],
            [half, half, 0.0],
            [-half, half, 0.0],
        ];
        let top = [0.0, 0.0, height];
        (0..4).map(|i| [base[i], base[(i + 1) % 4], top]).collect()
    }

    #[test]
    fn a_pyramid_narrows_band_by_band() {
        let hull = Hull::of_triangles(&pyramid(1.0, 1.0));
        assert_eq!(hull.bands.len(), 5);
        for Band { from_m, to_m, area } in &hull.bands {
            // The faces alone: the ring that they cover, seen from above.
            let ring = 4.0 * ((1.0 - from_m).powi(2) - (1.0 - to_m).powi(2));
            assert!(
                (area.m2() - ring).abs() < 1e-5,
                "from {from_m} to {to_m}: {}",
                area.m2()
            );
        }
    }

    #[test]
    fn a_sheet_that_stands_upright_is_a_centimetre_thick() {
        let sheet = [
            [[0.0, 0.0, 0.0], [2.0, 0.0, 0.0], [2.0, 0.0, 0.2]],
            [[0.0, 0.0, 0.0], [2.0, 0.0, 0.2], [0.0, 0.0, 0.2]],
        ];
        let hull = Hull::of_triangles(&sheet);
        assert_eq!(hull.bands.len(), 2);
        assert!((hull.bands[1].area.m2() - 0.02).abs() < 1e-6);
    }

    #[test]
    fn points_of_the_model_are_in_its_hull_and_nothing_else_is() {
        let mut random = oorandom::Rand64::new(7);
        for _ in 0..20 {
            let mut number = |most: f64| random.rand_float() * most;
            let triangles: Vec<[Corner; 3]> = (0..6)
                .map(|_| [(); 3].map(|()| [number(4.0), number(4.0), number(3.0)]))
                .collect();
            let hull = Hull::of_triangles(&triangles);
            for band in &hull.bands {
                // A point in the band is some mixture of a triangle's corners that has its height.
                let mut is_covered = vec![];
                for triangle in &triangles {
                    for _ in 0..200 {
                        let (a, b) = (number(1.0), number(1.0));
                        let (a, b) = if a + b > 1.0 { (1.0 - a, 1.0 - b) } else { (a, b) };
                        let at = |axis: usize| {
                            triangle[0][axis] * (1.0 - a - b) + triangle[1][axis] * a + triangle[2][axis] * b
                        };
                        if (band.from_m..band.to_m).contains(&at(2)) {
                            is_covered.push(Point::new(at(0), at(1)));
                        }
                    }
                }
                for p in is_covered {
                    assert!(band.area.distance_to(p) < 1e-6, "{p:?}");
                }
                for _ in 0..200 {
                    let p = Point::new(number(4.0), number(4.0));
                    if band.area.contains(p) {
                        let near = |triangle: &[Corner; 3]| is_under(triangle, p, band.from_m, band.to_m);
                        assert!(
                            triangles.iter().any(near),
                            "{p:?} from {} to {}",
                            band.from_m,
                            band.to_m
                        );
                    }
                }
            }
        }
    }

    /// Whether the upright line through `p` meets the triangle between two heights, or passes so near to it as a sheet is thick.
    fn is_under(triangle: &[Corner; 3], p: Point, from_m: f64, to_m: f64) -> bool {
        let [a, b, c] = triangle.map(|[x, y, _]| Point::new(x, y));
        let whole = cross(a, b, c);
        let (u, v, w) = (cross(p, b, c) / whole, cross(a, p, c) / whole, cross(a, b, p) / whole);
        let height = triangle[0][2] * u + triangle[1][2] * v + triangle[2][2] * w;
        let inside = [u, v, w].iter().all(|share| *share >= -1e-6);
        let cut = between(triangle, from_m, to_m)
            .iter()
            .map(|[x, y, _]| Point::new(*x, *y))
            .collect();
        let is_beside = Polygon(cut).distance_to_border(p);
        inside && height >= from_m - 1e-5 && height <= to_m + 1e-5 || is_beside > 0.0 && is_beside < SHEET_M
    }

    #[test]
    fn no_triangles_and_no_numbers_are_no_hull() {
        assert_eq!(Hull::of_triangles(&[]), Hull::default());
        let broken = [[f64::NAN, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, f64::INFINITY]];
        assert_eq!(Hull::of_triangles(&[broken]), Hull::default());
    }
}
