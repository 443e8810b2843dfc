//! What can be learnt from the model beyond one projection. Pure, as the model is.

pub mod monte_carlo;
