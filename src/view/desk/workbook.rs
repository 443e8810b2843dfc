//! 电子表格: a workbook of all scenarios, made beside the page.

use std::rc::Rc;

use yew::prelude::*;

use super::export::{file_name, file_text};
use crate::catalogue::desk;
use crate::engine::DRAWS;
use crate::platform::download::{download, today};
use crate::platform::office::{News, Order, XLSX, workbook};
use crate::text::Language;
use crate::view::button;
use crate::view::store::PlanRef;
use crate::workspace::{Reference, Workspace};

#[derive(Properties, PartialEq)]
pub struct WorkbookProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
}

/// How far a workbook has come.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Idle,
    /// From 0 to 1.
    Making(f64),
    Failed,
}

#[component]
pub fn Workbook(props: &WorkbookProps) -> Html {
    let WorkbookProps { plan, language, workspace } = props;
    let (plan, language) = (*plan, *language);
    let stage = use_state_eq(|| Stage::Idle);
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
            setter.set(Stage::Making(0.0));
            let setter = setter.clone();
            let on_news = move |news| {
                setter.set(match news {
                    News::Progress(part) => Stage::Making(part),
                    News::Done(bytes) if download(&name, XLSX, &bytes).is_ok() => Stage::Idle,
                    News::Done(_) | News::Failed => Stage::Failed,
                });
            };
            making.replace(Some(workbook(&order, on_news)));
        })
    };
    let cancel = {
        let (setter, making) = (stage.setter(), making.clone());
        Callback::from(move |_: MouseEvent| {
            making.replace(None);
            setter.set(Stage::Idle);
        })
    };
    let label = format!("{} .xlsx", desk::all_scenarios(workspace.entries().len(), language));
    html! {
        <>
            { button::action(label, matches!(*stage, Stage::Making(_)), make) }
            <span class="muted" role="status">
                { match *stage {
                    Stage::Idle => String::new(),
                    Stage::Making(part) => desk::making(part, language),
                    Stage::Failed => desk::NOT_MADE.get(language).to_owned(),
                } }
            </span>
            if matches!(*stage, Stage::Making(_)) {
                { button::action(desk::CANCEL.get(language), false, cancel) }
            }
        </>
    }
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
