//! Owen values: golden parts, sums, symmetry, null players; and the split of assumptions from policy.

use proptest::prelude::*;
use tuiyan::analysis::attribution::{Attribution, Player};
use tuiyan::analysis::split::Split;
use tuiyan::model::{Scenario, project};
use tuiyan::plan::{CoefficientId, GroupId, IndicatorId, LANZHOU, LeverId, PresetId};

use crate::scenarios::{any_scenario, cases, preset};
use crate::support::golden;

const YEARS: std::ops::RangeInclusive<usize> = 1..=5;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

#[test]
fn parts_are_the_golden_ones() {
    let golden = golden();
    let cases = golden["attribution"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let scenario = |key: &str| preset(PresetId::parse(case[key].as_str().unwrap()).unwrap());
        let attribution = Attribution::new(&LANZHOU, &scenario("scenario"), &scenario("reference"));
        for &id in IndicatorId::ALL {
            let parts = case["parts_2025"][id.id()].as_object().unwrap();
            assert_eq!(attribution.players().count(), parts.len());
            for (lever, part) in parts {
                let player = Player::Lever(LeverId::parse(lever).unwrap());
                let (value, expected) = (attribution.part(player, id, 5), part.as_f64().unwrap());
                assert!(close(value, expected), "{lever} on {}: {value}, expected {expected}", id.id());
            }
        }
    }
}

/// Shapley values of the groups and the assumptions, from their definition over orders.
fn shapley(scenario: &Scenario, reference: &Scenario, id: IndicatorId) -> Vec<f64> {
    let count = GroupId::ALL.len() + 1;
    let value = |passed: usize| {
        let mut mixed = reference.clone();
        for lever in LANZHOU.levers.iter().filter(|lever| passed & (1 << lever.group.index()) != 0) {
            mixed.take_lever(scenario, lever.id);
        }
        if passed & (1 << GroupId::ALL.len()) != 0 {
            mixed.take_assumptions(scenario);
        }
        project(&LANZHOU, &mixed).last(id)
    };
    let values: Vec<f64> = (0..1 << count).map(value).collect();
    let mut sums = vec![0.0; count];
    let mut orders = 0;
    let mut order: Vec<usize> = (0..count).collect();
    permute(&mut order, 0, &mut |order| {
        let mut passed = 0;
        for &union in order {
            sums[union] += values[passed | 1 << union] - values[passed];
            passed |= 1 << union;
        }
        orders += 1;
    });
    sums.iter().map(|sum| sum / f64::from(orders)).collect()
}

fn permute(order: &mut [usize], from: usize, visit: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        return visit(order);
    }
    for i in from..order.len() {
        order.swap(from, i);
        permute(order, from + 1, visit);
        order.swap(from, i);
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn parts_sum_to_the_difference(scenario in any_scenario(), reference in any_scenario()) {
        let attribution = Attribution::new(&LANZHOU, &scenario, &reference);
        let (own, other) = (project(&LANZHOU, &scenario), project(&LANZHOU, &reference));
        for &id in IndicatorId::ALL {
            for t in YEARS {
                let difference = own.value(id, t) - other.value(id, t);
                prop_assert!(close(attribution.total(id, t), difference), "{} {t}: {difference}", id.id());
                let parts: f64 = attribution.players().map(|player| attribution.part(player, id, t)).sum();
                prop_assert!(close(parts, difference));
            }
        }
    }

    #[test]
    fn a_group_has_its_shapley_value(scenario in any_scenario(), reference in any_scenario(), i in 0..11usize) {
        let id = IndicatorId::ALL[i];
        let attribution = Attribution::new(&LANZHOU, &scenario, &reference);
        let expected = shapley(&scenario, &reference, id);
        for &group in GroupId::ALL {
            let value = attribution.group(&LANZHOU, group, id, 5);
            prop_assert!(close(value, expected[group.index()]), "{group:?}: {value}, {expected:?}");
        }
        let assumptions = attribution.part(Player::Assumptions, id, 5);
        prop_assert!(close(assumptions, expected[GroupId::ALL.len()]));
    }

    #[test]
    fn the_other_way_round_the_parts_change_sign(scenario in any_scenario(), reference in any_scenario()) {
        let there = Attribution::new(&LANZHOU, &scenario, &reference);
        let back = Attribution::new(&LANZHOU, &reference, &scenario);
        for player in there.players() {
            for &id in IndicatorId::ALL {
                prop_assert!(close(there.part(player, id, 5), -back.part(player, id, 5)));
            }
        }
    }

    #[test]
    fn numbers_lead_back(scenario in any_scenario(), reference in any_scenario()) {
        let attribution = Attribution::new(&LANZHOU, &scenario, &reference);
        let numbers = attribution.to_numbers();
        prop_assert_eq!(Attribution::from_numbers(&numbers[..numbers.len() - 1]), None);
        prop_assert_eq!(Attribution::from_numbers(&numbers), Some(attribution));
    }

    #[test]
    fn assumptions_and_policy_share_the_difference(scenario in any_scenario(), reference in any_scenario()) {
        let split = Split::new(&LANZHOU, &scenario, &reference);
        let (own, other) = (project(&LANZHOU, &scenario), project(&LANZHOU, &reference));
        for &id in IndicatorId::ALL {
            for t in YEARS {
                let difference = own.value(id, t) - other.value(id, t);
                prop_assert!(close(split.assumptions(id, t) + split.policy(id, t), difference));
            }
        }
    }
}

