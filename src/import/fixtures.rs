//! What stands in the way: walls and columns.

use super::geojson::Geometry;
use super::level::LevelNumber;
use super::plan::{Ids, Piece, slug};
use super::report::Report;
use super::role::{AreaRole, LineRole, PointRole};
use super::shapes;
use super::spaces::Column;
use super::survey::Item;
use crate::venue::{Fixture, FixtureId, FixtureKind, Opening, Point, Polygon};
use std::collections::BTreeSet;

/// Thickness of a wall drawn as a line (m).
const WALL_M: f64 = 0.2;

/// Side of a column drawn as a point (m).
const COLUMN_M: f64 = 0.5;

/// A wall keeps this far from an opening's ends (m).
const DOOR_MARGIN_M: f64 = 0.1;

/// A wall this near to a room's border is the room's own (m).
const ROOM_WALL_M: f64 = 0.15;

/// How finely a wall's line is cut where doors go through (m).
const STEP_M: f64 = 0.1;

pub(super) struct Making<'a> {
    pub items: &'a [Item],
    pub pieces: &'a [Piece],
    pub openings: &'a [Opening],
    /// Levels that have floor.
    pub levels: &'a BTreeSet<LevelNumber>,
    /// Columns that the floors leave out.
    pub columns: &'a [Column],
}

impl Making<'_> {
    pub fn fixtures(&self, ids: &mut Ids, report: &mut Report) -> Vec<Fixture> {
        let mut fixtures = Vec::new();
        for item in self.items {
            let levels: Vec<LevelNumber> = item.levels.intersection(self.levels).copied().collect();
            let before = fixtures.len();
            let mut is_fixture = false;
            for geometry in &item.geometries {
                let parts: Vec<(FixtureKind, LevelNumber, Polygon)> = match (geometry, item.area_role()) {
                    (Geometry::Line(line), _) if item.line_role() == LineRole::Wall => {
                        self.on_levels(&levels, |level| self.wall(line, level), FixtureKind::Wall)
                    }
                    (Geometry::Area(rings), AreaRole::Wall) if item.tags.says("area") => on_floor(
                        &levels,
                        FixtureKind::Wall,
                        &shapes::pieces(&shapes::solid(rings).0).polygons,
                    ),
                    (Geometry::Area(rings), AreaRole::Wall) => {
                        let closed = |ring: &Vec<Point>| ring.iter().chain(ring.first()).copied().collect::<Vec<_>>();
                        self.on_levels(
                            &levels,
                            |level| rings.iter().flat_map(|ring| self.wall(&closed(ring), level)).collect(),
                            FixtureKind::Wall,
                        )
                    }
                    (Geometry::Area(rings), AreaRole::Column) => on_floor(
                        &levels,
                        FixtureKind::Column,
                        &shapes::pieces(&shapes::solid(rings).0).polygons,
                    ),
                    (Geometry::Point(p), _) if item.point_role() == PointRole::Column => {
                        let half = COLUMN_M / 2.0;
                        on_floor(
                            &levels,
                            FixtureKind::Column,
                            &[Polygon::rectangle(p.x - half, p.y - half, COLUMN_M, COLUMN_M)],
                        )
                    }
                    _ => continue,
                };
                is_fixture = true;
                for (kind, level, footprint) in parts {
                    let id = FixtureId::new(ids.fresh(&format!("{}-L{level}", slug(&item.osm_id))));
                    let footprint = Polygon(footprint.points().iter().map(|&point| shapes::round(point)).collect());
                    if footprint.area() > 1e-3 {
                        fixtures.push(Fixture {
                            id,
                            kind,
                            level: level.id(),
                            footprint,
                            height_m: item.tags.metres("height"),
                        });
                    }
                }
            }
            if fixtures.len() > before {
                report.used(&item.osm_id, "a wall or column");
            } else if is_fixture && levels.is_empty() {
                report.left_out(&item.osm_id, "a wall or column on no level that has floor");
            } else if is_fixture {
                report.used(&item.osm_id, "a wall that rooms have there anyway");
            }
        }
        for column in self.columns {
            let id = FixtureId::new(ids.fresh(&format!(
                "{}-column-L{}",
                slug(&self.items[column.item].osm_id),
                column.level
            )));
            let footprint = column.polygon.clone();
            fixtures.push(Fixture {
                id,
                kind: FixtureKind::Column,
                level: column.level.id(),
                footprint,
                height_m: None,
            });
        }
        fixtures
    }

    fn on_levels(
        &self,
        levels: &[LevelNumber],
        parts: impl Fn(LevelNumber) -> Vec<Polygon>,
        kind: FixtureKind,
    ) -> Vec<(FixtureKind, LevelNumber, Polygon)> {
        levels
            .iter()
            .flat_map(|&level| parts(level).into_iter().map(move |polygon| (kind, level, polygon)))
            .collect()
    }

    /// Thin boxes along the line, with gaps where doors are, and none where a room's own wall stands.
    fn wall(&self, line: &[Point], level: LevelNumber) -> Vec<Polygon> {
        let ids: BTreeSet<_> = self
            .pieces
            .iter()
            .filter(|piece| piece.level == level)
            .map(|piece| &piece.id)
            .collect();
        let openings: Vec<&Opening> = self
            .openings
            .iter()
            .filter(|opening| opening.between.iter().any(|unit| ids.contains(unit)))
            .collect();
        let rooms: Vec<&Polygon> = self
            .pieces
            .iter()
            .filter(|piece| piece.level == level && !piece.is_open())
            .map(|piece| &piece.polygon)
            .collect();
        let stands = |p: Point| {
            let in_door = openings.iter().any(|opening| {
                let m = opening.from.lerp(opening.to, 0.5);
                m.distance(p) <= opening.from.distance(opening.to) / 2.0 + DOOR_MARGIN_M
            });
            !in_door && !rooms.iter().any(|room| room.distance_to_border(p) <= ROOM_WALL_M)
        };
        line.windows(2)
            .flat_map(|pair| standing(pair[0], pair[1], &stands))
            .filter_map(|(a, b)| thick(a, b))
            .collect()
    }
}

