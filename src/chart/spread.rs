//! What a chart shows of the draws: ranges with the median, or some draws as paths.

use super::few::sort_few;
use super::spec::{ChartSpec, NotDrawable, Role};
use crate::analysis::monte_carlo::{Bands, Paths};
use crate::text::number;

/// A range over the years, from the base year on, in which a share of the draws lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Whole per cent of the draws: 90 or 50.
    pub share: u8,
    pub low: Vec<f64>,
    pub high: Vec<f64>,
}

/// How the draws are spread over the years, from the base year on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Spread {
    /// Widest first.
    pub bands: Vec<Band>,
    /// Empty where there are no bands.
    pub median: Vec<f64>,
    pub paths: Vec<Vec<f64>>,
}

impl Spread {
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        let bands = self.bands.iter().flat_map(|band| band.low.iter().chain(&band.high));
        bands.chain(&self.median).chain(self.paths.iter().flatten()).copied()
    }
}

impl ChartSpec {
    /// With a range of draws.
    pub fn with_band(mut self, band: Band) -> Result<Self, NotDrawable> {
        self.spread.bands.push(band);
        sort_few(&mut self.spread.bands, |a, b| a.share > b.share);
        self.checked()
    }

    /// With the ranges that hold 90 % and 50 % of the draws, and the median.
    pub fn with_bands(mut self, bands: &Bands) -> Result<Self, NotDrawable> {
        // All draws start from what was printed.
        let base = self.value(Role::Own, 0);
        // Of P05, P25, P50, P75 and P95, from the base year on.
        let percentile = |k: usize| -> Vec<f64> {
            base.into_iter().chain((1..=self.years).map(|t| bands.percentiles(self.id, t)[k])).collect()
        };
        let band = |share: u8, low: usize, high: usize| Band { share, low: percentile(low), high: percentile(high) };
        self.spread.bands = vec![band(90, 0, 4), band(50, 1, 3)];
        self.spread.median = percentile(2);
        self.checked()
    }

    /// With the range that holds 50 % of the draws alone: paper has no shade for a second one.
    pub fn with_half(mut self, bands: &Bands) -> Result<Self, NotDrawable> {
        self = self.with_bands(bands)?;
        self.spread.bands.retain(|band| band.share == 50);
        self.spread.median.clear();
        self.checked()
    }

    /// With some of the draws as paths.
    pub fn with_paths(mut self, paths: &Paths) -> Result<Self, NotDrawable> {
        self.spread.paths = (0..paths.count()).map(|draw| paths.path(draw, self.id).collect()).collect();
        self.checked()
    }

    /// With room on its axis for values that stand beside it.
    pub fn with_room_for(mut self, values: impl IntoIterator<Item = f64>) -> Result<Self, NotDrawable> {
        self.beside = values.into_iter().collect();
        self.checked()
    }

    /// The range of a share of the draws, in per cent.
    pub fn band(&self, share: u8) -> Option<&Band> {
        self.spread.bands.iter().find(|band| band.share == share)
    }

    /// A value of single draws as it is written: a count is whole there.
    pub(super) fn drawn_number(&self, value: f64) -> String {
        if self.count { number::fixed(value, 0) } else { self.number(value) }
    }

    /// Whether single draws are shown.
    pub fn has_paths(&self) -> bool {
        !self.spread.paths.is_empty()
    }

    /// Whether the draws are shown in the same way, so that what was drawn of them still holds.
    pub(super) fn same_spread(&self, other: &Self) -> bool {
        self.spread == other.spread
    }
}
