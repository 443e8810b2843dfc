//! The app as one page: its text, from the host or from the page itself.

use gloo::utils::window;
use js_sys::futures::JsFuture;
use wasm_bindgen::prelude::*;
use web_sys::Response;

use super::offline::version;

/// The one page beside a hosted app.
pub const ONE_PAGE: &str = "tuiyan.html";

#[wasm_bindgen]
extern "C" {
    /// What `single.js` offers: the text of the page that it stands in.
    #[wasm_bindgen(js_name = tuiyanPage, catch)]
    fn own_text() -> Result<String, JsValue>;
}

/// The text of the one page, which carries nothing; nothing where the host could not be asked.
pub async fn text() -> Option<String> {
    match version() {
        None => own_text().ok(),
        Some(version) => {
            // The version tells apart what a cache holds.
            let response = JsFuture::from(window().fetch_with_str(&format!("{ONE_PAGE}?{version}"))).await.ok()?;
            let response = response.dyn_into::<Response>().ok().filter(Response::ok)?;
            JsFuture::from(response.text().ok()?).await.ok()?.as_string()
        }
    }
}
