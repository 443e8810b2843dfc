//! What an indicator is sensitive to: each lever and coefficient moved alone.

use super::batch::Batch;
use crate::model::{LANES, Projection, Scenario, SideBySide};
use crate::plan::{COEFFICIENTS, CoefficientId, INDICATORS, IndicatorId, LEVERS, LeverId, Plan, PresetId};

/// What is moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Input {
    Lever(LeverId),
    Coefficient(CoefficientId),
}

/// How many inputs there are.
const INPUTS: usize = LEVERS + COEFFICIENTS;

impl Input {
    /// Every lever, then every coefficient.
    fn all() -> impl Iterator<Item = Input> {
        let levers = LeverId::ALL.iter().map(|&id| Input::Lever(id));
        levers.chain(CoefficientId::ALL.iter().map(|&id| Input::Coefficient(id)))
    }

    fn index(self) -> usize {
        match self {
            Input::Lever(id) => id.index(),
            Input::Coefficient(id) => LEVERS + id.index(),
        }
    }

    /// The values below and above a scenario's own that this input is moved to.
    fn ends(self, plan: &Plan, scenario: &Scenario) -> [f64; 2] {
        match self {
            Input::Lever(id) => {
                let lever = plan.lever(id);
                let step = STEP * (lever.max - lever.min);
                [-step, step].map(|step| (scenario.lever_mean(plan, id) + step).clamp(lever.min, lever.max))
            }
            Input::Coefficient(id) => {
                let coefficient = plan.coefficient(id);
                let own = scenario.coefficient(id);
                [coefficient.low.min(own), coefficient.high.max(own)]
            }
        }
    }

    /// The scenario with this input moved to `value`.
    fn moved(self, plan: &Plan, scenario: &Scenario, value: f64) -> Scenario {
        let mut moved = scenario.clone();
        match self {
            Input::Lever(id) => moved.shift_lever(plan, id, scenario, value),
            Input::Coefficient(id) => {
                let set = moved.set_coefficient(plan, id, value);
                debug_assert!(set.is_ok(), "low and high lie within the limits");
            }
        }
        moved
    }
}

/// Part of a lever's range that it is moved by, up and down.
const STEP: f64 = 0.1;

/// The target year with one input moved down and up.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Swing {
    pub input: Input,
    /// The input's value below and above: a lever's mean, a coefficient's low and high. In the stored unit.
    pub moved: [f64; 2],
    /// The indicator's value at these, in its unit.
    pub values: [f64; 2],
    /// From the least to the largest of both and the scenario's own value.
    pub width: f64,
    /// Why the width is zero, where it is.
    pub idle: Option<Idle>,
}

/// Why an input leaves an indicator where it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Idle {
    /// No equation leads from it to this indicator.
    Unconnected,
    /// It acts only where government R&D leaves its reference path.
    GovernmentOnReference,
    /// It acts only where the super-deduction is not at its reference.
    DeductionOnReference,
    /// It acts only where matching is not at its reference.
    MatchingOnReference,
    /// It acts only where industrial revenue leaves its reference.
    RevenueOnReference,
    /// It acts only where R&D coverage leaves its reference.
    CoverageOnReference,
    /// It acts only where GDP growth is not at its reference.
    GrowthOnReference,
    /// It acts only where coverage or revenue moves industry's R&D off its reference.
    IndustryOnReference,
    /// It acts only where more posts stay empty than in the base year.
    PostsFilled,
    /// What it acts through stands still in this scenario, or a limit holds it.
    Held,
}

impl Idle {
    /// Why a coefficient that can act does not.
    fn of(id: CoefficientId) -> Idle {
        match id {
            CoefficientId::CrowdIn => Idle::GovernmentOnReference,
            CoefficientId::UserCostElasticity => Idle::DeductionOnReference,
            CoefficientId::MatchAdditionality => Idle::MatchingOnReference,
            CoefficientId::SalesElasticity => Idle::RevenueOnReference,
            CoefficientId::CoverageElasticity => Idle::CoverageOnReference,
            CoefficientId::RdCyclicality => Idle::GrowthOnReference,
            CoefficientId::IndustrialShare => Idle::IndustryOnReference,
            CoefficientId::ShortageDrag => Idle::PostsFilled,
            _ => Idle::Held,
        }
    }
}

/// Each input's values below and above, and the indicators in the target year there.
type Moves = [([f64; 2], [[f64; INDICATORS]; 2]); INPUTS];

