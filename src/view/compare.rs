use yew::prelude::*;

use super::store::{Send, Store};

pub fn compare(_store: &Store, _dark: bool, _send: &Send) -> Html {
    html! { <section class="compare"></section> }
}
