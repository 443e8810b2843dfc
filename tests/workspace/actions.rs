//! What a user does with scenarios, and what is refused.

use tuiyan::model::Scenario;
use tuiyan::plan::{CoefficientId, LANZHOU, LeverId, PresetId};
use tuiyan::workspace::file::{read_file, write_file};
use tuiyan::workspace::{
    Action, ActionError, Change, Edit, Input, Link, MAX_SCENARIOS, NAME_LENGTH, NOTE_LENGTH, Origin, Reference,
    Results, TooLong, Workspace, read_link, write_address,
};

use crate::support::{act, copy, create, edit, import, key, names, preset, workspace};

fn link(fragment: &str) -> Box<Link> {
    let (link, notices) = read_link(&LANZHOU, fragment);
    assert_eq!(notices, [], "{fragment}");
    Box::new(link)
}

#[test]
fn scenarios_are_made_copied_named_moved_and_deleted() {
    let one = workspace(&["规划上限"]);
    assert_eq!(names(&one), ["trend", "规划上限"]);
    assert_eq!(one.active(), key(&one, 1));
    let copied = act(&one, copy(&one, key(&one, 0), "趋势 2"));
    assert_eq!(names(&copied), ["trend", "趋势 2", "规划上限"]);
    assert_eq!(copied.active(), key(&copied, 1));
    let renamed = act(&copied, Action::Rename(key(&copied, 0), "  基准\n情景 ".to_owned()));
    assert_eq!(names(&renamed), ["基准 情景", "趋势 2", "规划上限"]);
    let moved = act(&renamed, Action::Reorder(key(&renamed, 0), 99));
    assert_eq!(names(&moved), ["趋势 2", "规划上限", "基准 情景"]);
    assert_eq!(moved.active(), renamed.active());
    let fewer = act(&moved, Action::Delete(moved.active()));
    assert_eq!((names(&fewer), fewer.active()), (vec!["规划上限".to_owned(), "基准 情景".to_owned()], key(&fewer, 0)));
    let changes: Vec<Change> = fewer.history().undoable().map(|step| step.change).collect();
    assert_eq!(changes, [Change::Delete, Change::Reorder, Change::Rename, Change::Copy, Change::Create]);
}

#[test]
fn there_is_room_for_eight() {
    let names = ["2", "3", "4", "5", "6", "7", "8"];
    let full = workspace(&names);
    assert_eq!(full.entries().len(), MAX_SCENARIOS);
    for action in [create(PresetId::Trend, ""), copy(&full, full.active(), ""), import(vec![preset(PresetId::Trend)])] {
        assert_eq!(full.apply(&LANZHOU, &action), Err(ActionError::Full), "{action:?}");
    }
    let six = workspace(&names[..5]);
    let three = vec![preset(PresetId::Trend), preset(PresetId::Plan), preset(PresetId::Headwinds)];
    assert_eq!(six.apply(&LANZHOU, &import(three)), Err(ActionError::Full));
}

#[test]
fn what_cannot_be_done_is_refused() {
    let one = Workspace::new(&LANZHOU);
    assert_eq!(one.apply(&LANZHOU, &Action::Delete(one.active())), Err(ActionError::LastScenario));
    let other = key(&workspace(&["x"]), 1);
    for action in [
        Action::Delete(other),
        Action::Activate(other),
        Action::Rename(other, String::new()),
        Action::Add(vec![preset(PresetId::Plan)], Some(other), Change::Copy),
        Action::Refer(Reference::Scenario(other)),
        Action::Overlay(other, true),
        Action::Keep(other),
    ] {
        assert_eq!(one.apply(&LANZHOU, &action), Err(ActionError::NoScenario), "{action:?}");
    }
    let long = "长".repeat(NAME_LENGTH + 1);
    let problem = TooLong { limit: NAME_LENGTH, found: NAME_LENGTH + 1 };
    assert_eq!(one.apply(&LANZHOU, &Action::Rename(one.active(), long)), Err(ActionError::TooLong(problem)));
    let long = "长".repeat(NOTE_LENGTH + 1);
    let note = Action::Note(one.active(), Input::Lever(LeverId::GdpGrowth), long);
    assert!(matches!(one.apply(&LANZHOU, &note), Err(ActionError::TooLong(_))));
}

