//! Charts as data, as places and as drawn primitives, without a browser.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::drawing::DrawingArea;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use proptest::prelude::*;
use tuiyan::analysis::monte_carlo::{Bands, Draws, Paths, Sample};
use tuiyan::chart::labels::{Label, Placed, Room, place};
use tuiyan::chart::{
    Axis, Band, ChartSpec, Layout, Memory, Name, Palette, Places, Role, SCENARIOS, Scale, Scene, SizeClass, Theme,
    describe, draw_base, draw_moving, draw_spread, sparkline,
};
use tuiyan::model::{Observations, Outcome, Projection, Scenario, project};
use tuiyan::plan::{IndicatorId, LANZHOU, LeverId, PresetId};
use tuiyan::text::Language;

/// What was drawn: kind, points, colour, width, and for text the words.
#[derive(Clone, PartialEq, Debug)]
struct Drawn {
    kind: &'static str,
    points: Vec<BackendCoord>,
    color: (u8, u8, u8),
    width: u32,
    text: String,
}

/// A backend that writes down what it is told. Letters are as wide as Chinese and Latin ones usually are.
struct Recorder {
    size: (u32, u32),
    drawn: Vec<Drawn>,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    fn note(&mut self, kind: &'static str, points: Vec<BackendCoord>, color: BackendColor, width: u32) -> Done {
        self.drawn.push(Drawn { kind, points, color: color.rgb, width, text: String::new() });
        Ok(())
    }
}

fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(|letter| if letter.is_ascii() { 0.56 } else { 1.0 }).sum::<f64>() * size
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done {
        self.note("pixel", vec![point], color, 1)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.note("line", vec![from, to], style.color(), style.stroke_width())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Done {
        assert!(fill);
        self.note("rect", vec![from, to], style.color(), 0)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.note("path", path.into_iter().collect(), style.color(), style.stroke_width())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        assert!(fill);
        let (x, y, r) = (center.0, center.1, radius as i32);
        self.note("circle", vec![center, (x - r, y - r), (x + r, y + r)], style.color(), radius)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.note("polygon", path.into_iter().collect(), style.color(), 0)
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Done {
        let width = text_width(text, style.size()).round() as i32;
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - width / 2,
            HPos::Right => x - width,
        };
        assert!(matches!(style.anchor().v_pos, VPos::Center));
        let half = (style.size() / 2.0).round() as i32;
        self.drawn.push(Drawn {
            kind: "text",
            points: vec![(left, y - half), (left + width, y + half)],
            color: style.color().rgb,
            width: u32::from(matches!(style.style(), FontStyle::Bold)),
            text: text.to_owned(),
        });
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((text_width(text, style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}

/// Draws a scene at a size in CSS pixels: what stays put, with the draws under it, and what moves.
fn draw(scene: &Scene, width: f64, height: f64) -> (Vec<Drawn>, Vec<Drawn>) {
    let size = (scene.scale.length(width) as u32, scene.scale.length(height) as u32);
    let layer = || Rc::new(RefCell::new(Recorder { size, drawn: Vec::new() }));
    let (base, moving) = (layer(), layer());
    let layout = Layout::new(&DrawingArea::from(&base), scene).unwrap();
    let places = Places::new(scene, &layout, &mut Memory::default());
    draw_spread(&DrawingArea::from(&base), scene, &layout).unwrap();
    draw_base(&DrawingArea::from(&base), scene, &layout, &places).unwrap();
    draw_moving(&DrawingArea::from(&moving), scene, &layout, &places).unwrap();
    (base.take_drawn(), moving.take_drawn())
}

trait TakeDrawn {
    fn take_drawn(&self) -> Vec<Drawn>;
}

impl TakeDrawn for Rc<RefCell<Recorder>> {
    fn take_drawn(&self) -> Vec<Drawn> {
        std::mem::take(&mut self.borrow_mut().drawn)
    }
}

fn trend() -> Projection {
    project(&LANZHOU, &Scenario::preset(&LANZHOU, PresetId::Trend))
}

fn with(lever: LeverId, value: f64) -> Projection {
    let mut scenario = Scenario::preset(&LANZHOU, PresetId::Trend);
    scenario.set_lever(&LANZHOU, lever, value).unwrap();
    project(&LANZHOU, &scenario)
}

fn spec_of(id: IndicatorId, own: &Projection, language: Language) -> ChartSpec {
    let name = LANZHOU.preset(PresetId::Trend).name.into();
    ChartSpec::trajectory(&LANZHOU, id, language, own, Some((name, &trend())), LANZHOU.indicator(id).target).unwrap()
}

fn scene_of(spec: ChartSpec, theme: Theme, size: SizeClass) -> Scene {
    Scene::new(Rc::new(spec), theme, size, Scale::new(1.0, 16))
}

fn rgb(color: plotters::style::RGBColor) -> (u8, u8, u8) {
    (color.0, color.1, color.2)
}

fn texts(drawn: &[Drawn]) -> Vec<&str> {
    drawn.iter().filter(|drawn| drawn.kind == "text").map(|drawn| drawn.text.as_str()).collect()
}

// ---- the spec ----

#[test]
fn values_that_cannot_be_drawn_are_refused() {
    let own = trend();
    for target in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
        let refused = ChartSpec::trajectory(&LANZHOU, IndicatorId::I1, Language::Zh, &own, None, target);
        let value = refused.unwrap_err().value;
        assert!(value.is_nan() == target.is_nan() && (value.is_nan() || value == target));
    }
    let spec = spec_of(IndicatorId::I1, &own, Language::Zh);
    let band = Band { share: 90, low: vec![3.6; 6], high: vec![f64::INFINITY; 6] };
    assert!(spec.clone().with_band(band).is_err());
    let band = Band { share: 90, low: vec![3.0; 6], high: vec![4.8; 6] };
    assert_eq!(spec.with_band(band).unwrap().extent(), (3.0, 4.8));
}

#[test]
fn the_extent_holds_all_that_is_shown() {
    let own = with(LeverId::EnterpriseRdGrowth, 25.0);
    let spec = spec_of(IndicatorId::I1, &own, Language::Zh);
    let (low, high) = spec.extent();
    assert_eq!(low, 3.6);
    assert_eq!(high, own.last(IndicatorId::I1).max(4.0));
    let axis = spec.axis();
    assert!(axis.low() < low && axis.high() > high);
}

#[test]
fn observations_are_shown_as_such() {
    let scenario = Scenario::preset(&LANZHOU, PresetId::Trend);
    let mut observations = Observations::default();
    assert!(observations.set(IndicatorId::I1, 1, Some(3.7)));
    let own = Outcome::new(&LANZHOU, &scenario, &trend(), &observations);
    let spec = ChartSpec::trajectory(&LANZHOU, IndicatorId::I1, Language::Zh, &own, None, 4.0).unwrap();
    assert_eq!(spec.value(Role::Own, 1), Some(3.7));
    assert_eq!(spec.path(Role::Reference), None);
    let (_, moving) = draw(&scene_of(spec, Theme::Light, SizeClass::Main), 528.0, 400.0);
    let accent = rgb(Palette::of(Theme::Light).accent);
    let filled = moving.iter().filter(|drawn| drawn.kind == "circle" && drawn.color == accent && drawn.width == 56);
    assert_eq!(filled.count(), 2, "the printed and the observed year are filled");
}

// ---- the axis ----

fn extents() -> impl Strategy<Value = (f64, f64)> {
    let value = prop_oneof![-1e3..1e3, -1e-3..1e-3, -1e12..1e12, Just(0.0)];
    (value.clone(), value).prop_map(|(a, b): (f64, f64)| (a.min(b), a.max(b)))
}

proptest! {
    #[test]
    fn an_axis_holds_its_values_on_five_to_eight_nice_ticks(extent in extents()) {
        let axis = Axis::fit(extent);
        let ticks: Vec<f64> = axis.ticks().collect();
        prop_assert!((5..=8).contains(&ticks.len()), "{axis:?}");
        prop_assert!(axis.low() <= extent.0 && extent.1 <= axis.high(), "{axis:?}");
        prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert_eq!((ticks[0], ticks[ticks.len() - 1]), (axis.low(), axis.high()));
        prop_assert_eq!(Axis::fit(extent), axis);
        let mantissa = axis.step() / 10f64.powf(axis.step().log10().floor());
        prop_assert!([1.0, 2.0, 2.5, 5.0, 10.0].iter().any(|nice| (mantissa - nice).abs() < 1e-6), "{mantissa}");
    }

    #[test]
    fn an_axis_never_shrinks_under_the_hand(extents in proptest::collection::vec(extents(), 1..12)) {
        let mut axis = Axis::fit(extents[0]);
        for &extent in &extents[1..] {
            let next = axis.keep_or_move(extent, false);
            // A value on a tick but for its last bits counts as on it.
            let hair = next.step() * 1e-8;
            prop_assert!(next.low() - hair <= axis.low() && next.high() + hair >= axis.high());
            prop_assert!(next.low() - hair <= extent.0 && extent.1 <= next.high() + hair);
            prop_assert!((5..=8).contains(&next.ticks().len()));
            axis = next;
        }
        let last = extents[extents.len() - 1];
        let released = axis.keep_or_move(last, true);
        let hair = released.step() * 1e-8;
        prop_assert!(released.low() - hair <= last.0 && last.1 <= released.high() + hair);
        prop_assert_eq!(released.keep_or_move(last, true), released, "released once, it stays");
    }

    // ---- labels ----

    #[test]
    fn labels_never_overlap_and_keep_their_order(
        free in proptest::collection::vec(0.0..300.0f64, 0..5),
        target in 0.0..300.0f64,
        expendable in proptest::collection::vec(0..4u8, 5),
    ) {
        let room = Room { top: 0.0, bottom: 300.0, slack: 22.0, gap: 17.0, tie: 4.0, leader: 3.0 };
        let mut labels = vec![Label { id: 9, at: target, fixed: true, expendable: 0 }];
        labels.extend(free.iter().enumerate().map(|(id, &at)| Label { id, at, fixed: false, expendable: expendable[id] }));
        let placed = place(&labels, room, &mut Vec::new());
        let wanted = |placed: &Placed| labels.iter().find(|label| label.id == placed.id).unwrap();
        for pair in placed.windows(2) {
            prop_assert!(pair[1].y - pair[0].y >= 17.0 - 1e-9, "{placed:?}");
            prop_assert!(wanted(&pair[0]).at <= wanted(&pair[1]).at, "{placed:?}");
        }
        for label in &placed {
            prop_assert!((-22.0 - 1e-9..=322.0 + 1e-9).contains(&label.y), "{placed:?}");
            prop_assert_eq!(label.leader, (label.y - wanted(label).at).abs() > 3.0);
        }
        for label in labels.iter().filter(|label| label.expendable == 0) {
            prop_assert!(placed.iter().any(|placed| placed.id == label.id), "never dropped");
        }
        // With at most two others, as in the product, the target stands in its line wherever an axis can put it.
        if free.len() <= 2 && (12.0..=288.0).contains(&target) {
            prop_assert!(placed.iter().any(|placed| placed.id == 9 && placed.y == target), "{placed:?}");
        }
    }
}

// ---- the drawing ----

#[test]
fn the_own_path_is_solid_with_hollow_projected_points() {
    let own = with(LeverId::EnterpriseRdGrowth, 20.0);
    let (_, moving) =
        draw(&scene_of(spec_of(IndicatorId::I1, &own, Language::Zh), Theme::Light, SizeClass::Main), 528.0, 400.0);
    let palette = Palette::of(Theme::Light);
    let paths: Vec<&Drawn> =
        moving.iter().filter(|drawn| drawn.kind == "path" && drawn.color == rgb(palette.accent)).collect();
    assert_eq!(paths.len(), 1);
    assert_eq!((paths[0].points.len(), paths[0].width), (6, 32), "six years, 2 px at 16 units a pixel");
    let circles = |color| moving.iter().filter(|drawn| drawn.kind == "circle" && drawn.color == rgb(color)).count();
    assert_eq!(circles(palette.accent), 6);
    assert_eq!(circles(palette.ground), 5, "all but the printed year are hollow");
}

#[test]
fn the_target_line_is_broken_around_its_label() {
    let own = with(LeverId::EnterpriseRdGrowth, 20.0);
    let (base, moving) =
        draw(&scene_of(spec_of(IndicatorId::I1, &own, Language::Zh), Theme::Light, SizeClass::Main), 528.0, 400.0);
    let red = rgb(Palette::of(Theme::Light).red);
    let lines: Vec<&Drawn> = base.iter().filter(|drawn| drawn.kind == "rect" && drawn.color == red).collect();
    let [before, after] = lines[..] else { panic!("two pieces: {lines:?}") };
    let label = moving.iter().find(|drawn| drawn.text == "目标 4").expect("a label");
    assert_eq!(label.color, red);
    assert_eq!(before.points[0].1, after.points[0].1);
    assert_eq!(before.points[1].1 - before.points[0].1, 16, "one device pixel");
    assert!(before.points[1].0 < label.points[0].0 && label.points[1].0 < after.points[0].0);
    assert!((label.points[0].1..label.points[1].1).contains(&before.points[0].1), "in its line");
}

#[test]
fn only_the_moving_layer_follows_the_hand() {
    let scene = |growth: f64| {
        let own = with(LeverId::EnterpriseRdGrowth, growth);
        let mut scene = scene_of(spec_of(IndicatorId::I1, &own, Language::Zh), Theme::Light, SizeClass::Main);
        scene.axis = Axis::fit((3.6, 4.3));
        scene
    };
    let (one, two) = (scene(16.0), scene(18.0));
    assert_ne!(one, two);
    assert!(one.same_base(&two));
    let (first, second) = (draw(&one, 528.0, 400.0), draw(&two, 528.0, 400.0));
    assert_eq!(first.0, second.0);
    assert_ne!(first.1, second.1);

    let mut other = two.clone();
    other.axis = Axis::fit((3.0, 5.0));
    assert!(!two.same_base(&other));
    let other = Scene { theme: Theme::Dark, ..two.clone() };
    assert!(!two.same_base(&other));
    let other = scene_of(spec_of(IndicatorId::I1, &trend(), Language::En), Theme::Light, SizeClass::Main);
    assert!(!two.spec.same_base(&other.spec));
}

#[test]
fn each_theme_uses_its_own_colours() {
    for theme in [Theme::Light, Theme::Dark, Theme::Projector, Theme::Print] {
        let palette = Palette::of(theme);
        let known = [
            palette.ground,
            palette.ink,
            palette.muted,
            palette.accent,
            palette.red,
            palette.trend,
            palette.hairline,
            palette.hairline_strong,
            palette.grid,
        ]
        .map(rgb);
        let mut scene = scene_of(spec_of(IndicatorId::I1, &trend(), Language::Zh), theme, SizeClass::Main);
        scene.cursor = Some(2);
        let (base, moving) = draw(&scene, 528.0, 400.0);
        assert!(base.iter().chain(&moving).all(|drawn| known.contains(&drawn.color)), "{theme:?}");
        assert!(moving.iter().any(|drawn| drawn.color == rgb(palette.accent)));
    }
}

#[test]
fn nothing_is_drawn_outside_the_area() {
    let sizes = [(528.0, 400.0), (840.0, 520.0), (480.0, 300.0), (358.0, 170.0), (190.0, 92.0), (140.0, 80.0)];
    for id in IndicatorId::ALL.iter().copied() {
        for own in [trend(), with(LeverId::EnterpriseRdGrowth, 35.0), with(LeverId::GdpGrowth, 0.0)] {
            for language in [Language::Zh, Language::En] {
                for (width, height) in sizes {
                    let size = if height < 100.0 { SizeClass::Small } else { SizeClass::Main };
                    for scale in [Scale::PLAIN, Scale::new(1.25, 16), Scale::new(2.0, 16)] {
                        let mut scene = scene_of(spec_of(id, &own, language), Theme::Light, size);
                        scene.scale = scale;
                        scene.cursor = Some(5);
                        let (base, moving) = draw(&scene, width, height);
                        let (right, bottom) = (scale.length(width), scale.length(height));
                        let air = scale.length(1.0);
                        for drawn in base.iter().chain(&moving) {
                            let inside = |&(x, y): &(i32, i32)| {
                                (-air..=right + air).contains(&x) && (-air..=bottom + air).contains(&y)
                            };
                            assert!(drawn.points.iter().all(inside), "{id:?} {width}×{height}: {drawn:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn labels_in_the_gutter_never_overlap() {
    for id in IndicatorId::ALL.iter().copied() {
        for growth in [8.0, 12.0, 15.5, 16.0, 18.0, 22.0, 30.0] {
            let own = with(LeverId::EnterpriseRdGrowth, growth);
            for (width, height) in [(528.0, 400.0), (358.0, 170.0)] {
                let scene = scene_of(spec_of(id, &own, Language::Zh), Theme::Light, SizeClass::Main);
                let (base, moving) = draw(&scene, width, height);
                let in_gutter = |drawn: &&Drawn| drawn.text.contains(' ');
                let mut labels: Vec<&Drawn> = base.iter().chain(&moving).filter(in_gutter).collect();
                assert_eq!(labels.len(), 3, "{:?} {:?}", texts(&base), texts(&moving));
                labels.sort_by_key(|label| label.points[0].1);
                for pair in labels.windows(2) {
                    assert!(pair[0].points[1].1 <= pair[1].points[0].1, "{id:?}: {labels:?}");
                }
            }
        }
    }
}

#[test]
fn texts_are_in_the_language_of_the_spec() {
    let own = with(LeverId::EnterpriseRdGrowth, 20.0);
    let of = |language| {
        let (base, moving) =
            draw(&scene_of(spec_of(IndicatorId::I1, &own, language), Theme::Light, SizeClass::Main), 528.0, 400.0);
        let all: Vec<String> = texts(&base).into_iter().chain(texts(&moving)).map(str::to_owned).collect();
        all
    };
    let zh = of(Language::Zh);
    for text in ["规划", "测算（空心点）", "目标 4", "2020", "2025", "%", "a", "b", "c"] {
        assert!(zh.iter().any(|drawn| drawn == text), "{text}: {zh:?}");
    }
    assert!(zh.iter().any(|text| text.starts_with("本情景 ")) && zh.iter().any(|text| text.starts_with("趋势 ")));
    let en = of(Language::En);
    assert!(en.iter().all(|text| text.is_ascii()), "{en:?}");
    assert!(en.iter().any(|text| text == "projected (hollow)") && en.iter().any(|text| text == "Target 4"));
}

#[test]
fn long_names_are_shortened_to_the_gutter() {
    let name: Name = "一个名字特别长的对照情景，怎么也放不下".into();
    let spec =
        ChartSpec::trajectory(&LANZHOU, IndicatorId::I1, Language::Zh, &trend(), Some((name, &trend())), 4.0).unwrap();
    let (_, moving) = draw(&scene_of(spec, Theme::Light, SizeClass::Main), 528.0, 400.0);
    assert!(texts(&moving).iter().any(|text| text.starts_with("一个") && text.contains('…')), "{:?}", texts(&moving));
}

#[test]
fn further_scenarios_and_bands_have_their_place() {
    let spec = spec_of(IndicatorId::I1, &trend(), Language::Zh)
        .with_scenario(0, "甲".into(), &with(LeverId::EnterpriseRdGrowth, 22.0))
        .and_then(|spec| spec.with_band(Band { share: 50, low: vec![3.5; 6], high: vec![3.9; 6] }))
        .and_then(|spec| spec.with_band(Band { share: 90, low: vec![3.4; 6], high: vec![4.1; 6] }))
        .unwrap();
    let (base, moving) = draw(&scene_of(spec, Theme::Light, SizeClass::Main), 528.0, 400.0);
    let palette = Palette::of(Theme::Light);
    assert_eq!((base[0].kind, base[0].color), ("polygon", rgb(palette.band_90)), "the wide band lies lowest");
    assert_eq!((base[1].kind, base[1].color), ("polygon", rgb(palette.band_50)));
    assert!(base.iter().filter(|drawn| drawn.color == rgb(SCENARIOS[0])).count() > 6, "dashes and markers");
    let label = moving.iter().find(|drawn| drawn.text.starts_with("甲 ")).unwrap();
    assert_eq!(label.color, rgb(palette.ink));
}

/// A chart of the plan preset with draws: its ranges, or twenty paths.
fn with_draws(id: IndicatorId, ranges: bool) -> ChartSpec {
    let scenario = Scenario::preset(&LANZHOU, PresetId::Plan);
    let mut sample = Sample::with_capacity(&LANZHOU, 500);
    Draws::new(&LANZHOU, &scenario, 1).run(0..500, &mut sample);
    let observations = Observations::default();
    let spec = spec_of(id, &project(&LANZHOU, &scenario), Language::Zh);
    if ranges {
        spec.with_bands(&Bands::new(&LANZHOU, &scenario, &observations, &sample)).unwrap()
    } else {
        spec.with_paths(&Paths::new(&LANZHOU, &scenario, &observations, &sample, 20)).unwrap()
    }
}

#[test]
fn ranges_are_areas_for_rates_and_bars_for_counts() {
    let palette = Palette::of(Theme::Light);
    let of = |id, color| {
        let (base, _) = draw(&scene_of(with_draws(id, true), Theme::Light, SizeClass::Main), 528.0, 400.0);
        base.into_iter().filter(|drawn| drawn.color == rgb(color)).map(|drawn| drawn.kind).collect::<Vec<_>>()
    };
    assert_eq!(of(IndicatorId::I1, palette.band_90), ["polygon"]);
    assert_eq!(of(IndicatorId::I8, palette.band_90), ["rect"; 5], "a bar a projected year");
}

#[test]
fn the_ends_of_the_wide_range_are_labelled_and_move() {
    let spec = with_draws(IndicatorId::I1, true);
    let (low, high) = (spec.band(90).unwrap().low[5], spec.band(90).unwrap().high[5]);
    let (_, moving) = draw(&scene_of(spec, Theme::Light, SizeClass::Main), 528.0, 400.0);
    for text in [format!("95 % {high:.2}"), format!("5 % {low:.2}")] {
        assert!(texts(&moving).contains(&&*text), "{text}: {:?}", texts(&moving));
    }
}

#[test]
fn sampled_paths_are_lines_inside_the_axis() {
    let spec = with_draws(IndicatorId::I3, false);
    assert!(spec.has_paths() && spec.band(90).is_none());
    let axis = spec.axis();
    assert!(axis.low() <= spec.extent().0 && axis.high() >= spec.extent().1);
    let (base, _) = draw(&scene_of(spec, Theme::Light, SizeClass::Main), 528.0, 400.0);
    let color = rgb(Palette::of(Theme::Light).draw);
    assert_eq!(base.iter().filter(|drawn| drawn.color == color).count(), 20);
}

#[test]
fn room_is_kept_for_what_stands_beside() {
    let spec = spec_of(IndicatorId::I1, &trend(), Language::Zh).with_room_for([3.0, 5.5]).unwrap();
    assert_eq!(spec.extent(), (3.0, 5.5));
    assert!(spec.with_room_for([f64::NAN]).is_err());
}

#[test]
fn ranges_are_said_in_words_and_in_the_table() {
    let spec = with_draws(IndicatorId::I1, true);
    let band = spec.band(90).unwrap();
    let range = format!("{:.2}–{:.2}", band.low[5], band.high[5]);
    assert!(describe::sentence(&spec).ends_with(&format!("；2025 年有九成可能在 {range} % 之间。")));
    assert_eq!(describe::reading(&spec, 5).range, range);
    assert!(describe::reading(&spec, 5).sentence(&spec).contains(&format!("90 % 区间 {range} %")));
    let table = describe::table(&spec);
    assert_eq!((table.rows[1].name.as_str(), table.rows[1].kind), ("90 % 区间", describe::RowKind::Range));
    assert_eq!((&*table.rows[1].cells[0], &table.rows[1].cells[5]), ("—", &range));
}

// ---- the words ----

#[test]
fn the_chart_in_words() {
    let own = trend();
    let (zh, en) = (spec_of(IndicatorId::I1, &own, Language::Zh), spec_of(IndicatorId::I1, &own, Language::En));
    let value = format!("{:.2}", own.last(IndicatorId::I1));
    assert_eq!(
        describe::sentence(&zh),
        format!("研发投入占GDP比重：2020 年 3.60 %，2025 年测算 {value} %，低于目标 4 %；趋势 {value} %。")
    );
    assert_eq!(
        describe::sentence(&en),
        format!("R&D / GDP: 3.60 % in 2020, projected {value} % in 2025, below the target of 4 %; trend {value} %.")
    );
    let fourth = format!("{:.2}", own.value(IndicatorId::I1, 4));
    assert_eq!(
        describe::reading(&zh, 4).sentence(&zh),
        format!("2024 年：本情景 {fourth} %，趋势 {fourth} %，里程碑 3.92 %，已公布 b\u{a0}3.8、c\u{a0}3.75")
    );
    let table = describe::table(&zh);
    assert_eq!(table.years, [2020, 2021, 2022, 2023, 2024, 2025]);
    let names: Vec<&str> = table.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["本情景", "趋势（参照）", "年度里程碑（直线）", "已公布"]);
    assert_eq!(table.rows[2].cells, ["3.60", "3.68", "3.76", "3.84", "3.92", "4.00"]);
    assert_eq!(table.rows[3].cells, ["—", "a\u{a0}3.7", "—", "—", "b\u{a0}3.8、c\u{a0}3.75", "—"]);
    assert_eq!(
        describe::source_line(&zh),
        "测算：模型第 2 版，期望值。2020 年、目标：规划表 2。已公布值（× 不参与测算）：a 兰州日报 2021-06-05；\
         b 新华网甘肃，新闻发布会 2024-09-30；c 人民日报（摘编） 2025-05-09。"
    );
    assert!(describe::source_line(&en).starts_with("Projection: model version 2, expected values."));
    assert_eq!(describe::notes(&zh)[0], "a 3.7：2021 年 6 月见报，不会是全年统计数。");
}

#[test]
fn a_change_is_signed_and_a_near_miss_is_none_of_hit_and_miss() {
    let spec = spec_of(IndicatorId::I10, &trend(), Language::Zh);
    assert!(describe::sentence(&spec).contains("低于目标 +2 百分点"), "{}", describe::sentence(&spec));
    let contracts = spec_of(IndicatorId::I5, &trend(), Language::En);
    assert!(describe::sentence(&contracts).contains(" × ¥100 m in 2020"), "{}", describe::sentence(&contracts));
    let own = trend();
    let nearly = own.last(IndicatorId::I3) + 0.001;
    let spec = ChartSpec::trajectory(&LANZHOU, IndicatorId::I3, Language::Zh, &own, None, nearly).unwrap();
    assert!(describe::sentence(&spec).contains("略低于目标"), "{}", describe::sentence(&spec));
}

#[test]
fn sparklines_of_all_indicators_stay_in_their_picture() {
    let own = with(LeverId::EnterpriseRdGrowth, 30.0);
    for indicator in &LANZHOU.indicators {
        let spark = sparkline(&own, &trend(), indicator.id, indicator.target);
        let points: Vec<(f64, f64)> = spark
            .own
            .split(' ')
            .chain(spark.reference.split(' '))
            .map(|point| point.split_once(',').map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).unwrap())
            .collect();
        assert_eq!(points.len(), 12);
        assert!(points.iter().all(|&(x, y)| (0.0..=36.0).contains(&x) && (0.0..=26.0).contains(&y)));
        assert_eq!(points[5].0.to_string(), spark.end.0.trim_end_matches(".0"));
    }
}

// ---- the stage ----

/// A chart on a stage, shown until a time.
fn staged(until: f64, guess: Option<f64>) -> Scene {
    let own = with(LeverId::ContractRegistration, 26.0);
    let spec = spec_of(IndicatorId::I5, &own, Language::Zh).bare().unwrap();
    let scene = scene_of(spec, Theme::Projector, SizeClass::Stage);
    Scene { until: Some(until), guess, ..scene }
}

#[test]
fn nothing_of_a_path_is_seen_beyond_the_time_shown() {
    let right_edge = |until: f64| -> i32 {
        let (_, moving) = draw(&staged(until, None), 900.0, 400.0);
        let accent = rgb(Palette::of(Theme::Projector).accent);
        let path = moving.iter().filter(|drawn| drawn.kind != "text" && drawn.color == accent);
        path.flat_map(|drawn| &drawn.points).map(|&(x, _)| x).max().unwrap()
    };
    let edges = [0.0, 1.0, 1.5, 4.0, 5.0].map(right_edge);
    assert!(edges.windows(2).all(|pair| pair[0] < pair[1]), "{edges:?}");
}

#[test]
fn the_own_label_follows_the_time_shown_and_others_come_at_the_end() {
    let labels = |until: f64| -> Vec<String> {
        let (base, moving) = draw(&staged(until, None), 900.0, 400.0);
        let all = texts(&base).into_iter().chain(texts(&moving)).map(str::to_owned);
        all.filter(|text| text.starts_with("测算") || text.starts_with("趋势")).collect()
    };
    assert_eq!(labels(0.0), [""; 0]);
    assert_eq!(labels(2.5).len(), 1);
    assert_eq!(labels(5.0).len(), 2);
}

#[test]
fn a_guess_is_drawn_as_dots_to_a_square_and_labelled() {
    let (_, without) = draw(&staged(0.0, None), 900.0, 400.0);
    let (_, with) = draw(&staged(0.0, Some(12.0)), 900.0, 400.0);
    let ink = rgb(Palette::of(Theme::Projector).ink);
    let count =
        |drawn: &[Drawn], kind: &str| drawn.iter().filter(|drawn| drawn.kind == kind && drawn.color == ink).count();
    assert!(count(&with, "circle") > count(&without, "circle") + 50);
    assert!(texts(&with).contains(&"现场估计 12.0"), "{:?}", texts(&with));
    assert!(!texts(&with).iter().any(|text| text.starts_with("测算")));
}

#[test]
fn texts_and_strokes_of_a_stage_scale_alike() {
    let size = |zoom: f64| {
        let scene = Scene { scale: Scale::new(zoom, 16), ..staged(5.0, None) };
        let (base, moving) = draw(&scene, 360.0, 200.0);
        let height = |drawn: &Drawn| drawn.points[1].1 - drawn.points[0].1;
        let text = base.iter().filter(|drawn| drawn.kind == "text").map(height).max().unwrap();
        (text, moving.iter().map(|drawn| drawn.width).max().unwrap())
    };
    let ((text, stroke), (large_text, large_stroke)) = (size(1.0), size(2.5));
    assert!((f64::from(large_text) / f64::from(text) - 2.5).abs() < 0.05);
    assert_eq!(large_stroke * 2, stroke * 5);
}
