//! The triangles of one part of a design, as they are before they are placed and lit.

use crate::hall_model::shapes::mesh;
use crate::hall_model::{Face, Print, Wrap, light};
use crate::stage::pieces::Geometry;
use glam::{Mat4, Vec3};
use std::collections::BTreeMap;

/// A triangle in the part's axes, with a linear colour at each corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facet {
    corners: [[f32; 3]; 3],
    colors: [[u8; 4]; 3],
    /// Its picture's number is one of all own models'.
    print: Option<Print>,
}

/// Facets that are drawn at once.
#[derive(Debug, Default)]
pub struct Lit {
    pub geometry: Geometry,
    pub is_glass: bool,
    pub print: Option<Kind>,
}

/// The picture on facets, and how it lies on them.
pub type Kind = (usize, [Wrap; 2], bool);

/// How much of the lamps' light a stand gets at night: all of it.
const LAMP: u8 = 255;

/// Of what is built of faces.
pub fn of_shape(shape: &mesh::Shape) -> Vec<Facet> {
    let triangles = shape.faces.iter().flat_map(|face| {
        let of: &[[usize; 3]] = if face.count == 4 {
            &[[0, 1, 2], [0, 2, 3]]
        } else {
            &[[0, 1, 2]]
        };
        of.iter().map(move |corners| Facet {
            corners: corners.map(|i| face.corners[i].map(|c| c as f32)),
            colors: corners.map(|i| face.ink.linear(face.light[i])),
            print: None,
        })
    });
    triangles.collect()
}

/// Of an own model; `number` says which of all own models' pictures one of its own is, if it could be decoded.
pub fn of_faces(faces: &[Face], number: impl Fn(usize) -> Option<usize>) -> Vec<Facet> {
    let bytes = |color: [f32; 4]| color.map(|c| (c * 255.0).round().clamp(0.0, 255.0) as u8);
    let facet = |face: &Face| Facet {
        corners: face.corners,
        colors: [bytes(face.color); 3],
        print: face.print.and_then(|print| {
            let picture = number(print.picture)?;
            Some(Print { picture, ..print })
        }),
    };
    faces.iter().map(facet).collect()
}

/// What is drawn of a part that is turned so far, in radians: what is solid, and what is glass, in either what has the same picture. In its own axes,
/// with the light that falls on it where it stands.
pub fn lit(facets: &[Facet], turn: f64) -> Vec<Lit> {
    let (sin, cos) = (turn as f32).sin_cos();
    let mut all: BTreeMap<(bool, Option<Kind>), Geometry> = BTreeMap::new();
    for Facet { corners, colors, print } in facets {
        let [a, b, c] = corners.map(Vec3::from);
        let Some(normal) = (b - a).cross(c - a).try_normalize() else {
            continue;
        };
        let light = light::on([
            normal.x * cos + normal.z * sin,
            normal.y,
            normal.z * cos - normal.x * sin,
        ]);
        let is_glass = colors[0][3] < u8::MAX;
        let kind = print.map(|print| (print.picture, print.wrap, print.is_cut));
        let into = all.entry((is_glass, kind)).or_default();
        into.places.extend(print.iter().flat_map(|print| print.places));
        for (corner, color) in corners.iter().zip(colors) {
            let [r, g, b, cover] = light::lit(color.map(|c| f32::from(c) / 255.0), light);
            into.indices.push(into.positions.len() as u32);
            into.positions.push(*corner);
            into.colors.push([r, g, b, if is_glass { cover } else { LAMP }]);
        }
    }
    all.into_iter()
        .map(|((is_glass, print), geometry)| Lit {
            geometry,
            is_glass,
            print,
        })
        .collect()
}

/// The lowest and the highest corner; `None` if there are none.
pub fn ends(facets: &[Facet]) -> Option<[Vec3; 2]> {
    let corners = facets.iter().flat_map(|facet| facet.corners.map(Vec3::from));
    corners
        .map(|at| [at, at])
        .reduce(|[low, high], [a, b]| [low.min(a), high.max(b)])
}

