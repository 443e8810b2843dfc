//! Draws kept: every indicator in every projected year of each draw.

use super::singles::{DRAW_LANES, Singles};
use crate::plan::{INDICATORS, IndicatorId, MAX_YEARS, Plan};

/// A batch of draws: by year after the base year (index 0 is the first) and indicator.
pub(super) type Rows = [[Singles; INDICATORS]; MAX_YEARS];

/// The values of any number of draws, 4 bytes each: 220 for a draw of 11 indicators in 5 years.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    years: usize,
    /// By year and indicator as in [`Rows`]; all of the same length, with a draw at the same place in each.
    columns: Vec<Vec<f32>>,
}

impl Sample {
    /// No draws yet, and room for `draws` of them: a sample that is never given more never moves.
    // Some more, for the unused lanes of a last batch.
    pub fn with_capacity(plan: &Plan, draws: usize) -> Self {
        let columns = (0..plan.years * INDICATORS).map(|_| Vec::with_capacity(draws + DRAW_LANES)).collect();
        Sample { years: plan.years, columns }
    }

    /// Projected years after the base year.
    pub fn years(&self) -> usize {
        self.years
    }

    /// How many draws there are.
    pub fn draws(&self) -> usize {
        self.columns.first().map_or(0, Vec::len)
    }

    /// The values of an indicator `t` ≥ 1 years after the base year, one a draw.
    pub fn values(&self, id: IndicatorId, t: usize) -> &[f32] {
        &self.columns[(t - 1) * INDICATORS + id.index()]
    }

    /// Forgets the draws and keeps the room.
    pub fn clear(&mut self) {
        self.columns.iter_mut().for_each(Vec::clear);
    }

    /// Adds the draws of another sample of the same plan.
    pub fn append(&mut self, other: &Sample) {
        for (column, other) in self.columns.iter_mut().zip(&other.columns) {
            column.extend_from_slice(other);
        }
    }

    /// The draws as one row of numbers, a column after the other, to be sent elsewhere.
    pub fn to_numbers(&self) -> Vec<f32> {
        self.columns.concat()
    }

    /// Adds draws that [`to_numbers`](Self::to_numbers) wrote; adds none, and says so, if the numbers cannot be such.
    pub fn append_numbers(&mut self, numbers: &[f32]) -> bool {
        let draws = numbers.len() / self.columns.len();
        let fits = draws * self.columns.len() == numbers.len();
        if fits && draws > 0 {
            for (column, numbers) in self.columns.iter_mut().zip(numbers.chunks_exact(draws)) {
                column.extend_from_slice(numbers);
            }
        }
        fits
    }

    /// Adds the first `draws` draws of some batches, the last of which may be in part unused.
    pub(super) fn push(&mut self, batches: &[Rows], draws: usize) {
        let end = self.draws() + draws;
        for (i, column) in self.columns.iter_mut().enumerate() {
            for rows in batches {
                column.extend_from_slice(rows.as_flattened()[i].0.as_array());
            }
            column.truncate(end);
        }
    }
}
