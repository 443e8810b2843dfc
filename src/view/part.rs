//! Parts of the page that are loaded after the first paint, so that the page stands sooner.
//!
//! A part's view is a plain function, which the program hands over once its code has arrived; nothing else in the page
//! may name what only a part needs. To make a view a part: add it to [`Part`] and [`Part::ALL`], draw it by [`part`],
//! and give it a split point in the program.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::button;
use super::store::{Message, Send, Store};
use crate::catalogue::labels;

/// What a part draws, from the page's state and whether the page is dark.
pub type View = fn(&Store, bool, &Send) -> Html;

/// Fetches the code of a part and calls back with its view, or with nothing if it could not be fetched.
pub type Loader = Callback<(Part, Callback<Option<View>>)>;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    Basis,
    Compare,
    /// What the head has of the steps back and forth.
    History,
    Overview,
    /// What lies over the page: see [`Panel`](super::store::Panel).
    Panel,
    Sensitivity,
    Ways,
    Why,
}

impl Part {
    pub const ALL: [Part; 8] = [
        Part::Basis,
        Part::Compare,
        Part::History,
        Part::Overview,
        Part::Panel,
        Part::Sensitivity,
        Part::Ways,
        Part::Why,
    ];
}

/// How far the loading of a part has come.
#[derive(Clone, Copy, Debug)]
pub enum Load {
    Loading,
    Failed,
    Ready(View),
}

/// The parts of the page, and what fetches them.
#[derive(Clone, Debug)]
pub struct Parts {
    loader: Loader,
    /// In the order of [`Part::ALL`].
    loads: [Load; Part::ALL.len()],
}

impl Parts {
    pub fn new(loader: Loader) -> Self {
        Self { loader, loads: [Load::Loading; Part::ALL.len()] }
    }

    pub fn set(&mut self, part: Part, load: Load) {
        self.loads[part as usize] = load;
    }
}

/// Loads all parts once the page has been painted: then a network that fails later does no harm.
#[hook]
pub fn use_parts(loader: &Loader, send: &Send) {
    use_effect_with((loader.clone(), send.clone()), |(loader, send)| {
        let (loader, send) = (loader.clone(), send.clone());
        let timer = Rc::new(RefCell::new(None));
        let slot = timer.clone();
        // A frame's callback runs before that frame is painted, and the timer's after it.
        let frame = request_animation_frame(move |_| {
            let load_all = move || Part::ALL.into_iter().for_each(|part| load(&loader, part, &send));
            slot.replace(Some(Timeout::new(0, load_all)));
        });
        move || drop((frame, timer))
    });
}

fn load(loader: &Loader, part: Part, send: &Send) {
    let loaded = send.reform(move |view: Option<View>| Message::Part(part, view.map_or(Load::Failed, Load::Ready)));
    loader.emit((part, loaded));
}

/// The view of a part, or what to know while it is not there.
pub fn part(part: Part, store: &Store, dark: bool, send: &Send) -> Html {
    let language = store.language();
    match store.parts.loads[part as usize] {
        Load::Ready(view) => view(store, dark, send),
        Load::Loading => html! { <p class="part" role="status">{ labels::LOADING.get(language) }</p> },
        Load::Failed => html! {
            <p class="part" role="alert">
                { labels::NOT_LOADED.get(language) }
                { button::action(labels::TRY_AGAIN.get(language), false, try_again(part, store, send)) }
            </p>
        },
    }
}

/// The view of a part that stands in a line with others: until it comes, what holds its place there.
pub fn part_in_line(part: Part, place: Html, store: &Store, dark: bool, send: &Send) -> Html {
    let language = store.language();
    match store.parts.loads[part as usize] {
        Load::Ready(view) => view(store, dark, send),
        Load::Loading => place,
        Load::Failed => {
            let (problem, remedy) = (labels::NOT_LOADED.get(language), labels::TRY_AGAIN.get(language));
            html! {
                <>
                    { place }
                    <button
                        class="link"
                        title={problem}
                        aria-label={[problem, remedy].concat()}
                        onclick={try_again(part, store, send)}
                    >{ remedy }</button>
                </>
            }
        }
    }
}

fn try_again(part: Part, store: &Store, send: &Send) -> Callback<MouseEvent> {
    let (loader, send) = (store.parts.loader.clone(), send.clone());
    Callback::from(move |_: MouseEvent| {
        send.emit(Message::Part(part, Load::Loading));
        load(&loader, part, &send);
    })
}
