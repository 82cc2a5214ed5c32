//! `exhibitors.csv`: a row an exhibitor, as a spreadsheet exports it (UTF-8, commas).

use crate::venue::{BoothId, CategoryId, Exhibitor, ExhibitorId, FilePlace, Finding, Language, LocalText, nearest};
use csv::{Position, ReaderBuilder, StringRecord};
use std::collections::BTreeSet;

pub(super) const EXHIBITORS_CSV: &str = "exhibitors.csv";

/// The columns; those of texts once a language, `name.en`. Cells of lists are separated by `;`.
const COLUMNS: [&str; 7] = ["id", "name", "about", "categories", "products", "booths", "country"];
const HEADER: &str = "id,name.en,about.en,categories,products.en,booths,country";

/// Columns that are there once a language.
fn is_text(column: &str) -> bool {
    matches!(column, "name" | "about" | "products")
}

pub(super) struct ReadCsv {
    pub exhibitors: Vec<Exhibitor>,
    /// The line of each.
    pub lines: Vec<usize>,
    /// Ids of rows that were left out.
    pub unread: Vec<String>,
}

/// A cell's column: `name.en` is `("name", Some("en"))`.
type Column = (&'static str, Option<Language>);

pub(super) fn read(text: &str, findings: &mut Vec<Finding>) -> ReadCsv {
    let mut read = ReadCsv {
        exhibitors: Vec::new(),
        lines: Vec::new(),
        unread: Vec::new(),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        findings.push(error(
            "not-csv",
            1,
            "exhibitors.csv is empty.",
            format!("It should begin with `{HEADER}`."),
        ));
        return read;
    }
    if text.trim_start().starts_with('<') {
        findings.push(error(
            "not-csv",
            1,
            "exhibitors.csv is a web page (HTML) or XML, not CSV.",
            "Fetch the file itself again; a server may have answered with an error page.",
        ));
        return read;
    }
    let mut rows = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records();
    let Some(Ok(header)) = rows.next() else {
        return read;
    };
    let Some(columns) = columns(&header, findings) else {
        return read;
    };
    let mut lines = Lines { text, byte: 0, line: 1 };
    for row in rows {
        match row {
            Ok(row) => {
                let line = lines.of_row_at(row.position().map_or(0, Position::byte));
                match exhibitor(&row, &columns, line, findings) {
                    Some(exhibitor) => {
                        read.exhibitors.push(exhibitor);
                        read.lines.push(line);
                    }
                    None => read.unread.extend(row.get(0).map(str::to_owned)),
                }
            }
            Err(failure) => {
                findings.push(error(
                    "not-csv",
                    1,
                    format!("This is not CSV: {failure}."),
                    "Export the table again.",
                ));
            }
        }
    }
    read
}

fn error(rule: &str, line: usize, message: impl Into<String>, mend: impl Into<String>) -> Finding {
    let place = FilePlace {
        line: Some(line),
        ..FilePlace::new(EXHIBITORS_CSV, "")
    };
    Finding::error(rule, place, message, mend)
}

/// Counts the lines up to the rows. The reader's own count names the first of the empty lines before a row.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
}

impl Lines<'_> {
    /// The 1-based line on which the row begins that the reader says begins at `byte`; rows come in order.
    fn of_row_at(&mut self, byte: u64) -> usize {
        let bytes = self.text.as_bytes();
        let from = usize::try_from(byte).unwrap_or(usize::MAX).min(bytes.len());
        let blank = bytes[from..]
            .iter()
            .take_while(|byte| matches!(byte, b'\n' | b'\r'))
            .count();
        let begin = from + blank;
        self.line += bytes[self.byte.min(begin)..begin]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        self.byte = begin;
        self.line
    }
}

