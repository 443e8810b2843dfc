//! What of a figure leaves the page: as a picture in a file or on the clipboard, as a table on the clipboard.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::button;
use super::desk::copy::{CopyButton, told};
use super::desk::export::file_name;
use super::store::PlanRef;
use crate::catalogue::desk;
use crate::catalogue::tables::{Listing, foot};
use crate::chart::{Around, BarChart, Picture, Theme};
use crate::platform::download::download;
use crate::platform::picture::{self, PNG, SVG};
use crate::text::Language;
use crate::workspace::{Results, Stamp, Workspace};

#[derive(Properties, PartialEq)]
pub struct TakeProps {
    pub language: Language,
    /// Makes the picture when it is asked for, on paper's ground.
    pub picture: Callback<(), Option<Picture>>,
    /// The name of a file with an ending.
    pub name: Callback<&'static str, String>,
    /// The figure as a table, where it has one of its own.
    #[prop_or_default]
    pub table: Option<Callback<(), (String, Option<String>)>>,
}

/// The buttons, in a row.
#[component]
pub fn Take(props: &TakeProps) -> Html {
    let TakeProps { language, picture, name, table } = props;
    let copied = use_state_eq(|| None::<bool>);
    let save_svg = {
        let (picture, name) = (picture.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = picture.emit(()).as_ref().and_then(picture::svg) {
                // A browser that refuses a download says so itself.
                let _ = download(&name.emit("svg"), SVG, text.as_bytes());
            }
        })
    };
    let save_png = {
        let (picture, name) = (picture.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            let (picture, name) = (picture.emit(()), name.emit("png"));
            spawn_local(async move {
                let Some(picture) = picture else { return };
                if let Some(bytes) = picture::png(&picture).await {
                    let _ = download(&name, PNG, &bytes);
                }
            });
        })
    };
    let copy = {
        let (picture, setter) = (picture.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let (picture, setter) = (picture.emit(()), setter.clone());
            spawn_local(async move {
                if let Some(picture) = picture {
                    setter.set(Some(picture::copy(&picture).await));
                }
            });
        })
    };
    html! {
        <>
            { button::action(".png", false, save_png) }
            { button::action(".svg", false, save_svg) }
            { button::action(desk::COPY_PICTURE.get(*language), false, copy) }
            { told(*copied, desk::PICTURE_NOT_COPIED, *language) }
            if let Some(content) = table {
                <CopyButton label={desk::COPY_TABLE.get(*language)} language={*language} content={content.clone()} />
            }
        </>
    }
}

/// The names of files of a view of the active scenario.
pub fn name_of_view(
    plan: PlanRef,
    workspace: &Rc<Workspace>,
    view: &'static str,
    language: Language,
) -> Callback<&'static str, String> {
    let workspace = workspace.clone();
    Callback::from(move |ending| {
        let ending = [view, ".", ending].concat();
        file_name(&plan, workspace.find(workspace.active()), &ending, language)
    })
}

/// Bars, with what is said around them when they leave the page.
pub struct Bars<'a> {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: &'a Rc<Workspace>,
    pub results: &'a Rc<Results>,
    /// What the view is called.
    pub view: &'static str,
    pub chart: BarChart,
    pub listing: Listing,
    pub sentence: String,
    /// How the figures are made.
    pub source: String,
}

/// The buttons below bars.
pub fn take_bars(bars: Bars<'_>) -> Html {
    let Bars { plan, language, workspace, results, view, chart, listing, sentence, source } = bars;
    let title = format!("{} · {view}", listing.title);
    let picture = {
        let results = results.clone();
        Callback::from(move |()| {
            let around = Around {
                title: title.clone(),
                sentence: sentence.clone(),
                source: source.clone(),
                stamp: Stamp::new(&plan, &results.own).to_string(),
            };
            Some(Picture::bars(chart.clone(), Theme::Light, language, around))
        })
    };
    let name = name_of_view(plan, workspace, view, language);
    let table = {
        let (workspace, results) = (workspace.clone(), results.clone());
        Callback::from(move |()| listing.to_text(foot(&plan, &workspace, &results, language)).copied())
    };
    html! { <p class="buttons"><Take {language} {picture} {name} {table} /></p> }
}
