//! Chance that is drawn: each event takes one random word, which is turned into the quantile of its distribution. So the
//! same word serves the same event in every scenario (common random numbers), and more of it is never less.

use wide::{f32x8, u32x8};

use super::quantiles::Quantiles;
use super::singles::{Singles, exp};
use crate::model::{Chance, Number};

/// Up to this mean, counts are found by adding up probabilities; above it, from the normal distribution (the error of the
/// distribution function is below 2e-4 there).
const LARGEST_ADDED_MEAN: f32 = 6.0;
/// A count ends where probabilities have become as small as this beyond the mean: rounding can keep their sum below 1.
const NEGLIGIBLE: f32 = 1e-8;
/// More than any count of a mean up to [`LARGEST_ADDED_MEAN`] needs, and even.
const LARGEST_ADDED_COUNT: usize = 40;

/// 1/k, for k from 1.
const RECIPROCALS: [f32; LARGEST_ADDED_COUNT] = {
    let mut table = [0.0; LARGEST_ADDED_COUNT];
    let mut k = 0;
    while k < LARGEST_ADDED_COUNT {
        table[k] = 1.0 / (k + 1) as f32;
        k += 1;
    }
    table
};

/// Numbers between 0 and 1, neither of them included, from the upper bits of random words.
#[inline(always)]
pub(super) fn uniform(words: u32x8) -> f32x8 {
    let above_one: f32x8 = bytemuck::cast((words >> 9) | u32x8::splat(0x3f80_0000));
    // Half a step above k·2⁻²³: exact in single precision, and symmetric about ½.
    above_one - f32x8::splat(1.0 - 1.0 / 16_777_216.0)
}

/// A word for each event of eight draws, in the order in which the equations ask.
pub(super) struct Dice<'a> {
    words: std::slice::Iter<'a, u32x8>,
    normal: &'a Quantiles,
}

impl<'a> Dice<'a> {
    /// `normal` is the standard normal distribution.
    pub(super) fn new(words: &'a [u32x8], normal: &'a Quantiles) -> Self {
        Dice { words: words.iter(), normal }
    }

    #[inline(always)]
    fn uniform(&mut self) -> f32x8 {
        // There is a word for every event; without one, the event is as likely as not.
        uniform(self.words.next().copied().unwrap_or(u32x8::splat(1 << 31)))
    }
}

impl Chance<Singles> for Dice<'_> {
    #[inline(always)]
    fn normal(&mut self, deviation: f64) -> Singles {
        Singles(self.normal.at(self.uniform()) * f32x8::splat(deviation as f32))
    }

    #[inline(always)]
    fn lognormal(&mut self, deviation: f64) -> Singles {
        Number::exp(self.normal(deviation))
    }

    #[inline(always)]
    fn poisson(&mut self, mean: Singles) -> Singles {
        Singles(poisson(self.uniform(), mean.0, self.normal))
    }

    #[inline(always)]
    fn binomial(&mut self, trials: Singles, share: Singles) -> Singles {
        Singles(binomial(self.uniform(), trials.0, share.0, self.normal))
    }

    #[inline(always)]
    fn round(&mut self, value: Singles) -> Singles {
        let whole = value.0.floor();
        let up = self.uniform().simd_lt(value.0 - whole);
        Singles(up.select(whole + f32x8::splat(1.0), whole))
    }
}

/// The quantile of the Poisson distribution.
#[inline(never)]
pub(super) fn poisson(u: f32x8, mean: f32x8, normal: &Quantiles) -> f32x8 {
    let limit = f32x8::splat(LARGEST_ADDED_MEAN);
    let large = mean.simd_gt(limit);
    let mut count = f32x8::ZERO;
    if !large.all() {
        let mean = mean.fast_min(limit);
        count = add_up(u, exp(-mean), |k, p| p * mean * f32x8::splat(RECIPROCALS[k]));
    }
    if large.any() {
        let mean = mean.fast_max(limit);
        count = large.select(from_normal(normal.at(u), mean, mean, f32x8::splat(1.0), f32x8::splat(1.0)), count);
    }
    count
}