/// The meaning of each column; `None` if the rows cannot be read by them.
fn columns(header: &StringRecord, findings: &mut Vec<Finding>) -> Option<Vec<Option<Column>>> {
    if let Some(separator) = [';', '\t']
        .into_iter()
        .find(|c| header.len() == 1 && header[0].contains(*c))
    {
        findings.push(error(
            "not-csv",
            1,
            format!("The columns are separated by {separator:?}, not by commas."),
            "Export the table as CSV (UTF-8) with commas; `;` separates the entries inside a cell.",
        ));
        return None;
    }
    let mut seen = BTreeSet::new();
    let columns: Vec<_> = header
        .iter()
        .map(|title| {
            let title = title.trim();
            let (name, language) = match title.split_once('.') {
                Some((name, language)) if !language.is_empty() => (name, Some(language.to_owned())),
                _ => (title, None),
            };
            let known = COLUMNS
                .into_iter()
                .find(|column| *column == name && is_text(column) == language.is_some());
            if known.is_none() {
                findings.push(error(
                    "unknown-column",
                    1,
                    format!("There is no column `{title}`."),
                    match nearest(name, COLUMNS) {
                        Some(near) if is_text(near) => {
                            format!("Did you mean `{near}.en`? Texts have a column a language.")
                        }
                        Some(near) => format!("Did you mean `{near}`?"),
                        None => format!("Remove it; the header is like `{HEADER}`."),
                    },
                ));
            } else if !seen.insert(title.to_owned()) {
                findings.push(error(
                    "duplicate-field",
                    1,
                    format!("The column `{title}` is given twice."),
                    "Keep one of the two.",
                ));
            }
            known.map(|known| (known, language))
        })
        .collect();
    let mut complete = true;
    for needed in ["id", "name", "booths"] {
        if !columns.iter().flatten().any(|(name, _)| *name == needed) {
            complete = false;
            let title = if is_text(needed) {
                format!("{needed}.en")
            } else {
                needed.to_owned()
            };
            findings.push(error(
                "missing-field",
                1,
                format!("The header lacks the column `{title}`."),
                format!("The first line is the header, like `{HEADER}`."),
            ));
        }
    }
    complete.then_some(columns)
}

fn exhibitor(
    row: &StringRecord,
    columns: &[Option<Column>],
    line: usize,
    findings: &mut Vec<Finding>,
) -> Option<Exhibitor> {
    if row.len() != columns.len() {
        findings.push(error(
            "wrong-count",
            line,
            format!(
                "This row has {} cells, but the header has {}.",
                row.len(),
                columns.len()
            ),
            "Give each column a cell, be it empty; put cells that hold commas into double quotes.",
        ));
        return None;
    }
    let mut id = String::new();
    let (mut name, mut about) = (LocalText::default(), LocalText::default());
    let (mut categories, mut booths, mut country) = (Vec::new(), Vec::new(), None);
    let mut products: Vec<(Language, Vec<&str>)> = Vec::new();
    for (cell, column) in row.iter().zip(columns) {
        let (Some((column, language)), cell) = (column, cell.trim()) else {
            continue;
        };
        if cell.is_empty() {
            continue;
        }
        let text = |text: &mut LocalText| {
            text.0
                .extend(language.clone().map(|language| (language, cell.to_owned())));
        };
        match *column {
            "id" => cell.clone_into(&mut id),
            "name" => text(&mut name),
            "about" => text(&mut about),
            "categories" => categories = entries(cell).map(CategoryId::new).collect(),
            "products" => products.extend(language.clone().map(|language| (language, entries(cell).collect()))),
            "booths" => booths = entries(cell).map(BoothId::new).collect(),
            _ => country = Some(cell.to_owned()),
        }
    }
    if id.is_empty() {
        findings.push(error(
            "missing-field",
            line,
            "This exhibitor has no id.",
            "Give it an id of its own.",
        ));
        return None;
    }
    Some(Exhibitor {
        about: (!about.0.is_empty()).then_some(about),
        products: by_product(&id, &products, line, findings),
        id: ExhibitorId::new(id),
        name,
        categories,
        booths,
        country,
    })
}

