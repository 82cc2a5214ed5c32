//! What the stage knows of the venue: levels with their walls, and where places are. From the scene that the guide describes and from
//! the parts of the models.

use super::space::{Box3, heading_vector};
use super::walls::Walls;
use crate::guide::{LabelRank, Scene, SceneLabel};
use crate::venue::{LevelId, PlaceId};
use crate::wayfinding::RoutePoint;
use glam::{Vec2, Vec3};
use std::collections::BTreeMap;

/// What one looks at a place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    Booth,
    /// A hall, room, corridor.
    Unit,
    /// An amenity, connector, opening, kiosk.
    Spot,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SitePlace {
    pub kind: PlaceKind,
    pub bounds: Box3,
    /// Of its level.
    pub ordinal: i32,
    /// Halls and rooms: their border on the floor. Empty for what a model shows.
    pub outline: Vec<Vec2>,
}

#[derive(Debug)]
pub struct SiteLevel {
    pub id: LevelId,
    pub ordinal: i32,
    pub elevation_m: f32,
    pub walls: Walls,
}

/// Stairs or an escalator: carries a walker from one point to the other, both on their floors.
#[derive(Debug)]
pub struct SiteConnector {
    pub from: Vec3,
    pub to: Vec3,
    pub both_ways: bool,
    pub width_m: f32,
}

#[derive(Debug, Default)]
#[cfg_attr(feature = "stage", derive(bevy::prelude::Resource))]
pub struct Site {
    /// Lowest first.
    levels: Vec<SiteLevel>,
    connectors: Vec<SiteConnector>,
    labels: Vec<SceneLabel>,
    label_of: BTreeMap<PlaceId, usize>,
    start: Option<(Vec3, f32)>,
    places: BTreeMap<PlaceId, SitePlace>,
    bounds: Option<Box3>,
}

impl Site {
    /// Takes the scene; places that models brought stay.
    pub fn set_scene(&mut self, scene: Scene) {
        self.levels = scene
            .levels
            .iter()
            .map(|level| SiteLevel {
                id: level.id.clone(),
                ordinal: level.ordinal,
                elevation_m: level.elevation_m as f32,
                walls: Walls::new(level.walls.iter().copied()),
            })
            .collect();
        self.levels.sort_by_key(|level| level.ordinal);
        for level in &scene.levels {
            let z = level.elevation_m as f32;
            let corner = |p: crate::venue::Point, z| Vec3::new(p.x as f32, p.y as f32, z);
            self.grow(Box3 {
                min: corner(level.bounds.min, z),
                max: corner(level.bounds.max, z + 6.0),
            });
        }
        self.start = scene.start.as_ref().and_then(|start| {
            let z = self.level(&start.level)?.elevation_m;
            let p = Vec3::new(start.point.x as f32, start.point.y as f32, z);
            Some((p, start.heading_deg as f32))
        });
        let connectors = scene.connectors.iter().filter_map(|it| {
            Some(SiteConnector {
                from: self.on_floor(&it.from)?,
                to: self.on_floor(&it.to)?,
                both_ways: it.both_ways,
                width_m: it.width_m.map_or(USUAL_WIDTH_M, |width| width as f32),
            })
        });
        self.connectors = connectors.collect();
        self.labels = scene.labels;
        self.label_of = self
            .labels
            .iter()
            .enumerate()
            // A hall has a number and a name: either stands for it.
            .map(|(i, label)| (label.place.clone(), i))
            .collect();
    }

    /// A place that a model shows. Several parts of one place are joined.
    pub fn add_place(&mut self, id: PlaceId, place: SitePlace) {
        self.grow(place.bounds);
        self.places
            .entry(id)
            .and_modify(|known| known.bounds = known.bounds.union(place.bounds))
            .or_insert(place);
    }

    fn grow(&mut self, by: Box3) {
        self.bounds = Some(self.bounds.map_or(by, |all| all.union(by)));
    }

    /// Everything; `None` before there is a scene or a model.
    pub fn bounds(&self) -> Option<Box3> {
        self.bounds
    }

