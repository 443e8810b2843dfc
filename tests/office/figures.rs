//! Every number of a workbook is the model's.

use calamine::Reader;
use tuiyan::catalogue::{labels, office as words};
use tuiyan::model::{Scenario, Status};
use tuiyan::plan::{LANZHOU, LeverId, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::{Computed, Draft};

use super::support::{Cells, HOSTILE, bands, drafts, names, stamp, trend, whole, write};

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];
/// The row of heads.
const HEAD: usize = 2;

/// The drafts as the workbook has them, with their figures.
fn all() -> Vec<(std::rc::Rc<Draft>, Computed)> {
    let drafts = drafts().into_iter().chain([trend()]);
    drafts.map(|draft| (draft.clone(), Computed::new(&LANZHOU, draft.scenario.clone()))).collect()
}

#[test]
fn the_summary_is_the_models() {
    for language in LANGUAGES {
        let cells = Cells::of(&whole(language), words::SUMMARY, language);
        let all = all();
        let column = |i: usize| cells.column(HEAD, &names(language)[i]);
        for (i, (draft, computed)) in all.iter().enumerate() {
            let at = column(i);
            assert_eq!(cells.text(HEAD + 1, at), stamp(draft));
            let row = |text: &str| cells.row(HEAD, &[(0, text)]);
            cells.expect(row(words::MET_COUNT.get(language)), at, computed.summary.met as f64);
            cells.expect(row(words::NEAR_COUNT.get(language)), at, computed.summary.near as f64);
            cells.expect(row(words::SHORT_COUNT.get(language)), at, computed.summary.short as f64);
            let shown = draft.annotation().replace(['\u{fffe}', '\u{ffff}'], "");
            assert_eq!(cells.text(row(words::ANNOTATION.get(language)), at), shown);
        }
        let reference = &all[4].1;
        let values = cells.row(HEAD, &[(0, &words::projected(2025, language))]);
        let completions = cells.row(values, &[(0, words::COMPLETION.get(language))]);
        let statuses = cells.row(values, &[(0, words::STATUS.get(language))]);
        let differences = cells.row(values, &[(0, &words::differences(&names(language)[4], language))]);
        for indicator in &LANZHOU.indicators {
            let name = indicator.name.get(language);
            let row = |from| cells.row(from, &[(0, name), (1, indicator.unit.get(language))]);
            cells.expect(row(values), 3, indicator.baseline);
            cells.expect(row(values), 4, indicator.target);
            for (i, (_, computed)) in all.iter().enumerate() {
                let assessment = &computed.summary.assessments[indicator.id.index()];
                cells.expect(row(values), column(i), assessment.value);
                cells.expect(row(completions), column(i), assessment.completion);
                assert_eq!(cells.text(row(statuses), column(i)), labels::status(assessment.status).get(language));
                if i < 4 {
                    let difference = assessment.value - reference.projection.last(indicator.id);
                    cells.expect(row(differences), column(i), difference);
                }
            }
        }
        // One scenario reads the digital target as a ratio.
        let targets = cells.row(differences, &[(0, words::OWN_TARGETS.get(language))]) + 1;
        for (i, (_, computed)) in all.iter().enumerate() {
            cells.expect(targets, column(i), computed.summary.assessments[9].target);
        }
        cells.finish();
    }
}

