//! The clipboard, also where the page is no secure context and the browser has no interface for it.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{body, document, window};
use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text, with a richer form for programs that take one; whether the browser did so. To be called while it
/// handles what the user did.
pub async fn copy(text: String, html: Option<String>) -> bool {
    copy_as_the_user_does(&text, html).unwrap_or(false) || ask_the_browser(&text).await.is_ok()
}

/// Selects the text in a field out of sight and copies the selection.
fn copy_as_the_user_does(text: &str, html: Option<String>) -> Result<bool, JsValue> {
    let document = document().dyn_into::<HtmlDocument>()?;
    let focused = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let field = document.create_element("textarea")?.dyn_into::<HtmlTextAreaElement>()?;
    field.set_class_name("unseen");
    field.set_value(text);
    body().append_child(&field)?;
    let rich = html.map(|html| {
        let text = text.to_owned();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&field, "copy", options, move |event| {
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            if let Some(data) = data
                && data.set_data("text/html", &html).and_then(|()| data.set_data("text/plain", &text)).is_ok()
            {
                event.prevent_default();
            }
        })
    });
    field.select();
    let copied = document.exec_command("copy");
    drop(rich);
    field.remove();
    if let Some(focused) = focused {
        focused.focus()?;
    }
    copied
}

async fn ask_the_browser(text: &str) -> Result<(), JsValue> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let write = Reflect::get(&clipboard, &"writeText".into())?.dyn_into::<Function>()?;
    let written = write.call1(&clipboard, &text.into())?.dyn_into::<Promise>()?;
    JsFuture::from(written).await.map(drop)
}
