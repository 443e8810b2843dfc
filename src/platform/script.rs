//! The interface for scripts: `window.tuiyan`, and the same by `postMessage` for pages that embed the app.

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Array, Error, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::port::{get, object};
use crate::catalogue::notices;
use crate::plan::{IndicatorId, Plan};
use crate::text::Language;
use crate::workspace::{Computed, Stamp};

/// The model's values under the scenario of a fragment, as CSV with the header `indicator,year,value`, at full
/// precision. Errors name the first part that is not understood; another model version or a stamp is no error.
pub fn project_csv(plan: &Plan, fragment: &str, language: Language) -> Result<String, String> {
    let computed = compute(plan, fragment, language)?;
    let mut csv = String::from("indicator,year,value\n");
    for &id in IndicatorId::ALL {
        for (year, value) in (plan.base_year..).zip(computed.projection.path(id)) {
            csv.push_str(&format!("{},{year},{value}\n", id.id()));
        }
    }
    Ok(csv)
}

/// The stamp of the scenario of a fragment, `model-scenario-result`. Errors are those of [`project_csv`].
pub fn digest(plan: &Plan, fragment: &str, language: Language) -> Result<String, String> {
    compute(plan, fragment, language).map(|computed| Stamp::new(plan, &computed).to_string())
}

/// The scenario that a fragment opens, and what it comes to.
fn compute(plan: &Plan, fragment: &str, language: Language) -> Result<Computed, String> {
    let draft = notices::opened(plan, fragment, language)?;
    Ok(Computed::new(plan, draft.scenario.clone()))
}

/// What a function of the interface makes of a fragment.
type Answer = fn(&Plan, &str, Language) -> Result<String, String>;

/// Has the engine answer a call by name and arguments: with text, or with what the text says in JSON.
pub type Call = fn(&'static Plan, &str, &Array, bool) -> Promise;
/// Fetches what answers calls, and calls back with it or with nothing if it could not be fetched.
pub type CallLoader = fn(Box<dyn FnOnce(Option<Call>)>);

/// Puts `window.tuiyan` in place and answers messages; both live as long as the page.
pub fn install(plan: &'static Plan, load: CallLoader) {
    let interface = Object::new();
    for (name, answer) in [("project", project_csv as Answer), ("digest", digest)] {
        let function = Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(move |fragment: JsValue| {
            call(plan, name, answer, &fragment).map(JsValue::from).map_err(|message| Error::new(&message).into())
        });
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&interface, &name.into(), function.as_ref());
        function.forget();
    }
    for (name, json) in [("monte_carlo", false), ("goal_seek", true), ("attribution", false)] {
        let function = Closure::<dyn Fn(JsValue, JsValue, JsValue) -> Promise>::new(move |first, second, third| {
            let arguments = Array::of3(&first, &second, &third);
            Promise::new(&mut |resolve, reject| {
                let arguments = arguments.clone();
                load(Box::new(move |call| {
                    // A promise's own functions cannot fail.
                    let _ = match call {
                        Some(call) => resolve.call1(&JsValue::UNDEFINED, &call(plan, name, &arguments, json)),
                        None => reject.call1(&JsValue::UNDEFINED, &Error::new("the engine could not be loaded")),
                    };
                }));
            })
        });
        let _ = Reflect::set(&interface, &name.into(), function.as_ref());
        function.forget();
    }
    // Nor can setting one of the window.
    let _ = Reflect::set(&window(), &"tuiyan".into(), &interface);
    EventListener::new(&window(), "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            answer(plan, event);
        }
    })
    .forget();
}

fn call(plan: &Plan, name: &str, answer: Answer, fragment: &JsValue) -> Result<String, String> {
    match fragment.as_string() {
        Some(fragment) => answer(plan, &fragment, Language::En),
        None => Err(format!("{name}: the fragment must be a string")),
    }
}

/// Answers `{ tuiyan: "project", id, fragment }` with `{ tuiyan: "project", id, csv }` or `{ …, error }`.
fn answer(plan: &Plan, event: &MessageEvent) {
    let data = event.data();
    let get = |key: &str| get(&data, key);
    if !data.is_object() || get("tuiyan").as_string().as_deref() != Some("project") || !get("csv").is_undefined() {
        return;
    }
    let (key, value) = match call(plan, "project", project_csv, &get("fragment")) {
        Ok(csv) => ("csv", csv),
        Err(message) => ("error", message),
    };
    let reply = object(&[("tuiyan", "project".into()), ("id", get("id")), (key, value.into())]);
    let Some(source) = event.source() else { return };
    let Ok(post) = Reflect::get(&source, &"postMessage".into()).and_then(|post| post.dyn_into::<js_sys::Function>())
    else {
        return;
    };
    // An opaque origin (a file, a sandboxed frame) has no name to address.
    let origin = event.origin();
    let target = if origin == "null" || origin.is_empty() { "*" } else { &origin };
    let _ = post.call2(&source, &reply, &target.into());
}
