//! A scene of a presentation as a picture that stands by itself: title, caption, figures, key, source and stamp.

mod figures;
mod sheet;
mod tables;

use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use self::sheet::Sheet;
use super::dots::Dots;
use super::draw::Drawn;
use super::palette::{Palette, Theme, Tone};
use super::pen::Pen;
use super::scale::Scale;
use super::spec::ChartSpec;
use super::waterfall::Waterfall;

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
/// How much room the scenario's name has.
const WIDEST: f64 = 640.0;
/// Where the foot begins.
const FOOT: f64 = 990.0;

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
