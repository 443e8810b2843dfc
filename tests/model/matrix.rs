//! The input matrix: every lever and coefficient at its ends, alone and all together. All values are finite and
//! within bounds, and move the way that the equations say.

use tuiyan::model::{Projection, Scenario, project};
use tuiyan::plan::{
    COEFFICIENTS, CoefficientId as C, FactId, INDICATORS, IndicatorId, LANZHOU, LEVERS, LeverId, PresetId,
};

use crate::support::possible;

/// How 2025 moves with a lever from its minimum over the trend to its maximum, all others at trend: up (+), down (−)
/// or not at all (0, to the last bit and in every year).
///
/// Derived from the equations. R&D money of any kind moves all eleven: it is in i1, i2 and i5 itself, wants staff (i3,
/// i9), builds the stock (i4, i7, i11) and draws firms into certification (i6, and through it i7, i8, i10). It also
/// leaves posts empty, which holds back enterprises (χ), but by far less than it adds. Firms move no money and no
/// staff, so levers of certification stop at i6, i7, i8, i10 and i11.
const LEVER_SIGNS: [(LeverId, &str); LEVERS] = [
    //                                      1 2 3 4 5 6 7 8 9 10 11
    (LeverId::GovRdGrowth, "+ + + + + + + + + + +"),
    (LeverId::EnterpriseRdGrowth, "+ + + + + + + + + + +"),
    (LeverId::MatchedShare, "+ + + + + + + + + + +"),
    (LeverId::SuperDeduction, "+ + + + + + + + + + +"),
    (LeverId::RdCoverageGain, "+ + + + + + + + + + +"),
    // Funded posts are paid for (i1, i5), and as they come filled, staffing rises with them (i2, i6).
    (LeverId::TalentIntake, "+ + + + + + + + + + +"),
    // Empty posts leave money unspent, so that leaving staff lower the money too.
    (LeverId::TalentAttrition, "- - - - - - - - - - -"),
    (LeverId::VacancyFill, "+ + + + + + + + + + +"),
    (LeverId::HnteEntry, "0 0 0 0 0 + + + 0 + +"),
    (LeverId::HnteRenewal, "0 0 0 0 0 + + + 0 + +"),
    (LeverId::HightechPremium, "0 0 0 0 0 0 + 0 0 0 +"),
    (LeverId::DigitalPremium, "0 0 0 0 0 0 0 0 0 + +"),
    (LeverId::IncubatorApplications, "0 0 0 0 0 + + + 0 + +"),
    // A new centre brings funded posts, and these act as above.
    (LeverId::CentreApplications, "+ + + + + + + + + + +"),
    (LeverId::ContractRegistration, "0 0 0 0 + 0 0 0 0 0 0"),
    (LeverId::PatentCultivation, "0 0 0 + 0 0 0 0 0 0 0"),
    (LeverId::ReformDividend, "0 0 0 0 0 0 0 0 0 0 +"),
    // R&D follows GDP only by ε < 1 while revenue follows in full: both ratios fall, all that rests on volume rises.
    (LeverId::GdpGrowth, "- - + + + + + + + + +"),
    // Money follows prices by ε only: more in yuan (i5), less in ratio and in volume.
    (LeverId::GdpDeflator, "- - - - + - - - - - -"),
    (LeverId::EmploymentGrowth, "0 0 - 0 0 0 0 0 0 0 0"),
    (LeverId::PopulationGrowth, "0 0 0 - 0 0 0 0 0 0 0"),
    // Industry's R&D follows its revenue by ν < 1: only the ratio to revenue falls.
    (LeverId::IndustrialRevenueGrowth, "+ - + + + + + + + + +"),
];

