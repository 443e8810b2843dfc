//! Tables and waterfalls on a slide.

use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::super::draw::Drawn;
use super::super::palette::Tone;
use super::super::waterfall::Bar;
use super::sheet::Sheet;
use super::{Bars, Board, FOOT, MARGIN, WIDTH};

/// Where the columns of the table end, in pixels; the first one and the status are written from the left.
const COLUMNS: [f64; 6] = [MARGIN, 1010.0, 1250.0, 1310.0, 1660.0, WIDTH - MARGIN];
const STATUS: usize = 3;

impl<DB: DrawingBackend> Sheet<'_, '_, DB> {
    pub fn board(&self, board: &Board, top: f64) -> Drawn<DB> {
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

    pub fn causes(&self, bars: &Bars, top: f64) -> Drawn<DB> {
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
                Bar::Short => self.pen.outline((left, upper), (right, lower), 3.0, self.pen.palette.red)?,
                _ if rising == (bars.waterfall.own >= bars.waterfall.reference) => {
                    self.pen.rectangle((left, upper), (right, lower), self.pen.palette.accent)?;
                }
                // What goes the other way is told by its outline, not by its colour alone.
                _ => self.pen.outline((left, upper), (right, lower), 3.0, self.pen.palette.accent)?,
            }
        }
        Ok(())
    }
}
