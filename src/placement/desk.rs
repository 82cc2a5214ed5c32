//! The designer's desk: an open venue, and the design that is on it. Plain Rust; `src/bin/placement.rs` puts it into a worker.

use super::case::Case;
use super::design::{DESIGN_FORMAT, Design, DesignError, Part};
use super::kit::{KIT, Shape};
use super::protocol::{FileEvent, FindingLine, KitRow, PlacementCommand, PlacementEvent, SolidShape};
use super::rules::report;
use super::solids::Hulls;
use super::views::{Traffic, views};
use super::ways::ways;
use crate::venue::{BoothId, LevelId, Point, Venue, by_name, nearest, read_bundle};
use crate::wayfinding::{FreeFloors, NavGraph};
use serde::Serialize;

/// No venue at first, then the last one that could be opened.
#[derive(Default)]
pub struct Desk {
    venue: Option<Venue>,
    design: Option<Design>,
    hulls: Hulls,
    /// Made by the first command that needs it.
    walks: Option<Walks>,
}

/// What is known of walks in the venue.
struct Walks {
    floors: FreeFloors,
    graph: NavGraph,
    traffic: Option<(LevelId, Traffic)>,
}

impl Desk {
    /// Opens the venue in the bytes of a `venue.json`, with an empty desk. One that is refused leaves the one before open.
    pub fn open(&mut self, bundle: &[u8]) -> PlacementEvent {
        match read_bundle(bundle) {
            Ok(built) => {
                *self = Self {
                    venue: Some(built.venue),
                    ..Self::default()
                };
                PlacementEvent::VenueOpened
            }
            Err(error) => PlacementEvent::VenueRefused {
                details: error.to_string(),
            },
        }
    }

    /// Answers one command.
    pub fn handle(&mut self, command: PlacementCommand) -> PlacementEvent {
        match command {
            PlacementCommand::ReadDesign { text } => match Design::read(&text) {
                Ok(design) => self.lay(design),
                Err(error) => refused(&error),
            },
            PlacementCommand::StartDesign { stand } => self.lay(Design {
                format: DESIGN_FORMAT.to_owned(),
                stand,
                name: String::new(),
                parts: Vec::new(),
            }),
            PlacementCommand::PutPart { part } => {
                self.change(|parts| match parts.iter_mut().find(|other| other.id == part.id) {
                    Some(other) => *other = part,
                    None => parts.push(part),
                })
            }
            PlacementCommand::RemovePart { part } => self.change(|parts| parts.retain(|other| other.id != part)),
            PlacementCommand::KnowModel { name, hull } => {
                self.hulls.insert(name, hull);
                PlacementEvent::ModelKnown
            }
            PlacementCommand::ListKit => PlacementEvent::KitListed {
                kit: KIT
                    .iter()
                    .map(|row| KitRow {
                        kind: row.kind,
                        size_m: row.size_m,
                        above_m: row.above_m,
                        weight_kg: row.weight_kg,
                    })
                    .collect(),
            },
            PlacementCommand::LookRound => self.look_round().unwrap_or(PlacementEvent::NotReady),
            PlacementCommand::CompareWays => self.compare_ways().unwrap_or(PlacementEvent::NotReady),
        }
    }

    /// Measures all of the kit on the stand of the open design, which nobody asked for: browsers compile well only what has run often, and the first moves of
    /// a part would take several times as long as those after them. Nothing else comes of it.
    pub fn practise(&mut self) {
        let Some(open) = self.design.take() else {
            return;
        };
        let kit = KIT.iter().filter(|row| row.shape != Shape::Model).zip(1u32..);
        let parts = kit.map(|(row, i)| {
            let aside = f64::from(i) / 2.0;
            Part::new(&i.to_string(), row.kind, Point::new(aside, aside))
        });
        let all = Design {
            parts: parts.collect(),
            ..open.clone()
        };
        let command = PlacementCommand::ReadDesign { text: json(&all) };
        std::hint::black_box(self.handle(command).to_json());
        self.design = Some(open);
    }

