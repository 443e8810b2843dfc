//! The right pane: one indicator in depth, in tabs.

use std::rc::Rc;

use yew::prelude::*;

use super::assumptions::Assumptions;
use super::overview::Overview;
use super::path::Path;
use super::store::{Message, PlanRef, Send};
use crate::catalogue::{labels, sentences};
use crate::text::Language;
use crate::workspace::{Action, Results, Tab, Workspace};

#[derive(Properties, PartialEq)]
pub struct InDepthProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    pub dark: bool,
    pub send: Send,
}

#[component]
pub fn InDepth(props: &InDepthProps) -> Html {
    let InDepthProps { plan, language, workspace, results, dark, send } = props;
    let (plan, language, dark) = (*plan, *language, *dark);
    let view = workspace.view;
    let scenario = &workspace.draft.scenario;
    let indicator = plan.0.indicator(view.indicator);
    let show_tab = |tab: Tab| {
        let send = send.clone();
        html! {
            <button
                key={tab.id()}
                class="tab"
                aria-pressed={if tab == view.tab { "true" } else { "false" }}
                onclick={move |_| send.emit(Message::Act(Action::Show(tab)))}
            >{ labels::tab(tab).get(language) }</button>
        }
    };
    html! {
        <section class={classes!("depth", view.tab.id())} aria-label={labels::IN_DEPTH.get(language)}>
            <div class="depth-head">
                <h2>{ indicator.name.get(language) }</h2>
                <p class="subtitle">
                    { for sentences::subtitle(&plan, indicator.id, scenario, language).into_iter().map(|part| html! {
                        <span>{ part }</span>
                    }) }
                </p>
                if let Some(mark) = sentences::reading_mark(&plan, indicator.id, scenario, language) {
                    <p class="reading-mark">{ mark }</p>
                }
            </div>
            <div class="tabs" role="group" aria-label={labels::IN_DEPTH.get(language)}>
                { for Tab::ALL.into_iter().map(show_tab) }
            </div>
            { match view.tab {
                Tab::Trajectory => html! {
                    <Path {plan} {language} workspace={workspace.clone()} results={results.clone()} {dark} />
                },
                Tab::Overview => html! {
                    <Overview
                        {plan}
                        {language}
                        workspace={workspace.clone()}
                        results={results.clone()}
                        {dark}
                        send={send.clone()}
                    />
                },
                Tab::Basis => html! {
                    <Assumptions {plan} {language} scenario={workspace.draft.scenario.clone()} id={view.indicator} send={send.clone()} />
                },
            } }
        </section>
    }
}
