//! The actions on scenarios as a whole: made, named, noted on, moved, deleted, brought in, merged.

use std::rc::Rc;

use super::action::{Action, ActionError};
use super::draft::{Draft, Entry, Key, TooLong};
use super::history::{Change, State};
use super::merge::merged;
use super::{Link, Workspace};
use crate::plan::Plan;

impl Workspace {
    /// Carries out an action on whole scenarios as one step; any other does nothing.
    pub(super) fn arrange(&mut self, plan: &Plan, action: &Action) -> Result<(), ActionError> {
        match action {
            Action::Create(preset, name) => {
                let mut draft = Draft::of_preset(plan, *preset);
                draft.rename(name)?;
                self.add(Change::Create, self.state.entries.len(), vec![draft])
            }
            Action::Copy(key, name) => {
                let mut draft = Draft::clone(&self.entry(*key)?.draft);
                draft.rename(name)?;
                let after = self.place(*key).map_or(0, |at| at + 1);
                self.add(Change::Copy, after, vec![draft])
            }
            Action::Import(drafts) => self.add(Change::Import(drafts.len()), self.state.entries.len(), drafts.clone()),
            Action::Merge(keys, name) => {
                let drafts: Result<Vec<_>, _> =
                    keys.iter().map(|&key| self.entry(key).map(|entry| entry.draft.as_ref())).collect();
                let mut draft = merged(plan, &drafts?).ok_or(ActionError::NoScenario)?;
                draft.rename(name)?;
                self.add(Change::Merge(keys.len()), self.state.entries.len(), vec![draft])
            }
            Action::Rename(key, name) => self.redraft(*key, Change::Rename, |draft| draft.rename(name)),
            Action::Annotate(key, text) => self.redraft(*key, Change::Annotate, |draft| draft.annotate(text)),
            Action::Note(key, input, text) => {
                self.redraft(*key, Change::Note(*input), |draft| draft.set_note(*input, text))
            }
            Action::Reorder(key, to) => {
                let from = self.place(*key)?;
                let to = (*to).min(self.state.entries.len() - 1);
                if from != to {
                    let mut entries = Vec::clone(&self.state.entries);
                    let entry = entries.remove(from);
                    entries.insert(to, entry);
                    self.go_on(Change::Reorder, *key, entries, self.state.active);
                }
                Ok(())
            }
            Action::Delete(key) => {
                let at = self.place(*key)?;
                let mut entries = Vec::clone(&self.state.entries);
                entries.remove(at);
                // The next one, or the one before where there is none.
                let next = entries.get(at).or(entries.last()).ok_or(ActionError::LastScenario)?.key;
                let active = if self.state.active == *key { next } else { self.state.active };
                self.go_on(Change::Delete, *key, entries, active);
                Ok(())
            }
            Action::Keep(key) => {
                let at = self.place(*key)?;
                if !self.state.entries[at].kept {
                    self.room(1)?;
                    let mut entries = Vec::clone(&self.state.entries);
                    entries[at].kept = true;
                    self.go_on(Change::Keep, *key, entries, self.state.active);
                }
                Ok(())
            }
            Action::Open(link) => {
                self.take_in(link, Vec::new(), true);
                Ok(())
            }
            Action::Visit(link) => {
                // Earlier guests leave, but for those that were edited and found no room.
                let stay = |entry: &&Entry| entry.kept || entry.draft != entry.opened;
                let entries = self.state.entries.iter().filter(stay).cloned().collect();
                self.take_in(link, entries, false);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn place(&self, key: Key) -> Result<usize, ActionError> {
        self.state.entries.iter().position(|entry| entry.key == key).ok_or(ActionError::NoScenario)
    }

    fn go_on(&mut self, change: Change, key: Key, entries: Vec<Entry>, active: Key) {
        self.record(change, key, State { entries: Rc::new(entries), active });
    }

    /// Puts new scenarios into the list; the first becomes the active one.
    fn add(&mut self, change: Change, at: usize, drafts: Vec<Draft>) -> Result<(), ActionError> {
        self.room(drafts.len())?;
        let new: Vec<Entry> =
            drafts.into_iter().map(|draft| Entry::new(self.keys.next(), Rc::new(draft), true)).collect();
        if let Some(first) = new.first() {
            let active = first.key;
            let mut entries = Vec::clone(&self.state.entries);
            entries.splice(at..at, new);
            self.go_on(change, active, entries, active);
        }
        Ok(())
    }

    fn redraft(
        &mut self,
        key: Key,
        change: Change,
        set: impl FnOnce(&mut Draft) -> Result<(), TooLong>,
    ) -> Result<(), ActionError> {
        let current = &self.entry(key)?.draft;
        let mut draft = Draft::clone(current);
        set(&mut draft)?;
        if draft != **current {
            let state = self.with_draft(key, draft);
            self.record(change, key, state);
        }
        Ok(())
    }

    /// Goes on to what an address holds, beside `entries`; what is among them already is not taken twice.
    fn take_in(&mut self, link: &Link, mut entries: Vec<Entry>, kept: bool) {
        let mut keys = Vec::new();
        for draft in link.drafts() {
            // Two of the address that are alike stay two.
            let known = entries.iter().find(|entry| entry.draft == *draft && !keys.contains(&entry.key));
            let key = known.map(|entry| entry.key).unwrap_or_else(|| {
                let entry = Entry::new(self.keys.next(), draft.clone(), kept);
                let key = entry.key;
                entries.push(entry);
                key
            });
            keys.push(key);
        }
        let active = keys[link.active()];
        self.go_on(Change::Open, active, entries, active);
        self.overlaid = link.overlaid().iter().map(|&at| keys[at]).collect();
        self.reference = link.reference().map(|at| keys[at]);
        self.view = link.view;
    }
}
