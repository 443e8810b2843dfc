//! Undo, redo and replay.

use proptest::prelude::*;
use tuiyan::plan::{FactId, LANZHOU, LeverId, PresetId};
use tuiyan::workspace::{Action, Change, Edit, Entry, Input, STEPS, Scene, Workspace};

use crate::support::{act, any_doing, cases, edit, key, names, workspace};

fn gdp(workspace: &Workspace) -> f64 {
    workspace.draft().scenario.lever_mean(&LANZHOU, LeverId::GdpGrowth)
}

fn shift(mean: f64) -> Edit {
    Edit::ShiftLever(LeverId::GdpGrowth, mean)
}

/// What undo has to bring back: scenarios and script.
fn kept(workspace: &Workspace) -> (Vec<Entry>, Vec<Scene>) {
    (workspace.entries().to_vec(), workspace.script().to_vec())
}

#[test]
fn a_drag_is_one_step() {
    let start = Workspace::new(&LANZHOU);
    let moved = [12.0, 13.0, 14.5].into_iter().fold(act(&start, Action::Begin), |w, mean| edit(&w, shift(mean)));
    assert!(moved.dragging() && moved.history().last().is_none());
    let done = act(&moved, Action::Commit);
    assert_eq!(done.history().undoable().len(), 1);
    assert_eq!(done.history().last().unwrap().change, Change::Input(Input::Lever(LeverId::GdpGrowth)));
    assert_eq!((gdp(&done), done.edits), (14.5, 1));
    let undone = act(&done, Action::Undo);
    assert_eq!(kept(&undone), kept(&start));
    assert_eq!(gdp(&act(&undone, Action::Redo)), 14.5);
}

#[test]
fn a_drag_that_ends_where_it_began_leaves_no_step() {
    let start = Workspace::new(&LANZHOU);
    let own = gdp(&start);
    let there = edit(&act(&start, Action::Begin), shift(own + 1.0));
    let back = act(&edit(&there, shift(own)), Action::Commit);
    assert_eq!((back.history().last(), back.edits), (None, 0));
    assert!(!back.dragging());
}

#[test]
fn undo_ends_a_drag_first() {
    let start = Workspace::new(&LANZHOU);
    let moved = edit(&act(&start, Action::Begin), shift(20.0));
    let undone = act(&moved, Action::Undo);
    assert!(!undone.dragging());
    assert_eq!(gdp(&undone), gdp(&start));
    assert_eq!(gdp(&act(&undone, Action::Redo)), 20.0);
}

#[test]
fn undo_shows_where_it_acts() {
    let two = workspace(&["乙"]);
    let (first, second) = (key(&two, 0), key(&two, 1));
    let edited = edit(&two, shift(20.0));
    let elsewhere = act(&edited, Action::Activate(first));
    let undone = act(&elsewhere, Action::Undo);
    assert_eq!(undone.active(), second);
    assert_eq!(gdp(&undone), gdp(&two));
}

#[test]
fn views_are_not_undone() {
    let start = edit(&Workspace::new(&LANZHOU), shift(20.0));
    let seen = act(&start, Action::Select(tuiyan::plan::IndicatorId::I5));
    let undone = act(&seen, Action::Undo);
    assert_eq!(undone.view, seen.view);
    assert_eq!(undone.history().last(), None);
}

#[test]
fn a_deletion_is_undone_with_its_overlay_and_its_being_the_reference() {
    let two = workspace(&["乙"]);
    let (first, second) = (key(&two, 0), key(&two, 1));
    let reference = tuiyan::workspace::Reference::Scenario(second);
    let set = act(&act(&two, Action::Overlay(second, true)), Action::Refer(reference));
    let gone = act(&set, Action::Delete(second));
    assert_eq!((gone.active(), names(&gone)), (first, vec!["trend".to_owned()]));
    assert_eq!(gone.reference(), tuiyan::workspace::Reference::Preset(PresetId::Trend));
    let back = act(&gone, Action::Undo);
    assert_eq!((back.active(), back.reference(), back.is_overlaid(second)), (second, reference, true));
}

