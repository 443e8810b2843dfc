//! What it takes, as work in steps: three ways side by side, and a search with confidence.

use std::rc::Rc;

use super::numbers::{Reader, push_scenario, take_scenario, take_targets, targets_to_number};
use super::reply::{Found, Reply};
use super::{DRAWS, SEED};
use crate::analysis::goal_seek::{
    Assured, Confidence, Freedom, Progress, Solution, Way, blocking, chance, effort, rounded, seek, spared,
};
use crate::analysis::monte_carlo::{Draws, Sample};
use crate::analysis::resources::{Effort, resources};
use crate::analysis::{Goal, Targets};
use crate::model::{Observations, Scenario};
use crate::plan::Plan;

/// Draws a step: some hundred microseconds.
const STEP: u64 = 512;

/// Where a way leads. Levers stand on the steps of their sliders where the targets still hold there.
#[derive(Clone, PartialEq, Debug)]
pub struct Route {
    pub found: Found,
    /// A smallest set of the chosen targets that this way cannot meet together; none where it meets all.
    pub blocking: Targets,
    /// By year.
    pub resources: Vec<Effort>,
}

/// The ways, in the order of [`Way::ALL`].
#[derive(Clone, PartialEq, Debug)]
pub struct Ways {
    /// What the scenario takes as it is, by year.
    pub now: Vec<Effort>,
    pub routes: [Route; Way::ALL.len()],
}

/// The way of the least effort to all targets.
#[derive(Clone, PartialEq, Debug)]
pub struct Least {
    /// What the scenario takes as it is, by year.
    pub now: Vec<Effort>,
    pub route: Route,
}

impl Least {
    pub fn new(plan: &Plan, from: &Scenario) -> Self {
        let goal = Goal { plan, targets: Targets::all(), observations: &Observations::NONE };
        let freedom = Freedom::new(plan);
        let route = Route::new(&goal, from, &freedom, seek(&goal, from, &freedom));
        Least { now: resources(plan, from), route }
    }

    pub(super) fn push(&self, plan: &Plan, numbers: &mut Vec<f64>) {
        numbers.extend(self.now.iter().flat_map(Effort::to_numbers));
        self.route.push(plan, numbers);
    }

    pub(super) fn take(plan: &Plan, reader: &mut Reader) -> Option<Self> {
        Some(Least { now: take_resources(plan, reader)?, route: Route::take(plan, reader)? })
    }
}

impl Route {
    pub(super) fn new(goal: &Goal, from: &Scenario, freedom: &Freedom, solution: Solution) -> Self {
        let blocking = blocking(goal, from, freedom).unwrap_or_default();
        let scenario = match rounded(goal, from, freedom, &solution) {
            Some(on_steps) => spared(goal, from, freedom, on_steps),
            None => solution.scenario,
        };
        Route::at(goal, from, scenario, solution.short, blocking, None)
    }

    fn at(
        goal: &Goal,
        from: &Scenario,
        scenario: Scenario,
        short: Targets,
        blocking: Targets,
        chance: Option<f64>,
    ) -> Self {
        Route {
            resources: resources(goal.plan, &scenario),
            found: Found { effort: effort(goal.plan, from, &scenario), scenario: Rc::new(scenario), short, chance },
            blocking,
        }
    }

    pub(super) fn push(&self, plan: &Plan, numbers: &mut Vec<f64>) {
        push_found(plan, &self.found, numbers);
        numbers.push(targets_to_number(self.blocking));
        push_resources(&self.resources, numbers);
    }

    pub(super) fn take(plan: &Plan, reader: &mut Reader) -> Option<Self> {
        let (found, blocking) = (take_found(plan, reader)?, take_targets(reader)?);
        Some(Route { found, blocking, resources: take_resources(plan, reader)? })
    }
}

impl Ways {
    pub(super) fn push(&self, plan: &Plan, numbers: &mut Vec<f64>) {
        push_resources(&self.now, numbers);
        self.routes.iter().for_each(|route| route.push(plan, numbers));
    }

    pub(super) fn take(plan: &Plan, reader: &mut Reader) -> Option<Self> {
        let now = take_resources(plan, reader)?;
        let routes = [Route::take(plan, reader)?, Route::take(plan, reader)?, Route::take(plan, reader)?];
        Some(Ways { now, routes })
    }
}

pub(super) fn push_found(plan: &Plan, found: &Found, numbers: &mut Vec<f64>) {
    push_scenario(plan, &found.scenario, numbers);
    numbers.extend([found.effort, targets_to_number(found.short), found.chance.unwrap_or(-1.0)]);
}

pub(super) fn take_found(plan: &Plan, reader: &mut Reader) -> Option<Found> {
    let scenario = take_scenario(plan, reader)?;
    let (effort, short, chance) = (reader.number()?, take_targets(reader)?, reader.number()?);
    Some(Found { scenario, effort, short, chance: (chance >= 0.0).then_some(chance) })
}

