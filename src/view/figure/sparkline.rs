//! The tiny picture in a row of the scoreboard.

use yew::prelude::*;

use crate::chart::Spark;

/// Decoration: the row says the same in numbers.
pub fn sparkline(spark: &Spark) -> Html {
    let Spark { own, reference, target, end } = spark;
    html! {
        <svg class="spark" viewBox="0 0 36 26" width="36" height="26" aria-hidden="true">
            if !own.is_empty() {
                <line class="spark-target" x1="1" x2="35" y1={target.clone()} y2={target.clone()} />
                <polyline class="spark-reference" points={reference.clone()} />
                <polyline class="spark-own" points={own.clone()} />
                <circle class="spark-end" cx={end.0.clone()} cy={end.1.clone()} r="2" />
            }
        </svg>
    }
}
