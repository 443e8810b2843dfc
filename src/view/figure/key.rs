//! The line above a chart: what each line is, and the values of the year being read.

use yew::prelude::*;

use crate::chart::describe::{in_reading_order, key_name, reading, value_at};
use crate::chart::{ChartSpec, Role, words};

/// Stands in a place of fixed height, so that reading a year moves nothing. While no year is read it does not depend on
/// the values, and a drag leaves it alone.
/// `cursor` is the year being read, after the base year.
pub fn key(spec: &ChartSpec, cursor: Option<usize>) -> Html {
    let language = spec.language();
    let item = |role: Role, name: String, value: Option<String>| {
        html! {
            <span class={classes!("key-item", class_of(role))}>
                { swatch(role) }
                { name }
                if let Some(value) = value {
                    <span class="key-value">{ value }</span>
                }
            </span>
        }
    };
    let published = |figures: Option<String>| {
        html! {
            <span class="key-item key-published">
                <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
                    <path d="M1.5 1.5 8.5 8.5M8.5 1.5 1.5 8.5" />
                </svg>
                if let Some(figures) = figures {
                    <span class="key-value">{ figures }</span>
                } else {
                    { words::PUBLISHED.get(language) }
                }
            </span>
        }
    };
    let range = |value: Option<String>| {
        html! {
            <span class="key-item key-range">
                <svg class="swatch" viewBox="0 0 20 10" aria-hidden="true">
                    <rect class="key-90" width="20" height="10" />
                    <rect class="key-50" y="2.5" width="20" height="5" />
                </svg>
                if let Some(value) = value {
                    { words::RANGE.get(language) }
                    <span class="key-value">{ value }</span>
                } else {
                    { words::RANGES.get(language) }
                }
            </span>
        }
    };
    let Some(t) = cursor else {
        return html! {
            <p class="key">
                { for in_reading_order(spec).filter(|series| !is_further(series.role)).map(|series| item(series.role, key_name(spec, series), None)) }
                if spec.band(90).is_some() {
                    { range(None) }
                }
                if spec.has_paths() {
                    <span class="key-item key-draws">
                        <svg class="swatch" viewBox="0 0 20 10" aria-hidden="true"><path d="M0 8 20 1M0 9 20 5" /></svg>
                        { words::SOME_DRAWS.get(language) }
                    </span>
                }
                if spec.has_published() {
                    { published(None) }
                }
                <span class="key-hint">{ words::HINT.get(language) }</span>
            </p>
        };
    };
    let reading = reading(spec, t);
    html! {
        <p class="key">
            <span class="key-year">{ reading.year }</span>
            { for reading.parts.into_iter().filter(|part| !is_further(part.role)).map(|part| item(part.role, part.name, Some(part.value))) }
            if !reading.range.is_empty() {
                { range(Some(reading.range)) }
            }
            if !reading.published.is_empty() {
                { published(Some(reading.published)) }
            }
        </p>
    }
}

/// The line below a chart: the further scenarios, with their values in the year being read.
pub fn legend(spec: &ChartSpec, cursor: Option<usize>) -> Html {
    let further: Vec<_> = in_reading_order(spec).filter(|series| is_further(series.role)).collect();
    if further.is_empty() {
        return html! {};
    }
    html! {
        <ul class="legend-scenarios">
            { for further.into_iter().map(|series| html! {
                <li class="key-item">
                    { swatch(series.role) }
                    { key_name(spec, series) }
                    if let Some(value) = cursor.and_then(|t| value_at(spec, series, t)) {
                        <span class="key-value">{ value }</span>
                    }
                </li>
            }) }
        </ul>
    }
}

/// The line of a further scenario by its place in the list.
pub fn scenario_swatch(place: u8) -> Html {
    swatch(Role::Scenario(place))
}

/// The line of the scenario at hand.
pub fn own_swatch() -> Html {
    swatch(Role::Own)
}

fn is_further(role: Role) -> bool {
    matches!(role, Role::Scenario(_))
}

/// A stretch of the line as the chart draws it.
fn swatch(role: Role) -> Html {
    let (dashes, marker) = match role {
        Role::Own => (None, "M7 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
        Role::Reference => (Some("5 4"), ""),
        Role::Milestones => (Some("1 3"), ""),
        Role::Scenario(n) => {
            let n = usize::from(n) % 4;
            let markers = ["M7 2h6v6h-6z", "M10 2l3 6h-6z", "M10 2l3 3-3 3-3-3z", "M7 5h6M10 2v6"];
            (Some(["8 3", "2 3", "8 3 2 3", "12 4"][n]), markers[n])
        }
    };
    let filled = matches!(role, Role::Scenario(4..)).then_some("filled");
    html! {
        <svg class={classes!("swatch", class_of(role), filled)} viewBox="0 0 20 10" aria-hidden="true">
            <line x1="0" y1="5" x2="20" y2="5" stroke-dasharray={dashes} />
            <path d={marker} />
        </svg>
    }
}

fn class_of(role: Role) -> &'static str {
    match role {
        Role::Own => "key-own",
        Role::Reference => "key-reference",
        Role::Milestones => "key-milestones",
        Role::Scenario(n) => {
            ["key-scenario-0", "key-scenario-1", "key-scenario-2", "key-scenario-3"][usize::from(n) % 4]
        }
    }
}
