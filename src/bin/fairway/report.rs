//! Findings for people: the source line with a marker, and how to mend it.

use crate::check::Located;
use fairway::venue::Severity;
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use std::fmt::{self, Display};
use std::io::{self, Write};

pub struct Report<'o, O> {
    out: &'o mut O,
    handler: GraphicalReportHandler,
}

impl<'o, O: Write> Report<'o, O> {
    pub fn new(out: &'o mut O, colours: bool) -> Self {
        let theme = if colours {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        Self {
            out,
            handler: GraphicalReportHandler::new_themed(theme)
                .with_links(false)
                .with_width(120),
        }
    }

    pub fn print(&mut self, located: &Located<'_>) -> io::Result<()> {
        let mut text = String::new();
        self.handler
            .render_report(&mut text, &Shown(located))
            .map_err(io::Error::other)?;
        writeln!(self.out, "{}\n", text.trim_matches('\n'))
    }
}

struct Shown<'l, 's>(&'l Located<'s>);

impl Display for Shown<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.finding.message)
    }
}

impl fmt::Debug for Shown<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.finding, f)
    }
}

impl std::error::Error for Shown<'_, '_> {}

impl Diagnostic for Shown<'_, '_> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(&self.0.finding.rule))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.0.finding.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(&self.0.finding.mend))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.0.source.as_ref().map(|(source, _)| *source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let (_, span) = self.0.source.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::underline(span.clone()))))
    }
}
