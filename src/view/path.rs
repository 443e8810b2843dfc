//! 轨迹: the chosen indicator's path as chart, table and sentence.

use std::rc::Rc;

use yew::prelude::*;

use super::draws::draws;
use super::figure::{Figure, trajectory_table, use_axis};
use super::findings::{Shared, Spread};
use super::settled::use_settled;
use super::spread::spread;
use super::store::{PlanRef, Send, Store};
use crate::catalogue::sentences;
use crate::chart::{Axis, ChartSpec, Name};
use crate::engine::Likelihood;
use crate::plan::{IndicatorId, Plan};
use crate::text::Language;
use crate::workspace::{Key, Reference, Results, Workspace};

/// The path of a workspace's chosen indicator, how its draws are spread beside it, and how many there are below.
pub fn trajectory(store: &Store, dark: bool, send: &Send) -> Html {
    html! {
        <Path
            plan={store.plan}
            language={store.language()}
            workspace={store.workspace.clone()}
            results={store.results.clone()}
            likelihood={store.findings.likelihood.clone()}
            spread={store.findings.spread}
            {dark}
            beside={spread(store, dark, send)}
            below={draws(store, dark, send)}
        />
    }
}

#[derive(Properties, PartialEq)]
struct PathProps {
    plan: PlanRef,
    language: Language,
    workspace: Rc<Workspace>,
    results: Rc<Results>,
    likelihood: Option<Shared<Likelihood>>,
    spread: Spread,
    dark: bool,
    /// What stands right of the chart and below it.
    beside: Html,
    below: Html,
}

/// The chart follows the hand; what is read rather than seen follows when the hand rests.
#[component]
fn Path(props: &PathProps) -> Html {
    let PathProps { plan, language, workspace, results, likelihood, spread, dark, beside, below } = props;
    let (id, dragging) = (workspace.view.indicator, workspace.dragging());
    let reference = sentences::reference_name(plan, workspace);
    let overlays = overlays(plan, workspace);
    let (settled, settled_likelihood) = use_settled(&(results.clone(), likelihood.clone()), dragging);
    let spec = spec(plan, results, likelihood.as_deref().zip(Some(*spread)), id, &reference, &overlays, *language);
    let axis = use_axis(spec.as_ref(), dragging);
    let Some((spec, axis)) = spec.zip(axis) else { return html! {} };
    html! {
        <>
            <ContextProvider<Axis> context={axis}>
                <Figure {spec} {axis} dark={*dark} {dragging} beside={beside.clone()} />
            </ContextProvider<Axis>>
            { below.clone() }
            <InWords
                plan={*plan}
                language={*language}
                {id}
                {reference}
                {overlays}
                results={settled}
                likelihood={settled_likelihood}
            />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct InWordsProps {
    plan: PlanRef,
    language: Language,
    id: IndicatorId,
    reference: Name,
    overlays: Vec<Overlay>,
    results: Rc<Results>,
    likelihood: Option<Shared<Likelihood>>,
}

/// The path as a table, in a sentence, and with what must be said of it.
#[component]
fn InWords(props: &InWordsProps) -> Html {
    let InWordsProps { plan, language, id, reference, overlays, results, likelihood } = props;
    let (id, language) = (*id, *language);
    let indicator = plan.0.indicator(id);
    let likelihood = likelihood.as_deref();
    let Some(spec) = spec(plan, results, likelihood.zip(Some(Spread::Ranges)), id, reference, overlays, language)
    else {
        return html! {};
    };
    let chance = likelihood.map(|likelihood| likelihood.bands.chance(id));
    html! {
        <>
            { trajectory_table(&spec, indicator.name.get(language)) }
            <p class="reading">{ sentences::reading(plan, id, results, chance, reference, language) }</p>
            if let Some(caveat) = indicator.caveats.first() {
                <p class="depth-caveats">{ caveat.get(language) }</p>
            }
        </>
    }
}

/// A scenario laid over the charts.
#[derive(Clone, PartialEq)]
pub(super) struct Overlay {
    /// Its place in the list, which decides how its line looks.
    place: u8,
    name: Name,
    key: Key,
}

/// The scenarios laid over the charts, but for those that are drawn anyway.
pub(super) fn overlays(plan: &Plan, workspace: &Workspace) -> Vec<Overlay> {
    let drawn = |key: Key| key == workspace.active() || Reference::Scenario(key) == workspace.reference();
    let overlaid = |key: Key| workspace.is_overlaid(key) && !drawn(key);
    let entries = workspace.entries().iter().zip(0..).filter(|(entry, _)| overlaid(entry.key));
    entries
        .map(|(entry, place)| Overlay { place, name: sentences::scenario_name(plan, &entry.draft), key: entry.key })
        .collect()
}

/// The chart of a workspace's chosen indicator as the page shows it.
pub(in crate::view) fn chosen_spec(
    plan: &Plan,
    workspace: &Workspace,
    results: &Results,
    draws: Option<(&Likelihood, Spread)>,
    language: Language,
) -> Option<Rc<ChartSpec>> {
    let reference = sentences::reference_name(plan, workspace);
    spec(plan, results, draws, workspace.view.indicator, &reference, &overlays(plan, workspace), language)
}

/// The chart of one indicator, with the draws if there are any; `None` where a value cannot be drawn, which no valid
/// scenario leads to.
pub(super) fn spec(
    plan: &Plan,
    results: &Results,
    draws: Option<(&Likelihood, Spread)>,
    id: IndicatorId,
    reference: &Name,
    overlays: &[Overlay],
    language: Language,
) -> Option<Rc<ChartSpec>> {
    let target = results.own.summary.assessments[id.index()].target;
    let reference = Some((reference.clone(), &results.reference.projection));
    let mut spec = ChartSpec::trajectory(plan, id, language, &results.own.projection, reference, target).ok()?;
    for overlay in overlays {
        if let Some(computed) = results.of(overlay.key) {
            spec = spec.with_scenario(overlay.place, overlay.name.clone(), &computed.projection).ok()?;
        }
    }
    if let Some((likelihood, spread)) = draws {
        spec = match spread {
            Spread::Ranges => spec.with_bands(&likelihood.bands),
            Spread::Paths => spec.with_paths(&likelihood.paths),
        }
        .ok()?;
        if let Some(distribution) = likelihood.distribution(id) {
            spec = spec.with_room_for(distribution.dots()).ok()?;
        }
    }
    Some(Rc::new(spec))
}
