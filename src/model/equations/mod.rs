//! The model's equations, once, in reading order: context, R&D, talent, knowledge, enterprises, structure, transfer,
//! platforms, contribution; before them what is [prepared](Prepared) once a scenario. They are generic over the number and
//! over chance, which is how the same lines serve as value, lanes, gradient and record.
//!
//! A year's order is the order of the topics; what a topic takes from another's `before` is last year's, so there is
//! no circle within a year. Growth of R&D and revenue is nominal.

mod context;
mod contribution;
mod enterprises;
mod knowledge;
mod platforms;
mod prepared;
mod research;
mod structure;
mod talent;
mod transfer;

pub use prepared::{Prepared, prepared_alone};

use super::chance::Chance;
use super::number::Number;
use super::quantity::{Quantity, State};
use super::scenario::Inputs;
use crate::plan::{CoefficientId, FactId, INDICATORS, IndicatorId, LeverId, Plan};

/// What the equations of a year see: the plan, the inputs, and which year it is.
pub(super) struct Year<'a, N> {
    pub plan: &'a Plan,
    pub inputs: &'a Inputs<N>,
    /// Years after the base year: 1, 2, …; 0 while stocks are set up.
    pub t: usize,
}

impl<N: Number> Year<'_, N> {
    /// A lever's value this year, in its own unit.
    #[inline(always)]
    fn lever(&self, id: LeverId) -> N {
        self.inputs.levers[id.index()][self.t - 1].named(Quantity::Lever(id), self.t)
    }

    /// A lever in per cent or points, as a fraction. (A product: a division costs as much as five.)
    #[inline(always)]
    fn share(&self, id: LeverId) -> N {
        self.lever(id) * 0.01
    }

    /// The mean of this year's and last year's share: a policy acts half in its first year.
    #[inline(always)]
    fn half_year_share(&self, id: LeverId, base_year: f64) -> N {
        let last = if self.t == 1 {
            N::of(base_year)
        } else {
            self.inputs.levers[id.index()][self.t - 2].named(Quantity::Lever(id), self.t - 1) * 0.01
        };
        (self.share(id) + last) * 0.5
    }

    #[inline(always)]
    fn coefficient(&self, id: CoefficientId) -> N {
        self.inputs.coefficients[id.index()].named(Quantity::Coefficient(id), 0)
    }

    #[inline(always)]
    fn fact(&self, id: FactId) -> N {
        self.inputs.fact(id)[0].named(Quantity::Fact(id), 0)
    }

    /// High-tech enterprises certified in the base year's three cohorts, oldest first.
    #[inline(always)]
    fn cohorts(&self) -> [N; 3] {
        let cohorts = self.inputs.fact(FactId::Cohorts);
        [cohorts[0], cohorts[1], cohorts[2]].map(|count| count.named(Quantity::Fact(FactId::Cohorts), 0))
    }

    /// The plan's printed figure of the base year.
    #[inline(always)]
    fn baseline(&self, id: IndicatorId) -> N {
        self.inputs.baselines[id.index()].named(Quantity::Baseline(id), 0)
    }

    /// Gives a state its name.
    #[inline(always)]
    fn state(&self, state: State, value: N) -> N {
        value.named(Quantity::State(state), self.t)
    }

    /// Gives an indicator its name.
    #[inline(always)]
    fn indicator(&self, id: IndicatorId, value: N) -> N {
        value.named(Quantity::Indicator(id), self.t)
    }
}

/// Runs the model from the base year to the horizon with what follows from levers and facts alone, and hands each year's
/// indicators, baselines first, to `report`.
#[inline(always)]
pub fn evaluate_prepared<N: Number, C: Chance<N>>(
    plan: &Plan,
    inputs: &Inputs<N>,
    prepared: &Prepared<N>,
    chance: &mut C,
    mut report: impl FnMut(usize, &[N; INDICATORS]),
) {
    use IndicatorId::*;

    let start = Year { plan, inputs, t: 0 };
    let mut context = context::Context::start();
    let mut research = research::Research::start(&start);
    let mut talent = talent::Talent::start();
    let mut knowledge = knowledge::Knowledge::start(&start);
    let mut patents = knowledge::Patents::start(&start, chance);
    let mut enterprises = enterprises::Enterprises::start(&start);
    let mut structure = structure::Structure::start(&start);
    let mut transfer = transfer::Transfer::start(&start);
    let mut platforms = platforms::Platforms::start(&start);
    let mut contribution = contribution::Contribution::start(&start);
    let mut baselines = [N::of(0.0); INDICATORS];
    for &id in IndicatorId::ALL {
        baselines[id.index()] = start.baseline(id);
    }
    report(0, &baselines);

    for t in 1..=plan.years {
        let year = Year { plan, inputs, t };
        context.step(&year, chance);
        let log_staff_before = talent.log_staff;
        let log_knowledge_before = knowledge.log_ratio;
        let hnte_before = (enterprises.ratio, enterprises.log_ratio);
        talent.fund_posts(&year, &platforms);
        research.step(&year, chance, prepared, &context, &talent);
        talent.hire(&year, &research);
        knowledge.step(&year, &research, &talent);
        patents.step(&year, chance, log_knowledge_before, log_staff_before);
        enterprises.step(&year, chance, &platforms);
        enterprises.compare_volume(&year, &research, &talent, prepared);
        structure.step(&year, chance, enterprises.growth, knowledge.excess_growth);
        transfer.step(&year);
        platforms.step(&year, chance, hnte_before, log_staff_before);
        contribution.step(&year, chance, &structure, knowledge.excess_growth);

        let reported = chance.lognormal(super::chance::CONTRACT_DEVIATION);
        let row = [
            (I1, year.baseline(I1) * research.total / context.gdp),
            (I2, year.baseline(I2) * research.industry / research.revenue),
            (I3, year.baseline(I3) * talent.staff / prepared.employment[t - 1]),
            (I4, patents.stock / (year.fact(FactId::Population2020) * prepared.population[t - 1])),
            (I5, year.baseline(I5) * research.total * transfer.ratio * transfer.per_initial * reported),
            (I6, enterprises.stock()),
            (I7, structure.hightech * 100.0),
            (I8, platforms.incubators),
            (I9, platforms.centres),
            (I10, structure.digital_gain),
            (I11, contribution.points),
        ];
        report(t, &row.map(|(id, value)| year.indicator(id, value)));
    }
}
