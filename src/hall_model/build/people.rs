//! Visitors, as an architect places them: few, in groups, at stands and beside the broad aisles, never in the middle of one.

use super::extrude::{left_of, moved};
use super::ink::{Ink, STEEL_DARK, WALL, WOOD};
use super::mesh::{Shape, V3, lift};
use super::scene::{Node, Stock};
use super::sheet::Storey;
use super::site::Site;
use super::stand::{Seed, Stand};
use crate::hall_model::tag::{PartKind, Tag};
use crate::venue::{Aisle, AisleKind, Point, Polygon, nearest_on_segment};

/// One stand in so many has visitors before it, and one place in so many beside a main aisle.
const STANDS_A_GROUP: usize = 6;
const PLACES_A_GROUP: usize = 4;
/// Between places beside an aisle, and how far from its middle they are, as a part of its width.
const PLACES_M: f64 = 9.0;
const ASIDE: f64 = 0.34;
/// Room that a group takes about its middle.
const ROOM_M: f64 = 0.8;
/// Before a stand: one must get past in a narrow aisle.
const BEFORE_STAND_M: f64 = 0.4;
/// Half of what stays free along an aisle's middle, as a part of its width.
const FREE: f64 = 0.2;
/// Different figures, from the shortest to the tallest.
const PERSONS: usize = 4;
/// Places and directions are round numbers, which compress.
const GRID: f64 = 16.0;
const DIRECTIONS: f64 = 16.0;
const TALLEST_M: f64 = 1.8;
const SHORTEST_M: f64 = 1.5;

/// How people of a group stand.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// Side by side, looking at what is at −z.
    Row,
    /// Turned to each other.
    Ring,
}

/// All visitors of a storey.
pub fn build(site: &Site, storey: &Storey, accent: Ink, stock: &mut Stock) -> Node {
    let mut people = Node::tagged(Tag::new(PartKind::People));
    let aisles: Vec<&Aisle> = site
        .venue
        .aisles()
        .iter()
        .filter(|aisle| storey.units.iter().any(|unit| unit.id == aisle.unit))
        .collect();
    let mut add = |at: Point, turn: f64, kind: Kind, seed: Seed| {
        for (i, (aside, before, facing)) in group(kind, seed).into_iter().enumerate() {
            let (sin, cos) = turn.sin_cos();
            let on_grid = |m: f64| (m * GRID).round() / GRID;
            let place = Point::new(
                on_grid(at.x + aside * cos + before * sin),
                on_grid(at.y + aside * sin - before * cos),
            );
            let which = seed.again(i as u64).pick(0, PERSONS);
            let mesh = stock.shared(&format!("person {which} {accent:?}"), || person(which, accent));
            let step = std::f64::consts::TAU / DIRECTIONS;
            let facing = ((turn + facing) / step).round() * step;
            people.push(Node::mesh(mesh).at(lift(place, 0.0)).turned(facing));
        }
    };

    for booth in &storey.booths {
        let seed = Seed::of(booth.id.as_str());
        let Some(stand) = Stand::of(booth).filter(|stand| stand.open.front && seed.pick(1, STANDS_A_GROUP) == 0) else {
            continue;
        };
        // Its number is on the floor to the left.
        let aside = (stand.width / 2.0 - ROOM_M) * 0.25 * (1 + seed.pick(2, 3)) as f64;
        let at = stand.to_plan(aside.max(0.0), stand.depth / 2.0 + BEFORE_STAND_M);
        let leaves_way = |aisle: &&Aisle| distance(aisle, at) > aisle.width_m * FREE + BEFORE_STAND_M;
        if aisles.iter().all(leaves_way) {
            add(at, stand.turn, Kind::Row, seed);
        }
    }

    let standing: Vec<&Polygon> = storey
        .booths
        .iter()
        .map(|booth| &booth.footprint)
        .chain(storey.fixtures.iter().map(|fixture| &fixture.footprint))
        .chain(storey.amenities.iter().filter_map(|amenity| amenity.footprint.as_ref()))
        .collect();
    let is_free = |p: Point| {
        let stands_clear = |footprint: &&Polygon| !footprint.contains(p) && footprint.distance_to_border(p) > ROOM_M;
        let leaves_way = |aisle: &&Aisle| distance(aisle, p) > aisle.width_m * FREE + ROOM_M;
        standing.iter().all(stands_clear) && aisles.iter().all(leaves_way)
    };
    for aisle in aisles.iter().filter(|aisle| aisle.kind == AisleKind::Main) {
        let seed = Seed::of(aisle.id.as_str());
        for (question, (at, turn)) in places(aisle).enumerate() {
            let seed = seed.again(question as u64);
            if seed.pick(1, PLACES_A_GROUP) == 0 && is_free(at) {
                add(at, turn, Kind::Ring, seed);
            }
        }
    }
    people
}

