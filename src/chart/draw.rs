//! Draws a chart on any plotters backend: a base that stays put while a lever is dragged, and what moves.
//!
//! Labels at the lines' ends give way to each other and are drawn with what moves; while a lever is dragged the base,
//! which has many times their texts, is drawn again only where a published figure's letter has to give way.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::Polygon;
use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::labels::{self, Area, Label, Letter, Placed, Room, Segment};
use super::layout::{AXIS_TEXT, LABEL_TEXT, Layout, SMALL_TEXT, Scene, SizeClass};
use super::palette::{Palette, SCENARIOS};
use super::pen::Pen;
use super::spec::{ChartSpec, Kind, Role, Series, between};
use super::stroke::dashes;
use super::words;

/// What a backend can fail with.
pub type Failure<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;

pub(super) type Drawn<DB> = Result<(), Failure<DB>>;

/// What one drawing leaves to the next, so that labels and letters do not flicker.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// The labels from the highest to the lowest.
    order: Vec<usize>,
    /// The sides that letters have taken.
    ways: labels::Ways,
}

const TREND_DASH: &[f64] = &[5.0, 4.0];
const MILESTONE_DOTS: &[f64] = &[1.0, 3.0];
/// From the middle of one dot to that of the next.
const GUESS_DOTS: [f64; 2] = [2.2, 2.2];
const SCENARIO_DASHES: [&[f64]; 4] = [&[8.0, 3.0], &[2.0, 3.0], &[8.0, 3.0, 2.0, 3.0], &[12.0, 4.0]];

/// The labels that are of no series, among those of the series, which are known by their position.
const TARGET_LABEL: usize = usize::MAX;
const HIGH_LABEL: usize = usize::MAX - 1;
const LOW_LABEL: usize = usize::MAX - 2;
const GUESS_LABEL: usize = usize::MAX - 3;

/// Where the texts stand that keep clear of the own path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// The letters of published figures, by their position in the plan, and whether no line is under them.
    letters: Vec<(usize, (i32, i32), bool)>,
    /// The labels at the lines' ends.
    labels: Vec<Placed>,
}

impl Places {
    pub fn new(scene: &Scene, layout: &Layout, memory: &mut Memory) -> Places {
        let letters = if scene.size == SizeClass::Small { Vec::new() } else { place_letters(scene, layout, memory) };
        Places { letters, labels: place_labels(scene, layout, memory) }
    }

    /// Whether what [`draw_base`] drew with the others still holds with these.
    pub fn same_base(&self, other: &Places) -> bool {
        self.letters == other.letters
    }
}

/// Draws a whole chart at once, where nothing of it will move.
pub fn draw_scene<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, scene: &Scene) -> Drawn<DB> {
    let layout = Layout::new(area, scene)?;
    let places = Places::new(scene, &layout, &mut Memory::default());
    draw_spread(area, scene, &layout)?;
    draw_base(area, scene, &layout, &places)?;
    draw_moving(area, scene, &layout, &places)
}

/// Draws what the chart shows of the draws, which lies under all else.
pub fn draw_spread<DB: DrawingBackend>(area: &DrawingArea<DB, Shift>, scene: &Scene, layout: &Layout) -> Drawn<DB> {
    let pen = Pen::new(area, scene);
    draw_bands(&pen, scene, layout)?;
    let spread = &scene.spec.spread;
    let color = pen.palette.draw;
    let path = |values: &[f64]| shown(values, scene, layout);
    for values in &spread.paths {
        pen.path(path(values), 1.0, color)?;
    }
    if scene.spec.count {
        let half = pen.scale.length(if pen.small { 2.0 } else { 5.0 });
        for (x, y) in path(&spread.median).into_iter().skip(1) {
            pen.level(x - half, x + half, y, color)?;
        }
    } else if !spread.median.is_empty() {
        pen.path(path(&spread.median), 1.0, color)?;
    }
    Ok(())
}

/// Draws everything that stays put while a lever is dragged: grid, years, target, milestones, references and
/// published figures.
pub fn draw_base<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    scene: &Scene,
    layout: &Layout,
    places: &Places,
) -> Drawn<DB> {
    let pen = Pen::new(area, scene);
    draw_axes(&pen, scene, layout)?;
    draw_target(&pen, scene, layout)?;
    for series in scene.spec.series.iter().filter(|series| series.role != Role::Own) {
        draw_reference(&pen, scene, series, layout)?;
    }
    let reach = if pen.small { 2.5 } else { 4.0 };
    for published in scene.spec.published {
        if let Some(t) = year_index(scene, published.year) {
            pen.cross(layout.at(t, published.value), reach)?;
        }
    }
    for &(i, at, free) in &places.letters {
        if free {
            pen.text(letter(i), at, AXIS_TEXT, pen.palette.ink, HPos::Center, false)?;
        } else {
            pen.haloed(letter(i), at, AXIS_TEXT, pen.palette.ink, HPos::Center)?;
        }
    }
    Ok(())
}

