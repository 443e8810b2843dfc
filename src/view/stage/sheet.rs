//! What lies over a scene: the keys, the levers, the answer to "and what if".

use web_sys::HtmlElement;
use yew::prelude::*;

use super::keys::KEYS;
use super::performance::Turn;
use super::show::Present;
use super::state::{Cue, Sheet};
use super::what_if::WhatIf;
use crate::catalogue::{labels, stage as words};
use crate::text::{Language, Text};
use crate::view::button;
use crate::view::findings::{Aim, Marks};
use crate::view::levers::Levers;

pub fn sheet(present: &Present) -> Html {
    let language = present.language();
    let (class, title, content) = match present.stage.sheet {
        None => return html! {},
        Some(Sheet::Help) => ("help", words::HELP, help(language)),
        Some(Sheet::Levers) => ("improvise", words::LEVERS, improvise(present)),
        Some(Sheet::WhatIf) => ("what-if", words::WHAT_IF, what_if(present)),
    };
    html! {
        <Over key={class} {class} {title} {language} zoom={(2.0 * present.unit).max(1.0)} turn={present.turn.clone()}>{ content }</Over>
    }
}

fn help(language: Language) -> Html {
    html! {
        <dl>
            { for KEYS.iter().map(|entry| html! {
                <div>
                    <dt><kbd>{ entry.written.get(language) }</kbd></dt>
                    <dd>{ entry.meaning.get(language) }</dd>
                </div>
            }) }
        </dl>
    }
}

/// The page's own levers, on the scene's scenario.
fn improvise(present: &Present) -> Html {
    let store = present.store;
    html! {
        <ContextProvider<Marks> context={store.findings.marks.clone()}>
            <Levers
                plan={present.plan()}
                language={present.language()}
                workspace={store.workspace.clone()}
                panel={None}
                aim={Aim::Selected}
                send={present.tell.clone()}
            />
        </ContextProvider<Marks>>
    }
}

fn what_if(present: &Present) -> Html {
    html! {
        <WhatIf
            key={present.id().id()}
            plan={present.plan()}
            language={present.language()}
            id={present.id()}
            scenario={present.store.results.own.scenario.clone()}
            tell={present.tell.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct OverProps {
    class: &'static str,
    title: Text,
    language: Language,
    /// How many times the page's size what it holds has.
    zoom: f64,
    turn: Callback<Turn>,
    children: Html,
}

/// Takes the focus when it opens; the stage takes it back.
#[component]
fn Over(props: &OverProps) -> Html {
    let OverProps { class, title, language, zoom, turn, children } = props;
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        // An element that cannot take the focus leaves it where it is.
        let _ = node.cast::<HtmlElement>().map(|sheet| sheet.focus());
    });
    let content = use_node_ref();
    use_effect_with((content.clone(), *zoom), |(content, zoom)| {
        // Through the object model: the policy ignores style attributes. A browser without it shows the page's size.
        let _ = content.cast::<HtmlElement>().map(|content| content.style().set_property("zoom", &zoom.to_string()));
    });
    html! {
        <section
            ref={node}
            class={classes!("stage-sheet", *class)}
            role="dialog"
            aria-label={title.get(*language)}
            tabindex="-1"
        >
            <div class="panel-head">
                <h2>{ title.get(*language) }</h2>
                { button::action(labels::CLOSE.get(*language), false, turn.reform(|_| Turn::Cue(Cue::CloseSheet))) }
            </div>
            <div ref={content} class="stage-sheet-content">{ children.clone() }</div>
        </section>
    }
}
