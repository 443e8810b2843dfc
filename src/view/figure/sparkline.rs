//! The tiny picture in a row of the scoreboard: the bar of completion and the sparkline, in one.

use yew::prelude::*;

use crate::chart::Spark;

/// The length of a full bar, CSS pixels.
pub const BAR_LENGTH: f64 = 72.0;

/// Decoration: the row says the same in numbers. `bar` is the length of what is done. What changes is all points of
/// lines: other shapes' geometry is style in browsers, to be resolved anew at each change.
pub fn row_picture(spark: &Spark, bar: &str) -> Html {
    let Spark { own, reference, target, end } = spark;
    html! {
        <svg class="picture" width="158" height="34" aria-hidden="true">
            <polyline class="bar-ground" points="0,30.5 72,30.5" />
            <polyline class="bar-done" points={format!("0,30.5 {bar},30.5")} />
            if !own.is_empty() {
                <g class="spark" transform="translate(122 4)">
                    <line class="spark-target" x1="1" x2="35" y1={target.clone()} y2={target.clone()} />
                    <polyline class="spark-reference" points={reference.clone()} />
                    <polyline class="spark-own" points={own.clone()} />
                    <polyline class="spark-end" points={format!("{0},{1} {0},{1}", end.0, end.1)} />
                </g>
            }
        </svg>
    }
}