pub(super) fn push_resources(years: &[Effort], numbers: &mut Vec<f64>) {
    numbers.extend(years.iter().flat_map(Effort::to_numbers));
}

pub(super) fn take_resources(plan: &Plan, reader: &mut Reader) -> Option<Vec<Effort>> {
    let (rows, _) = reader.take(plan.years * Effort::NUMBERS)?.as_chunks();
    Some(rows.iter().copied().map(Effort::from_numbers).collect())
}

/// What is sought, from where, and with which levers.
#[derive(Clone)]
pub struct Sought {
    pub scenario: Rc<Scenario>,
    pub targets: Targets,
    pub freedom: Freedom,
}

impl Sought {
    fn goal(&self, plan: &'static Plan) -> Goal<'static> {
        Goal { plan, targets: self.targets, observations: &Observations::NONE }
    }
}

/// The search along all ways: a way a step, then the chances of each by draws.
pub struct Search {
    sought: Sought,
    routes: Vec<Route>,
    draws: Draws<'static>,
    sample: Sample,
}

impl Search {
    pub fn new(plan: &'static Plan, sought: Sought) -> Self {
        Search {
            draws: Draws::new(plan, &sought.scenario, SEED),
            sample: Sample::with_capacity(plan, DRAWS as usize),
            sought,
            routes: Vec::new(),
        }
    }

    /// What there is to show after a step, and whether that is the last.
    pub fn step(&mut self, plan: &'static Plan) -> (Option<Reply>, bool) {
        let goal = self.sought.goal(plan);
        let from = &self.sought.scenario;
        if let Some(&way) = Way::ALL.get(self.routes.len()) {
            let freedom = self.sought.freedom.along(plan, way);
            self.routes.push(Route::new(&goal, from, &freedom, seek(&goal, from, &freedom)));
            self.take_cheaper();
            return (self.reply(plan), false);
        }
        let Some(route) = self.routes.iter_mut().find(|route| route.found.chance.is_none()) else {
            return (self.reply(plan), true);
        };
        let first = self.sample.draws() as u64;
        if first == 0 {
            self.draws.set_scenario(&route.found.scenario);
        }
        self.draws.run(first..(first + STEP).min(DRAWS.into()), &mut self.sample);
        if self.sample.draws() >= DRAWS as usize {
            route.found.chance = Some(chance(&goal, &route.found.scenario, &self.sample));
            self.sample.clear();
        }
        (None, false)
    }

    /// Has the least effort be the least on steps too, where the last way found is cheaper there.
    fn take_cheaper(&mut self) {
        if let [least, .., last] = self.routes.as_mut_slice()
            && last.found.short == Targets::default()
            && last.found.effort < least.found.effort
        {
            *least = last.clone();
        }
    }

    /// Nothing before every way has been tried.
    fn reply(&self, plan: &Plan) -> Option<Reply> {
        let routes = self.routes.clone().try_into().ok()?;
        Some(Reply::Ways(Box::new(Ways { now: resources(plan, &self.sought.scenario), routes })))
    }
}

/// The search for the least effort at which the targets hold together with a wanted chance.
pub struct Assurance {
    sought: Sought,
    wanted: f64,
    search: Confidence<'static>,
}

impl Assurance {
    pub fn new(plan: &'static Plan, sought: Sought, wanted: f64) -> Self {
        let goal = sought.goal(plan);
        let search = Confidence::new(goal, &sought.scenario, &sought.freedom, wanted, DRAWS.into(), SEED);
        Assurance { sought, wanted, search }
    }

    /// How the search stands after a round, and whether it is at its end; nothing in the midst of one.
    pub fn step(&mut self, plan: &'static Plan) -> (Option<Reply>, bool) {
        match self.search.step() {
            Progress::Drawing => (None, false),
            Progress::Running { chance, rounds } => (Some(Reply::Round { chance, rounds: rounds as u32 }), false),
            Progress::Done(assured) => (Some(Reply::Route(Box::new(self.route(plan, *assured)))), true),
        }
    }

    fn route(&self, plan: &'static Plan, Assured { solution, chance, reached, .. }: Assured) -> Route {
        let goal = self.sought.goal(plan);
        let Sought { scenario: from, freedom, .. } = &self.sought;
        let short = solution.short;
        if reached
            && let Some(on_steps) = rounded(&goal, from, freedom, &solution)
            && let chance = self.fresh_chance(&goal, &on_steps)
            && chance >= self.wanted
        {
            return Route::at(&goal, from, on_steps, short, Targets::default(), Some(chance));
        }
        Route::at(&goal, from, solution.scenario, short, Targets::default(), Some(chance))
    }

    /// The chance by draws that the search has not seen.
    fn fresh_chance(&self, goal: &Goal, scenario: &Scenario) -> f64 {
        let mut sample = Sample::with_capacity(goal.plan, DRAWS as usize);
        Draws::new(goal.plan, scenario, !SEED).run(0..DRAWS.into(), &mut sample);
        chance(goal, scenario, &sample)
    }
}
