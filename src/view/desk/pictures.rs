//! 图片: the chart of the chosen indicator as a file or on the clipboard.

use yew::prelude::*;

use super::export::{ExportProps, file_name};
use crate::catalogue::sentences;
use crate::chart::{Picture, Theme};
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
    let picture = Picture::new(&spec, Theme::Light, scenario, Stamp::new(plan, &results.own).to_string());
    let Some(likelihood) = likelihood else { return Some(picture) };
    let id = workspace.view.indicator;
    let target = results.own.summary.assessments[id.index()].target;
    let held = Held { plan, id, likelihood, target, moved: *threshold, language: *language };
    Some(match held.dots() {
        Some(dots) => picture.beside(dots, &held.spoken()),
        None => picture,
    })
}
