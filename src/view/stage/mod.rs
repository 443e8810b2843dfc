//! 演示: one indicator or the scoreboard large, scene by scene, for a room.

mod board;
mod causes;
mod chart;
mod dots;
mod entrance;
mod figure;
mod frame;
mod guess;
mod hooks;
mod keys;
mod levers;
mod notes;
mod performance;
mod sheet;
mod show;
mod state;
mod verdict;
mod what_if;

use yew::prelude::*;

use self::entrance::{Entrance, House};
use super::store::{Send, Store};

/// The stage, or off it the keys that lead there.
pub fn stage(store: &Store, _dark: bool, send: &Send) -> Html {
    html! { <Entrance house={House(store.clone())} send={send.clone()} /> }
}
