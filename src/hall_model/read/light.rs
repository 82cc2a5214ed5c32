//! The light in which a model stands: a soft sun in the south-west, a pale sky, and what the ground throws back. It is the same
//! for all, so it is put into the colours once, and the stage's shader has nothing left to do.

/// Towards the sun: x east, y up, z south. Unit length.
const SUN: [f32; 3] = [-0.432_2, 0.762_7, 0.481_2];
const SUN_COLOR: [f32; 3] = [0.56, 0.54, 0.50];
const SKY_COLOR: [f32; 3] = [0.575, 0.59, 0.62];
const GROUND_COLOR: [f32; 3] = [0.56, 0.552, 0.54];

/// The light that falls on a face with that unit normal, for red, green and blue. Faces that look up keep their colour.
pub fn on(normal: [f32; 3]) -> [f32; 3] {
    let sun = (normal[0] * SUN[0] + normal[1] * SUN[1] + normal[2] * SUN[2]).max(0.0);
    let sky = 0.5 + 0.5 * normal[1];
    std::array::from_fn(|i| SUN_COLOR[i] * sun + SKY_COLOR[i] * sky + GROUND_COLOR[i] * (1.0 - sky))
}

/// A linear colour under that light, as bytes.
pub fn lit([r, g, b, a]: [f32; 4], light: [f32; 3]) -> [u8; 4] {
    let byte = |c: f32| (c * 255.0).round().clamp(0.0, 255.0) as u8;
    [byte(r * light[0]), byte(g * light[1]), byte(b * light[2]), byte(a)]
}

#[cfg(test)]
mod tests {
    use super::*;

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
