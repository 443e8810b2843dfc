//! Mounts the page, and marks what of it is loaded later: the build moves the code that only a split point reaches into
//! a file of its own. Split points stand here and not in the library, whose other programs are not split.

use tuiyan::plan::LANZHOU;
use tuiyan::platform::{page, script};
use tuiyan::view::{self, App, AppProps, Part, PlanRef, View};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;
use yew::platform::spawn_local;

fn main() {
    page::install_panic_message();
    script::install(&LANZHOU);
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    root.set_inner_html("");
    yew::Renderer::<App>::with_root_and_props(root, AppProps { plan: PlanRef(&LANZHOU), loader: load.into() }).render();
}

/// Fetches a part's file, unless it is there, and gives the part's view.
fn load((part, loaded): (Part, Callback<Option<View>>)) {
    spawn_local(async move {
        let view = match part {
            Part::Desk => desk().await,
            Part::Basis => basis().await,
            Part::Compare => compare().await,
            Part::Overview => overview().await,
            Part::Sensitivity => sensitivity().await,
            Part::Ways => ways().await,
            Part::Why => why().await,
        };
        loaded.emit(view.ok());
    });
}

#[wasm_split(desk, fallible)]
fn desk() -> Result<View, SplitLoaderError> {
    Ok(view::desk)
}

#[wasm_split(basis, fallible)]
fn basis() -> Result<View, SplitLoaderError> {
    Ok(view::basis)
}

#[wasm_split(overview, fallible)]
fn overview() -> Result<View, SplitLoaderError> {
    Ok(view::overview)
}

#[wasm_split(compare, fallible)]
fn compare() -> Result<View, SplitLoaderError> {
    Ok(view::compare)
}

#[wasm_split(sensitivity, fallible)]
fn sensitivity() -> Result<View, SplitLoaderError> {
    Ok(view::sensitivity)
}

#[wasm_split(ways, fallible)]
fn ways() -> Result<View, SplitLoaderError> {
    Ok(view::ways)
}

#[wasm_split(why, fallible)]
fn why() -> Result<View, SplitLoaderError> {
    Ok(view::why)
}
