//! What an own model covers: for each band of heights, the union of what its triangles cover when they are cut to that band and seen from above.

mod mesh;
mod outline;
mod slices;

use super::plane::{Area, border_without};
use crate::venue::{Bounds, Polygon};
use mesh::Mesh;
use serde::{Deserialize, Serialize};
use slices::{Slice, Turns, cut};
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
/// A face that is narrower when it is seen from above, in metres, is part of such a wall.
const FLAT_M: f64 = 0.000_25;

/// A hull of more corners is drawn with fewer, so that all that is measured of it is still quick; and what has too many even so, in cells.
const MOST_CORNERS: usize = 4000;
/// Ways round it are looked for along the outline of all bands together: where that has more corners, each move takes longer than a person waits.
const MOST_OUTLINED: usize = 700;
const DRAWINGS: [Drawing; 3] = [
    Drawing {
        grid_m: 0.0,
        borders_off_m: &[0.0, 0.000_5, 0.005],
        offs_m: &[0.0, 0.000_5, 0.005, 0.02, 0.03],
    },
    Drawing {
        grid_m: 0.005,
        borders_off_m: &[0.0],
        offs_m: &[0.005, 0.02, 0.03],
    },
    Drawing {
        grid_m: 0.02,
        borders_off_m: &[0.0],
        offs_m: &[0.02],
    },
];
const CELLS_M: [f64; 2] = [0.1, 0.25];
/// Corners of all bands' borders, of one band's that lie over each other, and cells that are looked at, before it is too much.
const MOST_BORDERING: usize = 40_000;
const MOST_STACKED: f64 = 1e7;
const MOST_CELLS: usize = 20_000_000;
/// What is farther from a model's origin, in metres, is no part of it.
const FARTHEST_M: f64 = 1e4;

