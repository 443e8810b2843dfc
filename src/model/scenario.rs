//! A scenario: validated values of every lever, coefficient and fact.

use std::cell::OnceCell;

use super::equations::Prepared;
use crate::plan::{
    COEFFICIENTS, CoefficientId, FACT_SLOTS, FactId, INDICATORS, IndicatorId, LEVERS, LeverId, MAX_YEARS, Plan,
    PresetId,
};

/// Everything that the equations take from a scenario, generic over the number.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs<N> {
    /// By lever and year after the base year, in the lever's unit.
    pub levers: [[N; MAX_YEARS]; LEVERS],
    /// In the coefficient's stored unit.
    pub coefficients: [N; COEFFICIENTS],
    /// By [`FactId::slots`], in the fact's stored unit.
    pub facts: [N; FACT_SLOTS],
    /// The plan's printed figures of the base year, in the indicators' units.
    pub baselines: [N; INDICATORS],
}

impl<N: Copy> Inputs<N> {
    /// The same number everywhere.
    pub fn of(value: N) -> Self {
        Inputs {
            levers: [[value; MAX_YEARS]; LEVERS],
            coefficients: [value; COEFFICIENTS],
            facts: [value; FACT_SLOTS],
            baselines: [value; INDICATORS],
        }
    }

    /// The numbers of a fact.
    pub fn fact(&self, id: FactId) -> &[N] {
        &self.facts[id.slots()]
    }

    /// The same inputs in another number.
    pub fn map<M: Copy>(&self, mut convert: impl FnMut(N) -> M) -> Inputs<M> {
        Inputs {
            levers: self.levers.map(|years| years.map(&mut convert)),
            coefficients: self.coefficients.map(&mut convert),
            facts: self.facts.map(&mut convert),
            baselines: self.baselines.map(&mut convert),
        }
    }
}

/// How the target of the digital share is read (the plan prints “累计增长2%” and no base level).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DigitalReading {
    /// Plus two percentage points.
    #[default]
    Points,
    /// Two per cent of the scenario's own base share.
    Ratio,
}

/// A place in a scenario.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// A lever in all years, or in the year of this index (0 is the first after the base year).
    Lever(LeverId, Option<usize>),
    Coefficient(CoefficientId),
    /// A fact, or one of its numbers.
    Fact(FactId, Option<usize>),
}

/// Why a value is refused. Limits are in the field's stored unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Problem {
    /// Not a finite number.
    NotANumber,
    Below(f64),
    Above(f64),
    /// Too few or too many numbers.
    Count {
        expected: usize,
        found: usize,
    },
    /// A count that is not whole.
    NotWhole,
    /// Numbers that must sum to the printed figure.
    Sum {
        expected: f64,
        found: f64,
    },
}

/// A value that was refused: where and why.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Refusal {
    pub field: Field,
    pub problem: Problem,
}

/// A complete and valid set of assumptions; the only way in is through the plan's limits.
#[derive(Clone, Debug)]
pub struct Scenario {
    inputs: Inputs<f64>,
    /// Empty until it is asked for, and after each change.
    prepared: OnceCell<Prepared<f64>>,
    reading: DigitalReading,
}

/// What is prepared follows from the inputs.
impl PartialEq for Scenario {
    fn eq(&self, other: &Self) -> bool {
        self.inputs == other.inputs && self.reading == other.reading
    }
}

impl Scenario {
    /// The preset's levers with every coefficient at its mode and every fact as given.
    pub fn preset(plan: &Plan, preset: PresetId) -> Self {
        let mut facts = [0.0; FACT_SLOTS];
        for fact in &plan.facts {
            facts[fact.id.slots()].copy_from_slice(fact.values);
        }
        Scenario {
            inputs: Inputs {
                levers: std::array::from_fn(|i| [plan.levers[i].presets[preset.index()]; MAX_YEARS]),
                coefficients: std::array::from_fn(|i| plan.coefficients[i].mode),
                facts,
                baselines: std::array::from_fn(|i| plan.indicators[i].baseline),
            },
            prepared: OnceCell::new(),
            reading: DigitalReading::default(),
        }
    }

