//! The engine's protocol: what is asked and answered crosses as numbers and comes out the same, and hostile numbers are
//! refused.

#[path = "data/any_scenario.rs"]
mod any_scenario;

use std::rc::Rc;

use any_scenario::any_scenario;
use proptest::prelude::*;
use tuiyan::analysis::Targets;
use tuiyan::analysis::goal_seek::{Freedom, Way, effort};
use tuiyan::analysis::monte_carlo::Bands;
use tuiyan::engine::{Call, Content, Depth, Engine, Reach, Reply, Request, Route, Script};
use tuiyan::model::{DigitalReading, Scenario, Status, Summary, project};
use tuiyan::plan::{INDICATORS, IndicatorId, LANZHOU, LEVERS, LeverId, PresetId};
use tuiyan::workspace::{Draft, Link, write_shared};

/// Random cases of their own each time, and no file left behind when one fails.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// Any set of targets, locks and bounds.
fn any_wish() -> impl Strategy<Value = (Targets, Freedom)> {
    let part = || prop_oneof![2 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)];
    let targets = prop::collection::vec(any::<bool>(), INDICATORS);
    let ranges = prop::collection::vec(prop::option::weighted(0.8, (part(), part())), LEVERS);
    (targets, ranges).prop_map(|(chosen, ranges): (Vec<bool>, Vec<Option<(f64, f64)>>)| {
        let targets = Targets::of(IndicatorId::ALL.iter().copied().filter(|id| chosen[id.index()]));
        let mut freedom = Freedom::new(&LANZHOU);
        for (&id, range) in LeverId::ALL.iter().zip(ranges) {
            let lever = LANZHOU.lever(id);
            let at = |part: f64| (lever.min + (lever.max - lever.min) * part).clamp(lever.min, lever.max);
            match range {
                Some((a, b)) => freedom.unlock(&LANZHOU, id, (at(a.min(b)), at(a.max(b)))),
                None => freedom.lock(id),
            }
        }
        (targets, freedom)
    })
}

fn requests(scenario: Scenario, reference: Scenario, targets: Targets, freedom: Freedom, chance: f64) -> Vec<Request> {
    let (scenario, reference) = (Rc::new(scenario), Rc::new(reference));
    let own = || scenario.clone();
    vec![
        Request::Zones { scenario: own(), targets },
        Request::GoalSeek { scenario: own(), targets, freedom },
        Request::Ways { scenario: own(), targets, freedom },
        Request::Confidence { scenario: own(), targets, freedom, chance },
        Request::Attribution { scenario: own(), reference },
        Request::Briefing { scenario: own() },
        Request::Sensitivity { scenario: own() },
        Request::Reach { scenario: own(), id: IndicatorId::I5, value: 18.5 },
        Request::Likelihood { scenario: own(), detail: IndicatorId::I1, depth: Depth::Full },
        Request::Likelihood { scenario: own(), detail: IndicatorId::I5, depth: Depth::Glance },
        Request::Correlations { scenario: own() },
        Request::Run { scenario: own(), seed: 7, draws: 30_000, own: 10_000 },
        Request::Draw { scenario: own(), seed: 7, first: 10_000, count: 20_000 },
    ]
}

/// All replies to a request.
fn replies(request: Request) -> Vec<Reply> {
    let mut engine = Engine::new(&LANZHOU);
    engine.ask(1, request);
    let mut replies = Vec::new();
    while engine.is_busy() {
        let Some(answer) = engine.step() else { continue };
        assert_eq!(answer.id, 1);
        let Content::Reply(reply) = answer.content else { panic!("no reply") };
        replies.push(*reply);
        assert_eq!(answer.done, !engine.is_busy());
    }
    replies
}

/// A link that is shared carries a stamp, which calls from scripts pass over as the page does.
#[test]
fn calls_take_links_that_were_shared() {
    let plan = &LANZHOU;
    let shared = write_shared(plan, &Link::to(plan, Draft::of_preset(plan, PresetId::Plan)));
    assert!(shared.contains("stamp="), "{shared}");
    let mut script = Script::new(plan, &Call::Attribution(Some(shared), Some("p=trend".to_owned())));
    let csv = script.step(plan).expect("the whole in a step").expect("no problem");
    assert!(csv.starts_with("indicator,player,contribution\n"), "{csv}");
}

