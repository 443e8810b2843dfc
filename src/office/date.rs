//! The day a workbook is written, handed in: nothing here has a clock.

use std::fmt;

use rust_xlsxwriter::ExcelDateTime;

/// A day that a spreadsheet can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` where there is no such day, or none from 1900 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        ExcelDateTime::from_ymd(year, month, day).ok().filter(|_| year >= 1900).map(|_| Date { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, the beginning of what a browser's clock writes.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    pub(super) fn time(self) -> ExcelDateTime {
        // A date that was made is one.
        ExcelDateTime::from_ymd(self.year, self.month, self.day).unwrap_or_default()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_that_there_are() {
        let date = Date::parse("2024-02-29").unwrap();
        assert_eq!(date.to_string(), "2024-02-29");
        for text in
            ["2023-02-29", "2024-13-01", "2024-1-01", "1899-12-31", "2024-02-29T10:00", "2024-02", "+024-02-02", ""]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
