//! The least effort: golden efforts, targets met again by the model itself, nothing cheaper nearby.

use proptest::prelude::*;
use tuiyan::analysis::goal_seek::{Freedom, Solution, Way, blocking, rounded, seek};
use tuiyan::analysis::{Goal, Targets};
use tuiyan::model::{Observations, Scenario, Status, project};
use tuiyan::plan::{GroupId, IndicatorId, LANZHOU, LeverId, PresetId};

use crate::scenarios::{any_scenario, any_targets, cases, preset};
use crate::support::golden;

fn goal(targets: Targets, observations: &Observations) -> Goal<'_> {
    Goal { plan: &LANZHOU, targets, observations }
}

fn effort(from: &Scenario, to: &Scenario) -> f64 {
    let distance = |id: LeverId| {
        let lever = LANZHOU.lever(id);
        (to.lever_mean(&LANZHOU, id) - from.lever_mean(&LANZHOU, id)) / (lever.max - lever.min)
    };
    LeverId::ALL.iter().map(|&id| distance(id).powi(2)).sum()
}

/// The sum of squared shortfalls in completion.
fn shortfall(goal: &Goal, scenario: &Scenario) -> f64 {
    let projection = project(&LANZHOU, scenario);
    let short = |id| (1.0 - goal.assess(scenario, &projection, id).completion).max(0.0);
    goal.targets.iter().map(|id| short(id).powi(2)).sum()
}

/// What any solution promises.
fn check(goal: &Goal, from: &Scenario, freedom: &Freedom, solution: &Solution) -> Result<(), TestCaseError> {
    let found = &solution.scenario;
    prop_assert!((effort(from, found) - solution.effort).abs() <= 1e-9 * (1.0 + solution.effort));
    prop_assert_eq!(goal.holds(found, &project(&LANZHOU, found)), solution.reached());
    for id in goal.targets.iter() {
        prop_assert_eq!(solution.assessments[id.index()].status != Status::Met, solution.short.contains(id));
    }
    for &id in LeverId::ALL {
        let values = found.lever(&LANZHOU, id);
        match freedom.range(id) {
            None => prop_assert_eq!(values, from.lever(&LANZHOU, id)),
            Some((low, high)) => {
                let inside = |value: &f64| low - 1e-9 <= *value && *value <= high + 1e-9;
                prop_assert!(values.iter().all(inside), "{} at {values:?}", id.id());
            }
        }
    }
    Ok(())
}

#[test]
fn efforts_are_the_golden_ones() {
    let golden = golden();
    let cases = golden["goal_seek"].as_array().unwrap();
    assert_eq!(cases.len(), 5);
    let observations = Observations::default();
    for case in cases {
        let ids = case["targets"].as_array().unwrap().iter();
        let targets = Targets::of(ids.map(|id| IndicatorId::parse(id.as_str().unwrap()).unwrap()));
        let from = preset(PresetId::parse(case["from"].as_str().unwrap()).unwrap());
        let solution = seek(&goal(targets, &observations), &from, &Freedom::new(&LANZHOU));
        let expected = case["effort"].as_f64().unwrap();
        assert!(solution.reached(), "{targets:?}");
        assert!(solution.effort <= 1.000_001 * expected, "{targets:?}: {}, expected {expected}", solution.effort);
    }
}

#[test]
fn what_is_met_already_stays() {
    let observations = Observations::default();
    let mut plan = preset(PresetId::Plan);
    plan.set_lever_years(&LANZHOU, LeverId::GovRdGrowth, &[18.0, 17.0, 16.5, 16.5, 16.5]).unwrap();
    let solution = seek(&goal(Targets::all(), &observations), &plan, &Freedom::new(&LANZHOU));
    assert_eq!((solution.effort, &solution.scenario), (0.0, &plan));
}

