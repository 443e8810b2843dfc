//! Swings around a scenario's own value as a tornado: what is shown, and where.

use crate::analysis::sensitivity::{Sensitivity, Swing};
use crate::plan::IndicatorId;

/// How many swings are shown unless all are asked for.
pub const SHOWN: usize = 15;

/// One indicator's swings.
#[derive(Clone, PartialEq, Debug)]
pub struct Tornado {
    pub id: IndicatorId,
    /// The scenario's own value in the target year.
    pub own: f64,
    /// Widest first.
    pub swings: Vec<Swing>,
    /// Those that do nothing.
    pub idle: Vec<Swing>,
    range: (f64, f64),
}

impl Tornado {
    pub fn new(sensitivity: &Sensitivity, id: IndicatorId) -> Self {
        let (swings, idle): (Vec<Swing>, Vec<Swing>) =
            sensitivity.swings(id).into_iter().partition(|swing| swing.idle.is_none());
        let own = sensitivity.own(id);
        let range = swings
            .iter()
            .flat_map(|swing| swing.values)
            .fold((own, own), |(low, high), value| (low.min(value), high.max(value)));
        Tornado { id, own, swings, idle, range }
    }

    /// Where a value stands between the lowest, 0, and the highest, 1.
    pub fn place(&self, value: f64) -> f64 {
        let (low, high) = self.range;
        if high > low { (value - low) / (high - low) } else { 0.5 }
    }

    /// The values to be written left and right of a swing's bar. One that lies on the other side of the own value would
    /// stand inside the bar, and is left to the table.
    pub fn labels(&self, swing: &Swing) -> [Option<f64>; 2] {
        let [a, b] = swing.values;
        [Some(a.min(b)).filter(|&low| low < self.own), Some(a.max(b)).filter(|&high| high > self.own)]
    }
}
