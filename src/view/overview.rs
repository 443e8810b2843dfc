//! 全部指标: all indicators as small charts, in the plan's order or by difference to the reference.

use std::rc::Rc;

use yew::prelude::*;

use super::button;
use super::figure::{Order, SmallMultiples, legend};
use super::findings::{Shared, Spread};
use super::path::{overlays, spec};
use super::store::{Message, PlanRef, Send, Store};
use super::take::{Take, name_of_view};
use crate::catalogue::{labels, sentences, tables};
use crate::chart::{Around, Cell, Grid, Picture, SmallChart, Theme, describe, sorted};
use crate::engine::Likelihood;
use crate::plan::IndicatorId;
use crate::text::{Language, Text};
use crate::workspace::{Action, Results, Stamp, Tab, Workspace};

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

#[derive(Clone, Properties, PartialEq)]
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
    let charts = Rc::new(charts.collect::<Vec<_>>());
    let picture = {
        let (props, charts, order) = (props.clone(), charts.clone(), *order);
        Callback::from(move |()| Some(picture_of(&props, &charts, order)))
    };
    let name = name_of_view(plan, workspace, labels::tab(Tab::Overview).get(language), language);
    let table = {
        let (workspace, results, likelihood) = (workspace.clone(), results.clone(), likelihood.clone());
        Callback::from(move |()| {
            let bands = likelihood.as_deref().map(|likelihood| &likelihood.bands);
            tables::scoreboard(&plan, &workspace, &results, bands, language).copied()
        })
    };
    html! {
        <div class="overview">
            <div class="overview-head">
                <div class="overview-order" role="group" aria-label={labels::ORDER.get(language)}>
                    { choice(Order::Table, labels::TABLE_ORDER) }
                    { choice(Order::Difference, labels::DIFFERENCE_ORDER) }
                </div>
                <p class="buttons"><Take {language} {picture} {name} table={Some(table)} /></p>
            </div>
            { for charts.first().map(|chart| legend(&chart.spec, None)) }
            <SmallMultiples
                charts={charts.clone()}
                order={*order}
                dark={*dark}
                dragging={workspace.dragging()}
                selected={Some(workspace.view.indicator)}
                {on_select}
            />
        </div>
    }
}

/// All charts as they stand in the page, on paper's ground.
fn picture_of(props: &OverviewProps, charts: &[SmallChart], order: Order) -> Picture {
    let OverviewProps { plan, language, workspace, results, .. } = props;
    let language = *language;
    let cell = |at: usize| {
        let chart = charts.get(at)?;
        Some(Cell {
            name: chart.name.to_owned(),
            value: chart.value.clone(),
            behind: chart.difference.clone(),
            status: (labels::status_with_sign(chart.status, language), labels::status_tone(chart.status)),
            spec: chart.spec.clone(),
            axis: chart.spec.axis(),
        })
    };
    let scenario = sentences::scenario_name(plan, workspace.draft());
    let cells = sorted(charts, order).into_iter().filter_map(cell).collect();
    let grid = Grid { columns: 3, own: scenario.clone(), cells };
    let around = Around {
        title: format!("{} · {}", labels::tab(Tab::Overview).get(language), scenario.get(language)),
        sentence: sentences::counts(&results.own.summary, language),
        source: describe::source_line_of_all(charts.iter().map(|chart| &*chart.spec)),
        stamp: Stamp::new(plan, &results.own).to_string(),
    };
    Picture::grid(grid, Theme::Light, language, around)
}