    /// Answers one command in JSON with one event in JSON.
    pub fn handle_json(&mut self, command: &str) -> String {
        let event = match by_name::from_slice(command.as_bytes()) {
            Ok(command) => self.handle(command),
            Err(error) => PlacementEvent::NotUnderstood {
                message: error.to_string(),
            },
        };
        event.to_json()
    }

    fn change(&mut self, change: impl FnOnce(&mut Vec<Part>)) -> PlacementEvent {
        let Some(mut design) = self.design.clone() else {
            return PlacementEvent::NotReady;
        };
        change(&mut design.parts);
        match design.check() {
            Ok(()) => self.lay(design),
            Err(error) => refused(&error),
        }
    }

    /// Lays a design on the desk, if the venue has its stand.
    fn lay(&mut self, design: Design) -> PlacementEvent {
        let Some(venue) = &self.venue else {
            return PlacementEvent::NotReady;
        };
        let Some(case) = Case::new(venue, &design, &self.hulls) else {
            let stands = venue.booths().iter().map(|booth| booth.id.as_str());
            let meant = nearest(design.stand.as_str(), stands).map(BoothId::new);
            return PlacementEvent::StandUnknown {
                stand: design.stand,
                meant,
            };
        };
        let report = report(&case);
        let solids = case.solids.iter().map(|solid| SolidShape {
            part: design.parts[solid.part].id.clone(),
            borders: solid.area.borders(),
            from_m: solid.from_m,
            to_m: solid.to_m,
            role: solid.role,
            see_through: solid.see_through,
        });
        let event = PlacementEvent::Designed {
            design: design.clone(),
            level: case.level().clone(),
            solids: solids.collect(),
            lines: report.findings.iter().map(FindingLine::of).collect(),
            report,
        };
        self.design = Some(design);
        event
    }

    fn look_round(&mut self) -> Option<PlacementEvent> {
        let venue = self.venue.as_ref()?;
        let case = Case::new(venue, self.design.as_ref()?, &self.hulls)?;
        let walks = self.walks.get_or_insert_with(|| Walks::of(venue));
        let level = case.level();
        let traffic = match walks.traffic.take() {
            Some((of, traffic)) if of == *level => traffic,
            _ => Traffic::of(venue, &walks.graph, level),
        };
        let views = views(&case, &traffic);
        walks.traffic = Some((level.clone(), traffic));
        Some(PlacementEvent::Seen { views })
    }

    fn compare_ways(&mut self) -> Option<PlacementEvent> {
        let venue = self.venue.as_ref()?;
        let case = Case::new(venue, self.design.as_ref()?, &self.hulls)?;
        let walks = self.walks.get_or_insert_with(|| Walks::of(venue));
        let changes = ways(&case, &walks.floors, &walks.graph);
        Some(PlacementEvent::WaysCompared { changes })
    }
}

impl Walks {
    fn of(venue: &Venue) -> Self {
        let floors = FreeFloors::of(venue);
        Self {
            graph: NavGraph::on(venue, floors.levels.clone()),
            floors,
            traffic: None,
        }
    }
}

fn refused(error: &DesignError) -> PlacementEvent {
    PlacementEvent::DesignRefused {
        message: error.to_string(),
        mend: error.mend().to_owned(),
        pointer: error.pointer(),
    }
}

impl PlacementEvent {
    pub fn to_json(&self) -> String {
        json(self)
    }
}

impl FileEvent {
    pub fn to_json(&self) -> String {
        json(self)
    }
}

fn json(event: &impl Serialize) -> String {
    serde_json::to_string(event).unwrap_or_else(|error| {
        // Every event is made of structs, lists and maps with text keys, so this is a fault of ours; say so rather than stop.
        let message = serde_json::to_string(&error.to_string()).unwrap_or_default();
        format!(r#"{{"type":"not_understood","message":{message}}}"#)
    })
}
