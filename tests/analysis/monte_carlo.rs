//! Draws: against an independent implementation's, against theory, and against themselves in another order.

use proptest::prelude::*;
use serde_json::Value;
use tuiyan::analysis::monte_carlo::{
    Bands, Correlations, Distribution, Draws, Event, PERCENTILES, Paths, Sample, Singles, Source,
};
use tuiyan::model::{Expected, Number, Observations, Scenario, evaluate, project};
use tuiyan::plan::{CoefficientId, Direction, FactId, IndicatorId, LANZHOU, LeverId, PresetId};

use crate::support::{any_scenario, golden};

const PLAN: &tuiyan::plan::Plan = &LANZHOU;

fn draw(scenario: &Scenario, seed: u64, draws: usize) -> Sample {
    let mut sample = Sample::with_capacity(PLAN, draws);
    Draws::new(PLAN, scenario, seed).run(0..draws as u64, &mut sample);
    sample
}

fn bands(scenario: &Scenario, sample: &Sample) -> Bands {
    Bands::new(PLAN, scenario, &Observations::default(), sample)
}

fn distribution(scenario: &Scenario, sample: &Sample, id: IndicatorId) -> Distribution {
    Distribution::new(PLAN, scenario, &Observations::default(), sample, id)
}

fn is_count(id: IndicatorId) -> bool {
    matches!(id, IndicatorId::I4 | IndicatorId::I6 | IndicatorId::I8 | IndicatorId::I9)
}

/// Whether shares of two samples differ by no more than five standard errors of their difference.
fn agree(share: f64, draws: usize, expected: f64, expected_draws: usize) -> bool {
    let p = expected.clamp(1.0 / expected_draws as f64, 1.0 - 1.0 / expected_draws as f64);
    let variance = p * (1.0 - p) * (1.0 / draws as f64 + 1.0 / expected_draws as f64);
    (share - expected).abs() <= 5.0 * variance.sqrt()
}

fn check_golden(preset: PresetId, golden: &Value, draws: usize) {
    let scenario = Scenario::preset(PLAN, preset);
    let sample = draw(&scenario, 2021, draws);
    let bands = bands(&scenario, &sample);
    let golden_draws = golden["draws"].as_u64().unwrap() as usize;
    let all = golden["all_targets"].as_f64().unwrap();
    assert!(agree(bands.all, draws, all, golden_draws), "{preset:?}: all {}, expected {all}", bands.all);
    for &id in IndicatorId::ALL {
        let expected = &golden["indicators"][id.id()];
        let chance = expected["probability_of_target"].as_f64().unwrap();
        let found = bands.chance(id);
        assert!(agree(found, draws, chance, golden_draws), "{preset:?} {}: chance {found}, not {chance}", id.id());
        let mut population = 46.5;
        for t in 1..=PLAN.years {
            population *= 1.0 + scenario.lever(PLAN, LeverId::PopulationGrowth)[t - 1] / 100.0;
            for (i, name) in ["p05", "p25", "p50", "p75", "p95"].into_iter().enumerate() {
                let value = expected["by_year"][(2020 + t).to_string()][name].as_f64().unwrap();
                let found = bands.percentiles(id, t)[i];
                let good = if is_count(id) {
                    let step = if id == IndicatorId::I4 { 1.0 / population } else { 1.0 };
                    (found - value).abs() < step * 1.001
                } else {
                    let below = sample.values(id, t).iter().filter(|&&drawn| f64::from(drawn) <= value).count();
                    agree(below as f64 / draws as f64, draws, PERCENTILES[i], golden_draws)
                };
                assert!(good, "{preset:?} {} in {}: {name} is {found}, not {value}", id.id(), 2020 + t);
            }
        }
    }
}

#[test]
fn golden_percentiles_and_chances() {
    let golden = golden();
    // Without optimization draws are slow; the tolerance follows their number.
    let draws = if cfg!(debug_assertions) { 20_000 } else { 200_000 };
    check_golden(PresetId::Trend, &golden["monte_carlo"]["trend"], draws);
    check_golden(PresetId::Plan, &golden["monte_carlo"]["plan"], draws);
}

