//! Slides of the scenes: what each shows, once the engine has said how likely and why.

use std::rc::Rc;

use crate::analysis::attribution::Attribution;
use crate::catalogue::{chances, desk, labels, script, sentences, stage as words, why};
use crate::chart::{
    Bar, Bars, Board, Body, ChartSpec, Dots, Half, Line, Name, NotDrawable, Row, Slide, Tone, Waterfall,
};
use crate::engine::Likelihood;
use crate::plan::{IndicatorId, Plan};
use crate::text::number::completion;
use crate::text::{Language, Text};
use crate::workspace::{Computed, Picture, Results, Scene, Stamp, Workspace};

/// One scene with its moves made, on a workspace of its own.
pub struct Staged {
    pub scene: Scene,
    pub workspace: Workspace,
    pub results: Results,
}

/// What the engine says of a scene; nothing where it was not asked, or did not answer.
#[derive(Default)]
pub struct Answers {
    pub own: Option<Rc<Likelihood>>,
    pub beside: Option<Rc<Likelihood>>,
    pub attribution: Option<Rc<Attribution>>,
}

const CAUSES_TITLE: Text = Text::new("：差异的原因", ": what makes the difference");

impl Staged {
    /// A scene of the page's workspace.
    pub fn new(plan: &Plan, page: &Workspace, scene: &Scene) -> Self {
        let workspace = page.of_scene(plan, scene, 1.0);
        Staged { scene: scene.clone(), results: Results::new(plan, &workspace), workspace }
    }

    /// The slide at a place among so many; `None` where a value cannot be drawn, which no valid scenario leads to.
    pub fn slide(
        &self,
        plan: &Plan,
        answers: &Answers,
        (at, of): (usize, usize),
        day: &str,
        language: Language,
    ) -> Option<Slide> {
        let Staged { scene, workspace, results } = self;
        let indicator = plan.indicator(scene.indicator);
        let reference = sentences::reference_name(plan, workspace);
        let target = results.own.summary.assessments[scene.indicator.index()].target;
        let name = indicator.short.get(language).to_owned();
        let of_indicator = words::subtitle(plan, scene.indicator, target, language).join("　");
        let (title, subtitle) = match scene.picture {
            Picture::Scoreboard => (words::SCORES.get(language).to_owned(), plan.title.get(language).to_owned()),
            Picture::Causes => (name + CAUSES_TITLE.get(language), of_indicator),
            Picture::Path | Picture::Draws | Picture::Dots => (name, of_indicator),
        };
        let body = match scene.picture {
            Picture::Scoreboard => Body::Board(self.board(plan, answers, language)),
            Picture::Causes => Body::Causes(self.causes(plan, answers.attribution.as_deref()?, &reference, language)),
            Picture::Path | Picture::Draws | Picture::Dots => {
                Body::Charts(self.charts(plan, answers, &reference, language).ok()?)
            }
        };
        let scenario = sentences::scenario_name(plan, workspace.draft());
        let apart = results.own.scenario != results.reference.scenario;
        let stamp = Stamp::new(plan, &results.own).to_string();
        Some(Slide {
            title,
            subtitle,
            scenario: script::moved(scenario.get(language), scene.moves.len(), language),
            against: if apart { words::compared(&reference, language) } else { String::new() },
            caption: scene.caption().to_owned(),
            body,
            source: words::source(plan, language),
            stamp: format!("{} · {day}", desk::stamped(plan, scenario.get(language), &stamp, language)),
            place: format!("{} / {of}", at + 1),
        })
    }

    fn charts(
        &self,
        plan: &Plan,
        answers: &Answers,
        reference: &Name,
        language: Language,
    ) -> Result<Vec<Half>, NotDrawable> {
        let Staged { scene, workspace, results } = self;
        let id = scene.indicator;
        let half = |name: &str, computed: &Computed, against, likelihood: Option<&Likelihood>| {
            let target = computed.summary.assessments[id.index()].target;
            let spec = ChartSpec::trajectory(plan, id, language, &computed.projection, against, target)?.bare()?;
            let spec = match likelihood {
                Some(likelihood) if scene.picture == Picture::Draws => spec.with_paths(&likelihood.paths)?,
                Some(likelihood) => spec.with_bands(&likelihood.bands)?,
                None => spec,
            };
            let spread = likelihood.and_then(|likelihood| likelihood.distribution(id));
            let dots = spread.filter(|_| scene.picture == Picture::Dots);
            Ok(Half {
                name: name.to_owned(),
                spec: Rc::new(spec),
                lines: lines(plan, id, computed, likelihood, language),
                dots: dots.map(|spread| Dots {
                    values: spread.dots().to_vec(),
                    threshold: target,
                    direction: plan.indicator(id).direction,
                    whole: plan.indicator(id).count,
                    label: sentences::fifty_dots(plan, language),
                    told: Default::default(),
                }),
            })
        };
        let own = sentences::scenario_name(plan, workspace.draft());
        let (likelihood, apart) = (answers.own.as_deref(), results.own.scenario != results.reference.scenario);
        if scene.beside.is_some() {
            let beside = answers.beside.as_deref();
            return Ok(vec![
                half(own.get(language), &results.own, None, likelihood)?,
                half(reference.get(language), &results.reference, None, beside)?,
            ]);
        }
        let against = apart.then(|| (reference.clone(), &results.reference.projection));
        let mut half = half(own.get(language), &results.own, against, likelihood)?;
        if apart {
            let text = words::versus(plan.indicator(id), reference, results.difference(id), language);
            half.lines.push(line(text, 34.0, false, Tone::Ink));
        }
        Ok(vec![half])
    }

