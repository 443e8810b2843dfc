//! The words that charts use.

use crate::text::Text;

pub const OWN: Text = Text::new("本情景", "Scenario");
pub const TARGET: Text = Text::new("目标", "Target");
pub const MILESTONE: Text = Text::new("里程碑", "Milestone");
pub const MILESTONES: Text = Text::new("年度里程碑（直线）", "Milestones (linear)");
/// The ranges that hold 90 % and 50 % of the draws.
pub const RANGE: Text = Text::new("90 % 区间", "90 % range");
pub const RANGES: Text = Text::new("50 %、90 % 区间", "50 % and 90 % ranges");
pub const SOME_DRAWS: Text = Text::new("20 次抽样", "20 draws");
pub const PUBLISHED: Text = Text::new("已公布", "Published");
/// The own path where it stands by itself.
pub const OWN_ALONE: Text = Text::new("测算", "Model");
/// What somebody in the room expects.
pub const GUESS: Text = Text::new("现场估计", "Your guess");
pub const TREND: Text = Text::new("趋势", "Trend");
/// Below the base year.
pub const PRINTED: Text = Text::new("规划", "plan");
/// Below the years that the model fills.
pub const PROJECTED: Text = Text::new("测算（空心点）", "projected (hollow)");
pub const PROJECTED_SHORT: Text = Text::new("测算", "projected");
pub const OBSERVED: Text = Text::new("实绩", "actual");
/// The name of the control that moves the reading along the years.
pub const CURSOR: Text = Text::new("读数年份", "Year to read");
/// What the line of readings says while no year is chosen.
pub const HINT: Text = Text::new("指向图中或按 ← → 读数", "Point, or press ← →, to read a year");
pub const NOTES: Text = Text::new("已公布值说明", "About the published figures");
/// In place of a chart whose values cannot be drawn.
pub const NOT_DRAWABLE: Text = Text::new(
    "这些假设得出的数值过大或不是数，无法作图。请缩小改动。",
    "These assumptions give values too large to draw. Try smaller changes.",
);
