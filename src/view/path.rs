//! 轨迹: the chosen indicator's path as chart, table and sentence.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::{Figure, trajectory_table};
use super::settled::use_settled;
use super::store::PlanRef;
use crate::catalogue::sentences;
use crate::chart::{ChartSpec, Name};
use crate::plan::{IndicatorId, Plan};
use crate::text::Language;
use crate::workspace::{Results, Workspace};

#[derive(Properties, PartialEq)]
pub struct PathProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    pub dark: bool,
}

/// The chart follows the hand; what is read rather than seen follows when the hand rests.
#[component]
pub fn Path(props: &PathProps) -> Html {
    let PathProps { plan, language, workspace, results, dark } = props;
    let id = workspace.view.indicator;
    let reference = sentences::reference_name(plan, workspace);
    let settled = use_settled(results, workspace.dragging());
    let Some(spec) = spec(plan, results, id, &reference, *language) else { return html! {} };
    html! {
        <>
            <Figure {spec} dark={*dark} dragging={workspace.dragging()} />
            <InWords plan={*plan} language={*language} {id} {reference} results={settled} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct InWordsProps {
    plan: PlanRef,
    language: Language,
    id: IndicatorId,
    reference: Name,
    results: Rc<Results>,
}

/// The path as a table, in a sentence, and with what must be said of it.
#[component]
fn InWords(props: &InWordsProps) -> Html {
    let InWordsProps { plan, language, id, reference, results } = props;
    let (id, language) = (*id, *language);
    let indicator = plan.0.indicator(id);
    let Some(spec) = spec(plan, results, id, reference, language) else { return html! {} };
    html! {
        <>
            { trajectory_table(&spec, indicator.name.get(language)) }
            <p class="reading">{ sentences::reading(plan, id, results, reference, language) }</p>
            if let Some(caveat) = indicator.caveats.first() {
                <p class="depth-caveats">{ caveat.get(language) }</p>
            }
        </>
    }
}

/// The chart of one indicator; `None` where a value cannot be drawn, which no valid scenario leads to.
pub(in crate::view) fn spec(
    plan: &Plan,
    results: &Results,
    id: IndicatorId,
    reference: &Name,
    language: Language,
) -> Option<Rc<ChartSpec>> {
    let target = results.own.summary.assessments[id.index()].target;
    let reference = Some((reference.clone(), &results.reference.projection));
    ChartSpec::trajectory(plan, id, language, &results.own.projection, reference, target).ok().map(Rc::new)
}
