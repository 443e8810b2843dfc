//! What Excel and WPS are strict about: parts, names, order of elements, indices, and no formula anywhere.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use tuiyan::catalogue::office as words;
use tuiyan::text::Language;
use zip::ZipArchive;

use super::support::{HOSTILE, drafts, names, stamp, trend, whole, write};

/// The elements of a worksheet, in the order that its schema wants.
const WORKSHEET: [&str; 18] = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetProtection",
    "autoFilter",
    "mergeCells",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "drawing",
];

/// Every part with its text.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|i| {
            let mut file = archive.by_index(i).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// One part's text.
pub fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name}")).1
}

fn children<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

fn all<'a>(document: &'a Document, tag: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.tag_name().name() == tag).collect()
}

/// `B7` as column and row, from 1.
fn reference(text: &str) -> (u32, u32) {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let column = text[..letters].bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    (column, text[letters..].parse().unwrap())
}

#[test]
fn parts_are_whole_named_once_and_declared() {
    assert_is_package(&whole(Language::Zh));
}

/// The parts of a file are whole, declared, named once, and related to others that are there.
pub fn assert_is_package(bytes: &[u8]) {
    // An archive of the plain kind: some readers know no other.
    assert!(!bytes.windows(4).any(|window| window == b"PK\x06\x06"));
    let parts = parts(bytes);
    let names: HashSet<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), parts.len());
    for (name, text) in &parts {
        assert!(Document::parse(text).is_ok(), "{name}");
    }
    assert_eq!(parts[0].0, "[Content_Types].xml");
    let types = Document::parse(&parts[0].1).unwrap();
    let declared: HashSet<&str> =
        all(&types, "Override").iter().filter_map(|node| node.attribute("PartName")?.strip_prefix('/')).collect();
    let extensions: HashSet<&str> =
        all(&types, "Default").iter().filter_map(|node| node.attribute("Extension")).collect();
    for name in &names {
        let by_extension =
            name.rsplit('.').next().is_some_and(|extension| extension == "rels" && extensions.contains(extension));
        assert!(declared.contains(name) || by_extension || *name == "[Content_Types].xml", "{name}");
    }
    assert!(declared.iter().all(|name| names.contains(name)), "{declared:?}");
    // Relations lead to parts that are there.
    for (name, text) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
        let base = name.split("_rels/").next().unwrap_or_default();
        let relations = Document::parse(text).unwrap();
        let mut ids = HashSet::new();
        for relation in all(&relations, "Relationship") {
            assert!(ids.insert(relation.attribute("Id").unwrap()), "{name}");
            let mut path: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
            for step in relation.attribute("Target").unwrap().split('/') {
                if step == ".." {
                    path.pop();
                } else {
                    path.push(step);
                }
            }
            assert!(names.contains(path.join("/").as_str()), "{name}: {path:?}");
        }
    }
}

#[test]
fn sheet_names_are_valid_in_both_languages() {
    for language in [Language::Zh, Language::En] {
        let workbook = part(&whole(language), "xl/workbook.xml");
        let workbook = Document::parse(&workbook).unwrap();
        let names: Vec<&str> = all(&workbook, "sheet").iter().filter_map(|sheet| sheet.attribute("name")).collect();
        let expected = [
            words::SUMMARY,
            words::TRAJECTORIES,
            words::CHARTS,
            words::LEVERS,
            words::ASSUMPTIONS,
            words::MILESTONES,
            words::LIKELIHOOD,
        ];
        assert_eq!(names, expected.map(|name| name.get(language)));
        for name in &names {
            assert!(
                name.encode_utf16().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']),
                "{name}"
            );
            assert!(
                !name.starts_with('\'') && !name.ends_with('\'') && !name.eq_ignore_ascii_case("history"),
                "{name}"
            );
        }
    }
}