/// How the borders of what faces cover are drawn.
struct Drawing {
    /// Corners are moved to a grid so wide, in metres; 0 being none.
    grid_m: f64,
    /// Of each border the corners are left out that are so near to their neighbours' line: as few as needed, so that it is not too much to join what
    /// they bound.
    borders_off_m: &'static [f64],
    /// The same of what is joined, so that the hull is quick.
    offs_m: &'static [f64],
}

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
    /// What triangles cover, by the numbers of their corners. Exact for each band as a whole but for sheets that stand upright, which are taken as 1 mm thick;
    /// what has more corners than can be measured quickly is off by up to 3.5 cm, then without holes, or covers whole cells. Corners that are no numbers are passed over.
    pub fn of_mesh(corners: &[Corner], triangles: impl IntoIterator<Item = [u32; 3]>) -> Self {
        let mesh = Mesh::of(corners, triangles, FARTHEST_M);
        let Some((low, high)) = mesh.extent() else {
            return Self::default();
        };
        // No sheet makes the model larger than it is.
        let [(x, width), (y, depth)] = [0, 1].map(|axis| {
            let pad = (SHEET_M - (high[axis] - low[axis])).max(0.0) / 2.0;
            (low[axis] - pad, high[axis] - low[axis] + 2.0 * pad)
        });
        let model = Model {
            slices: mesh.slices(&edges(low[2], high[2])),
            whole: Polygon::rectangle(x, y, width, depth),
        };
        let hull = Self {
            size_m: [0, 1, 2].map(|axis| high[axis] - low[axis]),
            bands: Vec::new(),
        };
        let drawn = DRAWINGS
            .iter()
            .find_map(|drawing| Some((drawing, hull.drawn(drawing, &model)?)));
        let quick = drawn.and_then(|(drawing, drawn)| drawn.quick(drawing.offs_m));
        let mut in_cells = CELLS_M.iter().map(|cell_m| hull.in_cells(*cell_m, &model));
        quick.or_else(|| in_cells.find(Self::is_quick)).unwrap_or(hull)
    }

    /// `None` if it is too much.
    fn drawn(&self, drawing: &Drawing, model: &Model<'_>) -> Option<Self> {
        let mut turns = Turns::default();
        let slices = model.slices.iter();
        let borders: Vec<Vec<Polygon>> = slices.map(|slice| slice.borders(drawing.grid_m, &mut turns)).collect();
        let mut simpler = drawing.borders_off_m.iter().map(|off_m| {
            let simplified =
                |borders: &Vec<Polygon>| borders.iter().map(|border| border_without(border, *off_m)).collect();
            borders.iter().map(simplified).collect::<Vec<Vec<Polygon>>>()
        });
        let borders = simpler.find(|borders| model.is_little(borders))?;
        let mut hull = self.clone();
        for (slice, borders) in model.slices.iter().zip(borders) {
            hull.put(Band {
                from_m: slice.from_m,
                to_m: slice.to_m,
                area: Area::within(&borders).inside_of(&model.whole),
            });
        }
        Some(hull)
    }

    /// All cells that anything is in; what is too much even so has no bands.
    fn in_cells(&self, cell_m: f64, model: &Model<'_>) -> Self {
        let mut hull = self.clone();
        let mut steps = 0;
        let cell = |metres: f64| (metres / cell_m).floor() as i32;
        for slice in &model.slices {
            let mut rows: BTreeMap<i32, BTreeSet<i32>> = BTreeMap::new();
            for corners in slice.faces() {
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
            hull.put(Band {
                from_m: slice.from_m,
                to_m: slice.to_m,
                area: Area::joined(&runs).inside_of(&model.whole),
            });
        }
        hull
    }

    /// Whether what is measured of it is quick: for any model that is no cloud of crumbs.
    pub fn is_quick(&self) -> bool {
        let corners = self.bands.iter().map(|band| band.area.count_corners());
        !self.bands.is_empty() && corners.sum::<usize>() <= MOST_CORNERS
    }

    /// Whether ways round it are looked for quickly.
    fn is_plain(&self) -> bool {
        let together = Area::union(self.bands.iter().map(|band| &band.area));
        together.filled().count_corners() <= MOST_OUTLINED
    }

    /// Puts a band on top; one that is like that below makes it higher.
    fn put(&mut self, band: Band) {
        match self.bands.last_mut() {
            Some(last) if last.to_m == band.from_m && last.area.is_same(&band.area, SAME_M2) => last.to_m = band.to_m,
            _ if band.area.is_empty() => {}
            _ => self.bands.push(band),
        }
    }

    /// As near to it as is quick, without its holes if it must be.
    fn quick(&self, offs_m: &[f64]) -> Option<Self> {
        let nearest = |hull: &Self| {
            let mut smoothed = offs_m.iter().filter_map(|off_m| hull.smoothed(*off_m));
            smoothed.find(|hull| hull.is_quick() && hull.is_plain())
        };
        nearest(self).or_else(|| nearest(&self.filled()))
    }

    /// With what it goes round.
    fn filled(&self) -> Self {
        let fill = |band: &Band| Band {
            area: band.area.filled(),
            ..*band
        };
        Self {
            bands: self.bands.iter().map(fill).collect(),
            ..*self
        }
    }

    /// `None` if it is not quick even so.
    fn smoothed(&self, off_m: f64) -> Option<Self> {
        if off_m == 0.0 {
            return Some(self.clone());
        }
        let smooth = |band: &Band| Band {
            area: band.area.smoothed(off_m),
            ..*band
        };
        let bands: Vec<Band> = self.bands.iter().map(smooth).collect();
        let mut smoothed = Self {
            bands: Vec::new(),
            ..*self
        };
        let corners: usize = bands.iter().map(|band| band.area.count_corners()).sum();
        if corners > MOST_CORNERS {
            return None;
        }
        for band in bands {
            let area = band.area.untangled();
            smoothed.put(Band { area, ..band });
        }
        Some(smoothed)
    }
}

