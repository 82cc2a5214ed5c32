//! Light or dark, whether things may move, and whether there are people.

use super::StageCommand;
use super::camera::Rig;
use super::commands::{Step, Told};
use bevy::prelude::*;

#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct Appearance {
    pub dark: bool,
    pub visitors: bool,
}

/// Colours that depend on the appearance, in sRGB, 0 to 1.
pub struct Palette {
    /// Round the venue, and what far things fade to.
    pub ground: Vec3,
    pub text: [u8; 3],
    pub halo: Vec3,
}

fn rgb(hex: u32) -> Vec3 {
    let [_, r, g, b] = hex.to_be_bytes();
    Vec3::new(f32::from(r), f32::from(g), f32::from(b)) / 255.0
}

impl Appearance {
    pub fn palette(self) -> Palette {
        if self.dark {
            Palette {
                ground: rgb(0x15_19_1F),
                text: [0xF0, 0xF2, 0xF5],
                halo: rgb(0x15_19_1F),
            }
        } else {
            Palette {
                ground: rgb(0xE9_EB_E6),
                text: [0x2B, 0x30, 0x37],
                halo: Vec3::ONE,
            }
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Appearance>()
        .add_systems(Update, listen.in_set(Step::Listen));
}

fn listen(mut told: MessageReader<Told>, mut appearance: ResMut<Appearance>, mut rig: ResMut<Rig>) {
    for Told(command) in told.read() {
        if let StageCommand::SetAppearance {
            dark,
            reduced_motion,
            visitors,
        } = command
        {
            appearance.set_if_neq(Appearance {
                dark: *dark,
                visitors: *visitors && !reduced_motion,
            });
            rig.reduced_motion = *reduced_motion;
        }
    }
}
