//! 带走文件: the app as one page that carries the workspace.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::export::file_name;
use crate::catalogue::{desk, offline as words};
use crate::platform::download::download;
use crate::platform::{page, settings, single};
use crate::text::Language;
use crate::view::button;
use crate::view::store::PlanRef;
use crate::workspace::{Workspace, carry};

#[derive(Properties, PartialEq)]
pub struct TakeAwayProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
}

/// How the file is coming along.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Idle,
    Making,
    Failed,
}

#[component]
pub fn TakeAway(props: &TakeAwayProps) -> Html {
    let TakeAwayProps { plan, language, workspace } = props;
    let (plan, language) = (*plan, *language);
    let stage = use_state_eq(|| Stage::Idle);
    let save = {
        let (workspace, stage) = (workspace.clone(), stage.setter());
        Callback::from(move |_: MouseEvent| {
            let (workspace, stage) = (workspace.clone(), stage.clone());
            stage.set(Stage::Making);
            spawn_local(async move {
                let saved = write(&plan, &workspace, language).await;
                stage.set(if saved.is_some() { Stage::Idle } else { Stage::Failed });
            });
        })
    };
    html! {
        <>
            { button::action(words::ALL_OF_IT.get(language), *stage == Stage::Making, save) }
            <span class="muted" role="status">
                { match *stage {
                    Stage::Idle => "",
                    Stage::Making => desk::BEING_MADE.get(language),
                    Stage::Failed => desk::NOT_MADE.get(language),
                } }
            </span>
        </>
    }
}

/// Saves the page; nothing where it could not be made.
async fn write(plan: &PlanRef, workspace: &Workspace, language: Language) -> Option<()> {
    let text = single::text().await?;
    let mut items = carry::items_of(plan, workspace);
    items.push(settings::language_item(language));
    // What it stores is its own, also beside other files made of the same workspace.
    let id = format!("{:x}", page::seed());
    let file = carry::carrying(&text, &id, &items)?;
    let name = file_name(plan, workspace.entries(), "html", language);
    download(&name, "text/html;charset=utf-8", file.as_bytes()).ok()
}
