//! 轨迹图: a line chart of every indicator, drawn by the spreadsheet from the sheet of trajectories.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType,
    ChartSolidFill,
};

use super::sheet::Sheet;
use super::trajectories::{FIRST_YEAR, NAME, Place};
use super::{Book, XlsxError};
use crate::catalogue::office as words;
use crate::chart::{Axis, Palette, SCENARIOS, Theme};

/// Charts side by side.
const ACROSS: usize = 3;
/// The columns and rows that a chart takes; the rows are those of the default height.
const COLUMNS: u16 = 3;
const ROWS: u32 = 15;
/// In pixels: three columns, and less than the rows.
const WIDTH: u32 = 444;
const HEIGHT: u32 = 284;
/// In digits: a third of the width.
const COLUMN: u16 = 20;
/// The scale at which three charts side by side fill a page, and the rows of charts on one.
const PRINT_SCALE: u16 = 56;
const ROWS_A_PAGE: u32 = 3;

/// Lines of further scenarios, as the page draws them.
const DASHES: [ChartLineDashType; 4] =
    [ChartLineDashType::Dash, ChartLineDashType::SquareDot, ChartLineDashType::DashDot, ChartLineDashType::LongDash];
const MARKERS: [ChartMarkerType; 4] =
    [ChartMarkerType::Square, ChartMarkerType::Triangle, ChartMarkerType::Diamond, ChartMarkerType::PlusSign];

pub fn write(book: &Book, sheet: &mut Sheet, places: &[Place]) -> Result<(), XlsxError> {
    sheet.widths(std::iter::repeat_n(COLUMN, ACROSS * usize::from(COLUMNS)))?;
    for (column, scenario) in (0..).zip(&book.columns) {
        sheet.text(column, &scenario.name, &book.formats.head_right)?;
    }
    sheet.next()?;
    for (column, scenario) in (0..).zip(&book.columns) {
        sheet.text(column, &scenario.stamp, &book.formats.stamp)?;
    }
    sheet.next()?;
    sheet.freeze(0)?;
    let top = sheet.row() + 1;
    for (i, place) in places.iter().enumerate() {
        let row = top + (i / ACROSS) as u32 * ROWS;
        sheet.chart(row, (i % ACROSS) as u16 * COLUMNS, &chart(book, place))?;
    }
    sheet.pages(PRINT_SCALE, top + ROWS_A_PAGE * ROWS)
}

/// The chart of one indicator: every scenario, and the target as a line of its own.
fn chart(book: &Book, place: &Place) -> Chart {
    let Book { plan, .. } = book;
    let indicator = plan.indicator(place.id);
    let data = book.text(words::TRAJECTORIES);
    let last = FIRST_YEAR + plan.years as u16;
    // The row of heads.
    let years = (data, 2, FIRST_YEAR, 2, last);
    let palette = Palette::of(Theme::Print);
    let color =
        |color: plotters::style::RGBColor| u32::from(color.0) << 16 | u32::from(color.1) << 8 | u32::from(color.2);
    let mut chart = Chart::new_line();
    let mut further = 0;
    for ((at, column), &row) in book.columns.iter().enumerate().zip(&place.scenarios) {
        let (ink, width, dash, marker) = if column.is_reference {
            (color(palette.trend), 1.25, ChartLineDashType::Dash, None)
        } else if at == 0 {
            (color(palette.accent), 2.0, ChartLineDashType::Solid, Some(ChartMarkerType::Circle))
        } else {
            let n = further % SCENARIOS.len();
            further += 1;
            (color(SCENARIOS[n]), 2.0, DASHES[n], Some(MARKERS[n]))
        };
        chart
            .add_series()
            .set_name((data, row, NAME))
            .set_categories(years)
            .set_values((data, row, FIRST_YEAR, row, last))
            .set_format(ChartFormat::new().set_line(line(ink, width).set_dash_type(dash)))
            .set_marker(&match marker {
                None => ChartMarker::new().set_none().clone(),
                Some(kind) => hollow(kind, ink),
            });
    }
    for &row in &place.targets {
        chart
            .add_series()
            .set_name((data, row, NAME))
            .set_categories(years)
            .set_values((data, row, FIRST_YEAR, row, last))
            .set_format(ChartFormat::new().set_line(&line(color(palette.red), 1.0)))
            .set_marker(ChartMarker::new().set_none());
    }
    let axis = Axis::fit(extent(book, place));
    let mut small = ChartFont::new();
    small.set_size(9).set_color(color(palette.muted));
    // Texts of the plan, which none takes for a reference to cells.
    let title = format!("{}（{}）", book.text(indicator.short), book.text(indicator.unit));
    chart.title().set_name(&title).set_font(ChartFont::new().set_size(11).set_bold());
    chart
        .x_axis()
        .set_font(&small)
        .set_format(ChartFormat::new().set_line(&line(color(palette.hairline_strong), 0.75)));
    chart
        .y_axis()
        .set_font(&small)
        .set_min(axis.low())
        .set_max(axis.high())
        .set_major_unit(axis.step())
        .set_num_format(format!("0{}{}", if axis.decimals() > 0 { "." } else { "" }, "0".repeat(axis.decimals())))
        .set_format(ChartFormat::new().set_no_line())
        .set_major_gridlines_line(&line(color(palette.grid), 0.75));
    // Below zero the years would stand among the lines.
    chart.x_axis().set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&small);
    chart.chart_area().set_format(ChartFormat::new().set_no_border());
    chart.set_width(WIDTH).set_height(HEIGHT).set_alt_text(&title);
    chart
}

fn line(color: u32, width: f64) -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(color).set_width(width);
    line
}

/// A marker that hides the line under it: its points are projected.
fn hollow(kind: ChartMarkerType, color: u32) -> ChartMarker {
    let mut marker = ChartMarker::new();
    marker.set_type(kind).set_size(6).set_format(
        ChartFormat::new().set_border(&line(color, 1.5)).set_solid_fill(ChartSolidFill::new().set_color(0xffffff)),
    );
    marker
}

/// The lowest and the highest value of a chart; those that are no numbers are not drawn.
fn extent(book: &Book, place: &Place) -> (f64, f64) {
    let targets = book.columns.iter().map(|column| column.computed.scenario.target(book.plan, place.id));
    let paths = book.columns.iter().flat_map(|column| column.computed.projection.path(place.id));
    let printed = book.plan.indicator(place.id).target;
    let values = targets.chain(paths).filter(|value| value.is_finite());
    values.fold((printed, printed), |(low, high), value| (low.min(value), high.max(value)))
}
