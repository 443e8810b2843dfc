//! The browser's storage. It can be blocked or full; then nothing is kept, and the rest of the page goes on.

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::port::get as property;

/// What the names of our items begin with.
const OURS: &str = "tuiyan.";
/// Where `single.js` puts what the page carries.
const CARRIED: &str = "tuiyanCarried";

/// The browser's storage, where it lets us use it.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What our names end with. All files that a browser opens share one storage: each has names of its own, which follow it
/// to another place where it carries something.
fn ending() -> String {
    let location = window().location();
    if let Some(id) = property(&property(&window(), CARRIED), "id").as_string() {
        format!("@{id}")
    } else if location.protocol().as_deref() == Ok("file:") {
        format!("@{}", location.pathname().unwrap_or_default())
    } else {
        String::new()
    }
}

/// All our items, names and contents; `None` where storage is blocked.
pub fn items() -> Option<Vec<(String, String)>> {
    let storage = storage()?;
    let ending = ending();
    let name_at = |at: u32| storage.key(at).ok().flatten();
    let names = (0..storage.length().ok()?).filter_map(name_at).filter(|name| name.starts_with(OURS));
    Some(
        names
            .filter_map(|name| {
                let text = storage.get_item(&name).ok().flatten()?;
                Some((name.strip_suffix(&ending)?.to_owned(), text))
            })
            .collect(),
    )
}

/// The items that the page carries from whoever made it, empty where they are damaged; `None` for a page that carries
/// nothing.
pub fn carried() -> Option<Vec<(String, String)>> {
    let carried = property(&window(), CARRIED);
    if carried.is_undefined() {
        return None;
    }
    let item = |item: JsValue| {
        let item = item.dyn_into::<Array>().ok()?;
        Some((item.get(0).as_string()?, item.get(1).as_string()?))
    };
    let items = property(&carried, "items").dyn_into::<Array>().unwrap_or_default();
    Some(items.iter().map(item).collect::<Option<_>>().unwrap_or_default())
}

/// An item's content, or what the page carries instead.
pub fn get(name: &str) -> Option<String> {
    let stored = || storage()?.get_item(&format!("{name}{}", ending())).ok().flatten();
    let brought = || carried()?.into_iter().find(|(other, _)| other == name).map(|(_, text)| text);
    stored().or_else(brought)
}

/// Writes an item, or deletes it (`None`); whether the browser did so.
pub fn set(name: &str, text: Option<&str>) -> bool {
    let name = format!("{name}{}", ending());
    storage().is_some_and(|storage| match text {
        Some(text) => storage.set_item(&name, text).is_ok(),
        None => storage.remove_item(&name).is_ok(),
    })
}

/// Calls back when another tab has written to the storage.
pub fn on_change(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |_| callback())
}