#[test]
fn locks_and_bounds_hold() {
    let observations = Observations::default();
    let trend = preset(PresetId::Trend);
    let goal = goal(Targets::of([IndicatorId::I11]), &observations);
    let free = seek(&goal, &trend, &Freedom::new(&LANZHOU));
    let reform = |solution: &Solution| solution.scenario.lever_mean(&LANZHOU, LeverId::ReformDividend);
    assert!(reform(&free) > 1.0);
    let mut bounded = Freedom::new(&LANZHOU);
    bounded.unlock(&LANZHOU, LeverId::ReformDividend, (0.0, 0.8));
    let solution = seek(&goal, &trend, &bounded);
    assert!(solution.reached() && solution.effort > free.effort);
    assert!((reform(&solution) - 0.8).abs() < 1e-9);
    let mut locked = bounded;
    locked.lock(LeverId::ReformDividend);
    let solution = seek(&goal, &trend, &locked);
    assert_eq!(reform(&solution), 0.3);
    // Context is no policy, and a tax law is not the area's own.
    locked.unlock(&LANZHOU, LeverId::GdpGrowth, (0.0, 25.0));
    assert_eq!(locked.range(LeverId::GdpGrowth), None);
    assert_eq!(locked.range(LeverId::SuperDeduction), None);
    locked.unlock(&LANZHOU, LeverId::SuperDeduction, (0.0, 1000.0));
    assert_eq!(locked.range(LeverId::SuperDeduction), Some((50.0, 150.0)));
}

#[test]
fn a_way_moves_its_own_levers_only() {
    let observations = Observations::default();
    let trend = preset(PresetId::Trend);
    let goal = goal(Targets::of([IndicatorId::I6]), &observations);
    let efforts = Way::ALL.map(|way| {
        let freedom = Freedom::new(&LANZHOU).along(&LANZHOU, way);
        let solution = seek(&goal, &trend, &freedom);
        assert!(solution.reached(), "{way:?}");
        for lever in &LANZHOU.levers {
            let moved = solution.scenario.lever(&LANZHOU, lever.id) != trend.lever(&LANZHOU, lever.id);
            assert!(!moved || way.groups().contains(&lever.group), "{way:?} moves {}", lever.id.id());
        }
        solution.effort
    });
    assert!(efforts[0] < efforts[1] && efforts[0] < efforts[2], "{efforts:?}");
    assert!(!Way::Money.groups().contains(&GroupId::Context));
}

#[test]
fn what_blocks_is_named_and_the_nearest_point_given() {
    let observations = Observations::default();
    let headwinds = preset(PresetId::Headwinds);
    // Money alone brings neither contracts nor digital industries.
    let freedom = Freedom::new(&LANZHOU).along(&LANZHOU, Way::Money);
    let goal = goal(Targets::all(), &observations);
    let solution = seek(&goal, &headwinds, &freedom);
    assert!(!solution.reached());
    assert!(solution.short.contains(IndicatorId::I10));
    let blocking = blocking(&goal, &headwinds, &freedom).unwrap();
    assert!(!seek(&Goal { targets: blocking, ..goal }, &headwinds, &freedom).reached());
    for id in blocking.iter() {
        let rest = Goal { targets: blocking.without(id), ..goal };
        assert!(seek(&rest, &headwinds, &freedom).reached(), "{blocking:?} without {}", id.id());
    }
}

#[test]
fn a_smaller_denominator_is_told() {
    let observations = Observations::default();
    let mut slump = preset(PresetId::Trend);
    slump.set_lever(&LANZHOU, LeverId::GdpGrowth, 5.0).unwrap();
    let solution = seek(&goal(Targets::of([IndicatorId::I1]), &observations), &slump, &Freedom::new(&LANZHOU));
    assert!(solution.reached() && solution.assessments[0].smaller_denominator);
}