#[test]
fn notes_stand_in_the_order_of_the_tables_and_go_when_emptied() {
    let one = Workspace::new(&LANZHOU);
    let coefficient = Input::Coefficient(CoefficientId::RdDepreciation);
    let lever = Input::Lever(LeverId::GdpGrowth);
    let noted = act(&one, Action::Note(one.active(), coefficient, "统计局".to_owned()));
    let noted = act(&noted, Action::Note(one.active(), lever, "省厅预测".to_owned()));
    let notes: Vec<_> = noted.draft().notes().iter().map(|(input, text)| (*input, text.as_ref())).collect();
    assert_eq!(notes, [(lever, "省厅预测"), (coefficient, "统计局")]);
    assert_eq!(noted.history().last().unwrap().change, Change::Note(lever));
    let fewer = act(&noted, Action::Note(one.active(), lever, " ".to_owned()));
    assert_eq!((fewer.draft().note(lever), fewer.draft().note(coefficient)), ("", "统计局"));
}

#[test]
fn a_reset_says_to_what() {
    let lever = |workspace: &Workspace| workspace.draft().scenario.lever_mean(&LANZHOU, LeverId::HnteEntry);
    let two = workspace(&["乙"]);
    let opened = lever(&two);
    let changed = edit(
        &edit(&two, Edit::SetLever(LeverId::HnteEntry, 33.0)),
        Edit::SetCoefficient(CoefficientId::PatentLapse, 0.1),
    );
    let noted = act(&changed, Action::Annotate(changed.active(), "说明".to_owned()));
    for (origin, value, basis) in [
        (Origin::Opened, opened, PresetId::Plan),
        (Origin::Reference, LANZHOU.lever(LeverId::HnteEntry).presets[0], PresetId::Trend),
        (Origin::Preset(PresetId::Headwinds), LANZHOU.lever(LeverId::HnteEntry).presets[3], PresetId::Headwinds),
    ] {
        let reset = edit(&noted, Edit::Reset(origin));
        assert_eq!((lever(&reset), reset.draft().basis), (value, basis), "{origin:?}");
        assert_eq!(*reset.draft().scenario, Scenario::preset(&LANZHOU, basis));
        assert_eq!((reset.draft().name(), reset.draft().annotation()), ("乙", "说明"));
        assert_eq!(reset.history().last().unwrap().change, Change::Reset(origin));
    }
}

#[test]
fn a_free_name_has_the_first_free_number() {
    let some = workspace(&["方案", "方案 2", "方案 4"]);
    assert_eq!(some.free_name("方案"), "方案 3");
    assert_eq!(some.free_name("别的"), "别的");
    let long = "长".repeat(NAME_LENGTH);
    let named = workspace(&[&long]);
    assert_eq!(named.free_name(&long), format!("{} 2", "长".repeat(NAME_LENGTH - 3)));
}

#[test]
fn opening_an_address_replaces_all_and_can_be_undone() {
    let own = workspace(&["甲"]);
    let open = Action::Open(link("n=a&p=plan&gdp_growth=9&n=b&p=trend&active=2&i=i5"));
    let opened = act(&own, open.clone());
    assert_eq!(names(&opened), ["a", "b"]);
    assert_eq!(opened.history().last().unwrap().change, Change::Open);
    assert!(opened.kept().count() == 2);
    assert_eq!(act(&opened, Action::Undo).entries(), own.entries());
    // The same again is no step.
    let again = act(&opened, open);
    assert_eq!((again.entries(), again.history()), (opened.entries(), opened.history()));
    assert_eq!(again.edits, opened.edits + 1);
    // What is there already keeps its key.
    let fewer = act(&opened, Action::Open(link("n=b&p=trend")));
    assert_eq!((names(&fewer), fewer.active()), (vec!["b".to_owned()], key(&opened, 1)));
}

