//! Files that the page gives to the user.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long a browser may take to fetch what it downloads from the page, in milliseconds.
const FETCHED: u32 = 4_000;

/// Has the browser save a file; `kind` is its media type.
pub fn download(name: &str, kind: &str, content: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(content));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = document().create_element("a")?.dyn_into::<HtmlElement>()?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    Timeout::new(FETCHED, move || {
        // An address that is gone already needs no more.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// The day here, as `2021-07-01`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
