//! What an own model covers: for each band of heights, the union of what its triangles cover when they are cut to that band and seen from above.

mod outline;

use super::plane::Area;
use crate::venue::{Bounds, Point, Polygon};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A corner of a model: metres east, north and up from its origin.
pub type Corner = [f64; 3];

/// Bands at most so high, in metres: a hull is never higher or lower than the model by more.
pub const BAND_M: f64 = 0.25;
/// What is lower over a model's origin, in metres, lies on the floor: a carpet, that one walks on.
pub const CARPET_M: f64 = 0.05;
/// A model has so many bands, so that one that is enlarged is not coarse; those of very tall ones are higher.
const FEWEST_BANDS: f64 = 16.0;
const MOST_BANDS: f64 = 64.0;
/// Bands that differ by less, in square metres, are one.
const SAME_M2: f64 = 1e-6;
/// Walls that are drawn as one sheet are given this width, in metres: what has none covers nothing. A closed model's own sides get it too.
const SHEET_M: f64 = 0.001;

/// A hull of more corners is drawn with fewer, so that all that is measured of it is still quick: from corners on a grid so fine, in metres, 0 being none,
/// and without those that are so near to their neighbours' line; and at last in cells.
const MOST_CORNERS: usize = 4000;
const DRAWN_M: [(f64, &[f64]); 3] = [(0.0, &[0.0, 0.000_5, 0.005]), (0.005, &[0.005]), (0.02, &[0.02])];
const CELLS_M: [f64; 2] = [0.1, 0.25];
/// Corners of all bands' loops, of one band's that lie over each other, and cells that are looked at, before it is too much.
const MOST_LOOPED: usize = 100_000;
const MOST_STACKED: f64 = 1e7;
const MOST_CELLS: usize = 20_000_000;

/// A model as bands of areas.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hull {
    /// Width, depth and height of the whole.
    pub size_m: [f64; 3],
    pub bands: Vec<Band>,
}

/// What is covered between two heights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Band {
    pub from_m: f64,
    pub to_m: f64,
    pub area: Area,
}

impl Hull {
    /// What triangles cover. Exact for each band as a whole but for sheets that stand upright, which are taken as 1 mm thick; what has more corners than can
    /// be measured quickly is off by up to 9 mm or 3.5 cm, or covers whole cells. Corners that are no numbers are passed over.
    pub fn of_triangles(triangles: &[[Corner; 3]]) -> Self {
        let triangles: Vec<&[Corner; 3]> = triangles
            .iter()
            .filter(|triangle| triangle.iter().flatten().all(|metres| metres.abs() <= 1e4))
            .collect();
        let Some(first) = triangles.first().map(|triangle| triangle[0]) else {
            return Self::default();
        };
        let corners = || triangles.iter().flat_map(|triangle| triangle.iter());
        let end =
            |pick: fn(f64, f64) -> f64| corners().fold(first, |end, c| [0, 1, 2].map(|axis| pick(end[axis], c[axis])));
        let (low, high) = (end(f64::min), end(f64::max));
        // No sheet makes the model larger than it is.
        let [(x, width), (y, depth)] = [0, 1].map(|axis| {
            let pad = (SHEET_M - (high[axis] - low[axis])).max(0.0) / 2.0;
            (low[axis] - pad, high[axis] - low[axis] + 2.0 * pad)
        });
        let whole = Polygon::rectangle(x, y, width, depth);
        let hull = Self {
            size_m: [0, 1, 2].map(|axis| high[axis] - low[axis]),
            bands: Vec::new(),
        };
        let edges = edges(low[2], high[2]);
        let drawn = DRAWN_M.iter().flat_map(|(grid_m, offs_m)| {
            let drawn = hull.drawn(*grid_m, &triangles, &edges, &whole);
            offs_m
                .iter()
                .filter_map(move |off_m| Some(drawn.as_ref()?.smoothed(*off_m)))
        });
        let in_cells = CELLS_M
            .iter()
            .map(|cell_m| hull.in_cells(*cell_m, &triangles, &edges, &whole));
        drawn.chain(in_cells).find(Self::is_quick).unwrap_or(hull)
    }

