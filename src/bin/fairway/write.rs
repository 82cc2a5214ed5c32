//! Writes a venue's files, one item a line, so that people can edit them and differences stay small.

use crate::failure::Failure;
use fairway::venue::VenueFiles;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io;
use std::path::Path;

/// Writes `layout.json`, `exhibitors.json`, `programme.json`, `rules.json` and, where something is live, `live.json` into `dir`, which is made if it
/// is missing.
pub fn write_venue(dir: &Path, files: &VenueFiles) -> Result<(), Failure> {
    std::fs::create_dir_all(dir).map_err(|source| Failure::Write {
        path: dir.to_owned(),
        source,
    })?;
    write(&dir.join("layout.json"), &files.layout)?;
    write(&dir.join("exhibitors.json"), &files.exhibitors)?;
    write(&dir.join("programme.json"), &files.programme)?;
    write(&dir.join("rules.json"), &files.rules)?;
    if files.live.is_none() {
        return Ok(());
    }
    write(&dir.join("live.json"), &files.live)
}

fn write(path: &Path, file: &impl Serialize) -> Result<(), Failure> {
    item_a_line(file)
        .and_then(|bytes| std::fs::write(path, bytes))
        .map_err(|source| Failure::Write {
            path: path.to_owned(),
            source,
        })
}

fn item_a_line(file: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.serialize(&mut serde_json::Serializer::with_formatter(
        &mut bytes,
        ItemALine::default(),
    ))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Breaks lines in the file itself and in its fields: each item of a list has one line, and what is inside it stays there.
#[derive(Default)]
struct ItemALine {
    depth: usize,
}

impl ItemALine {
    /// Depth 1 is the file, depth 2 a list or group in it; items are deeper.
    const BROKEN_DOWN_TO: usize = 2;

    fn open<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(bracket)
    }

    fn close<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.depth < Self::BROKEN_DOWN_TO {
            self.new_line(writer)?;
        }
        writer.write_all(bracket)
    }

    fn separate<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        let broken = self.depth <= Self::BROKEN_DOWN_TO;
        if !first {
            writer.write_all(if broken { b"," } else { b", " })?;
        }
        if broken { self.new_line(writer) } else { Ok(()) }
    }

    fn new_line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for ItemALine {
    /// Whole metres without `.0`, as people write them.
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.separate(writer, first)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.separate(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fairway::demo::{Options, generate};

    #[test]
    fn each_item_has_a_line_and_nothing_is_lost() {
        let files = generate(&Options::default());
        let bytes = item_a_line(&files.layout).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let booth = files.layout.booths[0].id.as_str();
        let line = text
            .lines()
            .find(|line| line.contains(&format!("\"id\": \"{booth}\"")))
            .unwrap();
        assert!(
            line.starts_with("    {") && line.trim_end_matches(',').ends_with('}'),
            "{line}"
        );
        let read: fairway::venue::Layout = serde_json::from_str(&text).unwrap();
        assert_eq!(read, files.layout);
    }
}