/// Every indicator's target year with each input moved alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Sensitivity {
    /// The scenario's own values.
    own: [f64; INDICATORS],
    moves: Moves,
    /// By input: the indicators that it can move in some scenario.
    connected: [[bool; INDICATORS]; INPUTS],
}

impl Sensitivity {
    /// Moves each lever by a tenth of its range, as its slider does (all years alike, within the range), and sets each
    /// coefficient to its low and high; a value outside low–high widens that range to it.
    pub fn new(plan: &Plan, scenario: &Scenario) -> Self {
        let probe = moves(plan, &off_every_reference(plan));
        // In lanes like all else, whose last bits can differ from those of a single projection.
        let mut own = SideBySide::new(plan);
        own.project(plan, [scenario; LANES]);
        Sensitivity {
            own: target_year(&own.projection(0)),
            moves: moves(plan, scenario),
            connected: probe.map(|(_, [low, high])| std::array::from_fn(|i| low[i] != high[i])),
        }
    }

    /// The own values, then each input's two values and the indicators at both, then by input which it can move.
    pub fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = self.own.to_vec();
        for (moved, values) in &self.moves {
            numbers.extend(moved);
            numbers.extend(values.as_flattened());
        }
        numbers.extend(self.connected.as_flattened().iter().map(|&connected| f64::from(u8::from(connected))));
        numbers
    }

    /// Reads [`to_numbers`](Sensitivity::to_numbers); `None` where the numbers are not as many.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let (own, rest) = numbers.split_first_chunk()?;
        let (moves, connected) = rest.split_at_checked(INPUTS * (2 + 2 * INDICATORS))?;
        if connected.len() != INPUTS * INDICATORS {
            return None;
        }
        let row = |index: usize| &moves[index * (2 + 2 * INDICATORS)..];
        let value = |index: usize, end: usize, i: usize| row(index)[2 + end * INDICATORS + i];
        Some(Sensitivity {
            own: *own,
            moves: std::array::from_fn(|index| {
                let values = [0, 1].map(|end| std::array::from_fn(|i| value(index, end, i)));
                ([row(index)[0], row(index)[1]], values)
            }),
            connected: std::array::from_fn(|index| std::array::from_fn(|i| connected[index * INDICATORS + i] == 1.0)),
        })
    }

    /// The scenario's own value in the target year.
    pub fn own(&self, id: IndicatorId) -> f64 {
        self.own[id.index()]
    }

    /// All inputs for one indicator, widest first.
    pub fn swings(&self, id: IndicatorId) -> Vec<Swing> {
        let mut swings: Vec<Swing> = Input::all().map(|input| self.swing(input, id)).collect();
        swings.sort_by(|a, b| b.width.total_cmp(&a.width));
        swings
    }

    /// One input for one indicator.
    pub fn swing(&self, input: Input, id: IndicatorId) -> Swing {
        let own = self.own(id);
        let (moved, rows) = self.moves[input.index()];
        let values = rows.map(|row| row[id.index()]);
        let [low, high] = values;
        let width = low.max(high).max(own) - low.min(high).min(own);
        let reason = || match input {
            _ if !self.connected[input.index()][id.index()] => Idle::Unconnected,
            Input::Lever(_) => Idle::Held,
            Input::Coefficient(id) => Idle::of(id),
        };
        Swing { input, moved, values, width, idle: (width == 0.0).then(reason) }
    }
}

fn target_year(projection: &Projection) -> [f64; INDICATORS] {
    std::array::from_fn(|i| projection.last(IndicatorId::ALL[i]))
}

fn moves(plan: &Plan, scenario: &Scenario) -> Moves {
    let mut moves = [([0.0; 2], [[0.0; INDICATORS]; 2]); INPUTS];
    let mut batch = Batch::new(plan, |(input, end): (Input, usize), projection| {
        moves[input.index()].1[end] = target_year(projection);
    });
    for input in Input::all() {
        for (end, value) in input.ends(plan, scenario).into_iter().enumerate() {
            batch.push((input, end), input.moved(plan, scenario, value));
        }
    }
    batch.finish();
    for input in Input::all() {
        moves[input.index()].0 = input.ends(plan, scenario);
    }
    moves
}

/// A scenario in which every input does what it can: no lever at its reference, posts left empty.
fn off_every_reference(plan: &Plan) -> Scenario {
    let mut scenario = Scenario::preset(plan, PresetId::Trend);
    for lever in &plan.levers {
        let basis = scenario.clone();
        scenario.shift_lever(plan, lever.id, &basis, lever.min + 0.4 * (lever.max - lever.min));
    }
    scenario
}
