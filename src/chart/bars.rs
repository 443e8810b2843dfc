//! Horizontal bars on one scale, as plain data: what the page shows as rows, and a picture draws.

use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::draw::Drawn;
use super::layout::{AXIS_TEXT, LABEL_TEXT};
use super::pen::Pen;

/// Rows of a name, a track and a value; places are from 0 to 1 along the track.
#[derive(Clone, PartialEq, Debug)]
pub struct BarChart {
    pub head: Option<Head>,
    /// Thin lines through all rows.
    pub grid: Vec<f64>,
    /// The target's line.
    pub target: Option<f64>,
    pub rows: Vec<BarRow>,
    /// Ticks and their texts; none where there is no axis.
    pub axis: Vec<(f64, String)>,
    /// Above and below the column of values; `None` where there is no such column.
    pub units: Option<[String; 2]>,
}

/// What stands above the rows.
#[derive(Clone, PartialEq, Debug)]
pub struct Head {
    pub place: f64,
    pub text: String,
    /// Whether it names the target's line.
    pub is_target: bool,
    /// What hatched and solid bars are.
    pub key: Option<[&'static str; 2]>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct BarRow {
    pub kind: RowKind,
    pub name: String,
    /// In the order in which they lie over each other.
    pub marks: Vec<Mark>,
    /// Left and right of the bars, with the places that they stand at.
    pub labels: [Option<(f64, String)>; 2],
    pub value: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowKind {
    Plain,
    /// A total.
    Whole,
    /// A part of the row above.
    Within,
    /// What is missing.
    Short,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Mark {
    /// Solid, or hatched where it lowers; `height` is a part of the row's.
    Bar { from: f64, to: f64, height: f64, hatched: bool },
    /// A thick tick.
    Total(f64),
    /// A hollow bar to the target.
    Gap { from: f64, to: f64 },
    /// A thin upright line, between two parts of the row's height.
    Level { place: f64, from: f64, to: f64 },
}

/// On which side of its place a text stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Head {
    /// Its text stays on the track at either end.
    pub fn anchor(&self) -> Anchor {
        match self.place {
            right if right > 0.8 => Anchor::End,
            left if left < 0.2 => Anchor::Start,
            _ => Anchor::Middle,
        }
    }
}

impl Mark {
    /// Its upper and its lower end, as parts of the row's height.
    pub fn span(self) -> [f64; 2] {
        let around = |height: f64| [(1.0 - height) / 2.0, (1.0 + height) / 2.0];
        match self {
            Mark::Bar { height, .. } => around(height),
            Mark::Total(_) => around(0.7),
            Mark::Gap { .. } => around(0.5),
            Mark::Level { from, to, .. } => [from, to],
        }
    }
}

/// In CSS pixels.
const ROW: f64 = 24.0;
const NAMES: f64 = 208.0;
const VALUES: f64 = 76.0;
const GAP: f64 = 12.0;
const INDENT: f64 = 14.0;
const HATCH: f64 = 5.0;

impl BarChart {
    /// The height of its picture, in CSS pixels.
    pub fn height(&self) -> f64 {
        let beside = usize::from(self.head.is_some()) + usize::from(!self.axis.is_empty());
        (self.rows.len() + beside) as f64 * ROW
    }

    /// Draws it between two places from left to right, downwards from `top`, in units.
    pub(super) fn draw<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, (left, right): (i32, i32), top: i32) -> Drawn<DB> {
        let px = |length: f64| pen.scale.length(length);
        let (from, values) = (left + px(NAMES + GAP), if self.units.is_some() { px(VALUES + GAP) } else { 0 });
        let track = (from, right - values);
        let x = |place: f64| track.0 + (f64::from(track.1 - track.0) * place.clamp(0.0, 1.0)).round() as i32;
        let first = top + if self.head.is_some() { px(ROW) } else { 0 };
        let line = |row: usize| first + px(ROW * row as f64);
        let [above, below] = self.units.clone().unwrap_or_default();
        let muted = pen.palette.muted;

        if let Some(head) = &self.head {
            let middle = top + px(ROW / 2.0);
            let color = if head.is_target { pen.palette.red } else { pen.palette.ink };
            let across = match head.anchor() {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            };
            pen.text(&head.text, (x(head.place), middle), LABEL_TEXT, color, across, false)?;
            pen.text(&above, (right, middle), AXIS_TEXT, muted, HPos::Right, false)?;
            if let Some(key) = head.key {
                self.draw_key(pen, key, (left, middle))?;
            }
        }
        for &place in &self.grid {
            pen.upright(x(place), first, line(self.rows.len()), pen.palette.grid)?;
        }
        if let Some(target) = self.target {
            pen.upright(x(target), first, line(self.rows.len()), pen.palette.red)?;
        }
        for (i, row) in self.rows.iter().enumerate() {
            let (top, middle) = (line(i), line(i) + px(ROW / 2.0));
            let (indent, bold) = (if row.kind == RowKind::Within { INDENT } else { 0.0 }, row.kind == RowKind::Whole);
            let color = if row.kind == RowKind::Within { muted } else { pen.palette.ink };
            pen.text(&row.name, (left + px(indent), middle), LABEL_TEXT, color, HPos::Left, bold)?;
            for &mark in &row.marks {
                draw_mark(pen, mark, x, top)?;
            }
            for (label, side, away) in [(&row.labels[0], HPos::Right, -4.0), (&row.labels[1], HPos::Left, 4.0)] {
                if let Some((place, text)) = label {
                    pen.text(text, (x(*place) + px(away), middle), AXIS_TEXT, pen.palette.ink, side, false)?;
                }
            }
            pen.text(&row.value, (right, middle), LABEL_TEXT, color, HPos::Right, bold)?;
        }
        if !self.axis.is_empty() {
            let middle = line(self.rows.len()) + px(ROW / 2.0);
            for (place, text) in &self.axis {
                pen.text(text, (x(*place), middle), AXIS_TEXT, muted, HPos::Center, false)?;
            }
            pen.text(&below, (right, middle), AXIS_TEXT, muted, HPos::Right, false)?;
        }
        Ok(())
    }

    fn draw_key<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, key: [&str; 2], (left, middle): (i32, i32)) -> Drawn<DB> {
        let px = |length: f64| pen.scale.length(length);
        for (i, name) in key.into_iter().enumerate() {
            let from = left + px(NAMES / 2.0 * i as f64);
            let (upper, lower) = ((from, middle - px(5.0)), (from + px(20.0), middle + px(5.0)));
            draw_bar(pen, upper, lower, i == 0)?;
            pen.text(name, (from + px(26.0), middle), AXIS_TEXT, pen.palette.ink, HPos::Left, false)?;
        }
        Ok(())
    }
}

