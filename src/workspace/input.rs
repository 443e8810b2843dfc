//! What a user can set in a scenario, one by one.

use crate::model::{DigitalReading, Refusal, Scenario};
use crate::plan::{COEFFICIENTS, CoefficientId, FACTS, FactId, LEVERS, LeverId, Plan, PresetId};

/// The key of the reading of the digital target, which stands among the facts.
const READING: &str = "k.i10";

/// How many inputs there are.
const INPUTS: usize = LEVERS + COEFFICIENTS + FACTS + 1;

/// A lever, a coefficient, a fact, or the reading of the digital target.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub enum Input {
    Lever(LeverId),
    Coefficient(CoefficientId),
    Fact(FactId),
    Reading,
}

/// What an input is set to.
#[derive(Clone, PartialEq, Debug)]
pub enum InputValue {
    /// In the model's units: a lever's years, a coefficient, or all numbers of a fact.
    Numbers(Vec<f64>),
    Reading(DigitalReading),
}

impl Input {
    /// All of them, in the order of the tables.
    pub const ALL: [Input; INPUTS] = {
        let mut all = [Input::Reading; INPUTS];
        let mut at = 0;
        while at < LEVERS {
            all[at] = Input::Lever(LeverId::ALL[at]);
            at += 1;
        }
        while at < LEVERS + COEFFICIENTS {
            all[at] = Input::Coefficient(CoefficientId::ALL[at - LEVERS]);
            at += 1;
        }
        while at < LEVERS + COEFFICIENTS + FACTS {
            all[at] = Input::Fact(FactId::ALL[at - LEVERS - COEFFICIENTS]);
            at += 1;
        }
        all
    };

    /// The key used in addresses and files: `gdp_growth`, `c.rd_depreciation`, `k.gdp_2020`, `k.i10`.
    pub fn key(self) -> String {
        match self {
            Input::Lever(id) => id.id().to_owned(),
            Input::Coefficient(id) => ["c.", id.id()].concat(),
            Input::Fact(id) => ["k.", id.id()].concat(),
            Input::Reading => READING.to_owned(),
        }
    }

    /// Reads a key.
    pub fn parse(key: &str) -> Option<Self> {
        if key == READING {
            return Some(Input::Reading);
        }
        if let Some(id) = key.strip_prefix("c.") {
            return CoefficientId::parse(id).map(Input::Coefficient);
        }
        if let Some(id) = key.strip_prefix("k.") {
            return FactId::parse(id).map(Input::Fact);
        }
        LeverId::parse(key).map(Input::Lever)
    }

    /// What the input is set to in a scenario.
    pub fn value(self, plan: &Plan, scenario: &Scenario) -> InputValue {
        match self {
            Input::Reading => InputValue::Reading(scenario.reading()),
            _ => InputValue::Numbers(self.numbers(plan, scenario).to_vec()),
        }
    }

    /// The numbers of the input; none for the reading.
    pub(super) fn numbers<'a>(self, plan: &Plan, scenario: &'a Scenario) -> &'a [f64] {
        match self {
            Input::Lever(id) => scenario.lever(plan, id),
            Input::Coefficient(id) => std::slice::from_ref(&scenario.inputs().coefficients[id.index()]),
            Input::Fact(id) => scenario.fact(id),
            Input::Reading => &[],
        }
    }

    /// Whether two scenarios differ in this input.
    pub fn differs(self, plan: &Plan, a: &Scenario, b: &Scenario) -> bool {
        match self {
            Input::Reading => a.reading() != b.reading(),
            _ => self.numbers(plan, a) != self.numbers(plan, b),
        }
    }

    /// Sets the input, within the plan's limits. One number sets a lever in all years.
    pub fn set(self, plan: &Plan, scenario: &mut Scenario, numbers: &[f64]) -> Result<(), Refusal> {
        match self {
            Input::Lever(id) => match numbers {
                [flat] => scenario.set_lever(plan, id, *flat),
                years => scenario.set_lever_years(plan, id, years),
            },
            Input::Coefficient(id) => {
                // A list of another length is no number.
                let number = if let [number] = numbers { *number } else { f64::NAN };
                scenario.set_coefficient(plan, id, number)
            }
            Input::Fact(id) => scenario.set_fact(plan, id, numbers),
            // Has no numbers; it is set by its name.
            Input::Reading => Ok(()),
        }
    }
}

/// The inputs of a scenario that are not as a preset with the plan's assumptions has them.
pub fn changed(plan: &Plan, scenario: &Scenario, basis: PresetId) -> Vec<Input> {
    let preset = Scenario::preset(plan, basis);
    Input::ALL.into_iter().filter(|input| input.differs(plan, scenario, &preset)).collect()
}

/// The name of a reading, as in addresses and files.
pub const fn reading_id(reading: DigitalReading) -> &'static str {
    match reading {
        DigitalReading::Points => "points",
        DigitalReading::Ratio => "ratio",
    }
}

/// Reads the name of a reading.
pub fn parse_reading(id: &str) -> Option<DigitalReading> {
    [DigitalReading::Points, DigitalReading::Ratio].into_iter().find(|&reading| reading_id(reading) == id)
}
