//! 摘要: where every indicator lands in the target year, scenario by scenario.

use super::sheet::Sheet;
use super::{Book, Column, XlsxError};
use crate::catalogue::{labels, office as words};
use crate::model::{Assessment, Status, Summary};
use crate::plan::Indicator;

/// Indicator, unit, kind, base year, target.
const BEFORE: u16 = 5;

pub fn write(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let Book { plan, language, formats, .. } = book;
    sheet.widths([34, 12, 10, 12, 12].into_iter().chain(book.columns.iter().map(|_| 20)))?;
    sheet.heads(0, &[words::INDICATOR, words::UNIT, words::ATTRIBUTE])?;
    sheet.text(3, &words::year(plan.base_year, *language), &formats.head_right)?;
    sheet.text(4, book.text(words::TARGET), &formats.head_right)?;
    sheet.scenario_heads(BEFORE)?;
    sheet.freeze(1)?;
    about(book, sheet)?;

    sheet.section(&words::projected(plan.target_year(), *language))?;
    for indicator in &plan.indicators {
        let format = value_format(book, indicator);
        name(book, sheet, indicator)?;
        sheet.text(2, labels::attribute(indicator.attribute).get(*language), &formats.text)?;
        sheet.number(3, indicator.baseline, &format)?;
        sheet.number(4, indicator.target, &format)?;
        each(book, sheet, |sheet, at, column| sheet.number(at, assessment(column, indicator).value, &format))?;
    }
    sheet.section(book.text(words::COMPLETION))?;
    for indicator in &plan.indicators {
        name(book, sheet, indicator)?;
        each(book, sheet, |sheet, at, column| {
            let assessment = assessment(column, indicator);
            sheet.number(at, assessment.completion, &formats.percent(completion_decimals(assessment)))
        })?;
    }
    sheet.section(book.text(words::STATUS))?;
    for indicator in &plan.indicators {
        name(book, sheet, indicator)?;
        each(book, sheet, |sheet, at, column| {
            let word = labels::status(assessment(column, indicator).status);
            sheet.text(at, word.get(*language), &formats.word)
        })?;
    }
    let reference = book.reference();
    sheet.section(&words::differences(&reference.name, *language))?;
    for indicator in &plan.indicators {
        let format = formats.signed(indicator.decimals);
        let basis = assessment(reference, indicator).value;
        name(book, sheet, indicator)?;
        each(book, sheet, |sheet, at, column| match column.is_reference {
            true => sheet.text(at, "—", &formats.word),
            false => sheet.number(at, assessment(column, indicator).value - basis, &format),
        })?;
    }
    own_targets(book, sheet)?;
    sheet.section(book.text(labels::SAY_OPENLY))?;
    for indicator in &plan.indicators {
        for caveat in indicator.caveats {
            sheet.text(0, indicator.short.get(*language), &formats.text)?;
            sheet.text(1, caveat.get(*language), &formats.text)?;
            sheet.next()?;
        }
    }
    Ok(())
}

/// What each scenario is: its origin, how many targets it meets, what is noted about it.
fn about(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let Book { plan, language, formats, .. } = book;
    let basis = |column: &Column| plan.preset(column.draft.basis).name.get(*language);
    sheet.text(0, book.text(words::BASIS), &formats.text)?;
    each(book, sheet, |sheet, at, column| sheet.text(at, basis(column), &formats.word))?;
    for (head, status) in
        [(words::MET_COUNT, Status::Met), (words::NEAR_COUNT, Status::Near), (words::SHORT_COUNT, Status::Short)]
    {
        sheet.text(0, book.text(head), &formats.text)?;
        each(book, sheet, |sheet, at, column| {
            sheet.number(at, count(&column.computed.summary, status) as f64, &formats.number(0))
        })?;
    }
    sheet.text(0, book.text(words::ANNOTATION), &formats.text)?;
    each(book, sheet, |sheet, at, column| sheet.wrapped(at, column.draft.annotation()))
}

/// How many targets stand so.
fn count(summary: &Summary, status: Status) -> usize {
    match status {
        Status::Met => summary.met,
        Status::Near => summary.near,
        Status::Short => summary.short,
    }
}

/// The targets that a scenario reads otherwise than the plan's table.
fn own_targets(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let differs = |indicator: &Indicator| {
        book.columns.iter().any(|column| assessment(column, indicator).target != indicator.target)
    };
    let indicators: Vec<&Indicator> = book.plan.indicators.iter().filter(|indicator| differs(indicator)).collect();
    if indicators.is_empty() {
        return Ok(());
    }
    sheet.section(book.text(words::OWN_TARGETS))?;
    for indicator in indicators {
        let format = value_format(book, indicator);
        name(book, sheet, indicator)?;
        each(book, sheet, |sheet, at, column| sheet.number(at, assessment(column, indicator).target, &format))?;
    }
    Ok(())
}

fn name(book: &Book, sheet: &mut Sheet, indicator: &Indicator) -> Result<(), XlsxError> {
    sheet.text(0, book.text(indicator.name), &book.formats.text)?;
    sheet.text(1, book.text(indicator.unit), &book.formats.muted)
}

/// Writes a cell for each scenario and ends the row.
fn each(
    book: &Book,
    sheet: &mut Sheet,
    cell: impl Fn(&mut Sheet, u16, &Column) -> Result<(), XlsxError>,
) -> Result<(), XlsxError> {
    for (at, column) in (BEFORE..).zip(&book.columns) {
        cell(sheet, at, column)?;
    }
    sheet.next()
}

fn assessment<'a>(column: &'a Column, indicator: &Indicator) -> &'a Assessment {
    &column.computed.summary.assessments[indicator.id.index()]
}

/// The format of an indicator's values.
pub fn value_format(book: &Book, indicator: &Indicator) -> rust_xlsxwriter::Format {
    match indicator.signed {
        true => book.formats.signed(indicator.decimals),
        false => book.formats.number(indicator.decimals),
    }
}

/// One decimal, or as many as it takes not to show a target that is missed as 100 % reached.
fn completion_decimals(assessment: &Assessment) -> usize {
    const MOST: usize = 6;
    let shows_100 = |decimals: usize| {
        let units = 10f64.powi(decimals as i32 + 2);
        (assessment.completion * units).round() >= units
    };
    match assessment.status {
        Status::Met => 1,
        _ => (1..MOST).find(|&decimals| !shows_100(decimals)).unwrap_or(MOST),
    }
}
