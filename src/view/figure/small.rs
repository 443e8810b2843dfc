//! One of the small charts, which can be chosen.

use yew::prelude::*;

use super::hooks::use_axis;
use super::layered_canvas::{LayeredCanvas, LayersRef};
use crate::catalogue::labels;
use crate::chart::{SizeClass, SmallChart, Theme};
use crate::plan::IndicatorId;

#[derive(Properties, PartialEq)]
pub struct SmallFigureProps {
    pub chart: SmallChart,
    pub dark: bool,
    pub dragging: bool,
    pub selected: bool,
    pub on_select: Callback<IndicatorId>,
}

#[component]
pub fn SmallFigure(props: &SmallFigureProps) -> Html {
    let SmallFigureProps { chart, dark, dragging, selected, on_select } = props;
    let axis = use_axis(Some(&chart.spec), *dragging).unwrap_or_else(|| chart.spec.axis());
    let layers = use_mut_ref(LayersRef::default).borrow().clone();
    let id = chart.id;
    let select = {
        let on_select = on_select.clone();
        move |_: MouseEvent| on_select.emit(id)
    };
    html! {
        <button
            class="small-figure"
            aria-pressed={if *selected { "true" } else { "false" }}
            onclick={select}
            data-small={id.id()}
        >
            <span class="small-name">{ chart.name }</span>
            <span class="small-row">
                <span class="small-value">{ &chart.value }</span>
                <span class="small-difference">{ &chart.difference }</span>
                <span class={classes!("small-status", labels::status_class(chart.status))}>
                    <span class="mark" aria-hidden="true"></span>
                    <span class="status-word">{ labels::status(chart.status).get(chart.spec.language()) }</span>
                </span>
            </span>
            <LayeredCanvas
                spec={chart.spec.clone()}
                {axis}
                theme={Theme::screen(*dark)}
                size={SizeClass::Small}
                {layers}
            />
        </button>
    }
}