#[test]
fn each_call_is_answered_in_its_turn() {
    let fragment = || Some("p=plan".to_owned());
    let calls = [
        Call::MonteCarlo(fragment(), 2_000.0, 1.0),
        Call::Attribution(fragment(), Some("p=trend".to_owned())),
        Call::GoalSeek(fragment(), Some("i1".to_owned())),
    ];
    let mut engine = Engine::new(&LANZHOU);
    for (id, call) in (1..).zip(&calls) {
        engine.ask_script(id, Script::new(&LANZHOU, call));
    }
    let mut answered = Vec::new();
    while engine.is_busy() {
        answered.extend(engine.step().map(|answer| (answer.id, matches!(answer.content, Content::Text(Ok(_))))));
    }
    assert_eq!(answered, [(1, true), (2, true), (3, true)]);
}

#[test]
fn what_is_no_text_is_refused_by_its_name() {
    let plan = || Some("p=plan".to_owned());
    for (call, name) in [
        (Call::MonteCarlo(None, 100.0, 1.0), "fragment"),
        (Call::GoalSeek(None, plan()), "fragment"),
        (Call::GoalSeek(plan(), None), "targets"),
        (Call::Attribution(plan(), None), "reference"),
    ] {
        let answer = Script::new(&LANZHOU, &call).step(&LANZHOU);
        assert_eq!(answer, Some(Err(format!("{name}: a text, please"))), "{call:?}");
    }
}

/// The ways before their chances are known.
fn ways(scenario: &Rc<Scenario>, targets: Targets, freedom: Freedom) -> [Route; Way::ALL.len()] {
    let mut engine = Engine::new(&LANZHOU);
    engine.ask(1, Request::Ways { scenario: scenario.clone(), targets, freedom });
    let answer = std::iter::repeat_with(|| engine.step()).take(4).flatten().next();
    let Some(Content::Reply(reply)) = answer.map(|answer| answer.content) else { panic!("no reply") };
    match *reply {
        Reply::Ways(ways) => ways.routes,
        other => panic!("{other:?}"),
    }
}

/// What a briefing is made from holds what it is asked for: the difference to the plan's preset, and a way to all targets.
#[test]
fn a_briefing_rests_on_the_plans_preset_and_all_targets() {
    let scenario = Rc::new(Scenario::preset(&LANZHOU, PresetId::Trend));
    let replies = replies(Request::Briefing { scenario: scenario.clone() });
    let [Reply::Briefing(causes, least)] = &replies[..] else { panic!("{replies:?}") };
    let plan = project(&LANZHOU, &Scenario::preset(&LANZHOU, PresetId::Plan));
    for &id in IndicatorId::ALL {
        let difference = project(&LANZHOU, &scenario).last(id) - plan.last(id);
        assert!((causes.total(id, LANZHOU.years) - difference).abs() < 1e-9, "{id:?}");
    }
    let there = &least.route.found.scenario;
    let marks = Summary::new(&LANZHOU, there, &project(&LANZHOU, there));
    assert_eq!(marks.met, INDICATORS);
    assert_eq!((least.now.len(), least.route.resources.len()), (LANZHOU.years, LANZHOU.years));
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn requests_cross_as_they_are(
        scenario in any_scenario(), reference in any_scenario(), (targets, freedom) in any_wish(), chance in 0.0..=1.0,
    ) {
        for request in requests(scenario, reference, targets, freedom, chance) {
            let numbers = request.to_numbers(&LANZHOU);
            prop_assert_eq!(Request::from_numbers(&LANZHOU, &numbers), Some(request));
        }
    }

    #[test]
    fn hostile_requests_are_refused(
        scenario in any_scenario(), reference in any_scenario(), (targets, freedom) in any_wish(),
        place in any::<prop::sample::Index>(),
        hostile in prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(-1e300), Just(1e300)],
    ) {
        for request in requests(scenario, reference, targets, freedom, 0.8) {
            let numbers = request.to_numbers(&LANZHOU);
            for cut in [place.index(numbers.len()), numbers.len() - 1] {
                prop_assert_eq!(Request::from_numbers(&LANZHOU, &numbers[..cut]), None);
            }
            let mut longer = numbers.clone();
            longer.push(0.0);
            prop_assert_eq!(Request::from_numbers(&LANZHOU, &longer), None);
            let mut changed = numbers;
            let at = place.index(changed.len());
            changed[at] = hostile;
            let read = Request::from_numbers(&LANZHOU, &changed);
            // The end of a lever's range may lie anywhere: beyond the lever's own it counts for nothing.
            let is_finite = hostile.is_finite() && matches!(
                read, Some(Request::GoalSeek { .. } | Request::Ways { .. } | Request::Confidence { .. })
            );
            prop_assert!(read.is_none() || is_finite, "{} at {}", hostile, at);
        }
    }
}

