//! What lies over the page on request: the scenarios, the script, the last steps, a reset's choices, a note.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use wasm_bindgen::JsCast;

use super::briefing::briefing;
use super::button;
use super::desk::share;
use super::history::history_list;
use super::note::note_field;
use super::report::printing;
use super::scenarios::Scenarios;
use super::script::script;
use super::store::{Message, Panel, Send, Store};
use crate::catalogue::{labels, report as report_words, scenarios, sentences};
use crate::plan::PresetId;
use crate::text::Language;
use crate::workspace::{Draft, Edit, Input, Origin};

/// The panel that is open.
pub fn panel(store: &Store, _dark: bool, send: &Send) -> Html {
    let language = store.language();
    let Some(panel) = store.panel else { return html! {} };
    let (class, title, content) = match panel {
        Panel::Scenarios => {
            let content = html! {
                <Scenarios plan={store.plan} {language} workspace={store.workspace.clone()} send={send.clone()} />
            };
            ("scenarios-panel", scenarios::SCENARIOS.get(language), content)
        }
        Panel::Share => ("desk-panel", labels::SHARE.get(language), share(store, send)),
        // Stands beside what takes files that are dropped.
        Panel::Files => return html! {},
        Panel::Script => ("script-panel", labels::SCRIPT.get(language), script(store, send)),
        Panel::Print { .. } => ("desk-panel", report_words::PRINT.get(language), printing(store, send)),
        Panel::Briefing => ("briefing-panel", report_words::BRIEFING.get(language), briefing(store)),
        Panel::History => ("history-panel", scenarios::HISTORY.get(language), history_list(store, send)),
        Panel::Reset => ("reset-panel", scenarios::RESET_TO.get(language), reset_list(store, send)),
        Panel::Note(lever) => {
            let (key, draft) = (store.workspace.active(), store.workspace.draft());
            let field = note_field(&store.plan, language, key, draft, Input::Lever(lever), send);
            ("note-panel", store.plan.0.lever(lever).name.get(language), field)
        }
    };
    html! {
        <Popover key={class} {class} {title} {language} send={send.clone()}>{ content }</Popover>
    }
}

/// A reset of levers and assumptions, to each place there is.
fn reset_list(store: &Store, send: &Send) -> Html {
    let (plan, language, workspace) = (store.plan, store.language(), &store.workspace);
    let reference = sentences::reference_name(&plan, workspace);
    let entry = workspace.find(workspace.active());
    let there = |origin: Origin| {
        let same =
            |other: &Draft| other.scenario == workspace.draft().scenario && other.basis == workspace.draft().basis;
        match origin {
            Origin::Preset(preset) => same(&Draft::of_preset(&plan, preset)),
            Origin::Reference => same(&workspace.reference_draft(&plan)),
            Origin::Opened => entry.is_none_or(|entry| same(&entry.opened)),
        }
    };
    let origins = PresetId::ALL.iter().map(|&preset| Origin::Preset(preset)).chain([Origin::Reference, Origin::Opened]);
    html! {
        <>
            <p class="muted">{ scenarios::RESET_HINT.get(language) }</p>
            <ul class="resets">
                { for origins.map(|origin| {
                    let label = scenarios::origin(&plan, origin, reference.get(language), language);
                    let on_click = send.reform(move |_: MouseEvent| Edit::Reset(origin).into());
                    html! { <li>{ button::action(label, there(origin), on_click) }</li> }
                }) }
            </ul>
        </>
    }
}

#[derive(Properties, PartialEq)]
pub struct PopoverProps {
    pub class: &'static str,
    pub title: AttrValue,
    pub language: Language,
    pub send: Send,
    pub children: Html,
}

/// Takes the focus when it opens and gives it back when it closes; Escape closes it. The page around it stays in use.
#[component]
pub fn Popover(props: &PopoverProps) -> Html {
    let PopoverProps { class, title, language, send, children } = props;
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        let opener = focused().and_then(|opener| opener.dyn_into::<HtmlElement>().ok());
        let panel = node.cast::<HtmlElement>();
        // An element that cannot take the focus leaves it where it is.
        panel.as_ref().map(HtmlElement::focus);
        move || {
            let within = panel.is_some_and(|panel| panel.contains(focused().as_deref()));
            if within || focused().is_none_or(|focused| focused.tag_name() == "BODY") {
                opener.as_ref().map(HtmlElement::focus);
            }
        }
    });
    let on_key = {
        let send = send.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                send.emit(Message::ClosePanel);
            }
        }
    };
    html! {
        <section
            ref={node}
            class={classes!("panel", *class)}
            role="dialog"
            aria-label={title.clone()}
            tabindex="-1"
            onkeydown={on_key}
        >
            <div class="panel-head">
                <h2>{ title }</h2>
                { button::action(labels::CLOSE.get(*language), false, send.reform(|_| Message::ClosePanel)) }
            </div>
            { children.clone() }
        </section>
    }
}

fn focused() -> Option<Element> {
    gloo::utils::document().active_element()
}
