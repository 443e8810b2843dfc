//! A briefing as a Word document, laid out as official documents are: see [`layout`](crate::briefing::layout).

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Footer, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph as Block, Run, RunFonts,
    SpecialIndentType,
};

use super::Date;
use crate::briefing::layout::{Align, MARGINS, Measures, PAGE, Style, lead, measures, style};
use crate::briefing::{Briefing, Kind, Paragraph};
use crate::text::Language;

/// Twentieths of a point, which documents measure in.
const fn twips(points: f64) -> i32 {
    (points * 20.0 + 0.5) as i32
}

const fn millimetres(length: f64) -> i32 {
    twips(length / 25.4 * 72.0)
}

/// The footer's text: 四号 between dashes, 7 mm below the text.
const FOOTER_SIZE: f64 = 14.0;
const BELOW_TEXT: f64 = 7.0;
const TOP_TO_HEADER: f64 = 15.0;

/// Writes the document, as of a day.
///
/// # Errors
/// What an archive cannot hold, which no text brings about.
pub fn document(briefing: &Briefing, date: Date) -> Result<Vec<u8>, String> {
    let measures = measures(briefing);
    let [top, right, bottom, left] = MARGINS.map(millimetres);
    let margin = PageMargin::new()
        .top(top)
        .right(right)
        .bottom(bottom)
        .left(left)
        .header(millimetres(TOP_TO_HEADER))
        .footer(bottom - millimetres(BELOW_TEXT) - twips(FOOTER_SIZE));
    let time = format!("{date}T00:00:00Z");
    let mut docx = Docx::new()
        .created_at(&time)
        .updated_at(&time)
        .page_size(millimetres(PAGE.0) as u32, millimetres(PAGE.1) as u32)
        .page_margin(margin)
        .default_fonts(fonts("宋体", "Times New Roman"))
        .default_size(half_points(FOOTER_SIZE))
        .footer(footer(briefing.language));
    let mut before = None;
    for paragraph in &briefing.paragraphs {
        if before == Some(Kind::Title) && paragraph.kind != Kind::Title {
            docx = docx.add_paragraph(spaced(Block::new(), measures.pitch));
        }
        before = Some(paragraph.kind);
        docx = docx.add_paragraph(block(paragraph, briefing.language, measures));
    }
    let mut file = Cursor::new(Vec::new());
    docx.pack(&mut file).map_err(|error| error.to_string())?;
    Ok(file.into_inner())
}

fn block(paragraph: &Paragraph, language: Language, Measures { size, pitch }: Measures) -> Block {
    let look = style(paragraph.kind, language, size);
    let characters = |count: usize| twips(look.size * count as f64);
    let first_line = (look.first_line > 0).then(|| SpecialIndentType::FirstLine(characters(look.first_line)));
    let pitch = if paragraph.kind == Kind::Title { pitch.max(look.size * 1.25) } else { pitch };
    let mut block = spaced(Block::new(), pitch)
        .align(match look.align {
            Align::Justified => AlignmentType::Both,
            Align::Centre => AlignmentType::Center,
            Align::Right => AlignmentType::Right,
        })
        .indent(None, first_line, Some(characters(look.right)), None);
    if !paragraph.lead.is_empty() {
        block = block.add_run(run(&paragraph.lead, &lead(language, size)));
    }
    block.add_run(run(&paragraph.text, &look))
}

/// With lines at an exact distance, and nothing between paragraphs.
fn spaced(block: Block, pitch: f64) -> Block {
    block.line_spacing(LineSpacing::new().before(0).after(0).line_rule(LineSpacingType::Exact).line(twips(pitch)))
}

fn run(text: &str, look: &Style) -> Run {
    // What no XML can hold.
    let text: String =
        text.chars().filter(|letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')).collect();
    let run = Run::new().add_text(text).size(half_points(look.size)).fonts(fonts(look.east_asia, look.latin));
    if look.bold { run.bold() } else { run }
}

fn fonts(east_asia: &str, latin: &str) -> RunFonts {
    RunFonts::new().ascii(latin).hi_ansi(latin).cs(latin).east_asia(east_asia)
}

const fn half_points(points: f64) -> usize {
    (points * 2.0 + 0.5) as usize
}

/// The page's number; official documents set it between dashes.
fn footer(language: Language) -> Footer {
    let dash = |text: &str| Run::new().add_text(text);
    let number = match language {
        Language::Zh => Block::new().add_run(dash("— ")).add_page_num(PageNum::new()).add_run(dash(" —")),
        Language::En => Block::new().add_page_num(PageNum::new()),
    };
    Footer::new().add_paragraph(number.align(AlignmentType::Center))
}