    pub fn levels(&self) -> &[SiteLevel] {
        &self.levels
    }

    pub fn level(&self, id: &LevelId) -> Option<&SiteLevel> {
        self.levels.iter().find(|level| level.id == *id)
    }

    pub fn connectors(&self) -> &[SiteConnector] {
        &self.connectors
    }

    pub fn labels(&self) -> &[SceneLabel] {
        &self.labels
    }

    pub fn has_scene(&self) -> bool {
        !self.levels.is_empty()
    }

    /// Where walking starts, on the floor, and the heading there.
    pub fn start(&self) -> Option<(Vec3, f32)> {
        self.start
    }

    /// Every place that a model shows.
    pub fn places(&self) -> impl Iterator<Item = (&PlaceId, &SitePlace)> {
        self.places.iter()
    }

    pub fn is_modelled(&self, id: &PlaceId) -> bool {
        self.places.contains_key(id)
    }

    pub fn label(&self, id: &PlaceId) -> Option<&SceneLabel> {
        self.label_of.get(id).map(|i| &self.labels[*i])
    }

    /// A place by its model, else by its label.
    pub fn place(&self, id: &PlaceId) -> Option<SitePlace> {
        if let Some(place) = self.places.get(id) {
            return Some(place.clone());
        }
        let label = self.label(id)?;
        let level = self.level(&label.level)?;
        let at = Vec3::new(label.at.x as f32, label.at.y as f32, level.elevation_m);
        let round = |half: f32| Box3 {
            min: at - Vec3::new(half, half, 0.0),
            max: at + Vec3::new(half, half, 2.5),
        };
        let outline: Vec<Vec2> = outline(label).collect();
        let inside = |height: f32| {
            let border = outline.iter().map(|p| p.extend(level.elevation_m));
            let floor = Box3::of(border).unwrap_or_else(|| round(0.0));
            Box3 {
                max: floor.max + Vec3::Z * height,
                ..floor
            }
        };
        let (kind, bounds) = match label.rank {
            LabelRank::HallNumber | LabelRank::HallName => (PlaceKind::Unit, inside(0.0)),
            LabelRank::Room => (PlaceKind::Unit, inside(2.5)),
            LabelRank::Anchor => (PlaceKind::Booth, round(3.0)),
            LabelRank::Booth => (PlaceKind::Booth, round(1.5)),
        };
        Some(SitePlace {
            kind,
            bounds,
            ordinal: level.ordinal,
            outline,
        })
    }

    /// Degrees clockwise from north, out of its open side.
    pub fn facing_deg(&self, id: &PlaceId) -> Option<f32> {
        self.label(id)?.facing_deg.map(|deg| deg as f32)
    }

    /// The level that somebody at height `z` is on: the highest whose floor is not above the knees; the lowest if all are.
    pub fn level_at(&self, z: f32) -> Option<&SiteLevel> {
        self.levels
            .iter()
            .rev()
            .find(|level| level.elevation_m <= z + 0.5)
            .or(self.levels.first())
    }

    /// The floor under somebody at height `z`: 0 before there is a scene.
    pub fn floor_at(&self, z: f32) -> f32 {
        self.level_at(z).map_or(0.0, |level| level.elevation_m)
    }

    /// The level that somebody with the feet at height `z` has to see: between two, on stairs, the upper one.
    pub fn level_above(&self, z: f32) -> Option<&SiteLevel> {
        self.levels
            .iter()
            .find(|level| level.elevation_m >= z - 0.5)
            .or(self.levels.last())
    }

    /// `None` on a level that the scene does not know.
    pub fn on_floor(&self, p: &RoutePoint) -> Option<Vec3> {
        Some(Vec3::new(p.x as f32, p.y as f32, self.level(&p.level)?.elevation_m))
    }

    /// A route's points on their floors; points of unknown levels are left out.
    pub fn route(&self, points: &[RoutePoint]) -> Vec<Vec3> {
        points.iter().filter_map(|p| self.on_floor(p)).collect()
    }

