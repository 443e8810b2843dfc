//! What a scenario takes, against the model's own results.

use proptest::prelude::*;
use tuiyan::analysis::resources::resources;
use tuiyan::model::project;
use tuiyan::plan::{CoefficientId, IndicatorId, LANZHOU, LeverId, PresetId};

use crate::scenarios::{any_scenario, cases, preset};

#[test]
fn the_trend_in_figures() {
    let trend = preset(PresetId::Trend);
    let years = resources(&LANZHOU, &trend);
    assert_eq!(years.len(), 5);
    // On the reference path R&D grows by 15 % (government, a quarter) and 15.5 % before staffing; 3.6 % of 236 亿元 in 2020.
    let government = 0.25 * 1.15 * 0.036 * 236.0;
    assert!((years[0].government - government).abs() < 1e-9, "{years:?}");
    assert!((years[0].research - 0.036 * 236.0 * 1.155).abs() < 0.1, "{years:?}");
    // A fifth of 75 firms.
    assert!((years[0].certified - 0.205 * 75.0).abs() < 1e-9);
    assert_eq!((years[0].incubator_applications, years[0].centre_applications), (1.2, 0.4));
    assert!((5.0..15.0).contains(&years[0].posts_empty), "about the base year's ten in a hundred: {years:?}");
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn quantities_are_those_behind_the_indicators(scenario in any_scenario()) {
        let projection = project(&LANZHOU, &scenario);
        let years = resources(&LANZHOU, &scenario);
        prop_assert_eq!(years.len(), 5);
        let (mut gdp, mut staff, mut employment) = (236.0, 1.0, 1.0);
        for (i, year) in years.iter().enumerate() {
            let lever = |id| scenario.lever(&LANZHOU, id)[i];
            let growth = |id| 1.0 + lever(id) / 100.0;
            gdp *= growth(LeverId::GdpGrowth) * growth(LeverId::GdpDeflator);
            employment *= growth(LeverId::EmploymentGrowth);
            staff += year.staff_gained / 100.0;
            let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + b.abs());
            prop_assert!(close(year.research / gdp * 100.0, projection.value(IndicatorId::I1, i + 1)));
            prop_assert!(close(16.75 * staff / employment, projection.value(IndicatorId::I3, i + 1)));
            prop_assert!(year.government <= year.research + 1e-9 && year.government >= 0.0);
            prop_assert!(year.posts_empty >= 0.0 && year.certified >= 0.0);
            prop_assert_eq!(year.centre_applications, lever(LeverId::CentreApplications));
        }
    }

    #[test]
    fn all_empty_posts_filled_leave_none(scenario in any_scenario()) {
        let mut scenario = scenario;
        scenario.set_lever(&LANZHOU, LeverId::VacancyFill, 100.0).unwrap();
        scenario.set_coefficient(&LANZHOU, CoefficientId::CentrePosts, 0.0).unwrap();
        prop_assert!(resources(&LANZHOU, &scenario).iter().all(|year| year.posts_empty < 1e-9));
    }
}
