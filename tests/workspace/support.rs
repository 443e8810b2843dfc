//! Random drafts, actions and workspaces.

use std::rc::Rc;

use proptest::prelude::*;
use tuiyan::model::DigitalReading;
use tuiyan::plan::{CoefficientId, FactId, IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::workspace::{
    Action, Change, Draft, Edit, Input, Key, Origin, Page, Picture, Reference, Scene, ScriptEdit, Tab, Workspace,
    merged,
};

#[path = "../data/any_scenario.rs"]
mod any_scenario;

/// Random cases of their own each time, and no file left behind when one fails.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// Carries out an action that the workspace takes.
pub fn act(workspace: &Workspace, action: Action) -> Workspace {
    workspace.apply(&LANZHOU, &action).unwrap_or_else(|error| panic!("{action:?}: {error:?}"))
}

pub fn edit(workspace: &Workspace, edit: Edit) -> Workspace {
    act(workspace, Action::Edit(edit))
}

/// The names of the scenarios in order, a preset's id for one without.
pub fn names(workspace: &Workspace) -> Vec<String> {
    let name =
        |draft: &Draft| if draft.name().is_empty() { draft.basis.id().to_owned() } else { draft.name().to_owned() };
    workspace.entries().iter().map(|entry| name(&entry.draft)).collect()
}

/// A preset under a name, at the end of the list.
pub fn create(id: PresetId, name: &str) -> Action {
    let mut draft = preset(id);
    draft.rename(name).unwrap();
    Action::Add(vec![draft], None, Change::Create)
}

/// A copy of a scenario under a name, right behind it.
pub fn copy(workspace: &Workspace, of: Key, name: &str) -> Action {
    let mut draft = workspace.find(of).unwrap().draft.as_ref().clone();
    draft.rename(name).unwrap();
    Action::Add(vec![draft], Some(of), Change::Copy)
}

pub fn import(drafts: Vec<Draft>) -> Action {
    let count = drafts.len();
    Action::Add(drafts, None, Change::Import(count))
}

/// The trend and one scenario more for each name, made from the plan; the last one is active.
pub fn workspace(names: &[&str]) -> Workspace {
    let add = |workspace: Workspace, name: &&str| act(&workspace, create(PresetId::Plan, name));
    names.iter().fold(Workspace::new(&LANZHOU), add)
}

pub fn key(workspace: &Workspace, at: usize) -> Key {
    workspace.entries()[at].key
}

pub fn any_preset() -> impl Strategy<Value = PresetId> {
    prop::sample::select(PresetId::ALL)
}

pub fn any_input() -> impl Strategy<Value = Input> {
    prop::sample::select(&Input::ALL[..])
}

/// Any text at all, with what delimits in addresses, files and tables more often.
pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,20}", "[=+@&#%n,\"'\\\\\t\r\n;{}\u{feff}\u{2028}方案一🙂-]{0,20}", Just(String::new())]
}

/// A draft of any numbers and texts.
pub fn any_draft() -> impl Strategy<Value = Draft> {
    let notes = prop::collection::vec((any_input(), any_text()), 0..4);
    let scenario =
        prop_oneof![any_scenario::any_scenario(), any_preset().prop_map(|id| preset(id).scenario.as_ref().clone())];
    (scenario, any_preset(), any_text(), any_text(), notes, any::<bool>()).prop_map(
        |(mut scenario, basis, name, annotation, notes, ratio)| {
            scenario.set_reading(if ratio { DigitalReading::Ratio } else { DigitalReading::Points });
            let mut draft = preset(basis);
            draft.scenario = Rc::new(scenario);
            draft.rename(&name).unwrap();
            draft.annotate(&annotation).unwrap();
            for (input, note) in notes {
                draft.set_note(input, &note).unwrap();
            }
            draft
        },
    )
}

pub fn preset(id: PresetId) -> Draft {
    Draft::of_preset(&LANZHOU, id)
}

