//! The plan as data: tables in order, ranges on their grid, every quotation and printed figure as the plan has it, and
//! texts fit to be read in both languages.

use std::collections::HashSet;

use serde_json::Value;
use tuiyan::model::{Scenario, project};
use tuiyan::plan::{
    Attribute, Background, Coefficient, CoefficientId, Direction, FACT_SLOTS, Fact, FactId, Grade, Group, GroupId,
    History, Indicator, IndicatorId, LANZHOU, Lever, LeverId, MAX_YEARS, Plan, Preset, PresetId, Published, Quote,
    Side, Topic,
};
use tuiyan::text::Text;

/// The plan's whole text.
const PRINTED: &str = include_str!("data/plan.txt");

/// Whether `value` is a whole number of `step`, but for binary rounding.
fn on_grid(value: f64, step: f64) -> bool {
    let steps = value / step;
    (steps - steps.round()).abs() < 1e-9
}

/// Ids are unique, read back, and number their table.
macro_rules! check_ids {
    ($name:ident, $table:expr) => {
        let ids: HashSet<&str> = $name::ALL.iter().map(|id| id.id()).collect();
        assert_eq!(ids.len(), $name::ALL.len());
        assert_eq!($table.len(), $name::ALL.len());
        for (i, (&id, row)) in $name::ALL.iter().zip(&$table).enumerate() {
            assert_eq!(row.id, id);
            assert_eq!(id.index(), i);
            assert_eq!($name::parse(id.id()), Some(id));
            // Ids stand in addresses as they are.
            assert!(id.id().bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')), "{}", id.id());
        }
        for stranger in ["", "I1", "i12", " i1", "trend ", "nothing"] {
            assert_eq!($name::parse(stranger), None);
        }
    };
}

#[test]
fn tables_stand_in_the_order_of_their_ids() {
    let plan = &LANZHOU;
    check_ids!(IndicatorId, plan.indicators);
    check_ids!(GroupId, plan.groups);
    check_ids!(LeverId, plan.levers);
    check_ids!(CoefficientId, plan.coefficients);
    check_ids!(FactId, plan.facts);
    check_ids!(PresetId, plan.presets);
    // Levers of a group stand together, groups in their order.
    assert!(plan.levers.is_sorted_by_key(|lever| lever.group));
    for group in &plan.groups {
        assert!(plan.levers_of(group.id).count() > 0);
        assert_eq!(group.policy, group.id != GroupId::Context);
    }
    // In addresses, levers, coefficients, facts and the address's own keys must not be confused.
    let mut keys: Vec<&str> = LeverId::ALL.iter().map(|id| id.id()).collect();
    keys.extend(["v", "m", "p", "i", "lang", "page", "tab"]);
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
}

#[test]
fn years_and_fact_slots_fit() {
    let plan = &LANZHOU;
    assert_eq!((plan.base_year, plan.target_year()), (2020, 2025));
    assert!((1..=MAX_YEARS).contains(&plan.years));
    let mut next = 0;
    for fact in &plan.facts {
        let slots = fact.id.slots();
        assert_eq!((slots.start, slots.len()), (next, fact.values.len()));
        next = slots.end;
    }
    assert_eq!(next, FACT_SLOTS);
}

/// Ranges as the independent implementation of the model has them.
#[test]
fn ranges_are_those_of_the_golden_edges() {
    let golden: Value = serde_json::from_str(include_str!("data/golden.json")).unwrap();
    let edge = |why: &str, kind: &str, id: &str| {
        let edges = golden["edges"].as_array().unwrap();
        let case = edges.iter().find(|case| case["why"] == why).unwrap();
        case[kind][id].as_f64().unwrap_or_else(|| panic!("{why}: {id}"))
    };
    for lever in &LANZHOU.levers {
        assert_eq!(lever.min, edge("all levers at min", "levers", lever.id.id()), "{}", lever.id.id());
        assert_eq!(lever.max, edge("all levers at max", "levers", lever.id.id()), "{}", lever.id.id());
    }
    for coefficient in &LANZHOU.coefficients {
        let id = coefficient.id.id();
        assert_eq!(coefficient.low, edge("all coefficients low", "coefs", id), "{id}");
        assert_eq!(coefficient.high, edge("all coefficients high", "coefs", id), "{id}");
    }
}

#[test]
fn levers_stand_on_a_decimal_grid() {
    for lever in &LANZHOU.levers {
        let id = lever.id.id();
        assert!(lever.min < lever.max && lever.step > 0.0, "{id}");
        assert!(on_grid(lever.max - lever.min, lever.step), "{id}: the step divides the range");
        assert!(on_grid(lever.min, lever.step), "{id}: zero is on the grid");
        let unit = 0.1f64.powi(lever.decimals as i32);
        assert!(on_grid(lever.step, unit), "{id}: decimals show the step");
        assert!(lever.decimals == 0 || !on_grid(lever.step, unit * 10.0), "{id}: and no more than it");
        for (preset, value) in PresetId::ALL.iter().zip(lever.presets) {
            assert!((lever.min..=lever.max).contains(&value), "{id} of {}", preset.id());
            assert!(on_grid(value - lever.min, lever.step), "{id} of {}", preset.id());
        }
    }
}

#[test]
fn coefficients_and_facts_lie_within_their_limits() {
    let plan = &LANZHOU;
    for coefficient in &plan.coefficients {
        let Coefficient { low, mode, high, limits, .. } = *coefficient;
        let id = coefficient.id.id();
        assert!(limits.0 <= low && low <= mode && mode <= high && high <= limits.1, "{id}");
        assert!(low < high, "{id}");
        assert!(limits.0.is_finite() && limits.1.is_finite(), "{id}");
    }
    for fact in &plan.facts {
        let alternatives = fact.alternatives.iter().map(|alternative| alternative.0);
        for value in fact.values.iter().copied().chain(alternatives) {
            assert!((fact.limits.0..=fact.limits.1).contains(&value), "{}", fact.id.id());
        }
    }
    let cohorts = plan.fact(FactId::Cohorts).values;
    assert_eq!(cohorts.iter().sum::<f64>(), plan.indicator(IndicatorId::I6).baseline);
    assert!(cohorts.iter().all(|count| count.fract() == 0.0));
}

#[test]
fn references_are_what_the_trend_continues() {
    let references = &LANZHOU.references;
    for (id, reference) in [
        (LeverId::GovRdGrowth, references.government_growth),
        (LeverId::EnterpriseRdGrowth, references.enterprise_growth),
        (LeverId::MatchedShare, references.matched_share),
        (LeverId::SuperDeduction, references.super_deduction),
        (LeverId::RdCoverageGain, references.coverage_gain),
        (LeverId::GdpGrowth, references.gdp_growth),
        (LeverId::GdpDeflator, references.gdp_deflator),
        (LeverId::IndustrialRevenueGrowth, references.revenue_growth),
    ] {
        // Equal but for the last bit: 1.3 / 100 is not 0.013.
        let trend = LANZHOU.lever(id).presets[PresetId::Trend.index()] / 100.0;
        assert!((trend - reference).abs() < 1e-15, "{}", id.id());
    }
    // The official window is a constant of its own: here it happens to equal the horizon.
    assert_eq!(references.contribution_window, 5.0);
}

#[test]
fn grades_of_trend_values_claim_no_more_than_is_published() {
    for lever in &LANZHOU.levers {
        let published = matches!(lever.id, LeverId::GdpGrowth | LeverId::GdpDeflator);
        let expected = if published { Grade::Official } else { Grade::Judgement };
        assert_eq!(lever.grade, expected, "{}", lever.id.id());
        assert_eq!(lever.source.zh.starts_with("判断"), !published, "{}", lever.id.id());
        assert_eq!(lever.source.en.starts_with("Judgement"), !published, "{}", lever.id.id());
        // The plan speaks of policy, not of the economy around it.
        assert!(lever.group != GroupId::Context || lever.quote.is_none(), "{}", lever.id.id());
    }
    for coefficient in &LANZHOU.coefficients {
        let judged = coefficient.grade == Grade::Judgement;
        assert_eq!(coefficient.source.zh.starts_with("判断"), judged, "{}", coefficient.id.id());
        assert_eq!(coefficient.source.en.starts_with("Judgement"), judged, "{}", coefficient.id.id());
        assert_ne!(coefficient.grade, Grade::Plan, "{}", coefficient.id.id());
    }
}

/// A row of the plan's table 2.
#[derive(Debug, PartialEq)]
struct Row<'a> {
    kind: &'a str,
    name: &'a str,
    /// The figures, or the one phrase that stands for them.
    figures: Vec<&'a str>,
    attribute: &'a str,
}

