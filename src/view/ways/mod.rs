//! 达标路径: what it takes to meet chosen targets, in three ways side by side and with confidence.

mod choice;
mod levers;
mod routes;
mod taken;

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::choice::Choice;
use self::levers::Levers;
use self::routes::Routes;
use super::answer::{Answer, use_answer};
use super::findings::Finding;
use super::notices::notice_list;
use super::settled::use_settled;
use super::store::{Message, PlanRef, Send, Store};
use crate::analysis::Targets;
use crate::analysis::goal_seek::{Freedom, Way};
use crate::analysis::resources::Effort;
use crate::catalogue::ways as words;
use crate::engine::{Reply, Request, Route};
use crate::model::Scenario;
use crate::text::{Language, Text};
use crate::workspace::{Action, Computed, Page, Results, Workspace};

/// The middle and right panes of what it takes.
pub fn ways(store: &Store, _dark: bool, send: &Send) -> Html {
    html! {
        <Panes
            plan={store.plan}
            language={store.language()}
            workspace={store.workspace.clone()}
            results={store.results.clone()}
            sought={store.findings.sought.clone()}
            send={send.clone()}
            notices={notice_list(&store.plan, store.language(), &store.notices, store.refusal, send)}
        />
    }
}

/// A way, worked out.
#[derive(Clone, PartialEq)]
pub struct Column {
    pub name: Text,
    pub computed: Rc<Computed>,
    /// Where a search ended; nothing for the present scenario.
    pub route: Option<Rc<Route>>,
    pub resources: Rc<Vec<Effort>>,
}

#[derive(Properties, PartialEq)]
struct PanesProps {
    plan: PlanRef,
    language: Language,
    workspace: Rc<Workspace>,
    results: Rc<Results>,
    sought: Option<Rc<(Targets, Freedom)>>,
    send: Send,
    notices: Html,
}

#[component]
fn Panes(props: &PanesProps) -> Html {
    let PanesProps { plan, language, workspace, results, sought, send, notices } = props;
    let (plan, language) = (*plan, *language);
    let own = use_settled(&results.own, workspace.dragging());
    let untouched = || (Targets::of([workspace.view.indicator]), Freedom::new(&plan));
    let (targets, freedom) = sought.as_deref().copied().unwrap_or_else(untouched);
    let seek = send.reform(|sought| Message::Found(Finding::Sought(Rc::new(sought))));
    // The search with confidence that was asked for, as long as what it asks about stays as it is.
    let assurance = use_state_eq(|| None::<f64>);
    {
        let setter = assurance.setter();
        use_effect_with((own.clone(), targets, freedom), move |_| setter.set(None));
    }
    use_escape(send);

    let scenario = own.scenario.clone();
    let any = targets != Targets::default();
    let request = Request::Ways { scenario: scenario.clone(), targets, freedom };
    let answer = use_answer(plan, any.then(|| request.clone()));
    let assured_request = assurance.filter(|_| any).map(|chance| Request::Confidence {
        scenario: scenario.clone(),
        targets,
        freedom,
        chance,
    });
    let assured = use_answer(plan, assured_request.clone());
    // An answer to what was asked before is of another scenario, and would be taken for the present one's.
    let columns = use_memo((answer.filter(|answer| answer.request == request), own), move |(answer, own)| {
        answer.as_deref().map_or_else(Vec::new, |answer| columns(plan, own, answer))
    });
    let assured = assured.filter(|answer| Some(&answer.request) == assured_request.as_ref());
    let extra = use_memo(assured.clone(), move |assured| match assured.as_deref().map(|answer| &answer.reply) {
        Some(Reply::Route(route)) => Some(column(plan, words::ASSURED, route)),
        _ => None,
    });
    let columns: Rc<Vec<Column>> =
        if extra.is_some() { Rc::new(columns.iter().chain(extra.iter()).cloned().collect()) } else { columns };

    html! {
        <>
            <section class="scores ways" aria-label={words::CHOICE.get(language)}>
                { notices.clone() }
                <Choice
                    {plan}
                    {language}
                    selected={workspace.view.indicator}
                    {targets}
                    on_targets={seek.reform(move |targets| (targets, freedom))}
                    assurance={*assurance}
                    on_assurance={let setter = assurance.setter(); Callback::from(move |value| setter.set(value))}
                    progress={progress(assured.as_deref())}
                />
                <Levers
                    {plan}
                    {language}
                    scenario={scenario.clone()}
                    {freedom}
                    on_freedom={seek.reform(move |freedom| (targets, freedom))}
                    columns={columns.clone()}
                />
            </section>
            <section class="depth routes" aria-label={words::WAYS.get(language)}>
                <Routes
                    {plan}
                    {language}
                    {targets}
                    {columns}
                    workspace={workspace.clone()}
                    results={results.clone()}
                    wanted={*assurance}
                    step={workspace.history().last().map(|step| step.change)}
                    send={send.clone()}
                />
            </section>
        </>
    }
}

/// Rounds and chance of a search that is not at its end.
fn progress(answer: Option<&Answer>) -> Option<(u32, f64)> {
    match answer?.reply {
        Reply::Round { rounds, chance } => Some((rounds, chance)),
        _ => None,
    }
}

/// The present scenario, then each way.
fn columns(plan: PlanRef, own: &Rc<Computed>, answer: &Answer) -> Vec<Column> {
    let Reply::Ways(ways) = &answer.reply else { return Vec::new() };
    let present =
        Column { name: words::PRESENT, computed: own.clone(), route: None, resources: Rc::new(ways.now.clone()) };
    let routes = Way::ALL.into_iter().zip(&ways.routes).map(|(way, route)| column(plan, words::way(way), route));
    std::iter::once(present).chain(routes).collect()
}

fn column(plan: PlanRef, name: Text, route: &Route) -> Column {
    let scenario: Rc<Scenario> = route.found.scenario.clone();
    Column {
        name,
        computed: Rc::new(Computed::new(&plan, scenario)),
        resources: Rc::new(route.resources.clone()),
        route: Some(Rc::new(route.clone())),
    }
}

/// Escape leaves the page with everything as it was, but from a field, where it takes back what was typed.
#[hook]
fn use_escape(send: &Send) {
    use_effect_with(send.clone(), |send| {
        let send = send.clone();
        let listener = EventListener::new(&document(), "keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            let in_field = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
                .is_some_and(|input| input.type_() == "text");
            if key.as_deref() == Some("Escape") && !in_field {
                send.emit(Message::Act(Action::Turn(Page::Model)));
            }
        });
        move || drop(listener)
    });
}
