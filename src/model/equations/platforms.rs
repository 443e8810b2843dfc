//! National incubators and centres: applications, approvals, losses.

use super::Year;
use crate::model::chance::Chance;
use crate::model::number::Number;
use crate::plan::{CoefficientId as C, IndicatorId, LeverId};

pub(super) struct Platforms<N> {
    pub incubators: N,
    pub centres: N,
    /// Centres a year earlier.
    pub centres_before: N,
}

impl<N: Number> Platforms<N> {
    pub fn start(year: &Year<N>) -> Self {
        let centres = year.baseline(IndicatorId::I9);
        Platforms { incubators: year.baseline(IndicatorId::I8), centres, centres_before: centres }
    }

    /// `hnte` is last year's stock of certified enterprises against the base year's with its logarithm, `log_staff` that
    /// of last year's staff.
    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, chance: &mut impl Chance<N>, hnte: (N, N), log_staff: N) {
        let one = N::of(1.0);
        let base = year.coefficient(C::PlatformBaseElasticity);
        let incubator_success = (year.coefficient(C::IncubatorSuccess) * hnte.0.powf_by_log(hnte.1, base)).min(one);
        let centre_success = (year.coefficient(C::CentreSuccess) * (base * log_staff).exp()).min(one);
        let lost = chance.binomial(self.incubators, year.coefficient(C::IncubatorLoss));
        let incubated = incubator_success * year.lever(LeverId::IncubatorApplications);
        self.incubators = self.incubators - lost + chance.poisson(incubated);
        self.centres_before = self.centres;
        let opened = centre_success * year.lever(LeverId::CentreApplications);
        self.centres = self.centres + chance.poisson(opened);
    }
}
