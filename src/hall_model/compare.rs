//! Whether models and files speak of the same booths, in the same places.

use super::{Box3, HallModel, Part, PartKind};
use crate::venue::{Booth, BoothId, Bounds, FilePlace, Finding, LevelId, UnitId, Venue};
use std::collections::BTreeMap;

/// A booth's banners and plants may reach so far beyond its footprint, in metres.
const OVERHANG_M: f64 = 1.5;
/// A booth covers at least that share of its footprint's width and depth.
const LEAST: f64 = 0.4;
/// How far its foot may be off its level's floor, in metres.
const STEP_M: f64 = 1.0;

/// Compares the booths of one model with those of the units that it shows. `file` names the model in the findings.
pub fn compare(model: &HallModel, file: &str, units: &[UnitId], venue: &Venue) -> Vec<Finding> {
    let mut shown: BTreeMap<BoothId, Shown> = BTreeMap::new();
    for part in model.parts.iter().filter(|part| part.kind == PartKind::Booth) {
        if let Some(id) = part.id.as_deref() {
            shown
                .entry(BoothId::new(id))
                .or_insert_with(|| Shown::new(part))
                .add(part);
        }
    }
    let mut findings = unknown_levels(model, file, venue);
    findings.extend(
        shown
            .iter()
            .filter(|(id, _)| venue.booth(id).is_none())
            .map(|(id, booth)| {
                Finding::error(
                    "model-unknown-booth",
                    node(file, booth.node),
                    format!("The model shows a booth `{id}` that the layout does not have."),
                    "Rename the node's extras.fairway.id to a booth of the layout, or add the booth there.",
                )
            }),
    );
    findings.extend(missing(&shown, file, units, venue));
    findings.extend(elsewhere(&shown, file, venue));
    findings
}

/// All parts of one booth.
struct Shown {
    node: usize,
    bounds: Option<Box3>,
}

impl Shown {
    fn new(part: &Part) -> Self {
        Self {
            node: part.node,
            bounds: None,
        }
    }

    fn add(&mut self, part: &Part) {
        self.bounds = match (self.bounds, part.bounds) {
            (Some(all), Some(own)) => Some(Box3 {
                min: std::array::from_fn(|i| all.min[i].min(own.min[i])),
                max: std::array::from_fn(|i| all.max[i].max(own.max[i])),
            }),
            (all, own) => all.or(own),
        };
    }
}

fn node(file: &str, node: usize) -> FilePlace {
    FilePlace::new(file, format!("/nodes/{node}"))
}

fn unknown_levels(model: &HallModel, file: &str, venue: &Venue) -> Vec<Finding> {
    let levels: BTreeMap<&str, usize> = model
        .parts
        .iter()
        .rev()
        .filter_map(|part| Some((part.level.as_deref()?, part.node)))
        .collect();
    levels
        .into_iter()
        .filter(|(id, _)| venue.level(&LevelId::new(*id)).is_none())
        .map(|(id, first)| {
            Finding::warning(
                "model-unknown-level",
                node(file, first),
                format!("The model has a level `{id}` that the layout does not have, so it is always shown."),
                "Give the node above it the id of one of the layout's levels.",
            )
        })
        .collect()
}

fn missing(shown: &BTreeMap<BoothId, Shown>, file: &str, units: &[UnitId], venue: &Venue) -> Vec<Finding> {
    let booths = || venue.booths().iter().filter(|booth| units.contains(&booth.unit));
    let lacks: Vec<&Booth> = booths().filter(|booth| !shown.contains_key(&booth.id)).collect();
    let how = |id: &BoothId| {
        format!(
            "Give a node of the model extras.fairway = {{\"kind\": \"booth\", \"id\": \"{id}\"}}, or the name `booth {id}`."
        )
    };
    match lacks.as_slice() {
        [first, _, ..] if lacks.len() == booths().count() => vec![Finding::warning(
            "model-missing-booth",
            FilePlace::new(file, ""),
            format!("The model shows none of the layout's {} booths.", lacks.len()),
            how(&first.id),
        )],
        lacks => lacks
            .iter()
            .map(|booth| {
                Finding::warning(
                    "model-missing-booth",
                    FilePlace::new(file, ""),
                    format!("The layout has a booth `{}` that the model does not show.", booth.id),
                    how(&booth.id),
                )
            })
            .collect(),
    }
}

/// Booths that are not where the layout has them. If most are, the cause is one: the unit of length, an axis, the origin.
fn elsewhere(shown: &BTreeMap<BoothId, Shown>, file: &str, venue: &Venue) -> Vec<Finding> {
    let known: Vec<_> = shown
        .iter()
        .filter_map(|(id, shown)| Some((venue.booth(id)?, shown.node, shown.bounds?)))
        .collect();
    let wrong: Vec<_> = known
        .iter()
        .filter_map(|(booth, node, bounds)| Some((booth, *node, deviation(booth, bounds, venue)?)))
        .collect();
    match wrong.as_slice() {
        [(booth, at, how), _, ..] if wrong.len() * 2 > known.len() => vec![Finding::warning(
            "model-booth-elsewhere",
            node(file, *at),
            format!(
                "{} of the model's {} booths are not where the layout has them; `{}` {how}.",
                wrong.len(),
                known.len(),
                booth.id
            ),
            "Export in metres with +Y up, and lay the model's origin on the layout's: glTF's X is x, its −Z is y.",
        )],
        wrong => wrong
            .iter()
            .map(|(booth, at, how)| {
                Finding::warning(
                    "model-booth-elsewhere",
                    node(file, *at),
                    format!("Booth `{}` {how}.", booth.id),
                    "Move it to its footprint, or mend the footprint in layout.json.",
                )
            })
            .collect(),
    }
}

/// In which way a booth is not on its footprint.
fn deviation(booth: &Booth, shown: &Box3, venue: &Venue) -> Option<String> {
    let Bounds { min, max } = booth.footprint.bounds()?;
    let [x, foot, z] = shown.min.map(f64::from);
    let [far_x, _, far_z] = shown.max.map(f64::from);
    let (south, north) = (-far_z, -z);
    let beyond = [min.x - x, far_x - max.x, min.y - south, north - max.y]
        .into_iter()
        .fold(0.0, f64::max);
    let (width, depth) = (far_x - x, north - south);
    if beyond > OVERHANG_M {
        return Some(format!(
            "reaches {beyond:.1} m beyond its footprint: it is {width:.1} × {depth:.1} m, {:.1} × {:.1} m in the layout",
            max.x - min.x,
            max.y - min.y
        ));
    }
    if width < LEAST * (max.x - min.x) || depth < LEAST * (max.y - min.y) {
        return Some(format!(
            "is {width:.2} × {depth:.2} m, but {:.1} × {:.1} m in the layout",
            max.x - min.x,
            max.y - min.y
        ));
    }
    let floor = venue
        .unit(&booth.unit)
        .and_then(|unit| venue.level(&unit.level))?
        .elevation_m;
    ((foot - floor).abs() > STEP_M).then(|| format!("stands at {foot:.1} m, but its level's floor is at {floor:.1} m"))
}
