//! Where a chart's parts stand in a drawing area: margins, ticks, years and the gutter for labels.

use std::rc::Rc;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::drawing::DrawingArea;
use plotters::style::{FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::DrawingBackend;

use super::axis::Axis;
use super::draw::Failure;
use super::palette::{Palette, Theme};
use super::scale::Scale;
use super::spec::{ChartSpec, Role};
use super::words;
use crate::text::number;

/// How much a chart has room for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SizeClass {
    /// Ticks, years, labels with names.
    #[default]
    Main,
    /// One of many: few ticks, end years, values without names.
    Small,
    /// Seen from afar: nothing below the years, the printed value beside its point, bold labels.
    Stage,
}

/// Everything that decides what a chart looks like, but for the size of its area.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    pub spec: Rc<ChartSpec>,
    pub axis: Axis,
    pub theme: Theme,
    pub size: SizeClass,
    pub scale: Scale,
    /// The year being read, after the base year.
    pub cursor: Option<usize>,
    /// The years after the base year whose values are shown, part of a year included; all of them without it.
    pub until: Option<f64>,
    /// Somebody's guess of the last year's value.
    pub guess: Option<f64>,
}

impl Scene {
    /// A chart on an axis of its own.
    pub fn new(spec: Rc<ChartSpec>, theme: Theme, size: SizeClass, scale: Scale) -> Self {
        Scene { axis: spec.axis(), spec, theme, size, scale, cursor: None, until: None, guess: None }
    }

    /// Whether what [`super::draw_spread`] drew of the other still holds for this one, in the same places.
    pub fn same_spread(&self, other: &Scene) -> bool {
        self.until == other.until && (Rc::ptr_eq(&self.spec, &other.spec) || self.spec.same_spread(&other.spec))
    }

    /// Whether what [`super::draw_base`] drew of the other still holds for this one, but for where letters stand.
    pub fn same_base(&self, other: &Scene) -> bool {
        self.axis == other.axis
            && self.theme == other.theme
            && self.size == other.size
            && self.scale == other.scale
            && self.until == other.until
            && (Rc::ptr_eq(&self.spec, &other.spec) || self.spec.same_base(&other.spec))
    }

    pub(super) fn palette(&self) -> &'static Palette {
        Palette::of(self.theme)
    }

    /// The years after the base year whose values are shown.
    pub(super) fn shown(&self) -> f64 {
        let years = self.spec.years as f64;
        self.until.map_or(years, |until| until.clamp(0.0, years))
    }

    /// Whether the last year is shown.
    pub(super) fn is_whole(&self) -> bool {
        self.shown() >= self.spec.years as f64
    }
}

/// A rectangle in units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Plot {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// The places of a chart's parts, in units. Holds as long as the base layer does.
#[derive(Clone)]
pub struct Layout {
    pub(super) plot: Plot,
    /// The area's width and height.
    pub(super) whole: (i32, i32),
    pub(super) scale: Scale,
    pub(super) years: usize,
    /// Ticks that have room: height and text.
    pub(super) ticks: Vec<(i32, String)>,
    /// Years that have room: position and text.
    pub(super) year_labels: Vec<(i32, String)>,
    /// Whether the foot says which years are projected.
    pub(super) foot: bool,
    /// Where labels begin; none where there is no room for any.
    pub(super) gutter: Option<i32>,
    /// Names for the gutter, by series; shortened to its width.
    pub(super) names: Vec<String>,
    /// The target's label and its width.
    pub(super) target: (String, i32),
    coord: Cartesian2d<RangedCoordf64, RangedCoordf64>,
}

/// Sizes in CSS pixels.
pub(super) const AXIS_TEXT: f64 = 12.0;
pub(super) const LABEL_TEXT: f64 = 13.0;
pub(super) const SMALL_TEXT: f64 = 12.0;
/// From the end of the lines to the labels.
const TO_LABELS: f64 = 10.0;
const GUTTER: f64 = 84.0;
const WIDEST_GUTTER: f64 = 132.0;
/// Ticks closer than this are thinned.
const TICK_DISTANCE: f64 = 18.0;
/// Charts lower than this have no foot.
const FOOT_HEIGHT: f64 = 220.0;
/// Above and below the plot of a chart on a stage.
const STAGE_MARGINS: (f64, f64) = (10.0, 24.0);
/// Small charts narrower than this have no values at their lines' ends.
const SMALL_GUTTER_WIDTH: f64 = 150.0;

