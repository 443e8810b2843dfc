//! What a scenario takes, year by year. Grade D: the base year's GDP and the enterprises' share are not the plan's.

use crate::model::{Expected, Quantity, Record, Scenario, State, evaluate};
use crate::plan::{FactId, IndicatorId, LeverId, Plan};

/// What one year takes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Effort {
    /// R&D money, 亿元 of the year.
    pub research: f64,
    /// Of which the government's, 亿元.
    pub government: f64,
    /// High-tech enterprises to be newly certified.
    pub certified: f64,
    /// R&D staff gained over the year, per 100 staff of the base year.
    pub staff_gained: f64,
    /// R&D posts left empty at the year's end, per 100 staff of the base year.
    pub posts_empty: f64,
    /// Applications for national incubators.
    pub incubator_applications: f64,
    /// Applications for national centres and laboratories.
    pub centre_applications: f64,
}

impl Effort {
    /// How many numbers [`to_numbers`](Effort::to_numbers) gives.
    pub const NUMBERS: usize = 7;

    pub fn to_numbers(&self) -> [f64; Effort::NUMBERS] {
        let Effort { research, government, certified, staff_gained, posts_empty, .. } = *self;
        let applications = [self.incubator_applications, self.centre_applications];
        [research, government, certified, staff_gained, posts_empty, applications[0], applications[1]]
    }

    /// Reads [`to_numbers`](Effort::to_numbers).
    pub fn from_numbers(numbers: [f64; Effort::NUMBERS]) -> Self {
        let [research, government, certified, staff_gained, posts_empty, incubators, centres] = numbers;
        Effort {
            research,
            government,
            certified,
            staff_gained,
            posts_empty,
            incubator_applications: incubators,
            centre_applications: centres,
        }
    }
}

/// What each year takes, the first after the base year first: quantities of the model's own evaluation.
pub fn resources(plan: &Plan, scenario: &Scenario) -> Vec<Effort> {
    let record = Record::default();
    let inputs = scenario.inputs().map(|value| record.input(value));
    evaluate(plan, &inputs, &mut Expected, |_, _| ());
    let nodes = record.nodes();
    let find = |quantity, t| nodes.iter().find(|node| node.name == Some((quantity, t))).map(|node| node.value);
    let state = |state, t| find(Quantity::State(state), t);
    // Staff of the base year is 1 by definition and has no node.
    let staff = |t| if t == 0 { Some(1.0) } else { state(State::Staff, t) };

    let year = |t| {
        let gdp = scenario.fact(FactId::Gdp2020)[0] * state(State::Gdp, t)?;
        let research = find(Quantity::Indicator(IndicatorId::I1), t)? / 100.0 * gdp;
        let lever = |id| scenario.lever(plan, id)[t - 1];
        Some(Effort {
            research,
            government: research * state(State::GovernmentRd, t)? / state(State::TotalRd, t)?,
            certified: state(State::Entry, t)?,
            staff_gained: 100.0 * (staff(t)? - staff(t - 1)?),
            posts_empty: 100.0 * (state(State::WantedStaff, t)? - staff(t)?).max(0.0),
            incubator_applications: lever(LeverId::IncubatorApplications),
            centre_applications: lever(LeverId::CentreApplications),
        })
    };
    (1..=plan.years).filter_map(year).collect()
}
