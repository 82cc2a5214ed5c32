//! Buildings that others mapped.

use super::assert_openings_lie_on_borders;
use crate::import::{Imported, Options, osm_indoor};
use crate::venue::{ConnectorKind, UnitKind};
use std::path::PathBuf;

/// A file that others mapped; `None`, said aloud, where this machine has it not.
fn real(name: &str) -> Option<String> {
    let root = std::env::var_os("FAIRWAY_SHARED_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let file = root.join("osm-indoor").join(name);
    let text = std::fs::read_to_string(&file).ok();
    if text.is_none() {
        eprintln!("skipped: there is no {}", file.display());
    }
    text
}

fn import_real(name: &str) -> Option<Imported> {
    let options = Options {
        id: name.trim_end_matches(".geojson").to_owned(),
        ..Options::default()
    };
    Some(osm_indoor(&real(name)?, &options).unwrap())
}

#[test]
fn a_shopping_centre_is_whole() {
    let Some(imported) = import_real("caserne.geojson") else {
        return;
    };
    assert_openings_lie_on_borders(&imported);
    let layout = &imported.files.layout;
    assert_eq!(layout.name.in_language("fr"), "Caserne de Bonne");
    let shop = |name: &str, level: &str| {
        layout.units.iter().any(|unit| {
            unit.kind == UnitKind::Shop && unit.name.in_language("fr") == name && unit.level.as_str() == level
        })
    };
    assert!(shop("Monoprix", "L-1") && shop("Decathlon", "L1"));
    for (low, high) in [("L-1", "L0"), ("L0", "L1")] {
        for kind in [ConnectorKind::Lift, ConnectorKind::Stairs] {
            let joins = |level: &str, connector: &crate::venue::Connector| {
                connector.ends.iter().any(|end| end.level.as_str() == level)
            };
            assert!(
                layout
                    .connectors
                    .iter()
                    .any(|c| c.kind == kind && joins(low, c) && joins(high, c)),
                "{kind:?} {low} {high}"
            );
        }
    }
    assert!(imported.findings.is_empty());
    assert_eq!(imported.files, import_real("caserne.geojson").unwrap().files);
}

#[test]
fn a_station_that_maps_no_lift_is_told_so() {
    let Some(imported) = import_real("gare-de-l-est.geojson") else {
        return;
    };
    assert_openings_lie_on_borders(&imported);
    assert!(imported.files.layout.connectors.is_empty());
    assert!(
        imported
            .findings
            .iter()
            .any(|finding| finding.message.contains("the data joins no levels"))
    );
}
