//! 文件: export and import in one dialog, which also opens when files are dropped on the page.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::export::{Export, ExportProps};
use super::import::{FromUser, Import, check};
use super::offline::{Offline, OfflineEntry};
use crate::catalogue::{desk, labels};
use crate::platform::upload::{self, Dragged, on_drop};
use crate::view::panel::Popover;
use crate::view::store::{Message, Panel, Send};
use crate::workspace::ActionError;
use crate::workspace::file::LARGEST_FILE;

#[derive(Properties, PartialEq)]
pub struct FilesProps {
    pub export: ExportProps,
    pub offline: Option<Offline>,
    pub open: bool,
    /// Why the last action was refused.
    pub refusal: Option<ActionError>,
    pub send: Send,
}

/// Takes files wherever they are dropped, whether the dialog is open or not.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps { export, offline, open, refusal, send } = props;
    let ExportProps { plan, language, workspace, .. } = export;
    let (plan, language) = (*plan, *language);
    let over = use_state_eq(|| false);
    let given = use_state(|| Rc::new(Vec::<FromUser>::new()));
    let take = use_callback((), {
        let (given, send) = (given.setter(), send.clone());
        move |files, ()| {
            let (given, send) = (given.clone(), send.clone());
            spawn_local(async move {
                let files = upload::read(files, LARGEST_FILE).await;
                given.set(Rc::new(files.into_iter().map(|file| check(&plan, file)).collect()));
                send.emit(Message::Open(Panel::Files));
            });
        }
    });
    use_effect_with(take.clone(), {
        let over = over.setter();
        move |take| {
            let take = take.clone();
            let listeners = on_drop(move |dragged| {
                over.set(matches!(dragged, Dragged::Over));
                if let Dragged::Dropped(files) = dragged {
                    take.emit(files);
                }
            });
            move || drop(listeners)
        }
    });
    let done = {
        let (given, send) = (given.setter(), send.clone());
        Callback::from(move |()| {
            given.set(Rc::default());
            send.emit(Message::ClosePanel);
        })
    };
    // What was found goes when the panel closes.
    use_effect_with(*open, {
        let given = given.setter();
        move |open| {
            if !open {
                given.set(Rc::default());
            }
        }
    });
    html! {
        <>
            if *over {
                <p class="drop-hint">{ desk::DROP_HERE.get(language) }</p>
            }
            if *open {
                <Popover class="desk-panel" title={labels::FILES.get(language)} {language} send={send.clone()}>
                    <Import
                        {plan}
                        {language}
                        workspace={workspace.clone()}
                        given={(*given).clone()}
                        refusal={*refusal}
                        {take}
                        {done}
                        send={send.clone()}
                    />
                    <Export ..export.clone() />
                    if let Some(offline) = offline.clone() {
                        <OfflineEntry {language} {offline} />
                    }
                </Popover>
            }
        </>
    }
}
