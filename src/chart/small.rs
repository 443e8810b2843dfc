//! One of the small charts: its spec and what stands beside it.

use std::rc::Rc;

use super::describe;
use super::few::sort_few;
use super::spec::{ChartSpec, Role};
use crate::model::{Assessment, Status};
use crate::plan::{IndicatorId, Plan};
use crate::text::number;

/// In which order small charts stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// As in the plan's table.
    #[default]
    Table,
    /// The largest difference to the reference first, as a share of the way from baseline to target.
    Difference,
}

/// A small chart with its texts.
#[derive(Clone, PartialEq, Debug)]
pub struct SmallChart {
    pub id: IndicatorId,
    pub name: &'static str,
    /// The target year's value, with its unit.
    pub value: String,
    pub status: Status,
    /// The difference to the reference, or a dash.
    pub difference: String,
    /// The difference to the reference as a share of the way from baseline to target.
    pub gain: f64,
    pub spec: Rc<ChartSpec>,
}

impl SmallChart {
    /// Puts a spec and its assessment together.
    pub fn new(plan: &Plan, spec: Rc<ChartSpec>, assessment: &Assessment) -> Self {
        let indicator = plan.indicator(spec.id);
        let last = spec.years;
        let own = spec.value(Role::Own, last).unwrap_or(assessment.value);
        let difference = own - spec.value(Role::Reference, last).unwrap_or(own);
        let way = spec.target - indicator.baseline;
        let gain = if way == 0.0 { 0.0 } else { difference / way };
        SmallChart {
            id: spec.id,
            name: indicator.short.get(spec.language),
            value: describe::quantity(&spec.number(own), spec.unit, spec.language),
            status: assessment.status,
            difference: number::difference(difference, spec.decimals),
            gain: if gain.is_finite() { gain } else { 0.0 },
            spec,
        }
    }
}

/// The charts' positions in an order; equal ones stay in the plan's.
pub fn sorted(charts: &[SmallChart], order: Order) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..charts.len()).collect();
    if order == Order::Difference {
        sort_few(&mut positions, |&a, &b| charts[a].gain.abs() > charts[b].gain.abs());
    }
    positions
}
