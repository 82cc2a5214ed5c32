//! Which file shows what: one a hall, one for all that is between and above them; a building without halls has one a level.

use crate::venue::{
    Amenity, Booth, Connector, Fixture, Kiosk, Level, LevelId, Opening, Point, Polygon, Unit, UnitId, UnitKind, Venue,
};

/// One file.
#[derive(Debug)]
pub struct Sheet<'v> {
    /// The file's name before its hash: `hall-3`.
    pub stem: String,
    /// By level, lowest first.
    pub storeys: Vec<Storey<'v>>,
}

/// What a file shows of one level.
#[derive(Debug)]
pub struct Storey<'v> {
    pub level: &'v Level,
    pub units: Vec<&'v Unit>,
    pub openings: Vec<&'v Opening>,
    pub booths: Vec<&'v Booth>,
    pub fixtures: Vec<&'v Fixture>,
    pub amenities: Vec<&'v Amenity>,
    pub kiosks: Vec<&'v Kiosk>,
    /// Those whose lowest end is on this level.
    pub connectors: Vec<&'v Connector>,
}

impl Sheet<'_> {
    pub fn units(&self) -> Vec<UnitId> {
        self.storeys
            .iter()
            .flat_map(|storey| &storey.units)
            .map(|unit| unit.id.clone())
            .collect()
    }
}

impl<'v> Storey<'v> {
    fn new(level: &'v Level) -> Self {
        Self {
            level,
            units: Vec::new(),
            openings: Vec::new(),
            booths: Vec::new(),
            fixtures: Vec::new(),
            amenities: Vec::new(),
            kiosks: Vec::new(),
            connectors: Vec::new(),
        }
    }

    fn is_empty(&self) -> bool {
        self.units.is_empty()
            && self.booths.is_empty()
            && self.fixtures.is_empty()
            && self.amenities.is_empty()
            && self.kiosks.is_empty()
            && self.connectors.is_empty()
    }
}

/// All files of a venue: halls in the file's order, then the rest.
pub fn sheets(venue: &Venue) -> Vec<Sheet<'_>> {
    let halls: Vec<&Unit> = venue
        .units()
        .iter()
        .filter(|unit| unit.kind == UnitKind::Hall)
        .collect();
    let mut levels: Vec<&Level> = venue.levels().iter().collect();
    levels.sort_by_key(|level| level.ordinal);
    let mut sheets: Vec<Sheet> = halls
        .iter()
        .map(|hall| Sheet {
            stem: format!("hall-{}", file_name(hall.number.as_deref().unwrap_or(hall.id.as_str()))),
            storeys: levels
                .iter()
                .filter(|level| level.id == hall.level)
                .map(|level| Storey::new(level))
                .collect(),
        })
        .collect();
    let rest = sheets.len();
    if halls.is_empty() {
        sheets.extend(levels.iter().map(|level| Sheet {
            stem: format!("level-{}", file_name(level.id.as_str())),
            storeys: vec![Storey::new(level)],
        }));
    } else {
        sheets.push(Sheet {
            stem: "concourse".to_owned(),
            storeys: levels.iter().map(|level| Storey::new(level)).collect(),
        });
    }
    let mut sorter = Sorter {
        venue,
        halls,
        rest,
        sheets,
    };
    sorter.sort();
    let mut sheets = sorter.sheets;
    for sheet in &mut sheets {
        sheet.storeys.retain(|storey| !storey.is_empty());
    }
    sheets.retain(|sheet| !sheet.storeys.is_empty());
    sheets
}

struct Sorter<'v> {
    venue: &'v Venue,
    halls: Vec<&'v Unit>,
    /// The first sheet that is no hall's.
    rest: usize,
    sheets: Vec<Sheet<'v>>,
}

impl<'v> Sorter<'v> {
    fn sort(&mut self) {
        let venue = self.venue;
        for unit in venue.units() {
            let hall = self.halls.iter().position(|hall| hall.id == unit.id);
            self.put(hall, &unit.level, |storey| storey.units.push(unit));
        }
        for booth in venue.booths() {
            let hall = self.halls.iter().position(|hall| hall.id == booth.unit);
            if let Some(unit) = venue.unit(&booth.unit) {
                self.put(hall, &unit.level, |storey| storey.booths.push(booth));
            }
        }
        for opening in venue.openings() {
            // A hall's doors are its own, on whichever side they are named.
            let hall = self.halls.iter().position(|hall| opening.between.contains(&hall.id));
            if let Some(unit) = opening.between.first().and_then(|id| venue.unit(id)) {
                self.put(hall, &unit.level, |storey| storey.openings.push(opening));
            }
        }
        for fixture in venue.fixtures() {
            let hall = self.hall_at(&fixture.level, fixture.footprint.centroid());
            self.put(hall, &fixture.level, |storey| storey.fixtures.push(fixture));
        }
        for amenity in venue.amenities() {
            let at = amenity.footprint.as_ref().map_or(amenity.point, Polygon::centroid);
            let hall = self.hall_at(&amenity.level, at);
            self.put(hall, &amenity.level, |storey| storey.amenities.push(amenity));
        }
        for kiosk in venue.kiosks() {
            let hall = self.hall_at(&kiosk.level, kiosk.point);
            self.put(hall, &kiosk.level, |storey| storey.kiosks.push(kiosk));
        }
        for connector in venue.connectors() {
            let height = |level: &LevelId| venue.level(level).map(|level| level.ordinal);
            if let Some(lowest) = connector.ends.iter().min_by_key(|end| height(&end.level)) {
                self.put(None, &lowest.level, |storey| storey.connectors.push(connector));
            }
        }
    }

    fn hall_at(&self, level: &LevelId, point: Point) -> Option<usize> {
        self.halls
            .iter()
            .position(|hall| hall.level == *level && hall.polygon.contains(point))
    }

    /// Hands the storey of that hall to `push`, or the one of the rest on that level.
    fn put(&mut self, hall: Option<usize>, level: &LevelId, push: impl FnOnce(&mut Storey<'v>)) {
        let sheets = match hall {
            Some(hall) => &mut self.sheets[hall..=hall],
            None => &mut self.sheets[self.rest..],
        };
        let storey = sheets
            .iter_mut()
            .flat_map(|sheet| &mut sheet.storeys)
            .find(|storey| storey.level.id == *level);
        if let Some(storey) = storey {
            push(storey);
        }
    }
}

/// What may stand in a file's name and a URL without escapes.
fn file_name(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    // "-1" and "1" stay apart: a leading minus is spelt out.
    match kept.strip_prefix('-') {
        Some(rest) => format!("minus-{rest}"),
        None => kept,
    }
}
