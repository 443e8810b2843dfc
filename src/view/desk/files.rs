//! 文件: export and import in one dialog, which also opens when files are dropped on the page.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::dialog::DialogPane;
use super::export::Export;
use super::import::{FromUser, Import, check};
use crate::catalogue::{desk, labels};
use crate::platform::upload::{self, Dragged, on_drop};
use crate::text::Language;
use crate::view::store::{Dialog, Message, PlanRef, Send};
use crate::workspace::file::LARGEST_FILE;
use crate::workspace::{ActionError, Results, Workspace};

#[derive(Properties, PartialEq)]
pub struct FilesProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    pub open: bool,
    /// Why the last action was refused.
    pub refusal: Option<ActionError>,
    pub close: Callback<()>,
    pub send: Send,
}

/// Takes files wherever they are dropped, whether the dialog is open or not.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps { plan, language, workspace, results, open, refusal, close, send } = props;
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
                send.emit(Message::Dialog(Some(Dialog::Files)));
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
        let (given, close) = (given.setter(), close.clone());
        Callback::from(move |()| {
            given.set(Rc::default());
            close.emit(());
        })
    };
    html! {
        <>
            if *over {
                <p class="drop-hint">{ desk::DROP_HERE.get(language) }</p>
            }
            if *open {
                <DialogPane title={labels::FILES} {language} close={done.clone()}>
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
                    <Export {plan} {language} workspace={workspace.clone()} results={results.clone()} />
                </DialogPane>
            }
        </>
    }
}
