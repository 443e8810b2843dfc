//! The whole screen, where the browser grants it.

use gloo::events::EventListener;
use gloo::utils::{document, document_element, window};
use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::platform::spawn_local;

/// Asks for the whole screen, in answer to a key or a click. Where it is refused, the window has to do.
pub fn fill() {
    call(&document_element(), "requestFullscreen");
}

/// Gives the screen back.
pub fn give_back() {
    if is_filled() {
        call(&document(), "exitFullscreen");
    }
}

pub fn is_filled() -> bool {
    Reflect::get(&document(), &"fullscreenElement".into()).is_ok_and(|element| element.is_object())
}

/// Whether keys pressed now come to this page.
pub fn has_focus() -> bool {
    document().has_focus().unwrap_or(true)
}

/// Whether a second screen is there, as far as the browser says; where it says nothing, there may be one.
pub fn is_extended() -> bool {
    let extended =
        Reflect::get(&window(), &"screen".into()).and_then(|screen| Reflect::get(&screen, &"isExtended".into()));
    extended.ok().and_then(|extended| extended.as_bool()).unwrap_or(true)
}

/// Calls back with whether the page fills the screen, each time that changes.
pub fn on_change(callback: impl Fn(bool) + 'static) -> EventListener {
    EventListener::new(&document(), "fullscreenchange", move |_| callback(is_filled()))
}

/// Calls a method that promises something, whose refusal is nobody's loss.
fn call(object: &JsValue, method: &str) {
    let Ok(method) = Reflect::get(object, &method.into()).and_then(|method| method.dyn_into::<Function>()) else {
        return;
    };
    if let Ok(Ok(promise)) = method.call0(object).map(|promise| promise.dyn_into::<Promise>()) {
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}