#[test]
fn a_split_run_comes_to_the_same_bits() {
    let scenario = Scenario::preset(PLAN, PresetId::Plan);
    let whole = draw(&scenario, 7, 1_000);
    let parts = [600..1_000, 0..13, 13..600].map(|range| {
        let mut part = Sample::with_capacity(PLAN, 0);
        Draws::new(PLAN, &scenario, 7).run(range, &mut part);
        part
    });
    let mut merged = Sample::with_capacity(PLAN, 1_000);
    merged.append(&parts[0]);
    assert!(merged.append_numbers(&parts[1].to_numbers()));
    merged.append(&parts[2]);
    assert_eq!(merged.draws(), 1_000);
    assert!(!merged.append_numbers(&[0.0; 54]));

    for &id in IndicatorId::ALL {
        assert_eq!(merged.values(id, 3)[400..413], whole.values(id, 3)[..13], "{}", id.id());
    }
    let (whole, merged) = (bands(&scenario, &whole).to_numbers(), bands(&scenario, &merged).to_numbers());
    let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&whole), bits(&merged));
}

#[test]
fn a_seed_repeats_its_draws_and_no_others() {
    let scenario = Scenario::preset(PLAN, PresetId::Plan);
    assert_eq!(draw(&scenario, 1, 300), draw(&scenario, 1, 300));
    let (a, b) = (draw(&scenario, 1, 300), draw(&scenario, 1 << 40, 300));
    let equal = a.values(IndicatorId::I1, 5).iter().zip(b.values(IndicatorId::I1, 5)).filter(|(a, b)| a == b).count();
    assert_eq!(equal, 0);

    // Another scenario and back again: what is kept between them changes nothing.
    let mut draws = Draws::new(PLAN, &scenario, 1);
    let mut other = scenario.clone();
    other.set_coefficient(PLAN, CoefficientId::CrowdIn, 1.5).unwrap();
    draws.set_scenario(&other);
    let mut sample = Sample::with_capacity(PLAN, 300);
    draws.run(0..300, &mut sample);
    assert_eq!(sample, draw(&other, 1, 300));
    draws.set_scenario(&scenario);
    sample.clear();
    draws.run(0..300, &mut sample);
    assert_eq!(sample, a);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn single_precision_has_the_values_of_double(scenario in any_scenario()) {
        let expected = project(PLAN, &scenario);
        let inputs = scenario.inputs().map(Singles::of);
        evaluate(PLAN, &inputs, &mut Expected, |t, row| {
            for &id in IndicatorId::ALL {
                let exact = expected.value(id, t);
                for value in row[id.index()].to_array() {
                    // Of a share or a change of one, the points count.
                    let indicator = PLAN.indicator(id);
                    let scale = if indicator.signed { 1.0 } else { exact.abs().max(indicator.baseline) };
                    assert!(
                        (f64::from(value) - exact).abs() <= 1e-3 * scale,
                        "{} at {t}: {value}, not {exact}",
                        id.id()
                    );
                }
            }
        });
    }

    #[test]
    fn draws_stay_within_what_is_possible(scenario in any_scenario()) {
        let sample = draw(&scenario, 3, 64);
        let ceiling = |lever| scenario.lever(PLAN, lever).iter().map(|&mean| (mean + 8.0 * mean.sqrt() + 12.0).floor()).sum::<f64>();
        for t in 1..=PLAN.years {
            for &id in IndicatorId::ALL {
                let (low, high) = match id {
                    IndicatorId::I7 | IndicatorId::I11 => (0.0, 100.0),
                    IndicatorId::I8 => (0.0, 3.0 + ceiling(LeverId::IncubatorApplications)),
                    IndicatorId::I9 => (2.0, 2.0 + ceiling(LeverId::CentreApplications)),
                    IndicatorId::I10 => (-100.0, 100.0),
                    _ => (0.0, f64::INFINITY),
                };
                for &value in sample.values(id, t) {
                    prop_assert!(f64::from(value) >= low && f64::from(value) <= high, "{} at {t}: {value}", id.id());
                    if matches!(id, IndicatorId::I6 | IndicatorId::I8 | IndicatorId::I9) {
                        prop_assert_eq!(value.fract(), 0.0);
                    }
                }
            }
        }
        let bands = bands(&scenario, &sample);
        for &id in IndicatorId::ALL {
            for t in 1..=PLAN.years {
                prop_assert!(bands.percentiles(id, t).is_sorted());
            }
            prop_assert!((0.0..=1.0).contains(&bands.chance(id)) && bands.all <= bands.chance(id));
            prop_assert!(distribution(&scenario, &sample, id).dots().is_sorted());
        }
        prop_assert!(bands.all <= bands.binding);
    }
}

