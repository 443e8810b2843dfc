//! A chart that stands by itself: under its title, with its key, its sources and the stamp of its scenario.

use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::text_anchor::HPos;
use plotters::style::{FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::DrawingBackend;

use super::bars::BarChart;
use super::describe::{self, in_reading_order, key_name};
use super::dots::{Dots, PANE_WIDTH};
use super::draw::{Drawn, Failure, draw_scene, line_of};
use super::grid::Grid;
use super::layout::{AXIS_TEXT, LABEL_TEXT, Scene, SizeClass, plot_heights};
use super::palette::{Palette, Theme};
use super::pen::Pen;
use super::scale::Scale;
use super::spec::{ChartSpec, Name, Role, Series};
use super::stroke::dashes;
use super::svg::{self, Measure, Svg};
use super::words;
use crate::text::{Language, Text};

/// In CSS pixels.
const TITLE_TEXT: f64 = 17.0;
const MARGIN: f64 = 16.0;
const TITLE_HEIGHT: f64 = 28.0;
const KEY_HEIGHT: f64 = 20.0;
const LINE_HEIGHT: f64 = 17.0;
/// The stretch of line in the key, the space behind it, and the space between two entries.
const SWATCH: f64 = 20.0;
const GAP: f64 = 6.0;
const BETWEEN: f64 = 18.0;

/// A chart with what has to be said beside it.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    title: String,
    body: Body,
    /// What it says, for those who do not see it.
    sentence: String,
    source: String,
    theme: Theme,
    language: Language,
    stamp: String,
}

#[derive(Clone, PartialEq, Debug)]
enum Body {
    Trajectory(Rc<ChartSpec>, Option<Dots>),
    Bars(BarChart),
    Grid(Grid),
}

/// The texts around what is not one trajectory.
#[derive(Clone, PartialEq, Debug)]
pub struct Around {
    pub title: String,
    pub sentence: String,
    /// How the figures are made.
    pub source: String,
    pub stamp: String,
}

/// What a line, cross or band of the key stands for.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    Path(Role),
    Draws,
    Ranges,
    Published,
}

/// The width of pictures, and the height of those of trajectories, in CSS pixels.
const SIZE: (u32, u32) = (760, 480);

impl Picture {
    /// A chart whose own path is that of `scenario`; `stamp` is that scenario's.
    pub fn new(spec: &ChartSpec, theme: Theme, scenario: Name, stamp: String) -> Self {
        let mut spec = spec.clone();
        // Beside the page, nobody knows which scenario is meant by its word for the own one.
        for series in spec.series.iter_mut().filter(|series| series.role == Role::Own) {
            series.name = scenario.clone();
        }
        let language = spec.language;
        Picture {
            title: format!("{} · {}", spec.name.get(language), scenario.get(language)),
            sentence: describe::sentence(&spec),
            source: describe::source_line(&spec),
            body: Body::Trajectory(Rc::new(spec), None),
            theme,
            language,
            stamp,
        }
    }

    /// With fifty dots beside a trajectory, which has room for them on its axis; `said` is what they say.
    pub fn beside(mut self, dots: Dots, said: &str) -> Self {
        if let Body::Trajectory(_, beside) = &mut self.body {
            *beside = Some(dots);
            self.sentence += Text::new("", " ").get(self.language);
            self.sentence += said;
            self.sentence += Text::new("。", ".").get(self.language);
        }
        self
    }

    /// Bars with the texts around them.
    pub fn bars(chart: BarChart, theme: Theme, language: Language, around: Around) -> Self {
        Picture::of(Body::Bars(chart), theme, language, around)
    }

    /// Small charts with the texts around them.
    pub fn grid(grid: Grid, theme: Theme, language: Language, around: Around) -> Self {
        Picture::of(Body::Grid(grid), theme, language, around)
    }

    fn of(body: Body, theme: Theme, language: Language, around: Around) -> Self {
        let Around { title, sentence, source, stamp } = around;
        Picture { title, body, sentence, source, theme, language, stamp }
    }

    /// The size that it is made in, in CSS pixels.
    pub fn size(&self) -> (u32, u32) {
        let (height, above) = match &self.body {
            Body::Trajectory(..) => return SIZE,
            Body::Bars(chart) => (chart.height(), LINE_HEIGHT * lines_at_most(&self.sentence, LABEL_TEXT)),
            Body::Grid(grid) => (grid.height(), KEY_HEIGHT * key_rows_at_most(&grid.key(self.language))),
        };
        let below = LINE_HEIGHT * (lines_at_most(&self.source, AXIS_TEXT) + 1.0);
        (SIZE.0, (2.5 * MARGIN + TITLE_HEIGHT + above + height + below).ceil() as u32)
    }

