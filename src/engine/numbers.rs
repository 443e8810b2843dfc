//! Values as rows of numbers.

use std::rc::Rc;

use crate::analysis::Targets;
use crate::model::{DigitalReading, Scenario};
use crate::plan::{CoefficientId, FactId, IndicatorId, LeverId, Plan, PresetId};

/// Takes a row of numbers apart, from the front.
pub struct Reader<'a>(pub &'a [f64]);

impl<'a> Reader<'a> {
    pub fn take(&mut self, count: usize) -> Option<&'a [f64]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub fn number(&mut self) -> Option<f64> {
        Some(self.take(1)?[0])
    }

    pub fn whole(&mut self) -> Option<u64> {
        whole(self.number()?)
    }

    /// A place in a list of `count`.
    pub fn index(&mut self, count: usize) -> Option<usize> {
        usize::try_from(self.whole()?).ok().filter(|&index| index < count)
    }

    /// All that is left.
    pub fn rest(&mut self) -> &'a [f64] {
        std::mem::take(&mut self.0)
    }
}

/// A whole number from 0 to below 2⁵³.
pub fn whole(number: f64) -> Option<u64> {
    (number >= 0.0 && number.fract() == 0.0 && number < (1u64 << 53) as f64).then_some(number as u64)
}

/// Levers by year, coefficients, facts, and the reading of the digital share.
pub fn push_scenario(plan: &Plan, scenario: &Scenario, numbers: &mut Vec<f64>) {
    for lever in &plan.levers {
        numbers.extend(scenario.lever(plan, lever.id));
    }
    for coefficient in &plan.coefficients {
        numbers.push(scenario.coefficient(coefficient.id));
    }
    for fact in &plan.facts {
        numbers.extend(scenario.fact(fact.id));
    }
    numbers.push(f64::from(u8::from(scenario.reading() == DigitalReading::Ratio)));
}

/// Reads what [`push_scenario`] wrote; `None` where a value is outside its limits.
pub fn take_scenario(plan: &Plan, reader: &mut Reader) -> Option<Rc<Scenario>> {
    let mut scenario = Scenario::preset(plan, PresetId::Trend);
    for &id in LeverId::ALL {
        scenario.set_lever_years(plan, id, reader.take(plan.years)?).ok()?;
    }
    for &id in CoefficientId::ALL {
        scenario.set_coefficient(plan, id, reader.number()?).ok()?;
    }
    for &id in FactId::ALL {
        let values = reader.take(id.slots().len())?;
        scenario.set_fact(plan, id, values).ok()?;
    }
    scenario.set_reading([DigitalReading::Points, DigitalReading::Ratio][reader.index(2)?]);
    Some(Rc::new(scenario))
}

/// One bit an indicator.
pub fn targets_to_number(targets: Targets) -> f64 {
    targets.iter().map(|id| f64::from(1u32 << id.index())).sum()
}

pub fn take_targets(reader: &mut Reader) -> Option<Targets> {
    let bits = reader.index(1 << IndicatorId::ALL.len())?;
    Some(Targets::of(IndicatorId::ALL.iter().copied().filter(|id| bits >> id.index() & 1 == 1)))
}