fn entries(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

/// One text a product from one list a language: the lists name the same products in the same order.
fn by_product(id: &str, lists: &[(Language, Vec<&str>)], line: usize, findings: &mut Vec<Finding>) -> Vec<LocalText> {
    let count = lists.iter().map(|(_, list)| list.len()).max().unwrap_or_default();
    if lists.iter().any(|(_, list)| list.len() != count) {
        let counts: Vec<_> = lists
            .iter()
            .map(|(language, list)| format!("{} in {language}", list.len()))
            .collect();
        findings.push(error(
            "wrong-count",
            line,
            format!("Exhibitor `{id}` has {} products.", counts.join(" and ")),
            "Name the same products in the same order in each language, separated by `;`.",
        ));
    }
    (0..count)
        .map(|i| {
            let texts = lists
                .iter()
                .filter_map(|(language, list)| Some((language.clone(), (*list.get(i)?).to_owned())));
            LocalText(texts.collect())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_csv(text: &str) -> (ReadCsv, Vec<Finding>) {
        let mut findings = Vec::new();
        (read(text, &mut findings), findings)
    }

    #[test]
    fn a_table_is_exhibitors() {
        let (read, findings) = read_csv(
            "\u{feff}id,name.en,name.zh-Hans,about.en,categories,products.en,products.zh-Hans,booths,country\r\n\
             \r\n\
             ex-1,\"Blue, Ltd\",蓝,\"Makes\nblue.\",ai;cloud,Dye; Ink,染料;墨水,1A01;1A02,CN\r\n\
             ex-2,Red,红,,,,,1A03,\r\n",
        );
        assert_eq!(findings, []);
        assert_eq!(read.lines, [3, 5]);
        assert_eq!(
            read.exhibitors[0].name,
            LocalText::of([("en", "Blue, Ltd"), ("zh-Hans", "蓝")])
        );
        assert_eq!(
            read.exhibitors[0].products[1],
            LocalText::of([("en", "Ink"), ("zh-Hans", "墨水")])
        );
        assert_eq!(read.exhibitors[0].booths, [BoothId::new("1A01"), BoothId::new("1A02")]);
        assert_eq!((&read.exhibitors[1].about, &read.exhibitors[1].country), (&None, &None));
    }

    #[test]
    fn each_fault_is_a_finding_with_its_line() {
        let header = "id,name.en,products.en,products.de,booths\n";
        let header = |rows: &str| header.to_owned() + rows;
        for (text, rule, line, says) in [
            (" ".to_owned(), "not-csv", 1, "is empty"),
            ("<html>".to_owned(), "not-csv", 1, "web page"),
            ("id;name.en;booths\n".to_owned(), "not-csv", 1, "separated by ';'"),
            ("id,name.en,booths,booth\n".to_owned(), "unknown-column", 1, "`booth`"),
            ("id,name.en,name,booths\n".to_owned(), "unknown-column", 1, "`name`"),
            (
                "id,name.en,name.en,booths\n".to_owned(),
                "duplicate-field",
                1,
                "`name.en`",
            ),
            ("id,name.en\n".to_owned(), "missing-field", 1, "`booths`"),
            (header("a,A,,,1\n\nb,B\n"), "wrong-count", 4, "2 cells"),
            (header("a,A,,,1\n,B,,,2\n"), "missing-field", 3, "no id"),
            (header("a,A,x;y,x,1\n"), "wrong-count", 2, "2 in en and 1 in de"),
        ] {
            let (_, findings) = read_csv(&text);
            assert_eq!(findings.len(), 1, "{text}: {findings:?}");
            assert_eq!(
                (findings[0].rule.as_str(), findings[0].place.line),
                (rule, Some(line)),
                "{text}"
            );
            assert!(findings[0].message.contains(says), "{}", findings[0]);
        }
    }
}
