//! Charts on paper: all of them small on the first page, each large with what must be said of it further on.

use std::rc::Rc;

use yew::prelude::*;

use super::document::status;
use super::{Sheet, words};
use crate::catalogue::{labels, sentences};
use crate::chart::{ChartSpec, Name, Plate, SizeClass, describe, words as chart_words};
use crate::plan::Indicator;
use crate::platform::picture::plate_svg;

/// In CSS pixels, of which A4 has 665 between its margins.
const SMALL: (u32, u32) = (156, 82);
const LARGE: (u32, u32) = (372, 170);

/// Every path in a few square centimetres, with the key in the last place.
pub fn small(sheet: &Sheet) -> Html {
    let reference = sentences::reference_name(&sheet.plan, &sheet.workspace);
    let chart = |indicator: &'static Indicator| {
        html! {
            <li>
                <p>
                    { sheet.text(indicator.shortest) }{ " " }
                    <span class="muted">{ sheet.text(indicator.unit) }</span>
                </p>
                { drawing(sheet, indicator, &reference, SizeClass::Small, SMALL) }
            </li>
        }
    };
    html! {
        <ul class="report-small">
            { for sheet.plan.0.indicators.iter().map(chart) }
            <li class="report-key">{ key(sheet, &reference) }</li>
        </ul>
    }
}

/// What the lines are.
fn key(sheet: &Sheet, reference: &Name) -> Html {
    let row = |class: &'static str, name: &str| {
        html! {
            <p>
                <svg class={class} width="32" height="12" aria-hidden="true">
                    if class == "key-published" {
                        <path d="M13 3 l6 6 m0 -6 l-6 6" />
                    } else {
                        <line x1="0" y1="6" x2="32" y2="6" />
                    }
                </svg>
                { name.to_owned() }
            </p>
        }
    };
    html! {
        <>
            { row("key-own", sheet.text(chart_words::OWN)) }
            { row("key-reference", reference.get(sheet.language)) }
            if sheet.likelihood.is_some() {
                { row("key-half", sheet.text(words::HALF)) }
            }
            { row("key-target", sheet.text(chart_words::TARGET)) }
            { row("key-published", sheet.text(chart_words::PUBLISHED)) }
        </>
    }
}

/// Each indicator with its chart, its reading and its reservations.
pub fn each(sheet: &Sheet) -> Html {
    let reference = sentences::reference_name(&sheet.plan, &sheet.workspace);
    html! { <>{ for sheet.plan.0.indicators.iter().map(|indicator| one(sheet, indicator, &reference)) }</> }
}

fn one(sheet: &Sheet, indicator: &'static Indicator, reference: &Name) -> Html {
    let Sheet { plan, language, results, .. } = sheet;
    let (id, language) = (indicator.id, *language);
    let assessment = &results.own.summary.assessments[id.index()];
    let chance = sheet.bands().map(|bands| bands.chance(id));
    let published = spec(sheet, indicator, reference).map_or_else(Vec::new, |spec| {
        describe::published_line(&spec).into_iter().chain(describe::notes(&spec)).collect()
    });
    html! {
        <section class="report-one">
            <h3>
                { format!("{} {}", id.index() + 1, sheet.text(indicator.name)) }
                <span class={labels::status_class(assessment.status)}>{ status(sheet, assessment.status) }</span>
            </h3>
            <div>
                { drawing(sheet, indicator, reference, SizeClass::Main, LARGE) }
                <div>
                    <p class="report-reading">
                        { Sheet::kept(&sentences::reading(plan, id, results, chance, reference, language)) }
                        { sentences::reading_mark(plan, id, &results.own.scenario, language) }
                    </p>
                    { for indicator.caveats.iter().map(|caveat| html! { <p>{ Sheet::kept(sheet.text(*caveat)) }</p> }) }
                    { for published.into_iter().map(|line| html! { <p class="muted">{ line }</p> }) }
                </div>
            </div>
        </section>
    }
}

/// A chart as a part of the page, so that it is there as soon as the page is.
fn drawing(sheet: &Sheet, indicator: &'static Indicator, reference: &Name, class: SizeClass, size: (u32, u32)) -> Html {
    let svg = spec(sheet, indicator, reference).and_then(|spec| plate_svg(&Plate { spec, class, size }));
    match svg {
        // Our own, with every text escaped.
        Some(svg) => Html::from_html_unchecked(svg.into()),
        None => html! { <p>{ sheet.text(chart_words::NOT_DRAWABLE) }</p> },
    }
}

/// The own path against its reference, with the range of half the draws.
fn spec(sheet: &Sheet, indicator: &'static Indicator, reference: &Name) -> Option<Rc<ChartSpec>> {
    let Sheet { plan, language, results, .. } = sheet;
    let id = indicator.id;
    let target = results.own.summary.assessments[id.index()].target;
    let reference = Some((reference.clone(), &results.reference.projection));
    let spec = ChartSpec::trajectory(plan, id, *language, &results.own.projection, reference, target).ok()?;
    let spec = match sheet.bands() {
        Some(bands) => spec.with_half(bands).ok()?,
        None => spec,
    };
    Some(Rc::new(spec))
}
