//! The economy around the plan.

use super::Year;
use crate::model::chance::{Chance, GDP_GROWTH_DEVIATION};
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId, LeverId};

pub(super) struct Context<N> {
    /// Nominal, base year = 1.
    pub gdp: N,
    /// Nominal GDP growth less its reference.
    pub growth_gap: N,
    /// What the gap adds to R&D growth.
    pub cycle: N,
}

impl<N: Number> Context<N> {
    pub fn start() -> Self {
        let zero = N::of(0.0);
        Context { gdp: N::of(1.0), growth_gap: zero, cycle: zero }
    }

    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, chance: &mut impl Chance<N>) {
        let references = &year.plan.references;
        let real = year.share(LeverId::GdpGrowth) + chance.normal(GDP_GROWTH_DEVIATION);
        let deflator = year.share(LeverId::GdpDeflator) + 1.0;
        let nominal = (real + 1.0) * deflator;
        let reference = (1.0 + references.gdp_growth) * (1.0 + references.gdp_deflator);

        self.gdp = year.state(State::Gdp, self.gdp * nominal);
        self.growth_gap = year.state(State::GrowthGap, nominal - reference);
        self.cycle = year.coefficient(CoefficientId::RdCyclicality) * self.growth_gap;
    }
}