    /// The indicator, and the scenario or what is shown of it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The chart of a trajectory.
    pub fn spec(&self) -> Option<&ChartSpec> {
        match &self.body {
            Body::Trajectory(spec, _) => Some(spec),
            Body::Bars(_) | Body::Grid(_) => None,
        }
    }

    /// The picture as an SVG document, with texts measured as the caller says.
    pub fn to_svg(&self, measure: Measure) -> String {
        let mut elements = String::new();
        let backend = Svg { size: self.size(), measure, elements: &mut elements };
        // This backend cannot fail.
        let _ = self.draw(&backend.into_drawing_area(), svg::SCALE);
        svg::document(self.size(), &self.title, &self.sentence, &elements)
    }

    /// Draws it over the whole area, whose units are those of `scale`.
    pub fn draw<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, scale: Scale) -> Drawn<DB> {
        let (width, height) = area.dim_in_pixel();
        let (width, height) = (width as i32, height as i32);
        let pen = Pen { area, scale, palette: Palette::of(self.theme), small: false };
        let px = |length: f64| scale.length(length);
        let inner = width - 2 * px(MARGIN);
        pen.rectangle((0, 0), (width, height), pen.palette.ground)?;
        let title = px(MARGIN + TITLE_HEIGHT / 2.0 - 4.0);
        pen.text(&self.title, (px(MARGIN), title), TITLE_TEXT, pen.palette.ink, HPos::Left, true)?;

        let mut lines = wrapped(area, &self.source, AXIS_TEXT, scale, inner)?;
        lines.push(format!("{}{}", STAMP.get(self.language), self.stamp));
        let foot = height - px(MARGIN / 2.0 + LINE_HEIGHT * lines.len() as f64);
        for (i, line) in lines.iter().enumerate() {
            let y = foot + px(LINE_HEIGHT * (i as f64 + 0.5));
            pen.text(line, (px(MARGIN), y), AXIS_TEXT, pen.palette.muted, HPos::Left, false)?;
        }
        match &self.body {
            Body::Trajectory(spec, dots) => {
                let top = scale.snap(draw_key(&pen, key(spec), width)? + px(4.0));
                let room = scale.snap((foot - px(4.0) - top).max(1));
                let inner = if dots.is_some() { inner - px(PANE_WIDTH + GAP) } else { inner };
                let chart = area.clone().shrink((scale.snap(px(MARGIN)), top), (scale.snap(inner), room));
                let scene = Scene::new(spec.clone(), self.theme, SizeClass::Main, scale);
                draw_scene(&chart, &scene)?;
                let Some(dots) = dots else { return Ok(()) };
                let (left, top) = (scale.css(width) - MARGIN - PANE_WIDTH, scale.css(top));
                let (upper, lower) = plot_heights(scale.css(room));
                let plot = (top + upper, top + lower);
                dots.draw_pane(&pen, (left, top), plot, |value| scene.axis.height(value, plot))
            }
            Body::Grid(grid) => {
                let key = draw_key(&pen, grid.key(self.language), width)?;
                grid.draw(&pen, self.theme, (px(MARGIN), width - px(MARGIN)), key + px(MARGIN / 2.0))
            }
            Body::Bars(chart) => {
                let mut top = px(MARGIN + TITLE_HEIGHT);
                for line in wrapped(area, &self.sentence, LABEL_TEXT, scale, inner)? {
                    let at = (px(MARGIN), top + px(LINE_HEIGHT / 2.0));
                    pen.text(&line, at, LABEL_TEXT, pen.palette.ink, HPos::Left, false)?;
                    top += px(LINE_HEIGHT);
                }
                chart.draw(&pen, (px(MARGIN), width - px(MARGIN)), top + px(MARGIN / 2.0))
            }
        }
    }
}

/// Draws the key in as many rows as it takes; where it ends.
fn draw_key<DB: DrawingBackend>(pen: &Pen<'_, DB>, key: Vec<(Mark, String)>, width: i32) -> Result<i32, Failure<DB>> {
    let px = |length: f64| pen.scale.length(length);
    let (mut x, mut y) = (px(MARGIN), px(MARGIN + TITLE_HEIGHT + KEY_HEIGHT / 2.0));
    for (mark, name) in key {
        let size = px(SWATCH + GAP) + text_width(pen.area, &name, LABEL_TEXT, pen.scale)?;
        if x > px(MARGIN) && x + size > width - px(MARGIN) {
            (x, y) = (px(MARGIN), y + px(KEY_HEIGHT));
        }
        draw_mark(pen, mark, (x, y))?;
        pen.text(&name, (x + px(SWATCH + GAP), y), LABEL_TEXT, pen.palette.ink, HPos::Left, false)?;
        x += size + px(BETWEEN);
    }
    Ok(y + px(KEY_HEIGHT / 2.0))
}

