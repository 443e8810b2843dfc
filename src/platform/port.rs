//! What serves a program beside the page, `engine.js`: a worker, or the page itself with the same interface.

use std::rc::Rc;

use gloo::utils::{document, window};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlScriptElement, MessageEvent, Url, Worker};

#[wasm_bindgen]
extern "C" {
    /// What `engine.js` offers on the page: the interface of a worker.
    #[wasm_bindgen(js_name = tuiyanEngine, catch)]
    fn engine_on_page() -> Result<Object, JsValue>;
}

/// What listens to a port, as long as it is kept.
pub type Listeners = [Closure<dyn Fn(MessageEvent)>; 2];

/// A worker, where the browser starts one.
pub fn worker() -> Option<Object> {
    let script = resource("engine.js").as_string()?;
    Worker::new(&script).ok().map(JsCast::unchecked_into)
}

/// Has the page itself serve; calls back with nothing where it cannot.
pub fn on_page(done: impl Fn(Option<Object>) + 'static) {
    load_script(move |loaded| done(loaded.then(|| engine_on_page().ok()).flatten()));
}

/// Calls back with what a port posts, and with nothing where it fails.
pub fn listen(port: &Object, heard: impl Fn(Option<JsValue>) + 'static) -> Listeners {
    let heard = Rc::new(heard);
    let failed = heard.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| heard(Some(get(&event, "data"))));
    let on_error = Closure::<dyn Fn(MessageEvent)>::new(move |_: MessageEvent| failed(None));
    // Setting a listener of a worker cannot fail.
    let _ = Reflect::set(port, &"onmessage".into(), on_message.as_ref());
    let _ = Reflect::set(port, &"onerror".into(), on_error.as_ref());
    [on_message, on_error]
}

/// Whether a port is a worker, and not the page itself.
pub fn is_worker(port: &Object) -> bool {
    port.is_instance_of::<Worker>()
}

/// Ends a worker; the page itself goes on.
pub fn end(port: &Object) {
    if let Some(worker) = port.dyn_ref::<Worker>() {
        worker.terminate();
    }
}

pub fn post(port: &Object, message: &Object) {
    if let Ok(post) = Reflect::get(port, &"postMessage".into()).and_then(|post| post.dyn_into::<Function>()) {
        // A port that is gone has had its listener called.
        let _ = post.call1(port, message);
    }
}

pub fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object
}

pub fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A file beside the app's program: its address, or its contents where the page carries them (see `single.js`);
/// `undefined` where there is none.
pub fn resource(name: &str) -> JsValue {
    let carried = get(&window(), "tuiyanFiles");
    if !carried.is_undefined() {
        return get(&carried, name);
    }
    let address = || {
        let script = document().query_selector("script[data-app]").ok()??;
        let app = Url::new_with_base(&script.get_attribute("data-app")?, &script.base_uri().ok()??).ok()?;
        Some(Url::new_with_base(name, &app.href()).ok()?.href())
    };
    address().map_or(JsValue::UNDEFINED, JsValue::from)
}

/// Loads `engine.js` into the page, unless it stands there.
fn load_script(done: impl Fn(bool) + 'static) {
    if get(&window(), "tuiyanEngine").is_function() {
        return done(true);
    }
    let Some((script, address)) = document()
        .create_element("script")
        .ok()
        .and_then(|script| script.dyn_into::<HtmlScriptElement>().ok())
        .zip(resource("engine.js").as_string())
    else {
        return done(false);
    };
    script.set_src(&address);
    let done = Rc::new(done);
    let loaded = done.clone();
    script.set_onload(Some(Closure::once_into_js(move || loaded(true)).unchecked_ref()));
    script.set_onerror(Some(Closure::once_into_js(move || done(false)).unchecked_ref()));
    if let Some(head) = document().head() {
        let _ = head.append_child(&script);
    }
}
