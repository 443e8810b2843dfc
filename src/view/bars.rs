//! What charts of horizontal bars have in common: rows of a name, a track and a value, whose tracks share one scale.
//! Tracks are as wide as their place, so that places on them are in per cent.

use yew::prelude::*;

use super::button;
use crate::catalogue::why;
use crate::text::Language;
use crate::text::number::fixed;

/// A place from 0 to 1 along a track.
pub fn percent(place: f64) -> String {
    format!("{}%", fixed(place.clamp(0.0, 1.0) * 100.0, 2))
}

/// A bar between two places, solid, or hatched where `hatched`.
pub fn bar(from: f64, to: f64, y: &'static str, height: &'static str, hatched: bool) -> Html {
    let (left, right) = (from.min(to), from.max(to));
    html! {
        <rect
            class={classes!("bar", hatched.then_some("hatched"))}
            x={percent(left)}
            {y}
            width={percent(right - left)}
            {height}
            fill={hatched.then_some("url(#hatch)")}
        />
    }
}

/// A line across a row's whole height.
pub fn rule(class: &'static str, place: f64) -> Html {
    html! { <line {class} x1={percent(place)} y1="0" x2={percent(place)} y2="100%" /> }
}

/// The hatching that bars refer to.
pub fn hatching() -> Html {
    html! {
        <svg class="hatching" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="hatch" patternUnits="userSpaceOnUse" width="5" height="5" patternTransform="rotate(45)">
                    <line class="hatch" x1="1" y1="0" x2="1" y2="5" />
                </pattern>
            </defs>
        </svg>
    }
}

/// Whether a figure is shown as a chart or as a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Form {
    #[default]
    Chart,
    Table,
}

/// The switch between both.
pub fn form_switch(form: &UseStateHandle<Form>, language: Language) -> Html {
    let choice = |value: Form, label: &'static str| {
        let setter = form.setter();
        button::choice("preset", label, **form == value, None, Callback::from(move |_: MouseEvent| setter.set(value)))
    };
    html! {
        <div class="choices" role="group" aria-label={why::FORM.get(language)}>
            { choice(Form::Chart, why::CHART.get(language)) }
            { choice(Form::Table, why::TABLE.get(language)) }
        </div>
    }
}
