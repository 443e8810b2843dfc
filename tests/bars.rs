//! Waterfall and tornado: where bars and labels stand, before anything is drawn.

#[path = "data/any_scenario.rs"]
mod any_scenario;

use any_scenario::any_scenario;
use proptest::prelude::*;
use tuiyan::analysis::attribution::Attribution;
use tuiyan::analysis::sensitivity::Sensitivity;
use tuiyan::catalogue::{sensitivity, why};
use tuiyan::chart::{Bar, Name, Stretch, Tornado, Waterfall};
use tuiyan::model::{Scenario, project};
use tuiyan::plan::{IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::text::{Language, Text};

/// Random cases of their own each time, and no file left behind when one fails.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

fn waterfall(id: IndicatorId, t: usize, own: &Scenario, reference: &Scenario) -> (Waterfall, Attribution) {
    let attribution = Attribution::new(&LANZHOU, own, reference);
    (Waterfall::new(&LANZHOU, id, t, &attribution, own, reference), attribution)
}

/// The plan's levers on the trend, with a slump.
fn slump() -> Scenario {
    let mut scenario = Scenario::preset(&LANZHOU, PresetId::Plan);
    scenario.set_lever(&LANZHOU, LeverId::GdpGrowth, 9.0).unwrap();
    scenario
}

fn trend() -> Scenario {
    Scenario::preset(&LANZHOU, PresetId::Trend)
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn the_parts_lead_from_the_reference_to_the_scenario(own in any_scenario(), reference in any_scenario()) {
        let attribution = Attribution::new(&LANZHOU, &own, &reference);
        for &id in IndicatorId::ALL {
            for t in 1..=LANZHOU.years {
                let waterfall = Waterfall::new(&LANZHOU, id, t, &attribution, &own, &reference);
                prop_assert_eq!(waterfall.reference, project(&LANZHOU, &reference).value(id, t));
                prop_assert_eq!(waterfall.own, project(&LANZHOU, &own).value(id, t));
                let size = waterfall.reference.abs().max(waterfall.own.abs()).max(1.0);
                // What is left out is less than half a unit of the last decimal, each.
                let slack = 30.0 * 0.5 * 0.1f64.powi(waterfall.decimals as i32) + 1e-9 * size;
                let mut level = waterfall.reference;
                for &Stretch { bar, from, to } in &waterfall.stretches {
                    if !matches!(bar, Bar::Lever(_) | Bar::Short) {
                        prop_assert!((from - level).abs() <= slack || matches!(bar, Bar::Own), "{:?}", bar);
                        level = to;
                    }
                    for end in [from, to] {
                        prop_assert!((0.0..=1.0).contains(&waterfall.place(end)), "{:?} leaves the axis", bar);
                    }
                }
                prop_assert!((0.0..=1.0).contains(&waterfall.place(waterfall.target)));
            }
        }
    }

    #[test]
    fn swings_are_sorted_and_their_labels_stand_outside(scenario in any_scenario()) {
        let found = Sensitivity::new(&LANZHOU, &scenario);
        for &id in IndicatorId::ALL {
            let tornado = Tornado::new(&found, id);
            prop_assert!(tornado.swings.is_sorted_by(|a, b| a.width >= b.width));
            prop_assert!(tornado.idle.iter().all(|swing| swing.width == 0.0 && swing.idle.is_some()));
            prop_assert!(tornado.swings.iter().all(|swing| swing.width > 0.0 && swing.idle.is_none()));
            for swing in &tornado.swings {
                let [left, right] = tornado.labels(swing);
                let ends = swing.values.map(|value| tornado.place(value));
                prop_assert!(ends.iter().all(|end| (0.0..=1.0).contains(end)));
                let own = tornado.place(tornado.own);
                prop_assert!(left.is_none_or(|value| tornado.place(value) <= ends[0].min(ends[1]).min(own)));
                prop_assert!(right.is_none_or(|value| tornado.place(value) >= ends[0].max(ends[1]).max(own)));
                prop_assert!(left.is_some() || right.is_some());
            }
        }
    }
}

#[test]
fn groups_unfold_into_levers_that_fill_them() {
    let (waterfall, _) = waterfall(IndicatorId::I11, 5, &slump(), &trend());
    let bars: Vec<Bar> = waterfall.stretches.iter().map(|stretch| stretch.bar).collect();
    assert_eq!(bars.first(), Some(&Bar::Reference));
    assert!(bars.contains(&Bar::Lever(LeverId::ReformDividend)) && bars.contains(&Bar::Lever(LeverId::GdpGrowth)));
    let mut stretches = waterfall.stretches.iter().peekable();
    while let Some(group) = stretches.next() {
        let mut within = 0.0;
        while let Some(lever) = stretches.next_if(|next| matches!(next.bar, Bar::Lever(_))) {
            within += lever.to - lever.from;
        }
        if matches!(group.bar, Bar::Group(_)) {
            assert!((within - (group.to - group.from)).abs() < 0.03, "{:?}", group.bar);
        }
    }
}

#[test]
fn what_is_missing_is_a_bar_of_its_own() {
    let ends = |t: usize, own: &Scenario| {
        let (waterfall, _) = waterfall(IndicatorId::I11, t, own, &trend());
        (waterfall.stretches.last().copied().unwrap(), waterfall)
    };
    let (last, short) = ends(5, &slump());
    assert_eq!((last.bar, last.from, last.to), (Bar::Short, short.own, 68.0));
    let (last, met) = ends(5, &Scenario::preset(&LANZHOU, PresetId::Accelerated));
    assert_eq!(last.bar, Bar::Own, "{met:?}");
    // Before the target year, the milestone on the straight way.
    let (_, early) = ends(2, &slump());
    assert!((early.target - 63.2).abs() < 1e-9);
}

#[test]
fn the_sentence_says_where_from_and_how_far() {
    let (waterfall, attribution) = waterfall(IndicatorId::I11, 5, &slump(), &trend());
    let name = Name::from(Text::new("趋势", "Trend"));
    let say = |language| why::sentence(&LANZHOU, &waterfall, &attribution, &name, language);
    let (zh, en) = (say(Language::Zh), say(Language::En));
    assert!(zh.starts_with("2025 年为 ") && zh.contains("比趋势高") && zh.contains("距目标差"), "{zh}");
    assert!(zh.contains("体制机制改革红利（D 级，属判断）"), "{zh}");
    assert!(en.contains("above Trend") && en.contains("short of the target") && en.contains("Reform dividend"), "{en}");
}

#[test]
fn the_most_sensitive_input_is_named_with_its_ends() {
    let tornado = Tornado::new(&Sensitivity::new(&LANZHOU, &trend()), IndicatorId::I11);
    let widest = sensitivity::input_name(&LANZHOU, tornado.swings[0].input, Language::Zh);
    let sentence = sensitivity::sentence(&LANZHOU, &tornado, Language::Zh);
    assert!(sentence.starts_with(&format!("最敏感的是{widest}：由 ")), "{sentence}");
}
