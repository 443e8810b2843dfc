//! Values by year and indicator, as sums of projections.

use crate::model::Projection;
use crate::plan::{INDICATORS, IndicatorId, MAX_YEARS};

/// By year after the base year (index 0 is the first) and indicator, in the indicators' units.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Table([[f64; INDICATORS]; MAX_YEARS]);

impl Table {
    /// Row after row; years beyond the numbers are 0.
    pub fn from_numbers(numbers: &[f64]) -> Self {
        let mut table = Table::default();
        for (cell, &number) in table.0.as_flattened_mut().iter_mut().zip(numbers) {
            *cell = number;
        }
        table
    }

    /// The rows of the first `years` years.
    pub fn rows(&self, years: usize) -> impl Iterator<Item = &[f64; INDICATORS]> {
        self.0.iter().take(years)
    }

    /// The value `t` ≥ 1 years after the base year; 0 for a year that is not there.
    pub fn value(&self, id: IndicatorId, t: usize) -> f64 {
        t.checked_sub(1).and_then(|year| self.0.get(year)).map_or(0.0, |row| row[id.index()])
    }

    /// Adds a weighted table.
    pub fn add(&mut self, weight: f64, other: &Table) {
        for (cell, value) in self.0.as_flattened_mut().iter_mut().zip(other.0.as_flattened()) {
            *cell += weight * value;
        }
    }

    /// Adds a weighted projection.
    pub fn add_projection(&mut self, weight: f64, projection: &Projection) {
        for (year, row) in self.0.iter_mut().enumerate().take(projection.years()) {
            for (&id, cell) in IndicatorId::ALL.iter().zip(row) {
                *cell += weight * projection.value(id, year + 1);
            }
        }
    }
}
