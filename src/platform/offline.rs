//! The copy of a hosted site that the browser keeps for use without a network: see `service.js`, which keeps it.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::Array;
use js_sys::futures::{JsFuture, spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

use super::{port, storage};

/// The script that keeps the copy, beside the page.
const SCRIPT: &str = "service.js";
/// The setting of a user who wants no copy.
const CHOICE: &str = "tuiyan.offline";
const UNWANTED: &str = "off";
/// What the script takes for the user's word to use the newer version.
const TAKE_OVER: &str = "take over";
/// Any other word has it delete versions that no page uses.
const TIDY: &str = "tidy";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// The page is one file and needs none.
    Needless,
    /// Browsers keep no copy of a site without https.
    Impossible,
    /// The user wants none.
    Unwanted,
    Making,
    Ready,
    Failed,
}

/// How the copy is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct State {
    pub status: Status,
    /// Whether there is a newer version than the page's.
    pub newer: bool,
}

/// The folder of the page's version, which is the version's name; nothing for a page of one file.
pub fn version() -> Option<String> {
    let script = document().query_selector("script[data-app]").ok()??;
    Some(script.get_attribute("data-app")?.split('/').next()?.to_owned())
}

fn container() -> Option<ServiceWorkerContainer> {
    let there = window().is_secure_context() && !port::get(&window().navigator(), "serviceWorker").is_undefined();
    there.then(|| window().navigator().service_worker())
}

/// The copy as this page sees it.
pub struct SiteCopy {
    container: Option<ServiceWorkerContainer>,
    registration: RefCell<Option<ServiceWorkerRegistration>>,
    listeners: RefCell<Vec<EventListener>>,
    state: Cell<State>,
    tell: Box<dyn Fn(State)>,
    /// Whether the page was served from the copy, or has been taken up by it since.
    controlled: Cell<bool>,
    /// Whether another page has put the newer version in charge.
    overtaken: Cell<bool>,
    /// Whether the user has asked this page for the newer version.
    taking: Cell<bool>,
}

/// Has the browser keep a copy unless the user wants none; `tell` hears how the copy is, now and whenever that changes.
pub fn keep(tell: impl Fn(State) + 'static) -> Rc<SiteCopy> {
    let container = container();
    let status = if version().is_none() {
        Status::Needless
    } else if container.is_none() {
        Status::Impossible
    } else if storage::get(CHOICE).as_deref() == Some(UNWANTED) {
        Status::Unwanted
    } else {
        Status::Making
    };
    let controlled = container.as_ref().is_some_and(|container| container.controller().is_some());
    let copy = Rc::new(SiteCopy {
        container,
        registration: RefCell::default(),
        listeners: RefCell::default(),
        state: Cell::new(State { status, newer: false }),
        tell: Box::new(tell),
        controlled: Cell::new(controlled),
        overtaken: Cell::new(false),
        taking: Cell::new(false),
    });
    if let Some(container) = &copy.container {
        let weak = Rc::downgrade(&copy);
        let listener = EventListener::new(container, "controllerchange", move |_| {
            if let Some(copy) = weak.upgrade() {
                copy.change_hands();
            }
        });
        copy.listeners.borrow_mut().push(listener);
    }
    (copy.tell)(copy.state.get());
    if status == Status::Making {
        copy.make();
    }
    copy
}

impl SiteCopy {
    /// Makes the copy, and remembers that the user wants it.
    pub fn make(self: &Rc<Self>) {
        let Some(container) = self.container.clone() else { return };
        storage::set(CHOICE, None);
        self.set(State { status: Status::Making, newer: false });
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            let registered = JsFuture::from(container.register(SCRIPT)).await;
            let Some(copy) = weak.upgrade() else { return };
            match registered.and_then(JsCast::dyn_into::<ServiceWorkerRegistration>) {
                Ok(registration) => copy.follow(registration),
                Err(_) => copy.set(State { status: Status::Failed, newer: false }),
            }
        });
    }

    /// Deletes the copy, and remembers that the user wants none.
    pub fn remove(self: &Rc<Self>) {
        storage::set(CHOICE, Some(UNWANTED));
        let Some(registration) = self.registration.take() else { return };
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            // What a browser does not delete, it does not use without the registration either.
            let _ = delete(&registration).await;
            if let Some(copy) = weak.upgrade() {
                copy.set(State { status: Status::Unwanted, newer: false });
            }
        });
    }

    /// Reloads the page in the newer version; other pages stay as they are.
    pub fn take_newer(&self) {
        self.taking.set(true);
        let waiting = self.registration.borrow().as_ref().and_then(ServiceWorkerRegistration::waiting);
        match waiting {
            // It reloads once that is in charge.
            Some(worker) if worker.post_message(&TAKE_OVER.into()).is_ok() => {}
            _ => reload(),
        }
    }

    fn follow(self: &Rc<Self>, registration: ServiceWorkerRegistration) {
        if let Some(active) = registration.active() {
            // One that has ended has nothing to tidy.
            let _ = active.post_message(&TIDY.into());
        }
        let weak = Rc::downgrade(self);
        let found = EventListener::new(&registration, "updatefound", {
            let weak = weak.clone();
            move |_| watch_installing(&weak)
        });
        self.listeners.borrow_mut().push(found);
        *self.registration.borrow_mut() = Some(registration);
        watch_installing(&weak);
        self.look();
    }

    fn look(&self) {
        let registration = self.registration.borrow();
        let Some(registration) = &*registration else { return };
        let (active, waiting) = (registration.active().is_some(), registration.waiting().is_some());
        let status = match (active, waiting || registration.installing().is_some()) {
            (true, _) => Status::Ready,
            (false, true) => Status::Making,
            (false, false) => Status::Failed,
        };
        self.set(State { status, newer: active && waiting || self.overtaken.get() });
    }

    /// Another version is in charge of the pages, or the first one is.
    fn change_hands(&self) {
        if self.taking.get() {
            return reload();
        }
        self.overtaken.set(self.controlled.replace(true));
        self.look();
    }

    fn set(&self, state: State) {
        if self.state.replace(state) != state {
            (self.tell)(state);
        }
    }
}

/// Looks again whenever the version that is being installed gets on.
fn watch_installing(copy: &Weak<SiteCopy>) {
    let Some(strong) = copy.upgrade() else { return };
    let installing = strong.registration.borrow().as_ref().and_then(ServiceWorkerRegistration::installing);
    let Some(installing) = installing else { return };
    let weak = copy.clone();
    let listener = EventListener::new(&installing, "statechange", move |_| {
        if let Some(copy) = weak.upgrade() {
            copy.look();
        }
    });
    strong.listeners.borrow_mut().push(listener);
}

async fn delete(registration: &ServiceWorkerRegistration) -> Result<(), JsValue> {
    JsFuture::from(registration.unregister()?).await?;
    let caches = window().caches()?;
    let ours = format!("tuiyan {} ", registration.scope());
    for name in Array::from(&JsFuture::from(caches.keys()).await?).iter().filter_map(|name| name.as_string()) {
        if name.starts_with(&ours) {
            JsFuture::from(caches.delete(&name)).await?;
        }
    }
    Ok(())
}

fn reload() {
    // Nothing is left to do where even reloading fails.
    let _ = window().location().reload();
}
