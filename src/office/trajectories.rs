//! 轨迹: every indicator year by year, a row a scenario, with its target; and the figures published since.

use super::sheet::Sheet;
use super::summary::value_format;
use super::{Book, XlsxError};
use crate::catalogue::office as words;
use crate::plan::IndicatorId;

/// The column of the first year.
pub const FIRST_YEAR: u16 = 4;
/// The column of the scenario's name.
pub const NAME: u16 = 2;

/// Where an indicator's rows stand.
pub struct Place {
    pub id: IndicatorId,
    /// By scenario.
    pub scenarios: Vec<u32>,
    pub targets: Vec<u32>,
}

pub fn write(book: &Book, sheet: &mut Sheet) -> Result<Vec<Place>, XlsxError> {
    let Book { plan, language, formats, .. } = book;
    sheet.widths([34, 12, 26, 22].into_iter().chain(book.years().map(|_| 11)))?;
    sheet.heads(0, &[words::INDICATOR, words::UNIT, words::SCENARIO, words::STAMP])?;
    sheet.year_heads(FIRST_YEAR, book.years())?;
    sheet.next()?;
    sheet.freeze(FIRST_YEAR)?;
    let mut places = Vec::new();
    for indicator in &plan.indicators {
        let id = indicator.id;
        let format = value_format(book, indicator);
        let mut place = Place { id, scenarios: Vec::new(), targets: Vec::new() };
        let row = |sheet: &mut Sheet, name: &str, stamp: &str, values: &mut dyn Iterator<Item = f64>| {
            let written = sheet.row();
            sheet.text(0, book.text(indicator.name), &formats.text)?;
            sheet.text(1, book.text(indicator.unit), &formats.muted)?;
            sheet.text(NAME, name, &formats.text)?;
            sheet.text(3, stamp, &formats.muted)?;
            (FIRST_YEAR..).zip(values).try_for_each(|(column, value)| sheet.number(column, value, &format))?;
            sheet.next()?;
            Ok::<u32, XlsxError>(written)
        };
        for column in &book.columns {
            let mut path = column.computed.projection.path(id);
            place.scenarios.push(row(sheet, &column.name, &column.stamp, &mut path)?);
        }
        let years = plan.years + 1;
        let target =
            |sheet: &mut Sheet, name: &str, value| row(sheet, name, "", &mut std::iter::repeat_n(value, years));
        place.targets.push(target(sheet, book.text(words::TARGET), indicator.target)?);
        for column in &book.columns {
            let own = column.computed.scenario.target(plan, id);
            if own != indicator.target {
                place.targets.push(target(sheet, &words::target_of(&column.name, *language), own)?);
            }
        }
        places.push(place);
    }
    published(book, sheet)?;
    Ok(places)
}

/// The figures that were published since, with their sources.
fn published(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let Book { plan, language, formats, .. } = book;
    sheet.section(book.text(words::PUBLISHED))?;
    let next = sheet.heads(
        0,
        &[words::INDICATOR, words::UNIT, words::SOURCE, words::DATE, words::YEAR, words::VALUE, words::REMARK],
    )?;
    sheet.next()?;
    for indicator in &plan.indicators {
        for figure in indicator.published {
            sheet.text(0, book.text(indicator.name), &formats.text)?;
            sheet.text(1, book.text(indicator.unit), &formats.muted)?;
            sheet.text(NAME, figure.source.get(*language), &formats.text)?;
            sheet.text(3, figure.date, &formats.text)?;
            sheet.number(FIRST_YEAR, figure.year.into(), &formats.number(0))?;
            sheet.number(FIRST_YEAR + 1, figure.value, &value_format(book, indicator))?;
            sheet.text(next - 1, figure.note.map_or("", |note| note.get(*language)), &formats.muted)?;
            sheet.next()?;
        }
    }
    Ok(())
}
