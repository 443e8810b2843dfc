//! The contribution of S&T to growth: a reduced form of the official five-year Solow residual.

use super::Year;
use super::structure::Structure;
use crate::model::chance::{CONTRIBUTION_DEVIATION, Chance};
use crate::model::number::Number;
use crate::plan::{CoefficientId as C, IndicatorId, LeverId};

pub(super) struct Contribution<N> {
    /// Per cent.
    pub points: N,
}

impl<N: Number> Contribution<N> {
    pub fn start(year: &Year<N>) -> Self {
        Contribution { points: year.baseline(IndicatorId::I11) }
    }

    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, chance: &mut impl Chance<N>, structure: &Structure<N>, excess_growth: N) {
        let references = &year.plan.references;
        let bound = references.contribution_bound;
        // A share of the reference's growth, so that a slump does not make R&D look stronger.
        let research = year.coefficient(C::TfpRdElasticity)
            * excess_growth
            * (100.0 / (references.contribution_window * references.gdp_growth));
        let points = self.points
            + year.lever(LeverId::ReformDividend)
            + year.coefficient(C::StructureDividend) * structure.gain
            + research.clamp(-bound, bound)
            + chance.normal(CONTRIBUTION_DEVIATION);
        self.points = points.clamp(0.0, 100.0);
    }
}