#[test]
fn trajectories_and_milestones_are_the_models() {
    for language in LANGUAGES {
        let bytes = whole(language);
        let paths = Cells::of(&bytes, words::TRAJECTORIES, language);
        let ways = Cells::of(&bytes, words::MILESTONES, language);
        for cells in [&paths, &ways] {
            for (t, year) in (2020..=2025).enumerate() {
                assert_eq!(cells.text(HEAD, 4 + t), year.to_string());
            }
        }
        for indicator in &LANZHOU.indicators {
            let name = indicator.name.get(language);
            let way = |target: f64, t: usize| {
                let part = t as f64 / 5.0;
                indicator.baseline * (1.0 - part) + target * part
            };
            let printed = paths.row(HEAD, &[(0, name), (2, words::TARGET.get(language))]);
            let straight = ways.row(HEAD, &[(0, name), (2, words::MILESTONE.get(language))]);
            for t in 0..=5 {
                paths.expect(printed, 4 + t, indicator.target);
                ways.expect(straight, 4 + t, way(indicator.target, t));
            }
            for (i, (draft, computed)) in all().iter().enumerate() {
                let scenario = &names(language)[i];
                let target = computed.summary.assessments[indicator.id.index()].target;
                let row = paths.row(HEAD, &[(0, name), (2, scenario), (3, &stamp(draft))]);
                let ahead = words::ahead_of_milestone(scenario, language);
                let gaps = ways.row(HEAD, &[(0, name), (2, &ahead), (3, &stamp(draft))]);
                for (t, value) in computed.projection.path(indicator.id).enumerate() {
                    paths.expect(row, 4 + t, value);
                    if t > 0 {
                        ways.expect(gaps, 4 + t, value - way(target, t));
                    }
                }
                if target != indicator.target {
                    let own = paths.row(HEAD, &[(0, name), (2, &words::target_of(scenario, language))]);
                    let straight = ways.row(HEAD, &[(0, name), (2, &words::milestone_of(scenario, language))]);
                    for t in 0..=5 {
                        paths.expect(own, 4 + t, target);
                        ways.expect(straight, 4 + t, way(target, t));
                    }
                }
            }
        }
        let heads = paths.row(HEAD + 1, &[(0, words::PUBLISHED.get(language))]) + 1;
        let published = LANZHOU.indicators.iter().flat_map(|indicator| indicator.published);
        for (i, figure) in published.enumerate() {
            paths.expect(heads + 1 + i, paths.column(heads, words::YEAR.get(language)), figure.year.into());
            paths.expect(heads + 1 + i, paths.column(heads, words::VALUE.get(language)), figure.value);
            assert_eq!(paths.text(heads + 1 + i, paths.column(heads, words::DATE.get(language))), figure.date);
        }
        paths.finish();
        ways.finish();
    }
}

#[test]
fn levers_are_the_scenarios() {
    for language in LANGUAGES {
        let cells = Cells::of(&whole(language), words::LEVERS, language);
        let preset = |id: PresetId| cells.column(HEAD, LANZHOU.preset(id).name.get(language));
        let names = names(language);
        // Behind the two presets, of which one has the name of a scenario.
        let first = 5;
        for lever in &LANZHOU.levers {
            let row = cells.row(HEAD + 1, &[(1, lever.name.get(language))]);
            cells.expect(row, preset(PresetId::Trend), lever.presets[PresetId::Trend.index()]);
            cells.expect(row, 4, lever.presets[PresetId::Plan.index()]);
            cells.expect(row, cells.column(HEAD, words::MINIMUM.get(language)), lever.min);
            cells.expect(row, cells.column(HEAD, words::MAXIMUM.get(language)), lever.max);
            assert_eq!(cells.text(row, cells.column(HEAD, words::GRADE.get(language))), lever.grade.letter());
            assert_eq!(cells.text(row, cells.column(HEAD, words::SOURCE.get(language))), lever.source.get(language));
            for (i, (draft, _)) in all().iter().enumerate() {
                assert_eq!(cells.text(HEAD, first + i), names[i]);
                cells.expect(row, first + i, draft.scenario.lever_mean(&LANZHOU, lever.id));
                if lever.id == LeverId::HnteEntry {
                    for (t, &value) in draft.scenario.lever(&LANZHOU, lever.id).iter().enumerate() {
                        assert_eq!(cells.text(row + 1 + t, 1), words::year(2021 + t as u16, language));
                        cells.expect(row + 1 + t, first + i, value);
                    }
                }
            }
        }
        let notes = cells.row(HEAD, &[(0, words::NOTES.get(language))]);
        assert_eq!(cells.text(notes + 1, 0), names[2]);
        assert_eq!(cells.text(notes + 1, 1), LANZHOU.lever(LeverId::GdpGrowth).name.get(language));
        assert_eq!(cells.text(notes + 1, 2), HOSTILE[2]);
        cells.finish();
    }
}

