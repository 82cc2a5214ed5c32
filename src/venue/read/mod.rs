//! Texts → [`VenueFiles`], with all that is wrong about them at once.
//!
//! Each element of each list is read by itself, so that every bad one yields a finding of its own and the good ones can still be checked.
//! Nothing is read in half silently: what is not known here is a finding, and what was left out is remembered in [`Unread`].

mod csv;
mod element;
mod origin;
mod tree;
mod words;

use super::door::{self, EXHIBITORS, LAYOUT, LIVE, PROGRAMME, RULES, Unread};
use super::{
    EXHIBITORS_FORMAT, Exhibitors, FilePlace, Finding, LAYOUT_FORMAT, LIVE_FORMAT, Layout, Live, PROGRAMME_FORMAT,
    ProgrammeFile, RULES_FORMAT, Rejected, Rules, Severity, Venue, VenueFiles,
};
use element::Reader;
use origin::Origin;
use serde_json::{Map, Value};

/// The texts of a venue's files. Only the layout must be there.
#[derive(Clone, Debug, Default)]
pub struct VenueTexts {
    /// `layout.json`
    pub layout: String,
    pub exhibitors: Option<ExhibitorsText>,
    /// `programme.json`
    pub programme: Option<String>,
    /// `rules.json`
    pub rules: Option<String>,
    /// `live.json`
    pub live: Option<String>,
}

#[derive(Clone, Debug)]
pub enum ExhibitorsText {
    /// `exhibitors.json`
    Json(String),
    /// `exhibitors.csv`
    Csv(String),
}

impl VenueTexts {
    /// Each file that is there: its name and its text.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let exhibitors = self.exhibitors.as_ref().map(|exhibitors| match exhibitors {
            ExhibitorsText::Json(text) => (EXHIBITORS, text.as_str()),
            ExhibitorsText::Csv(text) => (csv::EXHIBITORS_CSV, text.as_str()),
        });
        std::iter::once((LAYOUT, self.layout.as_str()))
            .chain(exhibitors)
            .chain(self.programme.as_deref().map(|text| (PROGRAMME, text)))
            .chain(self.rules.as_deref().map(|text| (RULES, text)))
            .chain(self.live.as_deref().map(|text| (LIVE, text)))
    }
}

/// What became of the texts.
#[derive(Clone, Debug)]
pub struct ReadVenue {
    /// All that could be read; `None` if the layout is none at all.
    files: Option<VenueFiles>,
    findings: Vec<Finding>,
    unread: Unread,
    origin: Origin,
}

impl ReadVenue {
    /// What could be read. Elements with errors are left out.
    pub fn files(&self) -> Option<&VenueFiles> {
        self.files.as_ref()
    }

    /// What the reading found: syntax, fields, types. Their places are those of the texts.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What was left out, so that nobody is told twice.
    pub fn unread(&self) -> &Unread {
        &self.unread
    }

    /// A finding about [`files`](Self::files), moved to where the texts say it.
    pub fn trace(&self, finding: Finding) -> Finding {
        self.origin.trace(finding)
    }

    /// # Errors
    /// All findings of the reading and of the door, if any of them is an error.
    pub fn into_venue(self) -> Result<Venue, Rejected> {
        let mut findings = self.findings;
        if let Some(files) = &self.files {
            let door = door::findings(files, &self.unread);
            findings.extend(door.into_iter().map(|finding| self.origin.trace(finding)));
        }
        match self.files {
            Some(files) if findings.iter().all(|finding| finding.severity != Severity::Error) => Venue::new(files),
            _ => Err(Rejected { findings }),
        }
    }
}

/// Reads all files, and finds all that is wrong with their syntax, fields and types.
pub fn read(texts: &VenueTexts) -> ReadVenue {
    let mut state = State::default();
    let layout = state.layout(&texts.layout);
    let exhibitors = match &texts.exhibitors {
        Some(ExhibitorsText::Json(text)) => state.exhibitors(text),
        Some(ExhibitorsText::Csv(text)) => Some(state.csv(text)),
        None => {
            state.missing(EXHIBITORS, EXHIBITORS_FORMAT, "exhibitors");
            None
        }
    };
    let programme = match &texts.programme {
        Some(text) => state.programme(text),
        None => {
            state.missing(PROGRAMME, PROGRAMME_FORMAT, "sessions");
            None
        }
    };
    let rules = match &texts.rules {
        Some(text) => state.rules(text),
        None => {
            state.missing(RULES, RULES_FORMAT, "rules");
            None
        }
    };
    // Most of the time nothing is closed: nobody misses this file.
    let live = texts.live.as_ref().and_then(|text| state.live(text));
    if texts.exhibitors.is_some() && exhibitors.is_none() {
        let sessions = programme.iter().flat_map(|programme| &programme.sessions);
        state
            .unread
            .add(sessions.flat_map(|session| session.exhibitors.iter().map(|id| id.as_str().to_owned())));
    }
    if texts.programme.is_some() && programme.is_none() {
        let changes = live.iter().flat_map(|live| &live.sessions);
        state
            .unread
            .add(changes.map(|change| change.session.as_str().to_owned()));
    }
    let files = layout.map(|layout| VenueFiles {
        layout,
        exhibitors: exhibitors.unwrap_or_else(Exhibitors::none),
        programme: programme.unwrap_or_else(ProgrammeFile::none),
        rules: rules.unwrap_or_else(Rules::none),
        live: live.unwrap_or_else(Live::none),
    });
    ReadVenue {
        files,
        findings: state.findings,
        unread: state.unread,
        origin: state.origin,
    }
}

