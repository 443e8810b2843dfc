//! R&D money: government, enterprises, industry. Amounts are shares of the base year's total.

use super::context::Context;
use super::talent::Talent;
use super::{Prepared, Year};
use crate::model::chance::{Chance, ENTERPRISE_RD_DEVIATION, REVENUE_DEVIATION};
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId as C, LeverId};

pub(super) struct Research<N> {
    /// Government R&D, and what it would be on its reference path.
    government: N,
    government_reference: N,
    /// Enterprises' own R&D, before policy.
    own: N,
    /// Above-scale industrial revenue, base year = 1, and its reference.
    pub revenue: N,
    revenue_reference: N,
    /// Above-scale industry's R&D, base year = 1.
    pub industry: N,
    /// All R&D, nominal.
    pub total: N,
    /// All R&D at base-year prices.
    pub real: N,
}

impl<N: Number> Research<N> {
    pub fn start(year: &Year<N>) -> Self {
        let one = N::of(1.0);
        let enterprise_share = year.coefficient(C::EnterpriseShare);
        let government = year.state(State::GovernmentRd, -enterprise_share + 1.0);
        Research {
            government,
            government_reference: government,
            own: year.state(State::OwnRd, enterprise_share),
            revenue: one,
            revenue_reference: one,
            industry: one,
            total: one,
            real: one,
        }
    }

    #[inline(always)]
    pub fn step(
        &mut self,
        year: &Year<N>,
        chance: &mut impl Chance<N>,
        prepared: &Prepared<N>,
        context: &Context<N>,
        talent: &Talent<N>,
    ) {
        let (zero, one) = (N::of(0.0), N::of(1.0));
        let i = year.t - 1;
        let references = &year.plan.references;

        let government_growth = year.share(LeverId::GovRdGrowth) + 1.0 + context.cycle;
        self.government = year.state(State::GovernmentRd, self.government * government_growth.max(zero));
        self.government_reference = self.government_reference * (1.0 + references.government_growth);
        let own_growth =
            year.share(LeverId::EnterpriseRdGrowth) + 1.0 + context.cycle + chance.normal(ENTERPRISE_RD_DEVIATION);
        self.own = year.state(State::OwnRd, self.own * own_growth.max(zero));

        let log_tax_effect = -year.coefficient(C::UserCostElasticity) * prepared.log_user_cost[i];

        let floor = N::of(0.01);
        let revenue_growth =
            year.share(LeverId::IndustrialRevenueGrowth) + 1.0 + context.growth_gap + chance.normal(REVENUE_DEVIATION);
        self.revenue = year.state(State::Revenue, self.revenue * revenue_growth.max(floor));
        let reference_growth = context.growth_gap + (1.0 + references.revenue_growth);
        self.revenue_reference = self.revenue_reference * reference_growth.max(floor);
        // Powers of several bases are one exponential of their logarithms.
        let log_factor = year.coefficient(C::CoverageElasticity) * prepared.log_coverage[i]
            + year.coefficient(C::SalesElasticity) * (self.revenue / self.revenue_reference).ln();
        let factor = year.state(State::IndustrialFactor, log_factor.exp());
        let industrial_share = year.coefficient(C::IndustrialShare);
        let mix = year.state(State::IndustrialMix, one - industrial_share + industrial_share * factor);

        let staff_cost = year.coefficient(C::StaffCostShare);
        let matched = year.half_year_share(LeverId::MatchedShare, references.matched_share);
        let tax_and_staffing =
            year.state(State::TaxAndStaffing, (log_tax_effect + staff_cost * talent.log_staffing).exp());
        let enterprise = self.own * tax_and_staffing * mix
            + year.coefficient(C::CrowdIn) * (self.government - self.government_reference)
            + year.coefficient(C::MatchAdditionality) * (matched - references.matched_share) * self.government;
        let enterprise = year.state(State::EnterpriseRd, enterprise.max(zero));

        self.total = year
            .state(State::TotalRd, self.government + enterprise + staff_cost * talent.funded_posts * prepared.price[i]);
        self.industry =
            year.state(State::IndustrialRd, enterprise * factor / (year.coefficient(C::EnterpriseShare) * mix));
        self.real = year.state(State::RealRd, self.total * prepared.deflation[i]);
    }
}
