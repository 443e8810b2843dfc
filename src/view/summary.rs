//! How many targets are met, near, short; which is furthest; how the binding one stands; and the reference.

use yew::prelude::*;

use super::reference::reference_list;
use super::store::Send;
use crate::analysis::monte_carlo::Bands;
use crate::catalogue::{labels, sentences};
use crate::model::Status;
use crate::plan::Plan;
use crate::text::Language;
use crate::workspace::{Results, Workspace};

pub fn summary_line(
    plan: &Plan,
    language: Language,
    workspace: &Workspace,
    results: &Results,
    bands: Option<&Bands>,
    send: &Send,
) -> Html {
    let summary = &results.own.summary;
    let count = |status: Status, number: usize| {
        html! {
            <span class={classes!("count", labels::status_class(status))}>
                <span class="mark" aria-hidden="true"></span>
                { labels::status(status).get(language) }
                { " " }
                <strong>{ number }</strong>
            </span>
        }
    };
    let furthest = &summary.assessments[summary.furthest.index()];
    let furthest = if furthest.status == Status::Met {
        sentences::least_ahead(plan, furthest, language)
    } else {
        sentences::furthest(plan, furthest, language)
    };
    let total = plan.indicators.len();
    let total = match language {
        Language::Zh => format!("{total} 项指标"),
        Language::En => format!("Of {total} targets"),
    };
    html! {
        <div class="summary">
            <p class="counts">
                <span>{ total }</span>
                { count(Status::Met, summary.met) }
                { count(Status::Near, summary.near) }
                { count(Status::Short, summary.short) }
                { reference_list(plan, language, workspace, send) }
            </p>
            <p class="furthest">
                { furthest }
                { for sentences::binding(plan, results, bands, language).into_iter().map(|binding| html! {
                    <span class="binding-standing">
                        { binding.name }
                        <span class={labels::status_class(binding.status)}>
                            { labels::status(binding.status).get(language) }
                        </span>
                        { binding.chance }
                    </span>
                }) }
            </p>
        </div>
    }
}
