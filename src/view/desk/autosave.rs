//! Writes the workspace to the browser's storage as it changes, and takes over what other tabs write.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::catalogue::desk;
use crate::platform::{page, storage};
use crate::text::Language;
use crate::view::store::{Message, PlanRef, Send, StoredItems};
use crate::workspace::{Action, Keeper, SetAside, Told, Workspace};

/// How long an edit waits for the next ones, in milliseconds.
const GATHER: u32 = 250;

/// Why nothing is being kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    Blocked,
    Full,
}

/// What the user has to know about what is kept.
#[derive(Clone, PartialEq, Default)]
pub struct Trouble {
    pub failure: Option<Failure>,
    /// Items that could not be read.
    pub set_aside: Vec<SetAside>,
    /// The names of this tab's versions of scenarios that another tab changed too.
    pub both: Vec<String>,
    /// Whether the script was changed here and there.
    pub scripts: bool,
}

/// What this tab knows of the storage and of its own workspace.
struct Memory {
    keeper: Option<Keeper>,
    workspace: Rc<Workspace>,
    language: Language,
    /// Whether the workspace has yet to take over what another tab did.
    waiting: bool,
    timer: Option<Timeout>,
    trouble: Trouble,
    /// How many of the items set aside the user has closed.
    closed: usize,
}

/// One tab at work.
#[derive(Clone)]
struct Tab {
    plan: PlanRef,
    memory: Rc<RefCell<Memory>>,
    show: UseStateSetter<Trouble>,
    send: Send,
}

impl Tab {
    fn sync_soon(&self) {
        let mut memory = self.memory.borrow_mut();
        if memory.timer.is_none() {
            let tab = self.clone();
            memory.timer = Some(Timeout::new(GATHER, move || tab.sync()));
        }
    }

    fn sync(&self) {
        let mut memory = self.memory.borrow_mut();
        let Memory { keeper, workspace, language, waiting, timer, trouble, closed } = &mut *memory;
        *timer = None;
        let (Some(keeper), false) = (keeper, *waiting) else { return };
        let Some(items) = storage::items() else {
            trouble.failure = Some(Failure::Blocked);
            self.show.set(trouble.clone());
            return;
        };
        let told = keeper.sync(&self.plan, workspace, &items, &mut storage::set);
        let failed = trouble.failure.is_some();
        trouble.failure = told.is_err().then_some(Failure::Full);
        let turned = (failed != told.is_err()).then_some(told.is_err());
        trouble.set_aside = keeper.set_aside()[*closed..].to_vec();
        let mut actions = Vec::new();
        for told in told.unwrap_or_default() {
            actions.push(match told {
                Told::Take(key, draft) => Action::Take(key, draft, None),
                Told::Unread(key, name) => Action::Take(key, None, Some(name)),
                Told::Script(scenes) => Action::TakeScript(scenes),
                Told::Scripts(scenes) => {
                    trouble.scripts = true;
                    Action::TakeScript(scenes)
                }
                Told::Both(key, draft) => {
                    let own = workspace.find(key).map_or(draft.as_ref(), |entry| entry.draft.as_ref());
                    let name = workspace.free_name(&desk::own_version(&self.plan, own, *language));
                    trouble.both.push(name.clone());
                    Action::Take(key, Some(draft), Some(name))
                }
            });
        }
        *waiting = !actions.is_empty();
        self.show.set(trouble.clone());
        drop(memory);
        if let Some(unkept) = turned {
            self.send.emit(Message::Unkept(unkept));
        }
        for action in actions {
            self.send.emit(Message::Act(action));
        }
    }
}

/// Keeps the workspace in the storage, whose items it began with are `stored`, and says what the user has to know. The
/// callback takes what is said of both versions and of items set aside off the screen.
#[hook]
pub fn use_autosave(
    plan: PlanRef,
    stored: &Option<StoredItems>,
    workspace: &Rc<Workspace>,
    language: Language,
    send: &Send,
) -> (Trouble, Callback<()>) {
    let memory = use_mut_ref(|| {
        let keeper = stored.as_ref().map(|items| Keeper::new(&plan, items));
        let trouble = Trouble {
            failure: keeper.is_none().then_some(Failure::Blocked),
            set_aside: keeper.as_ref().map_or_else(Vec::new, |keeper| keeper.set_aside().to_vec()),
            both: Vec::new(),
            scripts: false,
        };
        let workspace = workspace.clone();
        Memory { keeper, workspace, language, waiting: false, timer: None, trouble, closed: 0 }
    });
    let shown = use_state_eq(|| memory.borrow().trouble.clone());
    let tab = Tab { plan, memory, show: shown.setter(), send: send.clone() };

    use_effect_with((workspace.clone(), language), {
        let tab = tab.clone();
        move |(workspace, language)| {
            {
                let mut memory = tab.memory.borrow_mut();
                memory.workspace = workspace.clone();
                memory.language = *language;
                memory.waiting = false;
            }
            tab.sync_soon();
        }
    });
    use_effect_with((), {
        let tab = tab.clone();
        move |()| {
            let on = || {
                let tab = tab.clone();
                move || tab.sync()
            };
            let listeners = (page::on_hide(on()), page::on_return(on()), storage::on_change(on()));
            move || {
                drop(listeners);
                tab.memory.borrow_mut().timer = None;
            }
        }
    });
    let dismiss = use_callback((), {
        let tab = tab.clone();
        move |(), ()| {
            let mut memory = tab.memory.borrow_mut();
            memory.closed = memory.keeper.as_ref().map_or(0, |keeper| keeper.set_aside().len());
            memory.trouble.set_aside.clear();
            memory.trouble.both.clear();
            memory.trouble.scripts = false;
            tab.show.set(memory.trouble.clone());
        }
    });
    ((*shown).clone(), dismiss)
}
