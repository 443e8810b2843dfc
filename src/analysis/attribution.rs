//! What makes the difference between two scenarios: Owen values (Owen 1977, in Henn & Moeschlin (eds), Essays in
//! Mathematical Economics and Game Theory: 76–88).
//!
//! The players are the levers that differ, each with all its years, and all coefficients, facts and readings together;
//! the unions are the groups of levers, and the assumptions alone. A player's value is its marginal contribution,
//! averaged over the orders in which the unions, and within each union its players, pass from reference to scenario.

use super::batch::Batch;
use super::table::Table;
use crate::model::Scenario;
use crate::plan::{GroupId, INDICATORS, IndicatorId, LEVERS, LeverId, MAX_YEARS, Plan};

/// Something that differs between two scenarios.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Player {
    /// A lever with all its years.
    Lever(LeverId),
    /// Every coefficient, fact and reading.
    Assumptions,
}

impl Player {
    /// The group of a lever; `None` for the assumptions.
    pub fn group(self, plan: &Plan) -> Option<GroupId> {
        match self {
            Player::Lever(id) => Some(plan.lever(id).group),
            Player::Assumptions => None,
        }
    }

    /// Passes this player in `to` from its own side to that of `from`.
    fn pass(self, to: &mut Scenario, from: &Scenario) {
        match self {
            Player::Lever(id) => to.take_lever(from, id),
            Player::Assumptions => to.take_assumptions(from),
        }
    }
}

/// What each player contributes to the difference between a scenario and its reference.
#[derive(Clone, PartialEq, Debug)]
pub struct Attribution {
    parts: Vec<(Player, Table)>,
    years: usize,
}

impl Attribution {
    /// The Owen values, exact but for rounding. Projects at most 3,584 scenarios.
    pub fn new(plan: &Plan, scenario: &Scenario, reference: &Scenario) -> Self {
        let unions = unions(plan, scenario, reference);
        let means = means_of_coalitions(plan, scenario, reference, &unions);
        let mut parts = Vec::new();
        for (union, means) in unions.iter().zip(&means) {
            for (i, &player) in union.iter().enumerate() {
                let mut part = Table::default();
                for (members, without) in means.iter().enumerate().filter(|(members, _)| members & (1 << i) == 0) {
                    let weight = weight(members.count_ones() as usize, union.len());
                    part.add(weight, &means[members | 1 << i]);
                    part.add(-weight, without);
                }
                parts.push((player, part));
            }
        }
        Attribution { parts, years: plan.years }
    }

    /// Who differs, in table order, the assumptions last.
    pub fn players(&self) -> impl Iterator<Item = Player> + '_ {
        self.parts.iter().map(|&(player, _)| player)
    }

    /// What a player contributes `t` ≥ 1 years after the base year; 0 where it does not differ.
    pub fn part(&self, player: Player, id: IndicatorId, t: usize) -> f64 {
        self.sum(id, t, |other| other == player)
    }

    /// What the levers of a group contribute together: the group's Shapley value among the groups.
    pub fn group(&self, plan: &Plan, group: GroupId, id: IndicatorId, t: usize) -> f64 {
        self.sum(id, t, |player| player.group(plan) == Some(group))
    }

    /// The whole difference.
    pub fn total(&self, id: IndicatorId, t: usize) -> f64 {
        self.sum(id, t, |_| true)
    }

    /// The players that move an indicator, largest contribution first.
    pub fn leading(&self, id: IndicatorId, t: usize) -> Vec<Part> {
        let total = self.total(id, t);
        let mut leading: Vec<Part> = self
            .players()
            .map(|player| Part::new(player, self.part(player, id, t), total))
            .filter(|part| part.value != 0.0)
            .collect();
        leading.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
        leading
    }

    fn sum(&self, id: IndicatorId, t: usize, counts: impl Fn(Player) -> bool) -> f64 {
        self.parts.iter().filter(|(player, _)| counts(*player)).map(|(_, part)| part.value(id, t)).sum()
    }

    /// The years, then for each player its number (levers in table order, then the assumptions) and its table.
    pub fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = vec![self.years as f64];
        for (player, part) in &self.parts {
            numbers.push(match player {
                Player::Lever(id) => id.index() as f64,
                Player::Assumptions => LEVERS as f64,
            });
            numbers.extend(part.rows(self.years).flatten());
        }
        numbers
    }

    /// Reads [`to_numbers`](Attribution::to_numbers); `None` where the numbers are not of that form.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let (&years, rest) = numbers.split_first()?;
        let years = (1..=MAX_YEARS).find(|&count| count as f64 == years)?;
        let rows = rest.chunks_exact(1 + years * INDICATORS);
        if !rows.remainder().is_empty() {
            return None;
        }
        let read = |row: &[f64]| {
            let player = match (0..=LEVERS).find(|&index| index as f64 == row[0])? {
                LEVERS => Player::Assumptions,
                index => Player::Lever(LeverId::ALL[index]),
            };
            Some((player, Table::from_numbers(&row[1..])))
        };
        Some(Attribution { parts: rows.map(read).collect::<Option<_>>()?, years })
    }
}

