//! Comparison, merging, stamps.

use tuiyan::model::{Scenario, project};
use tuiyan::plan::{CoefficientId, IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::workspace::{
    Action, Agreement, Apart, Code, Comparison, Computed, Draft, Edit, Input, InputValue, Key, Reference, Results,
    Stamp, apart, merged, read_link, result_code, scenario_code, write_link,
};

use crate::support::{act, any_draft, cases, edit, key, preset, workspace};
use proptest::prelude::*;

fn stamp(draft: &Draft) -> Stamp {
    Stamp::new(&LANZHOU, &Computed::new(&LANZHOU, draft.scenario.clone()))
}

/// A preset with a lever set in all years.
fn with(id: PresetId, lever: LeverId, value: f64) -> Draft {
    let mut draft = preset(id);
    std::rc::Rc::make_mut(&mut draft.scenario).set_lever(&LANZHOU, lever, value).unwrap();
    draft
}

#[test]
fn only_what_differs_is_listed() {
    let two = workspace(&["乙"]);
    let own = edit(
        &act(&two, Action::Activate(key(&two, 0))),
        Edit::SetLeverYears(LeverId::HnteEntry, vec![20.0, 21.0, 22.0, 23.0, 24.0]),
    );
    let own = edit(&own, Edit::SetCoefficient(CoefficientId::PatentLapse, 0.1));
    let results = Results::new(&LANZHOU, &own);
    let comparison = Comparison::new(&LANZHOU, &results, &[own.active(), Key::parse("00000000").unwrap()]);
    let [column] = &comparison.columns[..] else { panic!("one is gone") };
    assert_eq!(column.assessments, results.own.summary.assessments);
    for &id in IndicatorId::ALL {
        assert_eq!(column.differences[id.index()], results.difference(id));
    }
    let inputs: Vec<Input> = comparison.inputs.iter().map(|differing| differing.input).collect();
    assert_eq!(inputs, [Input::Lever(LeverId::HnteEntry), Input::Coefficient(CoefficientId::PatentLapse)]);
    assert_eq!(comparison.inputs[1].values, [InputValue::Numbers(vec![0.1])]);
    assert_eq!(comparison.inputs[1].reference, InputValue::Numbers(vec![0.06]));
    // Against itself nothing differs.
    let itself = act(&own, Action::Refer(Reference::Scenario(own.active())));
    let comparison = Comparison::new(&LANZHOU, &Results::new(&LANZHOU, &itself), &[own.active()]);
    assert_eq!((comparison.inputs, comparison.columns[0].differences), (vec![], [0.0; 11]));
}

#[test]
fn policy_and_assumptions_are_told_apart() {
    let trend = Scenario::preset(&LANZHOU, PresetId::Trend);
    let policy = with(PresetId::Trend, LeverId::HnteEntry, 30.0);
    let mut both = policy.scenario.as_ref().clone();
    both.set_lever(&LANZHOU, LeverId::GdpGrowth, 9.0).unwrap();
    both.set_coefficient(&LANZHOU, CoefficientId::PatentLapse, 0.1).unwrap();
    let kinds = |a: &Scenario, b: &Scenario| {
        let Apart { policy, assumptions } = apart(&LANZHOU, a, b);
        (policy, assumptions)
    };
    assert_eq!(kinds(&trend, &trend), (false, false));
    assert_eq!(kinds(&policy.scenario, &trend), (true, false));
    assert_eq!(kinds(&both, &trend), (true, true));
    let mut between = both.clone();
    between.take_assumptions(&trend);
    between.take_lever(&trend, LeverId::GdpGrowth);
    assert_eq!(between, *policy.scenario);
    assert_eq!(kinds(&both, &between), (false, true));
}

#[test]
fn a_merge_is_the_median_with_its_spread() {
    let id = LeverId::HnteEntry;
    let drafts = [30.0, 10.0, 14.0, 20.0].map(|value| with(PresetId::Plan, id, value));
    let of = |drafts: &[Draft]| merged(&LANZHOU, &drafts.iter().collect::<Vec<_>>());
    let four = of(&drafts).unwrap();
    assert_eq!(four.scenario.lever(&LANZHOU, id), [17.0; 5]);
    assert_eq!(four.spread(), [(id, 10.0, 30.0)]);
    assert_eq!(four.basis, PresetId::Plan);
    assert_eq!(of(&drafts[..3]).unwrap().scenario.lever(&LANZHOU, id), [14.0; 5]);
    let one = of(&drafts[..1]).unwrap();
    assert_eq!((one.scenario.clone(), one.spread().len()), (drafts[0].scenario.clone(), 0));
    assert!(of(&[]).is_none());
}

#[test]
fn a_code_is_of_the_numbers_alone() {
    let plain = preset(PresetId::Plan);
    let mut named = plain.clone();
    named.rename("别名").unwrap();
    named.annotate("说明").unwrap();
    named.basis = PresetId::Trend;
    assert_eq!(stamp(&named), stamp(&plain));
    let other = with(PresetId::Plan, LeverId::GdpGrowth, 13.500001);
    assert_ne!(stamp(&other).scenario, stamp(&plain).scenario);
    assert_ne!(stamp(&other).result, stamp(&plain).result);
    let text = stamp(&plain).to_string();
    assert_eq!(text.len(), "2-xxxxxxxx-yyyyyyyy".len());
    assert_eq!(Stamp::parse(&text), Some(stamp(&plain)));
    assert_eq!(Stamp::parse(&text.to_uppercase()), Some(stamp(&plain)));
    for text in ["", "2-x-y", "2-00000000", "-00000000-00000000", "2-00000000-00000000-", "2-0000000u-00000000"] {
        assert_eq!(Stamp::parse(text), None, "{text}");
    }
}

#[test]
fn a_code_finds_its_scenario() {
    let two = workspace(&["乙"]);
    let stamp = stamp(two.draft());
    let code = stamp.scenario.to_string();
    for text in
        [stamp.to_string(), code.clone(), format!(" {} ", code.to_uppercase().replace('0', "O").replace('1', "I"))]
    {
        assert_eq!(two.find_code(&LANZHOU, &text), Some(key(&two, 1)), "{text}");
    }
    assert_eq!(two.find_code(&LANZHOU, "00000000"), None);
    assert_eq!(two.find_code(&LANZHOU, "?"), None);
}

#[test]
fn a_stamp_says_whether_figures_are_the_same() {
    let now = stamp(&preset(PresetId::Plan));
    let other = Code::parse("00000000").unwrap();
    for (earlier, agreement) in [
        (now, Agreement::Same),
        (Stamp { model: 1, ..now }, Agreement::Same),
        (Stamp { scenario: other, ..now }, Agreement::OtherScenario),
        (Stamp { result: other, ..now }, Agreement::OtherFigures),
        (Stamp { result: other, model: 1, ..now }, Agreement::OtherModel(1)),
    ] {
        assert_eq!(now.compare(&earlier), agreement);
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_stamp_survives_the_address(draft in any_draft()) {
        let fragment = write_link(&LANZHOU, &act(&workspace(&[]), crate::support::import(vec![draft.clone()])).link(None));
        let (link, _) = read_link(&LANZHOU, &fragment);
        prop_assert_eq!(stamp(link.draft()), stamp(&draft));
        prop_assert_eq!(scenario_code(&LANZHOU, &draft.scenario), stamp(&draft).scenario);
        prop_assert_eq!(result_code(&project(&LANZHOU, &draft.scenario)), stamp(&draft).result);
    }
}