/// How far along a ray in the renderer's axes the first of them is, in lengths of its direction, when the part is placed so.
pub fn hit(facets: &[Facet], place: &Mat4, origin: Vec3, direction: Vec3) -> Option<f32> {
    let back = place.inverse();
    let (origin, direction) = (back.transform_point3(origin), back.transform_vector3(direction));
    let meets = |facet: &Facet| {
        // Möller and Trumbore, 1997.
        let [a, b, c] = facet.corners.map(Vec3::from);
        let (ab, ac) = (b - a, c - a);
        let across = direction.cross(ac);
        let scale = ab.dot(across).recip();
        let from = origin - a;
        let (u, along) = (from.dot(across) * scale, from.cross(ab));
        let v = direction.dot(along) * scale;
        let distance = ac.dot(along) * scale;
        (u >= 0.0 && v >= 0.0 && u + v <= 1.0 && distance > 0.0).then_some(distance)
    };
    facets.iter().filter_map(meets).min_by(f32::total_cmp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hall_model::shapes::ink::{GLASS, WALL};

    fn block() -> Vec<Facet> {
        let mut shape = mesh::Shape::default();
        shape.block([-1.0, 0.0, -0.5], [1.0, 2.0, 0.5], WALL);
        of_shape(&shape)
    }

    #[test]
    fn the_light_falls_on_where_a_part_is_turned_to() {
        let facets = block();
        // The same side, turned from the south to the north.
        let south = &lit(&facets, 0.0)[0].geometry;
        let north = &lit(&facets, std::f64::consts::PI)[0].geometry;
        assert_eq!(south.positions, north.positions);
        assert!(south.colors[0][1] > north.colors[0][1]);
        assert_eq!(facets.len() * 3, south.indices.len());
    }

    #[test]
    fn glass_is_kept_apart() {
        let mut shape = mesh::Shape::default();
        shape.quad([[0.0; 3], [1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [0.0, 1.0, 0.0]], GLASS);
        let all = lit(&of_shape(&shape), 0.0);
        assert!(all.len() == 1 && all[0].is_glass);
        assert_eq!(
            (all[0].geometry.indices.len(), all[0].geometry.colors[0][3]),
            (6, GLASS.alpha)
        );
    }

    #[test]
    fn what_has_the_same_picture_is_drawn_at_once() {
        let face = |picture: Option<usize>| Face {
            corners: [[0.0; 3], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]],
            color: [1.0; 4],
            print: picture.map(|picture| Print {
                picture,
                wrap: [Wrap::Repeat; 2],
                is_cut: false,
                places: [[0.0, 1.0], [1.0, 1.0], [0.0, 0.0]],
            }),
        };
        let faces = [Some(0), None, Some(1), Some(0), Some(2)].map(face);
        // The third could not be decoded.
        let facets = of_faces(&faces, |own| (own < 2).then_some(own + 7));
        let all = lit(&facets, 0.0);
        let seen: Vec<_> = all
            .iter()
            .map(|lit| {
                (
                    lit.print.map(|(picture, ..)| picture),
                    lit.geometry.indices.len(),
                    lit.geometry.places.len(),
                )
            })
            .collect();
        assert_eq!(seen, [(None, 6, 0), (Some(7), 6, 6), (Some(8), 3, 3)]);
    }

    #[test]
    fn a_ray_meets_a_part_where_it_was_moved_to() {
        let facets = block();
        let place =
            Mat4::from_translation(Vec3::new(10.0, 0.0, -5.0)) * Mat4::from_rotation_y(std::f32::consts::FRAC_PI_2);
        let down = |x: f32, z: f32| hit(&facets, &place, Vec3::new(x, 12.0, z), Vec3::NEG_Y);
        assert_eq!(down(10.0, -5.9), Some(10.0), "its length runs north and south now");
        assert_eq!(down(10.9, -5.0), None);
        let [low, high] = ends(&facets).unwrap();
        assert_eq!((low, high), (Vec3::new(-1.0, 0.0, -0.5), Vec3::new(1.0, 2.0, 0.5)));
    }
}
