//! The script: what is done to it, how it is kept, and what another tab makes of it.

use proptest::prelude::*;
use tuiyan::catalogue::script::ready;
use tuiyan::catalogue::steps::description;
use tuiyan::plan::{Attribute, IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::{
    Action, ActionError, Came, Change, Code, Computed, MAX_SCENES, Picture, Reference, SCRIPT_NAME, Scene, ScriptEdit,
    TooLong, Unreadable, Workspace, read_link, read_script, restore, write_script,
};

use crate::keeper::{Browser, Tab};
use crate::support::{act, any_scripted, cases, key, names, preset, workspace};

/// A scene on a preset, told from others by its caption.
fn scene(caption: &str) -> Scene {
    let mut scene = Scene::new(Reference::Preset(PresetId::Plan), Picture::Path, IndicatorId::I1);
    scene.set_caption(caption).unwrap();
    scene
}

fn add(captions: &[&str]) -> Action {
    Action::Script(ScriptEdit::Add(captions.iter().map(|caption| scene(caption)).collect()))
}

fn captions(workspace: &Workspace) -> Vec<&str> {
    workspace.script().iter().map(Scene::caption).collect()
}

fn last(workspace: &Workspace) -> [String; 2] {
    let step = workspace.history().last().expect("a step");
    [Language::Zh, Language::En].map(|language| description(&LANZHOU, step, language))
}

#[test]
fn scenes_are_added_changed_moved_and_removed_in_steps() {
    let start = Workspace::new(&LANZHOU);
    let edits = [
        (ScriptEdit::Add(vec![scene("a")]), "a", "演示稿加入 1 幕", "a scene for the script"),
        (ScriptEdit::Add(vec![scene("b"), scene("c")]), "abc", "演示稿加入 2 幕", "2 scenes for the script"),
        (ScriptEdit::Move(0, 2), "bca", "移动演示稿第 1 幕", "move of scene 1"),
        (ScriptEdit::Move(2, 0), "abc", "移动演示稿第 3 幕", "move of scene 3"),
        (ScriptEdit::Replace(1, Box::new(scene("x"))), "axc", "修改演示稿第 2 幕", "change of scene 2"),
        (ScriptEdit::Remove(0), "xc", "删除演示稿第 1 幕", "deletion of scene 1"),
        (ScriptEdit::Move(0, 9), "cx", "移动演示稿第 1 幕", "move of scene 1"),
    ];
    let mut workspace = start.clone();
    for (edit, after, zh, en) in edits {
        workspace = act(&workspace, Action::Script(edit));
        assert_eq!((captions(&workspace).concat().as_str(), last(&workspace)), (after, [zh.to_owned(), en.to_owned()]));
    }
    let steps = workspace.history().undoable().len();
    assert_eq!(steps, 7);
    let undone = (0..steps).fold(workspace.clone(), |workspace, _| act(&workspace, Action::Undo));
    assert_eq!((undone.script(), undone.entries()), (start.script(), start.entries()));
    let redone = (0..steps).fold(undone, |workspace, _| act(&workspace, Action::Redo));
    assert_eq!(captions(&redone), ["c", "x"]);
}

#[test]
fn what_changes_nothing_is_no_step() {
    let two = act(&Workspace::new(&LANZHOU), add(&["a", "b"]));
    for edit in
        [ScriptEdit::Add(Vec::new()), ScriptEdit::Move(1, 1), ScriptEdit::Replace(0, Box::new(two.script()[0].clone()))]
    {
        assert_eq!(act(&two, Action::Script(edit)).history(), two.history());
    }
}

#[test]
fn what_cannot_be_done_is_refused() {
    let two = act(&Workspace::new(&LANZHOU), add(&["a", "b"]));
    for edit in [ScriptEdit::Remove(2), ScriptEdit::Move(2, 0), ScriptEdit::Replace(2, Box::new(scene("c")))] {
        assert_eq!(two.apply(&LANZHOU, &Action::Script(edit)), Err(ActionError::NoScene));
    }
    let full = act(&two, add(&["c"; MAX_SCENES - 2]));
    assert_eq!(full.script().len(), MAX_SCENES);
    assert_eq!(full.apply(&LANZHOU, &add(&["d"])), Err(ActionError::FullScript));
    let too_long = scene("").set_caption(&"长".repeat(121));
    assert_eq!(too_long, Err(TooLong { limit: 120, found: 121 }));
    assert!(scene("").set_move(&LANZHOU, LeverId::HnteEntry, &[36.0; 5]).is_err());
    assert!(scene("").set_move(&LANZHOU, LeverId::HnteEntry, &[20.0; 4]).is_err());
}

#[test]
fn the_way_from_one_scenario_to_another_becomes_moves() {
    let (from, mut to) = (preset(PresetId::Trend).scenario, preset(PresetId::Trend).scenario.as_ref().clone());
    to.set_lever_years(&LANZHOU, LeverId::HnteEntry, &[20.0, 21.0, 22.0, 23.0, 24.0]).unwrap();
    to.set_lever_years(&LANZHOU, LeverId::GdpGrowth, &[9.0; 5]).unwrap();
    let mut scene = scene("");
    scene.set_moves(&LANZHOU, &from, &to);
    assert_eq!(
        scene.moves,
        [(LeverId::HnteEntry, vec![20.0, 21.0, 22.0, 23.0, 24.0]), (LeverId::GdpGrowth, vec![9.0; 5])]
    );
    scene.set_moves(&LANZHOU, &from, &from);
    assert_eq!(scene.moves, []);
}

#[test]
fn a_scene_outlives_its_scenario_and_a_guest_that_is_shown_is_kept() {
    let two = workspace(&["乙"]);
    let second = Reference::Scenario(key(&two, 1));
    let on_second = Scene::new(second, Picture::Path, IndicatorId::I2);
    let scripted = act(&two, Action::Script(ScriptEdit::Add(vec![on_second])));
    assert_eq!(scripted.script_by_place()[0].scenario, Reference::Scenario(1));
    let without = act(&scripted, Action::Delete(key(&two, 1)));
    assert_eq!(without.script(), scripted.script(), "an undo brings the scenario back");
    // What it falls back to is the active one.
    assert_eq!(without.draft_of(&LANZHOU, second), *without.draft());
    assert_eq!(without.script_by_place()[0].scenario, Reference::Scenario(0));

    let (link, _) = read_link(&LANZHOU, "n=guest&p=plan");
    let visited = act(&two, Action::Visit(Box::new(link)));
    assert_eq!(visited.kept().count(), 2);
    let on_guest = Scene::new(Reference::Scenario(visited.active()), Picture::Path, IndicatorId::I2);
    assert_eq!(act(&visited, Action::Script(ScriptEdit::Add(vec![on_guest]))).kept().count(), 3);
}

#[test]
fn a_file_is_added_with_its_scenes_on_their_scenarios() {
    let own = act(&workspace(&["乙"]), add(&["own"]));
    let mut shown = Scene::new(Reference::Scenario(1), Picture::Path, IndicatorId::I2);
    shown.beside = Some(Reference::Scenario(0));
    let drafts = vec![preset(PresetId::Plan), preset(PresetId::Headwinds)];
    let added = act(&own, Action::Import(drafts.clone(), vec![shown.clone()]));
    assert_eq!(names(&added), ["trend", "乙", "plan", "headwinds"]);
    assert_eq!((added.active(), added.history().last().unwrap().change), (key(&added, 2), Change::Import(2)));
    assert_eq!(captions(&added), ["own", ""]);
    assert_eq!(added.script()[1].scenario, Reference::Scenario(key(&added, 3)));
    assert_eq!(added.script()[1].beside, Some(Reference::Scenario(key(&added, 2))));
    let back = act(&added, Action::Undo);
    assert_eq!((back.entries(), back.script()), (own.entries(), own.script()));

    assert_eq!(own.apply(&LANZHOU, &Action::Import(drafts[..1].to_vec(), vec![shown])), Err(ActionError::NoScenario));
    let many = vec![scene("x").map(|_| 0); MAX_SCENES];
    assert_eq!(own.apply(&LANZHOU, &Action::Import(drafts, many)), Err(ActionError::FullScript));
}

/// The item of a content, its code right.
fn item(version: u32, content: &str) -> String {
    format!("{version};1;{};{content}", Code::of(content))
}

#[test]
fn the_item_of_this_version_is_read() {
    let mut scene = Scene::new(Reference::Preset(PresetId::Trend), Picture::Dots, IndicatorId::I5);
    scene.set_move(&LANZHOU, LeverId::HnteEntry, &[20.0, 21.0, 22.0, 23.0, 24.5]).unwrap();
    scene.set_caption("差距 & 原因").unwrap();
    scene.set_note("一\n二").unwrap();
    let content = "s=dots&on=trend&i=i5&l.hnte_entry=20,21,22,23,24.5\
        &c=%E5%B7%AE%E8%B7%9D%20%26%20%E5%8E%9F%E5%9B%A0&n=%E4%B8%80%0A%E4%BA%8C\
        &s=scoreboard&on=plan&beside=7m3k9x0a&i=i1";
    let read = read_script(&LANZHOU, &item(1, content)).unwrap();
    assert_eq!(read.content[0], scene);
    assert_eq!(write_script(1, &read.content), item(1, content), "a change of the item needs a version of its own");
}

#[test]
fn a_newer_item_is_refused_and_a_hostile_one_is_damaged() {
    assert_eq!(read_script(&LANZHOU, &item(2, "s=path")), Err(Unreadable::Newer(2)));
    for content in [
        "s",
        "on=plan&i=i1",
        "s=path",
        "s=path&on=plan",
        "s=none&on=plan&i=i1",
        "s=path&on=none&i=i1",
        "s=path&on=plan&i=i12",
        "s=path&on=plan&beside=&i=i1",
        "s=path&i=i1&on=plan",
        "s=path&on=plan&i=i1&x=1",
        "s=path&on=plan&i=i1&l.gdp=1,2,3,4,5",
        "s=path&on=plan&i=i1&l.hnte_entry=1",
        "s=path&on=plan&i=i1&l.hnte_entry=20,20,20,20,99",
        "s=path&on=plan&i=i1&c=%E5",
        "s=path&on=plan&i=i1&n=a&c=b",
        &format!("s=path&on=plan&i=i1&c={}", "a".repeat(121)),
    ] {
        assert_eq!(read_script(&LANZHOU, &item(1, content)), Err(Unreadable::Damaged), "{content}");
    }
    assert_eq!(read_script(&LANZHOU, &item(1, "")).unwrap().content, []);
}

#[test]
fn the_ready_script_goes_from_the_baseline_to_the_risk() {
    let [zh, en] = [Language::Zh, Language::En].map(|language| ready(&LANZHOU, language));
    let kinds: Vec<Picture> = zh.iter().map(|scene| scene.picture).collect();
    use Picture::{Causes, Dots, Path, Scoreboard};
    assert_eq!(kinds, [Path, Scoreboard, Path, Path, Causes, Scoreboard, Dots]);
    let all = act(&Workspace::new(&LANZHOU), Action::Script(ScriptEdit::Add([zh.clone(), en.clone()].concat())));
    assert_eq!(read_script(&LANZHOU, &write_script(1, all.script())).unwrap().content, all.script());
    for (zh, en) in zh.iter().zip(&en) {
        assert!(!zh.caption().is_empty() && !zh.note().is_empty() && !en.caption().is_empty() && !en.note().is_empty());
        assert_eq!((zh.scenario, zh.indicator, &zh.moves), (en.scenario, en.indicator, &en.moves));
        // On presets alone: there is no telling what scenarios there are.
        assert_eq!(zh.named().count(), 0);
    }
    // The gap is that of the binding indicator, and closing it leads from the trend's levers to the plan's.
    let (gap, closing) = (&zh[2], &zh[3]);
    assert_eq!(LANZHOU.indicator(gap.indicator).attribute, Attribute::Binding);
    let closed = Workspace::new(&LANZHOU).of_scene(&LANZHOU, closing, 1.0);
    assert_eq!(closed.draft().scenario, preset(PresetId::Plan).scenario);
    // Figures are the model's.
    let trend = Computed::new(&LANZHOU, preset(PresetId::Trend).scenario);
    let [met, short] = [trend.summary.met, trend.summary.short];
    assert!(zh[1].note().starts_with(&format!("达标 {met} 项")) && en[1].note().contains(&format!("{short} short")));
    let value = format!("{:.0}", trend.projection.last(gap.indicator));
    assert!(gap.note().contains(&value) && en[2].note().contains(&value), "{}", gap.note());
}

fn shown(tab: &Tab) -> Vec<&str> {
    captions(&tab.workspace)
}

#[test]
fn the_script_comes_back_with_the_workspace() {
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    // Scenes on presets leave the scenario at hand alone.
    tab.act(add(&["a", "b"]));
    assert!(tab.sync(&browser));
    let items: Vec<String> = browser.items().into_iter().map(|(name, _)| name).collect();
    assert_eq!(items, [SCRIPT_NAME]);
    let mut next = browser.opened("", Came::Bare, 2);
    assert_eq!(shown(&next), ["a", "b"]);
    // With a scenario too, and without the item again once no scene is left.
    next.grow(9.0);
    next.act(Action::Script(ScriptEdit::Remove(0)));
    assert!(next.sync(&browser));
    assert_eq!(shown(&browser.opened("", Came::Bare, 3)), ["b"]);
    next.act(Action::Script(ScriptEdit::Remove(0)));
    assert!(next.sync(&browser));
    assert!(browser.items().iter().all(|(name, _)| name != SCRIPT_NAME));
}

#[test]
fn tabs_follow_each_others_script() {
    let browser = Browser::default();
    let mut a = browser.opened("", Came::Bare, 1);
    a.act(add(&["a"]));
    a.sync(&browser);
    let mut b = browser.opened("", Came::Bare, 2);
    b.act(add(&["b"]));
    b.sync(&browser);
    a.sync(&browser);
    assert_eq!(shown(&a), ["a", "b"]);
    assert_eq!(a.workspace.history().last().unwrap().change, Change::ScriptElsewhere);
    let before = browser.items();
    a.sync(&browser);
    b.sync(&browser);
    assert_eq!(browser.items(), before);
}

#[test]
fn where_both_changed_the_script_all_scenes_are_kept() {
    let browser = Browser::default();
    let mut a = browser.opened("", Came::Bare, 1);
    a.act(add(&["1", "2"]));
    a.sync(&browser);
    let mut b = browser.opened("", Came::Bare, 2);
    a.act(Action::Script(ScriptEdit::Replace(0, Box::new(scene("1a")))));
    b.act(Action::Script(ScriptEdit::Remove(1)));
    b.act(add(&["b"]));
    a.sync(&browser);
    b.sync(&browser);
    a.sync(&browser);
    // Its own first, then what the other made or changed.
    assert_eq!(shown(&b), ["1", "b", "1a"]);
    assert_eq!(shown(&a), shown(&b));
}

#[test]
fn a_script_that_cannot_be_read_is_not_lost() {
    for (text, newer) in [("99;what is this", true), ("1;1;00000000;s=path", false)] {
        let browser = Browser::default();
        browser.set(SCRIPT_NAME, Some(text));
        let restored = restore(&LANZHOU, &browser.items(), 1);
        assert_eq!(restored.set_aside.len(), 1);
        let mut tab = browser.opened("", Came::Bare, 1);
        assert!(shown(&tab).is_empty() && tab.sync(&browser));
        assert_eq!(browser.items(), [(SCRIPT_NAME.to_owned(), text.to_owned())], "left as it is");
        tab.act(add(&["a"]));
        assert!(tab.sync(&browser));
        assert!(browser.items().iter().any(|(_, kept)| kept == text));
        let next = browser.opened("", Came::Bare, 2);
        // A newer program's is not touched; a damaged one makes room.
        assert_eq!(shown(&next), if newer { vec![] } else { vec!["a"] });
        assert_eq!(tab.keeper.set_aside().len(), 1);
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_script_comes_back_from_its_item(workspace in any_scripted(), revision in any::<u32>()) {
        let back = read_script(&LANZHOU, &write_script(revision, workspace.script())).unwrap();
        prop_assert_eq!((back.revision, &back.content[..]), (revision, workspace.script()));
    }

    #[test]
    fn damage_anywhere_shows(workspace in any_scripted(), at in any::<prop::sample::Index>(), letter in "[!-~]") {
        let text = write_script(1, workspace.script());
        // Behind version, revision and code, in which letters can be read alike.
        let start = "1;1;00000000;".len();
        prop_assume!(text.len() > start);
        let at = start + at.index(text.len() - start);
        let mut damaged = text.clone();
        damaged.replace_range(at..at + 1, &letter);
        prop_assume!(damaged != text);
        prop_assert_eq!(read_script(&LANZHOU, &damaged), Err(Unreadable::Damaged));
    }

    #[test]
    fn any_item_is_read(content in "(&?(s|on|beside|i|c|n|l.hnte_entry)=[a-z0-9,%]{0,8}){0,8}") {
        let _ = read_script(&LANZHOU, &item(1, &content));
    }

    #[test]
    fn two_tabs_end_with_the_same_script(steps in prop::collection::vec((0usize..2, any::<bool>()), 1..12)) {
        let browser = Browser::default();
        let mut tabs = [browser.opened("", Came::Bare, 1), browser.opened("", Came::Bare, 2)];
        let mut added = Vec::new();
        for (step, (which, sync)) in (1u32..).zip(steps) {
            if sync {
                tabs[which].sync(&browser);
            } else {
                let caption = step.to_string();
                tabs[which].act(add(&[&caption]));
                added.push(caption);
            }
        }
        for round in 0..6 {
            tabs[round % 2].sync(&browser);
        }
        prop_assert_eq!(shown(&tabs[0]), shown(&tabs[1]));
        let mut all = shown(&tabs[0]);
        all.sort_by_key(|caption| caption.parse::<u32>().unwrap_or(0));
        prop_assert_eq!(all, added);
    }
}
