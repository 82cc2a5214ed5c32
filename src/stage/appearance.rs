//! Light or dark, and whether things may move.

use super::StageCommand;
use super::camera::Rig;
use super::commands::{Step, Told};
use super::material::{Flat, Layers, Look};
use bevy::prelude::*;

#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct Appearance {
    pub dark: bool,
}

/// Colours that depend on the appearance, in sRGB.
pub struct Palette {
    /// Round the venue, and what far things fade to.
    pub ground: Color,
    /// Multiplies the models' colours.
    pub models: LinearRgba,
    pub text: [u8; 3],
    pub halo: Color,
}

impl Appearance {
    pub fn palette(self) -> Palette {
        if self.dark {
            Palette {
                ground: Color::srgb_u8(0x1C, 0x20, 0x26),
                models: LinearRgba::rgb(0.23, 0.245, 0.275),
                text: [0xF0, 0xF2, 0xF5],
                halo: Color::srgb_u8(0x1C, 0x20, 0x26),
            }
        } else {
            Palette {
                ground: Color::srgb_u8(0xE9, 0xEB, 0xE6),
                models: LinearRgba::WHITE,
                text: [0x2B, 0x30, 0x37],
                halo: Color::srgb_u8(0xFF, 0xFF, 0xFF),
            }
        }
    }
}

/// How much of the ground's colour the farthest things take on.
const HAZE: f32 = 0.6;
/// How much of a mark shows through what stands before it.
const THROUGH: f32 = 0.3;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Appearance>().add_systems(
        Update,
        (listen, paint.run_if(resource_changed::<Appearance>))
            .chain()
            .in_set(Step::Listen),
    );
}

fn listen(mut told: MessageReader<Told>, mut appearance: ResMut<Appearance>, mut rig: ResMut<Rig>) {
    for Told(command) in told.read() {
        if let StageCommand::SetAppearance { dark, reduced_motion } = command {
            appearance.set_if_neq(Appearance { dark: *dark });
            rig.reduced_motion = *reduced_motion;
        }
    }
}

fn paint(
    appearance: Res<Appearance>,
    layers: Res<Layers>,
    mut flats: ResMut<Assets<Flat>>,
    mut clear: ResMut<ClearColor>,
) {
    let palette = appearance.palette();
    clear.0 = palette.ground;
    let haze = palette.ground.to_linear().to_vec3();
    let models = palette.models.to_vec3();
    for (handle, tint, haze_part) in [
        (&layers.solid, models.extend(1.0), HAZE),
        (&layers.glass, models.extend(1.0), HAZE),
        (&layers.through, Vec3::ONE.extend(THROUGH), 0.0),
        (&layers.mark, Vec4::ONE, 0.0),
    ] {
        if let Some(mut flat) = flats.get_mut(handle) {
            flat.look = Look {
                haze: haze.extend(haze_part),
                tint,
            };
        }
    }
}
