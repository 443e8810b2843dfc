//! The interface for scripts, and for pages that embed the app.

use std::error::Error;
use std::path::Path;

use serde_json::{Value, json};
use tuiyan::plan::LANZHOU;
use tuiyan::workspace::{Computed, Stamp, read_link};

use crate::support::{Page, Settings, Site, dist, run, run_with};

fn golden() -> Value {
    serde_json::from_str(include_str!("../data/golden.json")).expect("golden values")
}

/// What a function of `window.tuiyan` returns, or the message of what it throws.
async fn call(page: &Page, function: &str, fragment: &Value) -> Result<Result<String, String>, Box<dyn Error>> {
    let (threw, text): (bool, String) = page
        .js_with(
            "try { return [false, window.tuiyan[arguments[0]](arguments[1])] }
             catch (error) { return [true, error instanceof Error ? error.message : 'no Error'] }",
            [json!(function), fragment.clone()],
        )
        .await?;
    Ok(if threw { Err(text) } else { Ok(text) })
}

async fn project(page: &Page, fragment: &Value) -> Result<Result<String, String>, Box<dyn Error>> {
    call(page, "project", fragment).await
}

/// Checks a CSV table against golden values.
fn assert_agrees(csv: &str, result: &Value, name: &str) {
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("indicator,year,value"));
    for id in 1..=11 {
        for year in 2020..=2025 {
            let line = lines.next().unwrap_or_else(|| panic!("{name}: too few lines"));
            let [indicator, of, value] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert_eq!((indicator, of), (&*format!("i{id}"), &*year.to_string()), "{name}");
            let value: f64 = value.parse().expect(line);
            let expected = result[indicator][year - 2020].as_f64().expect("a golden value");
            assert!((value - expected).abs() <= 1e-12 + 1e-9 * expected.abs(), "{name}: {line}, not {expected}");
        }
    }
    assert_eq!(lines.next(), None);
}

/// A golden case as an address; `None` where it changes what no address can.
fn fragment(case: &Value) -> Option<String> {
    let mut parts = Vec::new();
    for (key, prefix) in [("levers", ""), ("coefs", "c."), ("constants", "k.")] {
        for (id, value) in case.get(key).and_then(Value::as_object).into_iter().flatten() {
            if id == "vacancy_2020" {
                return None;
            }
            parts.push(format!("{prefix}{id}={}", value.to_string().replace(['[', ']', ' '], "")));
        }
    }
    Some(parts.join("&"))
}

#[test]
fn project_returns_the_golden_values() {
    run(async |page| {
        page.open("").await?;
        let golden = golden();
        for (name, preset) in golden["presets"].as_object().into_iter().flatten() {
            let csv = project(page, &json!(format!("#v=1&m=2&p={name}&i=i4&lang=en"))).await??;
            assert_agrees(&csv, &preset["result"], name);
        }
        let mut checked = 0;
        for case in ["edges", "random"].into_iter().flat_map(|kind| golden[kind].as_array().into_iter().flatten()) {
            if let Some(fragment) = fragment(case) {
                assert_agrees(&project(page, &json!(fragment)).await??, &case["result"], &fragment);
                checked += 1;
            }
        }
        assert!(checked > 25, "{checked}");
        // What it computes is none of the page's scenario.
        assert_eq!(page.score("i1").await?.difference, "—");
        Ok(())
    });
}

