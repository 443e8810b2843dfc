//! R&D money: government, enterprises, industry. Amounts are shares of the base year's total.

use super::Year;
use super::context::Context;
use super::talent::Talent;
use crate::model::chance::{Chance, ENTERPRISE_RD_DEVIATION, REVENUE_DEVIATION};
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::plan::{CoefficientId as C, FactId, LeverId};

pub(super) struct Research<N> {
    /// Government R&D, and what it would be on its reference path.
    government: N,
    government_reference: N,
    /// Enterprises' own R&D, before policy.
    own: N,
    /// Above-scale industrial revenue, base year = 1, and its reference.
    pub revenue: N,
    revenue_reference: N,
    /// Share of above-scale firms doing R&D, and its reference.
    coverage: N,
    coverage_reference: N,
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
        let coverage = year.state(State::Coverage, year.fact(FactId::Coverage2020) / 100.0);
        Research {
            government,
            government_reference: government,
            own: year.state(State::OwnRd, enterprise_share),
            revenue: one,
            revenue_reference: one,
            coverage,
            coverage_reference: coverage,
            industry: one,
            total: one,
            real: one,
        }
    }

    #[inline(always)]
    pub fn step(&mut self, year: &Year<N>, chance: &mut impl Chance<N>, context: &Context<N>, talent: &Talent<N>) {
        let (zero, one) = (N::of(0.0), N::of(1.0));
        let references = &year.plan.references;

        let government_growth = year.share(LeverId::GovRdGrowth) + 1.0 + context.cycle;
        self.government = year.state(State::GovernmentRd, self.government * government_growth.max(zero));
        self.government_reference = self.government_reference * (1.0 + references.government_growth);
        let own_growth =
            year.share(LeverId::EnterpriseRdGrowth) + 1.0 + context.cycle + chance.normal(ENTERPRISE_RD_DEVIATION);
        self.own = year.state(State::OwnRd, self.own * own_growth.max(zero));

        // The B-index: the pre-tax income needed for a yuan of R&D to pay (Warda 2001).
        let tax = year.fact(FactId::TaxRate);
        let deduction = year.half_year_share(LeverId::SuperDeduction, references.super_deduction);
        let user_cost = (one - tax * (deduction + 1.0)) / (one - tax * (1.0 + references.super_deduction));
        let log_tax_effect = -year.coefficient(C::UserCostElasticity) * user_cost.ln();

        let floor = N::of(0.01);
        let revenue_growth =
            year.share(LeverId::IndustrialRevenueGrowth) + 1.0 + context.growth_gap + chance.normal(REVENUE_DEVIATION);
        self.revenue = year.state(State::Revenue, self.revenue * revenue_growth.max(floor));
        let reference_growth = context.growth_gap + (1.0 + references.revenue_growth);
        self.revenue_reference = self.revenue_reference * reference_growth.max(floor);
        self.coverage = year.state(State::Coverage, (self.coverage + year.share(LeverId::RdCoverageGain)).min(one));
        self.coverage_reference = (self.coverage_reference + references.coverage_gain).min(one);
        // Powers of several bases are one exponential of their logarithms.
        let log_factor = year.coefficient(C::CoverageElasticity) * (self.coverage / self.coverage_reference).ln()
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

        self.total =
            year.state(State::TotalRd, self.government + enterprise + staff_cost * talent.funded_posts * context.price);
        self.industry =
            year.state(State::IndustrialRd, enterprise * factor / (year.coefficient(C::EnterpriseShare) * mix));
        self.real = year.state(State::RealRd, self.total * context.deflation);
    }
}
