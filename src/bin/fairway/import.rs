//! `fairway import`: a building that others mapped → a venue's folder.

use crate::failure::{Failure, Outcome};
use crate::write::write_venue;
use clap::Subcommand;
use fairway::import::{self, Imported, NoteKind, Options};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Make a venue of a building that others mapped
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    source: Source,
}

#[derive(Subcommand, Debug)]
enum Source {
    /// GeoJSON with OpenStreetMap's Simple Indoor Tagging: rooms, corridors, doors, stairs, lifts on `level`s.
    OsmIndoor {
        /// The GeoJSON file, as osmtogeojson or Overpass Turbo write it.
        file: PathBuf,
        /// The folder that the venue's files are written to; made if there is none.
        #[arg(long)]
        out: PathBuf,
        /// The venue's name; else the name of the building in the file.
        #[arg(long)]
        name: Option<String>,
        /// The language of the names, as a BCP 47 tag such as `fr`; found out if not given.
        #[arg(long)]
        language: Option<String>,
    },
}

/// Exit 0: written; 2: the file could not be read or written.
pub fn run(args: &Args) -> Outcome {
    let Source::OsmIndoor {
        file,
        out,
        name,
        language,
    } = &args.source;
    let bytes = std::fs::read(file).map_err(|source| Failure::Read {
        path: file.clone(),
        source,
    })?;
    // A stray byte in a name is no reason to refuse the building.
    let text = String::from_utf8_lossy(&bytes);
    let options = Options {
        id: file
            .file_stem()
            .map_or_else(|| "venue".to_owned(), |stem| stem.to_string_lossy().into_owned()),
        name: name.clone(),
        language: language.clone(),
    };
    let imported = import::osm_indoor(&text, &options)
        .map_err(|error| Failure::Input(format!("{} cannot be imported: {error}.", file.display())))?;
    write_venue(out, &imported.files)?;
    print(&imported, out, &mut io::stdout().lock())?;
    Ok(ExitCode::SUCCESS)
}

fn print(imported: &Imported, out: &Path, to: &mut impl Write) -> io::Result<()> {
    let layout = &imported.files.layout;
    let name = layout
        .name
        .in_language(layout.languages.first().map_or("en", String::as_str));
    writeln!(to, "{name}: written to {}", out.display())?;
    writeln!(
        to,
        "{} levels, {} units, {} openings, {} connectors, {} amenities, {} fixtures",
        layout.levels.len(),
        layout.units.len(),
        layout.openings.len(),
        layout.connectors.len(),
        layout.amenities.len(),
        layout.fixtures.len()
    )?;
    for (kind, title) in [
        (NoteKind::Used, "Used"),
        (NoteKind::Guessed, "Guessed"),
        (NoteKind::Mended, "Mended"),
        (NoteKind::Unreachable, "Without a way in"),
        (NoteKind::LeftOut, "Left out"),
    ] {
        let groups = import::grouped(&imported.notes, kind);
        if groups.is_empty() {
            continue;
        }
        writeln!(to, "\n{title}")?;
        for (text, features) in groups {
            writeln!(to, "  {text} ({}): {}", features.len(), features.join(", "))?;
        }
    }
    for finding in &imported.findings {
        writeln!(to, "\nwarning: {finding}")?;
    }
    Ok(())
}