    /// From which side one comes into a hall, degrees clockwise from north: the side of its bounds that can be crossed on most of
    /// its length. `None` if none can.
    pub fn entrance_deg(&self, hall: &SitePlace) -> Option<f32> {
        let walls = &self.levels.iter().find(|level| level.ordinal == hall.ordinal)?.walls;
        let (min, max) = (hall.bounds.min.truncate(), hall.bounds.max.truncate());
        let sides = [
            (0.0, Vec2::new(min.x, max.y), Vec2::new(max.x, max.y)),
            (90.0, Vec2::new(max.x, min.y), Vec2::new(max.x, max.y)),
            (180.0, Vec2::new(min.x, min.y), Vec2::new(max.x, min.y)),
            (270.0, Vec2::new(min.x, min.y), Vec2::new(min.x, max.y)),
        ];
        let width = |outward: Vec2, a: Vec2, b: Vec2| {
            let steps = a.distance(b) as usize;
            (0..steps)
                .filter(|k| {
                    let at = a.lerp(b, (*k as f32 + 0.5) / steps as f32);
                    let (inside, across) = (at - outward * THRESHOLD_M, outward * THRESHOLD_M * 2.0);
                    walls.is_free(inside) && walls.slide(inside, across).distance(inside + across) < 0.01
                })
                .count()
        };
        sides
            .into_iter()
            .map(|(deg, a, b)| (width(heading_vector(deg), a, b), deg))
            .filter(|(width, _)| *width > 0)
            // The first of equals.
            .rev()
            .max_by_key(|(width, _)| *width)
            .map(|(_, deg)| deg)
    }

    /// Points that have between them what one comes for, at the floor and as high as walls are cut: halls and all else indoors that has
    /// a name. Where that is the lesser part, whatever can be walked on.
    pub fn outline(&self) -> Vec<Vec3> {
        let on = |level: &SiteLevel, p: Vec2| p.extend(level.elevation_m);
        let named: Vec<Vec3> = self
            .labels
            .iter()
            .filter_map(|label| Some((label, self.level(&label.level)?)))
            .flat_map(|(label, level)| outline(label).map(move |p| on(level, p)))
            .collect();
        let free = self.levels.iter();
        let free: Vec<Vec3> = free
            .flat_map(|level| level.walls.ends().map(move |p| on(level, p)))
            .collect();
        let area = |points: &[Vec3]| Box3::of(points.iter().copied()).map_or(0.0, |all| all.size().x * all.size().y);
        let chosen = if area(&named) * 2.0 > area(&free) { named } else { free };
        if chosen.is_empty() {
            return self.bounds.iter().flat_map(|all| all.corners()).collect();
        }
        chosen.into_iter().flat_map(|p| [p, p + Vec3::Z * 3.0]).collect()
    }

    /// Halls in which no model shows anything: their outlines, and their floors' heights.
    pub fn bare_halls(&self) -> Vec<(Vec<Vec2>, f32)> {
        let is_shown = |label: &SceneLabel, ordinal| {
            self.places
                .values()
                .any(|place| place.ordinal == ordinal && holds(label, place.bounds.center().truncate()))
        };
        self.labels
            .iter()
            .filter(|label| label.rank == LabelRank::HallNumber && !label.outline.is_empty())
            .filter_map(|label| Some((label, self.level(&label.level)?)))
            .filter(|(label, level)| !is_shown(label, level.ordinal))
            .map(|(label, level)| (outline(label).collect(), level.elevation_m))
            .collect()
    }

    /// The hall or room at a point of a level: the smallest one round it.
    pub fn unit_at(&self, point: Vec2, ordinal: i32) -> Option<&PlaceId> {
        let here = |label: &&SceneLabel| self.level(&label.level).is_some_and(|level| level.ordinal == ordinal);
        let area = |label: &SceneLabel| {
            let border = Box3::of(outline(label).map(|p| p.extend(0.0)));
            border.map_or(0.0, |all| all.size().x * all.size().y)
        };
        self.labels
            .iter()
            .filter(|label| holds(label, point))
            .filter(here)
            .min_by(|a, b| area(a).total_cmp(&area(b)))
            .map(|label| &label.place)
    }
}

