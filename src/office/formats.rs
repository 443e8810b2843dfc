//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::text::Language;

/// The ink, the quiet ink, the accent and the hairline of the page's print theme.
const INK: u32 = 0x15191c;
const MUTED: u32 = 0x4a545b;
const ACCENT: u32 = 0x0f4f70;
const HAIRLINE: u32 = 0xaab2b8;

/// The formats of cells that are not numbers, and what those of numbers are made from.
pub struct Formats {
    pub title: Format,
    pub muted: Format,
    pub head: Format,
    /// A head over numbers.
    pub head_right: Format,
    /// The stamp under a scenario's name.
    pub stamp: Format,
    pub section: Format,
    pub text: Format,
    pub wrapped: Format,
    /// The letter of a grade, clear of the number before it.
    pub grade: Format,
    /// A word in a column of numbers.
    pub word: Format,
    number: Format,
}

impl Formats {
    pub fn new(language: Language) -> Self {
        // A font that the readers' machines have; others substitute their own.
        let font = match language {
            Language::Zh => "Microsoft YaHei",
            Language::En => "Calibri",
        };
        let base = Format::new().set_font_name(font).set_font_size(10).set_font_color(INK).set_align(FormatAlign::Top);
        let head = base.clone().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        let head = head.set_border_bottom_color(HAIRLINE).set_align(FormatAlign::Bottom);
        let right = |format: &Format| format.clone().set_align(FormatAlign::Right);
        Formats {
            title: base.clone().set_bold().set_font_size(14),
            muted: base.clone().set_font_color(MUTED),
            stamp: right(&base).set_font_color(MUTED).set_font_size(8),
            section: base.clone().set_bold().set_font_color(ACCENT),
            head_right: right(&head),
            head,
            grade: base.clone().set_align(FormatAlign::Center),
            wrapped: base.clone().set_text_wrap(),
            word: right(&base),
            number: base.clone(),
            text: base,
        }
    }

    /// A number with so many decimals.
    pub fn number(&self, decimals: usize) -> Format {
        self.number.clone().set_num_format(digits(decimals))
    }

    /// A change: with its sign, zero without one.
    pub fn signed(&self, decimals: usize) -> Format {
        let digits = digits(decimals);
        self.number.clone().set_num_format(format!("+{digits};-{digits};{digits}"))
    }

    /// A fraction in per cent, with so many decimals.
    pub fn percent(&self, decimals: usize) -> Format {
        self.number.clone().set_num_format(format!("{}%", digits(decimals)))
    }
}

/// The same format where the user changed what it shows.
pub fn changed(format: &Format) -> Format {
    format.clone().set_bold().set_font_color(ACCENT)
}

fn digits(decimals: usize) -> String {
    if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) }
}
