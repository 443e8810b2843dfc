//! Goal seek with confidence: the least effort at which the targets hold together with a wanted chance.
//!
//! The chance comes from the same random numbers in every round, so that it changes with the levers alone. Its slopes
//! are those of the draws near their targets, each moved as the expected value is. The result is checked with fresh
//! draws, and the aim raised where these fall short.

use super::chance::{Joint, chance};
use super::descent::{Constraint, Descent, Found, Pace};
use super::freedom::Freedom;
use super::quadratic::{Bounds, Point};
use super::slopes::Slopes;
use super::{Solution, search};
use crate::analysis::Goal;
use crate::analysis::monte_carlo::{Draws, Sample};
use crate::model::{Number, Scenario};
use crate::plan::LEVERS;

/// Fresh draws of the check for each draw of a round.
const FRESH: u64 = 4;
/// Less than `still` is lost in the draws' noise. A chance that several targets share bends much: the way that raises it
/// most turns as soon as one of them is safe.
const PACE: Pace = Pace { still: 5e-4, inertia: 4.0 };
/// How often the aim is raised.
const CHECKS: usize = 4;
/// Draws a step: about a millisecond.
const SLICE: u64 = 1_000;

/// A search under way, a slice of draws at a time; to cancel it, stop calling [`step`](Confidence::step).
pub struct Confidence<'a> {
    slopes: Slopes<'a>,
    bounds: Bounds,
    wanted: f64,
    /// Draws a round.
    count: u64,
    /// The chance to reach in the search's own draws.
    aim: f64,
    descent: Descent,
    draws: Draws<'a>,
    fresh: Draws<'a>,
    /// What the draws at hand are for, where they are made, and those made so far.
    stage: Stage,
    place: Scenario,
    sample: Sample,
    rounds: usize,
    checks: usize,
}

/// What draws are for.
enum Stage {
    /// Whether the scenario as it is has the wanted chance already.
    Present,
    /// A place on the way.
    Round,
    /// Whether fresh draws bear out where the descent ended.
    Check(Found),
}

/// How a search stands after a step.
#[derive(Clone, PartialEq, Debug)]
pub enum Progress {
    /// In the midst of draws.
    Drawing,
    /// The chance at the last place tried, and the rounds so far.
    Running {
        chance: f64,
        rounds: usize,
    },
    Done(Box<Assured>),
}

/// Where a search with confidence ended.
#[derive(Clone, PartialEq, Debug)]
pub struct Assured {
    pub solution: Solution,
    /// The chance that all chosen targets hold there, in fresh draws.
    pub chance: f64,
    /// Its standard error.
    pub error: f64,
    /// Whether that is the wanted chance or more. If not, the search knows no setting that reaches it, and this is the one
    /// of the largest chance.
    pub reached: bool,
}

impl Assured {
    /// The chance and its error, then the solution.
    pub fn to_numbers(&self, goal: &Goal) -> Vec<f64> {
        let mut numbers = vec![self.chance, self.error, f64::from(u8::from(self.reached))];
        numbers.extend(self.solution.to_numbers(goal.plan));
        numbers
    }

    /// Reads [`to_numbers`](Assured::to_numbers), as [`Solution::from_numbers`] does.
    pub fn from_numbers(goal: &Goal, scenario: &Scenario, numbers: &[f64]) -> Option<Self> {
        let (&[chance, error, reached], rest) = numbers.split_first_chunk()?;
        let solution = Solution::from_numbers(goal, scenario, rest)?;
        Some(Assured { solution, chance, error, reached: reached == 1.0 })
    }

    fn new(solution: Solution, chance: f64, draws: u64, reached: bool) -> Self {
        Assured { solution, chance, error: standard_error(chance, draws), reached }
    }
}

impl<'a> Confidence<'a> {
    /// A search for the chance `wanted`, of at least a thousandth and at most one less that, from `scenario`. A round takes `count`
    /// draws (10,000 tell a chance to half a point); each seed has draws of its own.
    pub fn new(goal: Goal<'a>, scenario: &Scenario, freedom: &Freedom, wanted: f64, count: u64, seed: u64) -> Self {
        let wanted = wanted.clamp(0.001, 0.999);
        let mut slopes = Slopes::new(goal, scenario, freedom);
        let bounds = freedom.bounds(goal.plan, scenario);
        // Where the expected values meet the targets, chances are neither 0 nor 1.
        let start = search(&mut slopes, freedom).point;
        let descent = Descent::new(bounds, &start, PACE);
        let (stage, place) = if freedom.allows(goal.plan, scenario) {
            (Stage::Present, scenario.clone())
        } else {
            (Stage::Round, slopes.scenario_at(descent.point()))
        };
        Confidence {
            slopes,
            bounds,
            wanted,
            count,
            aim: wanted + standard_error(wanted, count),
            descent,
            stage,
            place,
            draws: Draws::new(goal.plan, scenario, seed),
            fresh: Draws::new(goal.plan, scenario, !seed),
            sample: Sample::with_capacity(goal.plan, (FRESH * count) as usize),
            rounds: 0,
            checks: 0,
        }
    }

