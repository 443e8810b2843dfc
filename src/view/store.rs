//! The page's state: the workspace, what it comes to, and how the page is set.

use std::ops::Deref;
use std::rc::Rc;

use yew::{Callback, Reducible};

use super::findings::{Finding, Findings};
use super::part::{Load, Loader, Parts};
use crate::catalogue::notices;
use crate::plan::{LeverId, Plan};
use crate::platform::engine::Place;
use crate::platform::settings::{Settings, ThemeChoice};
use crate::text::Language;
use crate::workspace::{Action, ActionError, Edit, Link, Notice, Results, Workspace};

/// A plan in a component's properties: compared by address, since plans are constants.
#[derive(Clone, Copy, Debug)]
pub struct PlanRef(pub &'static Plan);

impl PartialEq for PlanRef {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Deref for PlanRef {
    type Target = Plan;

    fn deref(&self) -> &Plan {
        self.0
    }
}

/// What lies over the page, one at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    /// 分享: a link, and the way from a code to its scenario.
    Share,
    /// 文件: what is taken along and brought in.
    Files,
    /// 打印报告: what precedes the browser's own dialog, and whether that waits for the draws.
    Print { waits: bool },
    /// 情况汇报: one page of text.
    Briefing,
    /// The list of scenarios.
    Scenarios,
    /// The last steps.
    History,
    /// What a reset goes back to.
    Reset,
    /// 演示稿: the scenes of the presentation.
    Script,
    /// The note on a lever.
    Note(LeverId),
}

/// What components say to the store.
#[derive(Clone, Debug)]
pub enum Message {
    Act(Action),
    /// A hand moves a lever on.
    Move(Edit),
    /// What a moving hand has done is to be seen now.
    Show,
    /// The reader's choice, remembered.
    Language(Language),
    Theme(ThemeChoice),
    DismissHints,
    /// An address was typed or followed: the scenarios it holds, its language, and what there is to say of it.
    Follow(Option<Box<Link>>, Option<Language>, Vec<Notice>),
    DismissNotices,
    /// Opens a panel, or closes it where it is open.
    Toggle(Panel),
    /// Opens it, or leaves it open.
    Open(Panel),
    ClosePanel,
    /// Goes on the stage, or leaves it.
    Stage(bool),
    /// Goes on the stage at this scene of the script.
    StageFrom(usize),
    /// Whether edits could not be kept.
    Unkept(bool),
    /// How the loading of the parts goes.
    Parts(Load),
    Found(Finding),
}

/// Items as the browser's storage held them, by name.
pub type StoredItems = Rc<Vec<(String, String)>>;

impl From<Edit> for Message {
    fn from(edit: Edit) -> Self {
        Message::Act(Action::Edit(edit))
    }
}

/// A way to send messages that components can hold and compare.
pub type Send = Callback<Message>;

/// Whether the limits let an edit in. They are the plan's alone, so that any workspace can judge.
pub fn check(plan: &Plan, edit: &Edit) -> Result<(), ActionError> {
    Workspace::new(plan).apply(plan, &Action::Edit(edit.clone())).map(drop)
}

/// Sends an edit that the limits let in, or says why not, for beside the field: the store would refuse it elsewhere.
pub fn commit(plan: &Plan, send: &Send, language: Language, edit: Edit) -> Result<(), String> {
    check(plan, &edit).map_err(|error| notices::beside_field(plan, error, language))?;
    send.emit(edit.into());
    Ok(())
}

/// The whole state of the page.
#[derive(Clone)]
pub struct Store {
    pub plan: PlanRef,
    pub workspace: Rc<Workspace>,
    pub results: Rc<Results>,
    pub settings: Settings,
    /// The language that the address asks for, for this visit only.
    pub visit_language: Option<Language>,
    pub notices: Rc<Vec<Notice>>,
    /// The last value that was refused where no field could say so.
    pub refusal: Option<ActionError>,
    /// What the workspace began with; `None` where storage is blocked.
    pub stored: Option<StoredItems>,
    pub panel: Option<Panel>,
    /// Whether the presentation is shown in place of the page.
    pub on_stage: bool,
    /// The scene that it begins with, where one was chosen.
    pub stage_from: Option<usize>,
    pub parts: Parts,
    pub findings: Findings,
    /// Whether a hand has moved on since the page was last drawn.
    pub ahead: bool,
    /// Whether the storage does not take what is edited: the address then is all that a reload has.
    pub unkept: bool,
}

impl Store {
    pub fn new(
        plan: PlanRef,
        settings: Settings,
        workspace: Workspace,
        visit_language: Option<Language>,
        notices: Vec<Notice>,
        stored: Option<StoredItems>,
        loader: Loader,
    ) -> Self {
        Store {
            plan,
            results: Rc::new(Results::new(&plan, &workspace)),
            workspace: Rc::new(workspace),
            settings,
            visit_language,
            notices: Rc::new(notices),
            refusal: None,
            stored,
            panel: None,
            on_stage: false,
            stage_from: None,
            parts: Parts::new(loader),
            findings: Findings::default(),
            ahead: false,
            unkept: false,
        }
    }

    /// The language of the page now.
    pub fn language(&self) -> Language {
        self.visit_language.unwrap_or(self.settings.language)
    }

    fn act(&mut self, action: &Action) {
        match self.workspace.apply(&self.plan, action) {
            Ok(workspace) => {
                let results = self.results.update(&self.plan, &workspace);
                if results != *self.results {
                    self.results = Rc::new(results);
                }
                if !Rc::ptr_eq(&workspace.draft().scenario, &self.workspace.draft().scenario) {
                    self.findings.forget_run();
                }
                if workspace.view.indicator != self.workspace.view.indicator {
                    self.findings.threshold = None;
                }
                self.workspace = Rc::new(workspace);
                self.refusal = None;
            }
            Err(refusal) => self.refusal = Some(refusal),
        }
    }
}

impl Reducible for Store {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        if matches!(message, Message::Show) && !self.ahead {
            return self;
        }
        let mut next = Store::clone(&self);
        // Where the engine answers within a frame or so; else the page follows the hand alone.
        let answers = self.findings.likelihood.is_some() && self.findings.place == Place::Workers;
        next.ahead = answers && matches!(message, Message::Move(_));
        match message {
            Message::Act(action) => next.act(&action),
            Message::Move(edit) => next.act(&Action::Edit(edit)),
            Message::Show => {}
            Message::Language(language) => {
                next.settings.language = language;
                next.visit_language = None;
            }
            Message::Theme(theme) => next.settings.theme = theme,
            Message::DismissHints => next.settings.hints_dismissed = true,
            Message::Follow(link, language, notices) => {
                next.visit_language = language;
                next.notices = Rc::new(notices);
                if let Some(link) = link {
                    next.act(&Action::Visit(link));
                }
            }
            Message::DismissNotices => {
                next.notices = Rc::default();
                next.refusal = None;
            }
            Message::Toggle(panel) => next.panel = Some(panel).filter(|_| next.panel != Some(panel)),
            Message::Open(panel) => next.panel = Some(panel),
            Message::ClosePanel => next.panel = None,
            Message::Stage(on) => {
                next.on_stage = on;
                next.stage_from = None;
                next.panel = None;
            }
            Message::StageFrom(at) => {
                next.on_stage = true;
                next.stage_from = Some(at);
                next.panel = None;
            }
            Message::Unkept(unkept) => next.unkept = unkept,
            Message::Parts(load) => next.parts.load = load,
            Message::Found(finding) => next.findings.take(finding),
        }
        Rc::new(next)
    }
}