/// What a hull is made of.
struct Model<'m> {
    slices: Vec<Slice<'m>>,
    /// It covers nothing beyond.
    whole: Polygon,
}

impl Model<'_> {
    /// Whether what is inside of borders is joined quickly.
    fn is_little(&self, borders: &[Vec<Polygon>]) -> bool {
        let corners_of = |borders: &[Polygon]| borders.iter().map(|border| border.points().len()).sum::<usize>();
        let is_stacked = |borders: &Vec<Polygon>| {
            let boxes = borders.iter().filter_map(Polygon::bounds);
            let stacked: f64 = boxes.map(|Bounds { min, max }| (max.x - min.x) * (max.y - min.y)).sum();
            corners_of(borders) as f64 * stacked / self.whole.area() > MOST_STACKED
        };
        borders.iter().map(|borders| corners_of(borders)).sum::<usize>() <= MOST_BORDERING
            && !borders.iter().any(is_stacked)
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::venue::{Point, cross};

    impl Hull {
        pub fn of_triangles(triangles: &[[Corner; 3]]) -> Self {
            let corners = triangles.as_flattened();
            Self::of_mesh(
                corners,
                (0..corners.len() as u32 / 3).map(|i| [0, 1, 2].map(|k| 3 * i + k)),
            )
        }
    }

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
        let above = cut(triangle, |corner| corner[2] - from_m);
        let cut = cut(&above, |corner| to_m - corner[2])
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

    /// Of a vase, so high up.
    fn radius(vase: f64, up: f64) -> f64 {
        0.3 + 0.1 * (6.0 * up + vase).sin()
    }

    /// So many in a row, a metre apart.
    fn vases(count: u32) -> Hull {
        let mut triangles: Vec<[Corner; 3]> = Vec::new();
        for vase in (0..count).map(f64::from) {
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
        Hull::of_triangles(&triangles)
    }

    /// Whether a hull covers the vases and, but for what they go round if `fills`, nothing that is farther from them.
    fn is_near(hull: &Hull, count: u32, off_m: f64, fills: bool) {
        assert!(hull.is_quick());
        let mut random = oorandom::Rand64::new(5);
        let mut number = |low: f64, high: f64| low + random.rand_float() * (high - low);
        for Band { from_m, to_m, area } in &hull.bands {
            for _ in 0..200 {
                let vase = number(0.0, f64::from(count)).floor();
                let (turn, up) = (number(0.0, 7.0), number(*from_m, *to_m));
                let on = |radius: f64| Point::new(vase + radius * turn.cos(), radius * turn.sin());
                let off = area.distance_to(on(radius(vase, up)));
                assert!(off < off_m, "vase {vase}, {up} m up, is {off} m off");
                let heights = || (0..=20).map(|i| from_m + (to_m - from_m) * f64::from(i) / 20.0);
                let far = |from_axis: f64| {
                    let offs = heights().map(|up| from_axis - radius(vase, up));
                    offs.map(|off| if fills { off } else { off.abs() })
                        .fold(f64::INFINITY, f64::min)
                };
                let elsewhere = number(0.0, 0.49);
                if far(elsewhere) > off_m {
                    assert!(
                        !area.contains(on(elsewhere)),
                        "vase {vase}, {from_m} m up, {elsewhere} m from its axis"
                    );
                }
            }
        }
    }

    #[test]
    fn what_has_very_many_faces_is_off_by_no_more_than_a_centimetre() {
        is_near(&vases(5), 5, 0.01, false);
    }

    #[test]
    fn what_has_even_more_is_off_by_no_more_than_is_told_without_its_holes() {
        is_near(&vases(8), 8, 0.035, true);
    }

    #[test]
    fn no_triangles_and_no_numbers_are_no_hull() {
        assert_eq!(Hull::of_triangles(&[]), Hull::default());
        let broken = [[f64::NAN, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, f64::INFINITY]];
        assert_eq!(Hull::of_triangles(&[broken]), Hull::default());
    }
}
