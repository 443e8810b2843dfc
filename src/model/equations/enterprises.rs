//! High-tech enterprises: a certificate lasts three years, so the stock is three yearly cohorts.

use super::platforms::Platforms;
use super::research::Research;
use super::talent::Talent;
use super::{Prepared, Year};
use crate::model::chance::Chance;
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId as C, IndicatorId, LeverId};

pub(super) struct Enterprises<N> {
    /// Certified two years ago, last year, this year.
    cohorts: [N; 3],
    /// Certified enterprises against the base year's, and the logarithm of that (0 at 0).
    pub ratio: N,
    pub log_ratio: N,
    /// Log growth of the stock, 0 where it begins or ends at 0.
    pub growth: N,
    /// 1 / the base year's stock.
    per_initial: N,
    /// Industry's real R&D volume against its reference.
    volume_ratio: N,
    /// That reference, base year = 1.
    volume_reference: f64,
}

impl<N: Number> Enterprises<N> {
    pub fn start(year: &Year<N>) -> Self {
        let (zero, one) = (N::of(0.0), N::of(1.0));
        let cohorts = year.cohorts().map(|cohort| year.state(State::Cohort, cohort));
        Enterprises {
            cohorts,
            ratio: one,
            log_ratio: zero,
            growth: zero,
            per_initial: one / sum(cohorts),
            volume_ratio: one,
            volume_reference: 1.0,
        }
    }

    /// Certified enterprises.
    #[inline(always)]
    pub fn stock(&self) -> N {
        sum(self.cohorts)
    }

    /// New certificates, helped by last year's R&D volume and incubators, and renewals of the oldest cohort.
    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, chance: &mut impl Chance<N>, platforms: &Platforms<N>) {
        let pull = self.volume_ratio.powf(year.coefficient(C::EntryRdElasticity));
        let incubated = year.coefficient(C::IncubatorHnte) * (platforms.incubators - year.baseline(IndicatorId::I8));
        let entry = year.share(LeverId::HnteEntry) * pull * self.stock() + incubated;
        let entry = year.state(State::Entry, entry.max(N::of(0.0)));
        let renewed = chance.binomial(self.cohorts[0], year.share(LeverId::HnteRenewal));
        let certified = year.state(State::Cohort, chance.poisson(entry) + renewed);
        self.cohorts = [self.cohorts[1], self.cohorts[2], certified];

        let (before, log_before) = (self.ratio, self.log_ratio);
        self.ratio = self.stock() * self.per_initial;
        self.log_ratio = self.ratio.log_or_zero();
        let growth = self.log_ratio - log_before;
        self.growth = self.ratio.min(before).where_positive(growth, N::of(0.0));
    }

    /// Next year's pull on entry.
    #[inline(always)]
    pub fn compare_volume(
        &mut self,
        year: &Year<N>,
        research: &Research<N>,
        talent: &Talent<N>,
        prepared: &Prepared<N>,
    ) {
        let references = &year.plan.references;
        self.volume_reference *= (1.0 + references.enterprise_growth) / (1.0 + references.gdp_deflator);
        self.volume_ratio = year.state(
            State::VolumeRatio,
            research.industry * talent.allowed_volume * prepared.deflation[year.t - 1] * (1.0 / self.volume_reference),
        );
    }
}

fn sum<N: Number>([oldest, middle, newest]: [N; 3]) -> N {
    oldest + middle + newest
}
