//! `fairway schema`: the JSON Schema of each of a venue's files and of stands' designs, made from the types that read them.

use crate::failure::{Failure, Outcome};
use fairway::placement::{DESIGN_FORMAT, Design};
use fairway::venue::{
    EXHIBITORS_FORMAT, Exhibitors, LAYOUT_FORMAT, LIVE_FORMAT, Layout, Live, PROGRAMME_FORMAT, ProgrammeFile,
    RULES_FORMAT, Rules,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::json;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Print the JSON Schema (draft 2020-12) of a venue's files and of stands' designs, or write one file for each.
#[derive(clap::Args)]
pub struct Args {
    /// Write layout.json, exhibitors.json, programme.json, rules.json, live.json and placement.json into this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub fn run(args: Args) -> Outcome {
    let schemas = schemas();
    if let Some(dir) = args.out {
        std::fs::create_dir_all(&dir).map_err(|source| Failure::Write {
            path: dir.clone(),
            source,
        })?;
        for (file, schema) in schemas {
            let path = dir.join(file);
            let text = format!("{:#}\n", schema.as_value());
            std::fs::write(&path, text).map_err(|source| Failure::Write { path, source })?;
        }
    } else {
        let all: serde_json::Map<_, _> = schemas
            .into_iter()
            .map(|(file, schema)| (file.to_owned(), schema.to_value()))
            .collect();
        writeln!(io::stdout(), "{:#}", serde_json::Value::Object(all))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The schema of each file.
fn schemas() -> [(&'static str, Schema); 6] {
    [
        ("layout.json", schema::<Layout>("layout", LAYOUT_FORMAT)),
        ("exhibitors.json", schema::<Exhibitors>("exhibitors", EXHIBITORS_FORMAT)),
        ("programme.json", schema::<ProgrammeFile>("programme", PROGRAMME_FORMAT)),
        ("rules.json", schema::<Rules>("rules", RULES_FORMAT)),
        ("live.json", schema::<Live>("live", LIVE_FORMAT)),
        ("placement.json", schema::<Design>("placement", DESIGN_FORMAT)),
    ]
}

fn schema<T: JsonSchema>(name: &str, format: &str) -> Schema {
    let mut schema = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>();
    schema.insert("title".to_owned(), json!(format!("Fairway venue: {name}")));
    if let Some(properties) = schema.get_mut("properties").and_then(serde_json::Value::as_object_mut) {
        properties.insert("format".to_owned(), json!({"const": format}));
        // Where an editor finds the schema; Fairway passes over it.
        properties.insert("$schema".to_owned(), json!({"type": "string"}));
    }
    schema
}
