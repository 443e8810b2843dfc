//! Mounts the page, and marks what of it is loaded later: the build moves the code that only a split point reaches into
//! a file of its own. Split points stand here and not in the library, whose other programs are not split.

use tuiyan::plan::LANZHOU;
use tuiyan::platform::script::{self, Call};
use tuiyan::platform::{engine, page};
use tuiyan::view::{self, App, AppProps, Part, PlanRef, View};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;
use yew::platform::spawn_local;

fn main() {
    page::install_panic_message();
    script::install(&LANZHOU, load_calls);
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    root.set_inner_html("");
    yew::Renderer::<App>::with_root_and_props(root, AppProps { plan: PlanRef(&LANZHOU), loader: load.into() }).render();
}

/// Fetches a part's file, unless it is there, and gives the part's view.
fn load((part, loaded): (Part, Callback<Option<View>>)) {
    spawn_local(async move {
        let view = match part {
            Part::Basis => basis().await,
            Part::Compare => compare().await,
            Part::History => history().await,
            Part::Draws => draws().await,
            Part::Live => live().await,
            Part::Overview => overview().await,
            Part::Panel => panel().await,
            Part::Sensitivity => sensitivity().await,
            Part::Spread => spread().await,
            Part::Together => together().await,
            Part::Ways => ways().await,
            Part::Why => why().await,
        };
        loaded.emit(view.ok());
    });
}

/// Fetches what answers scripts.
fn load_calls(done: Box<dyn FnOnce(Option<Call>)>) {
    spawn_local(async move { done(calls().await.ok()) });
}

#[wasm_split(calls, fallible)]
fn calls() -> Result<Call, SplitLoaderError> {
    Ok(engine::call)
}

#[wasm_split(basis, fallible)]
fn basis() -> Result<View, SplitLoaderError> {
    Ok(view::basis)
}

#[wasm_split(overview, fallible)]
fn overview() -> Result<View, SplitLoaderError> {
    Ok(view::overview)
}

#[wasm_split(draws, fallible)]
fn draws() -> Result<View, SplitLoaderError> {
    Ok(view::draws)
}

#[wasm_split(live, fallible)]
fn live() -> Result<View, SplitLoaderError> {
    Ok(view::live)
}

#[wasm_split(spread, fallible)]
fn spread() -> Result<View, SplitLoaderError> {
    Ok(view::spread)
}

#[wasm_split(together, fallible)]
fn together() -> Result<View, SplitLoaderError> {
    Ok(view::together)
}

#[wasm_split(compare, fallible)]
fn compare() -> Result<View, SplitLoaderError> {
    Ok(view::compare)
}

#[wasm_split(history, fallible)]
fn history() -> Result<View, SplitLoaderError> {
    Ok(view::history)
}

#[wasm_split(panel, fallible)]
fn panel() -> Result<View, SplitLoaderError> {
    Ok(view::panel)
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
