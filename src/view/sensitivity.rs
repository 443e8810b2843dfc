use yew::prelude::*;

use super::store::{Send, Store};

pub fn sensitivity(_store: &Store, _dark: bool, _send: &Send) -> Html {
    html! { <section class="sensitivity"></section> }
}
