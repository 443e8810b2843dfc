//! Pictures of charts as SVG: whole documents that say where they come from.

use std::rc::Rc;

use roxmltree::{Document, Node};
use tuiyan::analysis::attribution::Attribution;
use tuiyan::analysis::monte_carlo::{Bands, Draws, Sample};
use tuiyan::analysis::sensitivity::Sensitivity;
use tuiyan::catalogue::{sensitivity, why};
use tuiyan::chart::{
    Around, Axis, BarChart, Cell, ChartSpec, Dots, Grid, Name, Palette, Picture, Plate, SizeClass, Theme, Tone,
    Tornado, Waterfall, describe, words,
};
use tuiyan::model::{Observations, Scenario, project};
use tuiyan::plan::{Direction, IndicatorId, LANZHOU, PresetId};
use tuiyan::text::Language;

const STAMP: &str = "2-jjwexby7-9ca6dqcq";

/// Letters as wide as Chinese and Latin ones usually are.
fn measure(text: &str, size: f64, _: bool) -> f64 {
    text.chars().map(|letter| if letter.is_ascii() { 0.56 } else { 1.0 }).sum::<f64>() * size
}

fn picture(id: IndicatorId, language: Language, theme: Theme, scenario: &str) -> Picture {
    let of = |preset| project(&LANZHOU, &Scenario::preset(&LANZHOU, preset));
    let (own, reference) = (of(PresetId::Plan), of(PresetId::Trend));
    let target = LANZHOU.indicator(id).target;
    let trend: Name = LANZHOU.preset(PresetId::Trend).name.into();
    let spec = ChartSpec::trajectory(&LANZHOU, id, language, &own, Some((trend, &reference)), target).unwrap();
    let spec = spec.with_scenario(0, "甲 <&\"'> 乙".into(), &of(PresetId::Accelerated)).unwrap();
    let spec = spec.with_scenario(1, "另一情景".into(), &of(PresetId::Headwinds)).unwrap();
    Picture::new(&spec, theme, scenario.into(), STAMP.to_owned())
}

fn texts<'a>(document: &'a Document) -> Vec<&'a str> {
    document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .filter_map(|node| node.text())
        .collect()
}

#[test]
fn every_picture_is_whole_and_says_what_it_shows() {
    for &id in IndicatorId::ALL {
        for language in [Language::Zh, Language::En] {
            let picture = picture(id, language, Theme::Light, "人才优先");
            let svg = picture.to_svg(&measure);
            let document = Document::parse(&svg).unwrap();
            let texts = texts(&document);
            let shown = |wanted: &str| texts.contains(&wanted);
            assert!(shown(picture.title()), "{texts:?}");
            let legend = ["人才优先", LANZHOU.preset(PresetId::Trend).name.get(language), "甲 <&\"'> 乙", "另一情景"];
            assert!(legend.iter().all(|name| shown(name)), "{texts:?}");
            assert!(texts.iter().any(|text| text.ends_with(STAMP)), "{texts:?}");
            // The source line, whatever lines it was broken into.
            let source: String = describe::source_line(picture.spec().unwrap()).split_whitespace().collect();
            let all: String = texts.concat().split_whitespace().collect();
            assert!(all.contains(&source), "{all}");
            assert!(!svg.contains("style="), "a policy may refuse style attributes");
            let root = document.root_element();
            let child =
                |name: &str| root.children().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
            assert_eq!(child("title"), Some(picture.title()));
            assert_eq!(child("desc"), Some(&*describe::sentence(picture.spec().unwrap())));
        }
    }
}

#[test]
fn everything_stands_inside() {
    let (width, height) = picture(IndicatorId::I1, Language::Zh, Theme::Print, "").size();
    let (width, height) = (f64::from(width), f64::from(height));
    for &id in IndicatorId::ALL {
        for language in [Language::Zh, Language::En] {
            let svg =
                picture(id, language, Theme::Print, "一个名字很长很长的情景，用来看图例怎样换行").to_svg(&measure);
            let document = Document::parse(&svg).unwrap();
            let number = |node: &Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let mut before: Option<(f64, f64)> = None;
            for text in document.descendants().filter(|node| node.tag_name().name() == "text") {
                let (x, y) = (number(&text, "x"), number(&text, "y"));
                let length = measure(text.text().unwrap(), number(&text, "font-size"), false);
                let left = match text.attribute("text-anchor") {
                    Some("middle") => x - length / 2.0,
                    Some("end") => x - length,
                    _ => x,
                };
                assert!(left >= -1.0 && left + length <= width + 1.0, "{id:?}: {:?}", text.text());
                assert!(y > 0.0 && y < height, "{id:?}: {:?}", text.text());
                before = Some((x, y));
            }
            assert!(before.is_some());
            for points in document.descendants().filter_map(|node| node.attribute("points")) {
                for point in points.split(' ') {
                    let (x, y) = point.split_once(',').unwrap();
                    let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
                    assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{id:?}: {point}");
                }
            }
        }
    }
}

