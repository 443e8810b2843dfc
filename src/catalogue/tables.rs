//! Tables that leave the page: as tab-separated text and as HTML, with the stamp below.

use super::sentences::{self, scenario_name};
use super::{chances, desk, labels};
use crate::analysis::monte_carlo::Bands;
use crate::chart::describe;
use crate::chart::{ChartSpec, RowKind};
use crate::plan::Plan;
use crate::text::Language;
use crate::text::number::{completion, difference};
use crate::workspace::{Results, Stamp, Workspace, plain};

/// A table as text, its first row the head.
#[derive(Clone, PartialEq, Debug)]
pub struct TextTable {
    pub title: String,
    /// All of one length.
    pub rows: Vec<Vec<String>>,
    /// What stands below, with the stamp.
    pub foot: String,
}

/// The path of the chosen indicator: a row a path, a column a year.
pub fn trajectory(
    plan: &Plan,
    spec: &ChartSpec,
    workspace: &Workspace,
    results: &Results,
    language: Language,
) -> TextTable {
    let table = describe::table(spec);
    let name = plan.indicator(workspace.view.indicator).name.get(language);
    let mut rows = vec![std::iter::once(table.unit.to_owned()).chain(table.years.iter().map(u16::to_string)).collect()];
    rows.extend(
        table.rows.into_iter().map(|row| std::iter::once(plain(&row.name)).chain(row.cells).collect::<Vec<_>>()),
    );
    TextTable { title: name.to_owned(), rows, foot: foot(plan, workspace, results, language) }
}

/// All indicators in the target year, as the scoreboard has them; with chances where they are known.
pub fn scoreboard(
    plan: &Plan,
    workspace: &Workspace,
    results: &Results,
    bands: Option<&Bands>,
    language: Language,
) -> TextTable {
    let head =
        [labels::INDICATOR, labels::UNIT, labels::VALUE_COLUMN, labels::TARGET_COLUMN].map(|text| text.get(language));
    let rest = [labels::STATUS, labels::COMPLETION_COLUMN].map(|text| text.get(language).to_owned());
    let versus = plain(&sentences::versus(plan, workspace, language));
    let chance = bands.map(|_| labels::CHANCE_COLUMN.get(language).to_owned());
    let head = head.map(str::to_owned).into_iter().chain([versus]).chain(rest).chain(chance).collect();
    let mut rows: Vec<Vec<String>> = vec![head];
    for indicator in &plan.indicators {
        let assessment = &results.own.summary.assessments[indicator.id.index()];
        let mut row = vec![
            indicator.name.get(language).to_owned(),
            indicator.unit.get(language).to_owned(),
            sentences::value(indicator, assessment.value),
            sentences::target(indicator, assessment.target),
            difference(results.difference(indicator.id), indicator.decimals),
            labels::status(assessment.status).get(language).to_owned(),
            completion(assessment.completion),
        ];
        row.extend(bands.map(|bands| chances::percent(bands.chance(indicator.id))));
        rows.push(row);
    }
    let title = labels::SCOREBOARD.get(language).to_owned();
    TextTable { title, rows, foot: foot(plan, workspace, results, language) }
}

/// A table of the page: a head, and rows that begin with a name.
#[derive(Clone, PartialEq, Debug)]
pub struct Listing {
    pub title: String,
    pub head: Vec<String>,
    /// Each as long as the head.
    pub rows: Vec<(RowKind, Vec<String>)>,
}

impl Listing {
    /// The same to be taken along.
    pub fn to_text(&self, foot: String) -> TextTable {
        let rows = self.rows.iter().map(|(_, cells)| cells.clone());
        TextTable { title: self.title.clone(), rows: std::iter::once(self.head.clone()).chain(rows).collect(), foot }
    }
}

/// A name with its unit, where it has one.
pub fn with_unit(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name} ({unit})") }
}

/// What stands below a table: the plan, the scenario and its stamp.
pub fn foot(plan: &Plan, workspace: &Workspace, results: &Results, language: Language) -> String {
    let name = scenario_name(plan, workspace.draft());
    desk::stamped(plan, name.get(language), &Stamp::new(plan, &results.own).to_string(), language)
}

impl TextTable {
    /// What a clipboard takes of it: a text, and the same as HTML.
    pub fn copied(&self) -> (String, Option<String>) {
        (self.to_tsv(), Some(self.to_html()))
    }

    /// Tab-separated, for spreadsheets.
    pub fn to_tsv(&self) -> String {
        let row = |cells: &Vec<String>| {
            let cells: Vec<String> = cells.iter().map(|cell| number_or_text(cell).replace(['\t', '\n'], " ")).collect();
            cells.join("\t")
        };
        let mut lines = vec![self.title.clone()];
        lines.extend(self.rows.iter().map(row));
        lines.push(self.foot.clone());
        lines.join("\r\n")
    }

    /// A table element, for documents.
    pub fn to_html(&self) -> String {
        let mut html = format!("<table><caption>{}</caption>", escaped(&self.title));
        for (at, cells) in self.rows.iter().enumerate() {
            let tag = if at == 0 { "th" } else { "td" };
            html.push_str("<tr>");
            for cell in cells {
                html.push_str(&format!("<{tag}>{}</{tag}>", escaped(&number_or_text(cell))));
            }
            html.push_str("</tr>");
        }
        let columns = self.rows.first().map_or(1, Vec::len);
        html.push_str(&format!("<tr><td colspan=\"{columns}\">{}</td></tr></table>", escaped(&self.foot)));
        html
    }
}

/// A printed number with the minus that programs read; anything else as it is.
fn number_or_text(cell: &str) -> String {
    match cell.strip_prefix('−') {
        Some(digits) if digits.starts_with(|digit: char| digit.is_ascii_digit()) => format!("-{digits}"),
        _ => cell.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::LANZHOU;
    use crate::workspace::Action;

    fn table() -> TextTable {
        let workspace = Workspace::new(&LANZHOU);
        let rename = Action::Rename(workspace.active(), "=1<2&\"".to_owned());
        let workspace = workspace.apply(&LANZHOU, &rename).unwrap();
        scoreboard(&LANZHOU, &workspace, &Results::new(&LANZHOU, &workspace), None, Language::Zh)
    }

    #[test]
    fn all_indicators_stand_in_rows_of_one_length() {
        let table = table();
        assert_eq!(table.rows.len(), 1 + LANZHOU.indicators.len());
        assert!(table.rows.iter().all(|row| row.len() == 7));
        let lines: Vec<_> = table.to_tsv().split("\r\n").map(str::to_owned).collect();
        assert_eq!(lines.len(), 14);
        assert!(lines[1..13].iter().all(|line| line.split('\t').count() == 7), "{lines:?}");
        let stamp = lines[13].rsplit(' ').next().unwrap();
        assert!(Stamp::parse(stamp).is_some(), "{stamp}");
    }

    #[test]
    fn names_stay_text() {
        let html = table().to_html();
        assert!(html.contains("=1&lt;2&amp;&quot;"), "{html}");
        assert_eq!(html.matches("<td").count(), 11 * 7 + 1);
    }

    #[test]
    fn negative_numbers_are_numbers() {
        assert_eq!(number_or_text("−0.46"), "-0.46");
        assert_eq!(number_or_text("−"), "−");
        assert_eq!(number_or_text("—"), "—");
    }
}
