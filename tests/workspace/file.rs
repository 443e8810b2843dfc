//! Files: to and fro, one of each version, and whatever else people open.

use std::rc::Rc;

use proptest::prelude::*;
use tuiyan::catalogue::files::file_error;
use tuiyan::plan::{CoefficientId, IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::file::{Expected, FILE_VERSION, File, FileProblem, LARGEST_FILE, read_file, write_file};
use tuiyan::workspace::{Agreement, Draft, Input, MOST_READ, Picture, Reference, Scene, merged};

use crate::support::{any_draft, any_scene, cases, preset};

fn read(text: &str) -> Result<File, (String, FileProblem)> {
    read_file(&LANZHOU, text.as_bytes()).map_err(|error| (error.place, error.problem))
}

/// A file of three drafts, with all there is to write.
fn drafts() -> Vec<Rc<Draft>> {
    let mut plan = preset(PresetId::Plan);
    plan.rename("规划 \"上限\"").unwrap();
    plan.annotate("第一行\n第二行").unwrap();
    plan.set_note(Input::Lever(LeverId::GdpGrowth), "省统计局 2021").unwrap();
    plan.set_note(Input::Coefficient(CoefficientId::CrowdIn), "\\ 判断").unwrap();
    let scenario = Rc::make_mut(&mut plan.scenario);
    scenario.set_lever_years(&LANZHOU, LeverId::HnteEntry, &[20.0, 21.0, 22.0, 23.0, 24.123456789012345]).unwrap();
    scenario.set_coefficient(&LANZHOU, CoefficientId::RdDepreciation, 0.12).unwrap();
    let trend = preset(PresetId::Trend);
    let middle = merged(&LANZHOU, &[&plan, &trend]).unwrap();
    vec![Rc::new(plan), Rc::new(trend), Rc::new(middle)]
}

/// A script on them.
fn script() -> Vec<Scene<usize>> {
    let mut moves = Scene::new(Reference::Scenario(1), Picture::Draws, IndicatorId::I5);
    moves.beside = Some(Reference::Scenario(0));
    moves.set_move(&LANZHOU, LeverId::HnteEntry, &[21.0, 22.0, 23.0, 24.0, 25.123456789012345]).unwrap();
    moves.set_caption("差距 \"在哪里\"").unwrap();
    moves.set_note("第一行\n第二行").unwrap();
    vec![Scene::new(Reference::Preset(PresetId::Plan), Picture::Scoreboard, IndicatorId::I1), moves]
}

/// The file of [`drafts`] and [`script`] with a part replaced, which must be there.
fn spoilt(part: &str, by: &str) -> String {
    let text = write_file(&LANZHOU, &drafts(), &script());
    assert!(text.contains(part), "{part} is not in {text}");
    text.replacen(part, by, 1)
}

fn file_of_version(version: u32) -> String {
    let path = format!("{}/tests/data/scenarios-{version}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_file_of_each_version_is_read() {
    for version in 1..=FILE_VERSION {
        let read = read(&file_of_version(version)).unwrap();
        let script = if version < 2 { Vec::new() } else { script() };
        assert_eq!(read.script, script, "version {version}");
        let read = read.scenarios;
        let names: Vec<&str> = read.iter().map(|scenario| scenario.draft.name()).collect();
        assert_eq!(names, ["规划 \"上限\"", "", ""], "version {version}");
        assert_eq!(read[0].draft.scenario.lever(&LANZHOU, LeverId::HnteEntry)[4], 24.123456789012345);
        assert!(read.iter().all(|scenario| scenario.written.scenario == scenario.now.scenario));
    }
}

#[test]
fn what_is_written_is_the_file_of_this_version() {
    // Stamps change with the model.
    let format = |text: &str| text.lines().filter(|line| !line.contains("\"stamp\"")).collect::<Vec<_>>().join("\n");
    // Without a script, a file is one that older programs read.
    for (version, script) in [(1, Vec::new()), (FILE_VERSION, script())] {
        let (written, stored) = (write_file(&LANZHOU, &drafts(), &script), file_of_version(version));
        assert_eq!(format(&written), format(&stored), "a change of the format needs a version of its own");
    }
}

#[test]
fn errors_name_the_place() {
    let problem = |part: &str, by: &str| {
        let error = read_file(&LANZHOU, spoilt(part, by).as_bytes()).unwrap_err();
        file_error(&error, Language::En)
    };
    for (part, by, message) in [
        ("[20, 21, 22, 23, ", "[20, 21, 22, 36, ", "scenarios[0].levers.hnte_entry[3]: 36 is above 35"),
        ("[20, 21, 22, 23, ", "[20, 21, \"22\", 23, ", "scenarios[0].levers.hnte_entry[2]: \"22\" is not a number"),
        ("[20, 21, 22, 23, ", "[20, 21, ", "scenarios[0].levers.hnte_entry: 3 numbers where 5 are needed"),
        (
            "\"rd_depreciation\": 0.12",
            "\"rd_depreciation\": 1e999",
            "scenarios[0].coefficients.rd_depreciation: 1e999 is too large",
        ),
        ("\"rd_depreciation\": 0.12,", "", "scenarios[0].coefficients.rd_depreciation: missing"),
        ("\"cohorts\": [20, ", "\"cohorts\": [21, ", "scenarios[0].facts.cohorts: they must sum to 75, not 76"),
        ("\"cohorts\": [20, 25", "\"cohorts\": [20.5, 24.5", "scenarios[0].facts.cohorts[0]: 20.5 is not whole"),
        ("\"basis\": \"plan\"", "\"basis\": \"best\"", "scenarios[0].basis: \"best\" is not one of the values"),
        ("\"basis\": \"plan\"", "\"basis\": null", "scenarios[0].basis: null is not a text"),
        ("\"reading\": \"points\"", "\"reading\": []", "scenarios[0].reading: is not a text"),
        ("\"name\"", "\"Name\"", "scenarios[0].Name: there is no such item"),
        ("\"annotation\"", "\"name\": \"\", \"annotation\"", "scenarios[0].name: stands twice"),
        ("\"c.crowd_in\"", "\"c.crowd\"", "scenarios[0].notes.c.crowd: there is no such item"),
        (
            "\"spread\": {}",
            "\"spread\": {\"gdp_growth\": [3, 2]}",
            "scenarios[0].spread.gdp_growth: is not one of the values",
        ),
        ("\"version\": 2", "\"version\": 2, \"more\": 2", "more: there is no such item"),
        ("\"version\": 2", "\"version\": 1", "script: there is no such item"),
        ("\"script\": [", "\"scenarios\": [", "scenarios: stands twice"),
        ("\"scenarios\"", "\"scenario\"", "scenario: there is no such item"),
        ("\"scenario\": 1", "\"scenario\": 3", "script[1].scenario: 3 is not one of the values"),
        ("\"scenario\": 1", "\"scenario\": -1", "script[1].scenario: -1 is not one of the values"),
        ("\"scenario\": \"plan\"", "\"scenario\": \"gone\"", "script[0].scenario: \"gone\" is not one of the values"),
        ("\"beside\": 0", "\"beside\": []", "script[1].beside: is not one of the values"),
        ("\"beside\": null,", "", "script[0].beside: missing"),
        ("\"draws\"", "\"drawn\"", "script[1].picture: \"drawn\" is not one of the values"),
        ("\"indicator\": \"i5\"", "\"indicator\": \"i12\"", "script[1].indicator: \"i12\" is not one of the values"),
        ("[21, 22, 23, 24, ", "[21, 22, 23, 36, ", "script[1].moves.hnte_entry[3]: 36 is above 35"),
        ("[21, 22, 23, 24, ", "[21, ", "script[1].moves.hnte_entry: 2 numbers where 5 are needed"),
        ("\"note\": \"\"", "\"note\": 1", "script[0].note: 1 is not a text"),
    ] {
        assert_eq!(problem(part, by), message);
    }
    let long = format!("\"name\": \"{}\"", "长".repeat(61));
    assert_eq!(problem("\"name\": \"\"", &long), "scenarios[1].name: At most 60 characters, not 61.");
    let long = format!("\"caption\": \"{}\"", "长".repeat(121));
    assert_eq!(problem("\"caption\": \"\"", &long), "script[0].caption: At most 120 characters, not 121.");
}

#[test]
fn what_is_none_of_ours_is_refused_whole() {
    let whole = |problem| Err((String::new(), problem));
    for text in [
        "{}",
        "[]",
        "1",
        "null",
        "{\"format\": \"other\", \"version\": 1}",
        "{\"format\": \"tuiyan\"}",
        "{\"format\": \"tuiyan\", \"version\": 0}",
        "{\"format\": \"tuiyan\", \"version\": -1}",
    ] {
        assert_eq!(read(text), whole(FileProblem::Foreign), "{text}");
    }
    assert_eq!(read("{\"format\": \"tuiyan\", \"version\": 3, \"new\": []}"), whole(FileProblem::Newer(3)));
    assert_eq!(read("{\n\"format\" \"tuiyan\"}"), whole(FileProblem::Syntax { line: 2, column: 10 }));
    for text in [
        "",
        "{",
        "\u{0}",
        "{\"a\": 01}",
        "{\"a\": \"\\ud800\"}",
        "{\"a\": 1,}",
        "{'a': 1}",
        "{\"a\": 1} 2",
        &"[".repeat(100_000),
    ] {
        assert!(matches!(read(text), Err((_, FileProblem::Syntax { .. }))), "{}", &text[..text.len().min(20)]);
    }
    let encoding = read_file(&LANZHOU, b"{\"format\": \"\xff\"}").unwrap_err();
    assert_eq!(encoding.problem, FileProblem::Encoding);
    let large = read_file(&LANZHOU, &vec![b' '; LARGEST_FILE + 1]).unwrap_err();
    assert_eq!(large.problem, FileProblem::TooLarge);
    let scenarios = |list: &str| read(&format!("{{\"format\": \"tuiyan\", \"version\": 1, \"scenarios\": {list}}}"));
    assert_eq!(scenarios("[]"), Err(("scenarios".to_owned(), FileProblem::Scenarios)));
    assert_eq!(scenarios("{}"), Err(("scenarios".to_owned(), FileProblem::Kind(Expected::Array))));
    assert_eq!(scenarios("[1]"), Err(("scenarios[0]".to_owned(), FileProblem::Kind(Expected::Object))));
    let many = format!("[{}]", ["{}"; MOST_READ + 1].join(","));
    assert_eq!(scenarios(&many), Err(("scenarios".to_owned(), FileProblem::Scenarios)));
    // As large as may be, of one key over and over.
    let keys = format!("[{{{}}}]", vec!["\"name\":1"; 100_000].join(","));
    assert_eq!(scenarios(&keys), Err(("scenarios[0].name".to_owned(), FileProblem::Duplicate)));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let text = format!("\u{feff}{}", write_file(&LANZHOU, &drafts(), &[]));
    assert_eq!(read(&text).unwrap().scenarios.len(), 3);
}

#[test]
fn figures_are_held_against_the_stamp() {
    let text = write_file(&LANZHOU, &drafts(), &[]);
    let scenario = &read(&text).unwrap().scenarios[0];
    assert_eq!(scenario.agreement(), Agreement::Same);
    let stamp = scenario.written.to_string();
    let (start, result) = stamp.rsplit_once('-').unwrap();
    let agreement =
        |stamp: &str| read(&text.replacen(&scenario.written.to_string(), stamp, 1)).unwrap().scenarios[0].agreement();
    assert_eq!(agreement(&format!("{start}-00000000")), Agreement::OtherFigures);
    assert_eq!(agreement(&format!("1{}-00000000", &start[1..])), Agreement::OtherModel(1));
    assert_eq!(agreement(&format!("2-00000000-{result}")), Agreement::OtherScenario);
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn drafts_and_scenes_come_back_from_a_file(
        drafts in prop::collection::vec(any_draft().prop_map(Rc::new), 1..=8),
        scenes in prop::collection::vec(any_scene(1), 0..6),
    ) {
        let text = write_file(&LANZHOU, &drafts, &scenes);
        prop_assert!(text.len() <= LARGEST_FILE);
        let file = read(&text).unwrap();
        prop_assert_eq!(file.script, scenes);
        let back = file.scenarios;
        prop_assert!(back.iter().all(|scenario| scenario.agreement() == Agreement::Same));
        let back: Vec<Rc<Draft>> = back.into_iter().map(|scenario| Rc::new(scenario.draft)).collect();
        prop_assert_eq!(back, drafts);
    }

    #[test]
    fn a_spoilt_file_is_read_or_refused(at in any::<prop::sample::Index>(), by in "[\\[\\]{}:,\"0-9a-z\\\\. -]{0,3}") {
        let text = write_file(&LANZHOU, &drafts(), &script());
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = boundaries[at.index(boundaries.len())];
        let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
        let mut spoilt = text.clone();
        spoilt.replace_range(at..end, &by);
        // Either way without a panic, and what is read is within the limits.
        if let Ok(File { scenarios, script }) = read(&spoilt) {
            let drafts: Vec<Rc<Draft>> = scenarios.into_iter().map(|scenario| Rc::new(scenario.draft)).collect();
            prop_assert!(read(&write_file(&LANZHOU, &drafts, &script)).is_ok());
        }
    }
}
