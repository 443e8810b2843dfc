//! Numbers as people type them.

use crate::text::decimal::parse_decimal;

/// Why a typed number was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryProblem {
    Empty,
    /// A comma, which some read as a decimal point and others as a separator of thousands.
    Comma,
    /// Not a number at all.
    NotANumber,
    /// A number too large for any field.
    TooLarge,
}

/// Reads a typed number: full-width digits, points and signs count as their narrow forms, and a per cent sign may
/// follow. Commas are refused, since they are read in two ways.
pub fn parse_entry(text: &str) -> Result<f64, EntryProblem> {
    let narrow: String = text.trim().chars().map(narrow).collect();
    let number = narrow.strip_suffix('%').unwrap_or(&narrow).trim_end();
    if number.is_empty() {
        return Err(EntryProblem::Empty);
    }
    if number.contains([',', '、']) {
        return Err(EntryProblem::Comma);
    }
    match parse_decimal(number) {
        Some(value) if value.is_finite() => Ok(value),
        Some(_) => Err(EntryProblem::TooLarge),
        None => Err(EntryProblem::NotANumber),
    }
}

/// The narrow form of a full-width character, and the ASCII form of a minus sign.
fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '。' => '.',
        '−' | '–' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (text, value) in [
            ("16.4837", 16.4837),
            (" 12 ", 12.0),
            ("１２．５", 12.5),
            ("１２。５", 12.5),
            ("－３", -3.0),
            ("−3", -3.0),
            ("+4", 4.0),
            ("15 %", 15.0),
            ("１５％", 15.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("1e1", 10.0),
        ] {
            assert_eq!(parse_entry(text), Ok(value), "{text}");
        }
        assert_eq!(parse_entry("-0").map(f64::to_bits), Ok(0.0f64.to_bits()));
    }

    #[test]
    fn says_why_not() {
        for (text, problem) in [
            ("", EntryProblem::Empty),
            ("\u{3000}", EntryProblem::Empty),
            ("12，5", EntryProblem::Comma),
            ("1,200", EntryProblem::Comma),
            ("1e999", EntryProblem::TooLarge),
            ("NaN", EntryProblem::NotANumber),
            ("inf", EntryProblem::NotANumber),
            ("abc", EntryProblem::NotANumber),
            ("十二", EntryProblem::NotANumber),
            ("1 2", EntryProblem::NotANumber),
            ("--1", EntryProblem::NotANumber),
            ("-", EntryProblem::NotANumber),
            (".", EntryProblem::NotANumber),
        ] {
            assert_eq!(parse_entry(text), Err(problem), "{text}");
        }
    }
}