#[test]
fn patents_are_whole() {
    let scenario = Scenario::preset(PLAN, PresetId::Plan);
    let sample = draw(&scenario, 5, 500);
    let mut population = scenario.fact(FactId::Population2020)[0];
    for t in 1..=PLAN.years {
        population *= 1.0 + scenario.lever(PLAN, LeverId::PopulationGrowth)[t - 1] / 100.0;
        for &value in sample.values(IndicatorId::I4, t) {
            let patents = f64::from(value) * population;
            assert!((patents - patents.round()).abs() < 1e-4, "{patents} patents");
        }
    }
}

#[test]
fn the_middle_of_the_draws_is_near_the_expected_value() {
    let scenario = Scenario::preset(PLAN, PresetId::Plan);
    let expected = project(PLAN, &scenario);
    let bands = bands(&scenario, &draw(&scenario, 9, 4_000));
    for &id in IndicatorId::ALL {
        for t in 1..=PLAN.years {
            let [.., p25, p50, p75, _] = *bands.percentiles(id, t);
            let value = expected.value(id, t);
            let slack = if is_count(id) { 1.0 } else { p75 - p25 };
            assert!((p50 - value).abs() <= slack, "{} at {t}: median {p50}, expected {value}", id.id());
        }
    }
}

#[test]
fn every_target_counts_in_its_own_way() {
    let mut plan = LANZHOU.clone();
    let set = |plan: &mut tuiyan::plan::Plan, id: IndicatorId, target| plan.indicators[id.index()].target = target;
    // Out of reach, surely reached, and lower is better.
    set(&mut plan, IndicatorId::I1, 1e6);
    set(&mut plan, IndicatorId::I3, 16.76);
    set(&mut plan, IndicatorId::I11, 50.0);
    let scenario = Scenario::preset(&plan, PresetId::Plan);
    let mut sample = Sample::with_capacity(&plan, 2_000);
    Draws::new(&plan, &scenario, 4).run(0..2_000, &mut sample);
    let bands = Bands::new(&plan, &scenario, &Observations::default(), &sample);
    assert_eq!(bands.chance(IndicatorId::I1), 0.0);
    assert_eq!(bands.all, 0.0);
    assert!(bands.chance(IndicatorId::I3) > 0.99);
    assert!(bands.chance(IndicatorId::I11) < 0.01);
    assert_eq!(bands.binding, bands.chance(IndicatorId::I6));
    assert!(bands.binding > 0.1 && bands.binding < 0.99);

    // A count on the target meets it.
    let on_or_above = sample.values(IndicatorId::I6, 5).iter().filter(|&&count| count >= 150.0).count();
    assert_eq!(bands.binding, on_or_above as f64 / 2_000.0);
    let distribution = distribution(&scenario, &sample, IndicatorId::I6);
    assert!((distribution.chance(150.0, Direction::Higher) - bands.binding).abs() <= 1.5e-3);
    let both = distribution.chance(150.0, Direction::Higher) + distribution.chance(150.0, Direction::Lower);
    let equal = sample.values(IndicatorId::I6, 5).iter().filter(|&&count| count == 150.0).count();
    assert!((both - 1.0 - equal as f64 / 2_000.0).abs() <= 3e-3);
}

#[test]
fn a_distribution_answers_both_ways() {
    let scenario = Scenario::preset(PLAN, PresetId::Plan);
    let sample = draw(&scenario, 11, 10_000);
    let bands = bands(&scenario, &sample);
    for id in [IndicatorId::I1, IndicatorId::I5, IndicatorId::I10] {
        let distribution = distribution(&scenario, &sample, id);
        for chance in [0.1, 0.5, 0.8] {
            let threshold = distribution.threshold(chance, Direction::Higher);
            assert!((distribution.chance(threshold, Direction::Higher) - chance).abs() < 2e-3);
            let met = sample.values(id, 5).iter().filter(|&&value| f64::from(value) >= threshold).count();
            assert!((met as f64 / 10_000.0 - chance).abs() < 2e-3);
        }
        let target = PLAN.indicator(id).target;
        assert!((distribution.chance(target, Direction::Higher) - bands.chance(id)).abs() < 2e-3);
        assert_eq!(distribution.chance(1e9, Direction::Higher), 0.0);
        assert_eq!(distribution.chance(-1e9, Direction::Higher), 1.0);
        assert_eq!(distribution.quantile(0.5), bands.percentiles(id, 5)[2]);
    }
}