/// The quantile of the binomial distribution; `trials` are whole.
#[inline(never)]
pub(super) fn binomial(u: f32x8, trials: f32x8, share: f32x8, normal: &Quantiles) -> f32x8 {
    let c = f32x8::splat;
    // Of happening and not happening the rarer is counted, from the other end where it is the second.
    let flipped = share.simd_gt(c(0.5));
    let q = flipped.select(c(1.0) - share, share);
    let u = flipped.select(c(1.0) - u, u);
    let kept = c(1.0) - q;
    let mean = trials * q;
    let limit = c(LARGEST_ADDED_MEAN);
    let large = mean.simd_gt(limit);
    let mut count = f32x8::ZERO;
    if !large.all() {
        let small_trials = large.select(f32x8::ZERO, trials);
        let odds = q / kept;
        let none = exp(small_trials * ln_one_minus(q));
        count = add_up(u, none, |k, p| p * odds * (small_trials - c(k as f32)) * c(RECIPROCALS[k]));
    }
    if large.any() {
        let variance = mean * kept;
        let skew = kept - q;
        let z = normal.at(u);
        let value = from_normal(z, mean, variance, skew, c(1.0) - c(6.0) * q * kept);
        count = large.select(value.fast_min(trials), count);
    }
    flipped.select(trials - count, count)
}

/// The least count whose probability and those of all smaller ones add up to `u`: `first` is the probability of 0, and
/// `next(k, p)` that of k + 1 where k has p.
#[inline(always)]
fn add_up(u: f32x8, first: f32x8, next: impl Fn(usize, f32x8) -> f32x8) -> f32x8 {
    let negligible = f32x8::splat(NEGLIGIBLE);
    let mut count = u32x8::splat(0);
    let mut p = first;
    let mut excess = p - u;
    // Signs say which draws need more: comparing would be branches on random data where there are no SIMD instructions.
    let more = |excess: f32x8, p: f32x8| excess & (negligible - p);
    let step = |count: &mut u32x8, excess: &mut f32x8, p: &mut f32x8, k: usize| {
        *count += bytemuck::cast::<f32x8, u32x8>(more(*excess, *p)) >> 31;
        *p = next(k, *p);
        *excess += *p;
    };
    // Two steps a test: a draw that is done is not changed by more.
    for k in (0..LARGEST_ADDED_COUNT).step_by(2) {
        if more(excess, p).to_bitmask() == 0 {
            break;
        }
        step(&mut count, &mut excess, &mut p, k);
        step(&mut count, &mut excess, &mut p, k + 1);
    }
    f32x8::from_i32x8(bytemuck::cast(count))
}

/// A count's quantile from the normal one by the expansion of Cornish & Fisher (1938) in the third and fourth cumulants,
/// given relative to the variance. The last term of `tails` stands for the count's being whole: its distribution function,
/// read half-way between counts, is that of a variance smaller by 1/12. `last` is the next term of the Poisson
/// distribution's expansion (Giles 2016, ACM Transactions on Mathematical Software 42(1):7), which other skewed counts
/// share nearly.
#[inline(always)]
fn from_normal(z: f32x8, mean: f32x8, variance: f32x8, third: f32x8, fourth: f32x8) -> f32x8 {
    let c = f32x8::splat;
    let z2 = z * z;
    let deviation = variance.sqrt();
    let precision = c(1.0) / variance;
    let skewed = third * (z2 - c(1.0)) * c(1.0 / 6.0);
    let tails =
        fourth * (z2 - c(3.0)) * c(1.0 / 24.0) - third * third * (c(2.0) * z2 - c(5.0)) * c(1.0 / 36.0) - c(1.0 / 24.0);
    let last = third * (c(-8.0 / 405.0) + z2 * (c(7.0 / 810.0) + z2 * c(1.0 / 270.0)));
    let value = mean + skewed + deviation * z * (c(1.0) + tails * precision) + last * precision;
    (value + c(0.5)).floor().fast_max(f32x8::ZERO)
}

