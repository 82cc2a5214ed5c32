//! Soft shade where things meet: how much of the sky each corner of a face sees past the boxes beside it.

use super::mesh::{Block, Shape, V3, add, cross, dot, scale, sub, unit};

/// Directions over a corner that are tried.
const RAYS: usize = 32;
/// Things in contact darken each other within this distance.
const CONTACT_M: f64 = 0.5;
/// Things in one room darken each other within this distance.
const ROOM_M: f64 = 6.0;
/// How dark a corner gets whose whole sky is near things.
const CONTACT_STRENGTH: f64 = 0.5;
const ROOM_STRENGTH: f64 = 0.3;
/// Light comes in this many steps: nobody sees more, and equal bytes compress.
const LEVELS: f64 = 16.0;

/// Shades the opaque faces of a shape by its own blocks and, where it stands on one, by the floor at height 0.
pub fn shade(shape: &mut Shape, on_floor: bool) {
    let blocks = std::mem::take(&mut shape.blocks);
    for face in shape.faces.iter_mut().filter(|face| !face.ink.is_glass()) {
        let Some(normal) = face.normal() else { continue };
        let rays = rays_about(normal);
        let corners = face.corners().to_vec();
        let middle = scale(
            corners.iter().fold([0.0; 3], |sum, c| add(sum, *c)),
            1.0 / corners.len() as f64,
        );
        for (light, corner) in face.light.iter_mut().zip(corners) {
            // A little into the face and off it, so that a block does not shade its own face.
            let eye = add(add(corner, scale(sub(middle, corner), 0.04)), scale(normal, 0.015));
            *light = light_at(eye, &rays, &blocks, on_floor);
        }
    }
    shape.blocks = blocks;
}

fn light_at(eye: V3, rays: &[V3; RAYS], blocks: &[Block], on_floor: bool) -> f64 {
    let near: Vec<&Block> = blocks
        .iter()
        .filter(|block| (0..3).all(|i| block.min[i] - ROOM_M < eye[i] && eye[i] < block.max[i] + ROOM_M))
        .collect();
    let mut dark = 0.0;
    for ray in rays {
        let mut distance = near
            .iter()
            .filter_map(|block| hit(eye, *ray, block))
            .fold(ROOM_M, f64::min);
        let mut room = 1.0 - distance / ROOM_M;
        if on_floor && ray[1] < -1e-6 {
            // The floor is bright: it darkens by contact only.
            let floor = eye[1].max(0.0) / -ray[1];
            if floor < distance {
                distance = floor;
                room = 0.0;
            }
        }
        dark += CONTACT_STRENGTH * (1.0 - distance / CONTACT_M).max(0.0) + ROOM_STRENGTH * room * room;
    }
    ((1.0 - dark / RAYS as f64) * LEVELS).round().max(0.0) / LEVELS
}

/// Where a ray from outside a block enters it.
fn hit(eye: V3, ray: V3, block: &Block) -> Option<f64> {
    let (mut enter, mut leave) = (f64::NEG_INFINITY, f64::INFINITY);
    for i in 0..3 {
        if ray[i].abs() < 1e-9 {
            if eye[i] < block.min[i] || eye[i] > block.max[i] {
                return None;
            }
            continue;
        }
        let (a, b) = ((block.min[i] - eye[i]) / ray[i], (block.max[i] - eye[i]) / ray[i]);
        enter = enter.max(a.min(b));
        leave = leave.min(a.max(b));
    }
    // A block that the eye is inside of is one that the face itself belongs to, or cuts through: it hides nothing else.
    (enter < leave && enter > 0.0).then_some(enter)
}

/// Cosine-weighted directions over a plane with that normal, by the golden angle: even, and the same each time.
fn rays_about(normal: V3) -> [V3; RAYS] {
    let helper = if normal[1].abs() > 0.9 {
        [1.0, 0.0, 0.0]
    } else {
        [0.0, 1.0, 0.0]
    };
    let side = unit(cross(helper, normal)).unwrap_or([1.0, 0.0, 0.0]);
    let up = cross(normal, side);
    let golden = std::f64::consts::PI * (3.0 - 5f64.sqrt());
    std::array::from_fn(|i| {
        let r2 = (i as f64 + 0.5) / RAYS as f64;
        let (sin, cos) = (golden * i as f64).sin_cos();
        let r = r2.sqrt();
        let ray = add(
            add(scale(side, r * cos), scale(up, r * sin)),
            scale(normal, (1.0 - r2).sqrt()),
        );
        debug_assert!(dot(ray, normal) > 0.0);
        ray
    })
}

#[cfg(test)]
mod tests {
    use super::super::ink::WALL;
    use super::*;

    #[test]
    fn a_corner_beside_a_wall_is_darker_than_one_in_the_open() {
        let mut shape = Shape::default();
        shape.carpet([0.0, 0.0], [3.0, 3.0], 0.0, 0.5, WALL);
        shape.block([0.0, 0.0, -0.1], [3.0, 2.5, 0.0], WALL);
        shade(&mut shape, true);
        let light = |x: f64, z: f64| {
            shape
                .faces
                .iter()
                .flat_map(|face| face.corners.iter().zip(face.light))
                .find(|(corner, _)| **corner == [x, 0.0, z])
                .map(|(_, light)| light)
                .unwrap()
        };
        assert!(light(0.5, 0.0) < light(0.5, 0.5));
        assert!(light(0.5, 0.5) < light(0.5, 2.5));
        assert!(light(0.5, 3.0) > 0.9);
    }
}