#[test]
fn the_other_reading_of_the_digital_share_has_its_own_target() {
    let mut scenario = Scenario::preset(PLAN, PresetId::Headwinds);
    let sample = draw(&scenario, 6, 1_000);
    let points = bands(&scenario, &sample).chance(IndicatorId::I10);
    scenario.set_reading(tuiyan::model::DigitalReading::Ratio);
    let ratio = bands(&scenario, &sample).chance(IndicatorId::I10);
    let above = sample.values(IndicatorId::I10, 5).iter().filter(|&&value| value >= 0.1).count();
    assert_eq!(ratio, above as f64 / 1_000.0);
    assert!(points < 0.05 && ratio > points + 0.2, "{points} and {ratio}");
}

#[test]
fn observations_move_draws_as_they_move_the_path() {
    let scenario = Scenario::preset(PLAN, PresetId::Plan);
    let sample = draw(&scenario, 8, 1_000);
    let plain = bands(&scenario, &sample);
    let projection = project(PLAN, &scenario);
    let mut observations = Observations::default();
    assert!(observations.set(IndicatorId::I5, 2, Some(6.0)));
    assert!(observations.set(IndicatorId::I10, 2, Some(1.5)));
    assert!(observations.set(IndicatorId::I11, 5, Some(70.0)));
    let moved = Bands::new(PLAN, &scenario, &observations, &sample);

    assert_eq!(moved.percentiles(IndicatorId::I5, 1), plain.percentiles(IndicatorId::I5, 1));
    assert_eq!(*moved.percentiles(IndicatorId::I5, 2), [6.0; 5]);
    let factor = 6.0 / projection.value(IndicatorId::I5, 2);
    let difference = 1.5 - projection.value(IndicatorId::I10, 2);
    for i in 0..PERCENTILES.len() {
        let (before, after) = (plain.percentiles(IndicatorId::I5, 5)[i], moved.percentiles(IndicatorId::I5, 5)[i]);
        assert!((after / before / factor - 1.0).abs() < 1e-6);
        let (before, after) = (plain.percentiles(IndicatorId::I10, 4)[i], moved.percentiles(IndicatorId::I10, 4)[i]);
        assert!((after - before - difference).abs() < 1e-6);
    }
    let observed = Distribution::new(PLAN, &scenario, &observations, &sample, IndicatorId::I11);
    assert_eq!(observed.dots(), [70.0; 50]);
    assert_eq!(moved.chance(IndicatorId::I11), 1.0);
    assert_eq!(moved.chance(IndicatorId::I1), plain.chance(IndicatorId::I1));
}

#[test]
fn a_million_draws_fit_in_memory() {
    let draws = 1_000_000;
    let numbers = draws * PLAN.years * IndicatorId::ALL.len();
    // The draws themselves, and for one column at a time the bins, the members of all bins and the targets met.
    let bytes = numbers * size_of::<f32>() + draws * (size_of::<u16>() + size_of::<f32>() + size_of::<u16>());
    assert!(bytes <= 300_000_000, "{bytes} bytes");
    // A sample with room for its draws never moves.
    let scenario = Scenario::preset(PLAN, PresetId::Plan);
    let mut sample = Sample::with_capacity(PLAN, 41);
    let start = sample.values(IndicatorId::I1, 1).as_ptr();
    Draws::new(PLAN, &scenario, 0).run(0..41, &mut sample);
    assert_eq!(sample.values(IndicatorId::I1, 1).as_ptr(), start);
}

#[test]
fn bands_survive_being_sent() {
    let scenario = Scenario::preset(PLAN, PresetId::Trend);
    let sample = draw(&scenario, 2, 200);
    let bands = bands(&scenario, &sample);
    let numbers = bands.to_numbers();
    assert_eq!(Bands::from_numbers(PLAN, &numbers), Some(bands));
    assert_eq!(Bands::from_numbers(PLAN, &numbers[1..]), None);
    assert_eq!(Bands::from_numbers(PLAN, &[]), None);
    let distribution = distribution(&scenario, &sample, IndicatorId::I2);
    let numbers = distribution.to_numbers();
    assert_eq!(Distribution::from_numbers(&numbers[1..]), None);
    assert_eq!(Distribution::from_numbers(&numbers), Some(distribution));
}

