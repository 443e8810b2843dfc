//! A briefing as a Word document, laid out as official documents are: see [`layout`](crate::briefing::layout).
//!
//! The format's own parts are few for a text without tables and pictures, and are written here in the order that its
//! schema wants: readers differ in what they forgive.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::Date;
use crate::briefing::layout::{Align, MARGINS, Measures, PAGE, Style, TITLE_PITCH, lead, measures, style};
use crate::briefing::{Briefing, Kind, Paragraph};
use crate::text::Language;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The page's number: 四号, 7 mm below the text.
const FOOTER_SIZE: f64 = 14.0;
const BELOW_TEXT: f64 = 7.0;
const TOP_TO_HEADER: f64 = 15.0;
/// The fonts that are asked for, and their names in other languages.
const FONTS: [(&str, &str); 5] = [
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
    ("仿宋", "FangSong"),
    ("黑体", "SimHei"),
    ("宋体", "SimSun"),
    ("Times New Roman", "Times"),
];

/// Twentieths of a point, which documents measure in.
const fn twips(points: f64) -> i32 {
    (points * 20.0 + 0.5) as i32
}

const fn millimetres(length: f64) -> i32 {
    twips(length / 25.4 * 72.0)
}

/// Writes the document, as of a day.
///
/// # Errors
/// What an archive cannot hold, which no text brings about.
pub fn document(briefing: &Briefing, date: Date) -> Result<Vec<u8>, String> {
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties(briefing, date)),
        ("word/document.xml", body(briefing)),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/styles.xml", styles()),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", fonts()),
        ("word/footer1.xml", footer(briefing.language)),
    ];
    pack(&parts).map_err(|error| error.to_string())
}

fn pack(parts: &[(&str, String)]) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The parts of the document beside its body: name, relation, and content type.
const PARTS: [(&str, &str, &str); 4] = [
    ("styles", "styles", "styles"),
    ("settings", "settings", "settings"),
    ("fontTable", "fontTable", "fontTable"),
    ("footer1", "footer", "footer"),
];

fn content_types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let overrides = PARTS
        .iter()
        .map(|(name, _, kind)| format!(r#"<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>"#));
    let overrides: String = overrides.collect();
    format!(
        r#"{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{overrides}</Types>"#
    )
}

fn relations(relations: impl Iterator<Item = (String, &'static str)>) -> String {
    let one = |(place, (kind, target)): (usize, (String, &str))| {
        format!(r#"<Relationship Id="rId{}" Type="{kind}" Target="{target}"/>"#, place + 1)
    };
    let all: String = relations.enumerate().map(one).collect();
    format!(
        r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
    )
}

fn package_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(
        [(format!("{RELATIONSHIPS}/officeDocument"), "word/document.xml"), (core.to_owned(), "docProps/core.xml")]
            .into_iter(),
    )
}

/// In the order of [`PARTS`], so that the footer's is the last.
fn document_relations() -> String {
    const TARGETS: [&str; PARTS.len()] = ["styles.xml", "settings.xml", "fontTable.xml", "footer1.xml"];
    relations(PARTS.iter().zip(TARGETS).map(|((_, kind, _), target)| (format!("{RELATIONSHIPS}/{kind}"), target)))
}

fn properties(briefing: &Briefing, date: Date) -> String {
    let titles = briefing.paragraphs.iter().filter(|paragraph| paragraph.kind == Kind::Title);
    let title: String = titles.map(Paragraph::whole).collect();
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created></cp:coreProperties>"#,
        escaped(&title)
    )
}

fn styles() -> String {
    format!(
        r#"{HEAD}<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr>{}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>"#,
        letters(&Style { east_asia: "宋体", size: FOOTER_SIZE, ..style(Kind::Body, Language::Zh, FOOTER_SIZE) })
    )
}

fn settings() -> String {
    format!(
        r#"{HEAD}<w:settings {WORD}><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
    )
}

fn fonts() -> String {
    let one = |(name, other): (&str, &str)| format!(r#"<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>"#);
    let all: String = FONTS.into_iter().map(one).collect();
    format!("{HEAD}<w:fonts {WORD}>{all}</w:fonts>")
}

fn body(briefing: &Briefing) -> String {
    let measures = measures(briefing);
    let mut blocks = String::new();
    let mut before = None;
    for paragraph in &briefing.paragraphs {
        if before == Some(Kind::Title) && paragraph.kind != Kind::Title {
            blocks += &format!("<w:p><w:pPr>{}</w:pPr></w:p>", spacing(measures.pitch, 0.0));
        }
        before = Some(paragraph.kind);
        blocks += &block(paragraph, briefing.language, measures);
    }
    let [top, right, bottom, left] = MARGINS.map(millimetres);
    let (width, height) = (millimetres(PAGE.0), millimetres(PAGE.1));
    let header = millimetres(TOP_TO_HEADER);
    let below = bottom - millimetres(BELOW_TEXT) - twips(FOOTER_SIZE);
    let footer = PARTS.len();
    format!(
        r#"{HEAD}<w:document {WORD} xmlns:r="{RELATIONSHIPS}"><w:body>{blocks}<w:sectPr><w:footerReference w:type="default" r:id="rId{footer}"/><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{header}" w:footer="{below}" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    )
}

fn block(paragraph: &Paragraph, language: Language, Measures { size, pitch }: Measures) -> String {
    let look = style(paragraph.kind, language, size);
    let characters = |count: usize| twips(look.size * count as f64);
    let pitch = if paragraph.kind == Kind::Title { TITLE_PITCH } else { pitch };
    let align = match look.align {
        Align::Justified => "both",
        Align::Centre => "center",
        Align::Right => "right",
    };
    let start = match paragraph.lead.as_str() {
        "" => String::new(),
        text => run(text, &lead(language, size)),
    };
    format!(
        r#"<w:p><w:pPr>{}<w:ind w:right="{}" w:firstLine="{}"/><w:jc w:val="{align}"/></w:pPr>{start}{}</w:p>"#,
        spacing(pitch, look.after),
        characters(look.right),
        characters(look.first_line),
        run(&paragraph.text, &look)
    )
}

/// Lines at an exact distance, and what stands between paragraphs. Numbers stand in Chinese text without spaces around
/// them, so that a line has as many characters as the standard says.
fn spacing(pitch: f64, after: f64) -> String {
    let (line, after) = (twips(pitch), twips(after));
    format!(
        r#"<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:before="0" w:after="{after}" w:line="{line}" w:lineRule="exact"/>"#
    )
}

fn run(text: &str, look: &Style) -> String {
    format!(r#"<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#, letters(look), escaped(text))
}

fn letters(look: &Style) -> String {
    let Style { east_asia, latin, size, bold, .. } = look;
    let half_points = (size * 2.0 + 0.5) as u32;
    let bold = if *bold { "<w:b/><w:bCs/>" } else { "" };
    // Without the hint, quotation marks are taken for Latin ones.
    let hint = if look.chinese { r#" w:hint="eastAsia""# } else { "" };
    format!(
        r#"<w:rFonts{hint} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asia}" w:cs="{latin}"/>{bold}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#
    )
}

/// The page's number; official documents set it between dashes.
fn footer(language: Language) -> String {
    let dash = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#);
    let (before, after) = match language {
        Language::Zh => (dash("— "), dash(" —")),
        Language::En => (String::new(), String::new()),
    };
    format!(
        r#"{HEAD}<w:ftr {WORD}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{before}<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>{after}</w:p></w:ftr>"#
    )
}

/// A text as XML has it, without the characters that it cannot have.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}
