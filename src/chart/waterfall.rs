//! A difference between two scenarios as a waterfall: where each bar stands, before anything is drawn.

use super::Axis;
use crate::analysis::attribution::{Attribution, Player};
use crate::model::{Assessment, Scenario, Status, project};
use crate::plan::{GroupId, IndicatorId, LeverId, Plan};
use crate::text::number::fixed;

/// What a bar stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bar {
    /// The value that the reference reaches: a tick, since the axis is cut.
    Reference,
    /// All levers of a group together.
    Group(GroupId),
    /// One of them, within the group's stretch.
    Lever(LeverId),
    /// Coefficients, facts and readings.
    Assumptions,
    /// The value that the scenario reaches: a tick.
    Own,
    /// What is missing to the target, or to the year's milestone.
    Short,
}

/// A stretch of the axis, in the indicator's unit; where both ends are the same, a tick.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stretch {
    pub bar: Bar,
    pub from: f64,
    pub to: f64,
}

/// From the reference's value to the scenario's, by group and lever.
#[derive(Clone, PartialEq, Debug)]
pub struct Waterfall {
    pub id: IndicatorId,
    /// Years after the base year.
    pub t: usize,
    pub reference: f64,
    pub own: f64,
    /// The target, or in an earlier year the milestone on the straight way to it.
    pub target: f64,
    /// From top to bottom. Levers whose part rounds to nothing are left out.
    pub stretches: Vec<Stretch>,
    /// How many are left out.
    pub small: usize,
    pub axis: Axis,
    /// Decimals of the parts.
    pub decimals: usize,
}

impl Waterfall {
    /// The waterfall of one indicator `t` ≥ 1 years after the base year; `attribution` is that of the two scenarios.
    pub fn new(
        plan: &Plan,
        id: IndicatorId,
        t: usize,
        attribution: &Attribution,
        scenario: &Scenario,
        reference: &Scenario,
    ) -> Self {
        let indicator = plan.indicator(id);
        let [reference, own] = [reference, scenario].map(|scenario| project(plan, scenario).value(id, t));
        let part = t as f64 / plan.years as f64;
        let target = indicator.baseline + (scenario.target(plan, id) - indicator.baseline) * part;
        let decimals = if indicator.decimals < 2 { indicator.decimals + 1 } else { indicator.decimals };
        let shows = |value: f64| fixed(value, decimals).bytes().any(|byte| matches!(byte, b'1'..=b'9'));

        let mut stretches = vec![Stretch { bar: Bar::Reference, from: reference, to: reference }];
        let mut small = 0;
        let mut sum = reference;
        for &group in GroupId::ALL {
            let whole = attribution.group(plan, group, id, t);
            if shows(whole) {
                stretches.push(Stretch { bar: Bar::Group(group), from: sum, to: sum + whole });
            }
            let mut within = sum;
            for player in attribution.players().filter(|player| player.group(plan) == Some(group)) {
                let Player::Lever(lever) = player else { continue };
                let value = attribution.part(player, id, t);
                if shows(value) {
                    stretches.push(Stretch { bar: Bar::Lever(lever), from: within, to: within + value });
                } else {
                    small += 1;
                }
                within += value;
            }
            sum += whole;
        }
        let assumptions = attribution.part(Player::Assumptions, id, t);
        if shows(assumptions) {
            stretches.push(Stretch { bar: Bar::Assumptions, from: sum, to: sum + assumptions });
        }
        stretches.push(Stretch { bar: Bar::Own, from: own, to: own });
        // The last year's target is itself its milestone.
        let met = if t == plan.years {
            Assessment::new(plan, scenario, id, own).status == Status::Met
        } else {
            (own - target) * (target - indicator.baseline).signum() >= 0.0
        };
        if !met && shows(target - own) {
            stretches.push(Stretch { bar: Bar::Short, from: own, to: target });
        }
        let ends = stretches.iter().flat_map(|stretch| [stretch.from, stretch.to]).chain([target]);
        let (low, high) =
            ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
        Waterfall { id, t, reference, own, target, stretches, small, axis: Axis::fit((low, high)), decimals }
    }

    /// Where a value stands, from 0 at the axis's low end to 1 at its high one.
    pub fn place(&self, value: f64) -> f64 {
        (value - self.axis.low()) / (self.axis.high() - self.axis.low())
    }
}
