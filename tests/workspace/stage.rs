//! What a scene shows, as a workspace of its own.

use tuiyan::plan::{IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::workspace::{Action, Edit, Picture, Reference, Scene};

use crate::support::{act, edit, key, names, workspace};

fn scene(scenario: Reference<tuiyan::workspace::Key>) -> Scene {
    Scene::new(scenario, Picture::Path, IndicatorId::I5)
}

#[test]
fn a_scene_shows_its_scenario_against_the_reference_or_what_stands_beside_it() {
    let house = workspace(&["甲", "乙"]);
    let [first, second] = [1, 2].map(|at| Reference::Scenario(key(&house, at)));
    let shown = house.of_scene(&LANZHOU, &scene(first), 0.0);
    assert_eq!((names(&shown), shown.reference()), (vec!["甲".to_owned()], Reference::Preset(PresetId::Trend)));
    assert_eq!(shown.view.indicator, IndicatorId::I5);
    let mut beside = scene(first);
    beside.beside = Some(second);
    let shown = house.of_scene(&LANZHOU, &beside, 0.0);
    assert_eq!((names(&shown), shown.reference_draft(&LANZHOU).name()), (vec!["甲".into(), "乙".into()], "乙"));
    let preset = house.of_scene(&LANZHOU, &scene(Reference::Preset(PresetId::Headwinds)), 0.0);
    assert_eq!(preset.draft().basis, PresetId::Headwinds);
}

#[test]
fn a_scenario_that_is_gone_gives_way_to_the_active_one() {
    let house = workspace(&["甲", "乙"]);
    let gone = key(&house, 1);
    let house = act(&house, Action::Delete(gone));
    assert_eq!(house.of_scene(&LANZHOU, &scene(Reference::Scenario(gone)), 0.0).draft().name(), "乙");
}

#[test]
fn moves_lead_from_the_scenario_to_their_goal() {
    let house = workspace(&[]);
    let lever = LeverId::GdpGrowth;
    let start = LANZHOU.lever(lever).presets[PresetId::Trend.index()];
    let goal = vec![10.0, 11.0, 12.0, 12.5, 13.0];
    let mut moving = scene(Reference::Preset(PresetId::Trend));
    moving.moves = vec![(lever, goal.clone())];
    let at = |part: f64| house.of_scene(&LANZHOU, &moving, part).draft().scenario.lever(&LANZHOU, lever).to_vec();
    assert_eq!(at(0.0), [start; 5]);
    assert_eq!(at(1.0), goal);
    assert_eq!(at(7.0), goal, "not beyond");
    assert_eq!(at(0.5)[0], (start + 10.0) / 2.0);
}

#[test]
fn what_is_tried_on_a_scene_leaves_the_workspace_alone() {
    let house = workspace(&["甲"]);
    let shown = house.of_scene(&LANZHOU, &scene(Reference::Scenario(key(&house, 1))), 0.0);
    let tried = edit(&shown, Edit::SetLever(LeverId::GdpGrowth, 5.0));
    assert_ne!(tried.draft().scenario, house.draft().scenario);
    assert_eq!(shown.draft().scenario, house.draft().scenario);
}
