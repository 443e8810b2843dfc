//! What stands around the panes: keeping the user's work, sharing it, and files.

mod autosave;
pub(super) mod copy;
pub(super) mod export;
mod files;
mod import;
mod keeping;
mod pictures;
mod share;
mod workbook;

use yew::prelude::*;

use super::store::{Panel, Send, Store};
use export::ExportProps;
use files::Files;
use keeping::Keeping;
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
        send: send.clone(),
    };
    html! {
        <>
            <Keeping {plan} {language} {workspace} stored={store.stored.clone()} send={send.clone()} />
            <Files
                {export}
                open={store.panel == Some(Panel::Files)}
                refusal={store.refusal}
                send={send.clone()}
            />
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
