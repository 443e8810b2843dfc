//! 措施: what each scenario sets the levers to, with ranges, grades, sources and the plan's own words.

use super::formats::changed;
use super::sheet::Sheet;
use super::{Book, Column, XlsxError};
use crate::catalogue::{labels, office as words};
use crate::plan::{Lever, PresetId};
use crate::workspace::Input;

/// Group, lever, unit, the two presets.
const BEFORE: u16 = 5;

pub fn write(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let Book { plan, language, formats, .. } = book;
    let after = BEFORE + book.columns.len() as u16;
    let widths = [16, 30, 10, 9, 9].into_iter().chain(book.columns.iter().map(|_| 18));
    sheet.widths(widths.chain([9, 9, 7, 34, 48]))?;
    sheet.heads(0, &[words::GROUP, words::LEVER, words::UNIT])?;
    for (column, preset) in [(3, PresetId::Trend), (4, PresetId::Plan)] {
        sheet.text(column, plan.preset(preset).name.get(*language), &formats.head_right)?;
    }
    sheet.heads(after, &[words::MINIMUM, words::MAXIMUM, words::GRADE, words::SOURCE, words::PLAN_SENTENCE])?;
    sheet.scenario_heads(BEFORE)?;
    sheet.freeze(2)?;
    for lever in &plan.levers {
        let format = formats.number(lever.decimals);
        sheet.text(0, plan.groups[lever.group.index()].name.get(*language), &formats.muted)?;
        sheet.text(1, book.text(lever.name), &formats.text)?;
        sheet.text(2, book.text(lever.unit), &formats.muted)?;
        for (column, preset) in [(3, PresetId::Trend), (4, PresetId::Plan)] {
            sheet.number(column, lever.presets[preset.index()], &format)?;
        }
        sheet.number(after, lever.min, &format)?;
        sheet.number(after + 1, lever.max, &format)?;
        sheet.text(after + 2, lever.grade.letter(), &formats.grade)?;
        sheet.wrapped(after + 3, book.text(lever.source))?;
        sheet.wrapped(after + 4, &sentence(book, lever))?;
        values(book, sheet, lever, |column| column.computed.scenario.lever_mean(plan, lever.id))?;
        years(book, sheet, lever)?;
    }
    notes(book, sheet, |input| matches!(input, Input::Lever(_)))
}

/// The plan's own words on a lever.
fn sentence(book: &Book, lever: &Lever) -> String {
    let Some(quote) = &lever.quote else { return book.text(labels::NOT_IN_PLAN).to_owned() };
    let words = match book.language {
        crate::text::Language::Zh => quote.sentence,
        crate::text::Language::En => quote.english,
    };
    format!("{} {words}", book.text(quote.place))
}

/// A lever's value in each scenario, marked where the user changed it; ends the row.
fn values(book: &Book, sheet: &mut Sheet, lever: &Lever, value: impl Fn(&Column) -> f64) -> Result<(), XlsxError> {
    let plain = book.formats.number(lever.decimals);
    for (at, column) in (BEFORE..).zip(&book.columns) {
        let value = value(column);
        let own = value != lever.presets[column.draft.basis.index()];
        sheet.number(at, value, &if own { changed(&plain) } else { plain.clone() })?;
    }
    sheet.next()
}

/// The single years of a lever that some scenario varies over them.
fn years(book: &Book, sheet: &mut Sheet, lever: &Lever) -> Result<(), XlsxError> {
    let plan = book.plan;
    let path = |column: &Column| column.computed.scenario.lever(plan, lever.id).to_vec();
    let varies = |column: &Column| path(column).windows(2).any(|pair| pair[0] != pair[1]);
    if !book.columns.iter().any(varies) {
        return Ok(());
    }
    for (t, year) in book.years().skip(1).enumerate() {
        sheet.text(1, &words::year(year, book.language), &book.formats.word)?;
        sheet.text(2, book.text(lever.unit), &book.formats.muted)?;
        values(book, sheet, lever, |column| path(column)[t])?;
    }
    Ok(())
}

/// What users noted on inputs of a kind: scenario, input, text.
pub fn notes(book: &Book, sheet: &mut Sheet, is_wanted: impl Fn(Input) -> bool) -> Result<(), XlsxError> {
    let noted = |column: &Column| column.draft.notes().iter().any(|(input, _)| is_wanted(*input));
    if !book.columns.iter().any(noted) {
        return Ok(());
    }
    sheet.section(book.text(words::NOTES))?;
    for column in &book.columns {
        for (input, note) in column.draft.notes().iter().filter(|(input, _)| is_wanted(*input)) {
            sheet.text(0, &column.name, &book.formats.text)?;
            sheet.text(1, input_name(book, *input), &book.formats.text)?;
            sheet.text(2, note, &book.formats.text)?;
            sheet.next()?;
        }
    }
    Ok(())
}

fn input_name(book: &Book, input: Input) -> &'static str {
    let plan = book.plan;
    book.text(match input {
        Input::Lever(id) => plan.lever(id).name,
        Input::Coefficient(id) => plan.coefficient(id).name,
        Input::Fact(id) => plan.fact(id).name,
        Input::Reading => labels::DIGITAL_READING,
    })
}
