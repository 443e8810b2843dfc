//! Parts of the page that are loaded after the first paint, so that the page stands sooner.
//!
//! A part's view is a plain function; the program hands all of them over once their code has arrived, in one file, for
//! many small ones would be larger together. Nothing else in the page may name what only a part needs. To make a view a
//! part: add it to [`Part`] and [`view`], and draw it by [`part`].

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::store::{Message, Send, Store};
use super::{
    assumptions, button, compare, desk, history, live, overview, panel, path, report, script, sensitivity, stage,
    together, ways, why,
};
use crate::catalogue::labels;

/// What a part draws, from the page's state and whether the page is dark.
pub type View = fn(&Store, bool, &Send) -> Html;

/// The view of each part.
pub type Views = fn(Part) -> View;

/// Fetches the code of the parts and calls back with their views, or with nothing if it could not be fetched.
pub type Loader = Callback<Callback<Option<Views>>>;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    Basis,
    Compare,
    /// Keeps the user's work and takes files that are dropped.
    Desk,
    /// What the head has of the steps back and forth.
    History,
    /// Keeps the findings up to date; shows nothing.
    Live,
    Overview,
    /// What lies over the page: see [`Panel`](super::store::Panel).
    Panel,
    /// 推演报告: what is printed in place of the page.
    Report,
    /// What adds a scene to the script.
    Script,
    Sensitivity,
    /// The presentation, and the keys that begin it.
    Stage,
    /// How many targets are met together.
    Together,
    /// The path of the chosen indicator, as a chart, a table and a sentence.
    Trajectory,
    Ways,
    Why,
}

/// The view of a part: the way to all code that is loaded later.
pub fn view(part: Part) -> View {
    match part {
        Part::Basis => assumptions::basis,
        Part::Compare => compare::compare,
        Part::Desk => desk::desk,
        Part::History => history::history,
        Part::Live => live::live,
        Part::Overview => overview::overview,
        Part::Panel => panel::panel,
        Part::Report => report::report,
        Part::Script => script::add,
        Part::Sensitivity => sensitivity::sensitivity,
        Part::Stage => stage::stage,
        Part::Together => together::together,
        Part::Trajectory => path::trajectory,
        Part::Ways => ways::ways,
        Part::Why => why::why,
    }
}

/// How far the loading of the parts has come.
#[derive(Clone, Copy, Debug)]
pub enum Load {
    Loading,
    Failed,
    Ready(Views),
}

/// The parts of the page, and what fetches them.
#[derive(Clone, Debug)]
pub struct Parts {
    loader: Loader,
    pub load: Load,
}

impl Parts {
    pub fn new(loader: Loader) -> Self {
        Self { loader, load: Load::Loading }
    }
}

/// Loads the parts once the page has been painted: then a network that fails later does no harm.
#[hook]
pub fn use_parts(loader: &Loader, send: &Send) {
    use_effect_with((loader.clone(), send.clone()), |(loader, send)| {
        let (loader, send) = (loader.clone(), send.clone());
        let timer = Rc::new(RefCell::new(None));
        let slot = timer.clone();
        // A frame's callback runs before that frame is painted, and the timer's after it.
        let frame = request_animation_frame(move |_| {
            slot.replace(Some(Timeout::new(0, move || load(&loader, &send))));
        });
        move || drop((frame, timer))
    });
}

fn load(loader: &Loader, send: &Send) {
    loader.emit(send.reform(|views: Option<Views>| Message::Parts(views.map_or(Load::Failed, Load::Ready))));
}

/// The view of a part that nobody misses while it is not there.
pub fn quiet_part(part: Part, store: &Store, dark: bool, send: &Send) -> Html {
    match store.parts.load {
        Load::Ready(views) => views(part)(store, dark, send),
        Load::Loading | Load::Failed => html! {},
    }
}

/// The view of a part, or what to know while it is not there.
pub fn part(part: Part, store: &Store, dark: bool, send: &Send) -> Html {
    let language = store.language();
    match store.parts.load {
        Load::Ready(views) => views(part)(store, dark, send),
        Load::Loading => html! { <p class="part" role="status">{ labels::LOADING.get(language) }</p> },
        Load::Failed => html! {
            <p class="part" role="alert">
                { labels::NOT_LOADED.get(language) }
                { button::action(labels::TRY_AGAIN.get(language), false, try_again(store, send)) }
            </p>
        },
    }
}

/// The view of a part that stands in a line with others: until it comes, what holds its place there.
pub fn part_in_line(part: Part, place: Html, store: &Store, dark: bool, send: &Send) -> Html {
    let language = store.language();
    match store.parts.load {
        Load::Ready(views) => views(part)(store, dark, send),
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
                        onclick={try_again(store, send)}
                    >{ remedy }</button>
                </>
            }
        }
    }
}

fn try_again(store: &Store, send: &Send) -> Callback<MouseEvent> {
    let (loader, send) = (store.parts.loader.clone(), send.clone());
    Callback::from(move |_: MouseEvent| {
        send.emit(Message::Parts(Load::Loading));
        load(&loader, &send);
    })
}
