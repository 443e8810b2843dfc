//! Passing zones against the model itself.

use proptest::prelude::*;
use tuiyan::analysis::zones::Zones;
use tuiyan::analysis::{Goal, Targets};
use tuiyan::model::{Observations, Scenario, project};
use tuiyan::plan::{IndicatorId, LANZHOU, LeverId, PresetId};

use crate::scenarios::{any_scenario, any_targets, cases, preset};

fn moved(scenario: &Scenario, id: LeverId, mean: f64) -> Scenario {
    let mut moved = scenario.clone();
    moved.shift_lever(&LANZHOU, id, scenario, mean);
    moved
}

#[test]
fn the_zone_of_a_monotone_target_starts_at_its_crossing() {
    let observations = Observations::default();
    let goal = Goal { plan: &LANZHOU, targets: Targets::of([IndicatorId::I1]), observations: &observations };
    let trend = preset(PresetId::Trend);
    let zones = Zones::new(&goal, &trend);
    let growth = LANZHOU.lever(LeverId::EnterpriseRdGrowth);
    let [(from, to)] = zones.of(LeverId::EnterpriseRdGrowth)[..] else { panic!("{zones:?}") };
    assert_eq!(to, growth.max);
    let value = |mean| project(&LANZHOU, &moved(&trend, growth.id, mean)).last(IndicatorId::I1);
    assert!(value(from) >= 4.0 && value(from - 0.001 * (growth.max - growth.min)) < 4.0);
    // R&D over GDP falls as GDP grows.
    let [(from, to)] = zones.of(LeverId::GdpGrowth)[..] else { panic!("{zones:?}") };
    assert!(from == 0.0 && to < 13.5);
    // Reform moves S&T contribution alone, and the trend's i1 is short.
    assert!(zones.of(LeverId::ReformDividend).is_empty());
}

#[test]
fn an_observed_target_year_leaves_nothing_to_move() {
    let mut observations = Observations::default();
    observations.set(IndicatorId::I1, 5, Some(4.1));
    let goal = Goal { plan: &LANZHOU, targets: Targets::of([IndicatorId::I1]), observations: &observations };
    let zones = Zones::new(&goal, &preset(PresetId::Headwinds));
    for lever in &LANZHOU.levers {
        assert_eq!(zones.of(lever.id)[..], [(lever.min, lever.max)]);
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn targets_hold_within_and_fail_without(
        scenario in any_scenario(),
        targets in any_targets(),
        parts in prop::collection::vec(0.0..=1.0, 4),
    ) {
        let observations = Observations::default();
        let goal = Goal { plan: &LANZHOU, targets, observations: &observations };
        let holds = |scenario: &Scenario| goal.holds(scenario, &project(&LANZHOU, scenario));
        let zones = Zones::new(&goal, &scenario);
        let numbers = zones.to_numbers();
        prop_assert!(Zones::from_numbers(&numbers).as_ref() == Some(&zones));
        prop_assert_eq!(Zones::from_numbers(&numbers[..numbers.len() - 1]), None);
        for lever in &LANZHOU.levers {
            let zone = zones.of(lever.id);
            let own = scenario.lever_mean(&LANZHOU, lever.id);
            let inside = |mean: f64| zone.iter().any(|&(from, to)| from <= mean && mean <= to);
            prop_assert_eq!(inside(own), holds(&scenario));
            for &(from, to) in zone {
                prop_assert!(holds(&moved(&scenario, lever.id, from)) && holds(&moved(&scenario, lever.id, to)));
            }
            // Elsewhere, up to the accuracy of a crossing.
            let accuracy = 0.001 * (lever.max - lever.min);
            for &part in &parts {
                let mean: f64 = lever.min + part * (lever.max - lever.min);
                let near = |end: f64| (mean - end).abs() <= accuracy;
                if !zone.iter().any(|&(from, to)| near(from) || near(to)) {
                    let expected = holds(&moved(&scenario, lever.id, mean));
                    prop_assert_eq!(inside(mean), expected, "{} at {}", lever.id.id(), mean);
                }
            }
        }
    }
}
