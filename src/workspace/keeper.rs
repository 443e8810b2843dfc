//! Keeps the browser's storage and this tab's workspace in step.
//!
//! Another tab may write the same items at any time. Each is held against what this tab last read or wrote under the
//! name, so that a change of either tab is never lost.

use std::rc::Rc;

use super::draft::{Draft, Key};
use super::script::{KnownScript, SCRIPT_NAME, Scene};
use super::storage::{
    INDEX_NAME, Index, Resolution, SetAside, entry_key, entry_name, read_entry, read_index, reconcile, write_entry,
    write_index,
};
use super::{Unreadable, Workspace};
use crate::plan::Plan;

/// Where a damaged index goes before a new one takes its place.
const ASIDE: &str = "tuiyan.aside.workspace";

/// What this tab last read or wrote of a scenario.
struct Known {
    key: Key,
    text: String,
    revision: u32,
    draft: Rc<Draft>,
}

/// What another tab did, for the workspace to take over.
#[derive(Clone, PartialEq, Debug)]
pub enum Told {
    /// It changed, made or (`None`) deleted a scenario.
    Take(Key, Option<Box<Draft>>),
    /// It changed a scenario that was changed here too.
    Both(Key, Box<Draft>),
    /// A newer program changed a scenario, which cannot be read here any more: this tab's own, of this name, needs another
    /// key.
    Unread(Key, String),
    /// It changed the script.
    Script(Rc<Vec<Scene>>),
    /// It changed the script, which was changed here too: what became of both.
    Scripts(Rc<Vec<Scene>>),
}

/// The memory of one tab.
pub struct Keeper {
    known: Vec<Known>,
    index: Option<Index>,
    index_revision: u32,
    script: KnownScript,
    set_aside: Vec<SetAside>,
}

/// The browser did not take an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotTaken;

/// Writes an item, or deletes it (`None`); whether the browser took it.
pub type Write<'a> = &'a mut dyn FnMut(&str, Option<&str>) -> bool;

impl Keeper {
    /// Begins with the items that the workspace was restored from.
    pub fn new(plan: &Plan, items: &[(String, String)]) -> Self {
        let mut keeper = Keeper {
            known: Vec::new(),
            index: None,
            index_revision: 0,
            script: KnownScript::default(),
            set_aside: Vec::new(),
        };
        for (name, text) in items {
            let Some(key) = entry_key(name) else { continue };
            match read_entry(plan, text) {
                Ok(stored) => keeper.known.push(Known {
                    key,
                    text: text.clone(),
                    revision: stored.revision,
                    draft: Rc::new(stored.content),
                }),
                Err(why) => keeper.put_aside(name, text, why),
            }
        }
        if let Some((name, text)) = items.iter().find(|(name, _)| name == INDEX_NAME) {
            match read_index(text) {
                Ok(stored) => {
                    keeper.index_revision = stored.revision;
                    keeper.index = Some(stored.content);
                }
                Err(why) => keeper.put_aside(name, text, why),
            }
        }
        if let Some((name, text)) = items.iter().find(|(name, _)| name == SCRIPT_NAME)
            && let Err(why) = keeper.script.begin(plan, text)
        {
            keeper.put_aside(name, text, why);
        }
        keeper
    }

