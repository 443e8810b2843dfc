//! The tornado: what is moved and how far, and why a swing is zero.

use proptest::prelude::*;
use tuiyan::analysis::sensitivity::{Idle, Input, Sensitivity};
use tuiyan::model::project;
use tuiyan::plan::{COEFFICIENTS, CoefficientId as C, IndicatorId, LANZHOU, LEVERS, LeverId, PresetId};

use crate::scenarios::{any_scenario, cases, preset};

/// Whether two values are the same but for the last bits, in which projections in lanes differ from single ones.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 + 1e-9 * b.abs()
}

#[test]
fn levers_move_by_a_tenth_of_their_range_and_coefficients_to_their_ends() {
    let trend = preset(PresetId::Trend);
    let sensitivity = Sensitivity::new(&LANZHOU, &trend);
    let swing = sensitivity.swing(Input::Lever(LeverId::GovRdGrowth), IndicatorId::I1);
    assert_eq!(swing.moved, [10.5, 19.5]);
    // Clipped at the end of the range.
    let swing = sensitivity.swing(Input::Lever(LeverId::TalentIntake), IndicatorId::I3);
    assert_eq!(swing.moved, [0.5, 2.5]);
    let swing = sensitivity.swing(Input::Lever(LeverId::ReformDividend), IndicatorId::I11);
    assert_eq!(swing.moved, [0.3 - 0.25, 0.55]);
    let swing = sensitivity.swing(Input::Coefficient(C::StaffElasticity), IndicatorId::I3);
    assert_eq!(swing.moved, [0.35, 0.9]);
    for (value, at) in swing.values.into_iter().zip(swing.moved) {
        let mut moved = trend.clone();
        moved.set_coefficient(&LANZHOU, C::StaffElasticity, at).unwrap();
        assert!(near(value, project(&LANZHOU, &moved).last(IndicatorId::I3)));
    }
}

#[test]
fn a_value_outside_low_and_high_widens_the_range() {
    let mut scenario = preset(PresetId::Trend);
    scenario.set_coefficient(&LANZHOU, C::StaffElasticity, 1.2).unwrap();
    let swing = Sensitivity::new(&LANZHOU, &scenario).swing(Input::Coefficient(C::StaffElasticity), IndicatorId::I3);
    assert_eq!(swing.moved, [0.35, 1.2]);
    assert!(near(swing.values[1], project(&LANZHOU, &scenario).last(IndicatorId::I3)));
}

/// What does nothing on the trend to indicators that it can move, and why.
const ON_THE_TREND: [(C, Idle); 8] = [
    (C::CrowdIn, Idle::GovernmentOnReference),
    (C::MatchAdditionality, Idle::MatchingOnReference),
    (C::UserCostElasticity, Idle::DeductionOnReference),
    (C::IndustrialShare, Idle::IndustryOnReference),
    (C::CoverageElasticity, Idle::CoverageOnReference),
    (C::SalesElasticity, Idle::RevenueOnReference),
    (C::RdCyclicality, Idle::GrowthOnReference),
    (C::ShortageDrag, Idle::PostsFilled),
];

#[test]
fn a_zero_says_why() {
    let trend = Sensitivity::new(&LANZHOU, &preset(PresetId::Trend));
    for (coefficient, idle) in ON_THE_TREND {
        let swing = trend.swing(Input::Coefficient(coefficient), IndicatorId::I11);
        assert_eq!((swing.width, swing.idle), (0.0, Some(idle)), "{}", coefficient.id());
    }
    let off = Sensitivity::new(&LANZHOU, &preset(PresetId::Headwinds));
    for coefficient in [C::CrowdIn, C::CoverageElasticity, C::RdCyclicality, C::ShortageDrag] {
        let swing = off.swing(Input::Coefficient(coefficient), IndicatorId::I11);
        assert!(swing.width > 0.0 && swing.idle.is_none(), "{}", coefficient.id());
    }
    // Work left undone costs no money, whatever the scenario.
    for sensitivity in [&trend, &off] {
        let swing = sensitivity.swing(Input::Coefficient(C::ShortageDrag), IndicatorId::I1);
        assert_eq!(swing.idle, Some(Idle::Unconnected));
        let swing = sensitivity.swing(Input::Lever(LeverId::ReformDividend), IndicatorId::I1);
        assert_eq!(swing.idle, Some(Idle::Unconnected));
    }
    // Every firm does R&D already.
    let mut full = preset(PresetId::Trend);
    full.set_fact(&LANZHOU, tuiyan::plan::FactId::Coverage2020, &[95.0]).unwrap();
    full.set_lever_years(&LANZHOU, LeverId::RdCoverageGain, &[15.0; 5]).unwrap();
    let swing = Sensitivity::new(&LANZHOU, &full).swing(Input::Lever(LeverId::RdCoverageGain), IndicatorId::I9);
    assert_eq!(swing.idle, Some(Idle::Held));
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn swings_are_sorted_and_every_zero_has_its_reason(scenario in any_scenario()) {
        let sensitivity = Sensitivity::new(&LANZHOU, &scenario);
        let numbers = sensitivity.to_numbers();
        prop_assert!(Sensitivity::from_numbers(&numbers).as_ref() == Some(&sensitivity));
        prop_assert_eq!(Sensitivity::from_numbers(&numbers[1..]), None);
        let own = project(&LANZHOU, &scenario);
        for &id in IndicatorId::ALL {
            prop_assert!(near(sensitivity.own(id), own.last(id)));
            let swings = sensitivity.swings(id);
            prop_assert_eq!(swings.len(), LEVERS + COEFFICIENTS);
            prop_assert!(swings.windows(2).all(|pair| pair[0].width >= pair[1].width));
            for swing in swings {
                prop_assert_eq!(swing.width == 0.0, swing.idle.is_some());
                // What is connected nowhere moves nothing anywhere.
                prop_assert!(swing.idle != Some(Idle::Unconnected) || swing.values == [sensitivity.own(id); 2]);
            }
        }
    }
}