#[test]
fn assumptions_are_the_scenarios() {
    let clean = |value: f64| (value * 1e10).round() / 1e10;
    for language in LANGUAGES {
        let cells = Cells::of(&whole(language), words::ASSUMPTIONS, language);
        let first = 7;
        for coefficient in &LANZHOU.coefficients {
            let scale = coefficient.display.scale();
            let row = cells.row(HEAD + 1, &[(1, coefficient.name.get(language)), (2, coefficient.symbol)]);
            for (i, value) in [coefficient.low, coefficient.mode, coefficient.high].into_iter().enumerate() {
                cells.expect(row, 4 + i, clean(value * scale));
            }
            for (i, (draft, _)) in all().iter().enumerate() {
                cells.expect(row, first + i, clean(draft.scenario.coefficient(coefficient.id) * scale));
            }
            assert_eq!(cells.text(row, first + 5), coefficient.grade.letter());
            assert_eq!(cells.text(row, first + 6), coefficient.source.get(language));
        }
        for fact in &LANZHOU.facts {
            for (n, &given) in fact.values.iter().enumerate() {
                let scale = fact.display.scale();
                let name = match fact.values.len() {
                    1 => fact.name.get(language).to_owned(),
                    _ => format!("{} ({})", fact.name.get(language), n + 1),
                };
                let row = cells.row(HEAD + 1, &[(1, &name)]);
                cells.expect(row, 5, clean(given * scale));
                for (i, (draft, _)) in all().iter().enumerate() {
                    cells.expect(row, first + i, clean(draft.scenario.fact(fact.id)[n] * scale));
                }
            }
        }
        let references = cells.row(HEAD + 1, &[(0, words::REFERENCES.get(language))]);
        for (name, value, _) in LANZHOU.references.rows() {
            cells.expect(cells.row(references, &[(1, name.get(language))]), 5, value);
        }
        let reading = cells.row(HEAD + 1, &[(1, labels::DIGITAL_READING.get(language))]);
        assert_eq!(cells.text(reading, first + 2), labels::READING_RATIO.get(language));
        let notes = cells.row(HEAD, &[(0, words::NOTES.get(language))]);
        assert_eq!(cells.text(notes + 1, 2), HOSTILE[1]);
        cells.finish();
    }
}

#[test]
fn chances_are_those_of_the_draws() {
    let language = Language::Zh;
    let cells = Cells::of(&whole(language), words::LIKELIHOOD, language);
    for (i, draft) in drafts().iter().enumerate() {
        let bands = bands(draft);
        let at = 3 + i;
        let row = |text: &str| cells.row(HEAD, &[(0, text)]);
        cells.expect(row(words::ALL_TARGETS.get(language)), at, bands.all);
        cells.expect(row(words::ALL_BINDING.get(language)), at, bands.binding);
        cells.expect(row(words::DRAWS.get(language)), at, 400.0);
        for indicator in &LANZHOU.indicators {
            let chance = cells.row(HEAD, &[(0, indicator.name.get(language)), (2, words::CHANCE.get(language))]);
            cells.expect(chance, at, bands.chance(indicator.id));
            for (k, &value) in bands.percentiles(indicator.id, 5).iter().enumerate() {
                cells.expect(chance + 1 + k, at, value);
            }
        }
    }
    cells.finish();
}

#[test]
fn a_reference_among_the_scenarios_is_not_shown_twice() {
    let drafts = drafts();
    let language = Language::Zh;
    let bytes = write(&drafts, &drafts[1], &[], language);
    let cells = Cells::of(&bytes, words::SUMMARY, language);
    assert_eq!(cells.text(HEAD, 6), "人才优先（参照）");
    assert_eq!(cells.text(HEAD, 9), "");
    assert!(!super::support::open(bytes).sheet_names().contains(&words::LIKELIHOOD.zh.to_owned()));
}

#[test]
fn a_near_miss_does_not_read_as_reached() {
    let styles = |decimals: usize| format!("0.{}%", "0".repeat(decimals));
    let with = |growth: f64| {
        let mut draft = Draft::of_preset(&LANZHOU, PresetId::Trend);
        let mut scenario = Scenario::clone(&draft.scenario);
        scenario.set_lever(&LANZHOU, LeverId::EnterpriseRdGrowth, growth).unwrap();
        draft.scenario = scenario.into();
        draft
    };
    let first = |draft: &Draft| Computed::new(&LANZHOU, draft.scenario.clone()).summary.assessments[0];
    // The lowest growth that meets the first target, and a little less.
    let (mut low, mut high) = (0.0, 35.0);
    while high - low > 1e-3 {
        let middle = (low + high) / 2.0;
        match first(&with(middle)).status {
            Status::Met => high = middle,
            _ => low = middle,
        }
    }
    let near = with(low);
    // Reads 100.0 % with one decimal.
    assert!(first(&near).status == Status::Near && first(&near).completion > 0.9995);
    let bytes = write(&[std::rc::Rc::new(near)], &trend(), &[], Language::Zh);
    let formats = super::format::part(&bytes, "xl/styles.xml");
    assert!((2..=6).any(|decimals| formats.contains(&styles(decimals))), "{formats}");
}
