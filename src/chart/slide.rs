//! A scene of a presentation as a picture that stands by itself: title, caption, figures, key, source and stamp.

use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::axis::Axis;
use super::dots::{Packing, dots};
use super::draw::{Drawn, Failure, Memory, Places, draw_base, draw_moving, draw_spread};
use super::layout::{Layout, Scene, SizeClass, stage_heights};
use super::palette::{Palette, Theme};
use super::pen::Pen;
use super::picture::{draw_mark, key, text_width, wrapped};
use super::scale::Scale;
use super::spec::ChartSpec;
use super::waterfall::Waterfall;
use crate::plan::Direction;

/// A slide's texts, and what it shows. Everything is drawn in the colours of a projector.
#[derive(Clone, PartialEq, Debug)]
pub struct Slide {
    pub title: String,
    pub subtitle: String,
    pub scenario: String,
    /// What the scenario is held against; empty where that is the same.
    pub against: String,
    pub caption: String,
    pub body: Body,
    pub source: String,
    pub stamp: String,
    /// Its number among all.
    pub place: String,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Body {
    /// One chart, or two on one axis.
    Charts(Vec<Half>),
    Board(Board),
    Causes(Bars),
}

/// A chart and what it comes to.
#[derive(Clone, PartialEq, Debug)]
pub struct Half {
    /// Above the chart, where there are two.
    pub name: String,
    pub spec: Rc<ChartSpec>,
    pub lines: Vec<Line>,
    pub dots: Option<Dots>,
}

/// Fifty equally likely values beside a chart, on its axis.
#[derive(Clone, PartialEq, Debug)]
pub struct Dots {
    /// In ascending order.
    pub values: Vec<f64>,
    /// The good side of the target.
    pub direction: Direction,
    /// What they are, in two lines.
    pub label: [String; 2],
}

/// What colour a text has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    Ink,
    Muted,
    Accent,
    Met,
    Near,
    Short,
}

/// A line of text beside a chart.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    pub text: String,
    /// Behind the text, small.
    pub unit: String,
    /// In pixels.
    pub size: f64,
    pub bold: bool,
    pub tone: Tone,
}

/// All indicators as a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Board {
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
}

/// One row; the colour is that of its status.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    pub cells: Vec<String>,
    pub tone: Tone,
}

/// A waterfall with the names and values of its bars.
#[derive(Clone, PartialEq, Debug)]
pub struct Bars {
    pub waterfall: Waterfall,
    pub labels: Vec<(String, String)>,
    /// What the target's line is called.
    pub target: String,
    pub sentence: String,
}

/// In pixels.
const MARGIN: f64 = 72.0;
const WIDTH: f64 = 1920.0;
const SIDE: f64 = 484.0;
/// How much larger than in the page charts are.
const ZOOM: f64 = 2.5;
const PACKING: Packing = Packing { size: 9.5 * ZOOM, width: 76.0 * ZOOM };
/// Where the foot begins.
const FOOT: f64 = 990.0;
/// Where the columns of the table end, the first one where it begins.
const COLUMNS: [f64; 6] = [MARGIN, 1010.0, 1250.0, 1310.0, 1660.0, WIDTH - MARGIN];
/// The column that is written from the left, behind the figure before it.
const STATUS: usize = 3;

impl Slide {
    /// The size of slides, in pixels.
    pub const SIZE: (u32, u32) = (1920, 1080);

