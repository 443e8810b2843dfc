//! What makes the difference to the reference, by group of levers.

use yew::prelude::*;

use super::show::Present;
use crate::catalogue::why as words;
use crate::chart::{Bar, Waterfall};
use crate::view::bars::bar_chart;

pub fn causes(present: &Present) -> Html {
    let (plan, language, results) = (present.plan(), present.language(), &present.store.results);
    let (own, reference) = (&results.own.scenario, &results.reference.scenario);
    if own == reference {
        return html! { <div class="stage-body"><p class="stage-note">{ words::SAME.get(language) }</p></div> };
    }
    let Some(attribution) = present.attribution else { return html! { <div class="stage-body"></div> } };
    let id = present.id();
    let mut waterfall = Waterfall::new(&plan, id, plan.years, attribution, own, reference);
    // Single levers stand below the chart.
    waterfall.stretches.retain(|stretch| !matches!(stretch.bar, Bar::Lever(_)));
    let sentence = words::sentence(&plan, &waterfall, attribution, present.reference, language);
    html! {
        <div class="stage-body causes">
            <figure class="bars waterfall">{ bar_chart(&words::bars(&plan, &waterfall, present.reference, language), &sentence) }</figure>
            <p class="stage-reading">{ sentence.clone() }</p>
        </div>
    }
}
