//! Work under way, in slots.

use std::collections::VecDeque;
use std::rc::Rc;

use super::likelihood::Run;
use super::reach::Reaching;
use super::reply::{Found, Reply};
use super::request::{Request, Slot};
use super::script::Script;
use super::ways::{Assurance, Least, Search, Sought};
use super::{CHUNK, DRAWS, SEED};
use crate::analysis::Goal;
use crate::analysis::attribution::Attribution;
use crate::analysis::goal_seek::seek;
use crate::analysis::monte_carlo::Draws;
use crate::analysis::sensitivity::Sensitivity;
use crate::analysis::split::Split;
use crate::analysis::zones::Zones;
use crate::model::{Observations, Scenario};
use crate::plan::{Plan, PresetId};

/// One piece of what was asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    pub slot: Slot,
    /// The number that the request came with.
    pub id: u32,
    /// Whether nothing more will come.
    pub done: bool,
    pub content: Content,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Content {
    Reply(Box<Reply>),
    /// Draws for another's run.
    Draws(Vec<f32>),
    /// What a script gets: text, or what to tell it.
    Text(Result<String, String>),
}

enum Job {
    /// Work of a single step.
    Once(Box<Request>),
    Run(Box<Run>),
    Draw(Box<Run>),
    Reach(Box<Reaching>),
    Ways(Box<Search>),
    Confidence(Box<Assurance>),
    Script(Script),
}

/// Takes requests, works in short steps, gives answers.
pub struct Engine {
    plan: &'static Plan,
    jobs: [Option<(u32, Job)>; Slot::ALL.len()],
    /// What scripts ask for behind the call under way: none of them gives way to another.
    calls: VecDeque<(u32, Script)>,
    /// The last live run, whose tables serve the next.
    live: Option<Box<Run>>,
}

impl Engine {
    pub fn new(plan: &'static Plan) -> Self {
        Engine { plan, jobs: [const { None }; Slot::ALL.len()], calls: VecDeque::new(), live: None }
    }

    /// Begins a piece of work in place of what its slot holds.
    pub fn ask(&mut self, id: u32, request: Request) {
        let plan = self.plan;
        let slot = request.slot();
        self.cancel(slot);
        let job = match request {
            Request::Likelihood { scenario, detail, depth } => Job::Run(match self.live.take() {
                Some(mut run) => {
                    run.restart(scenario, detail, depth);
                    run
                }
                None => Box::new(Run::live(plan, scenario, detail, depth)),
            }),
            Request::Run { scenario, seed, draws, own } => {
                Job::Run(Box::new(Run::new(plan, scenario, seed, draws, 0..own)))
            }
            Request::Draw { scenario, seed, first, count } => Job::Draw(Box::new(Run::new(
                plan,
                scenario,
                seed,
                CHUNK.min(count),
                first..first.saturating_add(count),
            ))),
            Request::Reach { scenario, id, value } => Job::Reach(Box::new(Reaching::new(plan, scenario, id, value))),
            Request::Ways { scenario, targets, freedom } => {
                Job::Ways(Box::new(Search::new(plan, Sought { scenario, targets, freedom })))
            }
            Request::Confidence { scenario, targets, freedom, chance } => {
                Job::Confidence(Box::new(Assurance::new(plan, Sought { scenario, targets, freedom }, chance)))
            }
            once => Job::Once(Box::new(once)),
        };
        self.jobs[slot as usize] = Some((id, job));
    }

    /// Takes what a script asks for, in its turn.
    pub fn ask_script(&mut self, id: u32, script: Script) {
        self.calls.push_back((id, script));
        self.next_call();
    }

    fn next_call(&mut self) {
        let job = &mut self.jobs[Slot::Script as usize];
        if job.is_none() {
            *job = self.calls.pop_front().map(|(id, script)| (id, Job::Script(script)));
        }
    }

