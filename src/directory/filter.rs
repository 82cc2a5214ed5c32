//! Narrowing what is found: by hall, theme, category, country and initial, by what is on, and by what a person keeps.

use super::collation::OTHER;
use super::{Directory, natural_order, whereabouts};
use crate::order;
use crate::venue::{
    Exhibitor, ExhibitorId, LocalText, LocalTime, Place, PlaceId, Session, ThemeId, Unit, UnitId, UnitKind, Venue,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cmp::Reverse;

/// What one can choose by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FilterBy {
    Hall,
    Theme,
    Category,
    Country,
    Initial,
}

const BY_ALL: [FilterBy; 5] = [
    FilterBy::Hall,
    FilterBy::Theme,
    FilterBy::Category,
    FilterBy::Country,
    FilterBy::Initial,
];

/// What is wanted of what there is. An empty one lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Filter {
    pub chosen: Vec<Choice>,
    /// Only what has a session at that time.
    pub on_at: Option<LocalTime>,
    /// Only these: what a person keeps.
    pub kept: Option<Vec<PlaceId>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Choice {
    pub by: FilterBy,
    /// An id, a country's code, or a letter.
    pub value: String,
}

/// A value that one could choose, and how many lines that would leave, whatever else is chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Facet {
    pub by: FilterBy,
    pub value: String,
    /// Empty for countries and letters.
    pub name: LocalText,
    pub count: usize,
}

/// A filter at work on the lines of one answer.
pub struct Sieve<'a> {
    directory: &'a Directory,
    venue: &'a Venue,
    filter: &'a Filter,
    language: &'a str,
    /// Who gives a session at the time asked for.
    giving: Vec<&'a ExhibitorId>,
    /// Once for each line that one more choice would leave.
    counted: Vec<(FilterBy, Cow<'a, str>)>,
}

impl<'a> Sieve<'a> {
    pub fn new(directory: &'a Directory, venue: &'a Venue, filter: &'a Filter, language: &'a str) -> Self {
        let sessions = venue.sessions().iter().filter(|session| is_on(session, venue, filter));
        Self {
            giving: sessions.flat_map(|session| &session.exhibitors).collect(),
            directory,
            venue,
            filter,
            language,
            counted: Vec::new(),
        }
    }

    /// Whether the place is wanted.
    pub fn passes(&mut self, place: Place<'a>) -> bool {
        if !self.is_kept(place) || !self.is_on(place) {
            return false;
        }
        let values = BY_ALL.map(|by| (by, self.values(place, by)));
        let is_left = |(by, values): &(FilterBy, Vec<Cow<str>>)| {
            let mut choices = self.filter.chosen.iter().filter(|choice| choice.by == *by);
            choices.all(|choice| values.iter().any(|value| *value == choice.value))
        };
        let left = values.each_ref().map(is_left);
        let dropped = left.iter().filter(|&&left| !left).count();
        for ((by, values), left) in values.into_iter().zip(left) {
            // Whatever else is chosen by it, this one would be left.
            if dropped == usize::from(!left) {
                self.counted.extend(values.into_iter().map(|value| (by, value)));
            }
        }
        dropped == 0
    }

    /// What one could choose: halls, themes and initials in their order, of the others the most frequent first.
    pub fn facets(mut self) -> Vec<Facet> {
        order::sort_by(&mut self.counted, |(by_a, a), (by_b, b)| {
            let is_other = |value: &Cow<str>| value == OTHER;
            by_a.cmp(by_b)
                .then_with(|| is_other(a).cmp(&is_other(b)))
                .then_with(|| natural_order(a, b))
        });
        let facets = self.counted.chunk_by(|a, b| a == b).map(|same| Facet {
            by: same[0].0,
            value: same[0].1.to_string(),
            name: self.name_of(same[0].0, &same[0].1),
            count: same.len(),
        });
        let mut facets: Vec<Facet> = facets.collect();
        order::sort_by_key(&mut facets, |facet| {
            let by_number = matches!(facet.by, FilterBy::Category | FilterBy::Country);
            (facet.by, if by_number { Reverse(facet.count) } else { Reverse(0) })
        });
        facets
    }

    fn name_of(&self, by: FilterBy, value: &str) -> LocalText {
        let layout = self.venue.layout();
        let named = match by {
            FilterBy::Hall => self.venue.unit(&UnitId::new(value)).map(|hall| &hall.name),
            FilterBy::Theme => {
                let mut themes = layout.themes.iter();
                themes.find(|theme| theme.id.as_str() == value).map(|theme| &theme.name)
            }
            FilterBy::Category => {
                let mut categories = layout.categories.iter();
                categories.find(|each| each.id.as_str() == value).map(|each| &each.name)
            }
            FilterBy::Country | FilterBy::Initial => None,
        };
        named.cloned().unwrap_or_default()
    }