/// How 2025 moves with a coefficient from low over mode to high on the plan preset.
///
/// That preset spends above its reference on government money, matching and coverage, keeps staffing above 2020's,
/// outgrows the past and gains firms, incubators and centres: so every effect has its sign. GDP, revenue and the
/// super-deduction are at their reference, and no post is emptier than in 2020, so that η, ν, ε and ω do nothing.
const COEFFICIENT_SIGNS: [(C, &str); COEFFICIENTS] = [
    //                                   1 2 3 4 5 6 7 8 9 10 11
    // More money where coverage multiplies it; but less government money to match, over a larger enterprise base, so
    // industry's own growth is lower (i2, i6 and what firms move); the stock outweighs firms in i7.
    (C::EnterpriseShare, "+ - + + + - + - + - +"),
    (C::CrowdIn, "+ + + + + + + + + + +"),
    (C::MatchAdditionality, "+ + + + + + + + + + +"),
    (C::UserCostElasticity, "0 0 0 0 0 0 0 0 0 0 0"),
    // More money where coverage multiplies it; matching and crowding-in then go to industry by a smaller share.
    (C::IndustrialShare, "+ - + + + - + - + - +"),
    (C::CoverageElasticity, "+ + + + + + + + + + +"),
    (C::SalesElasticity, "0 0 0 0 0 0 0 0 0 0 0"),
    (C::StaffCostShare, "+ + + + + + + + + + +"),
    // 2020's stock is re-read: a smaller one grows faster on growth above the past's.
    (C::RdDepreciation, "0 0 0 + 0 0 + 0 0 0 +"),
    // The smaller stock of faster past growth grows more (i4), but less beyond that past (i7, i11).
    (C::PriorRdGrowth, "0 0 0 + 0 0 - 0 0 0 -"),
    (C::RdCyclicality, "0 0 0 0 0 0 0 0 0 0 0"),
    (C::ShortageDrag, "0 0 0 0 0 0 0 0 0 0 0"),
    // More staff wanted: more staff, fuller success of centres, more patents; and more empty posts, so less money.
    (C::StaffElasticity, "- - + + - - - - + - -"),
    (C::CentrePosts, "+ + + + + + + + + + +"),
    (C::PatentRdElasticity, "0 0 0 + 0 0 0 0 0 0 0"),
    (C::PatentStaffElasticity, "0 0 0 + 0 0 0 0 0 0 0"),
    // 2020's flow is re-read with it, and grows faster than the stock that lapses.
    (C::PatentLapse, "0 0 0 + 0 0 0 0 0 0 0"),
    (C::PriorPatentGrowth, "0 0 0 + 0 0 0 0 0 0 0"),
    (C::EntryRdElasticity, "0 0 0 0 0 + + + 0 + +"),
    (C::IncubatorHnte, "0 0 0 0 0 + + + 0 + +"),
    (C::HnteHightech, "0 0 0 0 0 0 + 0 0 0 +"),
    (C::RdHightech, "0 0 0 0 0 0 + 0 0 0 +"),
    (C::ContractBenchmark, "0 0 0 0 + 0 0 0 0 0 0"),
    (C::IncubatorSuccess, "0 0 0 0 0 + + + 0 + +"),
    (C::IncubatorLoss, "0 0 0 0 0 - - - 0 - -"),
    (C::CentreSuccess, "+ + + + + + + + + + +"),
    (C::PlatformBaseElasticity, "+ + + + + + + + + + +"),
    (C::DigitalShare2020, "0 0 0 0 0 0 0 0 0 + +"),
    (C::HnteDigital, "0 0 0 0 0 0 0 0 0 + +"),
    (C::TfpRdElasticity, "0 0 0 0 0 0 0 0 0 0 +"),
    (C::StructureDividend, "0 0 0 0 0 0 0 0 0 0 +"),
];

/// What no run leaves from the base year to 2025, levers within their range and coefficients within low–high. Runs at a
/// hard limit have [`possible`] only.
const BOUNDS: [(IndicatorId, f64, f64); INDICATORS] = [
    (IndicatorId::I1, 1.0, 12.0),
    (IndicatorId::I2, 0.45, 2.5),
    (IndicatorId::I3, 12.0, 40.0),
    (IndicatorId::I4, 0.9, 3.0),
    (IndicatorId::I5, 0.5, 140.0),
    (IndicatorId::I6, 25.0, 500.0),
    (IndicatorId::I7, 3.5, 30.0),
    // A third lost at most, and four applications a year with less than half approved.
    (IndicatorId::I8, 2.5, 11.0),
    // Never lost, and three applications a year.
    (IndicatorId::I9, 2.0, 8.0),
    (IndicatorId::I10, -1.6, 12.0),
    (IndicatorId::I11, 50.0, 91.0),
];

fn preset(id: PresetId) -> Scenario {
    Scenario::preset(&LANZHOU, id)
}

fn with_lever(base: &Scenario, id: LeverId, value: f64) -> Scenario {
    let mut scenario = base.clone();
    scenario.set_lever(&LANZHOU, id, value).unwrap();
    scenario
}

fn with_coefficient(base: &Scenario, id: C, value: f64) -> Scenario {
    let mut scenario = base.clone();
    scenario.set_coefficient(&LANZHOU, id, value).unwrap();
    scenario
}

