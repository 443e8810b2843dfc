//! All indicators as small charts in one view.

use std::rc::Rc;

use yew::prelude::*;

use super::small::SmallFigure;
use crate::chart::{Order, SmallChart, sorted};
use crate::plan::IndicatorId;

#[derive(Properties, PartialEq)]
pub struct SmallMultiplesProps {
    pub charts: Rc<Vec<SmallChart>>,
    #[prop_or_default]
    pub order: Order,
    pub dark: bool,
    /// While a lever is dragged no chart changes its place.
    #[prop_or_default]
    pub dragging: bool,
    #[prop_or_default]
    pub selected: Option<IndicatorId>,
    pub on_select: Callback<IndicatorId>,
}

#[component]
pub fn SmallMultiples(props: &SmallMultiplesProps) -> Html {
    let SmallMultiplesProps { charts, order, dark, dragging, selected, on_select } = props;
    let memory = use_mut_ref(|| None::<(Order, Vec<usize>)>);
    let mut memory = memory.borrow_mut();
    let positions = match memory.take() {
        Some((known, positions)) if *dragging && known == *order && positions.len() == charts.len() => positions,
        _ => sorted(charts, *order),
    };
    let small = |chart: &SmallChart| {
        html! {
            <li key={chart.id.id()}>
                <SmallFigure
                    chart={chart.clone()}
                    dark={*dark}
                    dragging={*dragging}
                    selected={*selected == Some(chart.id)}
                    on_select={on_select.clone()}
                />
            </li>
        }
    };
    let list = html! {
        <ul class="small-multiples">{ for positions.iter().filter_map(|&at| charts.get(at)).map(small) }</ul>
    };
    *memory = Some((*order, positions));
    list
}
