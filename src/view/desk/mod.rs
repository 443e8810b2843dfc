//! What stands around the panes: keeping the user's work, sharing it, and files.

mod autosave;
mod copy;
mod dialog;
mod export;
mod files;
mod import;
mod keeping;
mod share;

use yew::prelude::*;

use super::store::{Dialog, Message, Send, Store};
use files::Files;
use keeping::Keeping;
use share::Share;

/// Keeps the workspace as long as the page stands, and draws the dialog that is open.
pub fn desk(store: &Store, _dark: bool, send: &Send) -> Html {
    let (plan, language) = (store.plan, store.language());
    let (workspace, results) = (store.workspace.clone(), store.results.clone());
    let close = send.reform(|()| Message::Dialog(None));
    html! {
        <>
            <Keeping {plan} {language} workspace={workspace.clone()} stored={store.stored.clone()} send={send.clone()} />
            if store.dialog == Some(Dialog::Share) {
                <Share
                    {plan}
                    {language}
                    workspace={workspace.clone()}
                    results={results.clone()}
                    close={close.clone()}
                    send={send.clone()}
                />
            }
            <Files
                {plan}
                {language}
                {workspace}
                {results}
                open={store.dialog == Some(Dialog::Files)}
                refusal={store.refusal}
                {close}
                send={send.clone()}
            />
        </>
    }
}
