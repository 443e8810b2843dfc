//! Keeps the findings up to date: asks the engine whenever what it answers from has changed.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::findings::{Aim, Finding, Run, Shared};
use super::settled::use_settled;
use super::store::{Message, PlanRef, Send, Store};
use crate::analysis::goal_seek::Freedom;
use crate::engine::{Answered, Depth, Reply, Request, SEED, Schedule, Slot};
use crate::model::Scenario;
use crate::plan::IndicatorId;
use crate::platform::engine::{Place, engine};
use crate::platform::page::now;

/// Shows nothing.
pub fn live(store: &Store, _: bool, send: &Send) -> Html {
    let findings = &store.findings;
    let run = match findings.run {
        Run::None => None,
        Run::UnderWay { draws, .. } => Some(draws),
        Run::Done => Some(0),
    };
    html! {
        <Live
            plan={store.plan}
            scenario={Shared(store.workspace.draft().scenario.clone())}
            indicator={store.workspace.view.indicator}
            dragging={store.workspace.dragging()}
            aim={findings.aim}
            place={findings.place}
            {run}
            send={send.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct LiveProps {
    plan: PlanRef,
    scenario: Shared<Scenario>,
    indicator: IndicatorId,
    dragging: bool,
    aim: Aim,
    place: Place,
    /// The draws of the run of many draws that is under way, 0 once it is done.
    run: Option<u32>,
    send: Send,
}

#[component]
fn Live(props: &LiveProps) -> Html {
    let LiveProps { plan, scenario, indicator, dragging, aim, place, run, send } = props;
    let (plan, place, targets) = (*plan, *place, aim.targets(*indicator));
    let rests = use_settled(scenario, *dragging) == *scenario;
    let scenario = &scenario.0;

    let tell = use_callback(send.clone(), |finding: Finding, send| send.emit(Message::Found(finding)));
    use_effect_with(tell.clone(), move |tell| {
        let tell = tell.clone();
        engine(plan.0).watch(move |place| tell.emit(Finding::Place(place)));
    });
    // Many draws say more than the live ones, and of every indicator.
    let likelihood = (*run != Some(0)).then(|| Request::Likelihood {
        scenario: scenario.clone(),
        detail: *indicator,
        depth: if rests { Depth::Full } else { Depth::Glance },
    });
    use_latest(plan, likelihood, place, &tell);
    use_latest(plan, Some(Request::Zones { scenario: scenario.clone(), targets }), place, &tell);
    let cheapest = Request::GoalSeek { scenario: scenario.clone(), targets, freedom: Freedom::new(&plan) };
    use_latest(plan, Some(cheapest), place, &tell);
    use_run(plan, scenario, *run, &tell);
    html! {}
}

type Asked = Rc<RefCell<(Place, Schedule<Request>)>>;

/// Asks for what is wanted now, and sends what comes.
#[hook]
fn use_latest(plan: PlanRef, request: Option<Request>, place: Place, tell: &Callback<Finding>) {
    let asked: Asked = use_mut_ref(|| (place, Schedule::default()));
    let tell = tell.clone();
    use_effect_with((request, place), move |(request, place)| {
        let Some(request) = request else { return };
        let wanted = {
            let mut asked = asked.borrow_mut();
            // What was asked elsewhere is not answered any more.
            if asked.0 != *place {
                *asked = (*place, Schedule::default());
            }
            asked.1.want(request.clone())
        };
        if let Some(request) = wanted {
            ask(plan, request, asked, tell);
        }
    });
}

fn ask(plan: PlanRef, request: Request, asked: Asked, tell: Callback<Finding>) {
    engine(plan.0).ask(&request.clone(), move |reply, last| {
        let answered = asked.borrow_mut().1.answer(last);
        match answered {
            Answered::Show => show(&request, reply, &tell),
            Answered::Ask(next) => ask(plan, next, asked.clone(), tell.clone()),
        }
    });
}

fn show(request: &Request, reply: Reply, tell: &Callback<Finding>) {
    let finding = match (request, reply) {
        (Request::Likelihood { scenario, .. } | Request::Run { scenario, .. }, Reply::Likelihood(likelihood)) => {
            Finding::Likelihood(scenario.clone(), Shared(Rc::from(likelihood)))
        }
        (_, Reply::Zones(zones)) => Finding::Zones(Shared(Rc::from(zones))),
        (_, Reply::GoalSeek(found)) => Finding::Cheapest(Shared(Rc::new(found))),
        _ => return,
    };
    tell.emit(finding);
}

/// Makes many draws of a scenario; given up when that changes or the run is no longer wanted.
#[hook]
fn use_run(plan: PlanRef, scenario: &Rc<Scenario>, draws: Option<u32>, tell: &Callback<Finding>) {
    let tell = tell.clone();
    use_effect_with((Shared(scenario.clone()), draws), move |(scenario, draws)| {
        let wanted = draws.filter(|&draws| draws > 0);
        if let Some(draws) = wanted {
            let start = now();
            let scenario = scenario.0.clone();
            let request = Request::Run { scenario: scenario.clone(), seed: SEED, draws, own: draws };
            engine(plan.0).run(&scenario, SEED, draws, move |reply, last| {
                if let Reply::Progress(part) = reply {
                    // Where nothing is done yet, nothing can be told of the rest.
                    let seconds = (part > 0.0).then(|| (now() - start) / 1000.0 * (1.0 - part) / part);
                    tell.emit(Finding::Progress(Run::UnderWay { draws, part, seconds }));
                    return;
                }
                show(&request, reply, &tell);
                if last {
                    tell.emit(Finding::Progress(Run::Done));
                }
            });
        }
        move || {
            if wanted.is_some() {
                engine(plan.0).cancel(Slot::Run);
            }
        }
    });
}
