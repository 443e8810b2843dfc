//! 全部指标: all indicators as small charts, in the plan's order or by difference to the reference.

use std::rc::Rc;

use yew::prelude::*;

use super::button;
use super::figure::{Order, SmallMultiples};
use super::findings::{Shared, Spread};
use super::path::{overlays, spec};
use super::store::{Message, PlanRef, Send, Store};
use crate::catalogue::{labels, sentences};
use crate::chart::SmallChart;
use crate::engine::Likelihood;
use crate::plan::IndicatorId;
use crate::text::{Language, Text};
use crate::workspace::{Action, Results, Workspace};

/// All indicators of a workspace.
pub fn overview(store: &Store, dark: bool, send: &Send) -> Html {
    html! {
        <Overview
            plan={store.plan}
            language={store.language()}
            workspace={store.workspace.clone()}
            results={store.results.clone()}
            likelihood={store.findings.likelihood.clone()}
            {dark}
            send={send.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct OverviewProps {
    plan: PlanRef,
    language: Language,
    workspace: Rc<Workspace>,
    results: Rc<Results>,
    likelihood: Option<Shared<Likelihood>>,
    dark: bool,
    send: Send,
}

#[component]
fn Overview(props: &OverviewProps) -> Html {
    let OverviewProps { plan, language, workspace, results, likelihood, dark, send } = props;
    let (plan, language) = (*plan, *language);
    let order = use_state_eq(Order::default);
    let on_select = use_callback(send.clone(), |id: IndicatorId, send| send.emit(Message::Act(Action::Select(id))));
    let reference = sentences::reference_name(&plan, workspace);
    let overlays = overlays(&plan, workspace);
    let charts = plan.0.indicators.iter().filter_map(|indicator| {
        let spec = spec(
            &plan,
            results,
            likelihood.as_deref().zip(Some(Spread::Ranges)),
            indicator.id,
            &reference,
            &overlays,
            language,
        )?;
        Some(SmallChart::new(&plan, spec, &results.own.summary.assessments[indicator.id.index()]))
    });
    let choice = |value: Order, text: Text| {
        let order_setter = order.setter();
        let on_click = Callback::from(move |_: MouseEvent| order_setter.set(value));
        button::choice("preset", text.get(language), *order == value, None, on_click)
    };
    html! {
        <div class="overview">
            <div class="overview-order" role="group" aria-label={labels::ORDER.get(language)}>
                { choice(Order::Table, labels::TABLE_ORDER) }
                { choice(Order::Difference, labels::DIFFERENCE_ORDER) }
            </div>
            <SmallMultiples
                charts={Rc::new(charts.collect::<Vec<_>>())}
                order={*order}
                dark={*dark}
                dragging={workspace.dragging()}
                selected={Some(workspace.view.indicator)}
                {on_select}
            />
        </div>
    }
}
