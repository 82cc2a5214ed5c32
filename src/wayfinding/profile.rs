//! Who walks: each profile is a row of data.

use super::Profile;

/// What a profile can do, and how fast. Speeds in metres a second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ability {
    /// On the level.
    pub speed_m_s: f64,
    pub takes_stairs: bool,
    pub takes_escalators: bool,
    pub takes_steps: bool,
    /// The narrowest door that it passes, in metres: 0.8 for wheels (from a digest of GB 50763).
    pub narrowest_m: f64,
}

/// Whoever has a free hand and sound legs.
const ON_FOOT: Ability = Ability {
    speed_m_s: 1.34,
    takes_stairs: true,
    takes_escalators: true,
    takes_steps: true,
    narrowest_m: 0.6,
};

/// By the order of [`Profile::ALL`].
const ABILITIES: [Ability; 5] = [
    // Adults (Weidmann 1993).
    ON_FOOT,
    // One standard deviation above them, 0.26 m/s (the same).
    Ability {
        speed_m_s: 1.6,
        ..ON_FOOT
    },
    // Elderly people (TxDOT).
    Ability {
        speed_m_s: 0.91,
        ..ON_FOOT
    },
    // An assisted wheelchair: 0.72 of an able-bodied walker (TxDOT).
    Ability {
        speed_m_s: 1.34 * 0.72,
        takes_stairs: false,
        takes_escalators: false,
        takes_steps: false,
        narrowest_m: 0.8,
    },
    // The design speed of mixed walkers (TxDOT): none is published for prams. One lifts it over a step.
    Ability {
        speed_m_s: 1.07,
        takes_stairs: false,
        takes_escalators: false,
        takes_steps: true,
        narrowest_m: 0.8,
    },
];

/// The slowest and the fastest that a person's own speed may be, in metres a second: nobody walks faster than this for long.
pub const SPEEDS_M_S: std::ops::RangeInclusive<f64> = 0.2..=3.0;

impl Profile {
    pub const ALL: [Self; 5] = [Self::Walking, Self::Brisk, Self::Slow, Self::StepFree, Self::Pram];

    pub(super) const fn ability(self) -> Ability {
        ABILITIES[self as usize]
    }
}
