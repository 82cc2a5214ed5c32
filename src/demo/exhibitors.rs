//! Who stands where: fictional exhibitors on most stands, some on two or three beside each other.

use super::industries::{self, GENERAL_SENTENCES, Industry, Words};
use super::names::Names;
use super::random::Random;
use super::text;
use crate::venue::{
    Booth, BoothId, BoothKind, CategoryId, EXHIBITORS_FORMAT, Exhibitor, ExhibitorId, Exhibitors, Layout, LocalText,
    ThemeId,
};
use std::collections::BTreeMap;

/// Shell-scheme stands that nobody took; raw space is sold before it is planned.
const FREE_SHARE: f64 = 0.05;
/// How often an exhibitor takes the stand beside its own too.
const NEIGHBOUR_TOO: f64 = 0.34;
/// On how many stands one exhibitor may be.
const MOST_BOOTHS: usize = 3;
/// How far on in the list of stands a neighbour is looked for: stands of both sides of an aisle take turns in it.
const NEIGHBOUR_WITHIN: usize = 4;
/// How often an exhibitor says something that another could say too.
const GENERAL_SENTENCE: f64 = 0.4;
/// ISO 3166-1 alpha-2, with how many of each there are.
const COUNTRIES: &[(&str, usize)] = &[
    ("CN", 620),
    ("SG", 30),
    ("MY", 26),
    ("TH", 26),
    ("VN", 24),
    ("ID", 22),
    ("JP", 24),
    ("KR", 24),
    ("DE", 22),
    ("FR", 18),
    ("IT", 18),
    ("ES", 12),
    ("GB", 18),
    ("NL", 14),
    ("PL", 10),
    ("HU", 10),
    ("RS", 8),
    ("KZ", 16),
    ("UZ", 14),
    ("AE", 18),
    ("SA", 12),
    ("EG", 8),
    ("KE", 8),
    ("ZA", 10),
    ("BR", 12),
    ("CL", 8),
    ("MX", 8),
    ("AU", 10),
    ("NZ", 8),
    ("US", 14),
    ("CA", 8),
    ("PK", 8),
    ("LK", 6),
];

pub(super) fn exhibitors(layout: &Layout, seed: u64) -> Exhibitors {
    let mut names = Names::default();
    let mut exhibitors = Vec::new();
    let mut by_hall: BTreeMap<&str, Vec<&Booth>> = BTreeMap::new();
    for booth in &layout.booths {
        by_hall.entry(booth.unit.as_str()).or_default().push(booth);
    }
    for (index, hall) in layout.units.iter().enumerate() {
        let (Some(booths), Some(theme)) = (by_hall.get(hall.id.as_str()), &hall.theme) else {
            continue;
        };
        let mut random = Random::new(seed, "exhibitors", index);
        for_hall(theme, booths, &mut names, &mut random, &mut exhibitors);
    }
    Exhibitors {
        format: EXHIBITORS_FORMAT.to_owned(),
        exhibitors,
    }
}

fn for_hall(
    theme: &ThemeId,
    booths: &[&Booth],
    names: &mut Names,
    random: &mut Random,
    exhibitors: &mut Vec<Exhibitor>,
) {
    let industries = industries::of_theme(theme);
    let mut taken = vec![false; booths.len()];
    for i in 0..booths.len() {
        if taken[i] {
            continue;
        }
        taken[i] = true;
        if booths[i].kind == BoothKind::ShellScheme && random.chance(FREE_SHARE) {
            continue;
        }
        let mut own = vec![booths[i].id.clone()];
        let mut last = i;
        while own.len() < MOST_BOOTHS && random.chance(NEIGHBOUR_TOO) {
            let neighbour = (last + 1..booths.len().min(last + 1 + NEIGHBOUR_WITHIN))
                .find(|j| !taken[*j] && share_a_side(booths[last], booths[*j]));
            let Some(neighbour) = neighbour else { break };
            taken[neighbour] = true;
            own.push(booths[neighbour].id.clone());
            last = neighbour;
        }
        let industry = *random.pick(&industries);
        exhibitors.push(exhibitor(industry, &industries, own, names, random));
    }
}

/// Whether two stands lie side by side.
fn share_a_side(a: &Booth, b: &Booth) -> bool {
    let corners = b.footprint.points();
    a.footprint
        .points()
        .iter()
        .filter(|corner| corners.contains(corner))
        .count()
        == 2
}

fn exhibitor(
    industry: &Industry,
    industries: &[&Industry],
    booths: Vec<BoothId>,
    names: &mut Names,
    random: &mut Random,
) -> Exhibitor {
    let weights: Vec<usize> = COUNTRIES.iter().map(|(_, weight)| *weight).collect();
    let (country, _) = COUNTRIES[random.weighted(&weights)];
    let name = names.next(industry, country == "CN", random);
    let mut products: Vec<Words> = industry.products.to_vec();
    random.shuffle(&mut products);
    products.truncate(1 + random.weighted(&[20, 40, 28, 12]));
    let about = about(industry, &name, products[0], random);
    let mut categories = vec![CategoryId::new(industry.id)];
    if random.chance(0.2) {
        let other = CategoryId::new(random.pick(industries).id);
        if !categories.contains(&other) {
            categories.push(other);
        }
    }
    Exhibitor {
        id: ExhibitorId::new(slug(name.in_language("en"))),
        name,
        about: Some(about),
        categories,
        products: products.into_iter().map(|(en, zh)| text(capitalised(en), zh)).collect(),
        booths,
        country: Some(country.to_owned()),
    }
}

/// A sentence about the exhibitor and the first of its products.
fn about(industry: &Industry, name: &LocalText, product: Words, random: &mut Random) -> LocalText {
    let sentences = if random.chance(GENERAL_SENTENCE) {
        GENERAL_SENTENCES
    } else {
        industry.sentences
    };
    let (en, zh) = random.pick(sentences);
    let year = (1988 + random.below(36)).to_string();
    // Few companies are large: two draws, the smaller one counts.
    let people = (12 + random.below(900).min(random.below(900))).to_string();
    let fill = |pattern: &str, language: &str, product: &str| {
        pattern
            .replace("{name}", name.in_language(language))
            .replace("{product}", product)
            .replace("{year}", &year)
            .replace("{people}", &people)
    };
    text(
        // A name may end with a full stop of its own.
        fill(en, "en", product.0).replace("..", "."),
        fill(zh, "zh-Hans", product.1),
    )
}

/// `Lanqi Supply Chain Co.` → `lanqi-supply-chain-co`
fn slug(name: &str) -> String {
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect::<Vec<_>>()
        .join("-")
}

pub(super) fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
