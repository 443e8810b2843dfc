//! The tiny picture in a row of the scoreboard: the bar of completion and the sparkline, in one.

use yew::prelude::*;

use crate::chart::Spark;

/// The length of a full bar, CSS pixels.
pub const BAR_LENGTH: f64 = 82.0;

/// Decoration: the row says the same in numbers. `bar` is the length of what is done.
pub fn row_picture(spark: &Spark, bar: &str) -> Html {
    let Spark { own, reference, target, end } = spark;
    html! {
        <svg class="picture" width="128" height="34" aria-hidden="true">
            <rect class="bar-ground" x="0" y="29" width="82" height="3" />
            <rect class="bar-done" x="0" y="29" width={bar.to_owned()} height="3" />
            if !own.is_empty() {
                <g class="spark" transform="translate(92 4)">
                    <line class="spark-target" x1="1" x2="35" y1={target.clone()} y2={target.clone()} />
                    <polyline class="spark-reference" points={reference.clone()} />
                    <polyline class="spark-own" points={own.clone()} />
                    <circle class="spark-end" cx={end.0.clone()} cy={end.1.clone()} r="2" />
                </g>
            }
        </svg>
    }
}
