//! The actions on scenarios as a whole: added, named, noted on, moved, deleted, brought in by an address.

use std::rc::Rc;

use super::action::{Action, ActionError};
use super::draft::{Draft, Entry, Key};
use super::history::{Change, State};
use super::{Link, Workspace};

impl Workspace {
    /// Carries out an action on whole scenarios as one step; any other does nothing.
    pub(super) fn arrange(&mut self, action: &Action) -> Result<(), ActionError> {
        match action {
            Action::Add(drafts, after, change) => {
                self.room(drafts.len())?;
                let at = match after {
                    Some(key) => self.place(*key)? + 1,
                    None => self.state.entries.len(),
                };
                let mut entries = self.kept_beside(drafts.len());
                for draft in drafts.iter().rev() {
                    entries.insert(at, Entry::new(self.keys.next(), Rc::new(draft.clone()), true));
                }
                if !drafts.is_empty() {
                    let first = entries[at].key;
                    self.go_on(*change, first, entries, first);
                }
                Ok(())
            }
            Action::Rename(key, text) | Action::Annotate(key, text) | Action::Note(key, _, text) => {
                let mut draft = Draft::clone(&self.entry(*key)?.draft);
                let change = match action {
                    Action::Note(_, input, _) => draft.set_note(*input, text).map(|()| Change::Note(*input)),
                    Action::Annotate(..) => draft.annotate(text).map(|()| Change::Annotate),
                    _ => draft.rename(text).map(|()| Change::Rename),
                }?;
                self.redraft(change, *key, draft);
                Ok(())
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
            Action::Take(key, draft, own_name) => self.take(*key, draft.as_deref(), own_name.as_deref()),
            Action::Import(drafts, scenes) => self.import(drafts, scenes),
            Action::Script(edit) => self.edit_script(edit),
            Action::TakeScript(scenes) => {
                self.take_script(scenes);
                Ok(())
            }
            Action::Open(link) => {
                let known = self.state.entries.clone();
                let state = self.take_in(link, Vec::new(), &known, true);
                self.open(state);
                Ok(())
            }
            Action::Visit(link) => {
                // Earlier guests leave, but for those that were edited and found no room.
                let stay = |entry: &&Entry| entry.kept || entry.draft != entry.opened;
                let beside: Vec<Entry> = self.state.entries.iter().filter(stay).cloned().collect();
                let known = self.state.entries.clone();
                let state = self.take_in(link, beside, &known, false);
                self.open(state);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The scenarios before so many come beside them: the one at hand is kept, where there is room, for the user works
    /// with it.
    pub(super) fn kept_beside(&self, more: usize) -> Vec<Entry> {
        let room = self.room(more + 1).is_ok();
        let mut entries = Vec::clone(&self.state.entries);
        if let Some(active) = entries.iter_mut().find(|entry| entry.key == self.state.active) {
            active.kept |= room && more > 0;
        }
        entries
    }

    fn place(&self, key: Key) -> Result<usize, ActionError> {
        self.state.entries.iter().position(|entry| entry.key == key).ok_or(ActionError::NoScenario)
    }

    fn go_on(&mut self, change: Change, key: Key, entries: Vec<Entry>, active: Key) {
        self.record(change, key, State { entries: Rc::new(entries), active, script: self.state.script.clone() });
    }

    /// Takes over what another tab made of a scenario.
    fn take(&mut self, key: Key, draft: Option<&Draft>, own_name: Option<&str>) -> Result<(), ActionError> {
        let mut entries = Vec::clone(&self.state.entries);
        let mut active = self.state.active;
        let at = self.place(key).unwrap_or(entries.len());
        if at < entries.len() {
            let own = entries.remove(at);
            if let Some(name) = own_name {
                let mut own = Draft::clone(&own.draft);
                own.rename(name)?;
                let new = self.keys.next();
                entries.insert(at, Entry::new(new, Rc::new(own), true));
                if active == key {
                    active = new;
                }
            }
        }
        if let Some(draft) = draft {
            entries.insert(at, Entry::new(key, Rc::new(draft.clone()), true));
        }
        // The one at hand may be the one that is gone; the last one is not.
        let next = entries.get(at).or(entries.last()).ok_or(ActionError::LastScenario)?.key;
        if !entries.iter().any(|entry| entry.key == active) {
            active = next;
        }
        self.go_on(Change::Elsewhere, key, entries, active);
        Ok(())
    }

    /// Goes on to what an address brought. The same again is no step, but counts, so that the address is written anew.
    fn open(&mut self, state: State) {
        if state == self.state {
            self.edits += 1;
        } else {
            self.record(Change::Open, state.active, state);
        }
    }

    /// The state of `entries` with what an address holds behind them; what is among the `known` keeps its key and is
    /// not taken twice. Overlays, reference and view become the address's.
    pub(super) fn take_in(&mut self, link: &Link, mut entries: Vec<Entry>, known: &[Entry], kept: bool) -> State {
        let mut keys: Vec<Key> = Vec::new();
        for draft in link.drafts() {
            // Two of the address that are alike stay two.
            let found = known.iter().find(|entry| entry.draft == *draft && !keys.contains(&entry.key));
            let entry = found.cloned().unwrap_or_else(|| Entry::new(self.keys.next(), draft.clone(), kept));
            keys.push(entry.key);
            if !entries.iter().any(|other| other.key == entry.key) {
                entries.push(entry);
            }
        }
        self.overlaid = link.overlaid().iter().map(|&at| keys[at]).collect();
        self.reference = link.reference().map(|at| keys[at]);
        self.view = link.view;
        State { entries: Rc::new(entries), active: keys[link.active()], script: self.state.script.clone() }
    }
}