    /// A slice of draws at one place; after the last of them, the move to the next.
    pub fn step(&mut self) -> Progress {
        let (wanted, draws) = match self.stage {
            Stage::Round => (self.count, &mut self.draws),
            Stage::Present | Stage::Check(_) => (FRESH * self.count, &mut self.fresh),
        };
        let made = self.sample.draws() as u64;
        if made == 0 {
            draws.set_scenario(&self.place);
        }
        draws.run(made..(made + SLICE).min(wanted), &mut self.sample);
        if (self.sample.draws() as u64) < wanted {
            return Progress::Drawing;
        }
        let progress = match std::mem::replace(&mut self.stage, Stage::Round) {
            Stage::Present => self.present(),
            Stage::Round => self.round(),
            Stage::Check(found) => self.check(&found),
        };
        self.sample.clear();
        if let Stage::Round = self.stage {
            self.place = self.slopes.scenario_at(self.descent.point());
        }
        progress
    }

    /// The scenario as it is, where the wanted chance is there already.
    fn present(&mut self) -> Progress {
        let (goal, chance) = (self.slopes.goal, self.chance());
        if chance < self.wanted {
            return Progress::Drawing;
        }
        let solution = Solution::new(&goal, self.place.clone(), 0.0);
        Progress::Done(Box::new(Assured::new(solution, chance, FRESH * self.count, true)))
    }

    /// The move from one place to the next, or to the check of the last.
    fn round(&mut self) -> Progress {
        self.rounds += 1;
        let joint = Joint::new(&self.slopes.goal, &self.place, &self.sample);
        let point = *self.descent.point();
        let constraint = self.constraint(&point, &joint);
        match self.descent.tell(&[constraint]) {
            Some(found) => {
                self.place = self.slopes.scenario_at(&found.point);
                self.stage = Stage::Check(found);
                Progress::Drawing
            }
            None => Progress::Running { chance: joint.chance, rounds: self.rounds },
        }
    }

    /// The chance in the draws at hand.
    fn chance(&self) -> f64 {
        chance(&self.slopes.goal, &self.place, &self.sample)
    }

    /// The log-odds of the chance beyond those of the aim: nearly linear in the levers.
    fn constraint(&mut self, point: &Point, joint: &Joint) -> Constraint {
        let least = 0.5 / self.count as f64;
        let chance = joint.chance.clamp(least, 1.0 - least);
        let mut slopes = [0.0; LEVERS];
        for (margin, log_slope) in self.slopes.constraints(point).iter().zip(&joint.log_slopes) {
            for (slope, along) in slopes.iter_mut().zip(&margin.slopes) {
                *slope += log_slope * along / (1.0 - chance);
            }
        }
        Constraint { value: log_odds(chance) - log_odds(self.aim), slopes }
    }

    /// Holds the result against fresh draws, and raises the aim where they fall short.
    fn check(&mut self, found: &Found) -> Progress {
        self.checks += 1;
        let (goal, chance) = (self.slopes.goal, self.chance());
        let reached = chance >= self.wanted;
        if !reached && found.satisfies() && self.checks < CHECKS {
            let error = standard_error(self.wanted, FRESH * self.count);
            self.aim = (self.aim + (self.wanted - chance) + error).min(1.0 - 1.0 / self.count as f64);
            self.descent = Descent::new(self.bounds, &found.point, PACE);
            return Progress::Running { chance, rounds: self.rounds };
        }
        let solution = Solution::new(&goal, self.place.clone(), found.effort);
        Progress::Done(Box::new(Assured::new(solution, chance, FRESH * self.count, reached)))
    }
}

fn standard_error(chance: f64, draws: u64) -> f64 {
    (chance * (1.0 - chance) / draws as f64).sqrt()
}

fn log_odds(chance: f64) -> f64 {
    Number::ln(chance / (1.0 - chance))
}
