//! What the page can ask for.

use std::rc::Rc;

use super::DRAWS;
use super::numbers::{Reader, push_scenario, take_scenario, take_targets, targets_to_number};
use crate::analysis::Targets;
use crate::analysis::goal_seek::Freedom;
use crate::model::Scenario;
use crate::plan::{IndicatorId, LeverId, Plan};

/// No indicator's value lies beyond this.
const MOST_ASKED: f64 = 1e12;

/// The kinds of work, most urgent first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Slot {
    /// Where the targets hold on each slider.
    Zones,
    /// What it takes to meet the targets.
    GoalSeek,
    /// Why two scenarios differ.
    Attribution,
    /// What an indicator is sensitive to.
    Sensitivity,
    /// What it takes to bring an indicator to a value.
    Reach,
    /// How likely, of the present scenario.
    Likelihood,
    /// Ways to the targets side by side.
    Ways,
    /// What a briefing is made from.
    Briefing,
    /// Rank correlations of the draws.
    Correlations,
    /// A search for targets that hold together with a wanted chance.
    Confidence,
    /// A run of many draws.
    Run,
    /// Draws for another worker's run.
    Draw,
    /// What scripts ask for.
    Script,
}

impl Slot {
    pub const ALL: [Slot; 13] = [
        Slot::Zones,
        Slot::GoalSeek,
        Slot::Attribution,
        Slot::Sensitivity,
        Slot::Reach,
        Slot::Likelihood,
        Slot::Ways,
        Slot::Briefing,
        Slot::Correlations,
        Slot::Confidence,
        Slot::Run,
        Slot::Draw,
        Slot::Script,
    ];
}

/// How many draws a live run makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// As many as settle the picture, at once: for a hand that moves on.
    Glance,
    /// A few hundred first, then more: for a hand that rests.
    Full,
}

