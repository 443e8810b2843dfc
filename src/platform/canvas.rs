//! Canvases: drawn through plotters, sharp at any device-pixel ratio, and told of their size.

mod ratio;
mod sharp;
mod size;
mod widths;

pub use ratio::{PixelRatioWatch, pixel_ratio};
pub use sharp::SharpCanvas;
pub use size::{SizeWatch, size_of};