    /// Draws it over the whole area, whose units are those of `scale`.
    pub fn draw<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, scale: Scale) -> Drawn<DB> {
        let pen = Pen { area, scale, palette: Palette::of(Theme::Projector), small: false };
        let sheet = Sheet { pen: &pen };
        let (width, height) = area.dim_in_pixel();
        pen.rectangle((0, 0), (width as i32, height as i32), pen.palette.ground)?;
        let right = WIDTH - MARGIN;
        let against = sheet.width(&self.scenario, 34.0)?.max(sheet.width(&self.against, 34.0)?).min(WIDEST);
        let room = (right - MARGIN - against - 48.0, HPos::Left);
        sheet.fitted(&self.title, (MARGIN, 84.0), 64.0, room, Tone::Ink, true)?;
        sheet.text(&self.subtitle, (MARGIN, 146.0), 34.0, Tone::Muted, HPos::Left, false)?;
        sheet.fitted(&self.scenario, (right, 78.0), 34.0, (WIDEST, HPos::Right), Tone::Ink, true)?;
        sheet.fitted(&self.against, (right, 124.0), 34.0, (WIDEST, HPos::Right), Tone::Muted, false)?;
        let mut top = 190.0;
        if !self.caption.is_empty() {
            for line in sheet.lines(&self.caption, 40.0, right - MARGIN)? {
                sheet.text(&line, (MARGIN, top + 26.0), 40.0, Tone::Ink, HPos::Left, false)?;
                top += 52.0;
            }
            top += 12.0;
        }
        match &self.body {
            Body::Charts(halves) => sheet.charts(halves, top)?,
            Body::Board(board) => sheet.board(board, top)?,
            Body::Causes(bars) => sheet.causes(bars, top)?,
        }
        pen.level(sheet.px(MARGIN), sheet.px(right), sheet.px(FOOT), pen.palette.ink)?;
        let place = sheet.width(&self.place, 26.0)?;
        let width = right - MARGIN - place - 40.0;
        for (text, y) in [(&self.source, 24.0), (&self.stamp, 58.0)] {
            sheet.fitted(text, (MARGIN, FOOT + y), 24.0, (width, HPos::Left), Tone::Muted, false)?;
        }
        sheet.text(&self.place, (right, FOOT + 24.0), 26.0, Tone::Muted, HPos::Right, false)
    }
}

/// Draws in pixels.
struct Sheet<'a, 'b, DB: DrawingBackend> {
    pen: &'a Pen<'b, DB>,
}

impl<DB: DrawingBackend> Sheet<'_, '_, DB> {
    fn px(&self, length: f64) -> i32 {
        self.pen.scale.length(length)
    }

    fn width(&self, text: &str, size: f64) -> Result<f64, Failure<DB>> {
        Ok(self.pen.scale.css(text_width(self.pen.area, text, size, self.pen.scale)?))
    }

    fn lines(&self, text: &str, size: f64, width: f64) -> Result<Vec<String>, Failure<DB>> {
        wrapped(self.pen.area, text, size, self.pen.scale, self.px(width))
    }

    fn text(&self, text: &str, (x, y): (f64, f64), size: f64, tone: Tone, across: HPos, bold: bool) -> Drawn<DB> {
        self.pen.text(text, (self.px(x), self.px(y)), size, self.color(tone), across, bold)
    }

    /// A text, smaller where it would be wider than its room.
    fn fitted(
        &self,
        text: &str,
        at: (f64, f64),
        size: f64,
        (width, across): (f64, HPos),
        tone: Tone,
        bold: bool,
    ) -> Drawn<DB> {
        let needed = self.width(text, size)? * if bold { BOLDER } else { 1.0 };
        self.text(text, at, (size * width / needed.max(1.0)).min(size), tone, across, bold)
    }

