//! The stage itself: the scene, what lies over it, and what is read out.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::board::board;
use super::causes::causes;
use super::entrance::House;
use super::figure::figures;
use super::frame::{foot, head};
use super::hooks::{use_frames, use_keys, use_screen};
use super::levers::levers;
use super::notes::{Place, Said, notes, use_notes};
use super::performance::{Performance, Turn};
use super::sheet::sheet;
use super::state::{Sheet, Stage};
use crate::analysis::attribution::Attribution;
use crate::catalogue::{script, sentences, stage as words};
use crate::chart::Name;
use crate::engine::{DRAWS, Likelihood, Reply, Request, SEED};
use crate::plan::{Indicator, IndicatorId};
use crate::text::Language;
use crate::view::answer::{Answer, use_answer};
use crate::view::figure::use_size;
use crate::view::live::live;
use crate::view::sending::use_sending;
use crate::view::settled::use_settled;
use crate::view::store::{Message, PlanRef, Send, Store};
use crate::workspace::{Picture, Scene};

/// The unit of the stage's lengths is measured on an element as wide as this many.
const UNITS: f64 = 100.0;

#[derive(Properties, PartialEq)]
pub struct ShowProps {
    pub house: House,
    /// Where the presentation begins.
    pub stage: Stage,
    pub on_leave: Callback<Stage>,
}

/// What the parts of the stage are drawn from.
pub struct Present<'a> {
    pub store: &'a Store,
    pub stage: &'a Stage,
    pub scene: &'a Scene,
    /// Whether the reference stands beside the scenario.
    pub beside: bool,
    /// How likely its values are, once that is known.
    pub beside_likelihood: Option<&'a Likelihood>,
    pub reference: &'a Name,
    /// What the levers do, once that is known.
    pub attribution: Option<&'a Attribution>,
    /// CSS pixels a unit of the stage, which is 1920 by 1080 of them.
    pub unit: f64,
    pub turn: &'a Callback<Turn>,
    pub tell: &'a Send,
}

impl Present<'_> {
    pub fn plan(&self) -> PlanRef {
        self.store.plan
    }

    pub fn language(&self) -> Language {
        self.store.language()
    }

    pub fn id(&self) -> IndicatorId {
        self.scene.indicator
    }

    /// Whether the reference has a chart of its own.
    pub fn has_two_charts(&self) -> bool {
        self.beside && !matches!(self.scene.picture, Picture::Scoreboard | Picture::Causes)
    }

    pub fn indicator(&self) -> &'static Indicator {
        self.store.plan.0.indicator(self.scene.indicator)
    }
}

