//! The app: state, effects on the browser, and the three panes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::request_animation_frame;
use yew::prelude::*;

use super::depth::in_depth;
use super::findings::Marks;
use super::header::header;
use super::levers::Levers;
use super::part::{Load, Loader, Part, part, quiet_part, use_parts};
use super::scoreboard::Scoreboard;
use super::sending::use_sending;
use super::store::{Message, PlanRef, Send, Store};
use crate::catalogue::{labels, sentences};
use crate::platform::address::{self, AddressWriter, Entry, Move};
use crate::platform::settings::{self, ThemeChoice};
use crate::platform::{page, storage};
use crate::workspace::{Action, Came, Page, View, begin, carries_scenario, entry_key, read_link, write_address};

#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub plan: PlanRef,
    pub loader: Loader,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let plan = props.plan;
    let newest = use_store(plan, &props.loader);
    let deliver = use_callback(newest.dispatcher(), |message: Message, dispatcher| dispatcher.dispatch(message));
    let send = use_sending(&deliver);
    let store = use_shown(&newest, &send);
    let language = store.language();
    let dark = use_dark(store.settings.theme);

    use_effect_with((language, plan), |&(language, plan)| {
        page::set_language(language, &format!("{} · {}", labels::APP.get(language), plan.title.get(language)));
    });
    use_effect_with(store.settings, |&settings| settings::save(settings));
    use_address(plan, &newest, &send);
    use_parts(&props.loader, &send);

    let announcement = if store.workspace.dragging() {
        AttrValue::default()
    } else {
        sentences::announcement(&plan, &store.results, language).into()
    };
    // The page stays until the stage has come.
    let on_stage = store.on_stage && matches!(store.parts.load, Load::Ready(_));
    html! {
        <>
            // Before all else, which gives way to it on paper.
            { quiet_part(Part::Report, &store, dark, &send) }
            if !on_stage {
                { header(&store, dark, &send) }
            }
            if matches!(store.parts.load, Load::Failed) {
                <p class="part" role="alert">{ labels::NOT_SAVING.get(language) }</p>
            }
            { quiet_part(Part::Desk, &store, dark, &send) }
            if store.panel.is_some() {
                { part(Part::Panel, &store, dark, &send) }
            }
            if !on_stage {
                <div class="panes">
                    <ContextProvider<Marks> context={store.findings.marks.clone()}>
                        <Levers
                            {plan}
                            {language}
                            workspace={store.workspace.clone()}
                            panel={store.panel}
                            aim={store.findings.aim}
                            send={send.clone()}
                        />
                    </ContextProvider<Marks>>
                    { match store.workspace.view.page {
                        Page::Model => html! {
                            <>
                                <Scoreboard
                                    {plan}
                                    {language}
                                    workspace={store.workspace.clone()}
                                    results={store.results.clone()}
                                    notices={store.notices.clone()}
                                    refusal={store.refusal}
                                    likelihood={store.findings.likelihood.clone()}
                                    show_hints={!store.settings.hints_dismissed}
                                    foot={quiet_part(Part::Together, &store, dark, &send)}
                                    send={send.clone()}
                                />
                                { in_depth(&store, dark, &send) }
                            </>
                        },
                        Page::Compare => part(Part::Compare, &store, dark, &send),
                        Page::Ways => part(Part::Ways, &store, dark, &send),
                    } }
                </div>
                <p class="unseen announcement" role="status">{ announcement }</p>
                { quiet_part(Part::Live, &newest, dark, &send) }
            }
            { quiet_part(Part::Stage, &store, dark, &send) }
        </>
    }
}