/// The width of a picture between its margins.
const INNER: f64 = SIZE.0 as f64 - 2.0 * MARGIN;

/// How many lines of a picture a text takes at most.
fn lines_at_most(text: &str, size: f64) -> f64 {
    (width_at_most(text, size) / INNER).ceil().max(1.0)
}

/// How many rows a key takes at most.
fn key_rows_at_most(key: &[(Mark, String)]) -> f64 {
    let (mut rows, mut x) = (1.0, 0.0);
    for (_, name) in key {
        let size = SWATCH + GAP + width_at_most(name, LABEL_TEXT);
        if x > 0.0 && x + size > INNER {
            (rows, x) = (rows + 1.0, 0.0);
        }
        x += size + BETWEEN;
    }
    rows
}

/// The width of a text with every letter as wide as the widest are.
fn width_at_most(text: &str, size: f64) -> f64 {
    text.chars().map(|letter| if letter.is_ascii() { 0.56 } else { 1.0 }).sum::<f64>() * size * 1.06
}

/// What a chart shows, each under its name.
pub(super) fn key(spec: &ChartSpec) -> Vec<(Mark, String)> {
    let path = |series: &Series| (Mark::Path(series.role), key_name(spec, series));
    let mut key: Vec<(Mark, String)> = in_reading_order(spec).map(path).collect();
    if !spec.spread.bands.is_empty() {
        key.push((Mark::Ranges, words::RANGES.get(spec.language).to_owned()));
    }
    if !spec.spread.paths.is_empty() {
        key.push((Mark::Draws, words::SOME_DRAWS.get(spec.language).to_owned()));
    }
    if spec.has_published() {
        key.push((Mark::Published, words::PUBLISHED.get(spec.language).to_owned()));
    }
    key
}

/// Before the stamp.
pub(super) const STAMP: Text = Text::new("校验码 ", "Stamp ");

pub(super) fn draw_mark<DB: DrawingBackend>(pen: &Pen<'_, DB>, mark: Mark, (x, y): (i32, i32)) -> Drawn<DB> {
    let end = x + pen.scale.length(SWATCH);
    let middle = ((x + end) / 2, y);
    match mark {
        Mark::Path(role) => {
            let (color, width, pattern) = line_of(pen.palette, role);
            let pattern: Vec<f64> = pattern.iter().map(|&length| pen.scale.units(length)).collect();
            for piece in dashes(&[(x, y), (end, y)], &pattern) {
                pen.path(piece, width, color)?;
            }
            match role {
                Role::Own => pen.ring(middle, 3.0, 1.5, color, pen.palette.ground),
                Role::Scenario(n) => pen.marker(usize::from(n), middle, color),
                Role::Reference | Role::Milestones => Ok(()),
            }
        }
        Mark::Draws => pen.path(vec![(x, y), (end, y)], 1.0, pen.palette.draw),
        Mark::Ranges => {
            for (half, color) in [(5.0, pen.palette.band_90), (2.5, pen.palette.band_50)] {
                let half = pen.scale.length(half);
                pen.rectangle((x, y - half), (end, y + half), color)?;
            }
            Ok(())
        }
        Mark::Published => pen.cross(middle, 4.0),
    }
}

pub(super) fn text_width<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    text: &str,
    size: f64,
    scale: Scale,
) -> Result<i32, Failure<DB>> {
    let font = FontDesc::new(FontFamily::SansSerif, scale.units(size), FontStyle::Normal);
    Ok(area.estimate_text_size(text, &TextStyle::from(font))?.0 as i32)
}

/// A text of a size in lines of at most `width` units: broken at spaces, and between Chinese characters.
pub(super) fn wrapped<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    text: &str,
    size: f64,
    scale: Scale,
    width: i32,
) -> Result<Vec<String>, Failure<DB>> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if !line.is_empty() && text_width(area, longer.trim_end(), size, scale)? > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            line = piece.to_owned();
        } else {
            line = longer;
        }
    }
    lines.push(line.trim_end().to_owned());
    Ok(lines)
}

/// What stays on one line: a word with the space behind it, or a Chinese character with the punctuation behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        let next = characters.peek().map(|&(_, next)| next);
        let breaks = match next {
            None => true,
            Some(next) if "，。；：、）”".contains(next) => false,
            Some(_) if "（“".contains(character) => false,
            Some(next) => character == ' ' || (!character.is_ascii() || !next.is_ascii()) && next != ' ',
        };
        if breaks {
            pieces.push(&text[start..end]);
            start = end;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_readers_expect_it() {
        assert_eq!(pieces("plan, table 2."), ["plan, ", "table ", "2."]);
        assert_eq!(pieces("测算：（第 2 版）。"), ["测", "算：", "（第 ", "2 ", "版）。"]);
        assert!(pieces("").is_empty());
    }
}
