//! 年度里程碑: the straight way from baseline to target, and each scenario against it.

use super::sheet::Sheet;
use super::summary::value_format;
use super::{Book, XlsxError};
use crate::catalogue::office as words;

/// The column of the first year.
const FIRST_YEAR: u16 = 4;

pub fn write(book: &Book, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let Book { plan, language, formats, .. } = book;
    sheet.widths([34, 12, 34, 22].into_iter().chain(book.years().map(|_| 11)))?;
    sheet.heads(0, &[words::INDICATOR, words::UNIT, words::MEASURE, words::STAMP])?;
    sheet.year_heads(FIRST_YEAR, book.years())?;
    sheet.next()?;
    sheet.freeze(FIRST_YEAR)?;
    for indicator in &plan.indicators {
        let milestone = |target: f64, t: usize| {
            let part = t as f64 / plan.years as f64;
            indicator.baseline * (1.0 - part) + target * part
        };
        let names = |sheet: &mut Sheet, name: &str, stamp: &str| {
            sheet.text(0, book.text(indicator.name), &formats.text)?;
            sheet.text(1, book.text(indicator.unit), &formats.muted)?;
            sheet.text(2, name, &formats.text)?;
            sheet.text(3, stamp, &formats.muted)
        };
        let way = |sheet: &mut Sheet, name: &str, stamp: &str, target: f64| {
            names(sheet, name, stamp)?;
            for t in 0..=plan.years {
                sheet.number(FIRST_YEAR + t as u16, milestone(target, t), &value_format(book, indicator))?;
            }
            sheet.next()?;
            Ok::<(), XlsxError>(())
        };
        way(sheet, book.text(words::MILESTONE), "", indicator.target)?;
        for column in &book.columns {
            let target = column.computed.scenario.target(plan, indicator.id);
            if target != indicator.target {
                way(sheet, &words::milestone_of(&column.name, *language), &column.stamp, target)?;
            }
            names(sheet, &words::ahead_of_milestone(&column.name, *language), &column.stamp)?;
            for (t, value) in column.computed.projection.path(indicator.id).enumerate().skip(1) {
                let gap = value - milestone(target, t);
                sheet.number(FIRST_YEAR + t as u16, gap, &formats.signed(indicator.decimals))?;
            }
            sheet.next()?;
        }
    }
    Ok(())
}
