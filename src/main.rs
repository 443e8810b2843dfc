//! Mounts the page.

use tuiyan::plan::LANZHOU;
use tuiyan::platform::{page, script};
use tuiyan::view::{App, AppProps, PlanRef};

fn main() {
    page::install_panic_message();
    script::install(&LANZHOU);
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    root.set_inner_html("");
    yew::Renderer::<App>::with_root_and_props(root, AppProps { plan: PlanRef(&LANZHOU) }).render();
}
