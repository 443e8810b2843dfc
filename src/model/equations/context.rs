//! The economy around the plan: prices, GDP, employment, population.

use super::Year;
use crate::model::chance::{Chance, GDP_GROWTH_DEVIATION};
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId, LeverId};

/// Levels with the base year at 1.
pub(super) struct Context<N> {
    pub price: N,
    /// What turns this year's prices into the base year's.
    pub deflation: N,
    /// Nominal.
    pub gdp: N,
    pub employment: N,
    pub population: N,
    /// Nominal GDP growth less its reference.
    pub growth_gap: N,
    /// What the gap adds to R&D growth.
    pub cycle: N,
}

impl<N: Number> Context<N> {
    pub fn start() -> Self {
        let (zero, one) = (N::of(0.0), N::of(1.0));
        Context {
            price: one,
            deflation: one,
            gdp: one,
            employment: one,
            population: one,
            growth_gap: zero,
            cycle: zero,
        }
    }

    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, chance: &mut impl Chance<N>) {
        let one = N::of(1.0);
        let references = &year.plan.references;
        let real = year.share(LeverId::GdpGrowth) + chance.normal(GDP_GROWTH_DEVIATION);
        let deflator = year.share(LeverId::GdpDeflator) + 1.0;
        let nominal = (real + 1.0) * deflator;
        let reference = (1.0 + references.gdp_growth) * (1.0 + references.gdp_deflator);

        self.price = year.state(State::Price, self.price * deflator);
        self.deflation = one / self.price;
        self.gdp = year.state(State::Gdp, self.gdp * nominal);
        self.employment =
            year.state(State::Employment, self.employment * (year.share(LeverId::EmploymentGrowth) + 1.0));
        self.population =
            year.state(State::Population, self.population * (year.share(LeverId::PopulationGrowth) + 1.0));
        self.growth_gap = year.state(State::GrowthGap, nominal - reference);
        self.cycle = year.coefficient(CoefficientId::RdCyclicality) * self.growth_gap;
    }
}