/// Draws all labels at the lines' ends, the own path, and the year being read.
pub fn draw_moving<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    scene: &Scene,
    layout: &Layout,
    places: &Places,
) -> Drawn<DB> {
    let pen = Pen::new(area, scene);
    if let Some(t) = scene.cursor {
        let x = layout.at(t, scene.axis.low()).0;
        pen.upright(x, layout.plot.top, layout.plot.bottom, pen.palette.hairline_strong)?;
    }
    // Under the own path, whose last point a leader may come near.
    places.labels.iter().try_for_each(|&placed| draw_label(&pen, scene, layout, placed))?;
    for series in scene.spec.series.iter().filter(|series| series.role == Role::Own) {
        draw_own(&pen, scene, series, layout)?;
    }
    draw_guess(&pen, scene, layout)
}

fn draw_bands<DB: DrawingBackend>(pen: &Pen<'_, DB>, scene: &Scene, layout: &Layout) -> Drawn<DB> {
    for band in &scene.spec.spread.bands {
        let side = |values: &[f64]| shown(values, scene, layout);
        let color = if band.share > 50 { pen.palette.band_90 } else { pen.palette.band_50 };
        if scene.spec.count {
            // Counts have nothing between two years: a bar for each.
            let half = pen.scale.length(if pen.small { 2.0 } else { 5.0 });
            for ((x, low), (_, high)) in side(&band.low).into_iter().zip(side(&band.high)).skip(1) {
                pen.rectangle((x - half, high), (x + half, low), color)?;
            }
        } else {
            let mut outline = side(&band.low);
            outline.extend(side(&band.high).into_iter().rev());
            pen.area.draw(&Polygon::new(outline, color))?;
        }
    }
    Ok(())
}

fn draw_axes<DB: DrawingBackend>(pen: &Pen<'_, DB>, scene: &Scene, layout: &Layout) -> Drawn<DB> {
    let Layout { plot, .. } = layout;
    let Palette { muted, ink, grid, hairline, hairline_strong, .. } = *pen.palette;
    let px = |length| pen.scale.length(length);
    for (y, text) in &layout.ticks {
        if *y < plot.bottom {
            pen.level(plot.left, plot.right, *y, grid)?;
        }
        let at = (plot.left - px(if pen.small { 5.0 } else { 8.0 }), *y);
        pen.text(text, at, AXIS_TEXT, muted, HPos::Right, false)?;
    }
    pen.level(plot.left, plot.right, plot.bottom, hairline_strong)?;
    let row = plot.bottom + px(if pen.small { 13.0 } else { 14.0 });
    for (i, (x, text)) in layout.year_labels.iter().enumerate() {
        let last = i + 1 == layout.year_labels.len();
        let bold = last && scene.size == SizeClass::Stage;
        pen.text(text, (*x, row), AXIS_TEXT, if last && !pen.small { ink } else { muted }, HPos::Center, bold)?;
    }
    if pen.small {
        return Ok(());
    }
    let language = scene.spec.language;
    if scene.size == SizeClass::Stage {
        return draw_printed(pen, scene, layout);
    }
    pen.text(scene.spec.unit.get(language), (px(1.0), px(9.0)), AXIS_TEXT, muted, HPos::Left, false)?;
    if layout.foot && scene.spec.years > 0 {
        let low = scene.axis.low();
        let (first, second, last) = (layout.at(0, low).0, layout.at(1, low).0, layout.at(scene.spec.years, low).0);
        let row = plot.bottom + px(31.0);
        pen.text(words::PRINTED.get(language), (first, row), AXIS_TEXT, muted, HPos::Center, false)?;
        let bracket = plot.bottom + px(22.0);
        let half = px(15.0);
        pen.level(second - half, last + half, bracket, hairline)?;
        for end in [second - half, last + half] {
            pen.upright(end, bracket - px(3.0), bracket, hairline)?;
        }
        pen.text(words::PROJECTED.get(language), ((second + last) / 2, row), AXIS_TEXT, muted, HPos::Center, false)?;
    }
    Ok(())
}

