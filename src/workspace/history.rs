//! Undo and redo: whole edits, each with the state before and after it. States share what they have in common.

use std::rc::Rc;

use super::draft::{Entry, Key};
use super::edit::Origin;
use super::input::Input;
use super::script::Scene;
use crate::plan::PresetId;

/// Older steps than this many are forgotten; a step takes some 3 kB.
pub const STEPS: usize = 1_000;

/// The scenarios of a workspace, the one at hand, and the script.
#[derive(Clone, Debug)]
pub struct State {
    /// Never empty.
    pub entries: Rc<Vec<Entry>>,
    pub active: Key,
    pub script: Rc<Vec<Scene>>,
}

impl State {
    /// The scenario at hand.
    pub fn entry(&self) -> &Entry {
        self.find(self.active).unwrap_or(&self.entries[0])
    }

    pub fn find(&self, key: Key) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.active == other.active
            && (Rc::ptr_eq(&self.entries, &other.entries) || self.entries == other.entries)
            && (Rc::ptr_eq(&self.script, &other.script) || self.script == other.script)
    }
}

/// What a step did, so that it can be said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Change {
    /// One input; its values are in the states before and after.
    Input(Input),
    /// So many inputs at once.
    Inputs(usize),
    Preset(PresetId),
    Reset(Origin),
    ResetLevers,
    /// The levers that a search found.
    TakeLevers,
    ResetAssumptions,
    Create,
    Copy,
    Rename,
    Annotate,
    Note(Input),
    Reorder,
    Delete,
    /// So many from a file.
    Import(usize),
    /// So many into one.
    Merge(usize),
    /// What an address holds.
    Open,
    /// One that came by an address, into what is stored.
    Keep,
    /// What another tab did.
    Elsewhere,
    /// So many scenes at the end of the script.
    AddScenes(usize),
    /// The scene at this place, from 0; likewise below.
    EditScene(usize),
    MoveScene(usize),
    RemoveScene(usize),
    /// What another tab did to the script.
    ScriptElsewhere,
}

/// A whole edit.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    pub change: Change,
    /// The scenario that was changed, made or deleted.
    pub key: Key,
    pub before: State,
    pub after: State,
}

/// The steps done and undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    steps: Rc<Vec<Rc<Step>>>,
    /// How many of them are done; those behind can be redone.
    done: usize,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        // Steps are never changed and never made twice, so that there is no need to look into them.
        let same = |(a, b): (&Rc<Step>, &Rc<Step>)| Rc::ptr_eq(a, b);
        self.done == other.done
            && self.steps.len() == other.steps.len()
            && self.steps.iter().zip(other.steps.iter()).all(same)
    }
}

impl History {
    /// What an undo takes back.
    pub fn last(&self) -> Option<&Step> {
        self.steps.get(self.done.checked_sub(1)?).map(Rc::as_ref)
    }

    /// What a redo does again.
    pub fn next(&self) -> Option<&Step> {
        self.steps.get(self.done).map(Rc::as_ref)
    }

    /// The steps that can be undone, latest first.
    pub fn undoable(&self) -> impl ExactSizeIterator<Item = &Step> {
        self.steps[..self.done].iter().rev().map(Rc::as_ref)
    }

    /// The steps that can be redone, the next one first.
    pub fn redoable(&self) -> impl ExactSizeIterator<Item = &Step> {
        self.steps[self.done..].iter().map(Rc::as_ref)
    }

    pub(super) fn push(&mut self, step: Step) {
        let forgotten = (self.done + 1).saturating_sub(STEPS);
        let mut steps = self.steps[forgotten..self.done].to_vec();
        steps.push(Rc::new(step));
        self.done = steps.len();
        self.steps = Rc::new(steps);
    }

    pub(super) fn back(&mut self) -> Option<State> {
        let state = self.last()?.before.clone();
        self.done -= 1;
        Some(state)
    }

    pub(super) fn forth(&mut self) -> Option<State> {
        let state = self.next()?.after.clone();
        self.done += 1;
        Some(state)
    }
}
