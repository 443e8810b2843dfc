//! What holds in every scenario, and that nothing else gets into one.

use proptest::prelude::*;
use tuiyan::model::{
    DigitalReading, Expected, Field, Gradient, Number, Problem, Projection, Quantity, Record, Refusal, Scenario,
    SideBySide, State, evaluate, project,
};
use tuiyan::plan::{CoefficientId, FactId, INDICATORS, IndicatorId, LANZHOU, LeverId, PresetId};

use crate::support::{any_scenario, assert_same, possible};

/// Random cases of their own each time, and no file left behind when one fails.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

fn any_lever() -> impl Strategy<Value = LeverId> {
    prop::sample::select(LeverId::ALL)
}

fn any_coefficient() -> impl Strategy<Value = CoefficientId> {
    prop::sample::select(CoefficientId::ALL)
}

/// Any number at all, those around the limits more often.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![3 => prop::num::f64::ANY, 3 => -200.0..200.0, 1 => Just(-0.0), 1 => Just(f64::INFINITY)]
}

fn bits(projection: &Projection) -> Vec<[u64; INDICATORS]> {
    (0..=projection.years())
        .map(|t| std::array::from_fn(|i| projection.value(IndicatorId::ALL[i], t).to_bits()))
        .collect()
}

fn changed(scenario: &Scenario, change: impl FnOnce(&mut Scenario)) -> Scenario {
    let mut scenario = scenario.clone();
    change(&mut scenario);
    scenario
}

