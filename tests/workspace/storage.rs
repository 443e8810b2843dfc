//! What the browser keeps, damaged and foreign items, and two tabs.

use proptest::prelude::*;
use tuiyan::plan::{IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::workspace::{
    ANNOTATION_LENGTH, Action, Change, Code, Edit, INDEX_NAME, Index, Input, Key, NAME_LENGTH, NOTE_LENGTH, Reference,
    Resolution, Unreadable, Workspace, entry_key, entry_name, read_entry, read_index, read_link, reconcile, restore,
    write_entry, write_index,
};

use crate::support::{act, any_draft, any_workspace, cases, edit, key, names, preset, workspace};

/// All items of a workspace as the browser holds them, with one of someone else.
fn items(workspace: &Workspace) -> Vec<(String, String)> {
    let mut items: Vec<_> =
        workspace.kept().map(|entry| (entry_name(entry.key), write_entry(&LANZHOU, 3, &entry.draft))).collect();
    items.push((INDEX_NAME.to_owned(), write_index(7, &Index::new(workspace))));
    items.push(("tuiyan.theme".to_owned(), "dark".to_owned()));
    // A browser gives them in any order.
    items.sort();
    items
}

/// The item of a content, its code right.
fn item(version: u32, content: &str) -> String {
    format!("{version};1;{};{content}", Code::of(content))
}

/// The items of a storage of this version: a line each, the name before a tab.
fn storage_of_version(version: u32) -> Vec<(String, String)> {
    let path = format!("{}/tests/data/storage-{version}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let item = |line: &str| line.split_once('\t').map(|(name, text)| (name.to_owned(), text.to_owned()));
    text.lines().map(|line| item(line).expect("a name and a tab")).collect()
}

/// What the stored items of each version hold.
fn stored_workspace() -> Workspace {
    let two = workspace(&["规划 & 上限"]);
    let (first, second) = (key(&two, 0), key(&two, 1));
    let lever = Input::Lever(LeverId::HnteEntry);
    [
        Action::Edit(Edit::SetLeverYears(LeverId::HnteEntry, vec![20.0, 21.0, 22.0, 23.0, 24.123456789012345])),
        Action::Note(second, lever, "省厅 2021".to_owned()),
        Action::Annotate(second, "第一行\n第二行".to_owned()),
        Action::Overlay(first, true),
        Action::Refer(Reference::Scenario(first)),
        Action::Select(IndicatorId::I5),
    ]
    .into_iter()
    .fold(two, |workspace, action| act(&workspace, action))
}

#[test]
fn items_of_each_version_are_read() {
    for version in 1..=1 {
        let restored = restore(&LANZHOU, &storage_of_version(version), 1);
        assert_eq!(restored.set_aside, [], "version {version}");
        assert_eq!(restored.workspace.unwrap().link(None), stored_workspace().link(None), "version {version}");
    }
    assert_eq!(items(&stored_workspace()), storage_of_version(1), "a change of the items needs a version of its own");
}

#[test]
fn every_input_is_written() {
    let text = write_entry(&LANZHOU, 1, &preset(PresetId::Plan));
    for key in ["gdp_growth=", "c.rd_depreciation=", "k.cohorts=", "k.i10=points"] {
        assert!(text.contains(key), "{key} in {text}");
    }
}

#[test]
fn names_of_items_are_told_apart() {
    let key = Key::parse("7m3k9x0a").unwrap();
    assert_eq!(entry_name(key), "tuiyan.scenario.7m3k9x0a");
    assert_eq!(entry_key("tuiyan.scenario.7m3k9x0a"), Some(key));
    for name in ["tuiyan.scenario.", "tuiyan.scenario.7m3k9x0", "tuiyan.workspace", "other"] {
        assert_eq!(entry_key(name), None, "{name}");
    }
}

#[test]
fn a_damaged_item_is_set_aside_and_the_rest_loads() {
    let three = workspace(&["乙", "丙"]);
    let mut items = items(&three);
    let name = entry_name(key(&three, 1));
    let damaged = items.iter_mut().find(|(other, _)| *other == name).unwrap();
    damaged.1.truncate(damaged.1.len() / 2);
    let text = damaged.1.clone();
    let restored = restore(&LANZHOU, &items, 1);
    assert_eq!(names(&restored.workspace.unwrap()), ["trend", "丙"]);
    let [aside] = &restored.set_aside[..] else { panic!("{:?}", restored.set_aside) };
    assert_eq!((&aside.name, &aside.text, aside.why), (&name, &text, Unreadable::Damaged));
}

#[test]
fn without_an_index_the_scenarios_load_all_the_same() {
    let two = workspace(&["乙"]);
    for index in [None, Some("1;"), Some("nonsense"), Some(item(9, "order=").as_str())] {
        let mut items = items(&two);
        items.retain(|(name, _)| name != INDEX_NAME);
        items.extend(index.map(|text| (INDEX_NAME.to_owned(), text.to_owned())));
        let restored = restore(&LANZHOU, &items, 1);
        assert_eq!(restored.workspace.unwrap().entries().len(), 2);
        assert_eq!(restored.set_aside.len(), usize::from(index.is_some()));
    }
}

#[test]
fn an_empty_storage_has_no_workspace() {
    let restored = restore(&LANZHOU, &[("other".to_owned(), "x".to_owned())], 1);
    assert_eq!((restored.workspace, restored.set_aside.len()), (None, 0));
}

#[test]
fn newer_items_are_refused_and_hostile_ones_damaged() {
    assert_eq!(read_entry(&LANZHOU, &item(2, "p=trend")), Err(Unreadable::Newer(2)));
    assert_eq!(read_index("4294967295;what ever"), Err(Unreadable::Newer(u32::MAX)));
    for text in [
        "",
        "1",
        "1;1",
        "1;1;p=trend",
        "0;1;x",
        "-1;1;x",
        "1;;;",
        "1;1;00000000;p=trend",
        "99999999999;1;x",
        &item(0, "p=trend"),
        &item(1, "gdp_growth=999"),
        &item(1, "x=1"),
        &item(1, "p=none"),
        &write_entry(&LANZHOU, 1, &preset(PresetId::Plan)).replace("plan", "trend"),
    ] {
        assert_eq!(read_entry(&LANZHOU, text), Err(Unreadable::Damaged), "{text}");
    }
}

#[test]
fn guests_are_not_stored() {
    let (link, _) = read_link(&LANZHOU, "n=guest&p=plan");
    let beside = act(&workspace(&["乙"]), Action::Visit(Box::new(link)));
    let index = Index::new(&beside);
    assert_eq!(index.order.len(), 2);
    let restored = restore(&LANZHOU, &items(&beside), 1).workspace.unwrap();
    assert_eq!(names(&restored), ["trend", "乙"]);
    // The guest was at hand; without it the first one is.
    assert_eq!(restored.active(), key(&restored, 0));
}

#[test]
fn two_tabs_lose_nothing() {
    let [a, b, c] = [PresetId::Trend, PresetId::Plan, PresetId::Headwinds].map(preset);
    for (base, own, theirs, resolution) in [
        (Some(&a), Some(&a), Some(&a), Resolution::Nothing),
        (Some(&a), Some(&b), Some(&b), Resolution::Nothing),
        (Some(&a), None, None, Resolution::Nothing),
        (None, Some(&a), None, Resolution::Write),
        (Some(&a), Some(&b), Some(&a), Resolution::Write),
        (Some(&a), None, Some(&a), Resolution::Write),
        (Some(&a), Some(&b), None, Resolution::Write),
        (None, None, Some(&a), Resolution::Take),
        (Some(&a), Some(&a), Some(&b), Resolution::Take),
        (Some(&a), Some(&a), None, Resolution::Take),
        (Some(&a), None, Some(&b), Resolution::Take),
        (Some(&a), Some(&b), Some(&c), Resolution::KeepBoth),
        (None, Some(&b), Some(&c), Resolution::KeepBoth),
    ] {
        assert_eq!(reconcile(base, own, theirs), resolution);
    }
}

#[test]
fn another_tabs_change_is_taken_in_and_can_be_undone() {
    let two = workspace(&["乙"]);
    let (first, second) = (key(&two, 0), key(&two, 1));
    let own = edit(&two, Edit::SetLever(LeverId::GdpGrowth, 9.0));
    let mut theirs = preset(PresetId::Headwinds);
    theirs.rename("他").unwrap();
    let take = |name: Option<&str>| Action::Take(second, Some(Box::new(theirs.clone())), name.map(str::to_owned));
    let taken = act(&own, take(None));
    assert_eq!((names(&taken), taken.active()), (vec!["trend".to_owned(), "他".to_owned()], second));
    assert_eq!(taken.history().last().unwrap().change, Change::Elsewhere);
    assert_eq!(act(&taken, Action::Undo).entries(), own.entries());
    // Where both changed it, both stay, and this tab goes on with its own.
    let both = act(&own, take(Some("乙 2")));
    assert_eq!(names(&both), ["trend", "他", "乙 2"]);
    assert_eq!((both.active(), key(&both, 1)), (key(&both, 2), second));
    assert_eq!(both.draft().scenario, own.draft().scenario);
    // New there, deleted there.
    let new = Key::parse("00000000").unwrap();
    assert_eq!(names(&act(&two, Action::Take(new, Some(Box::new(theirs.clone())), None))), ["trend", "乙", "他"]);
    let fewer = act(&two, Action::Take(second, None, None));
    assert_eq!((names(&fewer), fewer.active()), (vec!["trend".to_owned()], first));
    assert!(fewer.apply(&LANZHOU, &Action::Take(first, None, None)).is_err());
}

/// With every text as long as it may be, an item is longer than any address that is read.
#[test]
fn a_scenario_with_the_longest_texts_comes_back() {
    let mut draft = preset(PresetId::Plan);
    draft.rename(&"名".repeat(NAME_LENGTH)).unwrap();
    draft.annotate(&"注".repeat(ANNOTATION_LENGTH)).unwrap();
    for input in Input::ALL {
        draft.set_note(input, &"据".repeat(NOTE_LENGTH)).unwrap();
    }
    let text = write_entry(&LANZHOU, 1, &draft);
    assert!(text.len() > 65_536, "{}", text.len());
    assert_eq!(read_entry(&LANZHOU, &text).map(|stored| stored.content), Ok(draft));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_workspace_comes_back_from_storage(workspace in any_workspace(), seed in any::<u64>()) {
        let restored = restore(&LANZHOU, &items(&workspace), seed);
        prop_assert_eq!(restored.set_aside, vec![]);
        prop_assert_eq!(restored.index_revision, 7);
        prop_assert!(restored.revisions.iter().all(|(_, revision)| *revision == 3));
        let back = restored.workspace.unwrap();
        prop_assert_eq!(back.link(None), workspace.link(None));
        let keys = |workspace: &Workspace| workspace.entries().iter().map(|entry| entry.key).collect::<Vec<_>>();
        prop_assert_eq!(keys(&back), keys(&workspace));
        prop_assert_eq!(back.reference(), workspace.reference());
    }

    #[test]
    fn damage_anywhere_shows(draft in any_draft(), at in any::<prop::sample::Index>(), letter in "[!-~]") {
        let text = write_entry(&LANZHOU, 1, &draft);
        // The revision may be any number.
        let start = text.find(';').unwrap() + 3;
        let at = start + at.index(text.len() - start);
        let mut damaged = text.clone();
        damaged.replace_range(at..at + 1, &letter);
        prop_assume!(damaged != text && !(at < start + 8 && damaged.eq_ignore_ascii_case(&text)));
        let code_read_alike = at < start + 8 && "oil01OIL".contains(&letter);
        prop_assume!(!code_read_alike);
        prop_assert_eq!(read_entry(&LANZHOU, &damaged), Err(Unreadable::Damaged));
    }

    #[test]
    fn any_item_is_read(text in "([0-3];)?[0-9]{0,3};?.{0,60}") {
        let _ = (read_entry(&LANZHOU, &text), read_index(&text));
    }
}