    /// What faces cover whose corners are moved to a grid; exactly, if it has no width. `None` if it is too much.
    fn drawn(&self, grid_m: f64, triangles: &[&[Corner; 3]], edges: &[f64], whole: &Polygon) -> Option<Self> {
        let mut looped = 0;
        let mut bands = Vec::new();
        for edge in edges.windows(2) {
            let loops = loops(in_band(triangles, edge[0], edge[1]), grid_m);
            let corners: usize = loops.iter().map(|border| border.points().len()).sum();
            let boxes = loops.iter().filter_map(Polygon::bounds);
            let stacked: f64 = boxes.map(|Bounds { min, max }| (max.x - min.x) * (max.y - min.y)).sum();
            looped += corners;
            if looped > MOST_LOOPED || corners as f64 * stacked / whole.area() > MOST_STACKED {
                return None;
            }
            bands.push((edge[0], edge[1], loops));
        }
        let mut hull = self.clone();
        for (from_m, to_m, loops) in bands {
            let area = Area::within(&loops).and(&Area::of(whole));
            hull.put(Band { from_m, to_m, area });
        }
        Some(hull)
    }

    /// All cells that anything is in; what is too much even so has no bands.
    fn in_cells(&self, cell_m: f64, triangles: &[&[Corner; 3]], edges: &[f64], whole: &Polygon) -> Self {
        let mut hull = self.clone();
        let mut steps = 0;
        let cell = |metres: f64| (metres / cell_m).floor() as i32;
        for edge in edges.windows(2) {
            let (from_m, to_m) = (edge[0], edge[1]);
            let mut rows: BTreeMap<i32, BTreeSet<i32>> = BTreeMap::new();
            for corners in in_band(triangles, from_m, to_m) {
                let (low, high) = span(&corners, 1);
                for row in cell(low)..=cell(high) {
                    let below = f64::from(row) * cell_m;
                    let in_row = cut(&cut(&corners, |c| c[1] - below), |c| below + cell_m - c[1]);
                    let (left, right) = span(&in_row, 0);
                    if left <= right {
                        rows.entry(row).or_default().extend(cell(left)..=cell(right));
                        steps += (cell(right) - cell(left)) as usize;
                    }
                    steps += 1;
                }
                if steps > MOST_CELLS {
                    return self.clone();
                }
            }
            let runs = rows.iter().flat_map(|(row, cells)| {
                let cells: Vec<i32> = cells.iter().copied().collect();
                let runs: Vec<(i32, usize)> = cells
                    .chunk_by(|a, b| a + 1 == *b)
                    .map(|run| (run[0], run.len()))
                    .collect();
                runs.into_iter().map(|(first, count)| {
                    let (x, y) = (f64::from(first) * cell_m, f64::from(*row) * cell_m);
                    Polygon::rectangle(x, y, count as f64 * cell_m, cell_m)
                })
            });
            let runs: Vec<Polygon> = runs.collect();
            let area = Area::joined(&runs).and(&Area::of(whole));
            hull.put(Band { from_m, to_m, area });
        }
        hull
    }

    /// Whether what is measured of it is quick: for any model that is no cloud of crumbs.
    pub fn is_quick(&self) -> bool {
        let corners = self.bands.iter().map(|band| band.area.count_corners());
        !self.bands.is_empty() && corners.sum::<usize>() <= MOST_CORNERS
    }

    /// Puts a band on top; one that is like that below makes it higher.
    fn put(&mut self, band: Band) {
        match self.bands.last_mut() {
            Some(last) if last.to_m == band.from_m && last.area.is_same(&band.area, SAME_M2) => last.to_m = band.to_m,
            _ if band.area.is_empty() => {}
            _ => self.bands.push(band),
        }
    }

    fn smoothed(&self, off_m: f64) -> Self {
        if off_m == 0.0 {
            return self.clone();
        }
        let mut smoothed = Self {
            bands: Vec::new(),
            ..self.clone()
        };
        for band in &self.bands {
            let area = band.area.smoothed(off_m);
            smoothed.put(Band { area, ..band.clone() });
        }
        smoothed
    }
}

