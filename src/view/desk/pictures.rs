//! 图片: the chart of the chosen indicator as a file or on the clipboard.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::copy::told;
use super::export::{ExportProps, file_name};
use crate::catalogue::{desk, sentences};
use crate::chart::{Picture, Theme};
use crate::platform::download::download;
use crate::platform::picture::{self, PNG, SVG};
use crate::view::button;
use crate::view::path::chosen_spec;
use crate::workspace::Stamp;

#[component]
pub fn Pictures(props: &ExportProps) -> Html {
    let copied = use_state_eq(|| None::<bool>);
    // The picture is made when it is asked for.
    let with_picture = |act: fn(&ExportProps, Picture, UseStateSetter<Option<bool>>)| {
        let (props, setter) = (props.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            if let Some(picture) = picture_of(&props) {
                act(&props, picture, setter.clone());
            }
        })
    };
    let save_svg = with_picture(|props, picture, _| {
        if let Some(text) = picture::svg(&picture) {
            // A browser that refuses a download says so itself.
            let _ = download(&name(props, "svg"), SVG, text.as_bytes());
        }
    });
    let save_png = with_picture(|props, picture, _| {
        let name = name(props, "png");
        spawn_local(async move {
            if let Some(bytes) = picture::png(&picture).await {
                let _ = download(&name, PNG, &bytes);
            }
        });
    });
    let copy = with_picture(|_, picture, setter| {
        spawn_local(async move { setter.set(Some(picture::copy(&picture).await)) });
    });
    html! {
        <>
            { button::action(".png", false, save_png) }
            { button::action(".svg", false, save_svg) }
            { button::action(desk::COPY_PICTURE.get(props.language), false, copy) }
            { told(*copied, desk::PICTURE_NOT_COPIED, props.language) }
        </>
    }
}

fn name(props: &ExportProps, ending: &str) -> String {
    let ExportProps { plan, language, workspace, .. } = props;
    file_name(plan, workspace.find(workspace.active()), ending, *language)
}

/// The chart as it stands in the page, on paper's ground.
fn picture_of(props: &ExportProps) -> Option<Picture> {
    let ExportProps { plan, language, workspace, results, likelihood, spread, .. } = props;
    let spec = chosen_spec(plan, workspace, results, likelihood.as_deref().zip(Some(*spread)), *language)?;
    let scenario = sentences::scenario_name(plan, workspace.draft());
    Some(Picture::new(&spec, Theme::Light, scenario, Stamp::new(plan, &results.own).to_string()))
}