/// A workspace of one to eight scenarios, some overlaid, one active, one or a preset the reference.
pub fn any_workspace() -> impl Strategy<Value = Workspace> {
    let drafts = prop::collection::vec(any_draft(), 1..=7);
    let indicator = prop::sample::select(IndicatorId::ALL);
    let page = prop::sample::select(&Page::ALL[..]);
    let tab = prop::sample::select(&Tab::ALL[..]);
    (drafts, any::<[u8; 2]>(), any::<u8>(), any_preset(), any::<bool>(), indicator, (page, tab)).prop_map(
        |(drafts, [active, other], overlaid, preset, held_against_other, indicator, (page, tab))| {
            let workspace = act(&Workspace::new(&LANZHOU), import(drafts));
            let count = workspace.entries().len();
            let at = |number: u8| key(&workspace, usize::from(number) % count);
            let reference = if held_against_other { Reference::Scenario(at(other)) } else { Reference::Preset(preset) };
            let overlaid = (0..count)
                .filter(|bit| overlaid >> bit & 1 == 1)
                .map(|bit| Action::Overlay(key(&workspace, bit), true));
            [
                Action::Activate(at(active)),
                Action::Refer(reference),
                Action::Select(indicator),
                Action::Turn(page),
                Action::Show(tab),
            ]
            .into_iter()
            .chain(overlaid)
            .fold(workspace.clone(), |workspace, action| act(&workspace, action))
        },
    )
}

/// A scene on presets or scenarios by their places, of any texts and moves.
pub fn any_scene(places: usize) -> impl Strategy<Value = Scene<usize>> {
    let reference =
        move || prop_oneof![any_preset().prop_map(Reference::Preset), (0..places).prop_map(Reference::Scenario)];
    let part = prop_oneof![Just(0.0), Just(1.0), 0.0..1.0f64];
    let moves = prop::collection::vec((prop::sample::select(LeverId::ALL), prop::collection::vec(part, 5)), 0..3);
    let picture = prop::sample::select(&Picture::ALL[..]);
    let indicator = prop::sample::select(IndicatorId::ALL);
    (reference(), prop::option::of(reference()), picture, indicator, moves, any_text(), any_text()).prop_map(
        |(scenario, beside, picture, indicator, moves, caption, note)| {
            let mut scene = Scene::new(scenario, picture, indicator);
            scene.beside = beside;
            for (id, parts) in moves {
                let lever = LANZHOU.lever(id);
                let years: Vec<f64> = parts.iter().map(|part| lever.min + (lever.max - lever.min) * part).collect();
                scene.set_move(&LANZHOU, id, &years).unwrap();
            }
            scene.set_caption(&caption).unwrap();
            scene.set_note(&note).unwrap();
            scene
        },
    )
}

/// A scene of a workspace.
pub fn scene_of(workspace: &Workspace, scene: &Scene<usize>) -> Scene {
    scene.clone().map(|at| key(workspace, at % workspace.entries().len()))
}

/// A workspace with a script on its scenarios.
pub fn any_scripted() -> impl Strategy<Value = Workspace> {
    (any_workspace(), prop::collection::vec(any_scene(8), 0..5)).prop_map(|(workspace, scenes)| {
        let scenes = scenes.iter().map(|scene| scene_of(&workspace, scene)).collect();
        act(&workspace, Action::Script(ScriptEdit::Add(scenes)))
    })
}

/// Something a user might do; `Key`s are places in the list, taken modulo its length.
#[derive(Clone, Debug)]
pub enum Doing {
    Plain(Action),
    Copy(usize, String),
    Rename(usize, String),
    Annotate(usize, String),
    Note(usize, Input, String),
    Reorder(usize, usize),
    Delete(usize),
    Merge(usize, usize),
    Activate(usize),
    Overlay(usize, bool),
    Refer(usize),
    Keep(usize),
    AddScene(Box<Scene<usize>>),
    ReplaceScene(usize, Box<Scene<usize>>),
    MoveScene(usize, usize),
    RemoveScene(usize),
}

