//! What is to be seen of each part: its triangles, and where they are. Nothing here draws.

use super::facets::{self, Facet};
use super::looks;
use crate::design::{Design, Frame, Part, PartId, PartKind};
use crate::hall_model::shapes::ink::{Ink, NEUTRAL};
use crate::stage::DesignedStand;
use crate::stage::camera::Ray;
use crate::stage::space;
use crate::venue::Point;
use glam::{Mat4, Quat, Vec3};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The own models by name.
pub type Models = BTreeMap<String, Arc<[Facet]>>;

/// A part as it is to be seen.
#[derive(Clone, Debug)]
pub struct Seen {
    pub facets: Arc<[Facet]>,
    /// What they are made from: while that is the same, only `place` changes.
    made_of: Part,
    /// Whether its own model was there.
    is_whole: bool,
    /// From the part's axes to the renderer's.
    pub place: Mat4,
    /// How far it is turned, in radians.
    pub turn: f64,
    /// Ends of the facets, in their own axes.
    pub ends: [Vec3; 2],
}

/// A stand, and where its floor is.
#[derive(Debug)]
pub struct Plot<'a> {
    pub stand: &'a DesignedStand,
    pub floor_m: f32,
}

impl Plot<'_> {
    pub fn accent(&self) -> Ink {
        self.stand.accent.as_deref().and_then(Ink::parse).unwrap_or(NEUTRAL)
    }

    /// The stand's bare floor.
    pub fn floor(&self) -> Vec<Facet> {
        facets::of_shape(&looks::floor(&self.stand.footprint, self.accent()))
    }

    /// From the venue's axes, a level's floor being 0, to the renderer's.
    pub fn on_floor(&self) -> Mat4 {
        Mat4::from_translation(Vec3::Y * self.floor_m)
    }

    /// The parts of a design; what was seen before of parts that are the same is taken over.
    pub fn seen(&self, design: &Design, models: &Models, before: &BTreeMap<PartId, Seen>) -> BTreeMap<PartId, Seen> {
        let part = |part: &Part| (part.id.clone(), self.part(part, models, before.get(&part.id)));
        design.parts.iter().map(part).collect()
    }

    fn part(&self, part: &Part, models: &Models, before: Option<&Seen>) -> Seen {
        let model = part.model.as_ref().and_then(|name| models.get(name));
        let made_of = made_of(part);
        let (facets, ends) = match before {
            Some(before) if before.made_of == made_of && before.is_whole == model.is_some() => {
                (before.facets.clone(), before.ends)
            }
            _ => {
                let facets = model.cloned().unwrap_or_else(|| self.facets(part).into());
                let ends = facets::ends(&facets).unwrap_or_default();
                (facets, ends)
            }
        };
        let is_whole = model.is_some();
        let (place, turn) = if part.kind == PartKind::ShellScheme {
            (self.on_floor(), 0.0)
        } else {
            let frame = Frame::of(&self.stand.footprint).at(part.at, part.turn_deg);
            let (at, turn) = (frame.to_venue(Point::new(0.0, 0.0)), frame.turn());
            let at = Vec3::new(at.x as f32, at.y as f32, self.floor_m + part.above() as f32);
            let scale = if is_whole { scale(part, ends) } else { Vec3::ONE };
            let turned = Quat::from_rotation_y(turn as f32);
            let place = Mat4::from_scale_rotation_translation(scale, turned, space::to_world(at));
            (place, turn)
        };
        Seen {
            facets,
            made_of,
            is_whole,
            place,
            turn,
            ends,
        }
    }

    fn facets(&self, part: &Part) -> Vec<Facet> {
        let [_, _, height] = part.size();
        facets::of_shape(&match part.kind {
            PartKind::ShellScheme => looks::shell(&self.stand.footprint, &self.stand.open_sides, height, self.accent()),
            _ => looks::look(part, self.accent()),
        })
    }
}

/// What of a part its facets depend on: an own model is scaled where it is placed, and only a deck reaches down to the floor.
fn made_of(part: &Part) -> Part {
    let is_model = part.kind == PartKind::Model;
    Part {
        size_m: part.size_m.filter(|_| !is_model),
        model: part.model.clone(),
        above_m: part.above_m,
        ..Part::new("", part.kind, Point::new(0.0, 0.0))
    }
}

/// From a model's own size to the part's.
fn scale(part: &Part, [low, high]: [Vec3; 2]) -> Vec3 {
    let Some([width, depth, height]) = part.size_m else {
        return Vec3::ONE;
    };
    let own = high - low;
    let meant = Vec3::new(width as f32, height as f32, depth as f32);
    // What is flat stays so.
    Vec3::select(own.cmpgt(Vec3::splat(1e-4)), meant / own, Vec3::ONE)
}

impl Seen {
    /// Whether it is an own model, whose faces may look either way.
    pub fn is_own(&self) -> bool {
        self.is_whole
    }

    /// The corners of the box round it, in venue axes: four at its foot, in turn, then those above them.
    pub fn corners(&self) -> [Vec3; 8] {
        let [a, b] = self.ends;
        [
            [a.x, a.y, b.z],
            [b.x, a.y, b.z],
            [b.x, a.y, a.z],
            [a.x, a.y, a.z],
            [a.x, b.y, b.z],
            [b.x, b.y, b.z],
            [b.x, b.y, a.z],
            [a.x, b.y, a.z],
        ]
        .map(|corner| space::to_venue(self.place.transform_point3(corner.into())))
    }
}

