//! Writes a venue's files, one item a line, so that people can edit them and differences stay small.

use crate::failure::Failure;
use fairway::venue::VenueFiles;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io;
use std::path::Path;

/// Writes `layout.json`, `exhibitors.json`, `programme.json` and `rules.json` into `dir`, which is made if it is missing.
pub fn write_venue(dir: &Path, files: &VenueFiles) -> Result<(), Failure> {
    std::fs::create_dir_all(dir).map_err(|source| Failure::Write {
        path: dir.to_owned(),
        source,
    })?;
    write(&dir.join("layout.json"), &files.layout)?;
    write(&dir.join("exhibitors.json"), &files.exhibitors)?;
    write(&dir.join("programme.json"), &files.programme)?;
    write(&dir.join("rules.json"), &files.rules)
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

/// Lays out the file's fields one a line, and the items of its lists one a line; what is inside an item stays on that line.
#[derive(Default)]
struct ItemALine {
    depth: usize,
}

impl ItemALine {
    /// Depth 1 is the file's fields, depth 2 the items of a list.
    const LINES_DOWN_TO: usize = 2;

    fn open<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(bracket)
    }

    fn close<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8], was_list: bool) -> io::Result<()> {
        let broken = self.depth < Self::LINES_DOWN_TO || (self.depth == Self::LINES_DOWN_TO && was_list);
        self.depth -= 1;
        if broken {
            self.new_line(writer)?;
        }
        writer.write_all(bracket)
    }

    fn separate<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool, in_list: bool) -> io::Result<()> {
        let broken = self.depth < Self::LINES_DOWN_TO || (self.depth == Self::LINES_DOWN_TO && in_list);
        match (first, broken) {
            (true, false) => Ok(()),
            (true, true) => self.new_line(writer),
            (false, true) => {
                writer.write_all(b",")?;
                self.new_line(writer)
            }
            (false, false) => writer.write_all(b", "),
        }
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
        self.close(writer, b"]", true)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.separate(writer, first, true)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}", false)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.separate(writer, first, false)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
