//! What scripts can ask for: results as text.

use std::rc::Rc;

use super::MOST_DRAWS;
use super::likelihood::Run;
use super::numbers::whole;
use crate::analysis::attribution::{Attribution, Player};
use crate::analysis::goal_seek::{Freedom, seek};
use crate::analysis::monte_carlo::Bands;
use crate::analysis::{Goal, Targets};
use crate::catalogue::notices;
use crate::model::Observations;
use crate::plan::{IndicatorId, Plan};
use crate::text::Language;
use crate::workspace::{Link, write_link};

/// A call from a script, with arguments not yet checked; what is no text is none.
#[derive(Clone, PartialEq, Debug)]
pub enum Call {
    /// A fragment, how many draws, and the seed.
    MonteCarlo(Option<String>, f64, f64),
    /// A fragment, and the ids of indicators with commas between.
    GoalSeek(Option<String>, Option<String>),
    /// A fragment, and that of the reference.
    Attribution(Option<String>, Option<String>),
}

/// A call under way.
pub enum Script {
    Draws(Box<Run>),
    Once(Result<String, String>),
}

impl Script {
    pub fn new(plan: &'static Plan, call: &Call) -> Self {
        match call {
            Call::MonteCarlo(fragment, draws, seed) => match draw(plan, fragment, *draws, *seed) {
                Ok(run) => Script::Draws(Box::new(run)),
                Err(message) => Script::Once(Err(message)),
            },
            Call::GoalSeek(fragment, targets) => Script::Once(goal_seek(plan, fragment, targets)),
            Call::Attribution(fragment, reference) => Script::Once(attribution(plan, fragment, reference)),
        }
    }

    /// Works for about a millisecond; the text when all is done.
    pub fn step(&mut self, plan: &Plan) -> Option<Result<String, String>> {
        match self {
            Script::Draws(run) => (!run.draw()).then(|| Ok(bands_csv(plan, &run.bands(plan)))),
            Script::Once(text) => Some(text.clone()),
        }
    }
}

/// An argument that has to be a text, by its name.
fn text<'a>(name: &str, argument: &'a Option<String>) -> Result<&'a str, String> {
    argument.as_deref().ok_or_else(|| format!("{name}: a text, please"))
}

fn draw(plan: &'static Plan, fragment: &Option<String>, draws: f64, seed: f64) -> Result<Run, String> {
    let scenario = notices::opened(plan, text("fragment", fragment)?, Language::En)?.scenario.clone();
    let draws =
        whole(draws).and_then(|draws| u32::try_from(draws).ok()).filter(|draws| (1..=MOST_DRAWS).contains(draws));
    let draws = draws.ok_or_else(|| format!("draws: a whole number from 1 to {MOST_DRAWS}, please"))?;
    let seed = whole(seed).ok_or("seed: a whole number from 0 to below 2^53, please")?;
    Ok(Run::new(plan, scenario, seed, draws, 0..draws))
}

fn bands_csv(plan: &Plan, bands: &Bands) -> String {
    let mut csv = String::from("indicator,year,p05,p25,p50,p75,p95,chance\n");
    for &id in IndicatorId::ALL {
        for (t, year) in (1..=plan.years).zip(plan.base_year + 1..) {
            let percentiles = bands.percentiles(id, t).map(|value| value.to_string()).join(",");
            let chance = if t == plan.years { bands.chance(id).to_string() } else { String::new() };
            csv.push_str(&format!("{},{year},{percentiles},{chance}\n", id.id()));
        }
    }
    csv.push_str(&format!("all,{},,,,,,{}\n", plan.target_year(), bands.all));
    csv
}

/// JSON with the fragment of the least-effort scenario, its effort, and whether all targets are reached.
fn goal_seek(plan: &Plan, fragment: &Option<String>, targets: &Option<String>) -> Result<String, String> {
    let draft = notices::opened(plan, text("fragment", fragment)?, Language::En)?;
    let ids = text("targets", targets)?.split(',').map(|id| {
        let id = id.trim();
        IndicatorId::parse(id).ok_or_else(|| format!("targets: \"{id}\" is none of i1 to i11"))
    });
    let targets = Targets::of(ids.collect::<Result<Vec<_>, _>>()?);
    let goal = Goal { plan, targets, observations: &Observations::NONE };
    let solution = seek(&goal, &draft.scenario, &Freedom::new(plan));
    let (effort, reached) = (solution.effort, solution.reached());
    let mut found = draft.without_texts();
    found.scenario = Rc::new(solution.scenario);
    let fragment = write_link(plan, &Link::to(plan, found));
    // A fragment has no character that JSON would have to escape.
    Ok(format!(r#"{{"fragment":"{fragment}","effort":{effort},"reached":{reached}}}"#))
}

fn attribution(plan: &Plan, fragment: &Option<String>, reference: &Option<String>) -> Result<String, String> {
    let scenario = notices::opened(plan, text("fragment", fragment)?, Language::En)?;
    let reference = notices::opened(plan, text("reference", reference)?, Language::En)
        .map_err(|message| format!("reference: {message}"))?;
    let attribution = Attribution::new(plan, &scenario.scenario, &reference.scenario);
    let mut csv = String::from("indicator,player,contribution\n");
    for &id in IndicatorId::ALL {
        for player in attribution.players() {
            let name = match player {
                Player::Lever(lever) => lever.id(),
                Player::Assumptions => "assumptions",
            };
            csv.push_str(&format!("{},{name},{}\n", id.id(), attribution.part(player, id, plan.years)));
        }
    }
    Ok(csv)
}