/// One run of the matrix.
struct Run {
    /// What was changed.
    name: String,
    scenario: Scenario,
    /// At a hard limit, beyond what anyone believes.
    at_limit: bool,
}

fn runs() -> Vec<Run> {
    let plan = &LANZHOU;
    let trend = preset(PresetId::Trend);
    let mut runs = Vec::new();
    let mut run = |name: String, scenario: Scenario, at_limit: bool| runs.push(Run { name, scenario, at_limit });

    run("trend".to_owned(), trend.clone(), false);
    let mut ends = [("min", trend.clone()), ("max", trend.clone())];
    for lever in &plan.levers {
        for ((end, all), value) in ends.iter_mut().zip([lever.min, lever.max]) {
            all.set_lever(plan, lever.id, value).unwrap();
            run(format!("{} at {end}", lever.id.id()), with_lever(&trend, lever.id, value), false);
        }
    }
    for (end, all) in ends {
        run(format!("all levers at {end}"), all, false);
    }

    for id in [PresetId::Trend, PresetId::Plan] {
        let base = preset(id);
        let mut ends = [("low", base.clone()), ("high", base.clone())];
        for coefficient in &plan.coefficients {
            let name = format!("{}: {}", id.id(), coefficient.id.id());
            for ((end, all), value) in ends.iter_mut().zip([coefficient.low, coefficient.high]) {
                all.set_coefficient(plan, coefficient.id, value).unwrap();
                run(format!("{name} {end}"), with_coefficient(&base, coefficient.id, value), false);
            }
            for value in [coefficient.limits.0, coefficient.limits.1] {
                run(format!("{name} at its limit {value}"), with_coefficient(&base, coefficient.id, value), true);
            }
        }
        for (end, all) in ends {
            run(format!("{}: all coefficients {end}", id.id()), all, false);
        }
    }

    for fact in &plan.facts {
        let ends = match fact.id {
            FactId::Cohorts => vec![vec![75.0, 0.0, 0.0], vec![0.0, 75.0, 0.0], vec![0.0, 0.0, 75.0]],
            _ => vec![vec![fact.limits.0], vec![fact.limits.1]],
        };
        for values in ends {
            let mut scenario = trend.clone();
            scenario.set_fact(plan, fact.id, &values).unwrap();
            run(format!("{} at {values:?}", fact.id.id()), scenario, true);
        }
    }
    runs
}

#[test]
fn every_run_stays_within_bounds() {
    let runs = runs();
    assert_eq!(runs.len(), 1 + 2 + 2 * LEVERS + 2 * (2 + 4 * COEFFICIENTS) + 2 * 4 + 3);
    for Run { name, scenario, at_limit } in runs {
        let projection = project(&LANZHOU, &scenario);
        for (i, &(id, low, high)) in BOUNDS.iter().enumerate() {
            assert_eq!(id.index(), i);
            assert_eq!(projection.value(id, 0), LANZHOU.indicator(id).baseline);
            let (low, high) = if at_limit { possible(&scenario, id) } else { (low, high) };
            for (t, value) in projection.path(id).enumerate() {
                assert!(low <= value && value <= high, "{name}: {} is {value} in {}", id.id(), 2020 + t);
            }
        }
    }
}

/// Holds 2025 on the way from one end over the middle to the other against the expected signs; returns what differs.
fn compare(name: &str, signs: &str, path: [&Projection; 3]) -> Vec<String> {
    let signs: Vec<&str> = signs.split(' ').collect();
    assert_eq!(signs.len(), INDICATORS, "{name}");
    let mut differences = Vec::new();
    for (&id, sign) in IndicatorId::ALL.iter().zip(signs) {
        let values = path.map(|projection| projection.last(id));
        let [low, middle, high] = values;
        let agrees = match sign {
            "+" => low < middle && middle < high,
            "-" => low > middle && middle > high,
            "0" => (0..=LANZHOU.years).all(|t| {
                let bits = path.map(|projection| projection.value(id, t).to_bits());
                bits[0] == bits[1] && bits[1] == bits[2]
            }),
            _ => panic!("{name}: no such sign: {sign}"),
        };
        if !agrees {
            differences.push(format!("{name} on {}: expected {sign}, found {values:?}", id.id()));
        }
    }
    differences
}

