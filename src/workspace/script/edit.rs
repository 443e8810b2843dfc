//! What is done to the script.

use std::rc::Rc;

use super::super::action::ActionError;
use super::super::draft::{Draft, Entry, Key};
use super::super::history::{Change, State};
use super::super::{Reference, Workspace};
use super::{MAX_SCENES, Scene};

/// A change of the script; places count from 0.
#[derive(Clone, PartialEq, Debug)]
pub enum ScriptEdit {
    /// Adds scenes at the end.
    Add(Vec<Scene>),
    Replace(usize, Box<Scene>),
    /// Moves a scene to another place.
    Move(usize, usize),
    Remove(usize),
}

impl Workspace {
    /// Carries out a change of the script as one step. A scenario that a scene names is kept from then on, where there
    /// is room.
    pub(in super::super) fn edit_script(&mut self, edit: &ScriptEdit) -> Result<(), ActionError> {
        let mut scenes = Vec::clone(&self.state.script);
        let there = |at: usize| if at < self.state.script.len() { Ok(at) } else { Err(ActionError::NoScene) };
        let change = match edit {
            ScriptEdit::Add(more) => {
                self.room_for_scenes(more.len())?;
                scenes.extend_from_slice(more);
                Change::AddScenes(more.len())
            }
            ScriptEdit::Replace(at, scene) => {
                scenes[there(*at)?] = Scene::clone(scene);
                Change::EditScene(*at)
            }
            ScriptEdit::Move(from, to) => {
                let scene = scenes.remove(there(*from)?);
                scenes.insert((*to).min(scenes.len()), scene);
                Change::MoveScene(*from)
            }
            ScriptEdit::Remove(at) => {
                scenes.remove(there(*at)?);
                Change::RemoveScene(*at)
            }
        };
        self.rewrite(change, scenes);
        Ok(())
    }

    /// Takes over what another tab made of the script.
    pub(in super::super) fn take_script(&mut self, scenes: &[Scene]) {
        self.rewrite(Change::ScriptElsewhere, scenes.to_vec());
    }

    /// Adds scenarios, and scenes that name them by their places, as one step.
    pub(in super::super) fn import(&mut self, drafts: &[Draft], scenes: &[Scene<usize>]) -> Result<(), ActionError> {
        self.room(drafts.len())?;
        self.room_for_scenes(scenes.len())?;
        if scenes.iter().flat_map(Scene::named).any(|&at| at >= drafts.len()) {
            return Err(ActionError::NoScenario);
        }
        let keys: Vec<Key> = drafts.iter().map(|_| self.keys.next()).collect();
        let Some(&first) = keys.first() else { return Ok(()) };
        let mut entries = self.kept_beside(drafts.len());
        let new = keys.iter().zip(drafts).map(|(&key, draft)| Entry::new(key, Rc::new(draft.clone()), true));
        entries.extend(new);
        let mut script = Vec::clone(&self.state.script);
        script.extend(scenes.iter().cloned().map(|scene| scene.map(|at| keys[at])));
        let state = State { entries: Rc::new(entries), active: first, script: Rc::new(script) };
        self.record(Change::Import(drafts.len()), first, state);
        Ok(())
    }

    fn rewrite(&mut self, change: Change, scenes: Vec<Scene>) {
        if scenes == **self.state.script {
            return;
        }
        let mut state = State { script: Rc::new(scenes), ..self.state.clone() };
        let named = |entry: &Entry| {
            let key = Reference::Scenario(entry.key);
            state.script.iter().any(|scene| scene.scenario == key || scene.beside == Some(key))
        };
        let guests = state.entries.iter().filter(|entry| !entry.kept && named(entry)).count();
        if guests > 0 && self.room(guests).is_ok() {
            let keep = |entry: &Entry| Entry { kept: entry.kept || named(entry), ..entry.clone() };
            state.entries = Rc::new(state.entries.iter().map(keep).collect());
        }
        self.record(change, state.active, state);
    }

    fn room_for_scenes(&self, more: usize) -> Result<(), ActionError> {
        if self.state.script.len() + more > MAX_SCENES { Err(ActionError::FullScript) } else { Ok(()) }
    }
}
