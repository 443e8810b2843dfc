//! The page as a whole: its language, theme and title, and the message of last resort.

use gloo::events::EventListener;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MediaQueryList, VisibilityState};

use crate::text::{Language, Text};

/// Sets the document's language and title.
pub fn set_language(language: Language, title: &str) {
    // Setting a plain attribute of the document's root fails only where there is no document.
    let _ = document_element().set_attribute("lang", language.tag());
    document().set_title(title);
}

/// A number that another tab or browser does not have, as good as certainly.
pub fn seed() -> u64 {
    (js_sys::Math::random() * 2f64.powi(53)) as u64
}

/// Calls back when the page goes out of sight, perhaps for good.
pub fn on_hide(callback: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let hidden = callback.clone();
    [
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().visibility_state() == VisibilityState::Hidden {
                hidden();
            }
        }),
        EventListener::new(&window(), "pagehide", move |_| callback()),
    ]
}

/// Calls back when the page is shown again after the browser had put it aside, events meanwhile missed.
pub fn on_return(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "pageshow", move |_| callback())
}

/// Milliseconds since some time before, for differences.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The time here, as `09:05`.
pub fn clock() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// Sets the theme that the styles follow.
pub fn set_dark(dark: bool) {
    let _ = document_element().set_attribute("data-theme", if dark { "dark" } else { "light" });
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    media(query).is_some_and(|list| list.matches())
}

/// Calls back with whether a media query holds, each time that changes.
pub fn on_media_change(query: &str, callback: impl Fn(bool) + 'static) -> Option<EventListener> {
    let list = media(query)?;
    let target = list.clone();
    Some(EventListener::new(&target, "change", move |_| callback(list.matches())))
}

/// The query of a reader who prefers no motion.
pub const PREFERS_STILL: &str = "(prefers-reduced-motion: reduce)";

/// The query of a system that prefers a dark page.
pub const PREFERS_DARK: &str = "(prefers-color-scheme: dark)";

/// Replaces a dead page by a message with a link that reloads it; the address still holds the scenario.
pub fn install_panic_message() {
    let default = std::panic::take_hook();
    yew::set_custom_panic_hook(Box::new(move |info| {
        default(info);
        web_sys::console::error_1(&info.to_string().into());
        show_crash();
    }));
}

const CRASHED: Text = Text::new(
    "推演遇到内部错误，已停止运行。情景保存在网址中，重新载入即可继续。",
    "tuiyan has stopped because of an internal error. The scenario is kept in the address: reload to carry on.",
);
const RELOAD: Text = Text::new("重新载入", "Reload");

/// Shows that the page has stopped, and how to carry on.
pub fn show_crash() {
    let document = document();
    let Some(message) = document.get_element_by_id("boot-message") else { return };
    let english = document_element().get_attribute("lang").as_deref() == Some("en");
    let language = if english { Language::En } else { Language::Zh };
    message.set_text_content(Some(CRASHED.get(language)));
    if let Ok(button) = document.create_element("button") {
        button.set_text_content(Some(RELOAD.get(language)));
        let listener = EventListener::new(&button, "click", |_| {
            // Nothing is left to do where even reloading fails.
            let _ = window().location().reload();
        });
        listener.forget();
        let _ = message.append_child(&button);
    }
    let _ = message.remove_attribute("hidden");
    if let Some(app) = document.get_element_by_id("app").and_then(|app| app.dyn_into::<HtmlElement>().ok()) {
        // The levers no longer answer: leave the figures readable, but out of reach.
        let _ = app.set_attribute("inert", "");
    }
}