#[component]
pub fn Show(props: &ShowProps) -> Html {
    let ShowProps { house, on_leave, .. } = props;
    let performance = use_reducer(|| Performance::new(&house.0, props.stage.clone()));
    let turn = use_callback(performance.dispatcher(), |turn: Turn, dispatcher| dispatcher.dispatch(turn));
    let deliver = use_callback(turn.clone(), |message: Message, turn| turn.emit(Turn::Tell(message)));
    let tell = use_sending(&deliver);
    let leave = use_callback(turn.clone(), |(), turn| turn.emit(Turn::Leave));
    use_screen(&leave);
    let presenter = use_notes(&turn);
    use_keys(&turn, &presenter.toggle);
    use_frames(performance.stage.play, &turn);
    use_effect_with(house.clone(), {
        let turn = turn.clone();
        move |house| turn.emit(Turn::House(Box::new(house.0.clone())))
    });
    use_effect_with(performance.left, {
        let (stage, on_leave) = (performance.stage.clone(), on_leave.clone());
        move |&left| {
            if left {
                on_leave.emit(stage);
            }
        }
    });
    let (node, probe) = (use_node_ref(), use_node_ref());
    use_focus(&node, performance.stage.sheet, performance.stage.is_asking());
    use_alone(&node);
    let unit = use_size(&probe).map_or(1.0, |(width, _)| width / UNITS);

    let (store, stage, scene) = (&*performance.store, &performance.stage, performance.scene());
    let (own, reference) = (&store.results.own, &store.results.reference);
    // A hand on a lever, or levers on their way.
    let moving = store.workspace.dragging() || stage.play.running && stage.plays_moves();
    let settled = use_settled(&own.scenario, moving);
    // While levers are on their way, what they do once they have arrived.
    let arrived = performance.arrived().filter(|_| scene.picture != Picture::Causes);
    let differs = arrived.as_ref().unwrap_or(&own.scenario) != &reference.scenario;
    let scenario = arrived.unwrap_or(settled);
    let request = Request::Attribution { scenario, reference: reference.scenario.clone() };
    let causes_answer = use_answer(store.plan, differs.then(|| request.clone()));
    // Unless levers are moving, an answer to what was asked before is of another scene.
    let causes_answer = causes_answer.filter(|answer| moving || answer.request == request);
    let beside = performance.is_beside();
    let run =
        beside.then(|| Request::Run { scenario: reference.scenario.clone(), seed: SEED, draws: DRAWS, own: DRAWS });
    let beside_answer = use_answer(store.plan, run.clone()).filter(|answer| Some(&answer.request) == run.as_ref());

    let name = sentences::reference_name(&store.plan, &store.workspace);
    let present = Present {
        store,
        stage,
        scene: &scene,
        beside,
        beside_likelihood: beside_answer.as_deref().and_then(likelihood_of),
        reference: &name,
        attribution: causes_answer.as_deref().and_then(attribution_of),
        unit,
        turn: &turn,
        tell: &tell,
    };
    let with_notes = matches!(presenter.place, Place::Below) && !stage.black;
    let title = |scene: &Scene| script::title(&store.plan, scene, store.language());
    let said = Said {
        place: (stage.at, stage.count()),
        title: title(&scene),
        note: scene.note().to_owned(),
        next: performance.next_scene().as_ref().map(title),
        started: stage.started,
    };
    html! {
        <section
            ref={node}
            class={classes!(
                "stage",
                stage.black.then_some("black"),
                with_notes.then_some("with-notes"),
                (stage.sheet == Some(Sheet::Levers)).then_some("with-levers"),
            )}
            aria-label={words::STAGE.get(store.language())}
            tabindex="-1"
        >
            <span ref={probe} class="stage-unit" aria-hidden="true"></span>
            <p class="unseen" role="status">{ announcement(&present) }</p>
            if !stage.black {
                { head(&present) }
                { body(&present) }
                { foot(&present) }
                { sheet(&present) }
            }
            { notes(&presenter, said, stage.black, store.language(), &turn) }
            { live(store, false, &tell) }
        </section>
    }
}

fn body(present: &Present) -> Html {
    match present.scene.picture {
        Picture::Scoreboard => board(present),
        Picture::Causes => html! { <>{ causes(present) }{ levers(present) }</> },
        Picture::Path | Picture::Draws | Picture::Dots => html! { <>{ figures(present) }{ levers(present) }</> },
    }
}

/// What is read out: nothing of what is still to be guessed.
fn announcement(present: &Present) -> String {
    let Present { store, stage, scene, .. } = present;
    let language = store.language();
    if stage.black {
        return words::BLACKED.get(language).to_owned();
    }
    if stage.is_asking() {
        return words::question(&store.plan, language);
    }
    if store.workspace.dragging() || stage.play.running {
        return String::new();
    }
    let assessment = &store.results.own.summary.assessments[scene.indicator.index()];
    let place = (stage.at, stage.count());
    words::announcement(&store.plan, &store.workspace, assessment, place, scene.caption(), language)
}

fn attribution_of(answer: &Answer) -> Option<&Attribution> {
    match &answer.reply {
        Reply::Attribution(attribution, _) => Some(attribution),
        _ => None,
    }
}

fn likelihood_of(answer: &Answer) -> Option<&Likelihood> {
    match &answer.reply {
        Reply::Likelihood(likelihood) => Some(likelihood),
        _ => None,
    }
}

/// Takes the focus, also back from a sheet or a guess that closes; those that open take it themselves.
#[hook]
fn use_focus(node: &NodeRef, sheet: Option<Sheet>, asking: bool) {
    let node = node.clone();
    use_effect_with(sheet.is_none() && !asking, move |&free| {
        if free {
            // An element that cannot take the focus leaves it where it is.
            let _ = node.cast::<HtmlElement>().map(|stage| stage.focus());
        }
    });
}

/// Keeps what stands around the stage, notices under it, out of reach.
#[hook]
fn use_alone(node: &NodeRef) {
    use_effect_with(node.clone(), |node| {
        let mut around = Vec::new();
        if let Some(stage) = node.cast::<Element>() {
            let before = std::iter::successors(stage.previous_element_sibling(), Element::previous_element_sibling);
            let behind = std::iter::successors(stage.next_element_sibling(), Element::next_element_sibling);
            around.extend(before.chain(behind));
        }
        // Setting a plain attribute of an element on the page does not fail.
        around.iter().for_each(|other| drop(other.set_attribute("inert", "")));
        move || around.iter().for_each(|other| drop(other.remove_attribute("inert")))
    });
}
