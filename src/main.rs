//! Mounts the page, and marks what of it is loaded later: the build moves the code that only the split point reaches
//! into a file of its own. The split point stands here and not in the library, whose other programs are not split.

use tuiyan::plan::LANZHOU;
use tuiyan::platform::script::{self, Call};
use tuiyan::platform::{engine, page};
use tuiyan::view::{self, App, AppProps, PlanRef, Views};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;
use yew::platform::spawn_local;

fn main() {
    page::install_panic_message();
    script::install(&LANZHOU, load_call);
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    root.set_inner_html("");
    yew::Renderer::<App>::with_root_and_props(root, AppProps { plan: PlanRef(&LANZHOU), loader: load.into() }).render();
}

/// Fetches what is loaded later, unless it is there.
fn load(loaded: Callback<Option<Views>>) {
    spawn_local(async move { loaded.emit(later().await.ok().map(|(views, _)| views)) });
}

/// Fetches what answers scripts.
fn load_call(done: Box<dyn FnOnce(Option<Call>)>) {
    spawn_local(async move { done(later().await.ok().map(|(_, call)| call)) });
}

#[wasm_split(later, fallible)]
fn later() -> Result<(Views, Call), SplitLoaderError> {
    Ok((view::view, engine::call))
}
