//! Names: those of the data, and plain words for what the data names not.

use super::geojson::Feature;
use super::tags::Tags;
use crate::venue::{AmenityKind, ConnectorKind, Language, LocalText, UnitKind};
use std::collections::BTreeMap;

/// Words for a kind of thing: English, simplified Chinese (the page's own languages), then others that maps of buildings are often written in.
struct Words {
    en: &'static str,
    zh: &'static str,
    fr: &'static str,
    de: &'static str,
}

impl Words {
    fn text(&self, language: &str) -> LocalText {
        let own = match language.split('-').next().unwrap_or_default() {
            "zh" => self.zh,
            "fr" => self.fr,
            "de" => self.de,
            _ => self.en,
        };
        LocalText::of([("en", self.en), ("zh-Hans", self.zh), (language, own)])
    }
}

/// Writes names in the venue's language.
#[derive(Debug)]
pub(super) struct Wording {
    pub language: Language,
}

impl Wording {
    /// The feature's `name`, with all its `name:xx`; else its brand or `ref`.
    pub fn name(&self, tags: &Tags) -> Option<LocalText> {
        let mut texts = BTreeMap::new();
        for (key, value) in tags.iter() {
            if let Some(language) = key.strip_prefix("name:").filter(|language| is_language(language)) {
                texts.insert(language.to_owned(), value.to_owned());
            }
        }
        let own = tags
            .get("name")
            .map(str::to_owned)
            .or_else(|| texts.get(&self.language).cloned());
        let other = || ["brand", "ref"].iter().find_map(|key| tags.get(key)).map(str::to_owned);
        if let Some(own) = own.or_else(|| texts.values().next().cloned()).or_else(other) {
            texts.insert(self.language.clone(), own);
        }
        (!texts.is_empty()).then_some(LocalText(texts))
    }

    pub fn plain(&self, text: &str) -> LocalText {
        LocalText::of([(&self.language, text)])
    }

    /// `Level 1`, or what the data calls it.
    pub fn level(&self, number: &str) -> LocalText {
        let mut text = Words {
            en: "Level",
            zh: "楼层",
            fr: "Niveau",
            de: "Ebene",
        }
        .text(&self.language);
        for word in text.0.values_mut() {
            word.push(' ');
            word.push_str(&number.replace('-', "−"));
        }
        text
    }

    pub fn booth_label(&self) -> LocalText {
        Words {
            en: "stand",
            zh: "展位",
            fr: "stand",
            de: "Stand",
        }
        .text(&self.language)
    }

    pub fn unit(&self, kind: UnitKind) -> LocalText {
        let words = match kind {
            UnitKind::Shop => Words {
                en: "Shop",
                zh: "店铺",
                fr: "Boutique",
                de: "Geschäft",
            },
            UnitKind::Corridor => Words {
                en: "Corridor",
                zh: "走廊",
                fr: "Couloir",
                de: "Flur",
            },
            UnitKind::Hall | UnitKind::Room => Words {
                en: "Room",
                zh: "房间",
                fr: "Salle",
                de: "Raum",
            },
            UnitKind::Outdoor => Words {
                en: "Outside",
                zh: "室外",
                fr: "Extérieur",
                de: "Außenbereich",
            },
            UnitKind::Concourse | UnitKind::Area => Words {
                en: "Area",
                zh: "区域",
                fr: "Espace",
                de: "Bereich",
            },
        };
        words.text(&self.language)
    }

    pub fn connector(&self, kind: ConnectorKind) -> LocalText {
        let words = match kind {
            ConnectorKind::Lift => Words {
                en: "Lift",
                zh: "电梯",
                fr: "Ascenseur",
                de: "Aufzug",
            },
            ConnectorKind::Escalator => Words {
                en: "Escalator",
                zh: "自动扶梯",
                fr: "Escalator",
                de: "Rolltreppe",
            },
            ConnectorKind::Stairs => Words {
                en: "Stairs",
                zh: "楼梯",
                fr: "Escalier",
                de: "Treppe",
            },
            ConnectorKind::Ramp => Words {
                en: "Ramp",
                zh: "坡道",
                fr: "Rampe",
                de: "Rampe",
            },
        };
        words.text(&self.language)
    }