/// The base year's value, below its point.
fn draw_printed<DB: DrawingBackend>(pen: &Pen<'_, DB>, scene: &Scene, layout: &Layout) -> Drawn<DB> {
    let Some(value) = scene.spec.value(Role::Own, 0) else { return Ok(()) };
    let (x, y) = layout.at(0, value);
    let (across, down) = (pen.scale.length(5.0), pen.scale.length(10.0));
    // Where there is no room below, above.
    let y =
        if y + down + pen.scale.length(7.0) > layout.plot.bottom { y - down - pen.scale.length(2.0) } else { y + down };
    pen.text(&scene.spec.printed(value), (x + across, y), LABEL_TEXT, pen.palette.ink, HPos::Left, true)
}

/// The target line runs on behind its label, if there is room, and is broken around it.
fn draw_target<DB: DrawingBackend>(pen: &Pen<'_, DB>, scene: &Scene, layout: &Layout) -> Drawn<DB> {
    let y = layout.at(0, scene.spec.target).1;
    let red = pen.palette.red;
    let width = if scene.size == SizeClass::Stage { 1.6 } else { 1.0 };
    let air = pen.scale.length(4.0);
    match layout.gutter {
        Some(gutter) if !pen.small => {
            pen.level_of(layout.plot.left, gutter - air, y, red, width)?;
            let after = gutter + layout.target.1 + air;
            if layout.whole.0 - after >= pen.scale.length(8.0) {
                pen.level_of(after, layout.whole.0, y, red, width)?;
            }
            Ok(())
        }
        _ => pen.level(layout.plot.left, layout.plot.right, y, red),
    }
}

/// The colour, width and dashes of a path.
pub(super) fn line_of(palette: &Palette, role: Role) -> (RGBColor, f64, &'static [f64]) {
    match role {
        Role::Own => (palette.accent, 2.0, &[]),
        Role::Reference => (palette.trend, 1.25, TREND_DASH),
        Role::Milestones => (palette.red, 1.25, MILESTONE_DOTS),
        Role::Scenario(n) => {
            let n = usize::from(n) % SCENARIOS.len();
            (SCENARIOS[n], 2.0, SCENARIO_DASHES[n])
        }
    }
}

fn draw_reference<DB: DrawingBackend>(pen: &Pen<'_, DB>, scene: &Scene, series: &Series, layout: &Layout) -> Drawn<DB> {
    if series.role == Role::Own {
        return Ok(());
    }
    let (color, width, pattern) = line_of(pen.palette, series.role);
    if series.role == Role::Milestones && pen.small {
        return Ok(());
    }
    let pattern: Vec<f64> = pattern.iter().map(|&length| pen.scale.units(length)).collect();
    for run in runs(series, scene, layout) {
        let path: Vec<(i32, i32)> = run.iter().map(|&(at, _)| at).collect();
        for piece in dashes(&path, &pattern) {
            pen.path(piece, width, color)?;
        }
        if let Role::Scenario(n) = series.role {
            for (at, _) in run {
                pen.marker(usize::from(n), at, color)?;
            }
        }
    }
    Ok(())
}

fn draw_own<DB: DrawingBackend>(pen: &Pen<'_, DB>, scene: &Scene, series: &Series, layout: &Layout) -> Drawn<DB> {
    let Palette { accent, ground, .. } = *pen.palette;
    let runs = runs(series, scene, layout);
    for run in &runs {
        pen.path(run.iter().map(|&(at, _)| at).collect(), if pen.small { 1.75 } else { 2.0 }, accent)?;
    }
    if pen.small {
        if let Some(&(at, _)) = runs.last().and_then(|run| run.last()) {
            pen.ring(at, 2.25, 1.5, accent, ground)?;
        }
        return Ok(());
    }
    let read =
        scene.cursor.and_then(|t| series.points.get(t).copied().flatten().map(|point| layout.at(t, point.value)));
    for &(at, kind) in runs.iter().flatten() {
        match kind {
            Kind::Printed | Kind::Observed => pen.disc(at, 3.5, accent)?,
            Kind::Projected if read == Some(at) => pen.ring(at, 4.0, 2.5, accent, ground)?,
            Kind::Projected => pen.ring(at, 3.0, 1.5, accent, ground)?,
        }
    }
    Ok(())
}