    fn color(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Ink => self.pen.palette.ink,
            Tone::Muted => self.pen.palette.muted,
            Tone::Accent => self.pen.palette.accent,
            Tone::Met => RGBColor(0x0d, 0x5a, 0x2e),
            Tone::Near => RGBColor(0x77, 0x4c, 0x00),
            Tone::Short => self.pen.palette.red,
        }
    }

    fn charts(&self, halves: &[Half], top: f64) -> Drawn<DB> {
        let extents = halves.iter().map(|half| half.spec.extent());
        let axis = Axis::fit(
            extents.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (a, b)| (low.min(a), high.max(b))),
        );
        if let [half] = halves {
            let dots = if half.dots.is_some() { PACKING.width + 40.0 } else { 0.0 };
            let width = WIDTH - 2.0 * MARGIN - SIDE - 40.0 - dots;
            self.chart(&half.spec, axis, (MARGIN, top), width)?;
            if let Some(dots) = &half.dots {
                self.dots(half, dots, axis, (MARGIN + width + 20.0, top))?;
            }
            let mut y = top + 40.0;
            return half.lines.iter().try_for_each(|line| {
                let at = (WIDTH - MARGIN - SIDE, y + line.size * 0.6);
                y += line.size * 1.2 + 14.0;
                self.line(line, at)
            });
        }
        let width = (WIDTH - 2.0 * MARGIN - 60.0) / 2.0;
        for (i, half) in halves.iter().enumerate() {
            let left = MARGIN + (width + 60.0) * i as f64;
            self.fitted(&half.name, (left, top + 24.0), 38.0, (width, HPos::Left), Tone::Ink, true)?;
            let mut y = top + 52.0;
            for line in half.lines.iter().take(4) {
                let size = line.size.min(64.0);
                self.line(&Line { size, ..line.clone() }, (left, y + size * 0.6))?;
                y += size * 1.2 + 6.0;
            }
            self.chart(&half.spec, axis, (left, y + 8.0), width)?;
        }
        Ok(())
    }

    fn line(&self, line: &Line, at: (f64, f64)) -> Drawn<DB> {
        let unit = if line.unit.is_empty() { 0.0 } else { self.width(&line.unit, UNIT)? + 2.0 * GAP };
        let size = (line.size * (SIDE - unit) / self.width(&line.text, line.size)?.max(1.0)).min(line.size);
        self.text(&line.text, at, size, line.tone, HPos::Left, line.bold)?;
        let behind = at.0 + self.width(&line.text, size)? * if line.bold { BOLDER } else { 1.0 } + GAP;
        self.text(&line.unit, (behind, at.1 + size * 0.3), UNIT, Tone::Muted, HPos::Left, false)
    }

    /// A chart under its key, down to the foot.
    fn chart(&self, spec: &Rc<ChartSpec>, axis: Axis, (left, top): (f64, f64), width: f64) -> Drawn<DB> {
        let scale = self.pen.scale.enlarged(ZOOM);
        let mut scene = Scene::new(spec.clone(), Theme::Projector, SizeClass::Stage, scale);
        scene.axis = axis;
        // In the chart's own sizes, over the whole slide.
        let marks = Pen { area: self.pen.area, scale: scale.enlarged(0.8), palette: self.pen.palette, small: false };
        let mut x = left;
        for (mark, name) in key(spec) {
            draw_mark(&marks, mark, (self.px(x), self.px(top + 16.0)))?;
            self.text(&name, (x + 54.0, top + 16.0), 26.0, Tone::Ink, HPos::Left, false)?;
            x += 54.0 + self.width(&name, 26.0)? + 36.0;
        }
        let (from, size) = self.place((left, top + KEY), (width, FOOT - 16.0 - top - KEY));
        let chart = self.pen.area.clone().shrink(from, size);
        let layout = Layout::new(&chart, &scene)?;
        let places = Places::new(&scene, &layout, &mut Memory::default());
        draw_spread(&chart, &scene, &layout)?;
        draw_base(&chart, &scene, &layout, &places)?;
        draw_moving(&chart, &scene, &layout, &places)
    }

    /// A rectangle on whole device pixels.
    fn place(&self, (left, top): (f64, f64), (width, height): (f64, f64)) -> ((i32, i32), (i32, i32)) {
        let snap = |length: f64| self.pen.scale.snap(self.px(length));
        ((snap(left), snap(top)), (snap(width).max(1), snap(height).max(1)))
    }

    fn dots(&self, half: &Half, shown: &Dots, axis: Axis, at: (f64, f64)) -> Drawn<DB> {
        let (left, top) = (at.0, at.1 + KEY);
        for (i, line) in shown.label.iter().enumerate() {
            self.text(line, (left, FOOT - 62.0 + 30.0 * i as f64), 24.0, Tone::Muted, HPos::Left, false)?;
        }
        let (high, low) = stage_heights((FOOT - 16.0 - top) / ZOOM);
        let (high, low) = (high * ZOOM, low * ZOOM);
        let y = move |value: f64| low - (value - axis.low()) / (axis.high() - axis.low()) * (low - high);
        let target = half.spec.target();
        let line = self.px(top + y(target));
        let (from, to) = ((self.px(left), line - self.px(1.0)), (self.px(left + PACKING.width), line + self.px(1.0)));
        self.pen.rectangle(from, to, self.pen.palette.red)?;
        for dot in dots(&shown.values, target, shown.direction, y, half.spec.is_count(), PACKING) {
            let middle = (self.px(left + 5.0 + dot.x), self.px(top + dot.y));
            if dot.reaches {
                self.pen.disc(middle, 9.4, self.pen.palette.accent)?;
            } else {
                self.pen.ring(middle, 8.2, 2.4, self.pen.palette.accent, self.pen.palette.ground)?;
            }
        }
        Ok(())
    }

    fn board(&self, board: &Board, top: f64) -> Drawn<DB> {
        let height = (FOOT - 12.0 - top) / (board.rows.len() + 1) as f64;
        let cell = |text: &str, column: usize, y: f64, size: f64, tone: Tone, bold: bool| {
            let room = match column {
                0 => (780.0, HPos::Left),
                STATUS => (220.0, HPos::Left),
                _ => (220.0, HPos::Right),
            };
            self.fitted(text, (COLUMNS[column], y), size, room, tone, bold)
        };
        for (column, head) in board.heads.iter().enumerate().take(COLUMNS.len()) {
            cell(head, column, top + height / 2.0, 26.0, Tone::Muted, false)?;
        }
        for (i, row) in board.rows.iter().enumerate() {
            let line = top + height * (i + 1) as f64;
            self.pen.level(self.px(MARGIN), self.px(WIDTH - MARGIN), self.px(line), self.pen.palette.hairline)?;
            for (column, text) in row.cells.iter().enumerate().take(COLUMNS.len()) {
                let (tone, bold) = match column {
                    STATUS => (row.tone, true),
                    2 => (Tone::Ink, true),
                    _ => (Tone::Ink, false),
                };
                cell(text, column, line + height / 2.0, 32.0, tone, bold)?;
            }
        }
        Ok(())
    }

    fn causes(&self, bars: &Bars, top: f64) -> Drawn<DB> {
        let lines = self.lines(&bars.sentence, 32.0, WIDTH - 2.0 * MARGIN)?;
        let bottom = FOOT - 20.0 - 44.0 * lines.len() as f64;
        for (i, line) in lines.iter().enumerate() {
            self.text(line, (MARGIN, bottom + 24.0 + 44.0 * i as f64), 32.0, Tone::Ink, HPos::Left, false)?;
        }
        let (from, to) = (MARGIN + 560.0, WIDTH - MARGIN - 260.0);
        let x = |value: f64| self.px(from + (to - from) * bars.waterfall.place(value).clamp(0.0, 1.0));
        let height = ((bottom - 50.0 - top) / bars.labels.len().max(1) as f64).min(92.0);
        let target = x(bars.waterfall.target);
        let end = top + height * bars.labels.len() as f64;
        let line = ((target - self.px(1.0), self.px(top)), (target + self.px(1.0), self.px(end)));
        self.pen.rectangle(line.0, line.1, self.pen.palette.red)?;
        let label = (self.pen.scale.css(target), end + 20.0);
        self.text(&bars.target, label, 28.0, Tone::Short, HPos::Center, true)?;
        for (i, (stretch, (name, value))) in bars.waterfall.stretches.iter().zip(&bars.labels).enumerate() {
            let (row, middle) = (top + height * i as f64, top + height * (i as f64 + 0.5));
            self.fitted(name, (MARGIN, middle), 32.0, (540.0, HPos::Left), Tone::Ink, false)?;
            self.text(value, (WIDTH - MARGIN, middle), 34.0, Tone::Ink, HPos::Right, true)?;
            let (left, right) = (x(stretch.from.min(stretch.to)), x(stretch.from.max(stretch.to)));
            let (upper, lower) = (self.px(row + 0.24 * height), self.px(row + 0.76 * height));
            let rising = stretch.to > stretch.from;
            match stretch.bar {
                _ if left == right => {
                    let half = self.px(3.0);
                    self.pen.rectangle(
                        (left - half, self.px(row + 6.0)),
                        (left + half, self.px(row + height - 6.0)),
                        self.pen.palette.ink,
                    )?;
                }
                super::Bar::Short => self.outline((left, upper), (right, lower), self.pen.palette.red)?,
                _ if rising == (bars.waterfall.own >= bars.waterfall.reference) => {
                    self.pen.rectangle((left, upper), (right, lower), self.pen.palette.accent)?;
                }
                // What goes the other way is told by its outline, not by its colour alone.
                _ => self.outline((left, upper), (right, lower), self.pen.palette.accent)?,
            }
        }
        Ok(())
    }

    fn outline(&self, (left, top): (i32, i32), (right, bottom): (i32, i32), color: RGBColor) -> Drawn<DB> {
        let path = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        self.pen.path(path, 3.0, color)
    }
}

/// How much room the scenario's name has.
const WIDEST: f64 = 640.0;
/// Bold letters are wider than they are measured.
const BOLDER: f64 = 1.06;
/// The size of units behind a large figure, and the space before them.
const UNIT: f64 = 36.0;
const GAP: f64 = 14.0;
/// The height of a chart's key.
const KEY: f64 = 44.0;