/// One player's contribution to the difference in one indicator.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Part {
    pub player: Player,
    /// In the indicator's unit.
    pub value: f64,
    /// Of the whole difference, fraction; `None` where contributions of both signs cancel out or all but do.
    pub share: Option<f64>,
}

impl Part {
    fn new(player: Player, value: f64, total: f64) -> Self {
        // Beyond ten times the whole, a share says nothing but that the whole is small.
        let share = Some(value / total).filter(|share| share.abs() <= 10.0);
        Part { player, value, share }
    }
}

/// The players, by union.
fn unions(plan: &Plan, scenario: &Scenario, reference: &Scenario) -> Vec<Vec<Player>> {
    let mut unions: Vec<Vec<Player>> = GroupId::ALL
        .iter()
        .map(|&group| {
            let differs = |&id: &LeverId| scenario.lever(plan, id) != reference.lever(plan, id);
            plan.levers_of(group).map(|lever| lever.id).filter(differs).map(Player::Lever).collect()
        })
        .collect();
    let mut exchanged = reference.clone();
    exchanged.take_assumptions(scenario);
    if exchanged != *reference {
        unions.push(vec![Player::Assumptions]);
    }
    unions.retain(|union| !union.is_empty());
    unions
}

/// For each union and each set of its members (by bits), the mean projection with these members passed, over the
/// unions that have passed whole before.
fn means_of_coalitions(
    plan: &Plan,
    scenario: &Scenario,
    reference: &Scenario,
    unions: &[Vec<Player>],
) -> Vec<Vec<Table>> {
    let mut means: Vec<Vec<Table>> = unions.iter().map(|union| vec![Table::default(); 1 << union.len()]).collect();
    let count = unions.len();
    let whole = |union: usize| (1usize << unions[union].len()) - 1;

    /// Whole unions by bits; with `None` nobody else, else some members of one union more.
    type Coalition = (usize, Option<(usize, usize)>);
    let mut batch = Batch::new(plan, |(passed, more): Coalition, projection| {
        let earlier = |union: usize| weight((passed & !(1 << union)).count_ones() as usize, count);
        match more {
            Some((union, members)) => means[union][members].add_projection(earlier(union), projection),
            // Whole unions alone serve each union, as all or none of its own members.
            None => {
                for (union, means) in means.iter_mut().enumerate() {
                    let members = if passed & (1 << union) == 0 { 0 } else { whole(union) };
                    means[members].add_projection(earlier(union), projection);
                }
            }
        }
    });
    for passed in 0..1usize << count {
        let is_in = |union: usize| passed & (1 << union) != 0;
        let mut base = reference.clone();
        for union in (0..count).filter(|&union| is_in(union)) {
            unions[union].iter().for_each(|player| player.pass(&mut base, scenario));
        }
        batch.push((passed, None), base.clone());
        for union in (0..count).filter(|&union| !is_in(union)) {
            for members in 1..whole(union) {
                let mut coalition = base.clone();
                for (i, player) in unions[union].iter().enumerate() {
                    if members & (1 << i) != 0 {
                        player.pass(&mut coalition, scenario);
                    }
                }
                batch.push((passed, Some((union, members))), coalition);
            }
        }
    }
    batch.finish();
    means
}

/// The chance that exactly `before` given others, of `count` in random order, come before one.
fn weight(before: usize, count: usize) -> f64 {
    let factorial = |n: usize| (1..=n).map(|k| k as f64).product::<f64>();
    factorial(before) * factorial(count - before - 1) / factorial(count)
}
