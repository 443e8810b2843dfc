//! A distribution as a table of its quantiles, from which it is drawn.

use wide::{f32x8, u32x8};

/// The table halves its cells with each halving of the way to an end of the distribution, this often…
const OCTAVES: u32 = 22;
/// …and divides each of those stretches into 2 to the power of this many cells.
const CELL_BITS: u32 = 4;
/// Cells in a half of the distribution.
const CELLS: usize = (OCTAVES as usize) << CELL_BITS;
/// Where the lower half begins, after the upper one: a power of two, which spares checks.
const LOWER: usize = CELLS.next_power_of_two();
/// Bits of the smallest probability that is told apart, 2⁻²³: what is less likely takes its value.
const FIRST: u32 = (127 - 1 - OCTAVES) << 23;
/// Steps in which a density is integrated.
const STEPS: usize = 512;
/// Half steps, ends included.
pub(super) const HALF_STEPS: usize = 2 * STEPS + 1;

/// Values by how likely it is that there are more extreme ones; between neighbours the values are interpolated.
#[derive(Clone, Debug)]
pub(super) struct Quantiles {
    /// The value at each cell's outer end, and the way to its inner one.
    cells: Box<[[f32; 2]; 2 * LOWER]>,
}

impl Quantiles {
    /// Those of a density between `low` and `high`, which is given at half steps: integrated by Simpson's rule, and turned
    /// round.
    pub(super) fn of_density(low: f64, high: f64, density: impl Fn(usize) -> f64) -> Self {
        let mut cumulative = [0.0; STEPS + 1];
        let mut left = density(0);
        for step in 0..STEPS {
            let right = density(2 * step + 2);
            cumulative[step + 1] = cumulative[step] + (left + 4.0 * density(2 * step + 1) + right);
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
        // The probability beyond a cell's outer end, which is the inner one of the cell before.
        let beyond = |cell: usize| f64::from(f32::from_bits(FIRST + ((cell as u32) << (23 - CELL_BITS))));
        let mut cells = Box::new([[0.0; 2]; 2 * LOWER]);
        let mut end = quantile(beyond(0));
        for (i, cell) in cells[LOWER..][..CELLS].iter_mut().enumerate() {
            let inner = quantile(beyond(i + 1));
            *cell = [end, inner - end];
            end = inner;
        }
        for (i, cell) in cells[..CELLS].iter_mut().enumerate().rev() {
            let outer = quantile(1.0 - beyond(i));
            *cell = [outer, end - outer];
            end = outer;
        }
        Quantiles { cells }
    }

    /// The standard normal distribution, within 2e-4.
    pub(super) fn normal() -> Self {
        const BOUND: f64 = 5.5;
        Self::of_density(-BOUND, BOUND, |i| {
            let x = BOUND * (2.0 * i as f64 / (HALF_STEPS - 1) as f64 - 1.0);
            (-0.5 * x * x).exp()
        })
    }

    /// The values that probabilities strictly between 0 and 1 stand for.
    #[inline(always)]
    pub(super) fn at(&self, u: f32x8) -> f32x8 {
        // The probability of a more extreme value, and its half by the sign: without comparing, which would be branches on
        // random data where there are no SIMD instructions.
        let from_middle = u - f32x8::splat(0.5);
        let beyond = (f32x8::splat(0.5) - from_middle.abs()).fast_max(f32x8::splat(f32::from_bits(FIRST)));
        let beyond: u32x8 = bytemuck::cast(beyond);
        let lower: u32x8 = bytemuck::cast::<f32x8, u32x8>(from_middle) >> 31;
        // Its exponent and first bits choose the cell, the other bits say where in the cell.
        let index = ((beyond - u32x8::splat(FIRST)) >> (23 - CELL_BITS)) + (lower << LOWER.trailing_zeros());
        let above_one = ((beyond << CELL_BITS) & u32x8::splat(0x007f_ffff)) | u32x8::splat(0x3f80_0000);
        let part = bytemuck::cast::<u32x8, f32x8>(above_one) - f32x8::splat(1.0);
        let mut end = [0.0; 8];
        let mut way = [0.0; 8];
        for (lane, index) in index.to_array().into_iter().enumerate() {
            // The remainder changes nothing, and spares a check.
            [end[lane], way[lane]] = self.cells[index as usize % (2 * LOWER)];
        }
        f32x8::new(end) + f32x8::new(way) * part
    }
}
