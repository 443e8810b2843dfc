//! 假设: coefficients, facts and readings of each scenario, with ranges, grades and sources.

use rust_xlsxwriter::Format;

use super::formats::changed;
use super::levers::notes;
use super::sheet::Sheet;
use super::{Book, Column, XlsxError};
use crate::catalogue::{labels, office as words};
use crate::model::DigitalReading;
use crate::plan::Grade;
use crate::text::Text;
use crate::text::number::exact;
use crate::workspace::Input;

/// Part, assumption, symbol, unit, low, likely, high.
const BEFORE: u16 = 7;

pub fn write(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let formats = &book.formats;
    let after = BEFORE + book.columns.len() as u16;
    let widths = [16, 34, 7, 10, 8, 8, 8].into_iter().chain(book.columns.iter().map(|_| 18));
    sheet.widths(widths.chain([7, 48]))?;
    let next = sheet.heads(0, &[words::TOPIC, words::ASSUMPTION, words::SYMBOL, words::UNIT])?;
    for (column, head) in (next..).zip([words::LOW, words::MODE, words::HIGH]) {
        sheet.text(column, book.text(head), &formats.head_right)?;
    }
    sheet.heads(after, &[words::GRADE, words::SOURCE])?;
    sheet.scenario_heads(BEFORE)?;
    sheet.freeze(2)?;
    coefficients(book, sheet)?;
    facts(book, sheet)?;
    sheet.section(book.text(words::REFERENCES))?;
    for (name, value, unit) in book.plan.references.rows() {
        name_row(book, sheet, "", book.text(name), book.text(unit))?;
        sheet.number(BEFORE - 2, value, &general(book, &[value]))?;
        sheet.next()?;
    }
    notes(book, sheet, |input| !matches!(input, Input::Lever(_)))
}

fn coefficients(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    for coefficient in &book.plan.coefficients {
        let scale = coefficient.display.scale();
        let shown = |value: f64| clean(value * scale);
        let range = [coefficient.low, coefficient.mode, coefficient.high].map(shown);
        let format = general(book, &range);
        name_row(
            book,
            sheet,
            book.text(coefficient.topic.name()),
            book.text(coefficient.name),
            book.text(coefficient.unit),
        )?;
        sheet.text(2, coefficient.symbol, &book.formats.text)?;
        for (column, value) in (BEFORE - 3..).zip(range) {
            sheet.number(column, value, &format)?;
        }
        grounds(book, sheet, coefficient.grade, coefficient.source)?;
        values(book, sheet, coefficient.mode, |column| column.computed.scenario.coefficient(coefficient.id), scale)?;
    }
    Ok(())
}

fn facts(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    sheet.section(book.text(words::FACTS))?;
    for fact in &book.plan.facts {
        let scale = fact.display.scale();
        for (i, &given) in fact.values.iter().enumerate() {
            let name = match fact.values.len() {
                1 => book.text(fact.name).to_owned(),
                _ => words::numbered(book.text(fact.name), i + 1),
            };
            name_row(book, sheet, "", &name, book.text(fact.unit))?;
            sheet.number(BEFORE - 2, clean(given * scale), &general(book, &[clean(given * scale)]))?;
            grounds(book, sheet, fact.grade, fact.source)?;
            values(book, sheet, given, |column| column.computed.scenario.fact(fact.id)[i], scale)?;
        }
    }
    sheet.wrapped(1, book.text(labels::DIGITAL_READING))?;
    for (at, column) in (BEFORE..).zip(&book.columns) {
        let reading = match column.computed.scenario.reading() {
            DigitalReading::Points => labels::READING_POINTS,
            DigitalReading::Ratio => labels::READING_RATIO,
        };
        sheet.text(at, book.text(reading), &book.formats.word)?;
    }
    sheet.next()
}

fn name_row(book: &Book, sheet: &mut Sheet, topic: &str, name: &str, unit: &str) -> Result<(), XlsxError> {
    sheet.text(0, topic, &book.formats.muted)?;
    sheet.wrapped(1, name)?;
    sheet.text(3, unit, &book.formats.muted)
}

/// The grade and source of what the plan assumes, behind the scenarios.
fn grounds(book: &Book, sheet: &mut Sheet, grade: Grade, source: Text) -> Result<(), XlsxError> {
    let after = BEFORE + book.columns.len() as u16;
    sheet.text(after, grade.letter(), &book.formats.grade)?;
    sheet.wrapped(after + 1, book.text(source))
}

/// An assumption's value in each scenario as it is shown, marked where the user changed it; ends the row.
fn values(
    book: &Book,
    sheet: &mut Sheet,
    given: f64,
    value: impl Fn(&Column) -> f64,
    scale: f64,
) -> Result<(), XlsxError> {
    for (at, column) in (BEFORE..).zip(&book.columns) {
        let value = value(column);
        let format = general(book, &[clean(value * scale)]);
        sheet.number(at, clean(value * scale), &if value == given { format } else { changed(&format) })?;
    }
    sheet.next()
}

/// Without the noise that a change of scale leaves in the last bits.
fn clean(value: f64) -> f64 {
    const DIGITS: f64 = 1e10;
    let rounded = (value * DIGITS).round() / DIGITS;
    if rounded.is_finite() { rounded } else { value }
}

/// As many decimals as the numbers have: assumptions are typed, not computed.
fn general(book: &Book, values: &[f64]) -> Format {
    let decimals = |value: &f64| exact(*value).split_once('.').map_or(0, |(_, digits)| digits.len());
    book.formats.number(values.iter().map(decimals).max().unwrap_or(0))
}
