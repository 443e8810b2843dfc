//! Briefings as documents: what Word is strict about, and the text as another program reads it.

use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};
use tuiyan::briefing::layout::measures;
use tuiyan::briefing::{Briefing, Kind, Paragraph};
use tuiyan::office::document;
use tuiyan::text::Language;

use super::format::{assert_is_package, part};
use super::libreoffice::convert;
use super::support::{HOSTILE, date};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The children of paragraph and run properties and of a section, in the order that their schemas want.
const PARAGRAPH: [&str; 7] = ["pStyle", "autoSpaceDE", "autoSpaceDN", "spacing", "ind", "jc", "rPr"];
const RUN: [&str; 7] = ["rFonts", "b", "bCs", "i", "sz", "szCs", "lang"];
const SECTION: [&str; 8] =
    ["headerReference", "footerReference", "type", "pgSz", "pgMar", "cols", "titlePg", "docGrid"];

fn paragraph(kind: Kind, lead: &str, text: &str) -> Paragraph {
    Paragraph { kind, lead: lead.to_owned(), text: text.to_owned() }
}

/// A text with every kind of paragraph, and with what a user may have called the scenario.
fn briefing(language: Language) -> Briefing {
    let hostile = HOSTILE.join(" ");
    let paragraphs = vec![
        paragraph(Kind::Title, "", "兰州新区“十四五”科技创新规划"),
        paragraph(Kind::Title, "", "主要指标推演情况汇报"),
        paragraph(Kind::Body, "", &format!("按“{hostile}”情景推演，预计4项达标。")),
        paragraph(Kind::Body, "一、达标情况。", "研发投入占GDP比重4.22%。"),
        paragraph(Kind::Date, "", "2026年11月25日"),
        paragraph(Kind::Note, "", "（推演模型第2版，校验码2-sfzsj9jr-4avkp53t）"),
    ];
    Briefing { language, paragraphs }
}

fn elements<'a>(node: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(Node::is_element)
}

fn all<'a>(document: &'a Document, tag: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_tag_name((WORD, tag))).collect()
}

fn value<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    node.attribute((WORD, name)).unwrap_or_else(|| panic!("{node:?} has no {name}"))
}

/// The elements of a properties' element stand in the order of its schema.
fn assert_in_order(node: Node, order: &[&str]) {
    let places: Vec<usize> = elements(node)
        .map(|child| {
            let tag = child.tag_name().name();
            order.iter().position(|known| *known == tag).unwrap_or_else(|| panic!("{node:?}: {tag}"))
        })
        .collect();
    assert!(places.windows(2).all(|pair| pair[0] <= pair[1]), "{node:?}: {places:?}");
}

#[test]
fn parts_are_whole_named_once_and_declared() {
    assert_is_package(&document(&briefing(Language::Zh), date()).unwrap());
}

#[test]
fn elements_keep_to_their_schema() {
    for language in [Language::Zh, Language::En] {
        let bytes = document(&briefing(language), date()).unwrap();
        for name in ["word/document.xml", "word/styles.xml", "word/footer1.xml"] {
            let text = part(&bytes, name);
            let xml = Document::parse(&text).unwrap();
            all(&xml, "pPr").into_iter().for_each(|node| assert_in_order(node, &PARAGRAPH));
            all(&xml, "rPr").into_iter().for_each(|node| assert_in_order(node, &RUN));
            for paragraph in all(&xml, "p") {
                let first = elements(paragraph).position(|child| child.tag_name().name() == "pPr");
                assert!(first.is_none_or(|place| place == 0), "{name}: properties come first");
            }
        }
        let text = part(&bytes, "word/document.xml");
        let xml = Document::parse(&text).unwrap();
        let [section] = all(&xml, "sectPr")[..] else { panic!("one section") };
        assert_in_order(section, &SECTION);
        assert_eq!(section.next_sibling_element(), None, "the section ends the body");
    }
}

#[test]
fn the_page_is_that_of_official_documents() {
    let briefing = briefing(Language::Zh);
    let text = part(&document(&briefing, date()).unwrap(), "word/document.xml");
    let xml = Document::parse(&text).unwrap();
    let [size] = all(&xml, "pgSz")[..] else { panic!("one page size") };
    assert_eq!((value(size, "w"), value(size, "h")), ("11906", "16838"));
    let [margin] = all(&xml, "pgMar")[..] else { panic!("one set of margins") };
    // 37, 26, 35 and 28 mm.
    assert_eq!(["top", "right", "bottom", "left"].map(|side| value(margin, side)), ["2098", "1474", "1984", "1587"]);

    let paragraphs = all(&xml, "p");
    // An empty line follows the title.
    assert_eq!(paragraphs.len(), briefing.paragraphs.len() + 1);
    let runs = all(&xml, "r");
    let look = |text: &str| {
        let run = runs.iter().find(|run| run.descendants().any(|node| node.text() == Some(text)));
        let properties = run.unwrap_or_else(|| panic!("{text} is a run")).first_element_child().unwrap();
        let find = |tag: &str| elements(properties).find(|node| node.has_tag_name((WORD, tag))).unwrap();
        (value(find("rFonts"), "eastAsia"), value(find("rFonts"), "ascii"), value(find("sz"), "val"))
    };
    let body = format!("{}", measures(&briefing).size * 2.0);
    assert_eq!(look("主要指标推演情况汇报"), ("方正小标宋简体", "Times New Roman", "44"));
    assert_eq!(look("一、达标情况。"), ("黑体", "Times New Roman", body.as_str()));
    assert_eq!(look("研发投入占GDP比重4.22%。"), ("仿宋", "Times New Roman", body.as_str()));
    for spacing in all(&xml, "spacing") {
        assert_eq!(value(spacing, "lineRule"), "exact");
    }
    let lines: Vec<&str> = all(&xml, "spacing").iter().map(|spacing| value(*spacing, "line")).collect();
    assert!(lines.iter().all(|line| *line == "560"), "28 pt: {lines:?}");
}

#[test]
fn libreoffice_reads_the_text_back() {
    for language in [Language::Zh, Language::En] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("document-{}", language.code()));
        // What an earlier run left there.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("briefing.docx");
        let briefing = briefing(language);
        fs::write(&file, document(&briefing, date()).unwrap()).unwrap();
        if !convert(&file, "txt:Text (encoded):UTF8") {
            return;
        }
        let text = fs::read_to_string(folder.join("briefing.txt")).unwrap();
        let read: Vec<&str> = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.is_empty()).collect();
        let written: Vec<String> =
            briefing.paragraphs.iter().map(|one| one.whole().replace(['\u{fffe}', '\u{ffff}'], "")).collect();
        assert_eq!(read, written);
        assert!(convert(&file, "pdf"));
    }
}
