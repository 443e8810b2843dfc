//! What a briefing says, picked from the figures independent of language.

use super::{Grounds, Way};
use crate::analysis::attribution::Player;
use crate::catalogue::chances::is_toss_up;
use crate::model::{Assessment, Scenario, Status};
use crate::plan::{Attribute, Lever, LeverId, PresetId};
use crate::text::number::{completion, difference, fixed};

/// How many causes, effects of a cause and levers are named; a page has no room for more.
const CAUSES: usize = 2;
const EFFECTS: usize = 2;
pub(super) const LEVERS: usize = 3;

/// What keeps indicators below the plan's preset most.
#[derive(Clone, PartialEq, Debug)]
pub struct Cause<'a> {
    /// As set here and in the plan's preset; `None` for the assumptions.
    pub lever: Option<Move>,
    /// By how much it lowers each, in the indicator's unit and below 0; the furthest from its target first.
    pub effects: Vec<(&'a Assessment, f64)>,
}

/// A lever's mean over the years, here and elsewhere.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Move {
    pub lever: LeverId,
    pub from: f64,
    pub to: f64,
}

/// What there is to say.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    pub grounds: &'a Grounds<'a>,
    pub met: Vec<&'a Assessment>,
    pub near: Vec<&'a Assessment>,
    pub short: Vec<&'a Assessment>,
    pub binding: Vec<&'a Assessment>,
    /// Of the targets that are not met, those that are furthest off: several where they read the same.
    pub furthest: Vec<&'a Assessment>,
    /// Of what is not met: for the furthest target first.
    pub causes: Vec<Cause<'a>>,
    /// What the way to all targets moves, the largest move first; empty where nothing is to be moved.
    pub moves: Vec<Move>,
    /// Where every target is met: how the levers differ from the trend, the largest move first.
    pub premises: Vec<Move>,
    /// Targets that are met in the expected value and hardly more likely than not, with their chances.
    pub toss_ups: Vec<(&'a Assessment, f64)>,
    /// Targets that a smaller denominator alone meets.
    pub smaller_denominator: Vec<&'a Assessment>,
}

impl<'a> Facts<'a> {
    pub fn new(grounds: &'a Grounds<'a>) -> Self {
        let Grounds { plan, own, bands, way, .. } = *grounds;
        let assessments = &own.summary.assessments;
        let pick = |wanted: &dyn Fn(&Assessment) -> bool| -> Vec<&'a Assessment> {
            assessments.iter().filter(|assessment| wanted(assessment)).collect()
        };
        let mut unmet = pick(&|assessment| assessment.status != Status::Met);
        unmet.sort_by(|a, b| a.completion.total_cmp(&b.completion));
        let lowest = unmet.first().map(|assessment| completion(assessment.completion));
        let furthest = unmet.iter().copied().filter(|one| Some(completion(one.completion)) == lowest).collect();
        let trend = Scenario::preset(plan, PresetId::Trend);
        let premises = if unmet.is_empty() { moves(grounds, &trend, &own.scenario) } else { Vec::new() };
        let toss_ups = bands.map_or_else(Vec::new, |bands| {
            let with_chance = assessments.iter().map(|assessment| (assessment, bands.chance(assessment.id)));
            with_chance.filter(|(assessment, chance)| is_toss_up(assessment.status, *chance)).collect()
        });
        Facts {
            grounds,
            met: pick(&|assessment| assessment.status == Status::Met),
            near: pick(&|assessment| assessment.status == Status::Near),
            short: pick(&|assessment| assessment.status == Status::Short),
            binding: pick(&|assessment| plan.indicator(assessment.id).attribute == Attribute::Binding),
            furthest,
            causes: causes(grounds, &unmet),
            moves: way.map_or_else(Vec::new, |way: Way| moves(grounds, &own.scenario, way.scenario)),
            premises,
            toss_ups,
            smaller_denominator: pick(&|assessment| assessment.smaller_denominator),
        }
    }

    /// How many targets there are.
    pub fn total(&self) -> usize {
        self.grounds.plan.indicators.len()
    }

    pub fn all_met(&self) -> bool {
        self.met.len() == self.total()
    }
}

/// For each target that is not met what keeps it below the plan's preset most, by what does so.
fn causes<'a>(grounds: &Grounds<'a>, unmet: &[&'a Assessment]) -> Vec<Cause<'a>> {
    let Grounds { plan, own, causes, .. } = *grounds;
    let Some(attribution) = causes else { return Vec::new() };
    let mut found: Vec<(Player, Vec<(&'a Assessment, f64)>)> = Vec::new();
    for assessment in unmet {
        let parts = attribution.leading(assessment.id, plan.years);
        let Some(part) = parts.into_iter().find(|part| part.value < 0.0) else { continue };
        // What rounds to nothing is no cause.
        if difference(part.value, plan.indicator(assessment.id).decimals) == "—" {
            continue;
        }
        match found.iter_mut().find(|(player, _)| *player == part.player) {
            Some((_, effects)) => effects.push((assessment, part.value)),
            None => found.push((part.player, vec![(assessment, part.value)])),
        }
    }
    let cause = |(player, mut effects): (Player, Vec<(&'a Assessment, f64)>)| {
        effects.truncate(EFFECTS);
        let lever = match player {
            Player::Lever(lever) => Some(Move {
                lever,
                from: own.scenario.lever_mean(plan, lever),
                to: plan.lever(lever).presets[PresetId::Plan.index()],
            }),
            Player::Assumptions => None,
        };
        Cause { lever, effects }
    };
    found.into_iter().take(CAUSES).map(cause).collect()
}

/// The levers whose means differ as printed, the largest part of its range first.
fn moves(grounds: &Grounds, from: &Scenario, to: &Scenario) -> Vec<Move> {
    let plan = grounds.plan;
    let way = |lever: &Lever| Move {
        lever: lever.id,
        from: from.lever_mean(plan, lever.id),
        to: to.lever_mean(plan, lever.id),
    };
    let mut moves: Vec<Move> = plan.levers.iter().map(way).collect();
    moves.retain(|one| {
        let decimals = plan.lever(one.lever).decimals;
        fixed(one.from, decimals) != fixed(one.to, decimals)
    });
    let size = |one: &Move| {
        let lever = plan.lever(one.lever);
        (one.to - one.from).abs() / (lever.max - lever.min)
    };
    moves.sort_by(|a, b| size(b).total_cmp(&size(a)));
    moves
}