#[test]
fn a_hand_that_moves_gets_one_answer_and_one_that_rests_gets_more() {
    let bands = |depth: Depth| -> Vec<Bands> {
        let scenario = Rc::new(Scenario::preset(&LANZHOU, PresetId::Plan));
        let found = replies(Request::Likelihood { scenario, detail: IndicatorId::I1, depth });
        found
            .into_iter()
            .map(|reply| match reply {
                Reply::Likelihood(likelihood) => likelihood.bands,
                other => panic!("{other:?}"),
            })
            .collect()
    };
    let (glance, full) = (bands(Depth::Glance), bands(Depth::Full));
    let draws = |bands: &[Bands]| bands.iter().map(|bands| bands.draws).collect::<Vec<_>>();
    assert_eq!((draws(&glance), draws(&full)), (vec![2_000], vec![500, 2_000, 10_000]));
    assert_eq!(glance[0], full[1]);
}

proptest! {
    #![proptest_config(cases(2))]

    #[test]
    fn replies_cross_as_they_are(
        scenario in any_scenario(), reference in any_scenario(), (targets, freedom) in any_wish(),
    ) {
        let one_step = |request: &Request| !matches!(
            request,
            Request::Run { .. } | Request::Draw { .. } | Request::Confidence { .. } | Request::Likelihood { .. }
        );
        for request in requests(scenario, reference, targets, freedom, 0.8).into_iter().filter(one_step) {
            let slot = request.slot();
            let found = replies(request);
            prop_assert!(!found.is_empty(), "{slot:?}");
            for reply in found {
                let numbers = reply.to_numbers(&LANZHOU);
                prop_assert_eq!(Reply::from_numbers(&LANZHOU, &numbers), Some(reply));
            }
        }
    }

    #[test]
    fn ways_keep_to_their_levers_and_say_what_stays_short(scenario in any_scenario(), (targets, freedom) in any_wish()) {
        let scenario = Rc::new(scenario);
        for (way, route) in Way::ALL.into_iter().zip(ways(&scenario, targets, freedom)) {
            let found = &route.found.scenario;
            let allowed = freedom.along(&LANZHOU, way);
            for &id in LeverId::ALL {
                if let Some((low, high)) = allowed.range(id) {
                    let moved = found.lever(&LANZHOU, id) != scenario.lever(&LANZHOU, id);
                    // A distance in the lever's range and back rounds in the last bits.
                    let inside = |value: &f64| (low - 1e-9..=high + 1e-9).contains(value);
                    let inside = found.lever(&LANZHOU, id).iter().all(inside);
                    prop_assert!(!moved || inside, "{}", id.id());
                } else {
                    prop_assert_eq!(found.lever(&LANZHOU, id), scenario.lever(&LANZHOU, id));
                }
            }
            let summary = Summary::new(&LANZHOU, found, &project(&LANZHOU, found));
            let missed = |id: &IndicatorId| summary.assessments[id.index()].status != Status::Met;
            prop_assert_eq!(route.found.short, Targets::of(targets.iter().filter(missed)));
            prop_assert_eq!(route.found.short == Targets::default(), route.blocking == Targets::default());
            prop_assert!(route.blocking.iter().all(|id| targets.contains(id)));
            prop_assert_eq!(route.found.effort, effort(&LANZHOU, &scenario, found));
            prop_assert_eq!(route.resources.len(), LANZHOU.years);
        }
    }
}

#[test]
fn the_least_effort_is_the_least_and_stands_on_steps() {
    let trend = Rc::new(Scenario::preset(&LANZHOU, PresetId::Trend));
    let targets = Targets::of([IndicatorId::I11]);
    let routes = ways(&trend, targets, Freedom::new(&LANZHOU));
    let [least, money, people] = &routes;
    assert_eq!(least.found.short, Targets::default());
    for other in [money, people] {
        assert!(other.found.short != Targets::default() || other.found.effort > least.found.effort);
    }
    for lever in &LANZHOU.levers {
        let steps = (least.found.scenario.lever_mean(&LANZHOU, lever.id) - lever.min) / lever.step;
        assert!((steps - steps.round()).abs() < 1e-9, "{} stands between steps", lever.id.id());
    }
}

#[test]
fn no_other_way_is_cheaper_than_the_least_effort_on_steps_either() {
    for preset in [PresetId::Trend, PresetId::Headwinds] {
        let scenario = Rc::new(Scenario::preset(&LANZHOU, preset));
        for &id in IndicatorId::ALL {
            let [least, others @ ..] = ways(&scenario, Targets::of([id]), Freedom::new(&LANZHOU));
            for other in others.iter().filter(|other| other.found.short == Targets::default()) {
                let (least, other) = (least.found.effort, other.found.effort);
                assert!(least <= other, "{preset:?} {id:?}: {least} > {other}");
            }
        }
    }
}