/// The first part on a ray, and where it meets it.
pub fn first_on<'a>(seen: &'a BTreeMap<PartId, Seen>, ray: &Ray) -> Option<(&'a PartId, Vec3)> {
    let (origin, direction) = (space::to_world(ray.origin), space::to_world(ray.direction));
    let distance = |part: &Seen| facets::hit(&part.facets, &part.place, origin, direction);
    let met = seen.iter().filter_map(|(id, part)| Some((id, distance(part)?)));
    let (id, distance) = met.min_by(|(_, a), (_, b)| a.total_cmp(b))?;
    Some((id, ray.origin + ray.direction * distance))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::DESIGN_FORMAT;
    use crate::hall_model::Face;
    use crate::venue::{BoothId, LevelId, Polygon};

    /// Its side 0 runs north: x of the stand is the venue's y.
    fn stand() -> DesignedStand {
        let corner = |x, y| Point::new(x, y);
        DesignedStand {
            id: BoothId::new("B1"),
            level: LevelId::new("F1"),
            footprint: Polygon(vec![
                corner(16.0, 20.0),
                corner(16.0, 26.0),
                corner(10.0, 26.0),
                corner(10.0, 20.0),
            ]),
            open_sides: vec![0],
            accent: None,
        }
    }

    fn design(parts: Vec<Part>) -> Design {
        Design {
            format: DESIGN_FORMAT.to_owned(),
            stand: BoothId::new("B1"),
            name: String::new(),
            parts,
        }
    }

    fn seen(parts: Vec<Part>, models: &Models, before: &BTreeMap<PartId, Seen>) -> BTreeMap<PartId, Seen> {
        let stand = stand();
        Plot {
            stand: &stand,
            floor_m: 0.5,
        }
        .seen(&design(parts), models, before)
    }

    #[test]
    fn a_part_is_where_its_design_has_it_and_a_ray_finds_it_there() {
        let wall = Part {
            turn_deg: 90.0,
            ..Part::new("wall", PartKind::Wall, Point::new(2.0, 3.0))
        };
        let parts = seen(
            vec![wall, Part::new("desk", PartKind::Counter, Point::new(5.0, 1.0))],
            &Models::new(),
            &BTreeMap::new(),
        );
        // 2 m north of the first corner, 3 m to the left of that way, which is west. Turned, it runs west.
        let corners = parts[&PartId("wall".into())].corners();
        let middle = corners.iter().sum::<Vec3>() / 8.0;
        assert!(middle.distance(Vec3::new(13.0, 22.0, 0.5 + 1.25)) < 0.01, "{middle}");
        let wide = corners.map(|c| c.x).into_iter().fold(f32::MIN, f32::max)
            - corners.map(|c| c.x).into_iter().fold(f32::MAX, f32::min);
        assert!((wide - 1.0).abs() < 0.02, "{wide}");
        let down = |x: f32, y: f32| Ray {
            origin: Vec3::new(x, y, 20.0),
            direction: Vec3::NEG_Z,
        };
        let (id, at) = first_on(&parts, &down(13.2, 22.0)).unwrap();
        assert!(id.0 == "wall" && (at.z - 3.0).abs() < 0.01, "{at}");
        assert_eq!(first_on(&parts, &down(15.0, 25.0)).unwrap().0.0, "desk");
        assert!(first_on(&parts, &down(11.0, 21.0)).is_none());
    }

    #[test]
    fn what_only_moves_keeps_its_triangles() {
        let at = |x: f64, height: f64| Part {
            size_m: Some([1.0, 0.5, height]),
            ..Part::new("desk", PartKind::Counter, Point::new(x, 1.0))
        };
        let id = PartId("desk".into());
        let before = seen(vec![at(1.0, 1.0)], &Models::new(), &BTreeMap::new());
        let moved = seen(vec![at(2.0, 1.0)], &Models::new(), &before);
        assert!(Arc::ptr_eq(&before[&id].facets, &moved[&id].facets));
        assert_ne!(before[&id].place, moved[&id].place);
        let grown = seen(vec![at(2.0, 1.2)], &Models::new(), &moved);
        assert!(!Arc::ptr_eq(&moved[&id].facets, &grown[&id].facets));
    }

    #[test]
    fn an_own_model_takes_the_size_that_it_is_given_and_the_place_of_what_stood_for_it() {
        let part = Part {
            model: Some("arm".into()),
            size_m: Some([2.0, 1.0, 3.0]),
            ..Part::new("arm", PartKind::Model, Point::new(3.0, 3.0))
        };
        let id = PartId("arm".into());
        let before = seen(vec![part.clone()], &Models::new(), &BTreeMap::new());
        let height = |seen: &Seen| seen.corners()[4].z - seen.corners()[0].z;
        assert!(
            (height(&before[&id]) - 3.0).abs() < 1e-4,
            "a box as large stands for it"
        );
        let face = Face {
            corners: [[-0.5, 0.0, 0.25], [0.5, 0.0, 0.25], [0.5, 1.5, -0.25]],
            color: [1.0, 0.0, 0.0, 1.0],
            print: None,
        };
        let models = Models::from([("arm".to_owned(), facets::of_faces(&[face], |_| None).into())]);
        let whole = seen(vec![part], &models, &before);
        assert_eq!(whole[&id].facets.len(), 1);
        assert!((height(&whole[&id]) - 3.0).abs() < 1e-4);
    }
}
