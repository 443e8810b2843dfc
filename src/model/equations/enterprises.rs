//! High-tech enterprises: a certificate lasts three years, so the stock is three yearly cohorts.

use super::Year;
use super::context::Context;
use super::platforms::Platforms;
use super::research::Research;
use super::talent::Talent;
use crate::model::chance::Chance;
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId as C, IndicatorId, LeverId};

pub(super) struct Enterprises<N> {
    /// Certified two years ago, last year, this year.
    cohorts: [N; 3],
    /// The base year's stock.
    pub initial: N,
    /// Industry's real R&D volume against its reference.
    volume_ratio: N,
    /// That reference, base year = 1.
    volume_reference: f64,
}

impl<N: Number> Enterprises<N> {
    pub fn start(year: &Year<N>) -> Self {
        let cohorts = year.cohorts().map(|cohort| year.state(State::Cohort, cohort));
        let mut start = Enterprises { cohorts, initial: N::of(1.0), volume_ratio: N::of(1.0), volume_reference: 1.0 };
        start.initial = start.stock();
        start
    }

    /// Certified enterprises.
    #[inline(always)]
    pub fn stock(&self) -> N {
        self.cohorts[0] + self.cohorts[1] + self.cohorts[2]
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
    }

    /// Next year's pull on entry.
    #[inline(always)]
    pub fn compare_volume(&mut self, year: &Year<N>, research: &Research<N>, talent: &Talent<N>, context: &Context<N>) {
        let references = &year.plan.references;
        self.volume_reference *= (1.0 + references.enterprise_growth) / (1.0 + references.gdp_deflator);
        self.volume_ratio = year.state(
            State::VolumeRatio,
            research.industry * talent.allowed_volume / context.price / self.volume_reference,
        );
    }
}
