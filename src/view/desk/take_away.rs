//! 带走文件: the app as one page that carries the workspace.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::export::file_name;
use crate::catalogue::{desk, offline as words};
use crate::platform::download::download;
use crate::platform::{page, settings, single};
use crate::text::Language;
use crate::view::making::{Making, begin, give_up, maker};
use crate::view::store::PlanRef;
use crate::workspace::{Workspace, carry};

/// A page's kind.
const HTML: &str = "text/html;charset=utf-8";

#[derive(Properties, PartialEq)]
pub struct TakeAwayProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
}

#[component]
pub fn TakeAway(props: &TakeAwayProps) -> Html {
    let TakeAwayProps { plan, language, workspace } = props;
    let (plan, language) = (*plan, *language);
    let stage = use_state_eq(|| Making::Idle);
    // The file under way is saved as long as this is the same.
    let making = use_mut_ref(|| None::<Rc<()>>);
    let make = {
        let (workspace, stage, making) = (workspace.clone(), stage.setter(), making.clone());
        Callback::from(move |_: MouseEvent| {
            let (workspace, stage) = (workspace.clone(), stage.clone());
            let going_on = begin(&making);
            stage.set(Making::UnderWay(None));
            spawn_local(async move {
                let file = file(&plan, &workspace, language).await;
                if !going_on() {
                    return;
                }
                let name = file_name(&plan, workspace.entries(), "html", language);
                let saved = file.is_some_and(|file| download(&name, HTML, file.as_bytes()).is_ok());
                stage.set(if saved { Making::Idle } else { Making::Failed });
            });
        })
    };
    let label = words::ALL_OF_IT.get(language).to_owned();
    maker(label, *stage, desk::NOT_MADE, language, [make, give_up(&stage, &making)])
}

/// The page with the workspace in it; nothing where it could not be made.
async fn file(plan: &PlanRef, workspace: &Workspace, language: Language) -> Option<String> {
    let text = single::text().await?;
    let mut items = carry::items_of(plan, workspace);
    items.push(settings::language_item(language));
    // What it stores is its own, also beside other files made of the same workspace.
    let id = format!("{:x}", page::seed());
    carry::carrying(&text, &id, &items)
}
