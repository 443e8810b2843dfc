//! 图片: the chart of the chosen indicator as a file or on the clipboard.

use yew::prelude::*;

use super::export::{ExportProps, file_name};
use crate::catalogue::sentences;
use crate::chart::{ChartSpec, Picture, Theme};
use crate::view::path::chosen_spec;
use crate::view::spread::Held;
use crate::view::take::Take;
use crate::workspace::Stamp;

#[component]
pub fn Pictures(props: &ExportProps) -> Html {
    let picture = {
        let props = props.clone();
        Callback::from(move |()| picture_of(&props))
    };
    let name = {
        let ExportProps { plan, language, workspace, .. } = props.clone();
        Callback::from(move |ending| file_name(&plan, workspace.find(workspace.active()), ending, language))
    };
    html! { <Take language={props.language} {picture} {name} /> }
}

/// The chart as it stands in the page, on paper's ground.
fn picture_of(props: &ExportProps) -> Option<Picture> {
    let ExportProps { plan, language, workspace, results, likelihood, spread, threshold, .. } = props;
    let spec = chosen_spec(plan, workspace, results, likelihood.as_deref().zip(Some(*spread)), *language)?;
    let scenario = sentences::scenario_name(plan, workspace.draft());
    let picture = |spec: &ChartSpec| {
        Picture::new(spec, Theme::Light, scenario.clone(), Stamp::new(plan, &results.own).to_string())
    };
    let id = workspace.view.indicator;
    let target = results.own.summary.assessments[id.index()].target;
    let held = likelihood.as_deref().map(|likelihood| Held {
        plan,
        id,
        likelihood,
        target,
        moved: *threshold,
        language: *language,
    });
    let Some((held, dots)) = held.and_then(|held| held.dots().map(|dots| (held, dots))) else {
        return Some(picture(&spec));
    };
    // The page's axis may reach further, and the threshold with it.
    let roomy = ChartSpec::clone(&spec).with_room_for(dots.values.iter().copied().chain([dots.threshold])).ok()?;
    Some(picture(&roomy).beside(dots, &held.spoken()))
}