    fn board(&self, plan: &Plan, answers: &Answers, language: Language) -> Board {
        let heads = [
            labels::INDICATOR,
            labels::TARGET_COLUMN,
            labels::VALUE_COLUMN,
            labels::STATUS,
            labels::COMPLETION_COLUMN,
            labels::CHANCE_COLUMN,
        ];
        let row = |indicator: &crate::plan::Indicator| {
            let assessment = &self.results.own.summary.assessments[indicator.id.index()];
            let chance = answers.own.as_deref().map(|likelihood| likelihood.bands.chance(indicator.id));
            Row {
                cells: vec![
                    format!("{}  {}", indicator.short.get(language), indicator.unit.get(language)),
                    sentences::target(indicator, assessment.target),
                    sentences::value(indicator, assessment.value),
                    labels::status_with_sign(assessment.status, language),
                    completion(assessment.completion),
                    chance.map_or_else(|| "…".to_owned(), chances::percent),
                ],
                tone: labels::status_tone(assessment.status),
            }
        };
        Board {
            heads: heads.map(|head| head.get(language).to_owned()).to_vec(),
            rows: plan.indicators.iter().map(row).collect(),
        }
    }

    fn causes(&self, plan: &Plan, attribution: &Attribution, reference: &Name, language: Language) -> Bars {
        let (own, against) = (&self.results.own.scenario, &self.results.reference.scenario);
        let mut waterfall = Waterfall::new(plan, self.scene.indicator, plan.years, attribution, own, against);
        waterfall.stretches.retain(|stretch| !matches!(stretch.bar, Bar::Lever(_)));
        let label = |stretch: &crate::chart::Stretch| {
            (
                why::bar_name(plan, &waterfall, stretch.bar, reference, language),
                why::bar_value(&waterfall, stretch.bar, stretch.from, stretch.to),
            )
        };
        let labels = waterfall.stretches.iter().map(label).collect();
        let sentence = why::sentence(plan, &waterfall, attribution, reference, language);
        Bars { labels, target: why::target_label(plan, &waterfall, language), sentence, waterfall }
    }
}

/// What a chart comes to: the value, its status, its chance.
fn lines(
    plan: &Plan,
    id: IndicatorId,
    computed: &Computed,
    likelihood: Option<&Likelihood>,
    language: Language,
) -> Vec<Line> {
    let indicator = plan.indicator(id);
    let assessment = &computed.summary.assessments[id.index()];
    let value = sentences::value(indicator, assessment.value);
    let mut lines = vec![
        line(words::value_of_year(plan, plan.years, language), 34.0, false, Tone::Muted),
        Line { unit: indicator.unit.get(language).to_owned(), ..line(value, 132.0, true, Tone::Accent) },
        line(
            format!("{} {}", labels::status_sign(assessment.status), words::status(assessment, language)),
            44.0,
            true,
            labels::status_tone(assessment.status),
        ),
    ];
    if let Some(likelihood) = likelihood {
        let chance = words::percent(Some(likelihood.bands.chance(id)));
        let of = words::chance_of(indicator, assessment.target, language);
        lines.push(line(format!("{of} {chance}"), 36.0, false, Tone::Ink));
    }
    lines
}

const fn line(text: String, size: f64, bold: bool, tone: Tone) -> Line {
    Line { text, unit: String::new(), size, bold, tone }
}

/// The name of a slide's file in the download: its number and its title.
pub fn file_name(at: usize, title: &str) -> String {
    let title: String = title
        .chars()
        .map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' })
        .take(40)
        .collect();
    format!("{:02}-{title}.png", at + 1)
}