#[test]
fn an_edit_after_an_undo_cuts_what_could_be_redone() {
    let start = edit(&edit(&Workspace::new(&LANZHOU), shift(20.0)), shift(21.0));
    let undone = act(&start, Action::Undo);
    assert!(undone.history().next().is_some());
    let other = edit(&undone, shift(5.0));
    assert!(other.history().next().is_none());
    assert_eq!(gdp(&act(&other, Action::Undo)), 20.0);
}

#[test]
fn what_can_be_redone_is_listed_with_the_next_step_first() {
    let start = Workspace::new(&LANZHOU);
    let done = [12.0, 13.0, 14.5].into_iter().fold(start, |w, mean| edit(&w, shift(mean)));
    assert_eq!(done.history().redoable().len(), 0);
    let undone = act(&act(&done, Action::Undo), Action::Undo);
    let after = undone
        .history()
        .redoable()
        .map(|step| step.after.entry().draft.scenario.lever_mean(&LANZHOU, LeverId::GdpGrowth));
    assert_eq!(after.collect::<Vec<_>>(), [13.0, 14.5]);
    assert_eq!(undone.history().redoable().next(), undone.history().next());
}

#[test]
fn replay_flips_and_leaves_no_step() {
    let start = Workspace::new(&LANZHOU);
    let edited = edit(&start, shift(20.0));
    let replayed = act(&edited, Action::Replay);
    assert!(replayed.replaying());
    // What is stored and written into the address stays.
    assert_eq!(replayed.link(None), edited.link(None));
    assert!(replayed.kept().eq(edited.kept()));
    assert_eq!(gdp(&replayed), gdp(&start));
    assert_eq!(act(&act(&edited, Action::Replay), Action::Replay).history(), edited.history());
    assert_eq!(gdp(&act(&replayed, Action::Replay)), 20.0);
    // What follows goes on from the present state.
    let noted = edit(&replayed, Edit::SetFact(FactId::Gdp2020, vec![250.0]));
    assert!(!noted.replaying());
    assert_eq!(gdp(&noted), 20.0);
    // Without a step there is nothing to replay.
    assert!(!act(&start, Action::Replay).replaying());
}

#[test]
fn five_hundred_steps_and_more_can_be_undone() {
    let value = |i: usize| (i % 200) as f64 / 10.0;
    let start = Workspace::new(&LANZHOU);
    let all = (0..STEPS + 200).fold(start, |w, i| edit(&w, shift(value(i))));
    assert_eq!(all.history().undoable().len(), STEPS);
    const { assert!(STEPS >= 500) };
    let mut back = all.clone();
    for i in (0..STEPS).rev() {
        back = act(&back, Action::Undo);
        assert_eq!(gdp(&back), value(i + 199), "step {i}");
    }
    assert_eq!(act(&back, Action::Undo), back);
    let forth = (0..STEPS).fold(back, |w, _| act(&w, Action::Redo));
    assert_eq!(kept(&forth), kept(&all));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn undoing_all_returns_to_the_start_and_redoing_all_to_the_end(
        doings in prop::collection::vec(any_doing(), 0..60),
    ) {
        let start = Workspace::new(&LANZHOU);
        let mut now = workspace(&["甲", "乙"]);
        for doing in doings {
            let action = doing.action(&now);
            // A refusal leaves everything as it is.
            if let Ok(next) = now.apply(&LANZHOU, &action) {
                now = next;
            }
            prop_assert!(now.entries().iter().any(|entry| entry.key == now.active()));
        }
        let mut end = act(&now, Action::Commit);
        while end.history().next().is_some() {
            end = act(&end, Action::Redo);
        }
        let mut back = end.clone();
        while back.history().last().is_some() {
            back = act(&back, Action::Undo);
        }
        prop_assert_eq!(kept(&back), kept(&start));
        while back.history().next().is_some() {
            back = act(&back, Action::Redo);
        }
        prop_assert_eq!(kept(&back), kept(&end));
        prop_assert_eq!(back.active(), end.history().last().map_or(start.active(), |step| step.after.active));
    }
}
