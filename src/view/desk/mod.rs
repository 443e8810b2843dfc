//! What stands around the panes: keeping the user's work, sharing it, and files.

mod autosave;
pub(super) mod copy;
pub(super) mod export;
mod files;
mod import;
mod keeping;
mod offline;
mod pictures;
mod share;
mod take_away;
mod workbook;

use yew::prelude::*;

use super::store::{Panel, Send, Store};
use crate::platform::engine::Place;
use crate::workspace::ActionError;

use export::ExportProps;
use files::Files;
use keeping::Keeping;
use offline::{Newer, use_offline};
use share::Share;

/// Keeps the workspace as long as the page stands, and takes files that are dropped on it.
pub fn desk(store: &Store, _dark: bool, send: &Send) -> Html {
    let (plan, language, workspace) = (store.plan, store.language(), store.workspace.clone());
    let export = ExportProps {
        plan,
        language,
        workspace: workspace.clone(),
        results: store.results.clone(),
        likelihood: store.findings.likelihood.clone(),
        spread: store.findings.spread,
        threshold: store.findings.threshold,
        send: send.clone(),
    };
    // The engine is the last that the page loads by itself.
    let loaded = store.findings.likelihood.is_some() || store.findings.place == Place::Nowhere;
    html! {
        <>
            <Keeping {plan} {language} {workspace} stored={store.stored.clone()} send={send.clone()} />
            <Around {export} {loaded} open={store.panel == Some(Panel::Files)} refusal={store.refusal} send={send.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct AroundProps {
    export: ExportProps,
    /// Whether the page has all that it needs for now.
    loaded: bool,
    open: bool,
    refusal: Option<ActionError>,
    send: Send,
}

/// The files, and the copy of the site of which they and the announcement of a newer version speak.
#[component]
fn Around(props: &AroundProps) -> Html {
    let AroundProps { export, loaded, open, refusal, send } = props;
    let (language, offline) = (export.language, use_offline(*loaded));
    html! {
        <>
            if let Some(offline) = offline.clone() {
                <Newer {language} {offline} />
            }
            <Files export={export.clone()} {offline} open={*open} refusal={*refusal} send={send.clone()} />
        </>
    }
}

/// The panel that shares the scenarios.
pub fn share(store: &Store, send: &Send) -> Html {
    html! {
        <Share
            plan={store.plan}
            language={store.language()}
            workspace={store.workspace.clone()}
            results={store.results.clone()}
            send={send.clone()}
        />
    }
}
