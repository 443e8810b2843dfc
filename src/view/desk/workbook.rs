//! 电子表格: a workbook of all scenarios, made beside the page.

use std::rc::Rc;

use yew::prelude::*;

use super::export::{file_name, file_text};
use crate::catalogue::desk;
use crate::engine::DRAWS;
use crate::platform::download::{download, today};
use crate::platform::office::{News, Order, XLSX, workbook};
use crate::text::Language;
use crate::view::making::{Making, give_up, maker};
use crate::view::store::PlanRef;
use crate::workspace::{Reference, Workspace};

#[derive(Properties, PartialEq)]
pub struct WorkbookProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
}

#[component]
pub fn Workbook(props: &WorkbookProps) -> Html {
    let WorkbookProps { plan, language, workspace } = props;
    let (plan, language) = (*plan, *language);
    let stage = use_state_eq(|| Making::Idle);
    let making = use_mut_ref(|| None);

    let make = {
        let (workspace, setter, making) = (workspace.clone(), stage.setter(), making.clone());
        Callback::from(move |_: MouseEvent| {
            let name = file_name(&plan, workspace.entries(), "xlsx", language);
            let order = Order {
                scenarios: &file_text(&plan, &workspace),
                reference: &reference(&workspace),
                language,
                date: &today(),
                draws: DRAWS,
            };
            setter.set(Making::UnderWay(Some(0.0)));
            let setter = setter.clone();
            let on_news = move |news| {
                setter.set(match news {
                    News::Progress(part) => Making::UnderWay(Some(part)),
                    News::Done(bytes) if download(&name, XLSX, &bytes).is_ok() => Making::Idle,
                    News::Done(_) | News::Failed => Making::Failed,
                });
            };
            making.replace(Some(workbook(&order, on_news)));
        })
    };
    let label = format!("{} .xlsx", desk::all_scenarios(workspace.entries().len(), language));
    maker(label, *stage, desk::NOT_MADE, language, [make, give_up(&stage, &making)])
}

/// The reference as a workbook's order names it: a preset's id, or a place from 1.
fn reference(workspace: &Workspace) -> String {
    match workspace.reference() {
        Reference::Preset(preset) => preset.id().to_owned(),
        Reference::Scenario(key) => {
            let place = workspace.entries().iter().position(|entry| entry.key == key);
            place.map_or_else(String::new, |place| (place + 1).to_string())
        }
    }
}
