//! Keeps the stored script and this tab's in step, as the keeper does with scenarios.

use std::rc::Rc;

use super::super::Workspace;
use super::super::keeper::{NotTaken, Told, Write};
use super::super::storage::{Resolution, Unreadable, reconcile};
use super::Scene;
use super::item::{SCRIPT_NAME, read_script, write_script};
use crate::plan::Plan;

/// Where a damaged script goes before a new one takes its place.
const ASIDE: &str = "tuiyan.aside.script";

/// What this tab last read or wrote of the script; without an item there are no scenes.
#[derive(Default)]
pub struct KnownScript {
    text: Option<String>,
    revision: u32,
    scenes: Rc<Vec<Scene>>,
}

impl KnownScript {
    /// Takes in what the storage held when the tab began.
    pub fn begin(&mut self, plan: &Plan, text: &str) -> Result<(), Unreadable> {
        let stored = read_script(plan, text)?;
        *self = KnownScript { text: Some(text.to_owned()), revision: stored.revision, scenes: Rc::new(stored.content) };
        Ok(())
    }

    /// Writes what changed here, or tells what changed elsewhere; `text` is what is stored now. What cannot be read is
    /// given to `aside`: a newer program's is not touched, a damaged one only once there is a new one.
    pub fn sync(
        &mut self,
        plan: &Plan,
        workspace: &Workspace,
        text: Option<&str>,
        write: Write,
        mut aside: impl FnMut(&str, Unreadable),
    ) -> Result<Option<Told>, NotTaken> {
        let own = &workspace.state.script;
        let theirs = match text {
            None => Rc::default(),
            Some(text) if self.text.as_deref() == Some(text) => self.scenes.clone(),
            Some(text) => match read_script(plan, text) {
                Ok(stored) => {
                    self.revision = self.revision.max(stored.revision);
                    Rc::new(stored.content)
                }
                Err(why) => {
                    aside(text, why);
                    if why != Unreadable::Damaged || *own == self.scenes {
                        return Ok(None);
                    }
                    if !write(ASIDE, Some(text)) {
                        return Err(NotTaken);
                    }
                    self.scenes.clone()
                }
            },
        };
        let resolution = reconcile(Some(&*self.scenes), Some(&**own), Some(&*theirs));
        if resolution == Resolution::Write {
            let text = (!own.is_empty()).then(|| write_script(self.revision + 1, own));
            if !write(SCRIPT_NAME, text.as_deref()) {
                return Err(NotTaken);
            }
            *self = KnownScript { text, revision: self.revision + 1, scenes: own.clone() };
            return Ok(None);
        }
        let told = match resolution {
            Resolution::Take => Some(Told::Script(theirs.clone())),
            Resolution::KeepBoth => Some(Told::Scripts(Rc::new(both(&self.scenes, own, &theirs)))),
            Resolution::Nothing | Resolution::Write => None,
        };
        self.text = text.map(str::to_owned);
        self.scenes = theirs;
        Ok(told)
    }
}

/// This tab's scenes, and behind them those that the other tab made or changed. The script may grow over its limit
/// rather than lose one.
fn both(base: &[Scene], own: &[Scene], theirs: &[Scene]) -> Vec<Scene> {
    let new = theirs.iter().filter(|scene| !own.contains(scene) && !base.contains(scene));
    own.iter().chain(new).cloned().collect()
}