/// The store, begun from what is stored, the address and the settings.
#[hook]
fn use_store(plan: PlanRef, loader: &Loader) -> UseReducerHandle<Store> {
    use_reducer(move || {
        let fragment = address::fragment();
        let (link, notices) = read_link(&plan, &fragment);
        let came = if !carries_scenario(&fragment) {
            Came::Bare
        } else if address::is_of_what_is_kept() {
            Came::FromPage
        } else {
            Came::FromOutside
        };
        let stored = storage::items().map(Rc::new);
        // A page that carries a workspace begins with it, and afterwards with what became of it here.
        let carried = storage::carried();
        let items = match (stored.as_deref(), &carried) {
            (Some(stored), Some(carried)) if stored.iter().all(|(name, _)| entry_key(name).is_none()) => carried,
            (None, Some(carried)) => carried,
            (Some(stored), _) => stored,
            (None, None) => &Vec::new(),
        };
        let workspace = begin(&plan, items, &link, came, page::seed());
        Store::new(plan, settings::load(), workspace, link.language, notices, stored, loader.clone())
    })
}

/// The store as it is shown. Where the store is ahead, that is as of the frame before: a step of the hand is seen together
/// with what the engine says of it, and the page is laid out once for both.
#[hook]
fn use_shown(newest: &Store, send: &Send) -> Rc<Store> {
    let shown = use_mut_ref(|| Rc::new(newest.clone()));
    if !newest.ahead {
        *shown.borrow_mut() = Rc::new(newest.clone());
    }
    // A hand's events come right before a frame, too early for an answer. In that frame this is sent, and waits with the
    // answers for the next one.
    use_effect_with((newest.ahead, send.clone()), |(ahead, send)| {
        let frame = ahead.then(|| {
            let send = send.clone();
            request_animation_frame(move |_| send.emit(Message::Show))
        });
        move || drop(frame)
    });
    shown.borrow().clone()
}

/// Whether the page is dark now, following the system where the reader has not chosen.
#[hook]
fn use_dark(theme: ThemeChoice) -> bool {
    let system = use_state_eq(|| page::matches(page::PREFERS_DARK));
    use_effect_with((), {
        let system = system.setter();
        move |()| {
            let listener = page::on_media_change(page::PREFERS_DARK, move |dark| system.set(dark));
            move || drop(listener)
        }
    });
    let dark = match theme {
        ThemeChoice::System => *system,
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
    };
    use_effect_with(dark, |&dark| page::set_dark(dark));
    dark
}

/// Keeps the address in step with the workspace, and the view in step with the history.
#[hook]
fn use_address(plan: PlanRef, store: &UseReducerHandle<Store>, send: &Send) {
    let writer = use_memo((), |()| AddressWriter::default());
    // The view that the present entry of the history shows.
    let shown = use_mut_ref(|| store.workspace.view);

    let fragment = (!store.workspace.dragging())
        .then(|| AttrValue::from(write_address(&plan, &store.workspace, store.visit_language)));
    // Also after an address was typed that says the same in other words.
    let guests = store.workspace.has_guests() || store.unkept;
    use_effect_with((fragment, store.workspace.view, store.workspace.edits, guests), {
        let shown = shown.clone();
        move |(fragment, view, _, guests): &(Option<AttrValue>, View, u32, bool)| {
            if let Some(fragment) = fragment {
                let entry = if *shown.borrow() == *view { Entry::Same } else { Entry::New };
                shown.replace(*view);
                writer.write(fragment, entry, *guests);
            }
        }
    });

    use_effect_with(send.clone(), move |send| {
        let send = send.clone();
        let listener = address::listen(move |moved| follow(plan, moved, &shown, &send));
        move || drop(listener)
    });
}

/// Back and Forward move the view and keep the scenario; so does a typed address without one. A typed address with a
/// scenario opens it beside what is kept.
fn follow(plan: PlanRef, moved: Move, shown: &Rc<RefCell<View>>, send: &Send) {
    let (Move::Visited(fragment) | Move::Typed(fragment)) = &moved;
    let (link, notices) = read_link(&plan, fragment);
    shown.replace(link.view);
    let view = link.view;
    let carries = matches!(moved, Move::Typed(_)) && carries_scenario(fragment);
    if let Move::Typed(_) = moved {
        send.emit(Message::Follow(carries.then(|| Box::new(link.clone())), link.language, notices));
    }
    if !carries {
        send.emit(Message::Act(Action::Show(view.tab)));
        send.emit(Message::Act(Action::Turn(view.page)));
        send.emit(Message::Act(Action::Select(view.indicator)));
    }
}
