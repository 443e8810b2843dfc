//! 幻灯片: a picture of each scene, all in one download.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use js_sys::futures::JsFuture;
use wasm_bindgen::JsValue;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::slides::{Answers, Staged, file_name};
use crate::analysis::attribution::Attribution;
use crate::catalogue::{desk, script as words};
use crate::engine::{DRAWS, Likelihood, Reply, Request, SEED};
use crate::model::Scenario;
use crate::platform::download::{download, today};
use crate::platform::engine::engine;
use crate::platform::office::{News, ZIP, archive};
use crate::platform::picture::slide_png;
use crate::text::Language;
use crate::view::making::{Making, begin, give_up, maker};
use crate::view::store::PlanRef;
use crate::workspace::{Picture, Workspace};

#[derive(Properties, PartialEq)]
pub struct SlidesProps {
    pub plan: PlanRef,
    pub language: Language,
    pub workspace: Rc<Workspace>,
}

#[component]
pub fn Slides(props: &SlidesProps) -> Html {
    let SlidesProps { plan, language, workspace } = props;
    let (plan, language) = (*plan, *language);
    let stage = use_state_eq(|| Making::Idle);
    // The making under way goes on as long as this is the same.
    let making = use_mut_ref(|| None::<Rc<()>>);
    use_effect_with((), {
        let making = making.clone();
        move |()| move || drop(making.take())
    });
    let make = {
        let (workspace, setter, making) = (workspace.clone(), stage.setter(), making.clone());
        Callback::from(move |_: MouseEvent| {
            let (workspace, setter) = (workspace.clone(), setter.clone());
            let going_on = begin(&making);
            setter.set(Making::UnderWay(Some(0.0)));
            spawn_local(async move {
                let report = |part| {
                    let on = going_on();
                    if on {
                        setter.set(Making::UnderWay(Some(part)));
                    }
                    on
                };
                let made = slides(plan, &workspace, language, report).await;
                if !going_on() {
                    return;
                }
                let name = desk::file_name(&plan, &[workspace.draft()], &today(), "zip", language);
                let saved = made.is_some_and(|bytes| download(&name, ZIP, &bytes).is_ok());
                setter.set(if saved { Making::Idle } else { Making::Failed });
            });
        })
    };
    let label = words::slides(workspace.script().len(), language);
    maker(label, *stage, words::SLIDES_NOT_MADE, language, [make, give_up(&stage, &making)])
}

/// The slides of all scenes in one file; `report` takes the part that is done and says whether to go on.
async fn slides(
    plan: PlanRef,
    workspace: &Workspace,
    language: Language,
    report: impl Fn(f64) -> bool,
) -> Option<Vec<u8>> {
    let scenes = workspace.script();
    let mut asked = Asked::default();
    let mut files = Vec::new();
    for (at, scene) in scenes.iter().enumerate() {
        if !report(at as f64 / scenes.len() as f64) {
            return None;
        }
        let staged = Staged::new(&plan, workspace, scene);
        let answers = asked.answers(plan, &staged).await;
        let slide = staged.slide(&plan, &answers, (at, scenes.len()), &today(), language)?;
        let png = slide_png(&slide).await?;
        files.push((file_name(at, &slide.title), png));
    }
    together(&files).await
}

/// The files in one.
async fn together(files: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let made = Rc::new(RefCell::new(None));
    let mut making = None;
    let promise = Promise::new(&mut |resolve, _| {
        let made = made.clone();
        making = Some(archive(files, move |news| {
            match news {
                News::Progress(_) => return,
                News::Done(bytes) => made.replace(Some(bytes)),
                News::Failed => None,
            };
            // A promise's own functions cannot fail.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }));
    });
    JsFuture::from(promise).await.ok()?;
    drop(making);
    made.take()
}

/// What the engine has said, so that each scenario is asked about once.
#[derive(Default)]
struct Asked {
    likelihood: Vec<(Rc<Scenario>, Rc<Likelihood>)>,
}

impl Asked {
    async fn answers(&mut self, plan: PlanRef, staged: &Staged) -> Answers {
        let (own, reference) = (staged.results.own.scenario.clone(), staged.results.reference.scenario.clone());
        if staged.scene.picture == Picture::Causes {
            let attribution = attribution(plan, own, reference).await.map(Rc::new);
            return Answers { attribution, ..Answers::default() };
        }
        let beside = match staged.scene.beside {
            Some(_) => self.likelihood(plan, reference).await,
            None => None,
        };
        Answers { own: self.likelihood(plan, own).await, beside, attribution: None }
    }

    async fn likelihood(&mut self, plan: PlanRef, scenario: Rc<Scenario>) -> Option<Rc<Likelihood>> {
        if let Some((_, known)) = self.likelihood.iter().find(|(known, _)| *known == scenario) {
            return Some(known.clone());
        }
        let request = Request::Run { scenario: scenario.clone(), seed: SEED, draws: DRAWS, own: DRAWS };
        let Some(Reply::Likelihood(likelihood)) = answer(plan, request).await else { return None };
        let likelihood: Rc<Likelihood> = likelihood.into();
        self.likelihood.push((scenario, likelihood.clone()));
        Some(likelihood)
    }
}

async fn attribution(plan: PlanRef, scenario: Rc<Scenario>, reference: Rc<Scenario>) -> Option<Attribution> {
    match answer(plan, Request::Attribution { scenario, reference }).await {
        Some(Reply::Attribution(attribution, _)) => Some(attribution),
        _ => None,
    }
}

/// The engine's last reply to a request.
async fn answer(plan: PlanRef, request: Request) -> Option<Reply> {
    let slot = Rc::new(RefCell::new(None));
    let promise = {
        let slot = slot.clone();
        Promise::new(&mut |resolve, _| {
            let slot = slot.clone();
            engine(plan.0).ask(&request, move |reply, done| {
                slot.replace(Some(reply));
                if done {
                    // A promise's own functions cannot fail.
                    let _ = resolve.call0(&JsValue::UNDEFINED);
                }
            });
        })
    };
    JsFuture::from(promise).await.ok()?;
    slot.take()
}