#[test]
fn what_was_observed_changes_what_it_takes() {
    let trend = preset(PresetId::Trend);
    let targets = Targets::of([IndicatorId::I1]);
    let take = |observed: Option<f64>| {
        let mut observations = Observations::default();
        observations.set(IndicatorId::I1, 4, observed);
        let solution = seek(&goal(targets, &observations), &trend, &Freedom::new(&LANZHOU));
        assert!(solution.reached());
        solution.effort
    };
    assert!(take(Some(3.5)) > take(None) && take(Some(3.95)) < take(None));
    // Nothing can be done about a year that is over.
    let mut observations = Observations::default();
    observations.set(IndicatorId::I1, 5, Some(3.8));
    let solution = seek(&goal(targets, &observations), &trend, &Freedom::new(&LANZHOU));
    assert!(!solution.reached() && solution.effort < 1e-12);
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn nothing_nearby_is_cheaper(
        from in any_scenario(),
        targets in any_targets(),
        steps in prop::collection::vec(prop::collection::vec(-1.0..=1.0, 22), 40),
    ) {
        let observations = Observations::default();
        let goal = goal(targets, &observations);
        let freedom = Freedom::new(&LANZHOU);
        let solution = seek(&goal, &from, &freedom);
        check(&goal, &from, &freedom, &solution)?;
        let numbers = solution.to_numbers(&LANZHOU);
        prop_assert!(Solution::from_numbers(&goal, &from, &numbers).as_ref() == Some(&solution));
        prop_assert_eq!(Solution::from_numbers(&goal, &from, &numbers[1..]), None);
        if solution.effort == 0.0 {
            return Ok(());
        }
        let short = shortfall(&goal, &solution.scenario);
        for (i, step) in steps.iter().enumerate() {
            // Near and far, and partly back to where the search started.
            let size = [0.001, 0.01, 0.1, 1.0][i % 4];
            let mut other = solution.scenario.clone();
            for (lever, step) in LANZHOU.levers.iter().zip(step) {
                let step: f64 = *step;
                let here = other.lever_mean(&LANZHOU, lever.id);
                let back = from.lever_mean(&LANZHOU, lever.id) - here;
                let value = here + size * (0.5 * back + 0.5 * step * (lever.max - lever.min));
                if freedom.range(lever.id).is_some() {
                    other.set_lever(&LANZHOU, lever.id, value.clamp(lever.min, lever.max)).unwrap();
                }
            }
            let (other_short, other_effort) = (shortfall(&goal, &other), effort(&from, &other));
            if solution.reached() {
                let cheaper = goal.holds(&other, &project(&LANZHOU, &other)) && other_effort < solution.effort / 1.0001;
                prop_assert!(!cheaper, "{} against {}", other_effort, solution.effort);
            } else {
                prop_assert!(other_short >= short * (1.0 - 1e-4) - 1e-12, "{other_short} against {short}");
            }
        }
    }

    #[test]
    fn the_result_does_not_depend_on_luck(from in any_scenario(), targets in any_targets()) {
        // From the solution itself there is nothing left to do.
        let observations = Observations::default();
        let goal = goal(targets, &observations);
        let solution = seek(&goal, &from, &Freedom::new(&LANZHOU));
        if solution.reached() {
            let again = seek(&goal, &solution.scenario, &Freedom::new(&LANZHOU));
            prop_assert_eq!(again.effort, 0.0);
        }
    }

    #[test]
    fn rounding_keeps_the_targets(from in any_scenario(), targets in any_targets()) {
        let observations = Observations::default();
        let goal = goal(targets, &observations);
        let freedom = Freedom::new(&LANZHOU);
        let solution = seek(&goal, &from, &freedom);
        let Some(rounded) = rounded(&goal, &from, &freedom, &solution) else { return Ok(()) };
        prop_assert!(goal.holds(&rounded, &project(&LANZHOU, &rounded)));
        for lever in &LANZHOU.levers {
            let values = rounded.lever(&LANZHOU, lever.id);
            if values != from.lever(&LANZHOU, lever.id) {
                let steps = (values[0] - lever.min) / lever.step;
                prop_assert!((steps - steps.round()).abs() < 1e-6, "{} at {}", lever.id.id(), values[0]);
            }
        }
    }
}

#[test]
fn a_rounded_solution_is_given_where_one_exists() {
    let observations = Observations::default();
    let trend = preset(PresetId::Trend);
    let goal = goal(Targets::all(), &observations);
    let freedom = Freedom::new(&LANZHOU);
    let solution = seek(&goal, &trend, &freedom);
    let rounded = rounded(&goal, &trend, &freedom, &solution).unwrap();
    assert!(effort(&trend, &rounded) < 1.2 * solution.effort);
}
