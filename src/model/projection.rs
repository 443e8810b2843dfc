//! The model's own values: by indicator and year.

use crate::plan::{INDICATORS, IndicatorId, MAX_YEARS};

/// Every indicator from the base year to the horizon, in the indicators' units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    rows: [[f64; INDICATORS]; MAX_YEARS + 1],
    years: usize,
}

impl Projection {
    pub(super) fn empty(years: usize) -> Self {
        Projection { rows: [[0.0; INDICATORS]; MAX_YEARS + 1], years }
    }

    /// The indicators `t` years after the base year.
    #[inline(always)]
    pub(super) fn row_mut(&mut self, t: usize) -> &mut [f64; INDICATORS] {
        &mut self.rows[t]
    }

    /// Projected years after the base year.
    pub fn years(&self) -> usize {
        self.years
    }

    /// The value `t` years after the base year.
    pub fn value(&self, id: IndicatorId, t: usize) -> f64 {
        self.rows[t][id.index()]
    }

    /// The value in the target year.
    pub fn last(&self, id: IndicatorId) -> f64 {
        self.value(id, self.years)
    }

    /// The values from the base year on.
    pub fn path(&self, id: IndicatorId) -> impl ExactSizeIterator<Item = f64> + '_ {
        self.rows[..=self.years].iter().map(move |row| row[id.index()])
    }
}