fn outline(label: &SceneLabel) -> impl Iterator<Item = Vec2> + Clone {
    label.outline.iter().map(|p| Vec2::new(p.x as f32, p.y as f32))
}

/// Whether the point is inside the label's outline: a ray from it crosses the border an odd number of times.
fn holds(label: &SceneLabel, point: Vec2) -> bool {
    let ends = outline(label).skip(1).chain(outline(label).take(1));
    let crossings = outline(label).zip(ends).filter(|(a, b)| {
        (a.y > point.y) != (b.y > point.y) && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)
    });
    crossings.count() % 2 == 1
}

/// Of stairs whose width nobody has measured.
const USUAL_WIDTH_M: f32 = 2.0;

/// A crossing goes from so far inside a hall's border to as far outside: through the thickest wall.
const THRESHOLD_M: f32 = 2.0;

#[cfg(test)]
pub(in crate::stage) mod tests {
    use super::*;
    use crate::guide::{SceneConnector, SceneLevel, ScenePose};
    use crate::venue::{Bounds, LocalText, Point};

    /// Two levels of 100 × 60 m, 6 m apart, each one free floor, with a booth `B1` on the lower one; stairs that lead up from
    /// (20, 40) to (32, 40), an escalator down them from (32, 44) to (20, 44), and narrow stairs that wind up at (70, 40).
    pub fn site() -> Site {
        let level = |id: &str, ordinal, elevation_m| SceneLevel {
            id: LevelId::new(id),
            ordinal,
            elevation_m,
            bounds: Bounds {
                min: Point::new(0.0, 0.0),
                max: Point::new(100.0, 60.0),
            },
            walls: vec![
                [0.0, 0.0, 100.0, 0.0],
                [100.0, 0.0, 100.0, 60.0],
                [100.0, 60.0, 0.0, 60.0],
                [0.0, 60.0, 0.0, 0.0],
            ],
        };
        let hall = SceneLabel {
            place: PlaceId::new("H1"),
            text: LocalText::of([("en", "Hall 1")]),
            number: Some("1".into()),
            level: LevelId::new("F1"),
            at: Point::new(50.0, 30.0),
            height_m: 8.0,
            rank: LabelRank::HallNumber,
            facing_deg: None,
            outline: [(0.0, 0.0), (100.0, 0.0), (100.0, 60.0), (0.0, 60.0)]
                .map(|(x, y)| Point::new(x, y))
                .into(),
        };
        let point = |x, y, level| RoutePoint {
            x,
            y,
            level: LevelId::new(level),
        };
        let connector = |from, to, both_ways| SceneConnector {
            from,
            to,
            both_ways,
            width_m: None,
        };
        let mut site = Site::default();
        site.set_scene(Scene {
            levels: vec![level("F2", 1, 6.0), level("F1", 0, 0.0)],
            labels: vec![
                hall,
                SceneLabel {
                    place: PlaceId::new("B1"),
                    text: LocalText::of([("en", "Blue Kite")]),
                    number: Some("B1".into()),
                    level: LevelId::new("F1"),
                    at: Point::new(31.5, 21.5),
                    height_m: 3.0,
                    rank: LabelRank::Booth,
                    facing_deg: Some(180.0),
                    outline: Vec::new(),
                },
            ],
            connectors: vec![
                connector(point(20.0, 40.0, "F1"), point(32.0, 40.0, "F2"), true),
                connector(point(32.0, 44.0, "F2"), point(20.0, 44.0, "F1"), false),
                connector(point(70.0, 40.0, "F1"), point(70.0, 40.0, "F2"), true),
            ],
            start: Some(ScenePose {
                level: LevelId::new("F1"),
                point: Point::new(50.0, 2.0),
                heading_deg: 0.0,
            }),
        });
        let place = |kind, min: [f32; 3], max: [f32; 3]| SitePlace {
            kind,
            bounds: Box3 {
                min: min.into(),
                max: max.into(),
            },
            ordinal: 0,
            outline: Vec::new(),
        };
        site.add_place(
            PlaceId::new("B1"),
            place(PlaceKind::Booth, [30.0, 20.0, 0.0], [33.0, 23.0, 2.5]),
        );
        site
    }

