//! A solution on the steps of the sliders.

use super::freedom::Freedom;
use super::{Solution, effort};
use crate::analysis::Goal;
use crate::model::{Scenario, project};
use crate::plan::{LeverId, Plan};

/// How often the levers are gone through for a step to spare.
const ROUNDS: usize = 8;

/// The solution with every moved lever on a step of its slider and within its range (where that holds a step at all),
/// where the targets still hold:
/// each lever on the nearest step if that is enough, else on the step beyond, and then back by steps that are not
/// needed. `None` where not even that holds, or the solution itself does not.
pub fn rounded(goal: &Goal, from: &Scenario, freedom: &Freedom, solution: &Solution) -> Option<Scenario> {
    let plan = goal.plan;
    let holds = |scenario: &Scenario| goal.holds(scenario, &project(plan, scenario));
    let moved = |id: &LeverId| solution.scenario.lever(plan, *id) != from.lever(plan, *id);
    let levers: Vec<LeverId> = freedom.levers().filter(moved).collect();
    let place = |id: LeverId| solution.scenario.lever_mean(plan, id);
    let with = |rounding: &dyn Fn(LeverId) -> f64| {
        let mut scenario = solution.scenario.clone();
        for &id in &levers {
            on_step(plan, freedom, &mut scenario, id, rounding(id));
        }
        scenario
    };

    let nearest = with(&|id| steps(plan, id, place(id)).round());
    if holds(&nearest) {
        return Some(nearest);
    }
    // A lever that does not move at all, as its years only became flat, has no direction to go on in.
    let beyond = |id: LeverId| {
        let steps = steps(plan, id, place(id));
        let start = from.lever_mean(plan, id);
        if place(id) > start {
            steps.ceil()
        } else if place(id) < start {
            steps.floor()
        } else {
            steps.round()
        }
    };
    let mut scenario = with(&beyond);
    if !holds(&scenario) {
        return None;
    }
    for &id in &levers {
        let mut back = scenario.clone();
        let direction = (from.lever_mean(plan, id) - place(id)).signum();
        on_step(plan, freedom, &mut back, id, beyond(id) + direction);
        if place(id) != from.lever_mean(plan, id) && holds(&back) {
            scenario = back;
        }
    }
    Some(scenario)
}

/// A scenario on steps in which the targets hold, with moved levers put back by steps that are not needed, or that a
/// step of another lever makes up for at less effort.
pub fn spared(goal: &Goal, from: &Scenario, freedom: &Freedom, mut scenario: Scenario) -> Scenario {
    let plan = goal.plan;
    let moved = |id: &LeverId| scenario.lever(plan, *id) != from.lever(plan, *id);
    let levers: Vec<LeverId> = freedom.levers().filter(moved).collect();
    let mut least = effort(plan, from, &scenario);
    for _ in 0..ROUNDS {
        let mut found = None;
        let mut consider = |candidate: Scenario| {
            let cost = effort(plan, from, &candidate);
            if cost < least && goal.holds(&candidate, &project(plan, &candidate)) {
                least = cost;
                found = Some(candidate);
            }
        };
        for &id in &levers {
            let Some(back) = moved_back(plan, freedom, from, &scenario, id) else { continue };
            for &other in levers.iter().filter(|&&other| other != id) {
                consider(moved_on(plan, freedom, from, &back, other));
            }
            consider(back);
        }
        match found {
            Some(candidate) => scenario = candidate,
            None => break,
        }
    }
    scenario
}

/// The scenario with a lever a step nearer to where it came from; `None` where it has not moved.
fn moved_back(plan: &Plan, freedom: &Freedom, from: &Scenario, scenario: &Scenario, id: LeverId) -> Option<Scenario> {
    let (place, start) = (scenario.lever_mean(plan, id), from.lever_mean(plan, id));
    if scenario.lever(plan, id) == from.lever(plan, id) {
        return None;
    }
    let mut moved = scenario.clone();
    if (place - start).abs() <= plan.lever(id).step {
        moved.take_lever(from, id);
    } else {
        on_step(plan, freedom, &mut moved, id, steps(plan, id, place).round() - (place - start).signum());
    }
    Some(moved)
}

/// The scenario with a lever a step farther from where it came from; as it is where the lever has not moved.
fn moved_on(plan: &Plan, freedom: &Freedom, from: &Scenario, scenario: &Scenario, id: LeverId) -> Scenario {
    let (place, start) = (scenario.lever_mean(plan, id), from.lever_mean(plan, id));
    let mut moved = scenario.clone();
    if place != start {
        on_step(plan, freedom, &mut moved, id, steps(plan, id, place).round() + (place - start).signum());
    }
    moved
}

/// A lever's value as steps from its minimum; those within rounding of a whole number are on it.
fn steps(plan: &Plan, id: LeverId, value: f64) -> f64 {
    let lever = plan.lever(id);
    let steps = (value - lever.min) / lever.step;
    if (steps - steps.round()).abs() < 1e-9 { steps.round() } else { steps }
}

/// Puts a lever on a whole step, or on the last one within its range; where its range has none, it stays.
fn on_step(plan: &Plan, freedom: &Freedom, scenario: &mut Scenario, id: LeverId, count: f64) {
    let Some((low, high)) = freedom.range(id) else { return };
    let lever = plan.lever(id);
    let (first, last) = (steps(plan, id, low).ceil(), steps(plan, id, high).floor());
    if first > last {
        return;
    }
    let count = count.clamp(first, last);
    // As typed: with the step's decimals and no more.
    let scale = 10f64.powi(lever.decimals as i32);
    let value = ((lever.min + count * lever.step) * scale).round() / scale;
    let set = scenario.set_lever(plan, id, value.clamp(lever.min, lever.max));
    debug_assert!(set.is_ok(), "values are clamped to the range");
}