impl Doing {
    /// The action in a workspace.
    pub fn action(self, workspace: &Workspace) -> Action {
        let key = |at: usize| key(workspace, at % workspace.entries().len());
        match self {
            Doing::Plain(action) => action,
            Doing::Copy(at, name) => copy(workspace, key(at), &name),
            Doing::Rename(at, name) => Action::Rename(key(at), name),
            Doing::Annotate(at, text) => Action::Annotate(key(at), text),
            Doing::Note(at, input, text) => Action::Note(key(at), input, text),
            Doing::Reorder(at, to) => Action::Reorder(key(at), to),
            Doing::Delete(at) => Action::Delete(key(at)),
            Doing::Merge(at, other) => {
                let draft = |at: usize| workspace.find(key(at)).unwrap().draft.as_ref();
                Action::Add(merged(&LANZHOU, &[draft(at), draft(other)]).into_iter().collect(), None, Change::Merge(2))
            }
            Doing::Activate(at) => Action::Activate(key(at)),
            Doing::Overlay(at, on) => Action::Overlay(key(at), on),
            Doing::Refer(at) => Action::Refer(Reference::Scenario(key(at))),
            Doing::Keep(at) => Action::Keep(key(at)),
            Doing::AddScene(scene) => Action::Script(ScriptEdit::Add(vec![scene_of(workspace, &scene)])),
            Doing::ReplaceScene(at, scene) => {
                Action::Script(ScriptEdit::Replace(at, Box::new(scene_of(workspace, &scene))))
            }
            Doing::MoveScene(at, to) => Action::Script(ScriptEdit::Move(at, to)),
            Doing::RemoveScene(at) => Action::Script(ScriptEdit::Remove(at)),
        }
    }
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let lever = || prop::sample::select(LeverId::ALL);
    let number = || -20.0..60.0f64;
    prop_oneof![
        any_preset().prop_map(Edit::Preset),
        any_preset().prop_map(|preset| Edit::Reset(Origin::Preset(preset))),
        Just(Edit::Reset(Origin::Reference)),
        Just(Edit::Reset(Origin::Opened)),
        (lever(), number()).prop_map(|(id, mean)| Edit::ShiftLever(id, mean)),
        (lever(), number()).prop_map(|(id, value)| Edit::SetLever(id, value)),
        (lever(), prop::collection::vec(number(), 5)).prop_map(|(id, years)| Edit::SetLeverYears(id, years)),
        lever().prop_map(Edit::ResetLever),
        Just(Edit::ResetLevers),
        (prop::sample::select(CoefficientId::ALL), 0.0..1.0f64).prop_map(|(id, value)| Edit::SetCoefficient(id, value)),
        prop::sample::select(CoefficientId::ALL).prop_map(Edit::ResetCoefficient),
        (200.0..300.0f64).prop_map(|value| Edit::SetFact(FactId::Gdp2020, vec![value])),
        Just(Edit::ResetFact(FactId::Gdp2020)),
        Just(Edit::Reading(DigitalReading::Ratio)),
        Just(Edit::ResetAssumptions),
    ]
}

/// Edits, drags, everything on scenarios, undo and redo among them, and views.
pub fn any_doing() -> impl Strategy<Value = Doing> {
    let at = || 0usize..8;
    let plain = prop_oneof![
        12 => any_edit().prop_map(Action::Edit),
        2 => Just(Action::Begin),
        2 => Just(Action::Commit),
        1 => (any_preset(), any_text()).prop_map(|(preset, name)| create(preset, &name)),
        1 => prop::collection::vec(any_draft(), 0..3).prop_map(import),
        2 => Just(Action::Undo),
        1 => Just(Action::Redo),
        1 => Just(Action::Replay),
        1 => any_preset().prop_map(|preset| Action::Refer(Reference::Preset(preset))),
        1 => prop::sample::select(IndicatorId::ALL).prop_map(Action::Select),
    ];
    prop_oneof![
        20 => plain.prop_map(Doing::Plain),
        1 => (at(), any_text()).prop_map(|(at, name)| Doing::Copy(at, name)),
        1 => (at(), any_text()).prop_map(|(at, name)| Doing::Rename(at, name)),
        1 => (at(), any_text()).prop_map(|(at, text)| Doing::Annotate(at, text)),
        1 => (at(), any_input(), any_text()).prop_map(|(at, input, text)| Doing::Note(at, input, text)),
        1 => (at(), at()).prop_map(|(at, to)| Doing::Reorder(at, to)),
        1 => at().prop_map(Doing::Delete),
        1 => (at(), at()).prop_map(|(at, other)| Doing::Merge(at, other)),
        1 => at().prop_map(Doing::Activate),
        1 => (at(), any::<bool>()).prop_map(|(at, on)| Doing::Overlay(at, on)),
        1 => at().prop_map(Doing::Refer),
        1 => at().prop_map(Doing::Keep),
        2 => any_scene(8).prop_map(|scene| Doing::AddScene(Box::new(scene))),
        1 => (at(), any_scene(8)).prop_map(|(at, scene)| Doing::ReplaceScene(at, Box::new(scene))),
        1 => (at(), at()).prop_map(|(at, to)| Doing::MoveScene(at, to)),
        1 => at().prop_map(Doing::RemoveScene),
    ]
}
