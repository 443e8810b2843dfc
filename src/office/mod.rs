//! Workbooks: the scenarios with their figures, charts, assumptions and stamps as an Excel file; and briefings as Word
//! documents ([`document`]); and several files in one ([`archive`]).
//!
//! Pure: bytes come out, and the date comes in. Nothing a user wrote is ever taken for a formula: texts are written as
//! texts, and charts take the names of their lines from cells. [`workbook`] puts the sheets together, one file each.

mod archive;
mod assumptions;
mod charts;
mod column;
mod date;
mod document;
mod formats;
mod levers;
mod likelihood;
mod making;
mod milestones;
mod sheet;
mod summary;
mod trajectories;

use std::rc::Rc;

use rust_xlsxwriter::{DocProperties, Workbook};

pub use archive::archive;
pub use date::Date;
pub use document::document;
pub use making::{Making, Order, Step};
pub use rust_xlsxwriter::XlsxError;

use column::{Column, columns};
use formats::Formats;
use sheet::Sheet;

use crate::analysis::monte_carlo::Bands;
use crate::catalogue::{labels, office as words};
use crate::plan::Plan;
use crate::text::{Language, Text};
use crate::workspace::Draft;

/// What a workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    /// In this order; at least one.
    pub scenarios: &'a [Rc<Draft>],
    /// What differences are taken against; shown as a scenario of its own unless it is one of them.
    pub reference: &'a Rc<Draft>,
    /// What draws say of the scenarios, in their order; where there is nothing, there is no sheet for it.
    pub likelihood: &'a [Bands],
    /// The day it is written.
    pub date: Date,
}

/// What all sheets share.
struct Book<'a> {
    plan: &'a Plan,
    language: Language,
    /// The scenarios, and the reference where it is none of them.
    columns: Vec<Column>,
    formats: Formats,
    provenance: String,
}

impl Book<'_> {
    /// The column that differences are taken against.
    fn reference(&self) -> &Column {
        // There is always one: see `columns`.
        self.columns.iter().find(|column| column.is_reference).unwrap_or(&self.columns[0])
    }

    fn text(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// The plan's years, the base year first.
    fn years(&self) -> impl Iterator<Item = u16> {
        self.plan.base_year..=self.plan.target_year()
    }
}

/// Writes the workbook. Values stand in the indicators' units, at full precision, with the decimals of the page shown.
///
/// # Errors
/// What a spreadsheet cannot hold, which no valid scenario brings about.
pub fn workbook(plan: &Plan, language: Language, contents: &Contents) -> Result<Vec<u8>, XlsxError> {
    let book = Book {
        plan,
        language,
        columns: columns(plan, language, contents),
        formats: Formats::new(language),
        provenance: words::provenance(&contents.date.to_string(), language),
    };
    let mut workbook = Workbook::new();
    let stamps: Vec<&str> = book.columns.iter().map(|column| column.stamp.as_str()).collect();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(plan.title.get(language))
            .set_author(labels::APP.get(language))
            .set_keywords(stamps.join(" "))
            .set_creation_datetime(&contents.date.time()),
    );
    summary::write(&book, &mut Sheet::add(&mut workbook, &book, words::SUMMARY)?)?;
    let places = trajectories::write(&book, &mut Sheet::add(&mut workbook, &book, words::TRAJECTORIES)?)?;
    charts::write(&book, &mut Sheet::add(&mut workbook, &book, words::CHARTS)?, &places)?;
    levers::write(&book, &mut Sheet::add(&mut workbook, &book, words::LEVERS)?)?;
    assumptions::write(&book, &mut Sheet::add(&mut workbook, &book, words::ASSUMPTIONS)?)?;
    milestones::write(&book, &mut Sheet::add(&mut workbook, &book, words::MILESTONES)?)?;
    if book.columns.iter().any(|column| column.bands.is_some()) {
        likelihood::write(&book, &mut Sheet::add(&mut workbook, &book, words::LIKELIHOOD)?)?;
    }
    workbook.save_to_buffer()
}
