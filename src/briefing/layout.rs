//! How the paragraphs are laid out: GB/T 9704-2012 for Chinese (22 lines of 28 characters on a page), plain for English.

use super::{Briefing, Kind};
use crate::text::Language;

/// The page and its margins (top, right, bottom, left), in millimetres: 版心 156 × 225.
pub const PAGE: (f64, f64) = (210.0, 297.0);
pub const MARGINS: [f64; 4] = [37.0, 26.0, 35.0, 28.0];

/// The text's width and height in points.
const WIDTH: f64 = 156.0 / 25.4 * 72.0;
const HEIGHT: f64 = 225.0 / 25.4 * 72.0;
/// Sizes of Chinese text that are tried, in points: the standard's 三号, then 小三 and 四号, so that the text stays on
/// its page.
const SIZES: [f64; 3] = [16.0, 15.0, 14.0];
/// The standard's distance of lines, of which 22 fill a page, and the least one as a part of the size.
const WIDEST_PITCH: f64 = 28.0;
const LEAST_PITCH: f64 = 1.3;
/// English text, in points.
const ENGLISH: Measures = Measures { size: 12.0, pitch: 17.0 };
/// Digits and letters are about half as wide as Chinese characters; a little more, since lines do not break anywhere.
const LATIN_WIDTH: f64 = 0.55;
const TITLE: f64 = 22.0;
/// The distance of the title's lines, in points.
pub const TITLE_PITCH: f64 = 28.0;
const ENGLISH_TITLE: f64 = 14.0;

/// The size of the text and the distance of its lines, in points.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Measures {
    pub size: f64,
    pub pitch: f64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    Justified,
    Centre,
    Right,
}

/// What a paragraph looks like.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Style {
    /// Whether what both scripts have, such as quotation marks, is Chinese.
    pub chinese: bool,
    /// The font of Chinese characters, and that of all others.
    pub east_asia: &'static str,
    pub latin: &'static str,
    /// Points.
    pub size: f64,
    pub bold: bool,
    pub align: Align,
    /// Characters before the first line, and right of all lines.
    pub first_line: usize,
    pub right: usize,
    /// Points below the paragraph.
    pub after: f64,
}

/// Of digits and letters in Chinese text, and of English text.
const LATIN: &str = "Times New Roman";

/// The looks of a kind of paragraph in a text of this size.
pub const fn style(kind: Kind, language: Language, size: f64) -> Style {
    let zh = matches!(language, Language::Zh);
    let body = Style {
        chinese: zh,
        east_asia: "仿宋",
        latin: LATIN,
        size,
        bold: false,
        align: Align::Justified,
        first_line: if zh { 2 } else { 0 },
        right: 0,
        after: if zh { 0.0 } else { 6.0 },
    };
    match kind {
        Kind::Title if zh => {
            Style { east_asia: "方正小标宋简体", size: TITLE, align: Align::Centre, first_line: 0, ..body }
        }
        Kind::Title => Style { size: ENGLISH_TITLE, bold: true, align: Align::Centre, ..body },
        Kind::Body | Kind::Note => body,
        Kind::Date => Style { align: Align::Right, first_line: 0, right: if zh { 4 } else { 0 }, ..body },
    }
}

/// The looks of the heading that a paragraph begins with.
pub const fn lead(language: Language, size: f64) -> Style {
    let body = style(Kind::Body, language, size);
    match language {
        Language::Zh => Style { east_asia: "黑体", ..body },
        Language::En => Style { bold: true, ..body },
    }
}

/// The largest measures with which the text stays on one page; the smallest there are where it does not.
pub fn measures(briefing: &Briefing) -> Measures {
    if briefing.language == Language::En {
        return ENGLISH;
    }
    let titles = briefing.paragraphs.iter().filter(|paragraph| paragraph.kind == Kind::Title).count();
    let rest = HEIGHT - titles as f64 * TITLE_PITCH;
    let fitting = SIZES.map(|size| Measures { size, pitch: rest / (lines(briefing, size) - titles) as f64 });
    let chosen = fitting.into_iter().find(|one| one.pitch >= LEAST_PITCH * one.size).unwrap_or(fitting[2]);
    let pitch = (chosen.pitch * 2.0).floor() / 2.0;
    Measures { pitch: pitch.clamp((LEAST_PITCH * chosen.size).floor(), WIDEST_PITCH), ..chosen }
}

/// How many lines a Chinese text takes, with an empty one after its title and one to spare: fonts differ.
pub fn lines(briefing: &Briefing, size: f64) -> usize {
    let width = |text: &str| text.chars().map(|letter| if letter.is_ascii() { LATIN_WIDTH } else { 1.0 }).sum::<f64>();
    let of = |paragraph: &super::Paragraph| {
        let style = style(paragraph.kind, briefing.language, size);
        let across = (WIDTH / style.size).floor();
        let whole = width(&paragraph.whole()) + style.first_line as f64;
        (whole / across).ceil().max(1.0) as usize
    };
    briefing.paragraphs.iter().map(of).sum::<usize>() + 2
}
