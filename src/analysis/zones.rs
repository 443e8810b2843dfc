//! Passing zones: where on each lever's slider the targets hold, all other levers as they are.

use super::Goal;
use super::batch::Batch;
use crate::model::Scenario;
use crate::plan::{LEVERS, LeverId};

/// Places along a slider that are tried at first, ends included.
const SAMPLES: usize = 15;
/// Places between a passing and a failing one that are tried next.
const BETWEEN: usize = 4;
/// How often a crossing is narrowed down, by `BETWEEN + 1` each time: to less than a thousandth of the slider.
const ROUNDS: usize = 3;

/// The stretches of a slider, as lever means from low to high, in which the targets hold. No stretch is missed that is
/// longer than a fourteenth of the slider or holds the present value; at each end given, the targets hold.
pub type Zone = Vec<(f64, f64)>;

/// The zone of every lever. A slider moves all years of its lever by the same amount, within the range.
#[derive(Clone, PartialEq, Debug)]
pub struct Zones([Zone; LEVERS]);

/// A place on a lever's slider, and whether the targets hold there.
#[derive(Clone, Copy, Debug)]
struct Place {
    mean: f64,
    holds: bool,
}

impl Zones {
    pub fn new(goal: &Goal, scenario: &Scenario) -> Self {
        let mut places: [Vec<Place>; LEVERS] = std::array::from_fn(|i| samples(goal, scenario, LeverId::ALL[i]));
        for round in 0..=ROUNDS {
            if round > 0 {
                places.iter_mut().for_each(narrow);
            }
            test(goal, scenario, &mut places);
        }
        Zones(places.map(|places| stretches(&places)))
    }

    pub fn of(&self, id: LeverId) -> &Zone {
        &self.0[id.index()]
    }

    /// For each lever how many stretches, then their ends.
    pub fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = Vec::new();
        for zone in &self.0 {
            numbers.push(zone.len() as f64);
            numbers.extend(zone.iter().flat_map(|&(from, to)| [from, to]));
        }
        numbers
    }

    /// Reads [`to_numbers`](Zones::to_numbers); `None` where the numbers are not of that form.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let mut rest = numbers;
        let mut zones = Zones(std::array::from_fn(|_| Zone::new()));
        for zone in &mut zones.0 {
            let (&count, after) = rest.split_first()?;
            let (ends, after) = after.split_at_checked((count as usize).saturating_mul(2))?;
            *zone = ends.chunks_exact(2).map(|ends| (ends[0], ends[1])).collect();
            rest = after;
        }
        rest.is_empty().then_some(zones)
    }
}

fn samples(goal: &Goal, scenario: &Scenario, id: LeverId) -> Vec<Place> {
    let lever = goal.plan.lever(id);
    let step = (lever.max - lever.min) / (SAMPLES - 1) as f64;
    let mut means: Vec<f64> = (0..SAMPLES).map(|i| (lever.min + step * i as f64).min(lever.max)).collect();
    means.push(scenario.lever_mean(goal.plan, id));
    means.sort_by(f64::total_cmp);
    means.into_iter().map(|mean| Place { mean, holds: false }).collect()
}

/// Adds places between each neighbouring two of which one passes.
fn narrow(places: &mut Vec<Place>) {
    let mut finer = Vec::with_capacity(places.len());
    for pair in places.windows(2) {
        finer.push(pair[0]);
        if pair[0].holds != pair[1].holds {
            let step = (pair[1].mean - pair[0].mean) / (BETWEEN + 1) as f64;
            finer.extend((1..=BETWEEN).map(|i| Place { mean: pair[0].mean + step * i as f64, holds: false }));
        }
    }
    finer.extend(places.last());
    *places = finer;
}

/// Finds out where the targets hold.
fn test(goal: &Goal, scenario: &Scenario, places: &mut [Vec<Place>; LEVERS]) {
    let keys: Vec<(usize, usize)> =
        places.iter().enumerate().flat_map(|(lever, places)| (0..places.len()).map(move |i| (lever, i))).collect();
    let means: Vec<f64> = keys.iter().map(|&(lever, i)| places[lever][i].mean).collect();
    let mut batch = Batch::new(goal.plan, |(lever, i): (usize, usize), projection| {
        places[lever][i].holds = goal.holds(scenario, projection);
    });
    for (key, mean) in keys.into_iter().zip(means) {
        let mut moved = scenario.clone();
        moved.shift_lever(goal.plan, LeverId::ALL[key.0], scenario, mean);
        batch.push(key, moved);
    }
    batch.finish();
}

fn stretches(places: &[Place]) -> Zone {
    places
        .chunk_by(|a, b| a.holds == b.holds)
        .filter(|stretch| stretch[0].holds)
        .map(|stretch| (stretch[0].mean, stretch[stretch.len() - 1].mean))
        .collect()
}