    /// Items that could not be read. They stay in the storage as they are.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// Writes what changed here, and returns what changed elsewhere. The workspace must have taken that over before the
    /// next call. `Err` where the browser did not take something: the next call tries again.
    pub fn sync(
        &mut self,
        plan: &Plan,
        workspace: &Workspace,
        items: &[(String, String)],
        write: Write,
    ) -> Result<Vec<Told>, NotTaken> {
        let mut keys: Vec<Key> = workspace.kept().map(|entry| entry.key).collect();
        let more = self.known.iter().map(|known| known.key).chain(items.iter().filter_map(|(name, _)| entry_key(name)));
        for key in more {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut told = Vec::new();
        let mut taken = true;
        let mut left = workspace.entries().len();
        for key in keys {
            let name = entry_name(key);
            let text = items.iter().find(|(other, _)| *other == name).map(|(_, text)| text.as_str());
            match self.sync_entry(plan, workspace, key, (&name, text), left == 1, write) {
                Ok(news) => {
                    left -= usize::from(matches!(news, Some(Told::Take(_, None))));
                    told.extend(news);
                }
                Err(NotTaken) => taken = false,
            }
        }
        taken &= self.sync_index(workspace, items, write);
        let stored = items.iter().find(|(name, _)| name == SCRIPT_NAME).map(|(_, text)| text.as_str());
        let Keeper { script, set_aside, .. } = self;
        let aside = |text: &str, why| put_aside(set_aside, SCRIPT_NAME, text, why);
        match script.sync(plan, workspace, stored, write, aside) {
            Ok(news) => told.extend(news),
            Err(NotTaken) => taken = false,
        }
        if taken || !told.is_empty() { Ok(told) } else { Err(NotTaken) }
    }

    fn sync_entry(
        &mut self,
        plan: &Plan,
        workspace: &Workspace,
        key: Key,
        (name, text): (&str, Option<&str>),
        last: bool,
        write: Write,
    ) -> Result<Option<Told>, NotTaken> {
        let at = self.known.iter().position(|known| known.key == key);
        let base = at.map(|at| &self.known[at]);
        let own = workspace.kept().find(|entry| entry.key == key).map(|entry| &entry.draft);
        let mut revision = base.map_or(0, |known| known.revision);
        let theirs = match text {
            None => None,
            Some(text) if base.is_some_and(|known| known.text == text) => base.map(|known| known.draft.clone()),
            Some(text) => match read_entry(plan, text) {
                Ok(stored) => {
                    revision = stored.revision;
                    Some(Rc::new(stored.content))
                }
                Err(why) => {
                    self.put_aside(name, text, why);
                    return Ok(own.map(|own| Told::Unread(key, own.name().to_owned())));
                }
            },
        };
        let base = base.map(|known| known.draft.clone());
        let mut resolution = reconcile(base.as_deref(), own.map(Rc::as_ref), theirs.as_deref());
        if resolution == Resolution::Take && theirs.is_none() && last {
            // The last scenario stays: the deletion elsewhere is undone.
            resolution = Resolution::Write;
        }
        match (resolution, own, theirs) {
            (Resolution::Nothing, _, theirs) => {
                let known = theirs.zip(text);
                self.know(key, known.map(|(draft, text)| (text.to_owned(), revision, draft)));
                Ok(None)
            }
            (Resolution::Write, Some(own), _) => {
                let text = write_entry(plan, revision + 1, own);
                if !write(name, Some(&text)) {
                    return Err(NotTaken);
                }
                self.know(key, Some((text, revision + 1, own.clone())));
                Ok(None)
            }
            (Resolution::Write, None, _) => {
                if !write(name, None) {
                    return Err(NotTaken);
                }
                self.know(key, None);
                Ok(None)
            }
            (Resolution::KeepBoth, _, Some(theirs)) => {
                let told = Told::Both(key, Box::new(Draft::clone(&theirs)));
                self.know(key, text.map(|text| (text.to_owned(), revision, theirs)));
                Ok(Some(told))
            }
            (_, _, theirs) => {
                let told = Told::Take(key, theirs.as_deref().cloned().map(Box::new));
                let known = theirs.zip(text);
                self.know(key, known.map(|(draft, text)| (text.to_owned(), revision, draft)));
                Ok(Some(told))
            }
        }
    }

    /// The last tab to look somewhere else has the say where the next one begins.
    fn sync_index(&mut self, workspace: &Workspace, items: &[(String, String)], write: Write) -> bool {
        let index = Index::new(workspace);
        // Looking at what is not kept moves nothing of what is.
        if !index.order.contains(&index.active) || self.index.as_ref() == Some(&index) {
            return true;
        }
        let stored = items.iter().find(|(name, _)| name == INDEX_NAME);
        if let Some((name, text)) = stored {
            match read_index(text) {
                Ok(stored) => self.index_revision = self.index_revision.max(stored.revision),
                Err(why) => {
                    self.put_aside(name, text, why);
                    // A newer program's stays where it is.
                    if why != Unreadable::Damaged {
                        return true;
                    }
                    if !write(ASIDE, Some(text)) {
                        return false;
                    }
                }
            }
        }
        let taken = write(INDEX_NAME, Some(&write_index(self.index_revision + 1, &index)));
        if taken {
            self.index_revision += 1;
            self.index = Some(index);
        }
        taken
    }

    fn know(&mut self, key: Key, content: Option<(String, u32, Rc<Draft>)>) {
        self.known.retain(|known| known.key != key);
        if let Some((text, revision, draft)) = content {
            self.known.push(Known { key, text, revision, draft });
        }
    }

    fn put_aside(&mut self, name: &str, text: &str, why: Unreadable) {
        put_aside(&mut self.set_aside, name, text, why);
    }
}

fn put_aside(set_aside: &mut Vec<SetAside>, name: &str, text: &str, why: Unreadable) {
    let same = |item: &SetAside| item.name == name && item.text == text;
    if !set_aside.iter().any(same) {
        set_aside.push(SetAside { name: name.to_owned(), text: text.to_owned(), why });
    }
}