/// ln(1 − q) for q up to ½, by its series in q/(2 − q), which keeps small q exact.
#[inline(always)]
fn ln_one_minus(q: f32x8) -> f32x8 {
    let c = f32x8::splat;
    let s = q / (c(2.0) - q);
    let z = s * s;
    let z2 = z * z;
    let low = c(1.0) + z * c(1.0 / 3.0);
    let high = (c(1.0 / 5.0) + z * c(1.0 / 7.0)) + z2 * (c(1.0 / 9.0) + z * c(1.0 / 11.0));
    c(-2.0) * s * (low + z2 * high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Quantiles of 2¹⁵ equally likely uniform numbers.
    fn quantiles(f: impl Fn(f32x8) -> f32x8) -> Vec<f64> {
        let word = |i: u32| (i << 17) | (1 << 16);
        (0..1 << 12)
            .flat_map(|i| f(uniform(u32x8::new(std::array::from_fn(|lane| word(8 * i + lane as u32))))).to_array())
            .map(f64::from)
            .collect()
    }

    fn moments(values: &[f64]) -> (f64, f64) {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        (mean, values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count)
    }

    fn check_moments(values: &[f64], mean: f64, variance: f64) -> Result<(), TestCaseError> {
        let (found_mean, found_variance) = moments(values);
        let deviation = variance.sqrt();
        prop_assert!((found_mean - mean).abs() <= 2e-3 * deviation + 2e-6 * mean, "mean {found_mean}, not {mean}");
        prop_assert!(
            (found_variance - variance).abs() <= 1e-2 * variance + 1e-4,
            "variance {found_variance}, not {variance}"
        );
        prop_assert!(values.iter().all(|value| value.fract() == 0.0 && *value >= 0.0));
        Ok(())
    }

    #[test]
    fn uniform_numbers_stay_inside() {
        let ends = uniform(u32x8::new([0, u32::MAX, 1 << 31, 0, 0, 0, 0, 0])).to_array();
        assert!(ends[0] > 0.0 && ends[1] < 1.0);
        assert_eq!(ends[0], 1.0 - ends[1]);
        assert!((ends[2] - 0.5).abs() < 1e-7);
    }

    #[test]
    fn normal_quantiles_are_the_tables() {
        let normal = Quantiles::normal();
        for (u, z) in [
            (0.5, 0.0),
            (0.6, 0.253_347),
            (0.75, 0.674_490),
            (0.95, 1.644_854),
            (0.99, 2.326_348),
            (0.999, 3.090_232),
            (0.9999, 3.719_016),
            (0.999_99, 4.264_891),
        ] {
            for (u, z) in [(u, z), (1.0 - u, -z)] {
                let found = f64::from(normal.at(f32x8::splat(u as f32)).to_array()[0]);
                assert!((found - z).abs() < 2e-4 * (1.0 + z.abs()), "{found}, not {z}");
            }
        }
        let (mean, variance) = moments(&quantiles(|u| normal.at(u)));
        assert!(mean.abs() < 1e-6 && (variance - 1.0).abs() < 1e-3, "{mean}, {variance}");
        let last = normal.at(uniform(u32x8::splat(u32::MAX))).to_array()[0];
        assert!(last > 5.0 && last < 5.6, "{last}");
    }

    proptest! {
        #[test]
        fn poisson_has_its_mean_and_variance(
            mean in prop_oneof![0.0_f32..1.0, 1.0_f32..11.0, 11.9_f32..12.1, 12.0_f32..100.0, 9_000.0_f32..11_000.0]
        ) {
            let normal = Quantiles::normal();
            let values = quantiles(|u| poisson(u, f32x8::splat(mean), &normal));
            check_moments(&values, mean.into(), mean.into())?;
            prop_assert!(values.is_sorted());
        }

        #[test]
        fn binomial_has_its_mean_and_variance(
            trials in prop_oneof![0_u32..30, 30_u32..200, 9_000_u32..40_000],
            share in prop_oneof![0.0_f32..=1.0, 0.0_f32..0.05, Just(0.0_f32), Just(1.0_f32), Just(1e-4_f32)]
        ) {
            let normal = Quantiles::normal();
            let values = quantiles(|u| binomial(u, f32x8::splat(trials as f32), f32x8::splat(share), &normal));
            let (n, p) = (f64::from(trials), f64::from(share));
            check_moments(&values, n * p, n * p * (1.0 - p))?;
            prop_assert!(values.is_sorted());
            prop_assert!(values.iter().all(|&value| value <= n));
        }
    }

    #[test]
    fn counts_end_at_the_last_uniform_number() {
        let last = uniform(u32x8::splat(u32::MAX));
        for (mean, most) in [(0.0, 0.0), (0.3, 10.0), (1.0, 14.0), (6.0, 26.0), (12.0, 42.0)] {
            let count = poisson(last, f32x8::splat(mean), &Quantiles::normal()).to_array()[0];
            assert!(count <= most, "{count} at mean {mean}");
        }
    }

    #[test]
    fn lanes_do_not_see_each_other() {
        let normal = Quantiles::normal();
        let u = f32x8::new([0.1, 0.9, 0.5, 0.999, 0.3, 0.7, 0.2, 0.8]);
        let mean = f32x8::new([0.0, 0.5, 3.0, 11.9, 12.1, 60.0, 5e3, 1.0]);
        let together =
            (poisson(u, mean, &normal).to_array(), binomial(u, mean.floor(), f32x8::splat(0.4), &normal).to_array());
        for lane in 0..8 {
            let (u, mean) = (f32x8::splat(u.to_array()[lane]), f32x8::splat(mean.to_array()[lane]));
            assert_eq!(poisson(u, mean, &normal).to_array()[0], together.0[lane]);
            assert_eq!(binomial(u, mean.floor(), f32x8::splat(0.4), &normal).to_array()[0], together.1[lane]);
        }
    }
}