#[test]
fn paths_are_single_draws() {
    let scenario = Scenario::preset(PLAN, PresetId::Trend);
    let sample = draw(&scenario, 2, 50);
    let mut observations = Observations::default();
    assert!(observations.set(IndicatorId::I8, 3, Some(9.0)));
    let paths = Paths::new(PLAN, &scenario, &observations, &sample, 20);
    assert_eq!(paths.count(), 20);
    for i in 0..20 {
        let i6: Vec<f64> = paths.path(i, IndicatorId::I6).collect();
        assert_eq!(i6.len(), 6);
        assert_eq!(i6[0], 75.0);
        assert_eq!(i6[4], f64::from(sample.values(IndicatorId::I6, 4)[i]));
        assert_eq!(paths.path(i, IndicatorId::I8).nth(3), Some(9.0));
    }
    let numbers = paths.to_numbers();
    assert_eq!(Paths::from_numbers(PLAN, &numbers), Some(paths));
    assert_eq!(Paths::from_numbers(PLAN, &numbers[3..]), None);
    assert_eq!(Paths::new(PLAN, &scenario, &observations, &sample, 99).count(), 50);
}

#[test]
fn no_draws_say_nothing() {
    let scenario = Scenario::preset(PLAN, PresetId::Trend);
    let bands = bands(&scenario, &Sample::with_capacity(PLAN, 0));
    assert_eq!(bands.draws, 0);
    assert!(bands.all.is_nan() && bands.percentiles(IndicatorId::I1, 1)[0].is_nan());
}

#[test]
fn rank_correlations_find_what_matters() {
    let mut scenario = Scenario::preset(PLAN, PresetId::Plan);
    let correlations = Draws::new(PLAN, &scenario, 12).rank_correlations(3_000);
    let of = |source, id| correlations.get(source, id);
    use IndicatorId::*;
    assert!(of(Source::Event(Event::Contribution), I11) > 0.2);
    assert!(of(Source::Event(Event::Contracts), I5) > 0.4);
    assert!(of(Source::Event(Event::Hightech), I7) > 0.6);
    assert!(of(Source::Event(Event::Digital), I10) > 0.2);
    assert!(of(Source::Event(Event::Revenue), I2) < -0.4);
    assert!(of(Source::Event(Event::EnterpriseRd), I1) > 0.3);
    assert!(of(Source::Event(Event::GdpGrowth), I1) < -0.05);
    assert!(of(Source::Event(Event::HnteCertified), I6) > 0.4);
    assert!(of(Source::Event(Event::HnteRenewed), I6) > 0.15);
    assert!(of(Source::Event(Event::PatentsGranted), I4) > 0.3);
    assert!(of(Source::Event(Event::PatentsLapsed), I4) < -0.2);
    assert!(of(Source::Event(Event::IncubatorsGained), I8) > 0.5);
    assert!(of(Source::Event(Event::IncubatorsLost), I8) < -0.1);
    assert!(of(Source::Event(Event::CentresGained), I9) > 0.5);
    assert!(of(Source::Coefficient(CoefficientId::TfpRdElasticity), I11) > 0.2);
    assert!(of(Source::Coefficient(CoefficientId::ContractBenchmark), I5) > 0.3);
    // What has no way to an indicator is within noise.
    assert!(of(Source::Event(Event::Contribution), I1).abs() < 0.1);
    assert_eq!(Correlations::from_numbers(&correlations.to_numbers()).as_ref(), Some(&correlations));

    // A constant correlates with nothing.
    let mut plan = LANZHOU.clone();
    let coefficient = &mut plan.coefficients[CoefficientId::ContractBenchmark.index()];
    (coefficient.low, coefficient.high) = (coefficient.mode, coefficient.mode);
    scenario = Scenario::preset(&plan, PresetId::Plan);
    let correlations = Draws::new(&plan, &scenario, 12).rank_correlations(500);
    assert!(
        IndicatorId::ALL
            .iter()
            .all(|&id| correlations.get(Source::Coefficient(CoefficientId::ContractBenchmark), id) == 0.0)
    );
}
