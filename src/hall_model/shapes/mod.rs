//! What models are made of: faces with colours, soft shade where things meet, and small things that stand in many places.
#![cfg_attr(
    not(feature = "cli"),
    allow(
        dead_code,
        reason = "the stage draws the kit's parts with them; the rest is what halls are built of"
    )
)]

pub mod ink;
pub mod mesh;
pub mod occlusion;
pub mod props;
