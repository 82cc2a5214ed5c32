//! Marks on the venue: a shape drawn twice, clearly where it is seen, faintly through what stands before it.

use super::painter::{Broken, Drawn, GeometryId, Layer, Painter};
use super::shapes::Shape;
use super::space;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

/// What draws one shape.
#[derive(Debug, Default)]
pub struct Overlay {
    geometry: Option<GeometryId>,
    entities: Vec<Entity>,
}

#[derive(SystemParam)]
pub struct Overlays<'w, 's> {
    commands: Commands<'w, 's>,
    painter: NonSendMut<'w, Painter>,
    broken: ResMut<'w, Broken>,
}

impl Overlays<'_, '_> {
    /// Shows this shape in place of the one before; nothing if it is empty.
    pub fn show(&mut self, overlay: &mut Overlay, shape: &Shape) {
        for entity in overlay.entities.drain(..) {
            self.commands.entity(entity).despawn();
        }
        if let Some(geometry) = overlay.geometry.take() {
            self.painter.free(geometry);
        }
        if shape.is_empty() {
            return;
        }
        let positions: Vec<[f32; 3]> = shape.positions.iter().map(|p| space::to_world(*p).to_array()).collect();
        match self.painter.upload(&positions, &shape.colors, &shape.indices) {
            Ok(geometry) => {
                overlay.geometry = Some(geometry);
                overlay.entities = [Layer::Through, Layer::Mark]
                    .map(|layer| {
                        let drawn = Drawn::new(geometry, layer);
                        self.commands.spawn(drawn).id()
                    })
                    .into();
            }
            Err(error) => self.broken.0 = Some(error),
        }
    }
}
