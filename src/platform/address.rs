//! The address bar: written a few times a second at most, checked, and read when the user moves in the history.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PopStateEvent;

/// Browsers silently stop taking addresses that come in bursts.
const BETWEEN_WRITES_MS: f64 = 300.0;
/// The mark of the history's entries that the page itself wrote; longer where they hold what is not kept.
const OURS: &str = "tuiyan";
const WITH_GUESTS: &str = "tuiyan.guests";

/// The fragment as it stands, without the leading `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The page's whole address with this fragment.
pub fn of(fragment: &str) -> String {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// Whether the page itself wrote the address as it stands, and all that it held was kept.
pub fn is_of_what_is_kept() -> bool {
    let state = window().history().and_then(|history| history.state());
    state.is_ok_and(|state| state.as_string().as_deref() == Some(OURS))
}

/// How the history takes a new address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    /// A new entry, to which Back returns.
    New,
    /// The present entry rewritten.
    Same,
}

/// Writes addresses, no more often than browsers take them.
#[derive(Clone, Default)]
pub struct AddressWriter {
    pending: Rc<RefCell<Option<Timeout>>>,
    wanted: Rc<RefCell<String>>,
    guests: Rc<Cell<bool>>,
    last_write: Rc<Cell<Option<f64>>>,
}

impl AddressWriter {
    /// Writes at once where the last write is long enough ago, else as soon as it is; only the latest counts. `guests`:
    /// whether it holds scenarios that are not kept.
    pub fn write(&self, fragment: &str, entry: Entry, guests: bool) {
        self.guests.set(guests);
        self.wanted.replace(fragment.to_owned());
        if entry == Entry::New {
            self.put(entry);
            return;
        }
        let wait = self.last_write.get().map_or(0.0, |last| last + BETWEEN_WRITES_MS - now());
        if wait <= 0.0 {
            self.put(entry);
        } else {
            self.put_later(wait);
        }
    }

    fn put_later(&self, wait: f64) {
        let writer = self.clone();
        let timeout = Timeout::new(wait as u32 + 1, move || writer.put(Entry::Same));
        self.pending.replace(Some(timeout));
    }

    fn put(&self, entry: Entry) {
        self.pending.replace(None);
        self.last_write.set(Some(now()));
        let wanted = self.wanted.borrow().clone();
        let url = format!("#{wanted}");
        let state = JsValue::from_str(if self.guests.get() { WITH_GUESTS } else { OURS });
        let written = window().history().and_then(|history| match entry {
            Entry::New => history.push_state_with_url(&state, "", Some(&url)),
            Entry::Same => history.replace_state_with_url(&state, "", Some(&url)),
        });
        if written.is_err() || fragment() != wanted {
            self.put_later(1_000.0);
        }
    }
}

/// What the user did in the history.
#[derive(Clone, PartialEq, Debug)]
pub enum Move {
    /// Back or Forward to an entry that the page wrote.
    Visited(String),
    /// An address typed or followed.
    Typed(String),
}

/// Calls back when the user moves in the history or changes the address.
pub fn listen(callback: impl Fn(Move) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |event| {
        let ours = event
            .dyn_ref::<PopStateEvent>()
            .and_then(|event| event.state().as_string())
            .is_some_and(|state| state.starts_with(OURS));
        let fragment = fragment();
        callback(if ours { Move::Visited(fragment) } else { Move::Typed(fragment) });
    })
}

/// Milliseconds since the page began.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