#[test]
fn who_moves_nothing_has_no_part() {
    let reference = preset(PresetId::Trend);
    let mut scenario = preset(PresetId::Plan);
    scenario.set_lever(&LANZHOU, LeverId::EmploymentGrowth, 4.0).unwrap();
    let attribution = Attribution::new(&LANZHOU, &scenario, &reference);
    for t in YEARS {
        // Employment is the denominator of i3 alone.
        let part = |id| attribution.part(Player::Lever(LeverId::EmploymentGrowth), id, t);
        assert!(part(IndicatorId::I3) > 0.0);
        assert!(IndicatorId::ALL.iter().filter(|&&id| id != IndicatorId::I3).all(|&id| part(id) == 0.0));
        // Not a player at all.
        assert_eq!(attribution.part(Player::Assumptions, IndicatorId::I1, t), 0.0);
    }
}

#[test]
fn players_that_do_the_same_have_the_same_part() {
    let mut reference = preset(PresetId::Trend);
    reference.set_coefficient(&LANZHOU, CoefficientId::StructureDividend, 1.0).unwrap();
    for id in [CoefficientId::HnteHightech, CoefficientId::HnteDigital] {
        reference.set_coefficient(&LANZHOU, id, 0.0).unwrap();
    }
    // With odds of equal start and equal premium, the high-tech and the digital share do the same to i11.
    let share = LANZHOU.indicator(IndicatorId::I7).baseline;
    reference.set_coefficient(&LANZHOU, CoefficientId::DigitalShare2020, share).unwrap();
    reference.set_coefficient(&LANZHOU, CoefficientId::RdHightech, 0.0).unwrap();
    let mut scenario = reference.clone();
    for id in [LeverId::HightechPremium, LeverId::DigitalPremium] {
        scenario.set_lever(&LANZHOU, id, 8.0).unwrap();
    }
    scenario.set_lever(&LANZHOU, LeverId::ReformDividend, 1.0).unwrap();
    let attribution = Attribution::new(&LANZHOU, &scenario, &reference);
    let part = |id| attribution.part(Player::Lever(id), IndicatorId::I11, 5);
    assert!(part(LeverId::HightechPremium) > 0.1);
    assert!(close(part(LeverId::HightechPremium), part(LeverId::DigitalPremium)));
}

#[test]
fn the_leading_parts_come_first() {
    let attribution = Attribution::new(&LANZHOU, &preset(PresetId::Plan), &preset(PresetId::Trend));
    let leading = attribution.leading(IndicatorId::I1, 5);
    assert_eq!(leading[0].player, Player::Lever(LeverId::RdCoverageGain));
    assert!((leading[0].share.unwrap() - 0.667).abs() < 0.001, "{leading:?}");
    assert!(leading.windows(2).all(|pair| pair[0].value.abs() >= pair[1].value.abs()));
    // Contributions of both signs that all but cancel have no share worth telling.
    let equal = Attribution::new(&LANZHOU, &preset(PresetId::Plan), &preset(PresetId::Plan));
    assert!(equal.leading(IndicatorId::I1, 5).is_empty());
}

#[test]
fn the_split_gives_each_side_its_own() {
    let reference = preset(PresetId::Trend);
    let mut scenario = reference.clone();
    scenario.set_lever(&LANZHOU, LeverId::GovRdGrowth, 20.0).unwrap();
    let split = Split::new(&LANZHOU, &scenario, &reference);
    assert_eq!(split.assumptions(IndicatorId::I1, 5), 0.0);
    assert!(split.policy(IndicatorId::I1, 5) > 0.0);
    let mut scenario = reference.clone();
    scenario.set_lever(&LANZHOU, LeverId::GdpGrowth, 10.0).unwrap();
    let split = Split::new(&LANZHOU, &scenario, &reference);
    assert!(split.assumptions(IndicatorId::I1, 5) > 0.0, "context is no policy");
    assert_eq!(split.policy(IndicatorId::I1, 5), 0.0);
}
