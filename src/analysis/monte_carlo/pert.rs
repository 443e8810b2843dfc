//! The uncertainty of a coefficient: a PERT distribution (Malcolm et al. 1959, Operations Research 7(5):646–69), drawn
//! from a table of its quantiles that is built once per range.

use wide::{f32x8, u32x8};

use super::dice::uniform;
use crate::plan::Coefficient;

/// The table halves its cells with each halving of the way to an end of the distribution, this often…
const OCTAVES: u32 = 16;
/// …and divides each of those stretches into 2 to the power of this many cells.
const CELL_BITS: u32 = 4;
/// Cells in a half of the distribution.
const HALF: usize = (OCTAVES as usize) << CELL_BITS;
/// Bits of the smallest probability that is told apart, 2⁻¹⁷: what is less likely takes its value.
const FIRST: u32 = (127 - 1 - OCTAVES) << 23;
/// Steps in which the density is integrated from low to high.
const STEPS: usize = 1024;

type Cells = [[f32; 2]; 2 * HALF];

/// What a coefficient can be, and how likely.
#[derive(Clone, Debug)]
pub(super) struct Pert {
    low: f64,
    mode: f64,
    high: f64,
    /// The value at each cell's end away from the middle, and the way to its other end; first the lower half, then the
    /// upper one. None where there is but one value.
    cells: Option<Box<Cells>>,
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
        let u = uniform(words);
        let rest = f32x8::splat(1.0) - u;
        // The probability beyond the value; exponent and first bits of its mantissa choose the cell, the others say where in it.
        let beyond: u32x8 = bytemuck::cast(u.fast_min(rest).fast_max(f32x8::splat(f32::from_bits(FIRST))));
        let upper: u32x8 = bytemuck::cast(u.simd_gt(rest));
        let index = ((beyond - u32x8::splat(FIRST)) >> (23 - CELL_BITS)) + (upper & u32x8::splat(HALF as u32));
        let above_one = ((beyond << CELL_BITS) & u32x8::splat(0x007f_ffff)) | u32x8::splat(0x3f80_0000);
        let part = bytemuck::cast::<u32x8, f32x8>(above_one) - f32x8::splat(1.0);
        let mut end = [0.0; 8];
        let mut way = [0.0; 8];
        for (lane, index) in index.to_array().into_iter().enumerate() {
            // The remainder changes nothing, and spares a check.
            [end[lane], way[lane]] = cells[index as usize % (2 * HALF)];
        }
        f32x8::new(end) + f32x8::new(way) * part
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
fn cells(low: f64, mode: f64, high: f64, logs: &Logarithms) -> Box<Cells> {
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
    // Asked for ascending probabilities.
    let mut step = 0;
    let mut quantile = |probability: f64| {
        let wanted = cumulative[STEPS] * probability;
        while step + 1 < STEPS && cumulative[step + 1] < wanted {
            step += 1;
        }
        let part = (wanted - cumulative[step]) / (cumulative[step + 1] - cumulative[step]);
        (low + (high - low) * (step as f64 + part) / STEPS as f64) as f32
    };
    // The probability beyond a cell's outer end, and beyond its inner one for the next.
    let beyond = |cell: usize| f64::from(f32::from_bits(FIRST + ((cell as u32) << (23 - CELL_BITS))));
    let mut cells = Box::new([[0.0; 2]; 2 * HALF]);
    let mut outer = quantile(beyond(0));
    for cell in 0..HALF {
        let inner = quantile(beyond(cell + 1));
        cells[cell] = [outer, inner - outer];
        outer = inner;
    }
    let mut inner = outer;
    for cell in (0..HALF).rev() {
        let outer = quantile(1.0 - beyond(cell));
        cells[HALF + cell] = [outer, inner - outer];
        inner = outer;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::LANZHOU;

    fn draws(pert: &Pert) -> Vec<f64> {
        let word = |i: u32| (i << 17) | (1 << 16);
        (0..1 << 12)
            .flat_map(|i| pert.quantile(u32x8::new(std::array::from_fn(|lane| word(8 * i + lane as u32)))).to_array())
            .map(f64::from)
            .collect()
    }

    /// Mean and variance of a Beta distribution with α + β = 6, moved to the range.
    #[test]
    fn draws_have_the_mean_and_variance_of_the_distribution() {
        let logs = Logarithms::new();
        for coefficient in &LANZHOU.coefficients {
            let (low, mode, high) = (coefficient.low, coefficient.mode, coefficient.high);
            for value in [mode, low, high, (mode + high) / 2.0, high + (high - low)] {
                let pert = Pert::new(coefficient, value, &logs);
                let (high, width) = (high.max(value), high.max(value) - low);
                let values = draws(&pert);
                let mean = values.iter().sum::<f64>() / values.len() as f64;
                let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / values.len() as f64;
                let expected = (low + 4.0 * value + high) / 6.0;
                let spread = (expected - low) * (high - expected) / 7.0;
                assert!((mean - expected).abs() < 2e-4 * width, "{:?}: mean {mean}, not {expected}", coefficient.id);
                assert!(
                    (variance / spread - 1.0).abs() < 2e-3,
                    "{:?}: variance {variance}, not {spread}",
                    coefficient.id
                );
                assert!(values.is_sorted() && values[0] >= low - 1e-6 * width);
                assert!(values[values.len() - 1] <= high + 1e-6 * width);
            }
        }
    }

    #[test]
    fn no_width_is_a_constant() {
        let mut coefficient = LANZHOU.coefficients[0];
        (coefficient.low, coefficient.high) = (0.7, 0.7);
        let pert = Pert::new(&coefficient, 0.7, &Logarithms::new());
        assert!(!pert.is_uncertain());
        assert!(draws(&pert).iter().all(|&value| value == f64::from(0.7_f32)));
        assert!(pert.is_for(&coefficient, 0.7) && !pert.is_for(&coefficient, 0.71));
    }
}
