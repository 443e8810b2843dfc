//! One sheet while it is written, row by row.

use rust_xlsxwriter::{Chart, Format, Workbook, Worksheet, XlsxError};

use super::Book;
use crate::text::Text;

/// The number that spreadsheets have for A4.
const A4: u8 = 9;
/// The row of heads: title and provenance stand above.
const HEAD: u32 = 2;

/// A sheet and the row that is written next.
pub struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    book: &'a Book<'a>,
    row: u32,
    /// In digits, by column.
    widths: Vec<u16>,
    /// How many lines the row takes.
    lines: usize,
}

/// The height of a line and of the title, in points. Not every program fits rows to their text by itself.
const LINE: f64 = 15.0;
const TITLE: f64 = 24.0;

impl<'a> Sheet<'a> {
    /// Adds a sheet with its title, where it comes from, and the set-up of its print.
    pub fn add(workbook: &'a mut Workbook, book: &'a Book<'a>, name: Text) -> Result<Self, XlsxError> {
        let sheet = workbook.add_worksheet().set_name(book.text(name))?;
        let title = format!("{} · {}", book.text(book.plan.title), book.text(name));
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3);
        sheet.set_footer(format!("&L{}&R&P / &N", book.provenance));
        sheet.set_screen_gridlines(false);
        sheet.write_string_with_format(0, 0, title, &book.formats.title)?;
        sheet.write_string_with_format(1, 0, &book.provenance, &book.formats.muted)?;
        sheet.set_row_height(0, TITLE)?;
        Ok(Sheet { sheet, book, row: HEAD, widths: Vec::new(), lines: 1 })
    }

    /// The row that is written next.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// Goes on to the next row.
    pub fn next(&mut self) -> Result<(), XlsxError> {
        if self.lines > 1 {
            self.sheet.set_row_height(self.row, LINE * self.lines as f64)?;
        }
        self.lines = 1;
        self.row += 1;
        Ok(())
    }

    /// The widths of the columns from the first on, in digits.
    pub fn widths(&mut self, widths: impl IntoIterator<Item = u16>) -> Result<(), XlsxError> {
        self.widths = widths.into_iter().collect();
        (0..).zip(&self.widths).try_for_each(|(column, &width)| self.sheet.set_column_width(column, width).map(|_| ()))
    }

    /// Keeps the rows written so far and the first columns in sight, and repeats the heads on every printed page.
    pub fn freeze(&mut self, columns: u16) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(self.row, columns)?;
        self.sheet.set_repeat_rows(HEAD, self.row.max(HEAD + 1) - 1)?;
        Ok(())
    }

    pub fn text(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        // Two characters that no XML can hold.
        let text = text.replace(['\u{fffe}', '\u{ffff}'], "");
        if !text.is_empty() {
            self.sheet.write_string_with_format(self.row, column, text, format)?;
        }
        Ok(())
    }

    /// A text in as many lines as its column's width makes of it.
    pub fn wrapped(&mut self, column: u16, text: &str) -> Result<(), XlsxError> {
        let width = self.widths.get(usize::from(column)).map_or(1, |&width| usize::from(width).max(1));
        // Chinese characters are as wide as two digits.
        let digits = |line: &str| line.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>();
        let lines = text.lines().map(|line| digits(line).div_ceil(width).max(1)).sum();
        self.lines = self.lines.max(lines);
        self.text(column, text, &self.book.formats.wrapped)
    }

    /// A number; an empty cell where it is none that a spreadsheet knows.
    pub fn number(&mut self, column: u16, value: f64, format: &Format) -> Result<(), XlsxError> {
        if value.is_finite() {
            // Plus zero: a minus zero would be written with its sign.
            self.sheet.write_number_with_format(self.row, column, value + 0.0, format)?;
        } else {
            self.sheet.write_blank(self.row, column, format)?;
        }
        Ok(())
    }

    /// Heads over texts, side by side from a column on; then the next column.
    pub fn heads(&mut self, from: u16, heads: &[Text]) -> Result<u16, XlsxError> {
        let book = self.book;
        for (column, &head) in (from..).zip(heads) {
            self.text(column, book.text(head), &book.formats.head)?;
        }
        Ok(from + heads.len() as u16)
    }

    /// The years as heads over numbers, from a column on.
    pub fn year_heads(&mut self, from: u16, years: impl Iterator<Item = u16>) -> Result<(), XlsxError> {
        let format = &self.book.formats.head_right;
        (from..).zip(years).try_for_each(|(column, year)| self.text(column, &year.to_string(), format))
    }

    /// The scenarios' names as heads over numbers from a column on, and their stamps in the row below, where it goes on.
    pub fn scenario_heads(&mut self, from: u16) -> Result<(), XlsxError> {
        let book = self.book;
        for (column, scenario) in (from..).zip(&book.columns) {
            self.text(column, &scenario.name, &book.formats.head_right)?;
        }
        self.next()?;
        self.text(0, book.text(crate::catalogue::office::STAMP), &book.formats.muted)?;
        for (column, scenario) in (from..).zip(&book.columns) {
            self.text(column, &scenario.stamp, &book.formats.stamp)?;
        }
        self.next()?;
        Ok(())
    }

    /// A heading in a row of its own, after an empty one.
    pub fn section(&mut self, heading: &str) -> Result<(), XlsxError> {
        self.next()?;
        self.text(0, heading, &self.book.formats.section)?;
        self.next()?;
        Ok(())
    }

    /// A chart whose top left corner is that of a cell.
    pub fn chart(&mut self, row: u32, column: u16, chart: &Chart) -> Result<(), XlsxError> {
        self.sheet.insert_chart(row, column, chart).map(|_| ())
    }

    /// Prints at a fixed scale, in per cent, with a new page before a row.
    pub fn pages(&mut self, scale: u16, row: u32) -> Result<(), XlsxError> {
        self.sheet.set_print_scale(scale).set_page_breaks(&[row]).map(|_| ())
    }
}
