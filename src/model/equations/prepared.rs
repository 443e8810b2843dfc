//! What follows from levers and facts alone. It is worked out once a scenario, however often its coefficients are drawn.

use super::Year;
use crate::model::number::Number;
use crate::model::quantity::State;
use crate::model::scenario::Inputs;
use crate::plan::{FactId, LeverId, MAX_YEARS, Plan};

/// A number for each year after the base year.
pub type ByYear<N> = [N; MAX_YEARS];

/// What follows from levers and facts alone, by year. Levels have the base year at 1.
#[derive(Clone, Debug)]
pub struct Prepared<N> {
    pub(super) price: ByYear<N>,
    /// What turns a year's prices into the base year's.
    pub(super) deflation: ByYear<N>,
    pub(super) employment: ByYear<N>,
    pub(super) population: ByYear<N>,
    /// ln of the user cost of R&D against that of the reference deduction.
    pub(super) log_user_cost: ByYear<N>,
    /// ln of the share of above-scale firms doing R&D against its reference.
    pub(super) log_coverage: ByYear<N>,
}

/// Whether the preparation alone looks at a lever.
pub fn prepared_alone(id: LeverId) -> bool {
    use LeverId::*;
    matches!(id, SuperDeduction | RdCoverageGain | EmploymentGrowth | PopulationGrowth)
}

impl<N: Number> Prepared<N> {
    /// Works it out for the plan's years; later ones are not looked at.
    pub fn new(plan: &Plan, inputs: &Inputs<N>) -> Self {
        let one = N::of(1.0);
        let references = &plan.references;
        let start = Year { plan, inputs, t: 0 };
        let tax = start.fact(FactId::TaxRate);
        let mut coverage = start.state(State::Coverage, start.fact(FactId::Coverage2020) / 100.0);
        let mut coverage_reference = coverage;
        let (mut price, mut employment, mut population) = (one, one, one);

        let mut prepared = Prepared::of(N::of(0.0));
        for t in 1..=plan.years {
            let (year, i) = (Year { plan, inputs, t }, t - 1);
            price = year.state(State::Price, price * (year.share(LeverId::GdpDeflator) + 1.0));
            prepared.price[i] = price;
            prepared.deflation[i] = one / price;
            employment = year.state(State::Employment, employment * (year.share(LeverId::EmploymentGrowth) + 1.0));
            prepared.employment[i] = employment;
            population = year.state(State::Population, population * (year.share(LeverId::PopulationGrowth) + 1.0));
            prepared.population[i] = population;

            // The B-index: the pre-tax income needed for a yuan of R&D to pay (Warda 2001).
            let deduction = year.half_year_share(LeverId::SuperDeduction, references.super_deduction);
            let user_cost = (one - tax * (deduction + 1.0)) / (one - tax * (1.0 + references.super_deduction));
            prepared.log_user_cost[i] = user_cost.ln();

            coverage = year.state(State::Coverage, (coverage + year.share(LeverId::RdCoverageGain)).min(one));
            coverage_reference = (coverage_reference + references.coverage_gain).min(one);
            prepared.log_coverage[i] = (coverage / coverage_reference).ln();
        }
        prepared
    }

    /// The same number everywhere.
    pub fn of(value: N) -> Self {
        Prepared::from([[value; MAX_YEARS]; 6])
    }

    /// The same in another number.
    pub fn map<M: Number>(&self, mut convert: impl FnMut(N) -> M) -> Prepared<M> {
        Prepared::from(self.series().map(|series| series.map(&mut convert)))
    }

    /// All of it, in the order of the fields.
    pub fn series(&self) -> [&ByYear<N>; 6] {
        let Prepared { price, deflation, employment, population, log_user_cost, log_coverage } = self;
        [price, deflation, employment, population, log_user_cost, log_coverage]
    }

    /// The same, to be written.
    pub fn series_mut(&mut self) -> [&mut ByYear<N>; 6] {
        let Prepared { price, deflation, employment, population, log_user_cost, log_coverage } = self;
        [price, deflation, employment, population, log_user_cost, log_coverage]
    }
}

impl<N> From<[ByYear<N>; 6]> for Prepared<N> {
    fn from(series: [ByYear<N>; 6]) -> Self {
        let [price, deflation, employment, population, log_user_cost, log_coverage] = series;
        Prepared { price, deflation, employment, population, log_user_cost, log_coverage }
    }
}
