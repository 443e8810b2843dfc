//! The uncertainty of a coefficient: a PERT distribution (Malcolm et al. 1959, Operations Research 7(5):646–69), drawn
//! from a table of its quantiles that is built once per range.

use wide::{f32x8, u32x8};

use crate::plan::Coefficient;

/// Cells of the table, equally likely.
const CELLS: usize = 512;
/// Bits of a random word that choose the cell; the others say where in the cell.
const CELL_BITS: u32 = CELLS.trailing_zeros();
/// Steps in which the density is integrated from low to high.
const STEPS: usize = 1024;

/// What a coefficient can be, and how likely.
#[derive(Clone, Debug)]
pub(super) struct Pert {
    low: f64,
    mode: f64,
    high: f64,
    /// The least value of each cell, and the width of the cell; none where there is but one value.
    cells: Option<Box<[[f32; 2]; CELLS]>>,
}

impl Pert {
    /// The distribution with `value` as its mode; a value outside low–high widens the range to it.
    pub(super) fn new(coefficient: &Coefficient, value: f64, logs: &Logarithms) -> Self {
        let (low, high) = (coefficient.low.min(value), coefficient.high.max(value));
        let cells = (low < high).then(|| cells(low, value, high, logs));
        Pert { low, mode: value, high, cells }
    }

    /// Whether this is the distribution of `coefficient` around `value`.
    pub(super) fn is_for(&self, coefficient: &Coefficient, value: f64) -> bool {
        self.mode == value && self.low == coefficient.low.min(value) && self.high == coefficient.high.max(value)
    }

    /// Whether there is more than one value.
    pub(super) fn is_uncertain(&self) -> bool {
        self.cells.is_some()
    }

    /// The quantiles that eight random words stand for.
    #[inline(always)]
    pub(super) fn quantile(&self, words: u32x8) -> f32x8 {
        let Some(cells) = &self.cells else { return f32x8::splat(self.mode as f32) };
        let mut low = [0.0; 8];
        let mut width = [0.0; 8];
        for (lane, index) in (words >> (32 - CELL_BITS)).to_array().into_iter().enumerate() {
            // The remainder changes nothing: the index has no more bits. It spares a check of the bound.
            [low[lane], width[lane]] = cells[index as usize % CELLS];
        }
        f32x8::new(low) + f32x8::new(width) * super::dice::uniform(words << CELL_BITS)
    }
}

/// ln x at the ends and middles of [`STEPS`] steps from 0 to 1, the same for every coefficient.
pub(super) struct Logarithms([f64; 2 * STEPS + 1]);

impl Logarithms {
    pub(super) fn new() -> Self {
        Logarithms(std::array::from_fn(|i| (i as f64 / (2 * STEPS) as f64).ln()))
    }

    /// xᵃ(1−x)ᵇ at half step `i`, with 0⁰ = 1.
    fn density(&self, a: f64, b: f64, i: usize) -> f64 {
        let log = |exponent: f64, log: f64| if exponent == 0.0 { 0.0 } else { exponent * log };
        (log(a, self.0[i]) + log(b, self.0[2 * STEPS - i])).exp()
    }
}

/// The table of quantiles: the density of the Beta distribution integrated by Simpson's rule, and turned round.
fn cells(low: f64, mode: f64, high: f64, logs: &Logarithms) -> Box<[[f32; 2]; CELLS]> {
    // α − 1 and β − 1.
    let a = 4.0 * (mode - low) / (high - low);
    let b = 4.0 * (high - mode) / (high - low);
    let mut cumulative = [0.0; STEPS + 1];
    let mut left = logs.density(a, b, 0);
    for step in 0..STEPS {
        let middle = logs.density(a, b, 2 * step + 1);
        let right = logs.density(a, b, 2 * step + 2);
        cumulative[step + 1] = cumulative[step] + (left + 4.0 * middle + right);
        left = right;
    }
    let mut step = 0;
    let mut quantile = |cell: usize| {
        let wanted = cumulative[STEPS] * cell as f64 / CELLS as f64;
        while step + 1 < STEPS && cumulative[step + 1] < wanted {
            step += 1;
        }
        let part = (wanted - cumulative[step]) / (cumulative[step + 1] - cumulative[step]);
        low + (high - low) * (step as f64 + part.clamp(0.0, 1.0)) / STEPS as f64
    };
    let mut cells = Box::new([[0.0; 2]; CELLS]);
    let mut left = low;
    for (i, cell) in cells.iter_mut().enumerate() {
        let right = if i + 1 == CELLS { high } else { quantile(i + 1) };
        *cell = [left as f32, (right - left) as f32];
        left = right;
    }
    cells
}
