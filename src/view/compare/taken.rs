//! The comparison as a table that is taken along: the indicators, then what differs, then the stamps.

use super::{Side, Sides};
use crate::catalogue::tables::{TextTable, with_unit};
use crate::catalogue::{desk, labels, scenarios, sentences, steps};
use crate::model::Assessment;
use crate::plan::Plan;
use crate::text::Language;
use crate::text::number::{completion, difference};
use crate::workspace::Stamp;

/// Two columns for the reference (value and completion), three a scenario (value, difference, completion).
pub fn table(plan: &Plan, sides: &Sides, versus: &str, foot: String, language: Language) -> TextTable {
    let Sides { reference, scenarios, comparison } = sides;
    let of = |side: &Side, text: &str| format!("{} · {text}", side.name.get(language));
    let (value, done) = (labels::VALUE_COLUMN.get(language), labels::COMPLETION_COLUMN.get(language));

    let mut head = vec![scenarios::INDICATOR.get(language).to_owned(), labels::TARGET_COLUMN.get(language).to_owned()];
    head.extend([of(reference, value), of(reference, done)]);
    head.extend(scenarios.iter().flat_map(|side| [of(side, value), of(side, versus), of(side, done)]));
    let mut rows = vec![head];

    for indicator in &plan.indicators {
        let at = indicator.id.index();
        let held = &reference.computed.summary.assessments[at];
        let landing = |assessment: &Assessment| sentences::value(indicator, assessment.value);
        let name = with_unit(indicator.name.get(language), indicator.unit.get(language));
        let mut row = vec![name, sentences::target(indicator, held.target), landing(held), completion(held.completion)];
        for column in &comparison.columns {
            let (assessment, apart) = (&column.assessments[at], column.differences[at]);
            row.push(landing(assessment));
            row.extend([difference(apart, indicator.decimals), completion(assessment.completion)]);
        }
        rows.push(row);
    }
    for differing in &comparison.inputs {
        let text = |value| steps::input_value(plan, differing.input, value, language);
        let name = with_unit(
            steps::input_name(plan, differing.input, language),
            super::inputs::unit(plan, differing.input, language),
        );
        let mut row = vec![name, String::new(), text(&differing.reference), String::new()];
        for (side, value) in scenarios.iter().zip(&differing.values) {
            row.extend([text(value), String::new(), side.draft.note(differing.input).to_owned()]);
        }
        rows.push(row);
    }
    let stamp = |side: &Side| Stamp::new(plan, &side.computed).to_string();
    let mut stamps = vec![desk::STAMP.get(language).to_owned(), String::new(), stamp(reference), String::new()];
    stamps.extend(scenarios.iter().flat_map(|side| [stamp(side), String::new(), String::new()]));
    rows.push(stamps);
    TextTable { title: scenarios::COMPARISON.get(language).to_owned(), rows, foot }
}
