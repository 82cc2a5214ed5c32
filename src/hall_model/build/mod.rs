//! A venue's models, file by file.

mod amenities;
mod booths;
mod connectors;
mod doors;
mod edges;
mod extrude;
mod far;
mod fixtures;
mod floor;
mod glb;
mod island;
mod lettering;
mod outline;
mod people;
mod prism;
mod region;
mod roof;
mod rooms;
mod scene;
mod sheet;
mod shell;
mod signs;
mod site;
mod stand;
mod walls;

pub use glb::WriteError;

use crate::hall_model::shapes::{ink, mesh, occlusion, props};
use crate::hall_model::tag::{PartKind, Tag};
use crate::venue::{FixtureKind, ModelFile, UnitId, UnitKind, Venue};
use ink::NEUTRAL;
use mesh::Shape;
use scene::{Node, Stock};
use sheet::{Sheet, Storey, sheets};
use site::Site;
use stand::fnv1a;

/// One file to write: what the bundle says of it, and its bytes.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its name before the hash: `hall-3`.
    pub stem: String,
    pub file: ModelFile,
    pub bytes: Vec<u8>,
    /// The bytes of `file.far`: what is seen from afar. None of a model that was not made here.
    pub far: Option<Vec<u8>>,
}

impl Model {
    /// The same hall by another model.
    #[must_use]
    pub fn replaced_by(self, bytes: Vec<u8>) -> Self {
        Self::new(self.stem, self.file.units, bytes, None)
    }

    /// The same without what is seen from afar.
    #[must_use]
    pub fn without_far(mut self) -> Self {
        (self.far, self.file.far) = (None, None);
        self
    }

    fn new(stem: String, units: Vec<UnitId>, bytes: Vec<u8>, far: Option<Vec<u8>>) -> Self {
        let far_file = far.as_ref().map(|far| ModelFile {
            file: file_name(&format!("{stem}.far"), far),
            units: units.clone(),
            bytes: far.len() as u64,
            far: None,
        });
        Self {
            file: ModelFile {
                file: file_name(&stem, &bytes),
                units,
                bytes: bytes.len() as u64,
                far: far_file.map(Box::new),
            },
            stem,
            bytes,
            far,
        }
    }
}

fn file_name(stem: &str, bytes: &[u8]) -> String {
    format!("{stem}-{:08x}.glb", fnv1a(bytes) >> 32)
}

/// The models that a venue has, by their names before the hash, each with the units that it shows.
pub fn stems(venue: &Venue) -> Vec<(String, Vec<UnitId>)> {
    sheets(venue)
        .into_iter()
        .map(|sheet| (sheet.stem.clone(), sheet.units()))
        .collect()
}

/// Builds all models of a venue: halls in the file's order, then what is between them. Equal venues give equal bytes.
///
/// # Errors
/// If a file would be larger than the format allows.
pub fn build(venue: &Venue) -> Result<Vec<Model>, WriteError> {
    let site = Site { venue };
    sheets(venue)
        .iter()
        .map(|sheet| {
            let (bytes, far) = build_sheet(&site, sheet)?;
            Ok(Model::new(sheet.stem.clone(), sheet.units(), bytes, Some(far)))
        })
        .collect()
}

/// The model, and what is seen of it from afar.
fn build_sheet(site: &Site, sheet: &Sheet) -> Result<(Vec<u8>, Vec<u8>), WriteError> {
    let mut stock = Stock::default();
    let roots: Vec<Node> = sheet
        .storeys
        .iter()
        .map(|storey| build_storey(site, storey, &mut stock))
        .filter(|node| !node.children.is_empty())
        .collect();
    let (seen, seen_stock) = far::far(&roots, &stock);
    Ok((glb::write(roots, &stock)?, glb::write(seen, &seen_stock)?))
}

fn build_storey(site: &Site, storey: &Storey, stock: &mut Stock) -> Node {
    let mut root = Node::tagged(Tag::of(PartKind::Level, &storey.level.id)).at([0.0, storey.level.elevation_m, 0.0]);
    let part = |kind, shape: &Shape, stock: &mut Stock| Node::tagged(Tag::new(kind)).with_mesh(stock.take(shape));
    root.push(part(PartKind::Floor, &floor::build(site, storey), stock));

    let mut walls = walls::build(site, storey);
    walls.lower.add(&edges::build(site, storey), [0.0; 3], 0.0);
    root.push(part(PartKind::Walls, &walls.lower, stock));

    let mut columns = Shape::default();
    let hall = storey.units.iter().find(|unit| unit.kind == UnitKind::Hall);
    let headroom = |at| {
        // What stands under an upper floor ends at it.
        let covered = site
            .venue
            .units()
            .iter()
            .filter(|unit| unit.polygon.contains(at))
            .filter_map(|unit| site.venue.level(&unit.level))
            .map(|level| level.elevation_m - site::SLAB_M - storey.level.elevation_m)
            .filter(|above| *above > 0.5)
            .min_by(f64::total_cmp);
        covered.unwrap_or(f64::INFINITY)
    };
    for fixture in storey
        .fixtures
        .iter()
        .filter(|fixture| fixture.kind == FixtureKind::Column)
    {
        let room = headroom(fixture.footprint.centroid());
        fixtures::column(fixture, room, &mut columns, &mut walls.upper);
    }
    root.push(part(PartKind::Columns, &columns, stock));

    let mut roof = part(PartKind::Roof, &walls.upper, stock);
    let mut hanging = Node::tagged(Tag::new(PartKind::Signs));
    for unit in &storey.units {
        for node in roof::build(site, unit, stock) {
            roof.push(node);
        }
    }
    if let Some(hall) = hall {
        for node in signs::build(site, storey, hall, stock) {
            hanging.push(node);
        }
    }
    root.push(roof);
    root.push(hanging);

    let mut numbers = Node::tagged(Tag::new(PartKind::Numbers));
    for booth in &storey.booths {
        let theme = site.venue.unit(&booth.unit).map_or(NEUTRAL, |unit| site.theme(unit));
        let nodes = booths::build(booth, theme, stock);
        root.push(nodes.booth);
        if let Some(number) = nodes.number {
            numbers.push(number);
        }
    }
    root.push(numbers);

    let accent = hall.map_or(NEUTRAL, |hall| site.theme(hall));
    root.push(people::build(site, storey, accent, stock));
    for fixture in &storey.fixtures {
        let on = site.open_floor_at(&storey.level.id, fixture.footprint.centroid());
        if let Some(node) = fixtures::build(fixture, on, accent, stock) {
            root.push(node);
        }
    }
    for room in storey.units.iter().filter(|unit| unit.kind == UnitKind::Room) {
        if let Some(node) = rooms::build(site, room, stock) {
            root.push(node);
        }
    }
    for amenity in &storey.amenities {
        root.push(amenities::build(amenity, stock));
    }
    for kiosk in &storey.kiosks {
        root.push(amenities::kiosk(kiosk, stock));
    }
    for connector in &storey.connectors {
        root.push(connectors::build(site, connector, stock));
    }
    root
}

#[cfg(test)]
mod tests;