#[test]
fn a_visited_address_is_kept_once_it_is_edited() {
    let own = workspace(&["甲"]);
    let visit = Action::Visit(link("n=访客&p=plan&gdp_growth=9&n=丙&p=trend&active=2&shown=1,2&ref=1"));
    let beside = act(&own, visit.clone());
    assert_eq!(names(&beside), ["trend", "甲", "访客", "丙"]);
    assert_eq!(beside.active(), key(&beside, 3));
    assert_eq!(beside.reference(), Reference::Scenario(key(&beside, 2)));
    assert!(beside.is_overlaid(key(&beside, 2)) && beside.is_overlaid(key(&beside, 3)));
    let kept = |workspace: &Workspace| workspace.entries().iter().map(|entry| entry.kept).collect::<Vec<_>>();
    assert_eq!(kept(&beside), [true, true, false, false]);
    let edited = edit(&beside, Edit::SetLever(LeverId::GdpGrowth, 8.0));
    assert_eq!(kept(&edited), [true, true, false, true]);
    let both = act(&edited, Action::Keep(key(&beside, 2)));
    assert_eq!(kept(&both), [true; 4]);
    // What is there already is not taken twice, and untouched guests leave when others come.
    assert_eq!(names(&act(&beside, visit)), ["trend", "甲", "访客", "丙"]);
    assert_eq!(names(&act(&beside, Action::Visit(link("n=丁&p=plan")))), ["trend", "甲", "丁"]);
    assert_eq!(names(&act(&beside, Action::Undo)), ["trend", "甲"]);
}

#[test]
fn a_full_workspace_has_guests_all_the_same() {
    let full = workspace(&["2", "3", "4", "5", "6", "7", "8"]);
    let beside = act(&full, Action::Visit(link("n=访客&p=plan")));
    assert_eq!(beside.entries().len(), MAX_SCENARIOS + 1);
    let edited = edit(&beside, Edit::SetLever(LeverId::GdpGrowth, 8.0));
    // What was edited is not lost; only more is refused.
    assert!(edited.entries()[MAX_SCENARIOS].kept);
    assert_eq!(beside.apply(&LANZHOU, &Action::Keep(beside.active())), Err(ActionError::Full));
    assert_eq!(edited.apply(&LANZHOU, &create(PresetId::Plan, "")), Err(ActionError::Full));
    let all = edited.entries().iter().map(|entry| entry.draft.clone()).collect::<Vec<_>>();
    let file = write_file(&LANZHOU, &all, &edited.script_by_place());
    assert_eq!(read_file(&LANZHOU, file.as_bytes()).unwrap().scenarios.len(), MAX_SCENARIOS + 1);
    let again = Workspace::of_link(&link(&write_address(&LANZHOU, &edited, None)), 7);
    assert_eq!((names(&again), again.active()), (names(&edited), key(&again, MAX_SCENARIOS)));
}

#[test]
fn only_new_scenarios_are_computed() {
    let two = workspace(&["乙"]);
    let results = Results::new(&LANZHOU, &two);
    let begun = act(&two, Action::Begin);
    let moved = edit(&begun, Edit::ShiftLever(LeverId::GdpGrowth, 9.0));
    let after = results.update(&LANZHOU, &moved);
    let same = |a, b| std::rc::Rc::ptr_eq(a, b);
    assert!(same(&after.reference, &results.reference) && same(&after.before, &results.own));
    assert!(same(&after.all[0].1, &results.all[0].1) && !same(&after.own, &results.own));
    assert!(same(after.of(moved.active()).unwrap(), &after.own));
    let anew = Results::new(&LANZHOU, &moved);
    assert_eq!((&after.own, &after.reference, &after.before), (&anew.own, &anew.reference, &anew.before));
}

#[test]
fn the_levers_of_a_search_are_taken_in_one_step() {
    let start = edit(&Workspace::new(&LANZHOU), Edit::SetCoefficient(CoefficientId::RdDepreciation, 0.12));
    let found = std::rc::Rc::new(Scenario::preset(&LANZHOU, PresetId::Accelerated));
    let taken = edit(&start, Edit::TakeLevers(found.clone()));
    for &id in LeverId::ALL {
        assert_eq!(taken.draft().scenario.lever(&LANZHOU, id), found.lever(&LANZHOU, id));
    }
    assert_eq!(taken.draft().scenario.coefficient(CoefficientId::RdDepreciation), 0.12, "assumptions stay");
    assert_eq!(taken.history().last().map(|step| step.change), Some(Change::TakeLevers));
    assert_eq!(act(&taken, Action::Undo).draft(), start.draft());
    assert_eq!(edit(&taken, Edit::TakeLevers(found)).history().last(), taken.history().last(), "nothing changes twice");
}
