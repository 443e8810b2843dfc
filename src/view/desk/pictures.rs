//! 图片: the chart of the chosen indicator as a file or on the clipboard.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::catalogue::{desk, sentences};
use crate::chart::{Picture, Theme};
use crate::engine::Likelihood;
use crate::platform::download::{download, today};
use crate::platform::picture::{self, PNG, SVG};
use crate::text::Language;
use crate::view::button;
use crate::view::findings::{Shared, Spread};
use crate::view::path::{overlays, spec};
use crate::view::store::PlanRef;
use crate::workspace::{Results, Stamp, Workspace};

#[derive(Properties, PartialEq)]
pub struct PicturesProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    pub likelihood: Option<Shared<Likelihood>>,
    pub spread: Spread,
}

#[component]
pub fn Pictures(props: &PicturesProps) -> Html {
    let PicturesProps { plan, language, workspace, .. } = props;
    let (plan, language) = (*plan, *language);
    let copied = use_state_eq(|| None::<bool>);
    let Some(picture) = picture_of(props) else { return html! {} };
    let picture = Rc::new(picture);
    let name = |ending: &str| desk::file_name(&plan, &[workspace.draft()], &today(), ending, language);

    let save_svg = {
        let (picture, name) = (picture.clone(), name("svg"));
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = picture::svg(&picture) {
                // A browser that refuses a download says so itself.
                let _ = download(&name, SVG, text.as_bytes());
            }
        })
    };
    let save_png = {
        let (picture, name) = (picture.clone(), name("png"));
        Callback::from(move |_: MouseEvent| {
            let (picture, name) = (picture.clone(), name.clone());
            spawn_local(async move {
                if let Some(bytes) = picture::png(&picture).await {
                    let _ = download(&name, PNG, &bytes);
                }
            });
        })
    };
    let copy = {
        let setter = copied.setter();
        Callback::from(move |_: MouseEvent| {
            let (picture, setter) = (picture.clone(), setter.clone());
            spawn_local(async move { setter.set(Some(picture::copy(&picture).await)) });
        })
    };
    html! {
        <>
            { button::action(".png", false, save_png) }
            { button::action(".svg", false, save_svg) }
            { button::action(desk::COPY_PICTURE.get(language), false, copy) }
            <span class="muted" role="status">
                { copied.map_or("", |copied| if copied { desk::COPIED } else { desk::PICTURE_NOT_COPIED }.get(language)) }
            </span>
        </>
    }
}

/// The chart as it stands in the page, on paper's ground.
fn picture_of(props: &PicturesProps) -> Option<Picture> {
    let PicturesProps { plan, language, workspace, results, likelihood, spread } = props;
    let reference = sentences::reference_name(plan, workspace);
    let (id, overlays) = (workspace.view.indicator, overlays(plan, workspace));
    let spec = spec(plan, results, likelihood.as_deref().zip(Some(*spread)), id, &reference, &overlays, *language)?;
    let scenario = sentences::scenario_name(plan, workspace.draft());
    Some(Picture::new(&spec, Theme::Light, scenario, Stamp::new(plan, &results.own).to_string()))
}
