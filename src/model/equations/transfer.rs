//! Technology contracts: their ratio to R&D closes on a benchmark.

use super::Year;
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId as C, FactId, IndicatorId, LeverId};

pub(super) struct Transfer<N> {
    /// Contract value over R&D.
    pub ratio: N,
    /// 1 / the base year's ratio.
    pub per_initial: N,
}

impl<N: Number> Transfer<N> {
    pub fn start(year: &Year<N>) -> Self {
        let research = year.baseline(IndicatorId::I1) / 100.0 * year.fact(FactId::Gdp2020);
        let ratio = year.state(State::ContractRatio, year.baseline(IndicatorId::I5) / research);
        Transfer { ratio, per_initial: N::of(1.0) / ratio }
    }

    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>) {
        let gap = year.coefficient(C::ContractBenchmark) - self.ratio;
        self.ratio = year.state(State::ContractRatio, self.ratio + year.share(LeverId::ContractRegistration) * gap);
    }
}
