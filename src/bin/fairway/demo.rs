//! `fairway demo`: writes the demo venue's files, one item a line, so that people can edit them and differences stay small.

use fairway::demo::{Options, generate};
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Args {
    /// How many booths to aim for
    #[arg(long, default_value_t = Options::default().booths, value_parser = booths)]
    booths: usize,
    /// Another seed gives another venue
    #[arg(long, default_value_t = Options::default().seed)]
    seed: u64,
    /// The folder to write into; made if it is missing
    #[arg(long)]
    out: PathBuf,
}

fn booths(text: &str) -> Result<usize, String> {
    let range = Options::FEWEST_BOOTHS..=Options::MOST_BOOTHS;
    match text.parse() {
        Ok(booths) if range.contains(&booths) => Ok(booths),
        _ => Err(format!(
            "a whole number from {} to {} is wanted",
            range.start(),
            range.end()
        )),
    }
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot make the folder {}: {source}", path.display())]
    Folder { path: PathBuf, source: io::Error },
    #[error("cannot write {}: {source}", path.display())]
    Write { path: PathBuf, source: io::Error },
}

/// Writes `layout.json`, `exhibitors.json`, `programme.json` and `rules.json`, and says what they hold.
pub fn run(args: &Args) -> Result<(), Error> {
    let files = generate(&Options {
        booths: args.booths,
        seed: args.seed,
    });
    std::fs::create_dir_all(&args.out).map_err(|source| Error::Folder {
        path: args.out.clone(),
        source,
    })?;
    write(&args.out.join("layout.json"), &files.layout)?;
    write(&args.out.join("exhibitors.json"), &files.exhibitors)?;
    write(&args.out.join("programme.json"), &files.programme)?;
    write(&args.out.join("rules.json"), &files.rules)?;
    println!(
        "{}: {} booths, {} exhibitors, {} sessions",
        args.out.display(),
        files.layout.booths.len(),
        files.exhibitors.exhibitors.len(),
        files.programme.sessions.len()
    );
    Ok(())
}

fn write(path: &Path, file: &impl Serialize) -> Result<(), Error> {
    item_a_line(file)
        .and_then(|bytes| std::fs::write(path, bytes))
        .map_err(|source| Error::Write {
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

    #[test]
    fn a_number_out_of_range_is_refused_in_words() {
        assert_eq!(booths("20000"), Ok(20_000));
        assert!(booths("7").unwrap_err().contains("800"));
        assert!(booths("many").is_err());
    }
}
