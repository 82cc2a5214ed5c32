//! The shortest way there can be, by the `polyanya` crate (Cui, Harabor and Grastien, "Compromise-free Pathfinding on a Navigation Mesh", 2017), on
//! the same free floor that the nav graph is made of.

use fairway::venue::{Bounds, LevelId, Point, Polygon};
use fairway::wayfinding::NavGraph;
use polyanya::{Mesh, Triangulation};

/// Free floor in one piece, openings included.
pub struct Piece {
    border: Polygon,
    holes: Vec<Polygon>,
    /// The same floor in triangles, and in larger polygons.
    meshes: [Mesh; 2],
}

/// All free floor of a level.
pub struct FreeFloor {
    pub level: LevelId,
    pub bounds: Bounds,
    pieces: Vec<Piece>,
}

impl FreeFloor {
    /// `None` if the level has none.
    pub fn of(graph: &NavGraph, level: &LevelId) -> Option<Self> {
        let contours = contours(&graph.walls(level));
        let bounds = contours.iter().filter_map(Polygon::bounds).reduce(Bounds::union)?;
        let (borders, holes): (Vec<Polygon>, Vec<Polygon>) = contours.into_iter().partition(|c| c.signed_area() > 0.0);
        let mut pieces: Vec<(Polygon, Vec<Polygon>)> = borders.into_iter().map(|border| (border, vec![])).collect();
        for hole in holes {
            let around = pieces
                .iter_mut()
                .filter(|(border, _)| border.contains(hole.points()[0]))
                .min_by(|(a, _), (b, _)| a.area().total_cmp(&b.area()));
            around.expect("a hole is in a border").1.push(hole);
        }
        let pieces = pieces.into_iter().map(|(border, holes)| {
            let meshes = meshes(&border, &holes);
            Piece { border, holes, meshes }
        });
        Some(Self {
            level: level.clone(),
            bounds,
            pieces: pieces.collect(),
        })
    }

    /// The piece that a person whose middle is at `p` stands on.
    pub fn at(&self, p: Point) -> Option<&Piece> {
        self.pieces.iter().find(|piece| piece.contains(p))
    }
}

impl Piece {
    fn contains(&self, p: Point) -> bool {
        self.border.contains(p) && !self.holes.iter().any(|hole| hole.contains(p))
    }

    /// Length in metres of the shortest way over this piece.
    pub fn shortest_m(&self, from: Point, to: Point) -> Option<f64> {
        if !self.contains(to) {
            return None;
        }
        // It computes in single precision, and misses the best way at times, or finds none: hardly ever on both meshes in both directions.
        let ways = self
            .meshes
            .iter()
            .flat_map(|mesh| [way_m(mesh, from, to), way_m(mesh, to, from)]);
        ways.flatten().reduce(f64::min)
    }

    /// How far into a wall, in metres, the straight line from `a` to `b` goes; 0 if it stays on the floor.
    pub fn depth_in_walls_m(&self, a: Point, b: Point) -> f64 {
        let samples = (a.distance(b) / 0.1).ceil().max(1.0) as u32;
        let points = (0..=samples).map(|i| a.lerp(b, f64::from(i) / f64::from(samples)));
        let outside = points.filter(|p| !self.contains(*p));
        let depth = |p: Point| {
            let borders = self.holes.iter().chain([&self.border]);
            borders
                .map(|border| border.distance_to_border(p))
                .fold(f64::INFINITY, f64::min)
        };
        outside.map(depth).fold(0.0, f64::max)
    }
}

/// Segments that follow each other, contour by contour, as polygons.
fn contours(segments: &[[f64; 4]]) -> Vec<Polygon> {
    let mut contours = Vec::new();
    let mut open: Vec<Point> = Vec::new();
    for &[x, y, to_x, to_y] in segments {
        open.push(Point::new(x, y));
        if open[0] == Point::new(to_x, to_y) {
            contours.push(Polygon(std::mem::take(&mut open)));
        }
    }
    contours
}

/// Length in metres of the way that is found over a mesh.
fn way_m(mesh: &Mesh, from: Point, to: Point) -> Option<f64> {
    let corners = mesh.path(vec2(from), vec2(to))?.path;
    // Summed anew: its own sum is of single precision.
    let corners = corners.iter().map(|p| Point::new(f64::from(p.x), f64::from(p.y)));
    let (length, _) = corners.fold((0.0, from), |(sum, last), p| (sum + last.distance(p), p));
    Some(length)
}

fn meshes(border: &Polygon, holes: &[Polygon]) -> [Mesh; 2] {
    let edges = |polygon: &Polygon| polygon.points().iter().map(|&p| vec2(p)).collect::<Vec<_>>();
    let mut triangulation = Triangulation::from_outer_edges(&edges(border));
    triangulation.add_obstacles(holes.iter().map(edges));
    let mut triangles = triangulation.as_navmesh();
    triangles.set_search_delta(1e-3);
    let mut polygons = triangles.clone();
    polygons.merge_polygons();
    for mesh in [&mut triangles, &mut polygons] {
        mesh.bake();
    }
    [triangles, polygons]
}

fn vec2(p: Point) -> glam::Vec2 {
    glam::Vec2::new(p.x as f32, p.y as f32)
}
