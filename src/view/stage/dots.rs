//! Fifty equally likely values beside the chart, on its axis.

use yew::prelude::*;

use crate::catalogue::sentences;
use crate::chart::{Axis, BEFORE, Packing, RADIUS, dots, stage_heights};
use crate::plan::IndicatorId;
use crate::text::Language;
use crate::view::figure::use_size;
use crate::view::store::PlanRef;

#[derive(Properties, PartialEq)]
pub struct DotsProps {
    pub plan: PlanRef,
    pub language: Language,
    pub id: IndicatorId,
    /// Ascending.
    pub values: Vec<f64>,
    pub threshold: f64,
    pub axis: Axis,
    pub zoom: f64,
}

#[component]
pub fn Dots(props: &DotsProps) -> Html {
    let DotsProps { plan, language, id, values, threshold, axis, zoom } = props;
    let (axis, zoom) = (*axis, *zoom);
    let indicator = plan.0.indicator(*id);
    let pane = use_node_ref();
    let Some((_, height)) = use_size(&pane) else { return html! { <div class="stage-dots" ref={pane}></div> } };
    let plot = stage_heights(height / zoom);
    let y = move |value: f64| axis.height(value, plot);
    let placed = dots(values, *threshold, indicator.direction, y, indicator.count, Packing::STAGE);
    let short = placed.iter().filter(|dot| !dot.reaches).count();
    let px = |length: f64| format!("{:.1}", length * zoom);
    let [title, each] = sentences::fifty_dots(plan.0, *language);
    let label = format!("{title}{each}: {}", sentences::dots_short(short, *language));
    html! {
        <div class="stage-dots" ref={pane}>
            <svg role="img" aria-label={label}>
                <line class="dots-axis" x1="1" x2="1" y1={px(plot.0)} y2={px(plot.1)} />
                <line class="threshold" x1="0" x2="100%" y1={px(y(*threshold))} y2={px(y(*threshold))} />
                { for placed.iter().enumerate().map(|(i, dot)| {
                    let class = if dot.reaches { "reaches" } else { "misses" };
                    html! { <circle key={i} {class} cx={px(BEFORE + dot.x)} cy={px(dot.y)} r={px(RADIUS)} /> }
                }) }
            </svg>
            <p aria-hidden="true">{ title }<br />{ each }</p>
        </div>
    }
}
