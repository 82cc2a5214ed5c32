//! Buildings that others mapped → venue files. So far one kind: OpenStreetMap's Simple Indoor Tagging, as GeoJSON.
//!
//! text → `survey` (features in metres) → `spaces` (units that do not overlap) → `doors` and `guess` (openings) → `connectors`,
//! `amenities`, `fixtures` → files. Each step tells the `report` what it used, assumed or left out.

mod amenities;
mod border;
mod connectors;
mod doors;
mod fixtures;
mod flight;
mod geojson;
mod guess;
mod knit;
mod landing;
mod level;
mod outside;
mod plan;
mod projection;
mod report;
mod role;
mod shapes;
mod spaces;
mod survey;
mod tags;
#[cfg(test)]
mod tests;
mod whole;
mod wording;

pub use geojson::NotGeoJson;
pub use report::{Note, NoteKind, grouped};

use crate::venue::{
    About, EXHIBITORS_FORMAT, Exhibitors, Finding, LAYOUT_FORMAT, Layout, Live, PROGRAMME_FORMAT, ProgrammeFile,
    RULES_FORMAT, Rejected, Rules, Unit, Venue, VenueFiles, VenueId,
};
use guess::Toward;
use level::LevelNumber;
use plan::{Ids, Piece};
use report::Report;
use std::collections::BTreeSet;
use survey::{Item, Survey};
use wording::Wording;

/// What the caller knows and the file does not.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The venue's id; made fit for one. Also its name, if neither `name` nor the file has one.
    pub id: String,
    pub name: Option<String>,
    /// The language of the names, as a BCP 47 tag; found out if not given.
    pub language: Option<String>,
}