fn preset(id: PresetId) -> Scenario {
    Scenario::preset(&LANZHOU, id)
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn values_are_finite_within_bounds_and_start_at_the_baseline(scenario in any_scenario()) {
        let projection = project(&LANZHOU, &scenario);
        for &id in IndicatorId::ALL {
            prop_assert_eq!(projection.value(id, 0).to_bits(), LANZHOU.indicator(id).baseline.to_bits());
            let (low, high) = possible(&scenario, id);
            for (t, value) in projection.path(id).enumerate() {
                prop_assert!(low <= value && value <= high, "{} is {} in {}", id.id(), value, 2020 + t);
            }
        }
    }

    #[test]
    fn the_gradient_carries_the_value(scenario in any_scenario(), first in any_lever(), second in any_coefficient()) {
        let mut inputs = scenario.inputs().map(Gradient::<2>::of);
        for value in &mut inputs.levers[first.index()] {
            *value = Gradient::variable(value.value, 0);
        }
        let value = scenario.coefficient(second);
        inputs.coefficients[second.index()] = Gradient::variable(value, 1);
        let expected = bits(&project(&LANZHOU, &scenario));
        let mut found = Vec::new();
        evaluate(&LANZHOU, &inputs, &mut Expected, |_, row| found.push(row.map(|value| value.value.to_bits())));
        prop_assert_eq!(found, expected);
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn a_projected_scenario_that_is_changed_is_projected_anew(
        scenario in any_scenario(), other in any_scenario(), lever in any_lever(), preset in prop::sample::select(PresetId::ALL),
    ) {
        let changes: [&dyn Fn(&Scenario) -> Scenario; 8] = [
            &|scenario| scenario.with_levers_of(&LANZHOU, preset),
            &|scenario| scenario.with_default_assumptions(&LANZHOU),
            &|scenario| changed(scenario, |it| it.set_lever(&LANZHOU, lever, other.lever(&LANZHOU, lever)[0]).unwrap()),
            &|scenario| changed(scenario, |it| it.set_lever_years(&LANZHOU, lever, other.lever(&LANZHOU, lever)).unwrap()),
            &|scenario| changed(scenario, |it| it.shift_lever(&LANZHOU, lever, &other, other.lever_mean(&LANZHOU, lever))),
            &|scenario| changed(scenario, |it| it.take_lever(&other, lever)),
            &|scenario| changed(scenario, |it| it.take_assumptions(&other)),
            &|scenario| changed(scenario, |it| {
                for &id in FactId::ALL {
                    it.set_fact(&LANZHOU, id, other.fact(id)).unwrap();
                }
            }),
        ];
        let projected = scenario.clone();
        project(&LANZHOU, &projected);
        for (i, change) in changes.iter().enumerate() {
            let [found, expected] = [&projected, &scenario].map(|scenario| bits(&project(&LANZHOU, &change(scenario))));
            prop_assert_eq!(found, expected, "change {}", i);
        }
    }

    #[test]
    fn lanes_are_single_projections(scenarios in prop::array::uniform4(any_scenario())) {
        let mut lanes = SideBySide::new(&LANZHOU);
        lanes.project(&LANZHOU, scenarios.each_ref());
        for (lane, scenario) in scenarios.iter().enumerate() {
            assert_same(&project(&LANZHOU, scenario), &lanes.projection(lane));
        }
    }
}

/// What a stock, flow or factor of the equations cannot leave.
fn possible_state(state: State) -> (f64, f64) {
    match state {
        State::Coverage | State::DigitalShare | State::StaffedVolume => (0.0, 1.0),
        // Posts above staff by 2020's vacancies.
        State::Staffing => (0.0, 1.1),
        // A difference and a logarithm.
        State::GrowthGap | State::ExcessGrowth => (-1e3, 1e3),
        _ => (0.0, 1e30),
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn states_stay_possible_and_the_record_carries_the_value(scenario in any_scenario()) {
        let record = Record::default();
        let inputs = scenario.inputs().map(|value| record.input(value));
        let mut found = Vec::new();
        evaluate(&LANZHOU, &inputs, &mut Expected, |_, row| found.push(row.map(|value| value.value.to_bits())));
        prop_assert_eq!(found, bits(&project(&LANZHOU, &scenario)));
        for node in record.nodes() {
            if let Some((Quantity::State(state), t)) = node.name {
                let (low, high) = possible_state(state);
                prop_assert!(low <= node.value && node.value <= high, "{:?} is {} at {}", state, node.value, t);
            }
        }
    }
}

/// Levers that move an indicator one way whatever the scenario: more of the lever, never less (or never more) of it.
const ALWAYS: [(LeverId, IndicatorId, f64); 9] = [
    (LeverId::HnteEntry, IndicatorId::I6, 1.0),
    (LeverId::HnteRenewal, IndicatorId::I6, 1.0),
    (LeverId::HightechPremium, IndicatorId::I7, 1.0),
    (LeverId::DigitalPremium, IndicatorId::I10, 1.0),
    (LeverId::IncubatorApplications, IndicatorId::I8, 1.0),
    (LeverId::PatentCultivation, IndicatorId::I4, 1.0),
    (LeverId::ReformDividend, IndicatorId::I11, 1.0),
    (LeverId::EmploymentGrowth, IndicatorId::I3, -1.0),
    (LeverId::PopulationGrowth, IndicatorId::I4, -1.0),
];

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn some_effects_have_one_sign_everywhere(
        scenario in any_scenario(),
        (lever, id, sign) in prop::sample::select(&ALWAYS[..]),
        part in 0.0..=1.0,
    ) {
        let plan = &LANZHOU;
        let mean = scenario.lever_mean(plan, lever);
        let mut more = scenario.clone();
        more.shift_lever(plan, lever, &scenario, mean + (plan.lever(lever).max - mean) * part);
        let (before, after) = (project(plan, &scenario), project(plan, &more));
        for (t, (before, after)) in before.path(id).zip(after.path(id)).enumerate() {
            // exp and ln are monotone but for their last bits.
            let slack = 1e-12 * (1.0 + before.abs());
            prop_assert!((after - before) * sign >= -slack, "{:?} takes {} from {} to {} at {}", lever, id.id(), before, after, t);
        }
    }

    #[test]
    fn contracts_follow_registration_towards_the_benchmark(scenario in any_scenario(), part in 0.0..=1.0) {
        let plan = &LANZHOU;
        let lever = LeverId::ContractRegistration;
        let mean = scenario.lever_mean(plan, lever);
        let mut more = scenario.clone();
        more.shift_lever(plan, lever, &scenario, mean + (plan.lever(lever).max - mean) * part);
        let start = 3.7 / (0.036 * scenario.fact(FactId::Gdp2020)[0]);
        let sign = if scenario.coefficient(CoefficientId::ContractBenchmark) >= start { 1.0 } else { -1.0 };
        let [before, after] = [&scenario, &more].map(|scenario| project(plan, scenario).last(IndicatorId::I5));
        prop_assert!((after - before) * sign >= -1e-12 * (1.0 + before));
    }

    #[test]
    fn a_shift_is_the_same_in_all_years_clipped_and_undone_from_the_same_base(
        scenario in any_scenario(),
        id in any_lever(),
        parts in prop::collection::vec(0.0..=1.0, 1..5),
    ) {
        let plan = &LANZHOU;
        let lever = plan.lever(id);
        let start = scenario.lever_mean(plan, id);
        let mut moved = scenario.clone();
        // A drag: always from the same base, so that what was clipped on the way comes back.
        for part in parts {
            let mean = lever.min + (lever.max - lever.min) * part;
            moved.shift_lever(plan, id, &scenario, mean);
            for (&from, &to) in scenario.lever(plan, id).iter().zip(moved.lever(plan, id)) {
                let expected = (from + (mean - start)).clamp(lever.min, lever.max);
                prop_assert!((to - expected).abs() <= 1e-12 * (1.0 + expected.abs()));
                prop_assert!((lever.min..=lever.max).contains(&to));
            }
        }
        moved.shift_lever(plan, id, &scenario, start);
        prop_assert_eq!(moved, scenario);
    }
}

#[test]
fn a_flat_lever_is_shifted_to_the_very_value() {
    let plan = &LANZHOU;
    for lever in &plan.levers {
        let from = preset(PresetId::Plan);
        for step in 0..=10 {
            let mean = (lever.min + (lever.max - lever.min) * f64::from(step) / 10.0).min(lever.max);
            let mut moved = from.clone();
            moved.shift_lever(plan, lever.id, &from, mean);
            assert_eq!(moved.lever(plan, lever.id), [mean; 5]);
        }
    }
}

#[test]
fn a_shift_beyond_the_range_stops_at_its_end_in_each_year() {
    let plan = &LANZHOU;
    let mut from = preset(PresetId::Trend);
    from.set_lever_years(plan, LeverId::HnteEntry, &[30.0, 25.0, 20.0, 15.0, 10.0]).unwrap();
    let mut moved = from.clone();
    moved.shift_lever(plan, LeverId::HnteEntry, &from, 28.0);
    assert_eq!(moved.lever(plan, LeverId::HnteEntry), [35.0, 33.0, 28.0, 23.0, 18.0]);
    moved.shift_lever(plan, LeverId::HnteEntry, &from, -100.0);
    assert_eq!(moved.lever(plan, LeverId::HnteEntry), [5.0; 5]);
    moved.shift_lever(plan, LeverId::HnteEntry, &from, f64::INFINITY);
    assert_eq!(moved.lever(plan, LeverId::HnteEntry), [35.0; 5]);
    moved.shift_lever(plan, LeverId::HnteEntry, &from, 20.0);
    assert_eq!(moved, from);
}

/// A slider hands in numbers, but nothing that a setter would refuse may get in this way either.
#[test]
fn a_shift_lets_in_no_nan_and_no_minus_zero() {
    let plan = &LANZHOU;
    let flat = preset(PresetId::Trend);
    let mut by_year = flat.clone();
    by_year.set_lever_years(plan, LeverId::GdpDeflator, &[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
    for from in [flat, by_year] {
        for mean in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0] {
            let mut moved = from.clone();
            moved.shift_lever(plan, LeverId::GdpDeflator, &from, mean);
            for value in moved.lever(plan, LeverId::GdpDeflator) {
                assert!((-3.0..=6.0).contains(value), "{mean} lets in {value}");
                assert!(*value != 0.0 || value.is_sign_positive(), "{mean} lets in {value}");
            }
        }
    }
}

/// What a setter must say to `value` within `low..=high`; `None` where it takes it.
fn problem(value: f64, (low, high): (f64, f64)) -> Option<Problem> {
    if !value.is_finite() {
        Some(Problem::NotANumber)
    } else if value < low {
        Some(Problem::Below(low))
    } else if value > high {
        Some(Problem::Above(high))
    } else {
        None
    }
}

/// Zero has one spelling.
fn plain(value: f64) -> u64 {
    if value == 0.0 { 0 } else { value.to_bits() }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_lever_takes_what_is_in_range(scenario in any_scenario(), id in any_lever(), value in any_number()) {
        let plan = &LANZHOU;
        let lever = plan.lever(id);
        let mut changed = scenario.clone();
        let result = changed.set_lever(plan, id, value);
        match problem(value, (lever.min, lever.max)) {
            Some(problem) => {
                prop_assert_eq!(result, Err(Refusal { field: Field::Lever(id, None), problem }));
                prop_assert_eq!(changed, scenario);
            }
            None => {
                prop_assert_eq!(result, Ok(()));
                for stored in changed.lever(plan, id) {
                    prop_assert_eq!(stored.to_bits(), plain(value));
                }
            }
        }
    }

    #[test]
    fn a_lever_by_year_takes_all_or_nothing(
        scenario in any_scenario(),
        id in any_lever(),
        parts in prop::collection::vec(0.0..=1.0, 5),
        at in 0usize..5,
        value in any_number(),
    ) {
        let plan = &LANZHOU;
        let lever = plan.lever(id);
        let mut years: Vec<f64> = parts;
        for part in &mut years {
            *part = (lever.min + (lever.max - lever.min) * *part).min(lever.max);
        }
        years[at] = value;
        let mut changed = scenario.clone();
        let result = changed.set_lever_years(plan, id, &years);
        match problem(value, (lever.min, lever.max)) {
            Some(problem) => {
                prop_assert_eq!(result, Err(Refusal { field: Field::Lever(id, Some(at)), problem }));
                prop_assert_eq!(changed, scenario);
            }
            None => {
                prop_assert_eq!(result, Ok(()));
                for (stored, value) in changed.lever(plan, id).iter().zip(years) {
                    prop_assert_eq!(stored.to_bits(), plain(value));
                }
            }
        }
    }

    #[test]
    fn a_coefficient_takes_what_is_within_its_limits(
        scenario in any_scenario(),
        id in any_coefficient(),
        value in any_number(),
    ) {
        let plan = &LANZHOU;
        let mut changed = scenario.clone();
        let result = changed.set_coefficient(plan, id, value);
        match problem(value, plan.coefficient(id).limits) {
            Some(problem) => {
                prop_assert_eq!(result, Err(Refusal { field: Field::Coefficient(id), problem }));
                prop_assert_eq!(changed, scenario);
            }
            None => {
                prop_assert_eq!(result, Ok(()));
                prop_assert_eq!(changed.coefficient(id).to_bits(), plain(value));
            }
        }
    }

    #[test]
    fn a_fact_takes_what_is_within_its_limits(
        scenario in any_scenario(),
        id in prop::sample::select(FactId::ALL).prop_filter("of one number", |id| *id != FactId::Cohorts),
        value in any_number(),
    ) {
        let plan = &LANZHOU;
        let mut changed = scenario.clone();
        let result = changed.set_fact(plan, id, &[value]);
        match problem(value, plan.fact(id).limits) {
            Some(problem) => {
                prop_assert_eq!(result, Err(Refusal { field: Field::Fact(id, None), problem }));
                prop_assert_eq!(changed, scenario);
            }
            None => {
                prop_assert_eq!(result, Ok(()));
                prop_assert_eq!(changed.fact(id)[0].to_bits(), plain(value));
            }
        }
    }
}

#[test]
fn every_limit_itself_is_taken_and_the_next_number_is_not() {
    let plan = &LANZHOU;
    let base = preset(PresetId::Plan);
    let mut scenario = base.clone();
    for lever in &plan.levers {
        let id = lever.id;
        for (value, problem) in
            [(lever.min.next_down(), Problem::Below(lever.min)), (lever.max.next_up(), Problem::Above(lever.max))]
        {
            let refusal = scenario.set_lever(plan, id, value).unwrap_err();
            assert_eq!(refusal, Refusal { field: Field::Lever(id, None), problem });
        }
    }
    for coefficient in &plan.coefficients {
        let (id, (low, high)) = (coefficient.id, coefficient.limits);
        for (value, problem) in [(low.next_down(), Problem::Below(low)), (high.next_up(), Problem::Above(high))] {
            let refusal = scenario.set_coefficient(plan, id, value).unwrap_err();
            assert_eq!(refusal, Refusal { field: Field::Coefficient(id), problem });
        }
    }
    assert_eq!(scenario, base);
    for lever in &plan.levers {
        for value in [lever.min, lever.max] {
            scenario.set_lever(plan, lever.id, value).unwrap();
            assert_eq!(scenario.lever(plan, lever.id), [value; 5]);
        }
    }
    for coefficient in &plan.coefficients {
        for value in [coefficient.limits.0, coefficient.limits.1] {
            scenario.set_coefficient(plan, coefficient.id, value).unwrap();
            assert_eq!(scenario.coefficient(coefficient.id), value);
        }
    }
}

#[test]
fn a_wrong_number_of_numbers_is_refused() {
    let plan = &LANZHOU;
    let base = preset(PresetId::Trend);
    let mut scenario = base.clone();
    for found in [0, 1, 4, 6, 10, 11, 1000] {
        let refusal = scenario.set_lever_years(plan, LeverId::HnteEntry, &vec![20.0; found]).unwrap_err();
        let problem = Problem::Count { expected: 5, found };
        assert_eq!(refusal, Refusal { field: Field::Lever(LeverId::HnteEntry, None), problem });
    }
    for fact in &plan.facts {
        for found in [0, 2, 4, 1000] {
            let refusal = scenario.set_fact(plan, fact.id, &vec![25.0; found]).unwrap_err();
            let problem = Problem::Count { expected: fact.values.len(), found };
            assert_eq!(refusal, Refusal { field: Field::Fact(fact.id, None), problem });
        }
    }
    assert_eq!(scenario, base);
}

#[test]
fn cohorts_are_whole_and_sum_to_the_baseline() {
    let plan = &LANZHOU;
    let base = preset(PresetId::Trend);
    let refused = |values: [f64; 3]| {
        let mut scenario = base.clone();
        let refusal = scenario.set_fact(plan, FactId::Cohorts, &values).unwrap_err();
        assert_eq!(scenario, base, "{values:?}");
        (refusal.field, refusal.problem)
    };
    let whole = Field::Fact(FactId::Cohorts, None);
    let at = |i| Field::Fact(FactId::Cohorts, Some(i));
    assert_eq!(refused([20.0, 25.0, 31.0]), (whole, Problem::Sum { expected: 75.0, found: 76.0 }));
    assert_eq!(refused([0.0, 0.0, 0.0]), (whole, Problem::Sum { expected: 75.0, found: 0.0 }));
    assert_eq!(refused([20.5, 25.0, 29.5]), (at(0), Problem::NotWhole));
    assert_eq!(refused([20.0, 25.5, 29.5]), (at(1), Problem::NotWhole));
    assert_eq!(refused([-1.0, 45.0, 31.0]), (at(0), Problem::Below(0.0)));
    assert_eq!(refused([0.0, -5.0, 80.0]), (at(1), Problem::Below(0.0)));
    assert_eq!(refused([0.0, 0.0, 76.0]), (at(2), Problem::Above(75.0)));
    assert_eq!(refused([20.0, f64::NAN, 30.0]), (at(1), Problem::NotANumber));

    let mut scenario = base.clone();
    scenario.set_fact(plan, FactId::Cohorts, &[-0.0, 0.0, 75.0]).unwrap();
    assert_eq!(
        scenario.fact(FactId::Cohorts).iter().map(|value| value.to_bits()).collect::<Vec<_>>(),
        [0, 0, 75f64.to_bits()]
    );
}

#[test]
fn a_plain_value_and_five_equal_years_are_the_same_scenario() {
    let plan = &LANZHOU;
    let (mut flat, mut by_year) = (preset(PresetId::Trend), preset(PresetId::Trend));
    flat.set_lever(plan, LeverId::TalentIntake, 2.5).unwrap();
    by_year.set_lever_years(plan, LeverId::TalentIntake, &[2.0, 2.5, 3.0, 3.5, 4.0]).unwrap();
    assert_ne!(by_year, flat);
    by_year.set_lever_years(plan, LeverId::TalentIntake, &[2.5; 5]).unwrap();
    assert_eq!(by_year, flat);
}

#[test]
fn the_reading_moves_no_value_of_the_model() {
    for id in PresetId::ALL {
        let points = preset(*id);
        let mut ratio = points.clone();
        ratio.set_reading(DigitalReading::Ratio);
        assert_eq!(project(&LANZHOU, &ratio), project(&LANZHOU, &points));
    }
}
