//! 轨迹: the chosen indicator's path as chart, table and sentence.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::{Figure, trajectory_table};
use super::store::PlanRef;
use crate::catalogue::sentences;
use crate::chart::ChartSpec;
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

#[component]
pub fn Path(props: &PathProps) -> Html {
    let PathProps { plan, language, workspace, results, dark } = props;
    let (plan, language) = (*plan, *language);
    let id = workspace.view.indicator;
    let indicator = plan.0.indicator(id);
    let Some(spec) = spec(&plan, workspace, results, id, language) else { return html! {} };
    html! {
        <>
            <Figure spec={spec.clone()} dark={*dark} dragging={workspace.dragging} />
            { trajectory_table(&spec, indicator.name.get(language)) }
            // A box around, since a flex item cannot be laid out alone.
            <div>
                <p class="reading">{ sentences::reading(&plan, id, results, workspace.reference, language) }</p>
            </div>
            if let Some(caveat) = indicator.caveats.first() {
                <p class="depth-caveats">{ caveat.get(language) }</p>
            }
        </>
    }
}

/// The chart of one indicator; `None` where a value cannot be drawn, which no valid scenario leads to.
pub(super) fn spec(
    plan: &Plan,
    workspace: &Workspace,
    results: &Results,
    id: IndicatorId,
    language: Language,
) -> Option<Rc<ChartSpec>> {
    let reference = (plan.preset(workspace.reference).name.into(), &results.reference);
    let target = results.summary.assessments[id.index()].target;
    ChartSpec::trajectory(plan, id, language, &results.own, Some(reference), target).ok().map(Rc::new)
}