#[test]
fn what_blocks_is_said() {
    // Contracts worth 20 亿元 are out of reach of talent and firms.
    let trend = Rc::new(Scenario::preset(&LANZHOU, PresetId::Trend));
    let targets = Targets::of([IndicatorId::I3, IndicatorId::I5]);
    let [_, _, people] = ways(&trend, targets, Freedom::new(&LANZHOU));
    assert_eq!(people.blocking, Targets::of([IndicatorId::I5]));
    assert_eq!(people.found.short, Targets::of([IndicatorId::I5]));
}

/// The last reply to what it takes to bring an indicator to a value from the trend.
fn reach(id: IndicatorId, value: f64) -> (Reach, usize) {
    let scenario = Rc::new(Scenario::preset(&LANZHOU, PresetId::Trend));
    let mut found = replies(Request::Reach { scenario, id, value });
    let count = found.len();
    match found.pop() {
        Some(Reply::Reach(reach)) => (*reach, count),
        other => panic!("{other:?}"),
    }
}

#[test]
fn any_value_can_be_asked_for_and_the_nearest_is_told() {
    let id = IndicatorId::I5;
    let lands = |reach: &Reach| project(&LANZHOU, &reach.route.found.scenario).last(id);
    let (low, replies) = reach(id, 16.0);
    assert_eq!(replies, 2, "the way, then its chance");
    assert_eq!(low.route.found.short, Targets::default());
    assert!((16.0..16.5).contains(&lands(&low)), "{}", lands(&low));
    let (high, _) = reach(id, 18.0);
    assert!(high.route.found.effort > low.route.found.effort && lands(&high) >= 18.0);
    let chance = high.route.found.chance.unwrap();
    assert!((0.2..0.8).contains(&chance), "of the value asked for, not of the target: {chance}");
    let (far, _) = reach(id, 190.0);
    assert_eq!(far.route.found.short, Targets::of([id]));
    assert!(lands(&far) < 190.0 && lands(&far) > lands(&high));
    let (there, _) = reach(id, 10.0);
    assert_eq!((there.route.found.effort, there.now), (0.0, there.route.resources));
}

#[test]
fn a_target_read_as_a_ratio_is_asked_for_as_it_is_read() {
    let mut scenario = Scenario::preset(&LANZHOU, PresetId::Plan);
    scenario.set_reading(DigitalReading::Ratio);
    let request = Request::Reach { scenario: Rc::new(scenario), id: IndicatorId::I10, value: 1.5 };
    let Some(Reply::Reach(reach)) = replies(request).pop() else { panic!("no reply") };
    let lands = project(&LANZHOU, &reach.route.found.scenario).last(IndicatorId::I10);
    assert!(lands >= 1.5 - 1e-9 || reach.route.found.short != Targets::default(), "{lands}");
    assert!(reach.route.found.chance.is_some_and(|chance| chance < 0.99));
}

#[test]
fn a_search_with_confidence_tells_of_its_rounds_and_reaches_what_can_be_reached() {
    let scenario = Rc::new(Scenario::preset(&LANZHOU, PresetId::Trend));
    let (targets, freedom) = (Targets::of([IndicatorId::I6]), Freedom::new(&LANZHOU));
    let mut found = replies(Request::Confidence { scenario, targets, freedom, chance: 0.8 });
    for reply in &found {
        assert_eq!(Reply::from_numbers(&LANZHOU, &reply.to_numbers(&LANZHOU)).as_ref(), Some(reply));
    }
    let Some(Reply::Route(route)) = found.pop() else { panic!("no end") };
    assert!(!found.is_empty() && found.iter().all(|reply| matches!(reply, Reply::Round { .. })), "{found:?}");
    let chance = route.found.chance.unwrap();
    assert!((0.8..0.85).contains(&chance), "{chance}");
}

#[test]
fn chances_follow_and_cut_replies_are_refused() {
    let scenario = Rc::new(Scenario::preset(&LANZHOU, PresetId::Trend));
    let (targets, freedom) = (Targets::of([IndicatorId::I6]), Freedom::new(&LANZHOU));
    let found = replies(Request::Ways { scenario, targets, freedom });
    let chances = |reply: &Reply| match reply {
        Reply::Ways(ways) => ways.routes.iter().filter_map(|route| route.found.chance).count(),
        _ => 0,
    };
    assert_eq!(found.iter().map(chances).collect::<Vec<_>>(), [0, 3]);
    for reply in found {
        let numbers = reply.to_numbers(&LANZHOU);
        for cut in 0..numbers.len() {
            assert_eq!(Reply::from_numbers(&LANZHOU, &numbers[..cut]), None, "cut at {cut}");
        }
        let longer = [&numbers[..], &[0.0]].concat();
        assert_eq!(Reply::from_numbers(&LANZHOU, &longer), None);
    }
}