#[test]
fn worksheets_keep_to_their_schema() {
    let bytes = whole(Language::En);
    let parts = parts(&bytes);
    let styles = part(&bytes, "xl/styles.xml");
    let styles = Document::parse(&styles).unwrap();
    let formats = children(all(&styles, "cellXfs")[0]).count();
    let strings = part(&bytes, "xl/sharedStrings.xml");
    let strings = Document::parse(&strings).unwrap();
    let strings = all(&strings, "si").len();
    let mut sheets = 0;
    for (name, text) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        sheets += 1;
        let sheet = Document::parse(text).unwrap();
        let places: Vec<usize> = children(sheet.root_element())
            .map(|node| {
                let tag = node.tag_name().name();
                WORKSHEET.iter().position(|known| *known == tag).unwrap_or_else(|| panic!("{name}: {tag}"))
            })
            .collect();
        assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{name}: {places:?}");
        let (mut last, mut right, mut bottom) = (0, 0, 0);
        for row in all(&sheet, "row") {
            let number: u32 = row.attribute("r").unwrap().parse().unwrap();
            assert!(number > last, "{name}: row {number}");
            last = number;
            let mut before = 0;
            for cell in children(row) {
                let (column, in_row) = reference(cell.attribute("r").unwrap());
                assert!(column > before && in_row == number, "{name}: {cell:?}");
                before = column;
                (right, bottom) = (right.max(column), number);
                let style = cell.attribute("s").map_or(0, |style| style.parse::<usize>().unwrap());
                assert!(style < formats, "{name}: style {style}");
                let value = children(cell).find(|node| node.tag_name().name() == "v").and_then(|node| node.text());
                match (cell.attribute("t"), value) {
                    (Some("s"), Some(index)) => assert!(index.parse::<usize>().unwrap() < strings),
                    (None, Some(number)) => assert!(number.parse::<f64>().unwrap().is_finite(), "{name}: {number}"),
                    (None, None) => {}
                    other => panic!("{name}: {other:?}"),
                }
            }
        }
        let dimension = all(&sheet, "dimension")[0].attribute("ref").unwrap();
        assert_eq!(reference(dimension.split(':').next_back().unwrap()), (right, bottom), "{name}");
        let page = all(&sheet, "pageSetup")[0];
        assert_eq!((page.attribute("paperSize"), page.attribute("orientation")), (Some("9"), Some("landscape")));
        assert_eq!(all(&sheet, "pane")[0].attribute("state"), Some("frozen"));
    }
    assert_eq!(sheets, 7);
}

#[test]
fn nothing_is_a_formula() {
    for language in [Language::Zh, Language::En] {
        let bytes = whole(language);
        for (name, text) in parts(&bytes) {
            let document = Document::parse(&text).unwrap();
            let formulas = all(&document, "f");
            if name.starts_with("xl/charts/") {
                // Where its numbers and names stand: cells of the sheet of trajectories alone.
                let sheet = match language {
                    Language::Zh => "轨迹!$",
                    Language::En => "Trajectories!$",
                };
                for formula in formulas {
                    let text = formula.text().unwrap_or_default().replace('\'', "");
                    assert!(text.starts_with(sheet), "{name}: {text}");
                }
            } else {
                assert!(formulas.is_empty(), "{name}");
            }
            assert!(!name.contains("externalLink") && !name.contains("vba"), "{name}");
        }
        let strings = part(&bytes, "xl/sharedStrings.xml");
        let strings = Document::parse(&strings).unwrap();
        let texts: Vec<&str> = all(&strings, "t").iter().filter_map(|node| node.text()).collect();
        for hostile in &HOSTILE[..3] {
            assert!(texts.contains(hostile), "{hostile}");
        }
        // A spreadsheet reads `_x0041_` as A: the underscore is written as such a code itself.
        assert!(texts.contains(&"_x005F_x0041_"), "{texts:?}");
    }
}

#[test]
fn every_indicator_has_a_chart_of_every_scenario() {
    let bytes = whole(Language::Zh);
    let charts: Vec<(String, String)> =
        parts(&bytes).into_iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).collect();
    assert_eq!(charts.len(), 11);
    let names = names(Language::Zh);
    for (name, text) in &charts {
        let chart = Document::parse(text).unwrap();
        assert_eq!(all(&chart, "lineChart").len(), 1, "{name}");
        // Five scenarios and the target; one scenario has a digital target of its own.
        let series = all(&chart, "ser").len();
        assert!(series == 6 || series == 7, "{name}: {series}");
        let texts: Vec<&str> = all(&chart, "v").iter().filter_map(|node| node.text()).collect();
        assert!(names.iter().all(|scenario| texts.contains(&scenario.as_str())), "{name}: {texts:?}");
        assert!(texts.contains(&words::TARGET.zh), "{name}: {texts:?}");
    }
}

#[test]
fn every_sheet_has_every_stamp_and_the_date() {
    let bytes = whole(Language::En);
    let strings = part(&bytes, "xl/sharedStrings.xml");
    let strings = Document::parse(&strings).unwrap();
    let texts: Vec<String> = all(&strings, "si")
        .iter()
        .map(|item| item.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect())
        .collect();
    for (name, sheet) in parts(&bytes).iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        let sheet = Document::parse(sheet).unwrap();
        let shown: Vec<&str> = all(&sheet, "c")
            .iter()
            .filter(|cell| cell.attribute("t") == Some("s"))
            .filter_map(|cell| Some(texts[cell.first_element_child()?.text()?.parse::<usize>().ok()?].as_str()))
            .collect();
        for draft in drafts().iter().chain([&trend()]) {
            assert!(shown.contains(&stamp(draft).as_str()), "{name}");
        }
        assert!(shown.iter().any(|text| text.contains("2026-03-01")), "{name}");
    }
    assert!(part(&bytes, "docProps/core.xml").contains("2026-03-01T00:00:00Z"));
}

#[test]
fn the_same_scenarios_give_the_same_bytes() {
    let (drafts, trend) = (drafts(), trend());
    assert_eq!(write(&drafts, &trend, &[], Language::Zh), write(&drafts, &trend, &[], Language::Zh));
}
