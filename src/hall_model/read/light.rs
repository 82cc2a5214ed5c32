//! The light in which a model stands: a soft sun in the south-west, a pale sky, and what the ground and walls throw back. It is the same
//! for all, so it is put into the colours once, and the stage's shader has nothing left to do.

use std::sync::LazyLock;

/// Towards the sun: x east, y up, z south. Unit length.
const SUN: [f32; 3] = [-0.432_2, 0.762_7, 0.481_2];
const SUN_COLOR: [f32; 3] = [0.56, 0.54, 0.50];
const SKY_COLOR: [f32; 3] = [0.575, 0.59, 0.62];
const GROUND_COLOR: [f32; 3] = [0.56, 0.552, 0.54];
/// What walls throw at each other: warm, since they are.
const WALLS_COLOR: [f32; 3] = [0.085, 0.073, 0.058];

/// The light that falls on a face with that unit normal, for red, green and blue. Faces that look up keep their colour.
pub fn on(normal: [f32; 3]) -> [f32; 3] {
    let sun = (normal[0] * SUN[0] + normal[1] * SUN[1] + normal[2] * SUN[2]).max(0.0);
    let sky = 0.5 + 0.5 * normal[1];
    let side = 1.0 - normal[1].abs();
    std::array::from_fn(|i| {
        SUN_COLOR[i] * sun + SKY_COLOR[i] * sky + GROUND_COLOR[i] * (1.0 - sky) + WALLS_COLOR[i] * side
    })
}

/// Steps of linear light that are told apart: the darkest one is less than one step of sRGB.
const STEPS: usize = 4096;

/// sRGB's byte for each step of linear light (IEC 61966-2-1).
static SRGB: LazyLock<[u8; STEPS]> = LazyLock::new(|| {
    std::array::from_fn(|i| {
        let linear = i as f32 / (STEPS - 1) as f32;
        let encoded = if linear <= 0.003_130_8 {
            linear * 12.92
        } else {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        };
        (encoded * 255.0).round() as u8
    })
});

/// Linear light for each byte of sRGB.
static LINEAR: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|i| {
        let encoded = i as f32 / 255.0;
        if encoded <= 0.040_45 {
            encoded / 12.92
        } else {
            ((encoded + 0.055) / 1.055).powf(2.4)
        }
    })
});

pub fn linear(byte: u8) -> f32 {
    LINEAR[usize::from(byte)]
}

/// A linear colour under that light, in sRGB.
pub fn lit([r, g, b, a]: [f32; 4], light: [f32; 3]) -> [u8; 4] {
    let byte = |c: f32| SRGB[((c * (STEPS - 1) as f32 + 0.5).max(0.0) as usize).min(STEPS - 1)];
    let cover = (a * 255.0).round().clamp(0.0, 255.0) as u8;
    [byte(r * light[0]), byte(g * light[1]), byte(b * light[2]), cover]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_come_out_in_srgb() {
        let noon = [1.0; 3];
        assert_eq!(lit([0.0, 1.0, 0.215_86, 0.5], noon), [0, 255, 128, 128]);
        assert!((0..=255).all(|byte| lit([linear(byte), 0.0, 0.0, 1.0], noon)[0] == byte));
        assert_eq!(lit([2.0, -1.0, f32::NAN, 1.0], noon), [255, 0, 0, 255]);
    }

    #[test]
    fn floors_keep_their_colour_and_walls_differ_by_where_they_look() {
        let up = on([0.0, 1.0, 0.0]);
        assert!(up.iter().all(|c| (0.97..=1.04).contains(c)), "{up:?}");
        let (south, west, north, east) = (
            on([0.0, 0.0, 1.0])[1],
            on([-1.0, 0.0, 0.0])[1],
            on([0.0, 0.0, -1.0])[1],
            on([1.0, 0.0, 0.0])[1],
        );
        assert!(up[1] > south && south > west && west > north && north == east);
        assert!(on([0.0, -1.0, 0.0])[1] < north);
    }
}
