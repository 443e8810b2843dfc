//! The presentation's state and what it shows of the page's: scenes are tried on a workspace of their own, so that
//! nothing on the stage changes the page's.

use std::rc::Rc;

use yew::Reducible;

use super::keys::Order;
use super::state::{Cue, Sheet, Stage};
use crate::model::Scenario;
use crate::view::store::{Message, Store};
use crate::workspace::{Action, Picture, Results, Scene, Workspace};

/// Something that happens on the stage.
pub enum Turn {
    Cue(Cue),
    /// A key, and whether motion is welcome.
    Order(Order, bool),
    /// What the levers and the engine say.
    Tell(Message),
    /// The page's state has changed.
    House(Box<Store>),
    Leave,
}

#[derive(Clone)]
pub struct Performance {
    /// The page's workspace.
    house: Rc<Workspace>,
    pub stage: Stage,
    /// The page's state as the stage has it: the scene's scenario at hand, its indicator chosen.
    pub store: Rc<Store>,
    /// Whether the presenter wants to leave.
    pub left: bool,
}

impl Performance {
    pub fn new(store: &Store, stage: Stage) -> Self {
        let performance =
            Performance { house: store.workspace.clone(), stage, store: Rc::new(store.clone()), left: false };
        performance.staged()
    }

    /// The present scene.
    pub fn scene(&self) -> Scene {
        self.stage.scene(&self.house)
    }

    /// The scene after the present one, if there is one.
    pub fn next_scene(&self) -> Option<Scene> {
        let next = self.stage.after(Cue::Next);
        (next.at != self.stage.at).then(|| next.scene(&self.house))
    }

    /// Whether two scenarios stand side by side. One is enough to guess about.
    pub fn is_beside(&self) -> bool {
        !self.stage.is_asking() && self.stage.beside.unwrap_or_else(|| self.scene().beside.is_some())
    }

    /// The scenario that the scene's moves lead to, where it has any to play.
    pub fn arrived(&self) -> Option<Rc<Scenario>> {
        let workspace = self.stage.plays_moves().then(|| self.house.of_scene(&self.store.plan, &self.scene(), 1.0));
        workspace.map(|workspace| workspace.draft().scenario.clone())
    }

    /// With the scene's scenario on the stage.
    fn staged(mut self) -> Self {
        let plan = self.store.plan;
        let scene = self.scene();
        let workspace = self.house.of_scene(&plan, &scene, self.stage.moved());
        let results: Results = self.store.results.update(&plan, &workspace);
        let same = self.store.workspace.draft().scenario == workspace.draft().scenario;
        let moving = self.stage.moved() > 0.0;
        let mut store = Store::clone(&self.store);
        // What is known of another scenario is not to be seen, but for a moment while levers are on their way.
        if !same && !moving {
            store.findings = store.findings.forgotten();
        }
        store.workspace = Rc::new(workspace);
        store.results = Rc::new(results);
        store.refusal = None;
        self.store = Rc::new(store);
        self
    }

    /// Goes on where the page's state has become another: its scenarios, its script, its language.
    fn housed(mut self, house: &Store) -> Self {
        let mut store = Store::clone(&self.store);
        store.settings = house.settings;
        store.visit_language = house.visit_language;
        self.store = Rc::new(store);
        if Rc::ptr_eq(&self.house, &house.workspace) {
            return self;
        }
        self.stage = self.stage.with_script(&house.workspace);
        self.house = house.workspace.clone();
        if self.stage.improvised { self } else { self.staged() }
    }

    fn cue(mut self, cue: Cue) -> Self {
        let before = (self.stage.at, self.stage.moved(), self.stage.improvised);
        self.stage = self.stage.after(cue);
        let after = (self.stage.at, self.stage.moved(), self.stage.improvised);
        // What was improvised stands until the scene begins anew.
        if before != after && !self.stage.improvised { self.staged() } else { self }
    }

    fn order(mut self, order: Order, motion: bool) -> Self {
        let cue = match order {
            Order::Next => Cue::Next,
            Order::Previous => Cue::Previous,
            Order::First | Order::Start => Cue::First,
            Order::Last => Cue::Last,
            Order::Play => Cue::Play { motion },
            Order::Levers => Cue::Toggle(Sheet::Levers),
            Order::WhatIf => Cue::Toggle(Sheet::WhatIf),
            Order::Help => Cue::Toggle(Sheet::Help),
            Order::Return => Cue::Return,
            Order::Black => Cue::Black,
            Order::Beside => Cue::Beside(!self.is_beside()),
            Order::Picture => Cue::Picture(following(self.scene().picture)),
            Order::Guess => {
                // A guess is drawn on the chart.
                if matches!(self.scene().picture, Picture::Scoreboard | Picture::Causes) {
                    self = self.cue(Cue::Picture(Picture::Draws));
                }
                let id = self.scene().indicator;
                Cue::Guess { start: self.store.plan.0.indicator(id).baseline, motion }
            }
            Order::FullScreen | Order::Notes => return self,
            Order::Escape => match self.stage.escape() {
                Some(cue) => cue,
                None => {
                    self.left = true;
                    return self;
                }
            },
        };
        self.cue(cue)
    }

    fn tell(mut self, message: Message) -> Self {
        let edited = matches!(message, Message::Move(_) | Message::Act(Action::Edit(_) | Action::Undo | Action::Redo));
        let before = self.store.workspace.draft().scenario.clone();
        self.store = self.store.clone().reduce(message);
        if edited && self.store.workspace.draft().scenario != before {
            self.stage = self.stage.after(Cue::Improvised);
        }
        self
    }
}

impl Reducible for Performance {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = Performance::clone(&self);
        Rc::new(match turn {
            Turn::Cue(cue) => next.cue(cue),
            Turn::Order(order, motion) => next.order(order, motion),
            Turn::Tell(message) => next.tell(message),
            Turn::Leave => {
                next.left = true;
                next
            }
            Turn::House(house) => next.housed(&house),
        })
    }
}

/// The kind of picture after this one.
fn following(picture: Picture) -> Picture {
    let at = Picture::ALL.iter().position(|&other| other == picture).unwrap_or(0);
    Picture::ALL[(at + 1) % Picture::ALL.len()]
}
