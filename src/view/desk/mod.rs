//! What stands around the panes: keeping the user's work, sharing it, and files.

mod autosave;
mod copy;
mod export;
mod files;
mod import;
mod keeping;
mod share;

use yew::prelude::*;

use super::store::{Panel, Send, Store};
use files::Files;
use keeping::Keeping;
use share::Share;

/// Keeps the workspace as long as the page stands, and takes files that are dropped on it.
pub fn desk(store: &Store, _dark: bool, send: &Send) -> Html {
    let (plan, language) = (store.plan, store.language());
    let (workspace, results) = (store.workspace.clone(), store.results.clone());
    html! {
        <>
            <Keeping {plan} {language} workspace={workspace.clone()} stored={store.stored.clone()} send={send.clone()} />
            <Files
                {plan}
                {language}
                {workspace}
                {results}
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