    /// The same assumptions with the preset's levers.
    pub fn with_levers_of(&self, plan: &Plan, preset: PresetId) -> Self {
        let mut scenario = self.clone();
        scenario.change().levers = Scenario::preset(plan, preset).inputs.levers;
        scenario
    }

    /// The same levers with every coefficient and fact as the plan gives it.
    pub fn with_default_assumptions(&self, plan: &Plan) -> Self {
        Scenario {
            inputs: Inputs { levers: self.inputs.levers, ..Scenario::preset(plan, PresetId::Trend).inputs },
            prepared: OnceCell::new(),
            reading: DigitalReading::default(),
        }
    }

    /// The inputs, to be changed: what was prepared of them is forgotten.
    fn change(&mut self) -> &mut Inputs<f64> {
        self.prepared.take();
        &mut self.inputs
    }

    /// What follows from levers and facts alone; worked out when it is first asked for. `plan` is the scenario's own.
    pub fn prepared(&self, plan: &Plan) -> &Prepared<f64> {
        self.prepared.get_or_init(|| Prepared::new(plan, &self.inputs))
    }

    pub fn inputs(&self) -> &Inputs<f64> {
        &self.inputs
    }

    pub fn reading(&self) -> DigitalReading {
        self.reading
    }

    pub fn set_reading(&mut self, reading: DigitalReading) {
        self.reading = reading;
    }

    /// A lever's values, one a year of the plan's horizon.
    pub fn lever(&self, plan: &Plan, id: LeverId) -> &[f64] {
        &self.inputs.levers[id.index()][..plan.years]
    }

    /// The mean of a lever's values: what a single slider shows.
    pub fn lever_mean(&self, plan: &Plan, id: LeverId) -> f64 {
        let values = self.lever(plan, id);
        if values.iter().all(|&value| value == values[0]) {
            return values[0];
        }
        values.iter().sum::<f64>() / values.len() as f64
    }

    pub fn coefficient(&self, id: CoefficientId) -> f64 {
        self.inputs.coefficients[id.index()]
    }

    pub fn fact(&self, id: FactId) -> &[f64] {
        self.inputs.fact(id)
    }

    /// Sets a lever in all years.
    pub fn set_lever(&mut self, plan: &Plan, id: LeverId, value: f64) -> Result<(), Refusal> {
        let value = check_lever(plan, id, None, value)?;
        self.change().levers[id.index()] = [value; MAX_YEARS];
        Ok(())
    }

    /// Sets a lever year by year; all values are taken or none.
    pub fn set_lever_years(&mut self, plan: &Plan, id: LeverId, values: &[f64]) -> Result<(), Refusal> {
        if values.len() != plan.years {
            return Err(Refusal {
                field: Field::Lever(id, None),
                problem: Problem::Count { expected: plan.years, found: values.len() },
            });
        }
        let mut years = self.inputs.levers[id.index()];
        for (i, &value) in values.iter().enumerate() {
            years[i] = check_lever(plan, id, Some(i), value)?;
        }
        // Years beyond the horizon repeat the last one, so that equal scenarios compare equal.
        let last = years[plan.years - 1];
        years[plan.years..].fill(last);
        self.change().levers[id.index()] = years;
        Ok(())
    }

    /// Moves a lever's mean to `mean` by the same amount in all years of `from`, each clipped to the range; a mean that
    /// is not a number moves nothing.
    pub fn shift_lever(&mut self, plan: &Plan, id: LeverId, from: &Scenario, mean: f64) {
        let lever = plan.lever(id);
        let start = from.lever_mean(plan, id);
        let years = &from.inputs.levers[id.index()];
        let flat = years[..plan.years].iter().all(|&value| value == years[0]);
        if mean.is_nan() {
            return;
        }
        self.change().levers[id.index()] = years.map(|value| {
            let moved = if flat { mean } else { value + (mean - start) };
            // Plus zero, so that no minus zero gets in.
            moved.clamp(lever.min, lever.max) + 0.0
        });
    }

