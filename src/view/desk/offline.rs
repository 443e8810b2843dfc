//! 离线使用: the copy of the site in the browser, and the newer version that it announces.

use std::rc::Rc;

use yew::prelude::*;

use crate::catalogue::{labels, offline as words};
use crate::platform::offline::{SiteCopy, State, Status, keep};
use crate::platform::single::ONE_PAGE;
use crate::text::{Language, Text};
use crate::view::button;

/// The copy of the site, and how it is.
#[derive(Clone)]
pub struct Offline {
    copy: Rc<SiteCopy>,
    pub state: State,
}

impl PartialEq for Offline {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state
    }
}

/// Keeps the copy as long as the page stands. Begins, and gives something, once the page is `loaded`: the copy takes
/// more than the page.
#[hook]
pub fn use_offline(loaded: bool) -> Option<Offline> {
    let state = use_state_eq(|| None::<State>);
    let copy = use_mut_ref(|| None::<Rc<SiteCopy>>);
    use_effect_with(loaded, {
        let (setter, copy) = (state.setter(), copy.clone());
        move |&loaded| {
            copy.replace(loaded.then(|| keep(move |state| setter.set(Some(state)))));
            move || drop(copy.take())
        }
    });
    let copy = copy.borrow().clone()?;
    Some(Offline { copy, state: (*state)? })
}

#[derive(Properties, PartialEq)]
pub struct OfflineProps {
    pub language: Language,
    pub offline: Offline,
}

/// Announces a newer version until it is used or the user puts it off.
#[component]
pub fn Newer(props: &OfflineProps) -> Html {
    let OfflineProps { language, offline } = props;
    let put_off = use_state_eq(|| false);
    let shown = offline.state.newer && !*put_off;
    let take = {
        let copy = offline.copy.clone();
        Callback::from(move |_: MouseEvent| copy.take_newer())
    };
    let later = {
        let setter = put_off.setter();
        Callback::from(move |_: MouseEvent| setter.set(true))
    };
    html! {
        <div class={classes!("keeping", (!shown).then_some("empty"))} role="status">
            if shown {
                <p>
                    { words::NEWER.get(*language) }
                    { button::action(words::TAKE_NEWER.get(*language), false, take) }
                    { button::action(labels::CLOSE.get(*language), false, later) }
                </p>
            }
        </div>
    }
}

/// How the copy is, and what can be done about it.
#[component]
pub fn OfflineEntry(props: &OfflineProps) -> Html {
    let OfflineProps { language, offline } = props;
    let act = |label: Text, act: fn(&Rc<SiteCopy>)| {
        let copy = offline.copy.clone();
        button::action(label.get(*language), false, Callback::from(move |_: MouseEvent| act(&copy)))
    };
    let make = |label| act(label, |copy| copy.make());
    let (text, action) = match offline.state.status {
        Status::Needless => return html! {},
        Status::Impossible => (
            words::IMPOSSIBLE,
            html! { <a class="link" href={ONE_PAGE} download={ONE_PAGE}>{ words::DOWNLOAD.get(*language) }</a> },
        ),
        Status::Unwanted => (words::UNWANTED, make(words::MAKE)),
        Status::Making => (words::MAKING, html! {}),
        Status::Ready => (words::READY, act(words::REMOVE, |copy| copy.remove())),
        Status::Failed => (words::FAILED, make(labels::TRY_AGAIN)),
    };
    html! {
        <div class="entry">
            <h3>{ words::OFFLINE.get(*language) }</h3>
            <p class="muted" role="status">{ text.get(*language) }</p>
            <p class="buttons">{ action }</p>
        </div>
    }
}
