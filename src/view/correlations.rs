//! Which uncertainty matters most: rank correlations of what is drawn.

use yew::prelude::*;

use super::bars::{Form, figure};
use super::sensitivity::{ReadingsProps, more};
use super::take::{Bars, take_bars};
use crate::analysis::monte_carlo::{Correlations, Source};
use crate::catalogue::sensitivity as words;
use crate::chart::SHOWN;

/// The correlations with one indicator, strongest first.
pub(super) fn correlations(
    props: &ReadingsProps,
    found: &Correlations,
    form: Form,
    all: &UseStateHandle<bool>,
) -> Html {
    let ReadingsProps { plan, language, id, workspace, results } = props;
    let (plan, language, id) = (*plan, *language, *id);
    let mut sorted: Vec<(Source, f64)> = Source::all().map(|source| (source, found.get(source, id))).collect();
    sorted.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let noise = sorted.iter().filter(|(_, correlation)| correlation.abs() < words::NOISE).count();
    let telling = sorted.len() - noise;
    let rows = &sorted[..if **all { telling } else { SHOWN.min(telling) }];
    let method = words::CORRELATION_METHOD.get(language);
    let bars = Bars {
        plan,
        language,
        workspace,
        results,
        view: words::UNCERTAINTY.get(language),
        chart: words::correlation_bars(&plan, rows, language),
        listing: words::correlation_listing(&plan, id, rows, language),
        sentence: words::correlation_sentence(&plan, id, &sorted, language),
        source: method.to_owned(),
    };
    html! {
        <>
            <p class="reading">{ bars.sentence.clone() }</p>
            { figure("correlations", &bars, form) }
            { more(telling, all, language) }
            <p class="source">{ method }{ " " }{ words::noise_count(noise, language) }</p>
            { take_bars(bars) }
        </>
    }
}