impl Layout {
    /// Places a scene in the area, measuring text through the area's backend.
    pub fn new<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, scene: &Scene) -> Result<Layout, Failure<DB>> {
        let Scene { spec, axis, size, scale, .. } = scene;
        let (spec, scale, small) = (&**spec, *scale, *size == SizeClass::Small);
        let (width, height) = area.dim_in_pixel();
        let whole = (width as i32, height as i32);
        let measure = |text: &str, px: f64, bold: bool| -> Result<i32, Failure<DB>> {
            let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
            let style = TextStyle::from(FontDesc::new(FontFamily::SansSerif, scale.units(px), style));
            Ok(area.estimate_text_size(text, &style)?.0 as i32)
        };
        let tick_text: Vec<String> = axis.ticks().map(|tick| number::fixed(tick, axis.decimals())).collect();
        let mut tick_width = 0;
        for text in &tick_text {
            tick_width = tick_width.max(measure(text, AXIS_TEXT, false)?);
        }
        let year_width = measure("2020", AXIS_TEXT, false)?;

        // The widest number that can stand at a line's end on this axis.
        let (low, high) = (spec.number(axis.low()), spec.number(axis.high()));
        let widest = if low.chars().count() > high.chars().count() { low } else { high };
        let target = if small {
            spec.printed(spec.target)
        } else {
            format!("{} {}", words::TARGET.get(spec.language), spec.printed(spec.target))
        };
        let label_text = if small { SMALL_TEXT } else { LABEL_TEXT };
        let target_width = measure(&target, label_text, false)?;
        // On a stage there is always room for a guess, so that nothing moves when one comes.
        let own_width = match size {
            SizeClass::Small => measure(&widest, label_text, true)?,
            SizeClass::Main => measure(&format!("{} {widest}", words::OWN.get(spec.language)), label_text, true)?,
            SizeClass::Stage => {
                let own = spec.path(Role::Own).map_or("", |series| series.name.get(spec.language));
                let width = |name: &str| measure(&format!("{name} {widest}"), label_text, true);
                width(own)?.max(width(words::GUESS.get(spec.language))?)
            }
        };
        let needed = own_width.max(target_width) + scale.length(TO_LABELS + 2.0);
        let gutter = match size {
            SizeClass::Small if scale.css(whole.0) < SMALL_GUTTER_WIDTH => None,
            SizeClass::Small => Some(needed),
            SizeClass::Main | SizeClass::Stage => {
                let widest = scale.length(WIDEST_GUTTER).min(whole.0 * 2 / 5);
                Some(needed.clamp(scale.length(GUTTER).min(widest), widest))
            }
        };

        let foot = *size == SizeClass::Main && has_foot(scale.css(whole.1));
        let (top, bottom) = margins(*size, scale.css(whole.1));
        let left = (tick_width + scale.length(if small { 6.0 } else { 8.0 })).max(year_width / 2 + scale.length(1.0));
        let right = gutter.unwrap_or_else(|| scale.length(6.0).max(year_width / 2));
        let plot = Plot {
            left: scale.snap(left),
            top: scale.snap(scale.length(top)),
            right: scale.snap(whole.0 - right).max(left + 1),
            bottom: scale.snap(whole.1 - scale.length(bottom)).max(scale.length(top) + 1),
        };
        let coord = Cartesian2d::new(
            0.0..spec.years.max(1) as f64,
            axis.low()..axis.high(),
            (plot.left..plot.right, plot.bottom..plot.top),
        );
        let y = |value: f64| coord.translate(&(0.0, value)).1;
        let x = |t: usize| coord.translate(&(t as f64, axis.low())).0;

        let ticks = choose_ticks(axis, tick_text, small, scale.css(plot.bottom - plot.top))
            .map(|(value, text)| (y(value), text))
            .collect();
        let year_labels =
            year_texts(spec, small, plot.right - plot.left, year_width, scale).map(|(t, text)| (x(t), text)).collect();

        let mut names = Vec::with_capacity(spec.series.len());
        for series in &spec.series {
            let name = match (series.role, gutter) {
                (Role::Milestones, _) | (_, None) => String::new(),
                _ if small => String::new(),
                (_, Some(gutter)) => {
                    let room = gutter - scale.length(TO_LABELS + 2.0);
                    shortened(series.name.get(spec.language), |name| {
                        Ok(measure(&format!("{name} {widest}"), LABEL_TEXT, series.role == Role::Own)? <= room)
                    })?
                }
            };
            names.push(name);
        }
        Ok(Layout {
            plot,
            whole,
            scale,
            years: spec.years,
            ticks,
            year_labels,
            foot,
            gutter: gutter.map(|_| plot.right + scale.length(TO_LABELS)),
            names,
            target: (target, target_width),
            coord,
        })
    }

    /// A point of the chart in units.
    pub(super) fn at(&self, t: usize, value: f64) -> (i32, i32) {
        self.coord.translate(&(t as f64, value))
    }

    /// The same of any time, in years after the base year.
    pub(super) fn at_time(&self, t: f64, value: f64) -> (i32, i32) {
        self.coord.translate(&(t, value))
    }

    /// The year nearest to a position in CSS pixels from the area's left edge.
    pub fn nearest_year(&self, x: f64) -> usize {
        let (left, right) = (self.scale.css(self.plot.left), self.scale.css(self.plot.right));
        let part = (x - left) / (right - left).max(1.0);
        (part * self.years as f64).round().clamp(0.0, self.years as f64) as usize
    }
}