/// What of each triangle is between two heights.
fn in_band<'t>(triangles: &'t [&[Corner; 3]], from_m: f64, to_m: f64) -> impl Iterator<Item = Vec<Corner>> + 't {
    let is_in = move |triangle: &&&[Corner; 3]| {
        triangle.iter().any(|corner| corner[2] <= to_m) && triangle.iter().any(|corner| corner[2] >= from_m)
    };
    triangles
        .iter()
        .filter(is_in)
        .map(move |triangle| between(*triangle, from_m, to_m))
}

/// From the least to the greatest; the other way round if there is none.
fn span(corners: &[Corner], axis: usize) -> (f64, f64) {
    corners
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), corner| {
            (low.min(corner[axis]), high.max(corner[axis]))
        })
}

/// Where bands end: what lies on the floor is one of its own, the rest is cut evenly.
fn edges(low: f64, high: f64) -> Vec<f64> {
    let carpet = (low < CARPET_M && CARPET_M < high).then_some(low);
    let from = carpet.map_or(low, |_| CARPET_M);
    let count = ((high - from) / BAND_M).ceil().clamp(FEWEST_BANDS, MOST_BANDS);
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
            // To the last bit as for the face on the other side of it, that has it the other way round.
            let ((low, at_low), (high, at_high)) = if a < b {
                ((a, at_a), (b, at_b))
            } else {
                ((b, at_b), (a, at_a))
            };
            let t = at_low / (at_low - at_high);
            kept.push([0, 1, 2].map(|axis| low[axis] + (high[axis] - low[axis]) * t));
        }
    }
    kept
}

/// Loops round all that is seen of faces from above. Along each that is thin lies a sheet of [`SHEET_M`].
fn loops(faces: impl Iterator<Item = Vec<Corner>>, grid_m: f64) -> Vec<Polygon> {
    let on_grid = |metres: f64| {
        if grid_m > 0.0 {
            (metres / grid_m).round() * grid_m
        } else {
            metres
        }
    };
    let (mut flat, mut lines) = (Vec::new(), Vec::new());
    for corners in faces {
        let seen = Polygon(
            corners
                .iter()
                .map(|[x, y, _]| Point::new(on_grid(*x), on_grid(*y)))
                .collect(),
        );
        lines.extend(thin(&seen));
        flat.push(seen);
    }
    // What stands upright has many faces on one line.
    lines.sort_unstable_by(|a, b| outline::order(&a.0, &b.0).then_with(|| outline::order(&a.1, &b.1)));
    lines.dedup();
    flat.extend(lines.into_iter().map(|(a, b)| sheet(a, b)));
    outline::loops(&flat)
}

/// The line that an outline is hardly wider than, from its lesser end.
fn thin(seen: &Polygon) -> Option<(Point, Point)> {
    let points = seen.points();
    let pairs = points.iter().flat_map(|a| points.iter().map(move |b| (*a, *b)));
    let (a, b) = pairs.max_by(|(a, b), (c, d)| a.distance(*b).total_cmp(&c.distance(*d)))?;
    let length = a.distance(b);
    let is_thin = length > 0.0 && seen.area() <= length * SHEET_M / 2.0;
    let is_in_order = outline::order(&a, &b).is_le();
    is_thin.then_some(if is_in_order { (a, b) } else { (b, a) })
}

