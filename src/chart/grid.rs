//! Small charts side by side in one picture, each under its name and figures.

use std::rc::Rc;

use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::axis::Axis;
use super::draw::{Drawn, draw_scene};
use super::layout::{AXIS_TEXT, LABEL_TEXT, Scene, SizeClass};
use super::palette::{Theme, Tone};
use super::pen::Pen;
use super::picture::{Mark, key as key_of, text_width};
use super::spec::{ChartSpec, Name, Role};
use crate::text::Language;

/// Charts in rows from left to right.
#[derive(Clone, PartialEq, Debug)]
pub struct Grid {
    pub columns: usize,
    /// What the own paths are called.
    pub own: Name,
    pub cells: Vec<Cell>,
}

/// A chart with what stands above it.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    pub name: String,
    /// The target year's value, with its unit.
    pub value: String,
    /// What stands behind the value; empty where there is nothing to say.
    pub behind: String,
    /// The status with its shape, in its colour.
    pub status: (String, Tone),
    pub spec: Rc<ChartSpec>,
    pub axis: Axis,
}

/// In CSS pixels.
const HEIGHT: f64 = 168.0;
const TEXTS: f64 = 38.0;
const ACROSS: f64 = 26.0;
const DOWN: f64 = 14.0;

impl Grid {
    /// The height of its picture, in CSS pixels.
    pub fn height(&self) -> f64 {
        self.cells.len().div_ceil(self.columns.max(1)) as f64 * (HEIGHT + DOWN) - DOWN
    }

    /// What the charts show, each under its name: of what any of them has.
    pub(super) fn key(&self, language: Language) -> Vec<(Mark, String)> {
        let mut key: Vec<(Mark, String)> = Vec::new();
        for (mark, name) in self.cells.iter().flat_map(|cell| key_of(&cell.spec)) {
            let name = match mark {
                // Small charts have no room for it.
                Mark::Path(Role::Milestones) => continue,
                Mark::Path(Role::Own) => self.own.get(language).to_owned(),
                _ => name,
            };
            if !key.iter().any(|(_, known)| *known == name) {
                key.push((mark, name));
            }
        }
        key
    }

    /// Draws it between two places from left to right, downwards from `top`, in units.
    pub(super) fn draw<DB: DrawingBackend>(
        &self,
        pen: &Pen<'_, DB>,
        theme: Theme,
        (left, right): (i32, i32),
        top: i32,
    ) -> Drawn<DB> {
        let px = |length: f64| pen.scale.length(length);
        let columns = self.columns.max(1);
        let width = (right - left - px(ACROSS) * (columns as i32 - 1)) / columns as i32;
        for (i, cell) in self.cells.iter().enumerate() {
            let x = left + (width + px(ACROSS)) * (i % columns) as i32;
            let y = top + px((HEIGHT + DOWN) * (i / columns) as f64);
            let (muted, ink) = (pen.palette.muted, pen.palette.ink);
            pen.level(x, x + width, y, pen.palette.hairline_strong)?;
            pen.text(&cell.name, (x, y + px(12.0)), LABEL_TEXT, ink, HPos::Left, false)?;
            let (status, tone) = &cell.status;
            pen.text(status, (x + width, y + px(30.0)), AXIS_TEXT, pen.palette.tone(*tone), HPos::Right, false)?;
            pen.text(&cell.value, (x, y + px(30.0)), LABEL_TEXT, ink, HPos::Left, true)?;
            // Bold letters are wider than they are measured.
            let behind = x + (f64::from(text_width(pen.area, &cell.value, LABEL_TEXT, pen.scale)?) * 1.06) as i32;
            pen.text(&cell.behind, (behind + px(8.0), y + px(30.0)), AXIS_TEXT, muted, HPos::Left, false)?;

            let snap = |units: i32| pen.scale.snap(units);
            let chart =
                pen.area.clone().shrink((snap(x), snap(y + px(TEXTS))), (snap(width), snap(px(HEIGHT - TEXTS))));
            let mut scene = Scene::new(cell.spec.clone(), theme, SizeClass::Small, pen.scale);
            scene.axis = cell.axis;
            draw_scene(&chart, &scene)?;
        }
        Ok(())
    }
}