#[test]
fn levers_move_indicators_the_way_the_equations_say() {
    let trend = preset(PresetId::Trend);
    let middle = project(&LANZHOU, &trend);
    let mut differences = Vec::new();
    for (lever, (id, signs)) in LANZHOU.levers.iter().zip(LEVER_SIGNS) {
        assert_eq!(lever.id, id);
        let [low, high] = [lever.min, lever.max].map(|value| project(&LANZHOU, &with_lever(&trend, id, value)));
        differences.extend(compare(id.id(), signs, [&low, &middle, &high]));
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn coefficients_move_indicators_the_way_the_equations_say() {
    let base = preset(PresetId::Plan);
    let middle = project(&LANZHOU, &base);
    let mut differences = Vec::new();
    for (coefficient, (id, signs)) in LANZHOU.coefficients.iter().zip(COEFFICIENT_SIGNS) {
        assert_eq!(coefficient.id, id);
        let ends = [coefficient.low, coefficient.high];
        let [low, high] = ends.map(|value| project(&LANZHOU, &with_coefficient(&base, id, value)));
        differences.extend(compare(id.id(), signs, [&low, &middle, &high]));
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

/// What acts only off the reference path: exactly nothing on the trend; and how 2025 moves with it from low over mode
/// to high once a lever has left that path.
const OFF_THE_PATH: [(C, LeverId, f64, &str); 12] = [
    (C::CrowdIn, LeverId::GovRdGrowth, 20.0, "+ + + + + + + + + + +"),
    (C::CrowdIn, LeverId::GovRdGrowth, 10.0, "- - - - - - - - - - -"),
    (C::MatchAdditionality, LeverId::MatchedShare, 60.0, "+ + + + + + + + + + +"),
    (C::UserCostElasticity, LeverId::SuperDeduction, 120.0, "+ + + + + + + + + + +"),
    // The larger share has more of the boost, but the boost of industry is what it is: only emptier posts lower i2.
    (C::IndustrialShare, LeverId::RdCoverageGain, 6.0, "+ - + + + - + - + - +"),
    (C::IndustrialShare, LeverId::IndustrialRevenueGrowth, 20.0, "+ - + + + - + - + - +"),
    (C::CoverageElasticity, LeverId::RdCoverageGain, 6.0, "+ + + + + + + + + + +"),
    (C::SalesElasticity, LeverId::IndustrialRevenueGrowth, 20.0, "+ + + + + + + + + + +"),
    (C::RdCyclicality, LeverId::GdpGrowth, 9.0, "- - - - - - - - - - -"),
    (C::RdCyclicality, LeverId::GdpDeflator, 3.0, "+ + + + + + + + + + +"),
    // Work left undone costs neither money nor staff.
    (C::ShortageDrag, LeverId::VacancyFill, 20.0, "0 0 0 - 0 - - - 0 - -"),
    (C::ShortageDrag, LeverId::TalentAttrition, 20.0, "0 0 0 - 0 - - - 0 - -"),
];

const NOTHING: &str = "0 0 0 0 0 0 0 0 0 0 0";

#[test]
fn a_zero_is_explained() {
    let plan = &LANZHOU;
    let trend = preset(PresetId::Trend);
    let mut differences = Vec::new();
    let mut check = |name: &str, signs: &str, runs: [Scenario; 3]| {
        let [low, middle, high] = runs.map(|scenario| project(plan, &scenario));
        differences.extend(compare(name, signs, [&low, &middle, &high]));
    };
    for (id, lever, value, signs) in OFF_THE_PATH {
        let coefficient = plan.coefficient(id);
        let ends = [coefficient.low, coefficient.mode, coefficient.high];
        check(&format!("{} on the trend", id.id()), NOTHING, ends.map(|value| with_coefficient(&trend, id, value)));
        let off = with_lever(&trend, lever, value);
        let name = format!("{} with {} at {value}", id.id(), lever.id());
        check(&name, signs, ends.map(|value| with_coefficient(&off, id, value)));
    }
    // A deduction is worth more at a higher tax rate.
    let off = with_lever(&trend, LeverId::SuperDeduction, 120.0);
    for (name, base, signs) in [("on the trend", &trend, NOTHING), ("off 100 %", &off, "+ + + + + + + + + + +")] {
        let taxed = [0.0, 0.15, 0.3].map(|rate| {
            let mut scenario = base.clone();
            scenario.set_fact(plan, FactId::TaxRate, &[rate]).unwrap();
            scenario
        });
        check(&format!("tax rate {name}"), signs, taxed);
    }
    assert!(differences.is_empty(), "{differences:#?}");
}