/// Table 2: cells a line each, the kind only before the first of its rows.
fn table_2() -> Vec<Row<'static>> {
    let start = PRINTED.find("表2").unwrap();
    let end = start + PRINTED[start..].find("三、").unwrap();
    let cells: Vec<&str> = PRINTED[start..end].lines().map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let mut rows: Vec<Row> = Vec::new();
    let mut kind = "";
    let mut cells = cells.into_iter();
    while let Some(cell) = cells.next() {
        if cell.ends_with("投入指标") || cell.ends_with("产出指标") {
            kind = cell;
        } else if !kind.is_empty() {
            assert_eq!(cell, (rows.len() + 1).to_string());
            let name = cells.next().unwrap();
            let mut figures = vec![cells.next().unwrap()];
            let mut attribute = cells.next().unwrap();
            if !attribute.ends_with('性') {
                figures.push(attribute);
                attribute = cells.next().unwrap();
            }
            rows.push(Row { kind, name, figures, attribute });
        }
    }
    rows
}

#[test]
fn indicators_are_those_of_table_2() {
    let rows = table_2();
    assert_eq!(rows.len(), LANZHOU.indicators.len());
    for (indicator, row) in LANZHOU.indicators.iter().zip(rows) {
        let id = indicator.id.id();
        let kind = match indicator.side {
            Side::Input => "投入指标",
            Side::Output => "产出指标",
        };
        let attribute = match indicator.attribute {
            Attribute::Expected => "预期性",
            Attribute::Binding => "约束性",
        };
        assert_eq!((row.kind, row.attribute), (kind, attribute), "{id}");
        let (name, unit) = row.name.rsplit_once('（').unwrap();
        assert_eq!(name, indicator.name.zh, "{id}");
        if indicator.id == IndicatorId::I10 {
            // No 2020 level is printed: a change, whose points are the default reading of the phrase's per cent.
            assert_eq!(row.figures, ["“十四五”期间累计增长2%"]);
            assert_eq!((indicator.baseline, indicator.target, indicator.unit.zh), (0.0, 2.0, "百分点"));
        } else {
            let figures: Vec<f64> = row.figures.iter().map(|figure| figure.parse().unwrap()).collect();
            assert_eq!(figures, [indicator.baseline, indicator.target], "{id}");
            assert_eq!(unit.trim_end_matches('）'), indicator.unit.zh, "{id}");
        }
        assert_eq!(indicator.direction, Direction::Higher, "{id}");
        let (low, high) = indicator.range;
        assert!(low <= indicator.baseline && indicator.target <= high, "{id}");
    }
}

