//! The browser's storage. It can be blocked or full; then nothing is kept, and the rest of the page goes on.

use gloo::events::EventListener;
use gloo::utils::window;

/// What the names of our items begin with.
const OURS: &str = "tuiyan.";

/// The browser's storage, where it lets us use it.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What our names end with. All files that a browser opens share one storage: each has names of its own.
fn ending() -> String {
    let location = window().location();
    if location.protocol().as_deref() == Ok("file:") {
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

/// An item's content.
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{name}{}", ending())).ok().flatten()
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
