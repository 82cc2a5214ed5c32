//! Which hall stands where: rows of halls on both sides of a concourse, and more concourses behind it when there are more halls.

use super::draft::{Draft, GROUND, Rect, UPPER, UPPER_ELEVATION_M};
use super::{Options, about, concourse, hall, outdoors, text, themes, upper_level};
use crate::venue::{LAYOUT_FORMAT, Layout, Level, LevelId, VenueId};

/// Seven halls of 90 × 127 m are 80,010 m²: the announced 80,000 m².
pub(super) const HALL_WIDTH_M: f64 = 90.0;
pub(super) const HALL_DEPTH_M: f64 = 127.0;
/// Between two halls: a yard for lorries, onto which the emergency exits lead.
pub(super) const YARD_M: f64 = 18.0;
/// The concourse: 45 m wide, as Shenzhen's.
pub(super) const CONCOURSE_WIDTH_M: f64 = 45.0;
/// From the back of one concourse's halls to the back of the next one's.
const STREET_M: f64 = 40.0;
/// How many stands a hall is to hold before the venue grows by more halls.
const BOOTHS_PER_HALL: usize = 250;
const FEWEST_HALLS: usize = 7;
const MOST_HALLS_PER_CONCOURSE: usize = 19;

/// Where a hall stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct HallSite {
    /// From 1, north side first, west to east.
    pub(super) number: usize,
    /// Its west wall.
    pub(super) x: f64,
    /// Its wall to the concourse.
    pub(super) front_y: f64,
    pub(super) north: bool,
    /// How many stands it is to hold.
    pub(super) booths: usize,
}

impl HallSite {
    pub(super) fn rect(self) -> Rect {
        let y = if self.north {
            self.front_y
        } else {
            self.front_y - HALL_DEPTH_M
        };
        Rect::new(self.x, y, HALL_WIDTH_M, HALL_DEPTH_M)
    }
}

/// One concourse with its halls.
#[derive(Clone, Debug)]
pub(super) struct ConcourseSite {
    /// From 0.
    pub(super) index: usize,
    pub(super) rect: Rect,
    pub(super) halls: Vec<HallSite>,
}

impl ConcourseSite {
    pub(super) fn id(&self) -> String {
        self.tagged("concourse")
    }

    /// An id that tells the venue's concourses apart, and stays short where there is but one.
    pub(super) fn tagged(&self, id: &str) -> String {
        match self.index {
            0 => id.to_owned(),
            i => format!("{id}-{}", i + 1),
        }
    }

    /// The spaces between neighbouring halls of one side, west to east: their x and width.
    pub(super) fn yards(&self, north: bool) -> Vec<(f64, f64)> {
        let side: Vec<_> = self.halls.iter().filter(|hall| hall.north == north).collect();
        side.windows(2)
            .map(|pair| {
                let x = pair[0].x + HALL_WIDTH_M;
                (x, pair[1].x - x)
            })
            .collect()
    }
}

#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) concourses: Vec<ConcourseSite>,
}

impl Site {
    pub(super) fn for_booths(booths: usize) -> Self {
        let hall_count = if booths <= FEWEST_HALLS * BOOTHS_PER_HALL {
            FEWEST_HALLS
        } else {
            booths.div_ceil(BOOTHS_PER_HALL)
        };
        let concourse_count = hall_count.div_ceil(MOST_HALLS_PER_CONCOURSE);
        let mut concourses = Vec::new();
        let mut placed = 0;
        for index in 0..concourse_count {
            let halls_here = (hall_count - placed).div_ceil(concourse_count - index);
            concourses.push(concourse_site(index, placed, halls_here, booths, hall_count));
            placed += halls_here;
        }
        Self { concourses }
    }
}

/// One hall more on the north side than on the south side, whose wider gaps become forecourts.
fn concourse_site(index: usize, placed: usize, hall_count: usize, booths: usize, all_halls: usize) -> ConcourseSite {
    let north = hall_count / 2 + 1;
    let south = hall_count - north;
    let length = north as f64 * (HALL_WIDTH_M + YARD_M) - YARD_M;
    let south_gap = (length - south as f64 * HALL_WIDTH_M) / south.saturating_sub(1).max(1) as f64;
    let y = index as f64 * (CONCOURSE_WIDTH_M + 2.0 * HALL_DEPTH_M + STREET_M);
    // What is left over by the division goes to the first halls, one stand each.
    let share = |number: usize| booths / all_halls + usize::from(number <= booths % all_halls);
    let halls = (0..hall_count).map(|i| {
        let number = placed + i + 1;
        let is_north = i < north;
        let (x, front_y) = if is_north {
            (i as f64 * (HALL_WIDTH_M + YARD_M), y + CONCOURSE_WIDTH_M)
        } else {
            ((i - north) as f64 * (HALL_WIDTH_M + south_gap), y)
        };
        HallSite {
            number,
            x,
            front_y,
            north: is_north,
            booths: share(number),
        }
    });
    ConcourseSite {
        index,
        rect: Rect::new(-YARD_M, y, length + 2.0 * YARD_M, CONCOURSE_WIDTH_M),
        halls: halls.collect(),
    }
}

/// The whole layout of a site.
pub(super) fn layout(site: &Site, options: &Options) -> Layout {
    let mut draft = Draft::new(empty_layout());
    for concourse in &site.concourses {
        concourse::draw(&mut draft, concourse);
        upper_level::draw(&mut draft, concourse);
    }
    outdoors::draw(&mut draft, site);
    if let Some(spine) = outdoors::spine(site) {
        concourse::draw_spine(&mut draft, site, spine);
    }
    // Halls cannot all meet their number exactly: each makes up for what the ones before it missed.
    let (mut wanted, mut made) = (0, 0);
    for hall in site.concourses.iter().flat_map(|concourse| &concourse.halls) {
        wanted += hall.booths;
        let goal = usize::saturating_sub(wanted, made);
        made += hall::draw(&mut draft, hall, site, goal, options.seed);
    }
    draft.layout
}

fn empty_layout() -> Layout {
    Layout {
        format: LAYOUT_FORMAT.to_owned(),
        id: VenueId::new("gdte"),
        name: text("Global Digital Trade Expo", "全球数字贸易博览会"),
        languages: vec!["zh-Hans".to_owned(), "en".to_owned()],
        time_zone: "Asia/Shanghai".to_owned(),
        booth_label: text("booth", "展位"),
        about: about::about(),
        georeference: None,
        themes: themes::themes(),
        categories: super::industries::categories(),
        levels: vec![
            Level {
                id: LevelId::new(GROUND),
                ordinal: 0,
                name: text("Ground level", "一层"),
                elevation_m: 0.0,
            },
            Level {
                id: LevelId::new(UPPER),
                ordinal: 1,
                name: text("Upper level", "二层"),
                elevation_m: UPPER_ELEVATION_M,
            },
        ],
        units: Vec::new(),
        openings: Vec::new(),
        connectors: Vec::new(),
        amenities: Vec::new(),
        fixtures: Vec::new(),
        kiosks: Vec::new(),
        aisles: Vec::new(),
        booths: Vec::new(),
    }
}