impl Depth {
    /// After how many draws bands are shown; the last ends the run.
    pub const fn stops(self) -> &'static [u32] {
        match self {
            Depth::Glance => &[2_000],
            Depth::Full => &[500, 2_000, DRAWS],
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum Request {
    Zones {
        scenario: Rc<Scenario>,
        targets: Targets,
    },
    GoalSeek {
        scenario: Rc<Scenario>,
        targets: Targets,
        freedom: Freedom,
    },
    /// The ways side by side, of which each moves the levers of `freedom` that it uses.
    Ways {
        scenario: Rc<Scenario>,
        targets: Targets,
        freedom: Freedom,
    },
    /// What makes the difference to the plan's preset, and the least effort that meets all targets.
    Briefing {
        scenario: Rc<Scenario>,
    },
    /// The least effort at which the targets hold together with at least this chance.
    Confidence {
        scenario: Rc<Scenario>,
        targets: Targets,
        freedom: Freedom,
        chance: f64,
    },
    Attribution {
        scenario: Rc<Scenario>,
        reference: Rc<Scenario>,
    },
    Sensitivity {
        scenario: Rc<Scenario>,
    },
    /// The least effort that brings an indicator to a value, in its unit, in place of its target.
    Reach {
        scenario: Rc<Scenario>,
        id: IndicatorId,
        value: f64,
    },
    /// Bands, with the spread of one indicator in the target year.
    Likelihood {
        scenario: Rc<Scenario>,
        detail: IndicatorId,
        depth: Depth,
    },
    Correlations {
        scenario: Rc<Scenario>,
    },
    /// The bands of draws 0 to `draws`, of which `own` are made here and the rest is sent by others.
    Run {
        scenario: Rc<Scenario>,
        seed: u64,
        draws: u32,
        own: u32,
    },
    /// Draws `first` to `first + count`, to be sent on.
    Draw {
        scenario: Rc<Scenario>,
        seed: u64,
        first: u32,
        count: u32,
    },
}

impl Request {
    pub fn slot(&self) -> Slot {
        match self {
            Request::Zones { .. } => Slot::Zones,
            Request::GoalSeek { .. } => Slot::GoalSeek,
            Request::Ways { .. } => Slot::Ways,
            Request::Briefing { .. } => Slot::Briefing,
            Request::Confidence { .. } => Slot::Confidence,
            Request::Attribution { .. } => Slot::Attribution,
            Request::Sensitivity { .. } => Slot::Sensitivity,
            Request::Reach { .. } => Slot::Reach,
            Request::Likelihood { .. } => Slot::Likelihood,
            Request::Correlations { .. } => Slot::Correlations,
            Request::Run { .. } => Slot::Run,
            Request::Draw { .. } => Slot::Draw,
        }
    }

    /// The slot's place, then what the request holds.
    pub fn to_numbers(&self, plan: &Plan) -> Vec<f64> {
        let mut numbers = vec![self.slot() as usize as f64];
        match self {
            Request::Zones { scenario, targets } => {
                push_scenario(plan, scenario, &mut numbers);
                numbers.push(targets_to_number(*targets));
            }
            Request::GoalSeek { scenario, targets, freedom } | Request::Ways { scenario, targets, freedom } => {
                push_scenario(plan, scenario, &mut numbers);
                numbers.push(targets_to_number(*targets));
                push_freedom(freedom, &mut numbers);
            }
            Request::Confidence { scenario, targets, freedom, chance } => {
                push_scenario(plan, scenario, &mut numbers);
                numbers.push(targets_to_number(*targets));
                push_freedom(freedom, &mut numbers);
                numbers.push(*chance);
            }
            Request::Attribution { scenario, reference } => {
                push_scenario(plan, scenario, &mut numbers);
                push_scenario(plan, reference, &mut numbers);
            }
            Request::Reach { scenario, id, value } => {
                push_scenario(plan, scenario, &mut numbers);
                numbers.extend([id.index() as f64, *value]);
            }
            Request::Likelihood { scenario, detail, depth } => {
                push_scenario(plan, scenario, &mut numbers);
                numbers.extend([detail.index() as f64, f64::from(u8::from(*depth == Depth::Full))]);
            }
            Request::Sensitivity { scenario } | Request::Correlations { scenario } | Request::Briefing { scenario } => {
                push_scenario(plan, scenario, &mut numbers);
            }
            Request::Run { scenario, seed, draws: a, own: b }
            | Request::Draw { scenario, seed, first: a, count: b } => {
                push_scenario(plan, scenario, &mut numbers);
                numbers.extend([*seed as f64, f64::from(*a), f64::from(*b)]);
            }
        }
        numbers
    }

    /// Reads [`to_numbers`](Request::to_numbers); `None` where the numbers are not of that form.
    pub fn from_numbers(plan: &Plan, numbers: &[f64]) -> Option<Self> {
        let reader = &mut Reader(numbers);
        let slot = Slot::ALL[reader.index(Slot::ALL.len())?];
        let scenario = take_scenario(plan, reader)?;
        let request = match slot {
            Slot::Zones => Request::Zones { scenario, targets: take_targets(reader)? },
            Slot::GoalSeek => {
                Request::GoalSeek { scenario, targets: take_targets(reader)?, freedom: take_freedom(plan, reader)? }
            }
            Slot::Ways => {
                Request::Ways { scenario, targets: take_targets(reader)?, freedom: take_freedom(plan, reader)? }
            }
            Slot::Confidence => {
                let (targets, freedom) = (take_targets(reader)?, take_freedom(plan, reader)?);
                let chance = reader.number().filter(|chance| (0.0..=1.0).contains(chance))?;
                Request::Confidence { scenario, targets, freedom, chance }
            }
            Slot::Attribution => Request::Attribution { scenario, reference: take_scenario(plan, reader)? },
            Slot::Sensitivity => Request::Sensitivity { scenario },
            Slot::Reach => {
                let id = IndicatorId::ALL[reader.index(IndicatorId::ALL.len())?];
                Request::Reach { scenario, id, value: reader.number().filter(|value| value.abs() <= MOST_ASKED)? }
            }
            Slot::Likelihood => {
                let detail = IndicatorId::ALL[reader.index(IndicatorId::ALL.len())?];
                Request::Likelihood { scenario, detail, depth: [Depth::Glance, Depth::Full][reader.index(2)?] }
            }
            Slot::Correlations => Request::Correlations { scenario },
            Slot::Briefing => Request::Briefing { scenario },
            Slot::Run | Slot::Draw => {
                let seed = reader.whole()?;
                let mut count = || u32::try_from(reader.whole()?).ok().filter(|&count| count <= super::MOST_DRAWS);
                let (a, b) = (count()?, count()?);
                match slot {
                    Slot::Run => Request::Run { scenario, seed, draws: a, own: b },
                    _ => Request::Draw { scenario, seed, first: a, count: b },
                }
            }
            Slot::Script => return None,
        };
        reader.rest().is_empty().then_some(request)
    }
}

/// Two numbers a lever: its range, or the wrong way round where it is locked.
fn push_freedom(freedom: &Freedom, numbers: &mut Vec<f64>) {
    for &id in LeverId::ALL {
        let (low, high) = freedom.range(id).unwrap_or((1.0, 0.0));
        numbers.extend([low, high]);
    }
}

fn take_freedom(plan: &Plan, reader: &mut Reader) -> Option<Freedom> {
    let mut freedom = Freedom::new(plan);
    for &id in LeverId::ALL {
        let range = reader.take(2).filter(|range| range.iter().all(|end| end.is_finite()))?;
        freedom.unlock(plan, id, (range[0], range[1]));
    }
    Some(freedom)
}