fn draw_mark<DB: DrawingBackend>(pen: &Pen<'_, DB>, mark: Mark, x: impl Fn(f64) -> i32, top: i32) -> Drawn<DB> {
    let [upper, lower] = mark.span().map(|part| top + pen.scale.length(ROW * part));
    let corners = |from: f64, to: f64| ((x(from.min(to)), upper), (x(from.max(to)), lower));
    match mark {
        Mark::Bar { from, to, hatched, .. } => {
            let (start, end) = corners(from, to);
            draw_bar(pen, start, end, hatched)
        }
        Mark::Total(place) => {
            let half = pen.scale.length(1.5);
            pen.rectangle((x(place) - half, upper), (x(place) + half, lower), pen.palette.ink)
        }
        Mark::Gap { from, to } => {
            let (start, end) = corners(from, to);
            pen.outline(start, end, 1.0, pen.palette.red)
        }
        Mark::Level { place, .. } => pen.upright(x(place), upper, lower, pen.palette.muted),
    }
}

fn draw_bar<DB: DrawingBackend>(pen: &Pen<'_, DB>, upper: (i32, i32), lower: (i32, i32), hatched: bool) -> Drawn<DB> {
    let color = pen.palette.accent;
    if !hatched {
        return pen.rectangle(upper, lower, color);
    }
    // Lines that rise to the right, cut off at the bar's sides.
    let ((left, top), (right, bottom)) = (upper, lower);
    let (height, step) = (bottom - top, pen.scale.length(HATCH).max(1));
    let mut foot = left - height + step;
    while foot < right {
        let (from, to) = (foot.max(left), (foot + height).min(right));
        pen.path(vec![(from, bottom - (from - foot)), (to, bottom - (to - foot))], 1.0, color)?;
        foot += step;
    }
    pen.outline(upper, lower, 1.0, color)
}
