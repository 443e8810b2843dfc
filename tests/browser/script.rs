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
