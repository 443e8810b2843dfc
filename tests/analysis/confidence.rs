//! Goal seek with confidence: the chance is there in fresh draws, at no more effort than it takes.

use tuiyan::analysis::goal_seek::{Assured, Confidence, Freedom, Progress, Way, seek};
use tuiyan::analysis::monte_carlo::{Bands, Draws, Sample};
use tuiyan::analysis::{Goal, Targets};
use tuiyan::model::{Observations, Scenario};
use tuiyan::plan::{IndicatorId, LANZHOU, LeverId, PresetId};

use crate::scenarios::preset;

const SEED: u64 = 11;
/// Few, for the sake of a build without optimization.
const DRAWS: u64 = 1_500;

fn finish(goal: Goal, from: &Scenario, freedom: &Freedom, wanted: f64) -> Assured {
    let mut search = Confidence::new(goal, from, freedom, wanted, DRAWS, SEED);
    let mut round = 0;
    while round < 200 {
        match search.step() {
            Progress::Drawing => {}
            Progress::Running { chance, rounds } => {
                round += 1;
                assert!((0.0..=1.0).contains(&chance));
                assert_eq!(rounds, round);
            }
            Progress::Done(assured) => return *assured,
        }
    }
    panic!("the search does not end");
}

/// The chances under other draws than the search had.
fn bands(scenario: &Scenario, seed: u64) -> Bands {
    let mut sample = Sample::with_capacity(&LANZHOU, 6_000);
    Draws::new(&LANZHOU, scenario, seed).run(0..6_000, &mut sample);
    Bands::new(&LANZHOU, scenario, &Observations::default(), &sample)
}

#[test]
fn one_target_with_four_chances_in_five() {
    let observations = Observations::default();
    let trend = preset(PresetId::Trend);
    for id in [IndicatorId::I6, IndicatorId::I9] {
        let goal = Goal { plan: &LANZHOU, targets: Targets::of([id]), observations: &observations };
        let assured = finish(goal, &trend, &Freedom::new(&LANZHOU), 0.8);
        assert!(assured.reached && assured.chance >= 0.8, "{}: {assured:?}", id.id());
        let chance = bands(&assured.solution.scenario, 99).chance(id);
        assert!((chance - assured.chance).abs() < 5.0 * 1.5 * assured.error, "{}: {chance}", id.id());
        // Certainty costs more than the expected value, and not much more chance is bought than was wanted.
        let expected = seek(&goal, &trend, &Freedom::new(&LANZHOU)).effort;
        assert!(assured.solution.effort > expected && assured.chance < 0.85, "{}: {assured:?}", id.id());
    }
}

#[test]
fn all_targets_together() {
    let observations = Observations::default();
    let plan = preset(PresetId::Plan);
    let goal = Goal { plan: &LANZHOU, targets: Targets::all(), observations: &observations };
    let freedom = Freedom::new(&LANZHOU);
    let assured = finish(goal, &plan, &freedom, 0.5);
    assert!(assured.reached, "{assured:?}");
    let found = &assured.solution.scenario;
    assert!((bands(found, 99).all - assured.chance).abs() < 5.0 * 1.5 * assured.error);
    // Straight back towards the start there is less chance.
    let mut shorter = found.clone();
    for &id in LeverId::ALL {
        let (start, end) = (plan.lever_mean(&LANZHOU, id), found.lever_mean(&LANZHOU, id));
        shorter.set_lever(&LANZHOU, id, end + 0.1 * (start - end)).unwrap();
    }
    assert!(bands(&shorter, 99).all < bands(found, 99).all);
}

#[test]
fn what_is_sure_enough_stays() {
    let observations = Observations::default();
    let mut scenario = preset(PresetId::Accelerated);
    scenario.set_lever_years(&LANZHOU, LeverId::GovRdGrowth, &[20.0, 21.0, 20.0, 20.0, 20.0]).unwrap();
    let goal = Goal { plan: &LANZHOU, targets: Targets::of([IndicatorId::I1]), observations: &observations };
    let assured = finish(goal, &scenario, &Freedom::new(&LANZHOU), 0.8);
    assert!(assured.reached);
    assert_eq!(assured.solution.scenario, scenario);
    let numbers = assured.to_numbers(&goal);
    assert_eq!(Assured::from_numbers(&goal, &scenario, &numbers), Some(assured));
}

#[test]
fn what_cannot_be_assured_is_said() {
    let observations = Observations::default();
    let trend = preset(PresetId::Trend);
    let goal = Goal { plan: &LANZHOU, targets: Targets::all(), observations: &observations };
    let freedom = Freedom::new(&LANZHOU).along(&LANZHOU, Way::Money);
    let assured = finish(goal, &trend, &freedom, 0.8);
    assert!(!assured.reached && assured.chance < 0.8);
}