#[test]
fn each_theme_has_its_colours() {
    for theme in [Theme::Light, Theme::Dark, Theme::Projector, Theme::Print] {
        let svg = picture(IndicatorId::I1, Language::Zh, theme, "人才优先").to_svg(&measure);
        let palette = Palette::of(theme);
        let hex = |color: plotters::style::RGBColor| format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2);
        let first = svg.lines().find(|line| line.starts_with("<rect")).unwrap();
        assert!(first.contains(&hex(palette.ground)), "{first}");
        for color in [palette.accent, palette.red, palette.trend, palette.ink] {
            assert!(svg.contains(&hex(color)), "{theme:?}");
        }
    }
}

#[test]
fn the_own_path_is_where_the_axis_puts_it() {
    let picture = picture(IndicatorId::I1, Language::Zh, Theme::Light, "");
    let svg = picture.to_svg(&measure);
    let document = Document::parse(&svg).unwrap();
    let accent = "#0f5f86";
    // The key's stretch of line comes first, the path of six years last.
    let path = document
        .descendants()
        .filter(|node| node.tag_name().name() == "polyline" && node.attribute("stroke") == Some(accent))
        .filter_map(|node| node.attribute("points"))
        .next_back()
        .unwrap();
    let heights: Vec<f64> = path.split(' ').map(|point| point.split_once(',').unwrap().1.parse().unwrap()).collect();
    let own = project(&LANZHOU, &Scenario::preset(&LANZHOU, PresetId::Plan));
    let values: Vec<f64> = own.path(IndicatorId::I1).collect();
    assert_eq!(heights.len(), values.len());
    let axis: Axis = picture.spec().unwrap().axis();
    // A straight relation, found from the ends, holds in between.
    let slope = (heights[5] - heights[0]) / (values[5] - values[0]);
    assert!(slope < 0.0 && (axis.high() - axis.low()) * -slope > 200.0);
    for (height, value) in heights.iter().zip(&values) {
        assert!((height - (heights[0] + slope * (value - values[0]))).abs() < 0.13, "{height}");
    }
}

/// A chart for paper: the plan's preset against the trend, with half the draws.
fn plate(id: IndicatorId, language: Language, class: SizeClass, size: (u32, u32)) -> Plate {
    let scenario = Scenario::preset(&LANZHOU, PresetId::Plan);
    let mut sample = Sample::with_capacity(&LANZHOU, 200);
    Draws::new(&LANZHOU, &scenario, 1).run(0..200, &mut sample);
    let bands = Bands::new(&LANZHOU, &scenario, &Observations::NONE, &sample);
    let trend = project(&LANZHOU, &Scenario::preset(&LANZHOU, PresetId::Trend));
    let name: Name = LANZHOU.preset(PresetId::Trend).name.into();
    let target = LANZHOU.indicator(id).target;
    let own = project(&LANZHOU, &scenario);
    let spec = ChartSpec::trajectory(&LANZHOU, id, language, &own, Some((name, &trend)), target).unwrap();
    Plate { spec: Rc::new(spec.with_half(&bands).unwrap()), class, size }
}

#[test]
fn plates_stay_on_their_ground_and_need_no_hue() {
    for &id in IndicatorId::ALL {
        for (class, size) in [(SizeClass::Small, (156, 82)), (SizeClass::Main, (372, 170))] {
            for language in [Language::Zh, Language::En] {
                let plate = plate(id, language, class, size);
                let svg = plate.to_svg(&measure);
                let document = Document::parse(&svg).unwrap();
                assert!(!svg.contains("style="), "a policy may refuse style attributes");
                for (x, y, text) in places(&document) {
                    assert!((0.0..=f64::from(size.0)).contains(&x), "{id:?} {class:?}: {text} at {x}");
                    assert!((0.0..=f64::from(size.1)).contains(&y), "{id:?} {class:?}: {text} at {y}");
                }
                // The one shade is that of half the draws; the ends of the wide range are not named.
                let shade = color(Palette::of(Theme::Print).band_50);
                assert!(svg.contains(&shade), "{id:?} {class:?}");
                assert!(!texts(&document).iter().any(|text| text.starts_with("95 %") || text.starts_with("5 % ")));
                // The target's line and the reference's dashes are told apart by shape alone.
                let trend = color(Palette::of(Theme::Print).trend);
                let dashes = document.descendants().filter(|node| node.attribute("stroke") == Some(&trend)).count();
                assert!(dashes > 3, "{id:?} {class:?}: {dashes} dashes");
            }
        }
    }
}