    pub fn amenity(&self, kind: AmenityKind) -> LocalText {
        let words = match kind {
            AmenityKind::Restroom => Words {
                en: "Restroom",
                zh: "洗手间",
                fr: "Toilettes",
                de: "Toiletten",
            },
            AmenityKind::RestroomWheelchair => Words {
                en: "Accessible restroom",
                zh: "无障碍洗手间",
                fr: "Toilettes accessibles",
                de: "Barrierefreies WC",
            },
            AmenityKind::Cafe => Words {
                en: "Café",
                zh: "咖啡厅",
                fr: "Café",
                de: "Café",
            },
            AmenityKind::Restaurant => Words {
                en: "Restaurant",
                zh: "餐厅",
                fr: "Restaurant",
                de: "Restaurant",
            },
            AmenityKind::FirstAid => Words {
                en: "First aid",
                zh: "急救",
                fr: "Premiers secours",
                de: "Erste Hilfe",
            },
            AmenityKind::Information => Words {
                en: "Information",
                zh: "问讯处",
                fr: "Accueil",
                de: "Information",
            },
            AmenityKind::Cloakroom => Words {
                en: "Cloakroom",
                zh: "衣帽间",
                fr: "Vestiaire",
                de: "Garderobe",
            },
            AmenityKind::PrayerRoom => Words {
                en: "Prayer room",
                zh: "祈祷室",
                fr: "Salle de prière",
                de: "Gebetsraum",
            },
            AmenityKind::NursingRoom => Words {
                en: "Nursing room",
                zh: "母婴室",
                fr: "Espace bébé",
                de: "Wickelraum",
            },
            AmenityKind::Charging => Words {
                en: "Charging",
                zh: "充电",
                fr: "Recharge",
                de: "Ladestation",
            },
            AmenityKind::Atm => Words {
                en: "Cash machine",
                zh: "自动取款机",
                fr: "Distributeur de billets",
                de: "Geldautomat",
            },
            AmenityKind::Seating => Words {
                en: "Seating",
                zh: "座椅",
                fr: "Sièges",
                de: "Sitzplätze",
            },
            AmenityKind::Lockers => Words {
                en: "Lockers",
                zh: "储物柜",
                fr: "Consignes",
                de: "Schließfächer",
            },
            AmenityKind::Other => Words {
                en: "Service",
                zh: "服务",
                fr: "Service",
                de: "Service",
            },
        };
        words.text(&self.language)
    }
}

/// `en`, `zh-Hans`, but not `name:signed` or `name:etymology`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// What the tags tell about where the building stands.
pub(super) struct Locale {
    pub language: Language,
    /// How the language was found; `None` if nothing told it.
    pub from: Option<&'static str>,
    pub time_zone: String,
    /// The time zone follows from the country, not only from the longitude.
    pub zone_is_known: bool,
}

/// Countries with one zone and one main language: ISO code, language, zone.
const COUNTRIES: [(&str, &str, &str); 22] = [
    ("AT", "de", "Europe/Vienna"),
    ("BR", "pt", "America/Sao_Paulo"),
    ("CH", "de", "Europe/Zurich"),
    ("CN", "zh-Hans", "Asia/Shanghai"),
    ("CZ", "cs", "Europe/Prague"),
    ("DE", "de", "Europe/Berlin"),
    ("DK", "da", "Europe/Copenhagen"),
    ("ES", "es", "Europe/Madrid"),
    ("FI", "fi", "Europe/Helsinki"),
    ("FR", "fr", "Europe/Paris"),
    ("GB", "en", "Europe/London"),
    ("IE", "en", "Europe/Dublin"),
    ("IT", "it", "Europe/Rome"),
    ("JP", "ja", "Asia/Tokyo"),
    ("KR", "ko", "Asia/Seoul"),
    ("NL", "nl", "Europe/Amsterdam"),
    ("NO", "nb", "Europe/Oslo"),
    ("PL", "pl", "Europe/Warsaw"),
    ("PT", "pt", "Europe/Lisbon"),
    ("SE", "sv", "Europe/Stockholm"),
    ("SG", "en", "Asia/Singapore"),
    ("TW", "zh-Hant", "Asia/Taipei"),
];

impl Locale {
    pub fn of(features: &[Feature], longitude: f64, wished: Option<&str>) -> Self {
        let country = most_frequent(features.iter().filter_map(|feature| {
            let code = feature.tags.get("addr:country")?.to_ascii_uppercase();
            COUNTRIES.iter().find(|(known, ..)| *known == code)
        }));
        let same_name = features.iter().flat_map(|feature| {
            let name = feature.tags.get("name");
            feature.tags.iter().filter_map(move |(key, value)| {
                key.strip_prefix("name:")
                    .filter(|language| name == Some(value) && is_language(language))
            })
        });
        let wikipedia = features
            .iter()
            .filter_map(|feature| {
                feature
                    .tags
                    .get("wikipedia")?
                    .split_once(':')
                    .map(|(language, _)| language)
            })
            .filter(|language| is_language(language));
        let (language, from) = if let Some(wished) = wished {
            (wished.to_owned(), Some("as asked"))
        } else if let Some(language) = most_frequent(same_name) {
            (language.to_owned(), Some("names equal to their `name:xx`"))
        } else if let Some(&(_, language, _)) = country {
            (language.to_owned(), Some("the country of the addresses"))
        } else if let Some(language) = most_frequent(wikipedia) {
            (language.to_owned(), Some("the language of the Wikipedia links"))
        } else {
            ("en".to_owned(), None)
        };
        let by_longitude = || match (longitude / 15.0).round() as i32 {
            0 => "Etc/GMT".to_owned(),
            // POSIX counts westward.
            hours => format!("Etc/GMT{:+}", -hours),
        };
        let time_zone = country.map_or_else(by_longitude, |&(_, _, zone)| zone.to_owned());
        Self {
            language,
            from,
            time_zone,
            zone_is_known: country.is_some(),
        }
    }
}

/// Of those that come most often, the first in order.
fn most_frequent<T: Ord>(items: impl Iterator<Item = T>) -> Option<T> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_insert(0_usize) += 1;
    }
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map(|(item, _)| item)
}

/// A tag's value as words: `bureau_de_change` → `Bureau de change`.
pub(super) fn spoken(value: &str) -> String {
    let mut text = value.replace('_', " ");
    if let Some(first) = text.chars().next().filter(char::is_ascii_lowercase) {
        text.replace_range(..1, &first.to_ascii_uppercase().to_string());
    }
    text
}