/// The guess as round dots from the base year's value to a hollow square.
fn draw_guess<DB: DrawingBackend>(pen: &Pen<'_, DB>, scene: &Scene, layout: &Layout) -> Drawn<DB> {
    let spec = &scene.spec;
    let Some(guess) = scene.guess else { return Ok(()) };
    let (end, ink) = (layout.at(spec.years, guess), pen.palette.ink);
    if let Some(start) = spec.value(Role::Own, 0) {
        let distance = GUESS_DOTS.map(|length| pen.scale.units(length));
        for piece in dashes(&[layout.at(0, start), end], &distance) {
            if let Some(&at) = piece.first() {
                pen.disc(at, 0.9, ink)?;
            }
        }
    }
    pen.square(end, 4.0, 1.75, ink)
}

/// What a path has reached where it ends; nothing before it has begun, nor of any but the own one before the last year.
fn value_at_end(scene: &Scene, series: &Series) -> Option<f64> {
    let until = scene.shown();
    if scene.is_whole() {
        return series.points.last().copied().flatten().map(|point| point.value);
    }
    if series.role != Role::Own || until <= 0.0 {
        return None;
    }
    let whole = until.floor() as usize;
    series.between(until).or_else(|| series.points.get(whole).copied().flatten().map(|point| point.value))
}

/// The letters of published figures, clear of every line.
fn place_letters(scene: &Scene, layout: &Layout, memory: &mut Memory) -> Vec<(usize, (i32, i32), bool)> {
    let spec = &scene.spec;
    let float = |(x, y): (i32, i32)| (f64::from(x), f64::from(y));
    let shown: Vec<(usize, (f64, f64))> = spec
        .published
        .iter()
        .enumerate()
        .filter_map(|(i, published)| Some((i, float(layout.at(year_index(scene, published.year)?, published.value)))))
        .collect();
    if shown.is_empty() {
        return Vec::new();
    }
    let lines = |own: bool| -> Vec<Segment> {
        let series = spec.series.iter().filter(|series| (series.role == Role::Own) == own);
        let runs = series.flat_map(|series| runs(series, scene, layout));
        runs.flat_map(|run| run.windows(2).map(|pair| (float(pair[0].0), float(pair[1].0))).collect::<Vec<_>>())
            .collect()
    };
    let mut under = lines(false);
    let target = layout.at(0, spec.target).1;
    under.push((float((layout.plot.left, target)), float((layout.plot.right, target))));
    let plot = Area {
        left: f64::from(layout.plot.left),
        top: f64::from(layout.plot.top),
        right: f64::from(layout.plot.right),
        bottom: f64::from(layout.plot.bottom),
    };
    let marks: Vec<(f64, f64)> = shown.iter().map(|&(_, at)| at).collect();
    let size = (scene.scale.units(9.0), scene.scale.units(13.0));
    let places = labels::letters(&marks, size, scene.scale.units(5.0), [&under, &lines(true)], plot, &mut memory.ways);
    // Single draws and the median pass anywhere.
    let lines_below = !spec.spread.paths.is_empty() || !spec.spread.median.is_empty();
    let placed = |((i, _), Letter { at: (x, y), free }): ((usize, _), Letter)| {
        (i, (x.round() as i32, y.round() as i32), free && !lines_below)
    };
    shown.into_iter().zip(places).map(placed).collect()
}

/// The letter of a published figure.
pub(super) fn letter(i: usize) -> &'static str {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
    LETTERS.get(i..i + 1).unwrap_or("·")
}

/// The labels at the lines' ends, in the gutter; none where there is no gutter.
fn place_labels(scene: &Scene, layout: &Layout, memory: &mut Memory) -> Vec<Placed> {
    if layout.gutter.is_none() {
        return Vec::new();
    }
    let (scale, small) = (scene.scale, scene.size == SizeClass::Small);
    let spec = &scene.spec;
    let height = |value| f64::from(layout.at(0, value).1);
    let mut wanted = vec![Label { id: TARGET_LABEL, at: height(spec.target), fixed: true, expendable: 0 }];
    if let Some(band) = scene.spec.band(90).filter(|_| !small && scene.is_whole()) {
        for (id, side) in [(HIGH_LABEL, &band.high), (LOW_LABEL, &band.low)] {
            if let Some(&value) = side.last() {
                wanted.push(Label { id, at: height(value), fixed: false, expendable: u8::MAX });
            }
        }
    }
    // The own path, drawn last, comes first: of two at the same height it stands above.
    for (i, series) in spec.series.iter().enumerate().rev() {
        let expendable = match series.role {
            Role::Own => 0,
            Role::Reference if !small => 0,
            Role::Scenario(n) if !small => 1 + n,
            _ => continue,
        };
        if let Some(value) = value_at_end(scene, series) {
            wanted.push(Label { id: i, at: height(value), fixed: false, expendable });
        }
    }
    if let Some(guess) = scene.guess {
        wanted.push(Label { id: GUESS_LABEL, at: height(guess), fixed: false, expendable: 0 });
    }
    let room = Room {
        top: f64::from(layout.plot.top),
        bottom: f64::from(layout.plot.bottom),
        slack: scale.units(if small { 2.0 } else { 22.0 }),
        gap: scale.units(1.3 * label_size(small)),
        tie: scale.units(4.0),
        leader: scale.units(3.0),
    };
    labels::place(&wanted, room, &mut memory.order)
}