/// Reads the text of one live file, whatever it is called.
///
/// # Errors
/// All that is wrong with its syntax, fields and types.
pub fn read_live(text: &str) -> Result<Live, Rejected> {
    let mut state = State::default();
    match state.live(text) {
        Some(live) if state.findings.is_empty() => Ok(live),
        _ => Err(Rejected {
            findings: state.findings,
        }),
    }
}

#[derive(Default)]
struct State {
    findings: Vec<Finding>,
    unread: Unread,
    origin: Origin,
}

/// Reads the named lists of an object element by element, then the object's other fields, and puts them together.
macro_rules! by_element {
    ($state:ident, $file:expr, $object:ident: $type:ty, $what:literal, $($field:ident: $noun:literal),+) => {{
        let mut reader = Reader::new($file, &mut $state.findings);
        $(let $field = reader.list(&mut $object, stringify!($field), $noun);)+
        let whole: Option<$type> = reader.value(Value::Object($object), "", $what);
        $(
            $state.unread.add($field.unread);
            $state.origin.keep($file, stringify!($field), $field.kept);
        )+
        whole.map(|mut whole| {
            $(whole.$field = $field.items;)+
            whole
        })
    }};
}

impl State {
    fn missing(&mut self, file: &str, format: &str, list: &str) {
        self.findings.push(Finding::warning(
            "missing-file",
            FilePlace::new(file, ""),
            format!("There is no {file}: the venue is shown without {list}."),
            format!("Add it; without any {list} it is `{{\"format\": \"{format}\", \"{list}\": []}}`."),
        ));
    }

    /// The object that a file holds, if it is one of the format.
    fn object(&mut self, file: &'static str, text: &str, format: &str) -> Option<Map<String, Value>> {
        match tree::parse(file, text, format) {
            Ok(object) => Some(object),
            Err(finding) => {
                self.findings.push(*finding);
                None
            }
        }
    }

    fn layout(&mut self, text: &str) -> Option<Layout> {
        let mut object = self.object(LAYOUT, text, LAYOUT_FORMAT)?;
        by_element!(
            self, LAYOUT, object: Layout, "layout",
            themes: "theme", categories: "category", levels: "level", units: "unit", openings: "opening",
            connectors: "connector", amenities: "amenity", fixtures: "fixture", kiosks: "kiosk", aisles: "aisle",
            booths: "booth"
        )
    }

    fn exhibitors(&mut self, text: &str) -> Option<Exhibitors> {
        let mut object = self.object(EXHIBITORS, text, EXHIBITORS_FORMAT)?;
        by_element!(self, EXHIBITORS, object: Exhibitors, "exhibitors file", exhibitors: "exhibitor")
    }

    fn programme(&mut self, text: &str) -> Option<ProgrammeFile> {
        let mut object = self.object(PROGRAMME, text, PROGRAMME_FORMAT)?;
        by_element!(
            self, PROGRAMME, object: ProgrammeFile, "programme",
            tracks: "track", days: "day", sessions: "session"
        )
    }

    fn rules(&mut self, text: &str) -> Option<Rules> {
        let mut object = self.object(RULES, text, RULES_FORMAT)?;
        by_element!(self, RULES, object: Rules, "rules file", rules: "rule")
    }

    fn live(&mut self, text: &str) -> Option<Live> {
        let mut object = self.object(LIVE, text, LIVE_FORMAT)?;
        by_element!(
            self, LIVE, object: Live, "live file",
            closures: "closure", one_way: "one-way rule", hours: "hours", crowds: "crowd"
        )
    }

    fn csv(&mut self, text: &str) -> Exhibitors {
        let read = csv::read(text, &mut self.findings);
        self.unread.add(read.unread);
        self.origin.csv_lines(read.lines);
        Exhibitors {
            exhibitors: read.exhibitors,
            ..Exhibitors::none()
        }
    }
}