    /// Gives the run in a slot draws that were made elsewhere.
    pub fn add(&mut self, id: u32, draws: &[f32]) {
        if let Some((own, Job::Run(run))) = &mut self.jobs[Slot::Run as usize]
            && *own == id
        {
            run.add(draws);
        }
    }

    /// Gives up what a slot holds.
    pub fn cancel(&mut self, slot: Slot) {
        if let Some((_, Job::Run(run))) = self.jobs[slot as usize].take()
            && slot == Slot::Likelihood
        {
            self.live = Some(run);
        }
    }

    /// Whether there is something to do.
    pub fn is_busy(&self) -> bool {
        self.jobs.iter().flatten().any(|(_, job)| !matches!(job, Job::Run(run) if run.waits()))
    }

    /// Works for about a millisecond on the most urgent piece.
    pub fn step(&mut self) -> Option<Answer> {
        let plan = self.plan;
        let ready = |job: &Option<(u32, Job)>| match job {
            Some((_, Job::Run(run))) => !run.waits(),
            job => job.is_some(),
        };
        let place = self.jobs.iter().position(ready)?;
        let slot = Slot::ALL[place];
        let (id, job) = self.jobs[place].as_mut()?;
        let id = *id;
        let (content, done) = match job {
            Job::Once(request) => (answer_at_once(plan, request).map(reply_of), true),
            Job::Run(run) => {
                let (reply, done) = run.step(plan);
                (reply.map(reply_of), done)
            }
            Job::Draw(run) => match run.chunk() {
                Some((chunk, done)) => (Some(Content::Draws(chunk)), done),
                None => (None, false),
            },
            Job::Reach(search) => {
                let (reply, done) = search.step();
                (reply.map(reply_of), done)
            }
            Job::Ways(search) => {
                let (reply, done) = search.step(plan);
                (reply.map(reply_of), done)
            }
            Job::Confidence(search) => {
                let (reply, done) = search.step(plan);
                (reply.map(reply_of), done)
            }
            Job::Script(script) => match script.step(plan) {
                Some(text) => (Some(Content::Text(text)), true),
                None => (None, false),
            },
        };
        if done {
            self.cancel(slot);
            self.next_call();
        }
        Some(Answer { slot, id, done, content: content? })
    }
}

fn reply_of(reply: Reply) -> Content {
    Content::Reply(Box::new(reply))
}

/// The reply to a request of a single step.
fn answer_at_once(plan: &Plan, request: &Request) -> Option<Reply> {
    let observations = &Observations::NONE;
    Some(match request {
        Request::Zones { scenario, targets } => {
            Reply::Zones(Box::new(Zones::new(&Goal { plan, targets: *targets, observations }, scenario)))
        }
        Request::GoalSeek { scenario, targets, freedom } => {
            let solution = seek(&Goal { plan, targets: *targets, observations }, scenario, freedom);
            Reply::GoalSeek(Found {
                short: solution.short,
                effort: solution.effort,
                scenario: Rc::new(solution.scenario),
                chance: None,
            })
        }
        Request::Attribution { scenario, reference } => Reply::Attribution(
            Attribution::new(plan, scenario, reference),
            Box::new(Split::new(plan, scenario, reference)),
        ),
        Request::Briefing { scenario } => Reply::Briefing(
            Attribution::new(plan, scenario, &Scenario::preset(plan, PresetId::Plan)),
            Box::new(Least::new(plan, scenario)),
        ),
        Request::Sensitivity { scenario } => Reply::Sensitivity(Box::new(Sensitivity::new(plan, scenario))),
        Request::Correlations { scenario } => {
            Reply::Correlations(Draws::new(plan, scenario, SEED).rank_correlations(DRAWS as usize))
        }
        // These take many steps.
        Request::Likelihood { .. }
        | Request::Run { .. }
        | Request::Draw { .. }
        | Request::Reach { .. }
        | Request::Ways { .. }
        | Request::Confidence { .. } => return None,
    })
}
