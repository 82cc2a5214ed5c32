//! Where in the texts what was read from them stands.

use super::csv::EXHIBITORS_CSV;
use crate::venue::Finding;
use crate::venue::door::EXHIBITORS;
use std::collections::BTreeMap;

/// Moves findings about what was read to where the texts say it.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    /// For lists with elements left out, by file and name: the position in the text of each element that was kept.
    kept: BTreeMap<(&'static str, &'static str), Vec<usize>>,
    /// Exhibitors that came as CSV: the line of each.
    csv_lines: Option<Vec<usize>>,
}

impl Origin {
    pub fn keep(&mut self, file: &'static str, list: &'static str, kept: Option<Vec<usize>>) {
        if let Some(kept) = kept {
            self.kept.insert((file, list), kept);
        }
    }

    pub fn csv_lines(&mut self, lines: Vec<usize>) {
        self.csv_lines = Some(lines);
    }

    pub fn trace(&self, mut finding: Finding) -> Finding {
        let place = &mut finding.place;
        let mut steps = place.pointer.splitn(4, '/').skip(1);
        let list = steps.next().unwrap_or_default().to_owned();
        let index = steps.next().and_then(|index| index.parse::<usize>().ok());
        let rest = steps.next().map(|rest| format!("/{rest}")).unwrap_or_default();
        if place.file == EXHIBITORS
            && let Some(lines) = &self.csv_lines
        {
            EXHIBITORS_CSV.clone_into(&mut place.file);
            place.pointer.clear();
            place.line = index.and_then(|index| lines.get(index)).copied();
        } else if let Some(index) = index {
            let kept = self
                .kept
                .iter()
                .find(|((file, name), _)| *file == place.file && *name == list);
            if let Some(index) = kept.and_then(|(_, kept)| kept.get(index)) {
                place.pointer = format!("/{list}/{index}{rest}");
            }
        }
        finding
    }
}
