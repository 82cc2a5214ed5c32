use super::*;
use crate::hall_model::build::mesh::Face;
use crate::venue::Point;

fn stand(width: f64, depth: f64, open: [bool; 4]) -> Stand {
    let [front, right, back, left] = open;
    Stand {
        width,
        depth,
        open: OpenSides {
            front,
            right,
            back,
            left,
        },
        center: Point::new(0.0, 0.0),
        turn: 0.0,
    }
}

/// Stands from the smallest to the largest, open on three sides and on four.
fn builds() -> Vec<(Stand, f64, Built)> {
    let mut builds = Vec::new();
    for (width, depth) in [(6.0, 6.0), (9.0, 6.0), (4.0, 9.0), (12.0, 12.0), (18.0, 9.0)] {
        for open in [[true; 4], [true, true, false, true]] {
            for (height, double_deck) in [(3.0, false), (4.5, false), (6.0, true)] {
                for id in [
                    "1A01", "1A02", "2B07", "3C11", "4D05", "5E15", "6F03", "7G21", "1H02", "2J09", "3K30", "4L04",
                ] {
                    let stand = stand(width, depth, open);
                    let built = build(&stand, height, double_deck, Ink::rgb(0x44_77AA), Seed::of(id));
                    builds.push((stand, height, built));
                }
            }
        }
    }
    builds
}

#[test]
fn nothing_leaves_the_plot_or_passes_its_height() {
    for (stand, height, built) in builds() {
        let mut shape = built.shape.clone();
        for placed in &built.props {
            shape.add(&placed.prop.shape(WALL), placed.at, placed.turn);
        }
        for corner in shape.faces.iter().flat_map(Face::corners) {
            let [x, y, z] = *corner;
            assert!(
                x.abs() <= stand.width / 2.0 + 1e-6 && z.abs() <= stand.depth / 2.0 + 1e-6,
                "{stand:?} has a corner at {corner:?}"
            );
            assert!(
                (-1e-6..=height + 1e-6).contains(&y),
                "{stand:?} reaches {y} of {height}"
            );
        }
        assert!(!built.signs.is_empty(), "{stand:?} has no number");
    }
}

#[test]
fn one_can_walk_in_at_every_open_side() {
    for (stand, _, built) in builds() {
        let (w, d) = (stand.width / 2.0, stand.depth / 2.0);
        let sides = [
            (stand.open.front, [-w, w], [d - 0.3, d]),
            (stand.open.right, [w - 0.3, w], [-d, d]),
            (stand.open.back, [-w, w], [-d, -d + 0.3]),
            (stand.open.left, [-w, -w + 0.3], [-d, d]),
        ];
        for (_, xs, zs) in sides.into_iter().filter(|(open, ..)| *open) {
            // What stands in the strip along the side between knee and head.
            let blocked: f64 = built
                .shape
                .blocks
                .iter()
                .filter(|block| block.min[1] < 2.0 && block.max[1] > 0.5)
                .map(|block| {
                    let along =
                        |i: usize, [low, high]: [f64; 2]| (block.max[i].min(high) - block.min[i].max(low)).max(0.0);
                    let (x, z) = (along(0, xs), along(2, zs));
                    if x > 0.0 && z > 0.0 { x.max(z) } else { 0.0 }
                })
                .sum();
            let length = (xs[1] - xs[0]).max(zs[1] - zs[0]);
            assert!(blocked <= length / 2.0, "{stand:?} blocks {blocked} of {length} m");
        }
    }
}

#[test]
fn an_island_stays_inside_its_budget_of_triangles() {
    for (stand, _, built) in builds() {
        let own: usize = built.shape.faces.iter().map(|face| face.count - 2).sum();
        assert!(own <= 1_500, "{stand:?}: {own} triangles");
    }
}

#[test]
fn ids_choose_among_at_least_eight_families() {
    let mut families = std::collections::BTreeSet::new();
    for i in 0..60 {
        let plot = Plot {
            w: 5.0,
            d: 5.0,
            height: 4.5,
            open: stand(10.0, 10.0, [true; 4]).open,
            theme: WALL,
            seed: Seed::of(&format!("3B{i:02}")),
        };
        families.insert(plot.family(false) as usize);
    }
    assert!(families.len() >= 8, "{}", families.len());
}