fn on_floor(
    levels: &[LevelNumber],
    kind: FixtureKind,
    polygons: &[Polygon],
) -> Vec<(FixtureKind, LevelNumber, Polygon)> {
    levels
        .iter()
        .flat_map(|&level| polygons.iter().map(move |polygon| (kind, level, polygon.clone())))
        .collect()
}

/// The stretches of a–b on which a wall stands.
fn standing(a: Point, b: Point, stands: &impl Fn(Point) -> bool) -> Vec<(Point, Point)> {
    let count = ((a.distance(b) / STEP_M) as usize).clamp(1, 5000);
    let at = |i: usize| i as f64 / count as f64;
    let mut stretches = Vec::new();
    let mut start = None;
    for i in 0..=count {
        let is_wall = i < count && stands(a.lerp(b, (at(i) + at(i + 1)) / 2.0));
        match (is_wall, start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                stretches.push((a.lerp(b, at(from)), a.lerp(b, at(i))));
                start = None;
            }
            _ => {}
        }
    }
    stretches
}

/// The wall along a–b; `None` if it is too short to stand.
fn thick(a: Point, b: Point) -> Option<Polygon> {
    let length = a.distance(b);
    if length < WALL_M {
        return None;
    }
    let n = Point::new(
        -(b.y - a.y) / length * WALL_M / 2.0,
        (b.x - a.x) / length * WALL_M / 2.0,
    );
    Some(Polygon(vec![
        Point::new(a.x - n.x, a.y - n.y),
        Point::new(b.x - n.x, b.y - n.y),
        Point::new(b.x + n.x, b.y + n.y),
        Point::new(a.x + n.x, a.y + n.y),
    ]))
}
