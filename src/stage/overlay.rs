//! Marks on the venue: a shape drawn twice, clearly where it is seen, faintly through what stands before it.

use super::material::{Layers, shape_mesh};
use super::shapes::Shape;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

/// The entities that draw one shape.
#[derive(Debug, Default)]
pub struct Overlay {
    mesh: Option<Handle<Mesh>>,
    entities: Vec<Entity>,
}

#[derive(SystemParam)]
pub struct Overlays<'w, 's> {
    commands: Commands<'w, 's>,
    meshes: ResMut<'w, Assets<Mesh>>,
    layers: Res<'w, Layers>,
}

impl Overlays<'_, '_> {
    /// Shows this shape in place of the one before; nothing if it is empty.
    pub fn show(&mut self, overlay: &mut Overlay, shape: &Shape) {
        if shape.is_empty() {
            for entity in overlay.entities.drain(..) {
                self.commands.entity(entity).despawn();
            }
            overlay.mesh = None;
            return;
        }
        let mesh = shape_mesh(shape);
        if let Some(handle) = &overlay.mesh {
            // A handle that is held is always of the present generation, the only reason to be refused.
            let _ = self.meshes.insert(handle.id(), mesh);
            return;
        }
        let handle = self.meshes.add(mesh);
        overlay.entities = [&self.layers.through, &self.layers.mark]
            .map(|material| {
                self.commands
                    .spawn((
                        Mesh3d(handle.clone()),
                        MeshMaterial3d(material.clone()),
                        NoFrustumCulling,
                    ))
                    .id()
            })
            .into();
        overlay.mesh = Some(handle);
    }
}
