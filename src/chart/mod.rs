//! Charts as plain data and how they are drawn: pure, on any plotters backend, no web type.
//!
//! A [`ChartSpec`] says what to show, independent of size; [`Scene`] adds axis, theme and size class; [`Layout`] places
//! it; [`draw_spread`] draws the draws under all else, [`draw_base`] what stays put while a lever is dragged and
//! [`draw_moving`] what follows the hand, with the labels that give way to it. The same spec gives the sentence, the
//! reading of a year, the table and the source line ([`describe`]); [`Picture`] puts the chart and these texts together,
//! to stand by themselves.

mod axis;
mod bars;
pub mod describe;
mod dots;
mod draw;
mod few;
mod grid;
pub mod labels;
mod layout;
mod palette;
mod pen;
mod picture;
mod plate;
mod scale;
mod slide;
mod small;
mod sparkline;
mod spec;
mod spread;
mod stroke;
pub mod svg;
mod tornado;
mod waterfall;
pub mod words;

pub use axis::Axis;
pub use bars::{Anchor, BarChart, BarRow, Head, Mark, RowKind};
pub use dots::{BEFORE, Dot, Dots, LINE_END, PANE_WIDTH, Packing, RADIUS, around, dots};
pub use draw::{Failure, Memory, Places, draw_base, draw_moving, draw_scene, draw_spread};
pub use grid::{Cell, Grid};
pub use layout::{Layout, Scene, SizeClass, plot_heights, stage_heights};
pub use palette::{Palette, SCENARIOS, Theme, Tone};
pub use picture::{Around, Picture};
pub use plate::Plate;
pub use scale::Scale;
pub use slide::{Bars, Board, Body, Half, Line, Row, Slide};
pub use small::{Order, SmallChart, sorted};
pub use sparkline::{Spark, half_pixel, sparkline};
pub use spec::{ChartSpec, Kind, Name, NotDrawable, Own, Point, Role, Series};
pub use spread::Band;
pub use tornado::{SHOWN, Tornado};
pub use waterfall::{Bar, Stretch, Waterfall};
