//! JSON pointer → line, column and source line.

use fairway::venue::FilePlace;
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::ops::Range;

const BLOCK_BYTES: usize = 4096;

/// Characters that begin in these bytes of UTF-8.
fn count_letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// A file's text, in which places can be found.
pub struct Source<'t> {
    name: &'t str,
    text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many characters are before each block of [`BLOCK_BYTES`], so that columns are quick to tell in data that is one long line.
    letters_before: Vec<usize>,
    tree: Option<Value<'t>>,
}

impl<'t> Source<'t> {
    pub fn new(name: &'t str, text: &'t str) -> Self {
        let tree = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        Self {
            name,
            text,
            lines: std::iter::once(0)
                .chain(text.match_indices('\n').map(|(i, _)| i + 1))
                .collect(),
            letters_before: text
                .as_bytes()
                .chunks(BLOCK_BYTES)
                .scan(0, |letters, block| {
                    let before = *letters;
                    *letters += count_letters(block);
                    Some(before)
                })
                .collect(),
            tree: tree.ok().and_then(|tree| tree.value),
        }
    }

    pub fn name(&self) -> &'t str {
        self.name
    }

    /// The bytes that a finding's place means, on one line; `None` if it means the whole file.
    pub fn span(&self, place: &FilePlace) -> Option<Range<usize>> {
        if let Some(line) = place.line {
            let whole = self.line(line - 1);
            return match place.column {
                Some(column) => {
                    let mut letters = self.text[whole.clone()].char_indices().map(|(i, _)| whole.start + i);
                    let start = letters.nth(column - 1).unwrap_or(whole.end);
                    Some(start..letters.next().unwrap_or(whole.end))
                }
                None => Some(whole),
            };
        }
        if place.pointer.is_empty() {
            return None;
        }
        let span = self.pointed(&place.pointer)?;
        let line = self.line(self.line_of(span.start));
        Some(span.start..span.end.min(line.end).max(span.start))
    }

    /// 1-based line and column, in characters, of a byte.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.line_of(byte);
        (
            line + 1,
            self.letters_before(byte) - self.letters_before(self.lines[line]) + 1,
        )
    }

    /// How many characters of the text are before a byte.
    fn letters_before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / BLOCK_BYTES;
        let before = self.letters_before.get(block).copied();
        match before {
            Some(before) => before + count_letters(&self.text.as_bytes()[block * BLOCK_BYTES..byte]),
            // The very end of a text that fills its last block.
            None => count_letters(&self.text.as_bytes()[..byte]),
        }
    }

    /// The value at `pointer`, or the nearest one round it that is there.
    fn pointed(&self, pointer: &str) -> Option<Range<usize>> {
        let mut value = self.tree.as_ref()?;
        let mut span = value.range();
        for step in pointer.split('/').skip(1) {
            let next = match value {
                Value::Object(object) => {
                    let name = step.replace("~1", "/").replace("~0", "~");
                    object
                        .properties
                        .iter()
                        .find(|property| property.name.as_str() == name)
                        .map(of_property)
                }
                Value::Array(list) => step
                    .parse::<usize>()
                    .ok()
                    .and_then(|i| list.elements.get(i))
                    .map(|x| (x, x.range())),
                _ => None,
            };
            let Some((inner, range)) = next else { break };
            value = inner;
            span = range;
        }
        Some(span.start..span.end)
    }

    /// The 0-based line of a byte.
    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// The bytes of a 0-based line, without its end; empty at the end of the text if there is no such line.
    fn line(&self, line: usize) -> Range<usize> {
        let start = self.lines.get(line).copied().unwrap_or(self.text.len());
        let end = self.lines.get(line + 1).map_or(self.text.len(), |next| next - 1);
        let end = if self.text[start..end].ends_with('\r') {
            end - 1
        } else {
            end
        };
        start..end
    }
}

/// A field is shown with its name, as far as it is on one line.
fn of_property<'v, 't>(property: &'v ObjectProp<'t>) -> (&'v Value<'t>, jsonc_parser::common::Range) {
    (&property.value, property.range)
}

/// Of a long line (data is often written as one), this many bytes are shown before and after the place.
const SHOWN_BYTES: usize = 60;

impl SourceCode for Source<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let start = span.offset();
        let end = (start + span.len()).min(self.text.len());
        let (line, _) = self.position(start);
        let whole = self.line(line - 1);
        let shown = if lines_before == 0 {
            start..end
        } else {
            let from = self
                .text
                .floor_char_boundary(start.saturating_sub(SHOWN_BYTES))
                .max(whole.start);
            let to = self
                .text
                .ceil_char_boundary((end + SHOWN_BYTES).min(self.text.len()))
                .min(whole.end.max(start));
            from..to
        };
        let data = self.text.get(shown.clone()).ok_or(MietteError::OutOfBounds)?;
        let (_, column) = self.position(shown.start);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.to_owned(),
            data.as_bytes(),
            (shown.start, shown.len()).into(),
            line - 1,
            column - 1,
            1,
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, pointer: &str) -> Option<(usize, usize)> {
        let source = Source::new("layout.json", text);
        let span = source.span(&FilePlace::new("layout.json", pointer))?;
        Some(source.position(span.start))
    }

    #[test]
    fn pointers_lead_to_lines_and_columns() {
        let text = "{\r\n  \"号\": [1, {\"a/b\": 2}], \"x\": 3\r\n}";
        assert_eq!(position(text, "/号"), Some((2, 3)));
        assert_eq!(position(text, "/号/0"), Some((2, 9)));
        assert_eq!(position(text, "/号/1/a~1b"), Some((2, 13)));
        assert_eq!(position(text, "/x"), Some((2, 25)));
        // What is not there is missing in the nearest thing round it.
        assert_eq!(position(text, "/号/1/c"), Some((2, 12)));
        assert_eq!(position(text, ""), None);
    }

    #[test]
    fn columns_are_right_beyond_a_block() {
        let text = format!("[\"{}\", 7]", "号".repeat(5_000));
        assert_eq!(position(&text, "/1"), Some((1, 5_006)));
        let full = "x".repeat(BLOCK_BYTES);
        assert_eq!(Source::new("a.csv", &full).position(BLOCK_BYTES), (1, BLOCK_BYTES + 1));
    }
}
