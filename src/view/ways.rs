use yew::prelude::*;

use super::store::{Send, Store};

pub fn ways(_store: &Store, _dark: bool, _send: &Send) -> Html {
    html! { <section class="ways"></section> }
}
