//! The main chart: drawn, said in words, read by pointer and keyboard, and with its sources.

use std::rc::Rc;

use yew::prelude::*;

use super::key::{key, legend};
use super::layered_canvas::{LayeredCanvas, LayersRef};
use crate::chart::{Axis, ChartSpec, SizeClass, Theme, describe, words};

#[derive(Properties, PartialEq)]
pub struct FigureProps {
    pub spec: Rc<ChartSpec>,
    pub axis: Axis,
    pub dark: bool,
    /// Whether a lever is being dragged: what is read out then waits.
    #[prop_or_default]
    pub dragging: bool,
    /// What stands right of the plot, as high as that.
    #[prop_or_default]
    pub beside: Html,
}

/// Fills the height its place gives it (`.figure` is a column whose plot grows).
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let FigureProps { spec, axis, dark, dragging, beside } = props;
    let language = spec.language();
    let layers = use_mut_ref(LayersRef::default).borrow().clone();
    let cursor = use_state_eq(|| None::<usize>);
    let last = spec.years();
    // Another plan's horizon may be shorter than the year that was read.
    let read = cursor.map(|t| t.min(last));

    let point = |layers: &LayersRef, cursor: &UseStateHandle<Option<usize>>| {
        let (layers, setter) = (layers.clone(), cursor.setter());
        move |event: PointerEvent| {
            if let Some(year) = layers.0.borrow().nearest_year(f64::from(event.offset_x())) {
                setter.set(Some(year));
            }
        }
    };
    let leave = {
        let setter = cursor.setter();
        // A finger lifts after every touch; what it read stays until another place is touched or left.
        move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                setter.set(None);
            }
        }
    };
    let on_key = {
        let setter = cursor.setter();
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let next = match (event.key().as_str(), read) {
                ("ArrowLeft" | "ArrowDown", Some(t)) => Some(t.saturating_sub(1)),
                ("ArrowRight" | "ArrowUp", Some(t)) => Some((t + 1).min(last)),
                ("ArrowLeft" | "ArrowDown" | "ArrowRight" | "ArrowUp" | "End", _) => Some(last),
                ("Home", _) => Some(0),
                ("Escape", Some(_)) => None,
                _ => return,
            };
            event.prevent_default();
            setter.set(next);
        }
    };
    let on_blur = {
        let setter = cursor.setter();
        move |_: FocusEvent| setter.set(None)
    };
    let shown = read.unwrap_or(last);
    // What is read out follows when the hand lets go.
    let spoken = use_mut_ref(|| None::<(AttrValue, AttrValue)>);
    let mut spoken = spoken.borrow_mut();
    if !*dragging || spoken.is_none() {
        let sentence = describe::sentence(spec).into();
        *spoken = Some((sentence, describe::reading(spec, shown).sentence(spec).into()));
    }
    let (sentence, reading) = spoken.clone().unwrap_or_default();
    html! {
        <figure class="figure" lang={language.tag()}>
            { key(spec, read) }
            <div class="plot">
            <LayeredCanvas
                spec={spec.clone()}
                axis={*axis}
                theme={Theme::screen(*dark)}
                size={SizeClass::Main}
                cursor={read}
                label={sentence}
                layers={layers.clone()}
            >
                <div
                    class="cursor"
                    role="slider"
                    tabindex="0"
                    aria-label={words::CURSOR.get(language)}
                    aria-valuemin={spec.year(0).to_string()}
                    aria-valuemax={spec.year(last).to_string()}
                    aria-valuenow={spec.year(shown).to_string()}
                    aria-valuetext={reading}
                    onpointermove={point(&layers, &cursor)}
                    onpointerdown={point(&layers, &cursor)}
                    onpointerleave={leave}
                    onkeydown={on_key}
                    onblur={on_blur}
                ></div>
            </LayeredCanvas>
            { beside.clone() }
            </div>
            { legend(spec, read) }
            <figcaption class="source">
                { describe::source_line(spec) }{ " " }
                { notes(spec) }
            </figcaption>
        </figure>
    }
}

/// What must be said about single published figures, folded.
fn notes(spec: &ChartSpec) -> Html {
    let notes = describe::notes(spec);
    if notes.is_empty() {
        return html! {};
    }
    html! {
        <details class="source-notes">
            <summary>{ words::NOTES.get(spec.language()) }</summary>
            { for notes.into_iter().map(|note| html! { <p>{ note }</p> }) }
        </details>
    }
}
