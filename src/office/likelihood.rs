//! 可能性: what draws say of each target, and within which range each indicator ends.

use super::sheet::Sheet;
use super::summary::value_format;
use super::{Book, XlsxError};
use crate::analysis::monte_carlo::{Bands, PERCENTILES};
use crate::catalogue::office as words;

/// Indicator, unit, row.
const BEFORE: u16 = 3;

pub fn write(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let Book { plan, language, formats, .. } = book;
    sheet.widths([34, 12, 22].into_iter().chain(book.columns.iter().map(|_| 20)))?;
    sheet.heads(0, &[words::INDICATOR, words::UNIT, words::MEASURE])?;
    sheet.scenario_heads(BEFORE)?;
    sheet.freeze(BEFORE)?;
    sheet.text(0, book.text(words::ALL_TARGETS), &formats.text)?;
    each(book, sheet, |sheet, at, bands| sheet.number(at, bands.all, &formats.percent(1)))?;
    sheet.text(0, book.text(words::ALL_BINDING), &formats.text)?;
    each(book, sheet, |sheet, at, bands| sheet.number(at, bands.binding, &formats.percent(1)))?;
    sheet.text(0, book.text(words::DRAWS), &formats.text)?;
    each(book, sheet, |sheet, at, bands| sheet.number(at, bands.draws as f64, &formats.number(0)))?;
    for indicator in &plan.indicators {
        let id = indicator.id;
        let name = |sheet: &mut Sheet, row: &str| {
            sheet.text(0, book.text(indicator.name), &formats.text)?;
            sheet.text(1, book.text(indicator.unit), &formats.muted)?;
            sheet.text(2, row, &formats.text)
        };
        name(sheet, book.text(words::CHANCE))?;
        each(book, sheet, |sheet, at, bands| sheet.number(at, bands.chance(id), &formats.percent(1)))?;
        for (i, fraction) in PERCENTILES.into_iter().enumerate() {
            let percent = (fraction * 100.0).round() as u32;
            name(sheet, &words::percentile(percent, plan.target_year(), *language))?;
            let format = value_format(book, indicator);
            each(book, sheet, |sheet, at, bands| sheet.number(at, bands.percentiles(id, bands.years)[i], &format))?;
        }
    }
    Ok(())
}

/// Writes a cell for each scenario that was drawn, and ends the row.
fn each(
    book: &Book,
    sheet: &mut Sheet,
    cell: impl Fn(&mut Sheet, u16, &Bands) -> Result<(), XlsxError>,
) -> Result<(), XlsxError> {
    for (at, column) in (BEFORE..).zip(&book.columns) {
        if let Some(bands) = &column.bands {
            cell(sheet, at, bands)?;
        }
    }
    sheet.next()
}