#[test]
fn project_throws_an_error_that_names_the_bad_part() {
    run(async |page| {
        page.open("").await?;
        for (fragment, part) in [
            (json!("nonsense=1"), "nonsense=1"),
            (json!("gdp_growth=12&talent_intake=99"), "talent_intake=99"),
            (json!("talent_intake=1,2,3,4,5,6"), "talent_intake=1,2,3,4,5,6"),
            (json!("p=nonsense"), "p=nonsense"),
            (json!("talent_intake=%zz"), "talent_intake=%zz"),
            (json!("gdp_growth=12&gdp_growth=13"), "gdp_growth=13"),
            (json!("x".repeat(1_000_000)), "xxx"),
            (json!(7), "must be a string"),
            (json!(null), "must be a string"),
            (json!({ "p": "plan" }), "must be a string"),
        ] {
            let message = project(page, &fragment).await?.expect_err("an error");
            assert!(message.contains(part), "{message}");
        }
        assert!(project(page, &json!("m=1&p=plan")).await?.is_ok(), "another model version is no error");
        assert!(project(page, &json!("")).await?.is_ok());
        assert_eq!(page.notices().await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn digest_is_the_stamp_that_native_code_gives() {
    run(async |page| {
        page.open("").await?;
        for fragment in ["p=trend", "p=plan", "#p=accelerated&n=x", "p=headwinds&gdp_growth=1,2,3,4,5&k.i10=ratio"] {
            let (link, _) = read_link(&LANZHOU, fragment);
            let stamp = Stamp::new(&LANZHOU, &Computed::new(&LANZHOU, link.draft().scenario.clone()));
            assert_eq!(call(page, "digest", &json!(fragment)).await??, stamp.to_string(), "{fragment}");
        }
        // Of the scenario that the address opens.
        let second = call(page, "digest", &json!("n=a&p=trend&n=b&p=plan&active=2")).await??;
        assert_eq!(second, call(page, "digest", &json!("p=plan")).await??);
        for (fragment, part) in
            [(json!("p=nonsense"), "p=nonsense"), (json!(7), "digest: the fragment must be a string")]
        {
            let message = call(page, "digest", &fragment).await?.expect_err("an error");
            assert!(message.contains(part), "{message}");
        }
        Ok(())
    });
}

/// Asks the app in the frame, by a message, and returns its answer.
async fn ask(page: &Page, fragment: Value) -> Result<Value, Box<dyn Error>> {
    let script = format!(
        "const answer = new Promise(done => addEventListener('message', event =>
             done({{ ...event.data, origin: event.origin }}), {{ once: true }}));
         document.querySelector('iframe').contentWindow
             .postMessage({{ tuiyan: 'project', id: 41, fragment: {fragment} }}, '*');
         return await answer;"
    );
    page.js_async(&script).await
}

/// Frames the app in the page at hand, and waits until it stands.
async fn frame(page: &Page, app: &Site) -> Result<(), Box<dyn Error>> {
    page.js_with::<(), 1>(
        "document.body.append(Object.assign(document.createElement('iframe'), { src: arguments[0] }))",
        [json!(format!("{}/", app.origin()))],
    )
    .await?;
    page.driver.enter_frame(0).await?;
    page.until_js("the framed app stands", "document.querySelector('.scoreboard') !== null").await?;
    page.driver.enter_default_frame().await?;
    Ok(())
}

#[test]
fn a_page_that_embeds_the_app_gets_the_same_by_message() {
    // The embedding page is of another origin, and asks the app's for its files.
    let settings = Settings { record: false, ..Settings::default() };
    let embedding = Site::new(&[("/", Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/pages"))]);
    run_with(&settings, embedding, async |page| {
        let app = Site::new(&[("/", dist())]);
        page.load("embed.html").await?;
        frame(page, &app).await?;
        let answer = ask(page, json!("p=plan")).await?;
        assert_eq!(
            [&answer["tuiyan"], &answer["id"], &answer["origin"]],
            [&json!("project"), &json!(41), &json!(app.origin())]
        );
        assert_agrees(answer["csv"].as_str().unwrap_or_default(), &golden()["presets"]["plan"]["result"], "plan");
        for (fragment, part) in [(json!("talent_intake=99"), "talent_intake=99"), (json!(7), "must be a string")] {
            let answer = ask(page, fragment).await?;
            assert!(answer["csv"].is_null() && answer["error"].as_str().unwrap_or_default().contains(part), "{answer}");
        }

        // Messages of others are none of the app's: the next answer is to the next question.
        page.js::<()>(
            "for (const data of [null, 7, 'project', {}, { tuiyan: 'other' }, { tuiyan: 'project', csv: '' }, []])
                 document.querySelector('iframe').contentWindow.postMessage(data, '*')",
        )
        .await?;
        assert_eq!(ask(page, json!("")).await?["id"], 41);
        Ok(())
    });
}

/// The message that a promise is rejected with.
async fn rejection(page: &Page, call: &str) -> Result<String, Box<dyn Error>> {
    page.js_async(&format!(
        "try {{ await {call}; return 'no error' }} catch (error) {{ return error instanceof Error ? error.message : 'no Error' }}"
    ))
    .await
}

#[test]
fn monte_carlo_gives_bands_and_chances_repeatably() {
    run(async |page| {
        page.open("").await?;
        let draw =
            async |call: &str| -> Result<String, Box<dyn Error>> { page.js_async(&format!("return {call}")).await };
        let csv = draw("tuiyan.monte_carlo('p=plan', 20000, 9007199254740991)").await?;
        assert_eq!(csv, draw("tuiyan.monte_carlo('#p=plan', 20000, 9007199254740991)").await?);
        assert_ne!(csv, draw("tuiyan.monte_carlo('p=plan', 20000, 1)").await?);

        let golden = &golden()["monte_carlo"]["plan"];
        let mut lines = csv.lines();
        assert_eq!(lines.next(), Some("indicator,year,p05,p25,p50,p75,p95,chance"));
        for id in 1..=11 {
            let expected = &golden["indicators"][format!("i{id}")];
            for year in 2021..=2025 {
                let line = lines.next().ok_or("too few lines")?;
                let cells: Vec<&str> = line.split(',').collect();
                assert_eq!((cells[0], cells[1], cells.len()), (&*format!("i{id}"), &*year.to_string(), 8));
                let median: f64 = cells[4].parse()?;
                let by_year = &expected["by_year"][year.to_string()];
                let width = by_year["p95"].as_f64().unwrap() - by_year["p05"].as_f64().unwrap();
                assert!((median - by_year["p50"].as_f64().unwrap()).abs() <= 0.05 * width + 1.0, "{line}");
                if year == 2025 {
                    let chance: f64 = cells[7].parse()?;
                    assert!((chance - expected["probability_of_target"].as_f64().unwrap()).abs() < 0.025, "{line}");
                } else {
                    assert_eq!(cells[7], "");
                }
            }
        }
        let last = lines.next().ok_or("no line for all")?;
        let chance: f64 = last.strip_prefix("all,2025,,,,,,").ok_or(last)?.parse()?;
        assert!((chance - golden["all_targets"].as_f64().unwrap()).abs() < 0.006, "{last}");
        assert_eq!(lines.next(), None);

        for (call, word) in [
            ("tuiyan.monte_carlo('p=plan', 0, 1)", "draws"),
            ("tuiyan.monte_carlo('p=plan', 2.5, 1)", "draws"),
            ("tuiyan.monte_carlo('p=plan', 1000, -1)", "seed"),
            ("tuiyan.monte_carlo('p=plan', 1000, 2 ** 53)", "seed"),
            ("tuiyan.monte_carlo('p=plan', 1000)", "seed"),
            ("tuiyan.monte_carlo('gdp_growth=999', 1000, 1)", "gdp_growth"),
        ] {
            let message = rejection(page, call).await?;
            assert!(message.contains(word), "{call}: {message}");
        }
        Ok(())
    });
}

#[test]
fn goal_seek_finds_the_least_effort() {
    run(async |page| {
        page.open("").await?;
        for case in golden()["goal_seek"].as_array().unwrap() {
            let targets: Vec<&str> = case["targets"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            let call =
                format!("return tuiyan.goal_seek('p={}', '{}')", case["from"].as_str().unwrap(), targets.join(","));
            let found: Value = page.js_async(&call).await?;
            let effort = found["effort"].as_f64().ok_or("no effort")?;
            assert!(effort <= 1.0001 * case["effort"].as_f64().unwrap(), "{call}: {effort}");
            assert_eq!(found["reached"], true, "{call}");
            let fragment = found["fragment"].as_str().ok_or("no fragment")?;
            let csv = project(page, &json!(fragment)).await??;
            for id in targets {
                let line = csv.lines().find(|line| line.starts_with(&format!("{id},2025,"))).ok_or("no line")?;
                let value: f64 = line.rsplit(',').next().unwrap_or_default().parse()?;
                let indicator =
                    LANZHOU.indicators.iter().find(|indicator| indicator.id.id() == id).ok_or("no such id")?;
                assert!(value >= indicator.target - 1e-6 * indicator.target.abs(), "{line}");
            }
        }
        let message = rejection(page, "tuiyan.goal_seek('p=trend', 'i1,i99')").await?;
        assert!(message.contains("i99"), "{message}");
        let message = rejection(page, "tuiyan.goal_seek('nonsense=1', 'i1')").await?;
        assert!(message.contains("nonsense"), "{message}");
        Ok(())
    });
}

#[test]
fn attribution_is_exact() {
    run(async |page| {
        page.open("").await?;
        for case in golden()["attribution"].as_array().unwrap() {
            let (Some(scenario), Some(reference)) = (case["scenario"].as_str(), case["reference"].as_str()) else {
                continue;
            };
            let csv: String =
                page.js_async(&format!("return tuiyan.attribution('p={scenario}', 'p={reference}')")).await?;
            assert_eq!(csv.lines().next(), Some("indicator,player,contribution"));
            let mut count = 0;
            for (id, parts) in case["parts_2025"].as_object().unwrap() {
                for (player, expected) in parts.as_object().unwrap() {
                    let start = format!("{id},{player},");
                    let value: f64 = match csv.lines().find_map(|line| line.strip_prefix(&start)) {
                        Some(value) => value.parse()?,
                        None => 0.0,
                    };
                    let expected = expected.as_f64().unwrap();
                    assert!((value - expected).abs() <= 1e-9 + 1e-9 * expected.abs(), "{start}{value}, not {expected}");
                    count += 1;
                }
            }
            assert!(count >= 11);
        }
        let message = rejection(page, "tuiyan.attribution('p=plan', 'p=none')").await?;
        assert!(message.contains("reference"), "{message}");
        Ok(())
    });
}
