//! Where chance enters the equations: expected values here, draws in an analysis.

use super::number::Number;

/// Standard deviation of real GDP growth, fraction a year.
pub const GDP_GROWTH_DEVIATION: f64 = 0.025;
/// Standard deviation of enterprises' own R&D growth, fraction a year.
pub const ENTERPRISE_RD_DEVIATION: f64 = 0.03;
/// Standard deviation of industrial revenue growth, fraction a year.
pub const REVENUE_DEVIATION: f64 = 0.06;
/// Standard deviation of the yearly step in the log-odds of the high-tech share.
pub const HIGHTECH_DEVIATION: f64 = 0.08;
/// Standard deviation of the yearly step in the log-odds of the digital share.
pub const DIGITAL_DEVIATION: f64 = 0.03;
/// Standard deviation of the yearly step of the S&T contribution, points.
pub const CONTRIBUTION_DEVIATION: f64 = 0.3;
/// Standard deviation of the logarithm of a year's contract value, a reporting error that does not accumulate.
pub const CONTRACT_DEVIATION: f64 = 0.15;

/// The random events of a projection.
pub trait Chance<N> {
    /// A deviate of mean zero.
    fn normal(&mut self, deviation: f64) -> N;

    /// A factor whose logarithm has mean zero.
    fn lognormal(&mut self, deviation: f64) -> N;

    /// How many events of a rare kind happen, `mean` on average.
    fn poisson(&mut self, mean: N) -> N;

    /// How many of `trials` happen, each with chance `share`.
    fn binomial(&mut self, trials: N, share: N) -> N;

    /// A whole number whose expected value is `value`.
    fn round(&mut self, value: N) -> N;
}

/// No chance at all: every event is its expected value.
#[derive(Clone, Copy, Debug, Default)]
pub struct Expected;

impl<N: Number> Chance<N> for Expected {
    #[inline(always)]
    fn normal(&mut self, _deviation: f64) -> N {
        N::of(0.0)
    }

    #[inline(always)]
    fn lognormal(&mut self, _deviation: f64) -> N {
        N::of(1.0)
    }

    #[inline(always)]
    fn poisson(&mut self, mean: N) -> N {
        mean
    }

    #[inline(always)]
    fn binomial(&mut self, trials: N, share: N) -> N {
        trials * share
    }

    #[inline(always)]
    fn round(&mut self, value: N) -> N {
        value
    }
}
