//! Who walks: each profile is a row of data.

use super::Profile;

/// What a profile can do, and how fast. Speeds in metres a second.
#[derive(Clone, Copy, Debug)]
pub struct Ability {
    /// On the level. Adults 1.34 (Weidmann 1993); an assisted wheelchair 0.72 of an able-bodied walker (TxDOT).
    pub speed_m_s: f64,
    pub takes_stairs: bool,
    pub takes_escalators: bool,
    pub takes_steps: bool,
    /// The narrowest door that it passes, in metres: 0.8 for wheels (from a digest of GB 50763).
    pub narrowest_m: f64,
}

impl Profile {
    pub const ALL: [Self; 2] = [Self::Walking, Self::StepFree];

    pub(super) const fn ability(self) -> Ability {
        match self {
            Self::Walking => Ability {
                speed_m_s: 1.34,
                takes_stairs: true,
                takes_escalators: true,
                takes_steps: true,
                narrowest_m: 0.6,
            },
            Self::StepFree => Ability {
                speed_m_s: 1.34 * 0.72,
                takes_stairs: false,
                takes_escalators: false,
                takes_steps: false,
                narrowest_m: 0.8,
            },
        }
    }
}