/// The numbers in a text: 2015 年 19 个 → 2015, 19; thousands without their comma.
fn numbers(text: &str) -> Vec<String> {
    text.replace(',', "")
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter(|part| part.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// The numbers of a piece of the plan.
fn printed_numbers(piece: &str) -> HashSet<String> {
    numbers(piece).into_iter().collect()
}

#[test]
fn history_and_background_are_printed_in_part_one() {
    let part_one = &PRINTED[..PRINTED.find("（二）面临形势").unwrap()];
    let table_1 = &part_one[part_one.find("表1").unwrap()..];
    let in_table = printed_numbers(table_1);
    for indicator in &LANZHOU.indicators {
        let Some(History { target, result }) = indicator.history else { continue };
        for number in [target, result].iter().flat_map(|text| numbers(text.zh)) {
            assert!(in_table.contains(&number), "{}: {number}", indicator.id.id());
        }
        // The 13th plan's result is this one's baseline.
        assert_eq!(numbers(result.zh)[0].parse(), Ok(indicator.baseline), "{}", indicator.id.id());
        assert_eq!(target.zh.starts_with('>'), table_1.contains(&format!(">{}", numbers(target.zh)[0])));
    }
    let printed = printed_numbers(part_one);
    for Background { name, target, result } in LANZHOU.background {
        let (before, _) = name.zh.split_once('（').unwrap_or((name.zh, ""));
        assert!(part_one.contains(before), "{before}");
        for number in [target, result].iter().flat_map(|text| numbers(text.zh)) {
            assert!(printed.contains(&number), "{before}: {number}");
        }
    }
    // Every row of table 1 is there: three beside an indicator, six as background, then the three of the text.
    let shown = LANZHOU.indicators.iter().filter(|indicator| indicator.history.is_some()).count();
    assert_eq!((shown, LANZHOU.background.len()), (3, 6 + 3));
}

#[test]
fn published_figures_are_dated_and_within_the_plan() {
    for indicator in &LANZHOU.indicators {
        for published in indicator.published {
            assert!((LANZHOU.base_year + 1..=LANZHOU.target_year()).contains(&published.year));
            let parts: Vec<u16> = published.date.split('-').map(|part| part.parse().unwrap()).collect();
            assert!(published.date.len() == 10 && parts.len() == 3, "{}", published.date);
            assert!(parts[0] >= published.year && (1..=12).contains(&parts[1]) && (1..=31).contains(&parts[2]));
            assert!((indicator.range.0..=indicator.range.1).contains(&published.value));
        }
    }
}

/// Where a sentence stands in the plan, in both languages, as the quotations write it.
fn places(sentence: &str) -> Vec<(String, String)> {
    const NUMERALS: [char; 6] = ['一', '二', '三', '四', '五', '六'];
    const ROMAN: [&str; 6] = ["I", "II", "III", "IV", "V", "VI"];
    let numeral = |text: &str| NUMERALS.iter().position(|&c| text.starts_with(c));
    let (mut chapter, mut section, mut item, mut inset) = (None, None, None, None);
    let mut blank = false;
    let mut found = Vec::new();
    for line in PRINTED.lines().map(str::trim) {
        // Two blank lines end a box.
        if line.is_empty() {
            if blank {
                inset = None;
            }
            blank = true;
            continue;
        }
        blank = false;
        if let (Some(n), Some('、')) = (numeral(line), line.chars().nth(1)) {
            (chapter, section, item, inset) = (Some(n), None, None, None);
        } else if let Some(n) =
            line.strip_prefix('（').filter(|rest| rest.chars().nth(1) == Some('）')).and_then(numeral)
        {
            (section, item, inset) = (Some(n), None, None);
        } else if let Some(rest) = line.strip_prefix("专栏") {
            (inset, item) = (rest.split_whitespace().next(), None);
        } else if let Some((n, _)) = line.split_once('.').filter(|(n, _)| n.len() == 1) {
            item = n.parse::<u8>().ok();
        }
        if line.contains(sentence) {
            let n = item.map_or(String::new(), |n| n.to_string());
            found.push(match inset {
                Some(inset) => (format!("专栏{inset}第{n}项"), format!("Box {inset}, item {n}")),
                None => {
                    let (chapter, section) = (chapter.unwrap(), section.unwrap());
                    let zh = format!("{}（{}）{n}", NUMERALS[chapter], NUMERALS[section]);
                    (zh, format!("Part {} ({}) {n}", ROMAN[chapter], section + 1).trim_end().to_owned())
                }
            });
        }
    }
    found
}

#[test]
fn quotations_are_the_plans_own_words_where_they_say() {
    let mut quotes = 0;
    for lever in &LANZHOU.levers {
        let Some(Quote { place, sentence, english }) = lever.quote else { continue };
        quotes += 1;
        let id = lever.id.id();
        assert!(PRINTED.contains(sentence), "{id}: {sentence}");
        let found = places(sentence);
        assert!(found.contains(&(place.zh.to_owned(), place.en.to_owned())), "{id}: {place:?}, found in {found:?}");
        assert!(sentence.chars().count() > 15 && !english.is_empty(), "{id}");
    }
    assert!(quotes >= 16, "{quotes}");
}

/// Every text of the plan with where it stands. Structures are taken apart in full, so that a text added later cannot
/// be forgotten here.
fn texts(plan: &Plan) -> Vec<(String, Text)> {
    let mut all: Vec<(String, Text)> = Vec::new();
    let Plan {
        title,
        short_title,
        base_year: _,
        years: _,
        indicators,
        groups,
        levers,
        coefficients,
        facts,
        references,
        presets,
        background,
    } = plan;
    let mut take = |place: &str, texts: &[Text]| all.extend(texts.iter().map(|&text| (place.to_owned(), text)));
    take("plan", &[*title, *short_title]);
    for indicator in indicators {
        let &Indicator {
            id,
            name,
            short,
            shortest,
            unit,
            decimals: _,
            signed: _,
            denominator: _,
            count: _,
            side: _,
            attribute: _,
            direction: _,
            baseline: _,
            target: _,
            range: _,
            history,
            published,
            caveats,
        } = indicator;
        take(id.id(), &[name, short, shortest, unit]);
        take(id.id(), caveats);
        if let Some(History { target, result }) = history {
            take(id.id(), &[target, result]);
        }
        for &Published { year: _, value: _, source, date: _, note } in published {
            take(id.id(), &[source]);
            take(id.id(), note.as_slice());
        }
    }
    for &Group { id, name, short, policy: _ } in groups {
        take(id.id(), &[name, short]);
    }
    for lever in levers {
        let &Lever {
            id,
            group: _,
            name,
            short,
            definition,
            unit,
            min: _,
            max: _,
            step: _,
            decimals: _,
            presets: _,
            grade: _,
            source,
            quote,
        } = lever;
        take(id.id(), &[name, short, definition, unit, source]);
        if let Some(Quote { place, sentence, english }) = quote {
            take(id.id(), &[place, Text { zh: sentence, en: english }]);
        }
    }
    for coefficient in coefficients {
        let &Coefficient {
            id,
            symbol,
            topic: _,
            name,
            display: _,
            unit,
            low: _,
            mode: _,
            high: _,
            limits: _,
            grade: _,
            source,
        } = coefficient;
        take(id.id(), &[Text::same(symbol), name, source]);
        // An elasticity has no unit.
        if unit != Text::same("") {
            take(id.id(), &[unit]);
        }
    }
    for fact in facts {
        let &Fact { id, name, display: _, unit, values: _, limits: _, grade: _, source, alternatives } = fact;
        take(id.id(), &[name, unit, source]);
        for &(_, reason) in alternatives {
            take(id.id(), &[reason]);
        }
    }
    for &Preset { id, name, description } in presets {
        take(id.id(), &[name, description]);
    }
    for &Background { name, target, result } in *background {
        take("background", &[name, target, result]);
    }
    for (name, _, unit) in references.rows() {
        take("references", &[name, unit]);
    }
    for grade in [Grade::Plan, Grade::Official, Grade::Literature, Grade::Judgement] {
        take("grade", &[grade.name(), Text::same(grade.letter())]);
    }
    for topic in Topic::ALL {
        take("topic", &[topic.name()]);
    }
    all
}

/// Names that have no established English form: sources, and units that they are printed in.
const CHINESE_NAMES: [&str; 8] = [
    "全国科技经费投入统计公报",
    "财政部 税务总局公告2021年第13号",
    "公告2023年第7号",
    "国科发火〔2016〕32号",
    "国发〔2021〕29号",
    "兰州晚报/中国甘肃网",
    // Not names, but as the sources count.
    "亿元",
    "万人年",
];

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Ideographs, and punctuation and forms of full width.
fn is_chinese(c: char) -> bool {
    is_ideograph(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// What is wrong with a text's form in either language.
fn faults(text: Text) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut fault = |found: bool, what: &'static str| {
        if found {
            faults.push(what);
        }
    };
    for wording in [text.zh, text.en] {
        fault(wording.trim() != wording || wording.is_empty(), "empty, or blanks at an end");
        fault(wording.contains("  ") || wording.contains(['\n', '\t', '\\']), "double blanks or control characters");
        fault(wording.contains(['"', '\'', '`']), "ASCII quotes");
        for (open, close) in [('“', '”'), ('（', '）'), ('(', ')'), ('〔', '〕')] {
            let count = |c| wording.matches(c).count();
            fault(count(open) != count(close), "a pair that is not closed");
        }
        let minus = wording.char_indices().any(|(i, c)| {
            let after = wording[i + c.len_utf8()..].chars().next();
            let before = wording[..i].chars().next_back();
            c == '-' && after.is_some_and(|c| c.is_ascii_digit()) && before.is_none_or(|c| c == ' ' || is_chinese(c))
        });
        fault(minus, "an ASCII minus");
    }
    let pairs = text.zh.chars().zip(text.zh.chars().skip(1));
    fault(
        pairs.clone().any(|(a, b)| is_ideograph(a) && matches!(b, ',' | ';' | ':' | '?' | '!' | '.')),
        "half-width punctuation after Chinese",
    );
    fault(pairs.into_iter().any(|(a, b)| is_ideograph(a) && b == '’'), "an apostrophe in Chinese");
    let mut english = text.en.to_owned();
    for name in CHINESE_NAMES {
        english = english.replace(name, "");
    }
    fault(english.chars().any(is_chinese), "Chinese in English");
    faults
}

#[test]
fn no_text_is_empty_or_ill_formed() {
    let texts = texts(&LANZHOU);
    assert!(texts.len() > 350, "{}", texts.len());
    let bad: Vec<_> = texts
        .into_iter()
        .map(|(place, text)| (place, text, faults(text)))
        .filter(|(_, _, faults)| !faults.is_empty())
        .collect();
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn ill_formed_texts_are_found() {
    for (zh, en) in [
        ("", "Empty"),
        ("空", ""),
        ("两端 ", "Blanks"),
        ("引\"号", "Quotes"),
        ("引号", "Plan's"),
        ("逗号,", "Comma"),
        ("逗号", "Comma，"),
        ("中文", "In 中文"),
        ("引“号", "Quote"),
        ("减 -2", "Minus"),
    ] {
        assert!(!faults(Text::new(zh, en)).is_empty(), "{zh} {en}");
    }
    assert!(
        faults(Text::new("判断；全国为 36.7 %", "Judgement; national 36.7 % (国发〔2021〕29号), 2018–20")).is_empty()
    );
}

#[test]
fn names_tell_things_apart_in_both_languages() {
    let plan = &LANZHOU;
    let distinct = |what: &str, names: Vec<Text>| {
        for wordings in [names.iter().map(|name| name.zh).collect::<HashSet<_>>(), names.iter().map(|n| n.en).collect()]
        {
            assert_eq!(wordings.len(), names.len(), "{what}: {wordings:?}");
        }
    };
    distinct("indicators", plan.indicators.iter().map(|indicator| indicator.name).collect());
    distinct("short indicators", plan.indicators.iter().map(|indicator| indicator.short).collect());
    distinct("shortest indicators", plan.indicators.iter().map(|indicator| indicator.shortest).collect());
    distinct("levers", plan.levers.iter().map(|lever| lever.name).collect());
    distinct("short levers", plan.levers.iter().map(|lever| lever.short).collect());
    distinct("groups", plan.groups.iter().map(|group| group.name).collect());
    distinct("coefficients", plan.coefficients.iter().map(|coefficient| coefficient.name).collect());
    distinct("facts", plan.facts.iter().map(|fact| fact.name).collect());
    distinct("presets", plan.presets.iter().map(|preset| preset.name).collect());
    distinct("symbols", plan.coefficients.iter().map(|coefficient| Text::same(coefficient.symbol)).collect());
    for indicator in &plan.indicators {
        for short in [indicator.short, indicator.shortest] {
            assert!(short.zh.chars().count() <= indicator.name.zh.chars().count(), "{}", indicator.id.id());
        }
        assert!(indicator.shortest.en.len() <= indicator.short.en.len(), "{}", indicator.id.id());
        assert!(indicator.shortest.zh.len() <= indicator.short.zh.len(), "{}", indicator.id.id());
    }
    for lever in &plan.levers {
        assert!(lever.short.zh.len() <= lever.name.zh.len(), "{}", lever.id.id());
        assert!(lever.short.en.len() <= lever.name.en.len(), "{}", lever.id.id());
    }
}

/// Whether a text in both languages names `figure`.
fn names(text: Text, figure: &str) -> bool {
    text.zh.contains(figure) && text.en.contains(figure)
}

/// Caveats and definitions name figures of the model: they must be what it gives.
#[test]
fn figures_in_texts_are_the_models() {
    let plan = &LANZHOU;
    let preset = |id| Scenario::preset(plan, id);
    let says = |id: IndicatorId, figure: &str| plan.indicator(id).caveats.iter().any(|&text| names(text, figure));

    let mut industry = preset(PresetId::Trend);
    industry.set_lever(plan, LeverId::IndustrialRevenueGrowth, 22.5).unwrap();
    assert_eq!(format!("{:.2}", project(plan, &industry).last(IndicatorId::I2)), "0.87");
    assert!(says(IndicatorId::I2, "0.87"));
    assert!(names(plan.lever(LeverId::IndustrialRevenueGrowth).source, "0.87"));

    assert_eq!(format!("{:.1}", project(plan, &preset(PresetId::Plan)).last(IndicatorId::I1)), "4.5");
    assert!(says(IndicatorId::I1, "4.5"));

    // What i11 owes to the R&D stock and to structure, in the order of the presets.
    for (without, expected) in [
        (CoefficientId::TfpRdElasticity, ["+0.1", "+1.5", "+2.8", "−2.3"]),
        (CoefficientId::StructureDividend, ["+0.7", "+1.3", "+1.9", "+0.2"]),
    ] {
        for (&id, expected) in PresetId::ALL.iter().zip(expected) {
            let mut scenario = preset(id);
            scenario.set_coefficient(plan, without, 0.0).unwrap();
            let [all, rest] = [preset(id), scenario].map(|scenario| project(plan, &scenario).last(IndicatorId::I11));
            assert_eq!(format!("{:+.1}", all - rest).replace('-', "−"), expected, "{} of {}", without.id(), id.id());
            assert!(says(IndicatorId::I11, expected), "{expected}");
        }
    }

    // Full coverage at 13 points a year, half at the trend's three.
    let start = plan.fact(FactId::Coverage2020).values[0];
    let coverage = plan.lever(LeverId::RdCoverageGain);
    assert_eq!(start + 5.0 * coverage.presets[PresetId::Plan.index()], 100.0);
    assert_eq!(start + 5.0 * coverage.presets[PresetId::Trend.index()], 50.0);
    assert!(names(coverage.source, "50 %") && names(coverage.source, "13"));

    // Some 60 patents.
    let patents = plan.indicator(IndicatorId::I4).baseline * plan.fact(FactId::Population2020).values[0];
    assert!((patents - 60.0).abs() < 1.0 && says(IndicatorId::I4, "60"));
}
