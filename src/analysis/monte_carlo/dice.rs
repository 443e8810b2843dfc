//! Chance that is drawn: each event takes one random word, which is turned into the quantile of its distribution. So the
//! same word serves the same event in every scenario (common random numbers), and more of it is never less.

use wide::{f32x8, u32x8};

use super::singles::{Singles, exp, ln};
use crate::model::Chance;

/// Up to this mean, counts are found by adding up probabilities; above it, from the normal distribution (the error of the
/// distribution function is below 2e-4 there).
const LARGEST_ADDED_MEAN: f64 = 12.0;
/// A count ends where probabilities have become as small as this beyond the mean: rounding can keep their sum below 1.
const NEGLIGIBLE: f32 = 1e-8;
/// More than any count of a mean up to [`LARGEST_ADDED_MEAN`] needs.
const LARGEST_ADDED_COUNT: usize = 64;

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

/// The quantile of the standard normal distribution, within 2e-4 of its value.
///
/// With w = −ln(4u(1−u)), (quantile / (2u−1))² is so smooth that one polynomial serves middle and tails.
#[inline(always)]
pub(super) fn normal_quantile(u: f32x8) -> f32x8 {
    let c = f32x8::splat;
    let rest = c(1.0) - u;
    let w = -ln(c(4.0) * u * rest);
    let w2 = w * w;
    let w4 = w2 * w2;
    let low = (c(1.571_162_2) + w * c(0.818_059_4)) + w2 * (c(0.155_747_66) + w * c(-5.603_833e-4));
    let high = (c(-2.564_885_7e-3) + w * c(3.197_299_6e-4)) + w2 * (c(-1.617_077_7e-5) + w * c(3.030_739_4e-7));
    (u - rest) * (low + w4 * high).sqrt()
}

/// A word for each event of eight draws, in the order in which the equations ask.
pub(super) struct Dice<'a> {
    words: std::slice::Iter<'a, u32x8>,
}

impl<'a> Dice<'a> {
    pub(super) fn new(words: &'a [u32x8]) -> Self {
        Dice { words: words.iter() }
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
        Singles(normal_quantile(self.uniform()) * f32x8::splat(deviation as f32))
    }

    #[inline(always)]
    fn lognormal(&mut self, deviation: f64) -> Singles {
        Singles(exp(normal_quantile(self.uniform()) * f32x8::splat(deviation as f32)))
    }

    #[inline(always)]
    fn poisson(&mut self, mean: Singles) -> Singles {
        Singles(poisson(self.uniform(), mean.0))
    }

    #[inline(always)]
    fn binomial(&mut self, trials: Singles, share: Singles) -> Singles {
        Singles(binomial(self.uniform(), trials.0, share.0))
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
pub(super) fn poisson(u: f32x8, mean: f32x8) -> f32x8 {
    let limit = f32x8::splat(LARGEST_ADDED_MEAN as f32);
    let large = mean.simd_gt(limit);
    let mut count = f32x8::ZERO;
    if !large.all() {
        let mean = mean.fast_min(limit);
        count = add_up(u, exp(-mean), |k, p| p * mean * f32x8::splat(RECIPROCALS[k]));
    }
    if large.any() {
        let mean = mean.fast_max(limit);
        count = large.select(from_normal(u, mean, mean, f32x8::splat(1.0), f32x8::splat(1.0)), count);
    }
    count
}

/// The quantile of the binomial distribution; `trials` are whole.
#[inline(never)]
pub(super) fn binomial(u: f32x8, trials: f32x8, share: f32x8) -> f32x8 {
    let c = f32x8::splat;
    // Of happening and not happening the rarer is counted, from the other end where it is the second.
    let flipped = share.simd_gt(c(0.5));
    let q = flipped.select(c(1.0) - share, share);
    let u = flipped.select(c(1.0) - u, u);
    let kept = c(1.0) - q;
    let mean = trials * q;
    let limit = c(LARGEST_ADDED_MEAN as f32);
    let large = mean.simd_gt(limit);
    let mut count = f32x8::ZERO;
    if !large.all() {
        let small_trials = large.select(f32x8::ZERO, trials);
        let odds = q / kept;
        let none = exp(small_trials * ln_one_minus(q, kept));
        count = add_up(u, none, |k, p| p * odds * (small_trials - c(k as f32)) * c(RECIPROCALS[k]));
    }
    if large.any() {
        let variance = mean * kept;
        let skew = kept - q;
        let normal = from_normal(u, mean, variance, skew, c(1.0) - c(6.0) * q * kept);
        count = large.select(normal.fast_min(trials), count);
    }
    flipped.select(trials - count, count)
}

/// The least count whose probability and those of all smaller ones add up to `u`: `first` is the probability of 0, and
/// `next(k, p)` that of k + 1 where k has p.
#[inline(always)]
fn add_up(u: f32x8, first: f32x8, next: impl Fn(usize, f32x8) -> f32x8) -> f32x8 {
    let mut count = f32x8::ZERO;
    let mut p = first;
    let mut rest = u - p;
    for k in 0..LARGEST_ADDED_COUNT {
        let more = rest.simd_gt(f32x8::ZERO) & p.simd_gt(f32x8::splat(NEGLIGIBLE));
        if !more.any() {
            break;
        }
        count = count + (more & f32x8::splat(1.0));
        p = next(k, p);
        rest = rest - p;
    }
    count
}

/// A count's quantile from the normal one by the expansion of Cornish & Fisher (1938) in the third and fourth cumulants,
/// given relative to the variance. The last term stands for the count's being whole: its distribution function, read
/// half-way between counts, is that of a variance smaller by 1/12.
#[inline(always)]
fn from_normal(u: f32x8, mean: f32x8, variance: f32x8, third: f32x8, fourth: f32x8) -> f32x8 {
    let c = f32x8::splat;
    let z = normal_quantile(u);
    let z2 = z * z;
    let deviation = variance.sqrt();
    let skewed = third * (z2 - c(1.0)) * c(1.0 / 6.0);
    let tails = z
        * (fourth * (z2 - c(3.0)) * c(1.0 / 24.0)
            - third * third * (c(2.0) * z2 - c(5.0)) * c(1.0 / 36.0)
            - c(1.0 / 24.0));
    let value = mean + deviation * z + skewed + tails / deviation;
    (value + c(0.5)).floor().fast_max(f32x8::ZERO)
}

/// ln(1 − q), where `kept` is 1 − q rounded, exact to rounding for small q too (Kahan's correction).
#[inline(always)]
fn ln_one_minus(q: f32x8, kept: f32x8) -> f32x8 {
    let lost = f32x8::splat(1.0) - kept;
    lost.simd_gt(f32x8::ZERO).select(ln(kept) * (q / lost.fast_max(f32x8::splat(f32::MIN_POSITIVE))), -q)
}