/// A venue, and what its making is to be told of.
#[derive(Clone, Debug)]
pub struct Imported {
    pub files: VenueFiles,
    /// In the order of the file, feature by feature within each step.
    pub notes: Vec<Note>,
    /// What keeps the venue from being whole.
    pub findings: Vec<Finding>,
}

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error(transparent)]
    NotGeoJson(#[from] NotGeoJson),
    #[error("nothing in the file is indoors: no feature has an area and an `indoor` or `level` tag")]
    NothingIndoors,
    /// A fault of the import, told rather than hidden.
    #[error(transparent)]
    Rejected(#[from] Rejected),
}

/// Makes a venue of a GeoJSON file whose features carry OpenStreetMap's tags after the Simple Indoor Tagging scheme
/// (<https://wiki.openstreetmap.org/wiki/Simple_Indoor_Tagging>). The same text gives the same venue.
///
/// # Errors
/// The text is not GeoJSON, or nothing in it is indoors.
pub fn osm_indoor(text: &str, options: &Options) -> Result<Imported, ImportError> {
    let mut report = Report::default();
    let mut ids = Ids::default();
    let Survey {
        mut items,
        georeference,
        locale,
    } = survey::survey(text, options.language.as_deref(), &mut report)?.ok_or(ImportError::NothingIndoors)?;
    let wording = Wording {
        language: locale.language.clone(),
    };
    tell_locale(&locale, &mut report);

    let mut spaces = spaces::spaces(&mut items, &wording, &mut ids, &mut report);
    let numbers: BTreeSet<LevelNumber> = spaces.pieces.iter().map(|piece| piece.level).collect();
    if numbers.is_empty() {
        return Err(ImportError::NothingIndoors);
    }
    let doors::Doors {
        mut openings,
        shaft_doors,
    } = doors::mapped(&items, &spaces, &wording, &mut ids, &mut report);
    let ground = landing::Ground {
        pieces: &spaces.pieces,
        shafts: &spaces.shafts,
    };
    let connectors = connectors::Making {
        items: &items,
        ground,
        levels: numbers.clone(),
        wording: &wording,
    };
    let connectors = connectors.connectors(shaft_doors, &mut ids, &mut report);

    guess::doors(
        &items,
        &spaces.pieces,
        Toward::Floor,
        &mut openings,
        &mut ids,
        &mut report,
    );
    guess::passages(&items, &spaces.pieces, &mut openings, &mut ids, &mut report);
    outside::assume(
        &mut items,
        &mut spaces,
        &connectors,
        &mut openings,
        &mut ids,
        &mut report,
    );
    guess::doors(
        &items,
        &spaces.pieces,
        Toward::Outside,
        &mut openings,
        &mut ids,
        &mut report,
    );
    guess::doors(
        &items,
        &spaces.pieces,
        Toward::Rooms,
        &mut openings,
        &mut ids,
        &mut report,
    );
    guess::tell_closed(&items, &spaces.pieces, &openings, &mut report);
    openings.extend(doors::through_cuts(&spaces, &mut ids));

    let amenities = amenities::Making {
        items: &items,
        wording: &wording,
    };
    let amenities = amenities.amenities(&mut spaces.pieces, &mut ids, &mut report);
    let fixtures = fixtures::Making {
        items: &items,
        pieces: &spaces.pieces,
        openings: &openings,
        levels: &numbers,
        columns: &spaces.columns,
    };
    let fixtures = fixtures.fixtures(&mut ids, &mut report);
    tell_lines(&items, &mut report);

    knit::knit(&mut spaces.pieces);
    let levels = whole::levels(&numbers, &items, &wording);
    let findings = whole::unjoined(&levels, &connectors);
    let name = match &options.name {
        Some(name) => wording.plain(name),
        None => whole::building_name(&items, &wording).unwrap_or_else(|| wording.plain(&wording::spoken(&options.id))),
    };
    let layout = Layout {
        format: LAYOUT_FORMAT.to_owned(),
        id: VenueId::new(plan::slug(&options.id)),
        name,
        languages: vec![wording.language.clone()],
        time_zone: locale.time_zone,
        booth_label: wording.booth_label(),
        about: About {
            notice: None,
            facts: Vec::new(),
            credit: Some("© OpenStreetMap contributors, ODbL".to_owned()),
        },
        georeference: Some(georeference),
        themes: Vec::new(),
        categories: Vec::new(),
        levels,
        units: spaces.pieces.into_iter().map(|piece| unit(piece, &wording)).collect(),
        openings,
        connectors,
        amenities,
        fixtures,
        kiosks: Vec::new(),
        aisles: Vec::new(),
        booths: Vec::new(),
    };
    let files = VenueFiles {
        layout,
        exhibitors: Exhibitors {
            format: EXHIBITORS_FORMAT.to_owned(),
            exhibitors: Vec::new(),
        },
        programme: ProgrammeFile {
            format: PROGRAMME_FORMAT.to_owned(),
            tracks: Vec::new(),
            days: Vec::new(),
            sessions: Vec::new(),
        },
        rules: Rules {
            format: RULES_FORMAT.to_owned(),
            rules: Vec::new(),
        },
        live: Live::none(),
    };
    let files = Venue::new(files)?.files().clone();
    Ok(Imported {
        files,
        notes: report.into_notes(),
        findings,
    })
}

fn tell_locale(locale: &wording::Locale, report: &mut Report) {
    match locale.from {
        Some("as asked") => {}
        Some(from) => report.guessed(
            "file",
            format!("the names are taken to be in `{}`, by {from}", locale.language),
        ),
        None => report.guessed(
            "file",
            format!(
                "nothing tells the language of the names; taken as `{}`",
                locale.language
            ),
        ),
    }
    if !locale.zone_is_known {
        report.guessed(
            "file",
            format!(
                "nothing tells the time zone; taken as {} by the longitude",
                locale.time_zone
            ),
        );
    }
}

/// Tells of lines that have no part in the venue.
fn tell_lines(items: &[Item], report: &mut Report) {
    for item in items
        .iter()
        .filter(|item| item.line_role() == role::LineRole::Other && item.lines().next().is_some())
    {
        report.left_out(
            &item.osm_id,
            format!("{}: a line without floor of its own", role::described(&item.tags)),
        );
    }
}

fn unit(piece: Piece, wording: &Wording) -> Unit {
    Unit {
        id: piece.id,
        kind: piece.kind,
        level: piece.level.id(),
        name: piece.name.unwrap_or_else(|| wording.unit(piece.kind)),
        number: None,
        polygon: piece.polygon,
        height_m: None,
        theme: None,
        capacity: None,
    }
}
