//! What comes back.

use std::rc::Rc;

use super::numbers::Reader;
use super::reach::Reach;
use super::request::Slot;
use super::ways::{Least, Route, Ways, push_found, take_found};
use crate::analysis::Targets;
use crate::analysis::attribution::Attribution;
use crate::analysis::monte_carlo::{Bands, Correlations, Distribution, Paths};
use crate::analysis::sensitivity::Sensitivity;
use crate::analysis::split::Split;
use crate::analysis::zones::Zones;
use crate::model::Scenario;
use crate::plan::{IndicatorId, Plan};

/// How likely: what some number of draws says.
#[derive(Clone, PartialEq, Debug)]
pub struct Likelihood {
    pub bands: Bands,
    /// Some of the draws themselves.
    pub paths: Paths,
    /// The spread in the target year of the indicator that was asked for, or of all after a run of many draws.
    pub distributions: Vec<(IndicatorId, Distribution)>,
}

impl Likelihood {
    /// An indicator's spread in the target year, if it was asked for.
    pub fn distribution(&self, id: IndicatorId) -> Option<&Distribution> {
        self.distributions.iter().find(|(known, _)| *known == id).map(|(_, distribution)| distribution)
    }
}

/// Where a goal seek ended.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    pub scenario: Rc<Scenario>,
    /// The sum of squared distances that the levers move, in their ranges.
    pub effort: f64,
    /// The chosen targets that stay short.
    pub short: Targets,
    /// The chance that the targets hold together, by fresh draws, where that was asked for.
    pub chance: Option<f64>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Reply {
    Zones(Box<Zones>),
    GoalSeek(Found),
    /// What each player contributes, and assumptions apart from policy.
    Attribution(Attribution, Box<Split>),
    Sensitivity(Box<Sensitivity>),
    /// Without its chance at first.
    Reach(Box<Reach>),
    /// Also of a run of many draws.
    Likelihood(Box<Likelihood>),
    Correlations(Correlations),
    /// Without chances at first.
    Ways(Box<Ways>),
    /// What makes the difference to the plan's preset, and where the least effort leads that meets all targets.
    Briefing(Attribution, Box<Least>),
    /// A search for confidence after so many rounds: the chance where it stands.
    Round {
        chance: f64,
        rounds: u32,
    },
    /// Where a search for confidence ended. Where the chance stays below the wanted one, none known reaches it, and
    /// this is the way of the largest.
    Route(Box<Route>),
    /// How far a long work has come, from 0 to 1.
    Progress(f64),
}

impl Reply {
    /// The kind's place, then what the reply holds.
    pub fn to_numbers(&self, plan: &Plan) -> Vec<f64> {
        let mut numbers = Vec::new();
        match self {
            Reply::Zones(zones) => {
                numbers.push(Slot::Zones as usize as f64);
                numbers.extend(zones.to_numbers());
            }
            Reply::GoalSeek(found) => {
                numbers.push(Slot::GoalSeek as usize as f64);
                push_found(plan, found, &mut numbers);
            }
            Reply::Ways(ways) => {
                numbers.push(Slot::Ways as usize as f64);
                ways.push(plan, &mut numbers);
            }
            Reply::Briefing(attribution, least) => {
                numbers.push(Slot::Briefing as usize as f64);
                least.push(plan, &mut numbers);
                numbers.extend(attribution.to_numbers());
            }
            Reply::Round { chance, rounds } => {
                numbers.extend([Slot::Confidence as usize as f64, 0.0, *chance, f64::from(*rounds)]);
            }
            Reply::Route(route) => {
                numbers.extend([Slot::Confidence as usize as f64, 1.0]);
                route.push(plan, &mut numbers);
            }
            Reply::Attribution(attribution, split) => {
                numbers.push(Slot::Attribution as usize as f64);
                numbers.extend(split.to_numbers());
                numbers.extend(attribution.to_numbers());
            }
            Reply::Sensitivity(sensitivity) => {
                numbers.push(Slot::Sensitivity as usize as f64);
                numbers.extend(sensitivity.to_numbers());
            }
            Reply::Reach(reach) => {
                numbers.push(Slot::Reach as usize as f64);
                reach.push(plan, &mut numbers);
            }
            Reply::Likelihood(likelihood) => {
                let Likelihood { bands, paths, distributions } = likelihood.as_ref();
                let paths = paths.to_numbers();
                numbers.extend([Slot::Likelihood as usize as f64, paths.len() as f64]);
                numbers.extend(paths);
                numbers.push(distributions.len() as f64);
                for (id, distribution) in distributions {
                    let levels = distribution.to_numbers();
                    numbers.extend([id.index() as f64, levels.len() as f64]);
                    numbers.extend(levels);
                }
                numbers.extend(bands.to_numbers());
            }
            Reply::Correlations(correlations) => {
                numbers.push(Slot::Correlations as usize as f64);
                numbers.extend(correlations.to_numbers());
            }
            Reply::Progress(part) => numbers.extend([Slot::ALL.len() as f64, *part]),
        }
        numbers
    }