    #[test]
    fn levels_are_found_by_height() {
        let site = site();
        assert_eq!(site.floor_at(1.65), 0.0);
        assert_eq!(site.floor_at(5.6), 6.0);
        assert_eq!(site.floor_at(40.0), 6.0);
        assert_eq!(site.floor_at(-9.0), 0.0);
        let above = |z| site.level_above(z).map(|level| level.ordinal);
        assert_eq!([0.0, 0.4, 0.6, 6.0, 9.0].map(above), [0, 0, 1, 1, 1].map(Some));
    }

    #[test]
    fn a_point_is_in_the_hall_round_it() {
        let site = site();
        assert_eq!(site.unit_at(Vec2::new(50.0, 30.0), 0), Some(&PlaceId::new("H1")));
        assert_eq!(site.unit_at(Vec2::new(50.0, 90.0), 0), None);
        assert_eq!(site.unit_at(Vec2::new(50.0, 30.0), 1), None);
    }

    #[test]
    fn a_hall_is_as_large_as_its_border() {
        let hall = site().place(&PlaceId::new("H1")).unwrap();
        assert_eq!((hall.kind, hall.outline.len()), (PlaceKind::Unit, 4));
        assert_eq!(hall.bounds.size(), Vec3::new(100.0, 60.0, 0.0));
    }

    #[test]
    fn a_hall_is_bare_until_a_model_shows_something_in_it() {
        let mut site = site();
        assert!(site.bare_halls().is_empty());
        site.places.clear();
        let [(outline, floor)] = &site.bare_halls()[..] else {
            panic!("one hall is bare")
        };
        assert_eq!((outline.len(), *floor), (4, 0.0));
    }

    #[test]
    fn one_comes_into_a_hall_where_its_border_can_be_crossed() {
        // A hall of 40 × 40 m north of a concourse, with a door of 6 m between them.
        let mut site = Site {
            levels: vec![SiteLevel {
                id: LevelId::new("F1"),
                ordinal: 0,
                elevation_m: 0.0,
                walls: Walls::new([
                    [0.0, 20.0, 17.0, 20.0],
                    [23.0, 20.0, 40.0, 20.0],
                    [40.0, 20.0, 40.0, 60.0],
                    [40.0, 60.0, 0.0, 60.0],
                    [0.0, 60.0, 0.0, 20.0],
                    [17.0, 20.0, 17.0, 19.0],
                    [23.0, 20.0, 23.0, 19.0],
                    [17.0, 19.0, -50.0, 19.0],
                    [23.0, 19.0, 90.0, 19.0],
                    [-50.0, 19.0, -50.0, 0.0],
                    [-50.0, 0.0, 90.0, 0.0],
                    [90.0, 0.0, 90.0, 19.0],
                ]),
            }],
            ..Site::default()
        };
        let hall = SitePlace {
            kind: PlaceKind::Unit,
            bounds: Box3 {
                min: Vec3::new(0.0, 20.0, 0.0),
                max: Vec3::new(40.0, 60.0, 9.0),
            },
            ordinal: 0,
            outline: Vec::new(),
        };
        assert_eq!(site.entrance_deg(&hall), Some(180.0));
        site.levels.clear();
        assert_eq!(site.entrance_deg(&hall), None);
    }

    #[test]
    fn route_points_stand_on_their_floors() {
        let point = |level: &str| RoutePoint {
            x: 1.0,
            y: 2.0,
            level: LevelId::new(level),
        };
        let points = site().route(&[point("F1"), point("F2"), point("F9")]);
        assert_eq!(points, [Vec3::new(1.0, 2.0, 0.0), Vec3::new(1.0, 2.0, 6.0)]);
    }
}
