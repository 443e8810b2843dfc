//! Slides: whole pictures, whose texts stand on them however long they are.

use std::rc::Rc;

use plotters::drawing::IntoDrawingArea;
use roxmltree::{Document, Node};
use tuiyan::analysis::attribution::Attribution;
use tuiyan::chart::svg::{self, Svg};
use tuiyan::chart::{Bars, Board, Body, ChartSpec, Dots, Half, Line, Row, Slide, Tone, Waterfall};
use tuiyan::model::{Scenario, project};
use tuiyan::plan::{Direction, IndicatorId, LANZHOU, PresetId};
use tuiyan::text::Language;

/// Letters as wide as Chinese and Latin ones usually are.
fn measure(text: &str, size: f64, bold: bool) -> f64 {
    let wide = if bold { 1.06 } else { 1.0 };
    text.chars().map(|letter| if letter.is_ascii() { 0.56 } else { 1.0 }).sum::<f64>() * size * wide
}

fn drawn(slide: &Slide) -> String {
    let mut elements = String::new();
    let backend = Svg { size: Slide::SIZE, measure: &measure, elements: &mut elements };
    slide.draw(&backend.into_drawing_area(), svg::SCALE).unwrap();
    svg::document(Slide::SIZE, &slide.title, "", &elements)
}

fn half(id: IndicatorId, preset: PresetId, dots: bool) -> Half {
    let projection = project(&LANZHOU, &Scenario::preset(&LANZHOU, preset));
    let target = LANZHOU.indicator(id).target;
    let spec = ChartSpec::trajectory(&LANZHOU, id, Language::Zh, &projection, None, target).unwrap().bare().unwrap();
    let line =
        |text: &str, size, tone| Line { text: text.to_owned(), unit: "亿元".to_owned(), size, bold: true, tone };
    let around = |k: f64| projection.last(id) * (0.8 + 0.008 * k);
    Half {
        name: "规划".to_owned(),
        spec: Rc::new(spec),
        lines: vec![line("2025 年测算", 34.0, Tone::Muted), line("18.7", 132.0, Tone::Accent)],
        dots: dots.then(|| Dots {
            values: (0..50).map(|k| around(f64::from(k))).collect(),
            threshold: target,
            direction: Direction::Higher,
            whole: LANZHOU.indicator(id).count,
            label: ["五十种可能".to_owned(), "每点 2 %".to_owned()],
            told: Default::default(),
        }),
    }
}

fn board() -> Body {
    let row = |i: usize| Row {
        cells: ["指标", "20", "18.7", "○ 未达", "92", ">99"]
            .map(|text| format!("{text}{}", "字".repeat(i % 2)))
            .to_vec(),
        tone: Tone::Short,
    };
    let heads = ["指标", "目标", "2025 测算", "状态", "完成度 %", "概率 %"].map(str::to_owned).to_vec();
    Body::Board(Board { heads, rows: (0..11).map(row).collect() })
}

fn causes() -> Body {
    let [own, reference] = [PresetId::Plan, PresetId::Trend].map(|preset| Scenario::preset(&LANZHOU, preset));
    let attribution = Attribution::new(&LANZHOU, &own, &reference);
    let waterfall = Waterfall::new(&LANZHOU, IndicatorId::I5, LANZHOU.years, &attribution, &own, &reference);
    let labels = waterfall.stretches.iter().map(|_| ("企业成长".to_owned(), "+1.2".to_owned())).collect();
    Body::Causes(Bars { waterfall, labels, target: "目标 20".to_owned(), sentence: "一句话。".repeat(30) })
}

fn bodies() -> Vec<Body> {
    let mut bodies = vec![board(), causes()];
    for &id in IndicatorId::ALL {
        bodies.push(Body::Charts(vec![half(id, PresetId::Plan, true)]));
        bodies.push(Body::Charts(vec![half(id, PresetId::Plan, false), half(id, PresetId::Trend, false)]));
    }
    bodies
}

fn slide(body: Body, caption: &str, name: &str) -> Slide {
    Slide {
        title: name.to_owned(),
        subtitle: "亿元，2020—2025 年　目标 3.7 → 20".to_owned(),
        scenario: name.to_owned(),
        against: "与趋势比较".to_owned(),
        caption: caption.to_owned(),
        body,
        source: "测算：模型第 2 版".to_owned(),
        stamp: format!("情景：{name}。推演 2-jjwexby7-9ca6dqcq · 2026-03-01"),
        place: "3 / 7".to_owned(),
    }
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap_or_default().parse().unwrap_or_else(|_| panic!("{name} of {node:?}"))
}

#[test]
fn every_text_stands_on_the_slide() {
    for (caption, name) in
        [("", "规划"), (&*"长".repeat(120), &*"名".repeat(60)), ("a caption of several words", "<&\"'>")]
    {
        for body in bodies() {
            let svg = drawn(&slide(body, caption, name));
            let document = Document::parse(&svg).unwrap();
            for text in document.descendants().filter(|node| node.tag_name().name() == "text") {
                let words = text.text().unwrap_or_default();
                let width = measure(words, number(text, "font-size"), text.has_attribute("font-weight"));
                let (x, y) = (number(text, "x"), number(text, "y"));
                let left = match text.attribute("text-anchor") {
                    Some("end") => x - width,
                    Some(_) => x - width / 2.0,
                    None => x,
                };
                assert!(left >= 0.0 && left + width <= 1920.0, "{words} from {left} to {}", left + width);
                assert!((20.0..=1080.0).contains(&y), "{words} at {y}");
            }
        }
    }
}

#[test]
fn a_slide_says_all_that_it_is_given() {
    let slide = slide(board(), "差距", "规划");
    let svg = drawn(&slide);
    let document = Document::parse(&svg).unwrap();
    let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
    let Slide { title, subtitle, scenario, against, caption, source, stamp, place, .. } = &slide;
    for wanted in [title, subtitle, scenario, against, caption, source, stamp, place] {
        assert!(texts.contains(&wanted.as_str()), "{wanted} in {texts:?}");
    }
}

#[test]
fn dots_that_reach_the_target_are_filled_and_the_others_hollow() {
    let half = half(IndicatorId::I5, PresetId::Plan, true);
    let target = half.spec.target();
    let short = half.dots.as_ref().unwrap().values.iter().filter(|&&value| value < target).count();
    assert!((1..50).contains(&short));
    let svg = drawn(&slide(Body::Charts(vec![half]), "", "规划"));
    // A hollow one is a disc on a disc, the upper one in the colour of the ground.
    let discs = |radius: &str, fill: &str| {
        let is = |line: &&str| {
            let attribute = |name: &str, value: &str| line.contains(&format!("{name}=\"{value}\""));
            line.starts_with("<circle") && attribute("r", radius) && attribute("fill", fill)
        };
        svg.lines().filter(is).count()
    };
    // The projected points of the path are as large.
    assert_eq!((discs("9.375", "#004c75"), discs("6.875", "#ffffff")), (50 + LANZHOU.years, short));
}