/// Places at both sides of an aisle, and a turn for each.
fn places(aisle: &Aisle) -> impl Iterator<Item = (Point, f64)> {
    aisle.line.windows(2).flat_map(move |ends| {
        let (a, b) = (ends[0], ends[1]);
        let length = a.distance(b);
        let count = (length / PLACES_M) as usize;
        (0..count).flat_map(move |i| {
            let on = a.lerp(b, (i as f64 + 0.5) / count as f64);
            [-ASIDE, ASIDE].into_iter().filter_map(move |side| {
                let turn = (i as f64 + side) * 2.4;
                Some((moved(on, left_of(a, b)?, aisle.width_m * side), turn))
            })
        })
    })
}

fn distance(aisle: &Aisle, p: Point) -> f64 {
    aisle
        .line
        .windows(2)
        .map(|ends| nearest_on_segment(ends[0], ends[1], p).distance(p))
        .fold(f64::INFINITY, f64::min)
}

/// How far each of a group stands to the right of its middle and before it, and which way they face.
fn group(kind: Kind, seed: Seed) -> Vec<(f64, f64, f64)> {
    let count = match kind {
        Kind::Row => 1 + seed.pick(3, 2),
        Kind::Ring => 2 + seed.pick(3, 3),
    };
    (0..count)
        .map(|i| {
            let part = i as f64 / count as f64;
            let loose = (seed.again(i as u64).pick(4, 5) as f64 - 2.0) * 0.05;
            match kind {
                Kind::Row => ((part + 0.5 / count as f64 - 0.5) * 1.4, loose, loose * 6.0),
                Kind::Ring => {
                    let angle = std::f64::consts::TAU * part + loose;
                    (angle.sin() * 0.5, angle.cos() * 0.5, angle)
                }
            }
        })
        .collect()
}

/// A figure turned on a lathe and pressed flat: legs, coat and head.
fn person(which: usize, accent: Ink) -> Shape {
    const SIDES: usize = 5;
    /// Heights and radii of the rings, as parts of the figure's height.
    const RINGS: [[f64; 2]; 6] = [
        [0.0, 0.055],
        [0.48, 0.1],
        [0.76, 0.13],
        [0.845, 0.045],
        [0.925, 0.062],
        [1.0, 0.025],
    ];
    let height = SHORTEST_M + (TALLEST_M - SHORTEST_M) * which as f64 / (PERSONS - 1) as f64;
    let coat = [WOOD, accent, STEEL_DARK, WALL][which];
    let (legs, head) = (LEGS[which % 2], HEADS[which / 2]);
    let inks = [legs, coat, coat, head, head];
    let at = |ring: usize, i: usize| -> V3 {
        let [up, radius] = RINGS[ring];
        let (sin, cos) = (std::f64::consts::TAU * i as f64 / SIDES as f64).sin_cos();
        // Heads are round.
        let flat = if ring < 3 { 0.65 } else { 1.0 };
        [sin * radius * height, up * height, cos * radius * height * flat]
    };
    let mut s = Shape::default();
    for (ring, ink) in inks.into_iter().enumerate() {
        for i in 0..SIDES {
            s.quad(
                [at(ring, i), at(ring, i + 1), at(ring + 1, i + 1), at(ring + 1, i)],
                ink,
            );
        }
    }
    s
}

const LEGS: [Ink; 2] = [Ink::rgb(0x5B_636E), Ink::rgb(0x7C_776F)];
const HEADS: [Ink; 2] = [Ink::rgb(0xDD_C2AA), Ink::rgb(0xA9_8468)];