    fn is_kept(&self, place: Place) -> bool {
        let kept = self.filter.kept.as_ref();
        kept.is_none_or(|kept| kept.contains(&place.id()))
    }

    fn is_on(&self, place: Place) -> bool {
        let sessions = || self.venue.sessions().iter();
        self.filter.on_at.is_none()
            || match place {
                Place::Session(session) => is_on(session, self.venue, self.filter),
                Place::Unit(unit) => {
                    sessions().any(|session| session.room == unit.id && is_on(session, self.venue, self.filter))
                }
                _ => self
                    .exhibitors(place)
                    .iter()
                    .any(|each| self.giving.contains(&&each.id)),
            }
    }

    fn values(&self, place: Place<'a>, by: FilterBy) -> Vec<Cow<'a, str>> {
        let of_halls = |value: fn(&'a Unit) -> Option<&'a str>| self.halls(place).into_iter().filter_map(value);
        let mut values: Vec<Cow<str>> = match by {
            FilterBy::Hall => of_halls(|hall| Some(hall.id.as_str())).map(Cow::Borrowed).collect(),
            FilterBy::Theme => {
                let themes = of_halls(|hall| hall.theme.as_ref().map(ThemeId::as_str));
                themes.map(Cow::Borrowed).collect()
            }
            FilterBy::Category => {
                let categories = self.exhibitors(place).into_iter().flat_map(|each| &each.categories);
                categories.map(|id| Cow::Borrowed(id.as_str())).collect()
            }
            FilterBy::Country => {
                let countries = self.exhibitors(place).into_iter();
                countries
                    .filter_map(|each| each.country.as_deref())
                    .map(Cow::Borrowed)
                    .collect()
            }
            FilterBy::Initial => match place {
                Place::Exhibitor(exhibitor) => {
                    let name = exhibitor.name.in_language(self.language);
                    vec![Cow::Owned(self.directory.initial(name, self.language))]
                }
                _ => Vec::new(),
            },
        };
        order::sort_by(&mut values, Cow::cmp);
        values.dedup();
        values
    }

    /// The halls that the place is in, or is.
    fn halls(&self, place: Place<'a>) -> Vec<&'a Unit> {
        let venue = self.venue;
        let mut halls: Vec<&Unit> = match place {
            Place::Exhibitor(exhibitor) => {
                let booths = exhibitor.booths.iter().filter_map(|booth| venue.booth(booth));
                booths.filter_map(|booth| venue.unit(&booth.unit)).collect()
            }
            Place::Booth(booth) => venue.unit(&booth.unit).into_iter().collect(),
            _ => whereabouts(venue, place).and_then(|at| at.unit).into_iter().collect(),
        };
        halls.retain(|unit| unit.kind == UnitKind::Hall);
        halls
    }

    /// Who it is, or who shows there, or who gives it.
    fn exhibitors(&self, place: Place<'a>) -> Vec<&'a Exhibitor> {
        match place {
            Place::Exhibitor(exhibitor) => vec![exhibitor],
            Place::Booth(booth) => self.directory.occupants().on(self.venue, &booth.id).collect(),
            Place::Session(session) => {
                let givers = session.exhibitors.iter().filter_map(|id| self.venue.place(&id.into()));
                let givers = givers.filter_map(|place| match place {
                    Place::Exhibitor(exhibitor) => Some(exhibitor),
                    _ => None,
                });
                givers.collect()
            }
            _ => Vec::new(),
        }
    }
}

fn is_on(session: &Session, venue: &Venue, filter: &Filter) -> bool {
    let at = filter.on_at.as_ref();
    at.is_some_and(|at| session.start <= *at && *at < session.end) && !venue.is_cancelled(&session.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Narrowed;
    use crate::guide::test_venue;

    fn narrowed(text: &str, filter: &Filter) -> Narrowed {
        let venue = Venue::new(test_venue::bundle().files).unwrap();
        Directory::of(&venue, "").narrowed(&venue, text, "en", 10, filter)
    }

    fn chosen(choices: &[(FilterBy, &str)]) -> Filter {
        let choice = |&(by, value): &(FilterBy, &str)| Choice {
            by,
            value: value.to_owned(),
        };
        Filter {
            chosen: choices.iter().map(choice).collect(),
            ..Filter::default()
        }
    }

    fn places(text: &str, filter: &Filter) -> Vec<String> {
        let hits = narrowed(text, filter).hits;
        hits.into_iter().map(|hit| hit.place.to_string()).collect()
    }

    /// `value count`, of one kind.
    fn facets(text: &str, filter: &Filter, by: FilterBy) -> Vec<String> {
        let facets = narrowed(text, filter).facets.into_iter().filter(|facet| facet.by == by);
        facets.map(|facet| format!("{} {}", facet.value, facet.count)).collect()
    }

    #[test]
    fn without_a_query_all_exhibitors_are_listed_by_name() {
        let found = narrowed("", &Filter::default());
        let lines = found
            .hits
            .iter()
            .map(|hit| (hit.initial.as_deref().unwrap(), &*hit.title));
        assert_eq!(
            lines.collect::<Vec<_>>(),
            [
                ("A", "Acmé Robotics"),
                ("B", "Brook & Sons Lighting"),
                ("C", "Cloud Nine"),
                ("N", "Nowhere Yet")
            ]
        );
        assert_eq!(found.total, 4);
    }

    #[test]
    fn each_choice_narrows_what_is_found() {
        assert_eq!(places("", &chosen(&[(FilterBy::Hall, "hall-2")])), ["brook"]);
        assert_eq!(
            places("", &chosen(&[(FilterBy::Theme, "ai")])),
            ["acme", "brook", "cloud"]
        );
        assert_eq!(places("", &chosen(&[(FilterBy::Country, "SE")])), ["brook"]);
        assert_eq!(places("", &chosen(&[(FilterBy::Initial, "C")])), ["cloud"]);
        let home = (FilterBy::Category, "home");
        assert_eq!(places("", &chosen(&[home])), ["brook", "cloud"]);
        assert_eq!(places("", &chosen(&[home, (FilterBy::Category, "robots")])), ["cloud"]);
        assert_eq!(places("", &chosen(&[home, (FilterBy::Country, "CN")])), [""; 0]);
        assert_eq!(places("hall", &chosen(&[(FilterBy::Hall, "hall-2")])), ["hall-2"]);
        assert_eq!(places("toilet", &chosen(&[(FilterBy::Hall, "hall-2")])), ["wc-hall-2"]);
    }

    #[test]
    fn a_choice_is_counted_as_if_it_were_the_only_one_of_its_kind() {
        let in_hall_2 = chosen(&[(FilterBy::Hall, "hall-2")]);
        assert_eq!(facets("", &in_hall_2, FilterBy::Hall), ["hall-1 3", "hall-2 1"]);
        assert_eq!(facets("", &in_hall_2, FilterBy::Category), ["home 1"]);
        assert_eq!(facets("", &in_hall_2, FilterBy::Initial), ["B 1"]);
        assert_eq!(
            facets("", &Filter::default(), FilterBy::Category),
            ["home 2", "robots 2"]
        );
        assert_eq!(facets("", &Filter::default(), FilterBy::Country), ["CN 1", "SE 1"]);
        let names = narrowed("", &in_hall_2).facets;
        assert_eq!(names[0].name.in_language("zh-Hans"), "1号馆");
    }

    #[test]
    fn what_is_on_and_what_is_kept_can_be_asked_for() {
        let at = |time: &str| Filter {
            on_at: Some(time.parse().unwrap()),
            ..Filter::default()
        };
        assert_eq!(places("", &at("2026-09-24T14:30")), ["brook"], "who gives it");
        assert_eq!(places("", &at("2026-09-24T15:00")), [""; 0], "it is over");
        assert_eq!(places("lamps", &at("2026-09-24T14:00")), ["s-2"]);
        assert_eq!(places("201", &at("2026-09-24T14:00")), ["room-201"]);
        let kept = Filter {
            kept: Some(vec![PlaceId::new("cloud")]),
            ..Filter::default()
        };
        assert_eq!(places("", &kept), ["cloud"]);
    }

    #[test]
    fn all_are_counted_also_beyond_the_limit() {
        let venue = Venue::new(test_venue::bundle().files).unwrap();
        let found = Directory::of(&venue, "").narrowed(&venue, "", "en", 1, &Filter::default());
        assert_eq!((found.hits.len(), found.total), (1, 4));
        assert_eq!(
            found
                .facets
                .iter()
                .filter(|facet| facet.by == FilterBy::Initial)
                .count(),
            4
        );
    }
}