fn sheet(a: Point, b: Point) -> Polygon {
    let length = a.distance(b);
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
        assert_eq!(hull.bands.len(), 17);
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
    fn a_sheet_that_stands_upright_is_a_millimetre_thick() {
        let sheet = [
            [[0.0, 0.0, 0.0], [2.0, 0.0, 0.0], [2.0, 0.0, 0.2]],
            [[0.0, 0.0, 0.0], [2.0, 0.0, 0.2], [0.0, 0.0, 0.2]],
        ];
        let hull = Hull::of_triangles(&sheet);
        assert_eq!(hull.bands.len(), 1, "from below to above it is the same");
        assert_eq!((hull.bands[0].from_m, hull.bands[0].to_m), (0.0, 0.2));
        assert!((hull.bands[0].area.m2() - 0.002).abs() < 1e-6);
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
    fn a_tree_is_drawn_with_few_corners_and_none_of_its_leaves_is_lost() {
        let mut random = oorandom::Rand64::new(3);
        let mut number = |most: f64| (random.rand_float() - 0.5) * most;
        let leaves: Vec<[Corner; 3]> = (0..4000)
            .map(|_| {
                let middle = [number(2.0), number(2.0), number(2.0)];
                [(); 3].map(|()| middle.map(|c| c + number(0.08)))
            })
            .collect();
        let hull = Hull::of_triangles(&leaves);
        assert!(hull.is_quick());
        let corners = || hull.bands.iter().flat_map(|band| band.area.corners());
        assert!(
            corners().all(|p| p.x.abs() < 1.05 && p.y.abs() < 1.05),
            "nor is it larger"
        );
        for leaf in &leaves {
            let at = |axis: usize| leaf.iter().map(|corner| corner[axis]).sum::<f64>() / 3.0;
            let is_at = |band: &&Band| (band.from_m..=band.to_m).contains(&at(2));
            let distance = hull
                .bands
                .iter()
                .find(is_at)
                .map(|band| band.area.distance_to(Point::new(at(0), at(1))));
            assert!(
                distance.is_some_and(|distance| distance < 1e-6),
                "{leaf:?} {distance:?}"
            );
        }
    }

    #[test]
    fn what_has_very_many_faces_is_off_by_no_more_than_a_centimetre() {
        let radius = |vase: f64, up: f64| 0.3 + 0.1 * (6.0 * up + vase).sin();
        let mut triangles: Vec<[Corner; 3]> = Vec::new();
        for vase in 0..5 {
            let vase = f64::from(vase);
            let at = |i: i32, j: i32| -> Corner {
                let (turn, up) = (f64::from(i) * std::f64::consts::TAU / 128.0, f64::from(j) / 60.0);
                let radius = radius(vase, up);
                [vase + radius * turn.cos(), radius * turn.sin(), up]
            };
            for (i, j) in (0..128).flat_map(|i| (0..60).map(move |j| (i, j))) {
                triangles.push([at(i, j), at(i + 1, j), at(i, j + 1)]);
                triangles.push([at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)]);
            }
        }
        let hull = Hull::of_triangles(&triangles);
        assert!(hull.is_quick());
        let mut random = oorandom::Rand64::new(5);
        let mut number = |low: f64, high: f64| low + random.rand_float() * (high - low);
        for Band { from_m, to_m, area } in &hull.bands {
            for _ in 0..200 {
                let (vase, turn, up) = (number(0.0, 5.0).floor(), number(0.0, 7.0), number(*from_m, *to_m));
                let on = |radius: f64| Point::new(vase + radius * turn.cos(), radius * turn.sin());
                assert!(area.distance_to(on(radius(vase, up))) < 0.01, "vase {vase}, {up} m up");
                let far = |off: f64| {
                    let heights = (0..=20).map(|i| from_m + (to_m - from_m) * f64::from(i) / 20.0);
                    heights
                        .map(|up| (off - radius(vase, up)).abs())
                        .fold(f64::INFINITY, f64::min)
                };
                let elsewhere = number(0.0, 0.39);
                if far(elsewhere) > 0.01 {
                    assert!(
                        !area.contains(on(elsewhere)),
                        "vase {vase}, {from_m} m up, {elsewhere} m from its axis"
                    );
                }
            }
        }
    }

    #[test]
    fn no_triangles_and_no_numbers_are_no_hull() {
        assert_eq!(Hull::of_triangles(&[]), Hull::default());
        let broken = [[f64::NAN, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, f64::INFINITY]];
        assert_eq!(Hull::of_triangles(&[broken]), Hull::default());
    }
}