/// The name and the value of the wide band's upper or lower end.
fn end_of_band(spec: &ChartSpec, id: usize) -> Option<(&'static str, f64)> {
    let band = spec.band(90)?;
    match id {
        HIGH_LABEL => Some(("95 %", *band.high.last()?)),
        LOW_LABEL => Some(("5 %", *band.low.last()?)),
        _ => None,
    }
}

fn label_size(small: bool) -> f64 {
    if small { SMALL_TEXT } else { LABEL_TEXT }
}

/// A label in the gutter, with a leader where it had to move away from its line's end.
fn draw_label<DB: DrawingBackend>(pen: &Pen<'_, DB>, scene: &Scene, layout: &Layout, placed: Placed) -> Drawn<DB> {
    let Some(gutter) = layout.gutter else { return Ok(()) };
    let spec = &scene.spec;
    let y = placed.y.round() as i32;
    let (text, color, bold, value) = match spec.series.get(placed.id) {
        None => match (end_of_band(spec, placed.id), scene.guess) {
            (Some((name, value)), _) => {
                (format!("{name} {}", spec.drawn_number(value)), pen.palette.muted, false, value)
            }
            (None, Some(guess)) if placed.id == GUESS_LABEL => {
                let text = format!("{} {}", words::GUESS.get(spec.language), spec.number(guess));
                (text, pen.palette.ink, true, guess)
            }
            (None, _) => (layout.target.0.clone(), pen.palette.red, scene.size == SizeClass::Stage, spec.target),
        },
        Some(series) => {
            let value = value_at_end(scene, series).unwrap_or(spec.target);
            let number = spec.number(value);
            let name = layout.names.get(placed.id).map_or("", String::as_str);
            let text = if name.is_empty() { number } else { format!("{name} {number}") };
            let color = match series.role {
                Role::Own => pen.palette.accent,
                Role::Scenario(_) => pen.palette.ink,
                _ => pen.palette.muted,
            };
            (text, color, series.role == Role::Own, value)
        }
    };
    if placed.leader && !pen.small {
        let clear = pen.scale.length(if placed.id == TARGET_LABEL { 2.0 } else { 5.0 });
        let from = (layout.plot.right + clear, layout.at(0, value).1);
        pen.path(vec![from, (gutter - pen.scale.length(2.0), y)], 1.0, pen.palette.hairline_strong)?;
    }
    pen.text(&text, (gutter, y), label_size(pen.small), color, HPos::Left, bold)
}

/// The points of values over the years, as far as they are shown.
fn shown(values: &[f64], scene: &Scene, layout: &Layout) -> Vec<(i32, i32)> {
    let until = scene.shown();
    let whole = values.iter().enumerate().take(until.floor() as usize + 1);
    let mut points: Vec<(i32, i32)> = whole.map(|(t, &value)| layout.at(t, value)).collect();
    // Counts have nothing between two years.
    if let Some(value) = between(values, until).filter(|_| !scene.spec.count) {
        points.push(layout.at_time(until, value));
    }
    points
}

/// The years after the base year of a calendar year the chart shows.
fn year_index(scene: &Scene, year: u16) -> Option<usize> {
    let t = usize::from(year.checked_sub(scene.spec.base_year)?);
    (t <= scene.spec.years).then_some(t)
}

/// A path's stretches of years that have values.
fn runs(series: &Series, scene: &Scene, layout: &Layout) -> Vec<Vec<((i32, i32), Kind)>> {
    let mut runs = vec![Vec::with_capacity(series.points.len())];
    let until = if series.role == Role::Milestones { scene.spec.years as f64 } else { scene.shown() };
    for (t, point) in series.points.iter().enumerate().take(until.floor() as usize + 1) {
        match (point, runs.last_mut()) {
            (Some(point), Some(run)) => run.push((layout.at(t, point.value), point.kind)),
            (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    if let Some(value) = series.between(until)
        && let Some(run) = runs.last_mut()
    {
        run.push((layout.at_time(until, value), Kind::Projected));
    }
    runs.retain(|run| !run.is_empty());
    runs
}
