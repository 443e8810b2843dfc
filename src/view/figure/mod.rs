//! Charts on the page: the figure, its table, the small charts and the sparklines.

mod hooks;
mod key;
mod layered_canvas;
mod layers;
mod main_figure;
mod small;
mod small_multiples;
mod sparkline;
mod table;

pub use crate::chart::Order;
pub use hooks::{use_axis, use_size};
pub use key::{legend, own_swatch, scenario_swatch};
pub use layered_canvas::{LayeredCanvas, LayersRef};
pub use main_figure::Figure;
pub use small_multiples::SmallMultiples;
pub use sparkline::{BAR_LENGTH, row_picture};
pub use table::trajectory_table;
