//! The kit: what stands are built of, a row of data each.

use serde::{Deserialize, Serialize};

/// The thickness of a shell scheme's panels, and the height of its fascia.
pub(crate) const PANEL_M: f64 = 0.04;
pub(crate) const FASCIA_M: f64 = 0.3;
/// The legs and the beam of a truss, the posts of a deck.
pub(crate) const BEAM_M: f64 = 0.3;
pub(crate) const POST_M: f64 = 0.2;
/// The plates that posts stand on.
pub(crate) const PLATE_M: f64 = 0.5;
pub(crate) const PLATE_HEIGHT_M: f64 = 0.01;
/// A deck's floor, and its balustrade.
pub(crate) const SLAB_M: f64 = 0.3;
pub(crate) const RAIL_M: f64 = 0.05;
/// The rise of a step at most.
pub(crate) const RISE_M: f64 = 0.18;

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Panels along the closed sides of the stand, with a fascia over the open ones. Its width, depth and place are the stand's own.
    ShellScheme,
    Wall,
    /// One sees through it.
    GlassWall,
    /// A tall block with a name on it.
    Tower,
    Counter,
    Table,
    Seat,
    /// A screen on a foot.
    Screen,
    /// A closed room.
    Storage,
    Plant,
    /// Two legs and a beam.
    Truss,
    /// A sign that hangs from the ceiling.
    Banner,
    /// A raised floor.
    Platform,
    /// Rises along its depth, from nothing to its height.
    Ramp,
    /// Rise along their depth, from nothing to their height.
    Stairs,
    /// An upper floor on four posts, with a glass balustrade.
    UpperDeck,
    /// An own model, by name.
    Model,
}

/// How a part's size becomes solids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Box,
    Round,
    Shell,
    Gate,
    Steps,
    Deck,
    Model,
}

/// A row of the kit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kit {
    pub kind: PartKind,
    /// Width, depth and height in metres.
    pub size_m: [f64; 3],
    /// Its underside over the floor.
    pub above_m: f64,
    pub weight_kg: Option<f64>,
    pub shape: Shape,
    /// What visitors walk up to.
    pub visited: bool,
    /// What carries the exhibitor's name.
    pub sign: bool,
}

impl PartKind {
    pub fn kit(self) -> &'static Kit {
        KIT.iter().find(|row| row.kind == self).unwrap_or(&KIT[0])
    }
}

const fn row(kind: PartKind, size_m: [f64; 3], above_m: f64, weight_kg: f64, shape: Shape) -> Kit {
    Kit {
        kind,
        size_m,
        above_m,
        weight_kg: Some(weight_kg),
        shape,
        visited: false,
        sign: false,
    }
}

impl Kit {
    const fn visited(self) -> Self {
        Self { visited: true, ..self }
    }

    const fn sign(self) -> Self {
        Self { sign: true, ..self }
    }
}

/// Sizes as rental catalogues have them; weights are rough and meant to be replaced.
pub const KIT: &[Kit] = &[
    row(PartKind::ShellScheme, [3.0, 3.0, 2.5], 0.0, 150.0, Shape::Shell).sign(),
    row(PartKind::Wall, [1.0, 0.1, 2.5], 0.0, 30.0, Shape::Box),
    row(PartKind::GlassWall, [1.0, 0.05, 2.5], 0.0, 60.0, Shape::Box),
    row(PartKind::Tower, [1.0, 1.0, 4.0], 0.0, 200.0, Shape::Box).sign(),
    row(PartKind::Counter, [1.0, 0.5, 1.05], 0.0, 40.0, Shape::Box).visited(),
    row(PartKind::Table, [0.8, 0.8, 0.75], 0.0, 15.0, Shape::Round).visited(),
    row(PartKind::Seat, [0.5, 0.5, 0.85], 0.0, 6.0, Shape::Box).visited(),
    row(PartKind::Screen, [1.25, 0.15, 1.9], 0.0, 45.0, Shape::Box),
    row(PartKind::Storage, [1.0, 1.0, 2.5], 0.0, 120.0, Shape::Box).visited(),
    row(PartKind::Plant, [0.5, 0.5, 1.5], 0.0, 20.0, Shape::Round),
    row(PartKind::Truss, [3.0, 0.3, 3.0], 0.0, 80.0, Shape::Gate),
    row(PartKind::Banner, [3.0, 0.3, 1.0], 3.5, 30.0, Shape::Box).sign(),
    row(PartKind::Platform, [3.0, 3.0, 0.1], 0.0, 180.0, Shape::Box),
    row(PartKind::Ramp, [1.2, 1.2, 0.1], 0.0, 30.0, Shape::Steps),
    row(PartKind::Stairs, [1.0, 4.0, 2.8], 0.0, 250.0, Shape::Steps).visited(),
    row(PartKind::UpperDeck, [5.0, 4.0, 1.4], 2.5, 2000.0, Shape::Deck),
    Kit {
        kind: PartKind::Model,
        size_m: [1.0, 1.0, 1.0],
        above_m: 0.0,
        weight_kg: None,
        shape: Shape::Model,
        visited: true,
        sign: false,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_row() {
        for row in KIT {
            assert_eq!(row.kind.kit(), row);
        }
        assert_eq!(PartKind::Model as usize + 1, KIT.len());
    }
}
