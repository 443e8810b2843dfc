//! Addresses: to and fro, several scenarios, and hostile ones.

use proptest::prelude::*;
use tuiyan::model::Scenario;
use tuiyan::plan::{CoefficientId, IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::{
    Action, Input, LONGEST_SHARED, Link, MOST_READ, Reason, Reference, Tab, Workspace, is_too_long, read_link,
    write_address, write_link,
};

use crate::support::{act, any_workspace, cases, copy, edit, key, workspace};

fn reasons(fragment: &str) -> Vec<Reason> {
    read_link(&LANZHOU, fragment).1.into_iter().map(|notice| notice.reason).collect()
}

/// The link of a fragment in which everything is understood.
fn read(fragment: &str) -> Link {
    let (link, notices) = read_link(&LANZHOU, fragment);
    assert_eq!(notices, [], "{fragment}");
    link
}

#[test]
fn one_scenario_needs_no_name() {
    for fragment in [
        "v=1&m=2&p=trend&i=i1",
        "v=1&m=2&p=plan&hnte_entry=20,21,22,23,24&gdp_growth=12.5&c.rd_depreciation=0.12&k.gdp_2020=256&ref=plan&i=i5&tab=basis&lang=en",
        "v=1&m=2&p=trend&k.cohorts=25,25,25&k.i10=ratio&i=i10",
    ] {
        assert_eq!(write_link(&LANZHOU, &read(fragment)), fragment);
    }
}

#[test]
fn names_start_scenarios() {
    let fragment = "v=1&m=2&n=%E5%9F%BA%E5%87%86&p=trend&n=&p=plan&gdp_growth=9&a=a%20%26%20b&note.gdp_growth=100%25&active=2&shown=1,2&ref=1&i=i3";
    let link = read(fragment);
    assert_eq!(link.drafts().len(), 2);
    let (first, second) = (&link.drafts()[0], &link.drafts()[1]);
    assert_eq!((first.name(), second.name()), ("基准", ""));
    assert_eq!((second.annotation(), second.note(Input::Lever(LeverId::GdpGrowth))), ("a & b", "100%"));
    assert_eq!((link.active(), link.overlaid(), link.reference()), (1, &[0, 1][..], Reference::Scenario(0)));
    assert_eq!(*first.scenario, Scenario::preset(&LANZHOU, PresetId::Trend));
    assert_eq!(write_link(&LANZHOU, &link), fragment);
}

#[test]
fn what_stands_before_the_first_name_is_a_scenario_of_its_own() {
    let link = read("gdp_growth=9&n=b&p=plan");
    assert_eq!(link.drafts().len(), 2);
    assert_eq!(link.drafts()[0].scenario.lever_mean(&LANZHOU, LeverId::GdpGrowth), 9.0);
    // Keys of the whole may stand anywhere.
    let link = read("i=i4&n=b&lang=en&p=plan&tab=basis");
    assert_eq!((link.drafts().len(), link.draft().basis), (1, PresetId::Plan));
    assert_eq!((link.view.indicator, link.view.tab, link.language), (IndicatorId::I4, Tab::Basis, Some(Language::En)));
}

#[test]
fn a_place_is_shown_once() {
    assert_eq!(read("n=a&n=b&shown=2,1,2").overlaid(), [1, 0]);
}

#[test]
fn keys_of_observed_values_are_no_error() {
    assert_eq!(reasons("p=trend&o.i1=3.7,3.8&i=i2"), []);
}

#[test]
fn what_is_not_understood_is_named() {
    for (fragment, reason) in [
        ("x=1", Reason::UnknownKey),
        ("n=a&n=b&active=3", Reason::UnknownValue),
        ("active=0", Reason::UnknownValue),
        ("shown=1,9", Reason::UnknownValue),
        ("r.gdp_growth=9", Reason::UnknownValue),
        ("r.gdp_growth=9,8", Reason::UnknownValue),
        ("r.gdp_growth=9,x", Reason::NotANumber),
        ("ref=2", Reason::UnknownValue),
        ("ref=nothing", Reason::UnknownValue),
        ("note.x=1", Reason::UnknownKey),
        ("n=%FF", Reason::Encoding),
        ("n=%4", Reason::Encoding),
        ("p=trend&p=plan", Reason::Duplicate),
        ("n=a&a=1&a=2", Reason::Duplicate),
        ("i=i1&n=a&i=i2", Reason::Duplicate),
        ("c.rd_depreciation=0.1,0.2", Reason::NotANumber),
        ("v=2", Reason::OtherScheme),
        ("m=1", Reason::OtherModel),
    ] {
        assert_eq!(reasons(fragment), [reason], "{fragment}");
    }
    assert!(matches!(reasons("gdp_growth=999")[..], [Reason::Refused(_)]));
    assert!(matches!(reasons(&format!("n={}", "x".repeat(61)))[..], [Reason::LongText(_)]));
    assert_eq!(reasons(&"x=1&".repeat(20_000)), [Reason::TooLong]);
    let many = "n=&".repeat(MOST_READ + 2);
    assert_eq!(reasons(&many), [Reason::TooMany; 2]);
    assert_eq!(read_link(&LANZHOU, &many).0.drafts().len(), MOST_READ);
}

#[test]
fn a_long_address_falls_back_to_what_matters() {
    let mut now = workspace(&["乙"]);
    let reference = key(&now, 0);
    now = act(&now, Action::Refer(Reference::Scenario(reference)));
    now = edit(&now, tuiyan::workspace::Edit::SetLever(LeverId::GdpGrowth, 7.5));
    assert!(write_address(&LANZHOU, &now, None).contains("&n=%E4%B9%99&"));
    // Others are left out before the active one's texts.
    for _ in 0..3 {
        now = act(&now, copy(&now, reference, ""));
        now = act(&now, Action::Annotate(now.active(), "说".repeat(300)));
    }
    now = act(&now, Action::Activate(key(&now, now.entries().len() - 1)));
    assert!(is_too_long(&write_link(&LANZHOU, &now.link(None))));
    let (link, _) = read_link(&LANZHOU, &write_address(&LANZHOU, &now, None));
    assert_eq!((link.drafts().len(), link.draft().name(), link.reference()), (2, "乙", Reference::Scenario(1)));
    now = act(&now, Action::Annotate(now.active(), "说".repeat(2_000)));
    let fragment = write_address(&LANZHOU, &now, None);
    assert!(fragment.len() <= LONGEST_SHARED);
    let (link, _) = read_link(&LANZHOU, &fragment);
    assert_eq!((link.draft().annotation(), link.draft().scenario.lever_mean(&LANZHOU, LeverId::GdpGrowth)), ("", 7.5));
}

#[test]
fn a_workspace_of_an_address_has_its_keys_from_the_seed() {
    let link = read("n=a&p=plan&n=b&p=trend&active=2");
    let (one, other) = (Workspace::of_link(&link, 1), Workspace::of_link(&link, 2));
    assert_eq!(one, Workspace::of_link(&link, 1));
    assert!(key(&one, 0) != key(&one, 1) && key(&one, 0) != key(&other, 0));
    assert_eq!(one.link(None), link);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_workspace_comes_back_from_its_address(workspace in any_workspace(), seed in any::<u64>()) {
        let link = workspace.link(None);
        let fragment = write_link(&LANZHOU, &link);
        prop_assert!(fragment.is_ascii());
        prop_assume!(fragment.len() < 60_000);
        let (back, notices) = read_link(&LANZHOU, &fragment);
        prop_assert_eq!(&notices, &[]);
        prop_assert_eq!(&back, &link);
        prop_assert_eq!(Workspace::of_link(&back, seed).link(None), link);
    }

    #[test]
    fn any_text_is_read(text in ".{0,200}") {
        read_link(&LANZHOU, &text);
    }

    #[test]
    fn any_parts_are_read(
        parts in prop::collection::vec(("(n|p|a|m|v|i|ref|shown|active|note\\.gdp_growth|gdp_growth|k\\.cohorts|c\\.crowd_in|o\\.i1)", "[-0-9,.%a-z]{0,12}"), 0..40),
    ) {
        let fragment = parts.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&");
        let (link, _) = read_link(&LANZHOU, &fragment);
        // What was taken is written so that all of it is taken again.
        let written = write_link(&LANZHOU, &link);
        let (again, notices) = read_link(&LANZHOU, &written);
        prop_assert_eq!(notices, []);
        prop_assert_eq!(again, link);
    }
}

#[test]
fn coefficients_and_levers_are_told_apart() {
    let link = read("c.crowd_in=0.5");
    assert_eq!(link.draft().scenario.coefficient(CoefficientId::CrowdIn), 0.5);
}
