//! 轨迹: the chosen indicator's path as chart, table and sentence.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::{Figure, trajectory_table};
use super::settled::use_settled;
use super::store::PlanRef;
use crate::catalogue::sentences;
use crate::chart::ChartSpec;
use crate::plan::{IndicatorId, Plan, PresetId};
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
    let (id, reference) = (workspace.view.indicator, workspace.reference);
    let settled = use_settled(results, workspace.dragging);
    let Some(spec) = spec(plan, results, id, reference, *language) else { return html! {} };
    html! {
        <>
            <Figure {spec} dark={*dark} dragging={workspace.dragging} />
            <InWords plan={*plan} language={*language} {id} {reference} results={settled} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct InWordsProps {
    plan: PlanRef,
    language: Language,
    id: IndicatorId,
    reference: PresetId,
    results: Rc<Results>,
}

/// The path as a table, in a sentence, and with what must be said of it.
#[component]
fn InWords(props: &InWordsProps) -> Html {
    let InWordsProps { plan, language, id, reference, results } = props;
    let (id, reference, language) = (*id, *reference, *language);
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
pub(super) fn spec(
    plan: &Plan,
    results: &Results,
    id: IndicatorId,
    reference: PresetId,
    language: Language,
) -> Option<Rc<ChartSpec>> {
    let name = plan.preset(reference).name.into();
    let target = results.summary.assessments[id.index()].target;
    ChartSpec::trajectory(plan, id, language, &results.own, Some((name, &results.reference)), target).ok().map(Rc::new)
}