fn color(color: plotters::style::RGBColor) -> String {
    format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2)
}

/// Every text with the place that it is anchored at.
fn places<'a>(document: &'a Document) -> Vec<(f64, f64, &'a str)> {
    let number = |node: Node, name: &str| node.attribute(name).and_then(|text| text.parse().ok()).unwrap_or(f64::NAN);
    let all = document.descendants().filter(|node| node.tag_name().name() == "text");
    all.map(|node| (number(node, "x"), number(node, "y"), node.text().unwrap_or_default())).collect()
}

/// The bars of an indicator with what is said of them: why it differs from the trend, and what it is sensitive to.
fn bars(id: IndicatorId, language: Language) -> [(BarChart, String); 2] {
    let [own, reference] = [PresetId::Plan, PresetId::Headwinds].map(|preset| Scenario::preset(&LANZHOU, preset));
    let name: Name = LANZHOU.preset(PresetId::Headwinds).name.into();
    let attribution = Attribution::new(&LANZHOU, &own, &reference);
    let waterfall = Waterfall::new(&LANZHOU, id, LANZHOU.years, &attribution, &own, &reference);
    let tornado = Tornado::new(&Sensitivity::new(&LANZHOU, &own), id);
    [
        (
            why::bars(&LANZHOU, &waterfall, &name, language),
            why::sentence(&LANZHOU, &waterfall, &attribution, &name, language),
        ),
        (
            sensitivity::tornado_bars(&LANZHOU, &tornado, &tornado.swings, language),
            sensitivity::sentence(&LANZHOU, &tornado, language),
        ),
    ]
}

#[test]
fn bars_stand_inside_and_say_all_that_the_page_says() {
    for &id in IndicatorId::ALL {
        for language in [Language::Zh, Language::En] {
            for (chart, sentence) in bars(id, language) {
                let around = Around {
                    title: "甲 <&\"'> 乙".to_owned(),
                    sentence: sentence.clone(),
                    source: why::METHOD.get(language).to_owned(),
                    stamp: STAMP.to_owned(),
                };
                let picture = Picture::bars(chart.clone(), Theme::Light, language, around);
                let (width, height) = picture.size();
                let svg = picture.to_svg(&measure);
                let document = Document::parse(&svg).unwrap();
                assert!(!svg.contains("style="), "a policy may refuse style attributes");
                let texts = texts(&document);
                assert!(chart.rows.iter().all(|row| texts.contains(&row.name.as_str())), "{texts:?}");
                assert!(chart.rows.iter().all(|row| row.value.is_empty() || texts.contains(&row.value.as_str())));
                assert!(texts.iter().any(|text| text.ends_with(STAMP)));
                let all: String = texts.concat().split_whitespace().collect();
                let sentence: String = sentence.split_whitespace().collect();
                assert!(all.contains(&sentence), "{all}");
                let mut lowest = 0.0_f64;
                for (x, y, text) in places(&document) {
                    assert!((0.0..=f64::from(width)).contains(&x), "{id:?}: {text} at {x}");
                    assert!((0.0..=f64::from(height)).contains(&y), "{id:?}: {text} at {y}");
                    lowest = lowest.max(y);
                }
                assert!(f64::from(height) - lowest < 20.0, "{id:?}: ends at {lowest} of {height}");
            }
        }
    }
}