    /// Takes a lever's values from another scenario of the same plan.
    pub fn take_lever(&mut self, from: &Scenario, id: LeverId) {
        self.change().levers[id.index()] = from.inputs.levers[id.index()];
    }

    /// Takes every coefficient, fact and reading from another scenario of the same plan.
    pub fn take_assumptions(&mut self, from: &Scenario) {
        self.inputs.coefficients = from.inputs.coefficients;
        self.change().facts = from.inputs.facts;
        self.reading = from.reading;
    }

    /// Sets a coefficient within its hard limits.
    pub fn set_coefficient(&mut self, plan: &Plan, id: CoefficientId, value: f64) -> Result<(), Refusal> {
        let (low, high) = plan.coefficient(id).limits;
        self.inputs.coefficients[id.index()] = within(Field::Coefficient(id), value, low, high)?;
        Ok(())
    }

    /// Sets all numbers of a fact; all are taken or none.
    pub fn set_fact(&mut self, plan: &Plan, id: FactId, values: &[f64]) -> Result<(), Refusal> {
        let fact = plan.fact(id);
        let whole = Field::Fact(id, None);
        if values.len() != fact.values.len() {
            let problem = Problem::Count { expected: fact.values.len(), found: values.len() };
            return Err(Refusal { field: whole, problem });
        }
        let mut checked = [0.0; FACT_SLOTS];
        for (i, &value) in values.iter().enumerate() {
            let field = if values.len() == 1 { whole } else { Field::Fact(id, Some(i)) };
            checked[i] = within(field, value, fact.limits.0, fact.limits.1)?;
        }
        if id == FactId::Cohorts {
            if let Some(i) = values.iter().position(|value| value.fract() != 0.0) {
                return Err(Refusal { field: Field::Fact(id, Some(i)), problem: Problem::NotWhole });
            }
            let expected = plan.indicator(IndicatorId::I6).baseline;
            let found: f64 = values.iter().sum();
            if found != expected {
                return Err(Refusal { field: whole, problem: Problem::Sum { expected, found } });
            }
        }
        self.change().facts[id.slots()].copy_from_slice(&checked[..values.len()]);
        Ok(())
    }

    /// The target of an indicator under this scenario's assumptions.
    pub fn target(&self, plan: &Plan, id: IndicatorId) -> f64 {
        let printed = plan.indicator(id).target;
        match (id, self.reading) {
            (IndicatorId::I10, DigitalReading::Ratio) => {
                printed / 100.0 * self.coefficient(CoefficientId::DigitalShare2020)
            }
            _ => printed,
        }
    }

    /// The values that an indicator can take.
    pub fn range(&self, plan: &Plan, id: IndicatorId) -> (f64, f64) {
        match id {
            // A change cannot take the share itself below 0 or above 100.
            IndicatorId::I10 => {
                let share = self.coefficient(CoefficientId::DigitalShare2020);
                (-share, 100.0 - share)
            }
            _ => plan.indicator(id).range,
        }
    }
}

fn check_lever(plan: &Plan, id: LeverId, year: Option<usize>, value: f64) -> Result<f64, Refusal> {
    let lever = plan.lever(id);
    within(Field::Lever(id, year), value, lever.min, lever.max)
}

fn within(field: Field, value: f64, low: f64, high: f64) -> Result<f64, Refusal> {
    let refuse = |problem| Err(Refusal { field, problem });
    if !value.is_finite() {
        return refuse(Problem::NotANumber);
    }
    if value < low {
        return refuse(Problem::Below(low));
    }
    if value > high {
        return refuse(Problem::Above(high));
    }
    // Minus zero would be written differently from zero.
    Ok(value + 0.0)
}