fn has_foot(height: f64) -> bool {
    height >= FOOT_HEIGHT
}

/// The room above and below the plot, in CSS pixels.
fn margins(size: SizeClass, height: f64) -> (f64, f64) {
    match size {
        SizeClass::Small => (9.0, 21.0),
        SizeClass::Main if has_foot(height) => (26.0, 42.0),
        SizeClass::Main => (24.0, 22.0),
        SizeClass::Stage => STAGE_MARGINS,
    }
}

/// The heights of the plot's top and bottom in a main chart of this height, in CSS pixels: for what shares its axis.
pub fn plot_heights(height: f64) -> (f64, f64) {
    plot_heights_of(SizeClass::Main, height)
}

/// The same of a chart on a stage.
pub fn stage_heights(height: f64) -> (f64, f64) {
    plot_heights_of(SizeClass::Stage, height)
}

fn plot_heights_of(size: SizeClass, height: f64) -> (f64, f64) {
    let (top, bottom) = margins(size, height);
    (top, (height - bottom).max(top + 1.0))
}

/// All ticks that can be told apart; for a small chart its ends, and the middle one if there is one.
fn choose_ticks(axis: &Axis, texts: Vec<String>, small: bool, height: f64) -> impl Iterator<Item = (f64, String)> {
    let steps = texts.len().saturating_sub(1).max(1);
    let distance = height / steps as f64;
    let stride = if small {
        if steps.is_multiple_of(2) && height / 2.0 >= TICK_DISTANCE { steps / 2 } else { steps }
    } else {
        (1..=steps).find(|&stride| distance * stride as f64 >= TICK_DISTANCE).unwrap_or(steps)
    };
    axis.ticks()
        .zip(texts)
        .enumerate()
        .filter(move |(i, _)| i.is_multiple_of(stride))
        .map(|(_, tick)| tick)
        .collect::<Vec<_>>()
        .into_iter()
}

/// All years in full, else the inner ones by their last two digits, else the first and the last.
fn year_texts(
    spec: &ChartSpec,
    small: bool,
    width: i32,
    full: i32,
    scale: Scale,
) -> impl Iterator<Item = (usize, String)> {
    let step = width / spec.years.max(1) as i32;
    let air = scale.length(8.0);
    let (ends_only, short) = (small || full * 3 / 4 + air > step, full + air > step);
    let last = spec.years;
    let text = move |year: u16, t: usize| {
        if short && t != 0 && t != last { format!("{:02}", year % 100) } else { year.to_string() }
    };
    let base = spec.base_year;
    (0..=last).filter(move |&t| !ends_only || t == 0 || t == last).map(move |t| (t, text(base + t as u16, t)))
}

/// The name, or as much of it as fits, with an ellipsis.
fn shortened<E>(name: &str, fits: impl Fn(&str) -> Result<bool, E>) -> Result<String, E> {
    if fits(name)? {
        return Ok(name.to_owned());
    }
    let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    for &end in ends.iter().skip(1).rev() {
        let short = format!("{}…", name[..end].trim_end());
        if fits(&short)? {
            return Ok(short);
        }
    }
    Ok(String::new())
}
