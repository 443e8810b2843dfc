//! What charts of horizontal bars have in common: rows of a name, a track and a value, whose tracks share one scale.
//! Tracks are as wide as their place, so that places on them are in per cent.

use yew::prelude::*;

use super::button;
use super::take::Bars;
use crate::catalogue::tables::Listing;
use crate::catalogue::why;
use crate::chart::{Anchor, BarChart, BarRow, Head, Mark, RowKind};
use crate::text::Language;
use crate::text::number::fixed;

/// A place from 0 to 1 along a track.
fn percent(place: f64) -> String {
    format!("{}%", fixed(place.clamp(0.0, 1.0) * 100.0, 2))
}

/// The rows of a chart; `sentence` says what it shows.
pub fn bar_chart(chart: &BarChart, sentence: &str) -> Html {
    let value =
        |text: &str| chart.units.is_some().then(|| html! { <span class="bar-value">{ text.to_owned() }</span> });
    let [above, below] = chart.units.clone().unwrap_or_default();
    let head = |head: &Head| {
        let anchor = match head.anchor() {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        html! {
            <div class="bar-row bar-head">
                <span class="bar-name">
                    if let Some([lowered, raised]) = head.key {
                        <span class="tornado-key lowered"></span>{ lowered }
                        <span class="tornado-key raised"></span>{ raised }
                    }
                </span>
                <svg class="bar-track">
                    <text class={head.is_target.then_some("target-label")} x={percent(head.place)} y="15" text-anchor={anchor}>
                        { head.text.clone() }
                    </text>
                </svg>
                { for value(&above) }
            </div>
        }
    };
    let label = |label: &Option<(f64, String)>, anchor: &'static str, shift: &'static str| {
        let text = |(place, text): &(f64, String)| {
            html! { <text x={percent(*place)} dx={shift} y="16" text-anchor={anchor}>{ text.clone() }</text> }
        };
        label.as_ref().map(text)
    };
    let row = |row: &BarRow| {
        html! {
            <div class={classes!("bar-row", class_of(row.kind))}>
                <span class="bar-name" title={row.name.clone()}>{ row.name.clone() }</span>
                <svg class="bar-track">
                    { for chart.grid.iter().map(|&place| upright("grid", place, 0.0, 1.0)) }
                    { for chart.target.map(|place| upright("target", place, 0.0, 1.0)) }
                    { for row.marks.iter().map(|&mark| shape(mark)) }
                    { for label(&row.labels[0], "end", "-4") }
                    { for label(&row.labels[1], "start", "4") }
                </svg>
                { for value(&row.value) }
            </div>
        }
    };
    html! {
        <div class="bar-rows" role="img" aria-label={sentence.to_owned()}>
            { hatching() }
            { for chart.head.as_ref().map(head) }
            { for chart.rows.iter().map(row) }
            if !chart.axis.is_empty() {
                <div class="bar-row bar-axis">
                    <span class="bar-name"></span>
                    <svg class="bar-track">
                        { for chart.axis.iter().map(|(place, text)| html! {
                            <text x={percent(*place)} y="15" text-anchor="middle">{ text.clone() }</text>
                        }) }
                    </svg>
                    { for value(&below) }
                </div>
            }
        </div>
    }
}

/// Bars as a chart, and as a table that is only read out beside it; or as the table alone.
pub fn figure(kind: &'static str, bars: &Bars<'_>, form: Form) -> Html {
    html! {
        <figure class={classes!("bars", kind)}>
            if form == Form::Chart {
                { bar_chart(&bars.chart, &bars.sentence) }
            }
            { table(&bars.listing, form == Form::Chart) }
        </figure>
    }
}

/// The same as a table; only read out where it is `unseen`.
fn table(listing: &Listing, unseen: bool) -> Html {
    let row = |(kind, cells): &(RowKind, Vec<String>)| {
        let (name, rest) = cells.split_first().map_or(("", &[][..]), |(name, rest)| (name.as_str(), rest));
        html! {
            <tr class={class_of(*kind)}>
                <th scope="row">{ name.to_owned() }</th>
                { for rest.iter().map(|cell| html! { <td>{ cell.clone() }</td> }) }
            </tr>
        }
    };
    html! {
        <table class={classes!("listing", unseen.then_some("unseen"))}>
            <caption class="unseen">{ listing.title.clone() }</caption>
            <thead>
                <tr>{ for listing.head.iter().map(|text| html! { <th scope="col">{ text.clone() }</th> }) }</tr>
            </thead>
            <tbody>{ for listing.rows.iter().map(row) }</tbody>
        </table>
    }
}

const fn class_of(kind: RowKind) -> Option<&'static str> {
    match kind {
        RowKind::Plain => None,
        RowKind::Whole => Some("whole"),
        RowKind::Within => Some("within"),
        RowKind::Short => Some("short"),
    }
}

fn upright(class: &'static str, place: f64, from: f64, to: f64) -> Html {
    html! { <line {class} x1={percent(place)} y1={percent(from)} x2={percent(place)} y2={percent(to)} /> }
}

fn shape(mark: Mark) -> Html {
    let [upper, lower] = mark.span();
    let rectangle = |class: Classes, from: f64, to: f64, hatched: bool| {
        html! {
            <rect
                {class}
                x={percent(from.min(to))}
                y={percent(upper)}
                width={percent((to - from).abs())}
                height={percent(lower - upper)}
                fill={hatched.then_some("url(#hatch)")}
            />
        }
    };
    match mark {
        Mark::Bar { from, to, hatched, .. } => {
            rectangle(classes!("bar", hatched.then_some("hatched")), from, to, hatched)
        }
        Mark::Total(place) => upright("total", place, upper, lower),
        Mark::Gap { from, to } => rectangle(classes!("gap"), from, to, false),
        Mark::Level { place, .. } => upright("level", place, upper, lower),
    }
}

/// The hatching that bars refer to.
fn hatching() -> Html {
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
