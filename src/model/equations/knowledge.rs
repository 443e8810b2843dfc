//! The stock of R&D, and the patents that come of it.

use super::Year;
use super::research::Research;
use super::talent::Talent;
use crate::model::chance::Chance;
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId as C, FactId, IndicatorId, LeverId};

/// The R&D stock, in years of the base year's R&D.
pub(super) struct Knowledge<N> {
    stock: N,
    /// 1 / the base year's stock.
    per_initial: N,
    /// ln of the stock against the base year's.
    pub log_ratio: N,
    /// Log growth of the stock beyond the past's.
    pub excess_growth: N,
    /// ln(1 + growth before the base year).
    past_growth: N,
}

impl<N: Number> Knowledge<N> {
    /// The stock of steady growth until the base year.
    pub fn start(year: &Year<N>) -> Self {
        let growth = year.coefficient(C::PriorRdGrowth);
        let depreciation = year.coefficient(C::RdDepreciation);
        let stock = year.state(State::KnowledgeStock, (growth + 1.0) / (growth + depreciation));
        Knowledge {
            stock,
            per_initial: N::of(1.0) / stock,
            log_ratio: N::of(0.0),
            excess_growth: N::of(0.0),
            past_growth: (growth + 1.0).ln(),
        }
    }

    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, research: &Research<N>, talent: &Talent<N>) {
        let kept = N::of(1.0) - year.coefficient(C::RdDepreciation);
        let stock = kept * self.stock + research.real * talent.allowed_volume;
        self.stock = year.state(State::KnowledgeStock, stock);
        let before = self.log_ratio;
        self.log_ratio = (self.stock * self.per_initial).ln();
        self.excess_growth = year.state(State::ExcessGrowth, self.log_ratio - before - self.past_growth);
    }
}

/// High-value invention patents in force, in the baseline's unit times the population of the base year.
pub(super) struct Patents<N> {
    pub stock: N,
    /// New patents a year in the base year.
    initial_flow: N,
}

impl<N: Number> Patents<N> {
    pub fn start(year: &Year<N>, chance: &mut impl Chance<N>) -> Self {
        let stock = year.baseline(IndicatorId::I4) * year.fact(FactId::Population2020);
        let turnover = year.coefficient(C::PriorPatentGrowth) + year.coefficient(C::PatentLapse);
        Patents {
            initial_flow: year.state(State::NewPatents, turnover * stock),
            stock: year.state(State::Patents, chance.round(stock)),
        }
    }

    /// `log_knowledge` and `log_staff` are last year's, against the base year's.
    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, chance: &mut impl Chance<N>, log_knowledge: N, log_staff: N) {
        let pull = year.coefficient(C::PatentRdElasticity) * log_knowledge
            + year.coefficient(C::PatentStaffElasticity) * log_staff;
        let new = self.initial_flow * (year.share(LeverId::PatentCultivation) + 1.0) * pull.exp();
        let new = year.state(State::NewPatents, new);
        let lapsed = chance.binomial(self.stock, year.coefficient(C::PatentLapse));
        self.stock = year.state(State::Patents, self.stock - lapsed + chance.poisson(new));
    }
}
