//! The uncertainty of a coefficient: a PERT distribution (Malcolm et al. 1959, Operations Research 7(5):646–69).

use wide::{f32x8, u32x8};

use super::dice::uniform;
use super::quantiles::{HALF_STEPS, Quantiles};
use crate::plan::Coefficient;

/// What a coefficient can be, and how likely.
#[derive(Clone, Debug)]
pub(super) struct Pert {
    low: f64,
    mode: f64,
    high: f64,
    /// None where there is but one value.
    quantiles: Option<Quantiles>,
}

impl Pert {
    /// The distribution with `value` as its mode; a value outside low–high widens the range to it.
    pub(super) fn new(coefficient: &Coefficient, value: f64, logs: &Logarithms) -> Self {
        let (low, high) = (coefficient.low.min(value), coefficient.high.max(value));
        let quantiles = (low < high).then(|| {
            // The exponents of the Beta distribution's density, α − 1 and β − 1.
            let a = 4.0 * (value - low) / (high - low);
            let b = 4.0 * (high - value) / (high - low);
            Quantiles::of_density(low, high, |i| logs.density(a, b, i))
        });
        Pert { low, mode: value, high, quantiles }
    }

    /// Whether this is the distribution of `coefficient` around `value`.
    pub(super) fn is_for(&self, coefficient: &Coefficient, value: f64) -> bool {
        self.mode == value && self.low == coefficient.low.min(value) && self.high == coefficient.high.max(value)
    }

    /// Whether there is more than one value.
    pub(super) fn is_uncertain(&self) -> bool {
        self.quantiles.is_some()
    }

    /// The values that eight random words stand for.
    #[inline(always)]
    pub(super) fn draw(&self, words: u32x8) -> f32x8 {
        match &self.quantiles {
            Some(quantiles) => quantiles.at(uniform(words)),
            None => f32x8::splat(self.mode as f32),
        }
    }
}

/// ln x at the half steps from 0 to 1, the same for every coefficient.
pub(super) struct Logarithms([f64; HALF_STEPS]);

impl Logarithms {
    pub(super) fn new() -> Self {
        Logarithms(std::array::from_fn(|i| (i as f64 / (HALF_STEPS - 1) as f64).ln()))
    }

    /// xᵃ(1−x)ᵇ at half step `i`, with 0⁰ = 1.
    fn density(&self, a: f64, b: f64, i: usize) -> f64 {
        let log = |exponent: f64, log: f64| if exponent == 0.0 { 0.0 } else { exponent * log };
        (log(a, self.0[i]) + log(b, self.0[HALF_STEPS - 1 - i])).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::LANZHOU;

    fn draws(pert: &Pert) -> Vec<f64> {
        let word = |i: u32| (i << 17) | (1 << 16);
        (0..1 << 12)
            .flat_map(|i| pert.draw(u32x8::new(std::array::from_fn(|lane| word(8 * i + lane as u32)))).to_array())
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