#[test]
fn dots_beside_a_trajectory_stand_on_its_axis() {
    let id = IndicatorId::I1;
    let projection = project(&LANZHOU, &Scenario::preset(&LANZHOU, PresetId::Plan));
    let target = LANZHOU.indicator(id).target;
    let values: Vec<f64> = (0..50).map(|k| 3.8 + 0.03 * f64::from(k)).collect();
    let spec = ChartSpec::trajectory(&LANZHOU, id, Language::Zh, &projection, None, target).unwrap();
    let spec = spec.with_room_for(values.iter().copied()).unwrap();
    let dots = Dots {
        values,
        threshold: 4.39,
        direction: Direction::Higher,
        whole: false,
        label: ["五十种可能".to_owned(), "每点 2 %".to_owned()],
        told: ["60 %", "≥ 4.39", "20 点不足"].map(str::to_owned),
    };
    let axis = spec.axis();
    let picture = Picture::new(&spec, Theme::Light, "甲".into(), STAMP.to_owned()).beside(dots, "达到的概率 60 %");
    let svg = picture.to_svg(&measure);
    let document = Document::parse(&svg).unwrap();
    let desc = document.descendants().find(|node| node.tag_name().name() == "desc").and_then(|node| node.text());
    assert!(desc.unwrap().ends_with("达到的概率 60 %。"), "{desc:?}");
    let all = texts(&document);
    assert!(["五十种可能", "60 %", "≥ 4.39", "20 点不足"].iter().all(|text| all.contains(text)), "{all:?}");

    // As far above the target's line as the ticks' distance says.
    let height_of = |wanted: String| places(&document).into_iter().find(|&(.., text)| text == wanted).unwrap().1;
    let tick = |value: f64| height_of(format!("{value:.1}"));
    let unit = (tick(axis.low()) - tick(axis.high())) / (axis.high() - axis.low());
    let red = color(Palette::of(Theme::Light).red);
    let number = |node: &Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let lines: Vec<(f64, f64)> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "rect" && node.attribute("fill") == Some(&red))
        .map(|node| (number(&node, "x"), number(&node, "y")))
        .collect();
    let (beside, of_target): (Vec<_>, Vec<_>) = lines.iter().partition(|(x, _)| *x > 600.0);
    let [(_, threshold)] = beside[..] else { panic!("{lines:?}") };
    let apart = of_target[0].1 - threshold;
    assert!((apart - (4.39 - target) * unit).abs() < 1.0, "{apart} of {unit} a unit");
    // Twenty dots are hollow: as many more discs of the ground's colour than without dots.
    let ground = color(Palette::of(Theme::Light).ground);
    let hollow = |svg: &str| svg.lines().filter(|line| line.starts_with("<circle") && line.contains(&ground)).count();
    let bare = Picture::new(&spec, Theme::Light, "甲".into(), STAMP.to_owned()).to_svg(&measure);
    assert_eq!(hollow(&svg) - hollow(&bare), 20);
}

#[test]
fn small_charts_stand_in_a_grid_under_their_names() {
    let own = project(&LANZHOU, &Scenario::preset(&LANZHOU, PresetId::Plan));
    for language in [Language::Zh, Language::En] {
        for columns in [1, 2, 3, 4] {
            let cells: Vec<Cell> = LANZHOU
                .indicators
                .iter()
                .map(|indicator| {
                    let spec = ChartSpec::trajectory(&LANZHOU, indicator.id, language, &own, None, indicator.target);
                    // Overlaid scenarios with long names, so that the key takes many rows.
                    let name = |n: u8| format!("第 {n} 个情景，名字很长很长，用来看图例怎样换行");
                    let spec =
                        (0..7).fold(spec.unwrap(), |spec, n| spec.with_scenario(n, (*name(n)).into(), &own).unwrap());
                    let spec = Rc::new(spec);
                    Cell {
                        name: indicator.short.get(language).to_owned(),
                        value: format!("{:.2}", own.last(indicator.id)),
                        behind: "+0.10".to_owned(),
                        status: ("● 达标".to_owned(), Tone::Met),
                        axis: spec.axis(),
                        spec,
                    }
                })
                .collect();
            let source = describe::source_line_of_all(cells.iter().map(|cell| &*cell.spec));
            let around = Around {
                title: "全部指标".to_owned(),
                sentence: "达标 11 项".to_owned(),
                source: source.clone(),
                stamp: STAMP.to_owned(),
            };
            let names: Vec<String> = cells.iter().map(|cell| cell.name.clone()).collect();
            let grid = Grid { columns, own: "甲情景".into(), cells };
            let picture = Picture::grid(grid, Theme::Light, language, around);
            let (width, height) = picture.size();
            let svg = picture.to_svg(&measure);
            let document = Document::parse(&svg).unwrap();
            let texts = texts(&document);
            assert!(names.iter().all(|name| texts.contains(&name.as_str())), "{texts:?}");
            // The key names what is drawn, once each, and nothing that small charts leave out.
            let known = |text: &str| texts.iter().filter(|&&known| known == text).count();
            assert_eq!((known("甲情景"), known(words::PUBLISHED.get(language))), (1, 1));
            assert_eq!((known(words::MILESTONES.get(language)), known(words::MILESTONE.get(language))), (0, 0));
            let all: String = texts.concat().split_whitespace().collect();
            assert!(all.contains(&source.split_whitespace().collect::<String>()), "{all}");
            assert!(texts.iter().any(|text| text.ends_with(STAMP)));
            let mut lowest = 0.0_f64;
            for (x, y, text) in places(&document) {
                assert!((0.0..=f64::from(width)).contains(&x), "{text} at {x}");
                assert!((0.0..=f64::from(height)).contains(&y), "{text} at {y}");
                lowest = lowest.max(y);
            }
            assert!(f64::from(height) - lowest < 20.0, "ends at {lowest} of {height}");
        }
    }
}