    /// Reads [`to_numbers`](Reply::to_numbers); `None` where the numbers are not of that form.
    pub fn from_numbers(plan: &Plan, numbers: &[f64]) -> Option<Self> {
        let reader = &mut Reader(numbers);
        let kind = reader.index(Slot::ALL.len() + 1)?;
        let Some(&slot) = Slot::ALL.get(kind) else {
            return Some(Reply::Progress(reader.number()?));
        };
        Some(match slot {
            Slot::Zones => Reply::Zones(Box::new(Zones::from_numbers(reader.rest())?)),
            Slot::GoalSeek => Reply::GoalSeek(take_found(plan, reader)?),
            Slot::Ways => Reply::Ways(Box::new(whole(Ways::take(plan, reader)?, reader)?)),
            Slot::Briefing => {
                let least = Least::take(plan, reader)?;
                Reply::Briefing(Attribution::from_numbers(reader.rest())?, Box::new(least))
            }
            Slot::Confidence => match reader.index(2)? {
                0 => Reply::Round { chance: reader.number()?, rounds: u32::try_from(reader.whole()?).ok()? },
                _ => Reply::Route(Box::new(whole(Route::take(plan, reader)?, reader)?)),
            },
            Slot::Attribution => {
                let split = Split::from_numbers(plan, reader.take(Split::numbers(plan))?)?;
                Reply::Attribution(Attribution::from_numbers(reader.rest())?, Box::new(split))
            }
            Slot::Sensitivity => Reply::Sensitivity(Box::new(Sensitivity::from_numbers(reader.rest())?)),
            Slot::Reach => Reply::Reach(Box::new(whole(Reach::take(plan, reader)?, reader)?)),
            Slot::Likelihood => {
                let count = reader.index(1_000_000)?;
                let paths = Paths::from_numbers(plan, reader.take(count)?)?;
                let mut distributions = Vec::new();
                for _ in 0..reader.index(IndicatorId::ALL.len() + 1)? {
                    let id = IndicatorId::ALL[reader.index(IndicatorId::ALL.len())?];
                    let count = reader.index(1_000_000)?;
                    distributions.push((id, Distribution::from_numbers(reader.take(count)?)?));
                }
                let bands = Bands::from_numbers(plan, reader.rest())?;
                Reply::Likelihood(Box::new(Likelihood { bands, paths, distributions }))
            }
            Slot::Correlations => Reply::Correlations(Correlations::from_numbers(reader.rest())?),
            Slot::Run | Slot::Draw | Slot::Script => return None,
        })
    }
}

/// What was read, if nothing is left.
fn whole<T>(read: T, reader: &mut Reader) -> Option<T> {
    reader.rest().is_empty().then_some(read)
}
