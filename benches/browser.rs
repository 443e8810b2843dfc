//! Measures in a real browser: one projection and the Monte Carlo beside JavaScript, what a drag step costs the main thread beside a plain
//! JavaScript page with the same charts (`tests/peer/page`) and beside a page with nothing but a slider, and whether many
//! steps leave the heap where it was.

#[path = "../tests/browser/support/mod.rs"]
mod support;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use support::{Page, Settings, Site, dist, open};

/// Fresh pages in which the Monte Carlo is called for the first time.
const FIRST_CALLS: usize = 5;

const ROUNDS: usize = 10;
const STEPS_A_ROUND: usize = 20;
const WARM_UP_STEPS: usize = 40;
const IDLE_SAMPLES_A_ROUND: usize = 10;

const LATENCY_STEPS: usize = 40;

const HEAP_WARM_UP_STEPS: u32 = 5_000;
const HEAP_STEPS: u32 = 100_000;
const HEAP_STEPS_A_CALL: u32 = 1_000;

/// The lever that is dragged; another page may name its levers otherwise, then its first slider is taken.
const SLIDER: &str = "(document.querySelector('input[type=range][aria-label=\"企业研发投入自主增速\"]') \
                      ?? document.querySelector('input[type=range]'))";

/// The app with five scenarios, four of them laid over the one that is moved.
const OVERLAID: &str =
    "app/#v=1&m=2&n=a&p=trend&n=b&p=plan&n=c&p=accelerated&n=d&p=headwinds&n=e&p=plan&gdp_growth=9&shown=2,3,4,5";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime
        .block_on(async {
            if wanted("projection") {
                projection().await?;
            }
            if wanted("monte_carlo") {
                monte_carlo().await?;
            }
            if wanted("analyses") {
                analyses().await?;
            }
            if wanted("latency") {
                latency().await?;
            }
            if wanted("drag") {
                drag().await?;
            }
            if wanted("heap") {
                heap().await?;
            }
            Ok(())
        })
        .unwrap_or_else(|error: Box<dyn Error>| panic!("{error}"));
}

/// Whether a part is measured: all are, unless some are named (`cargo bench --bench browser -- drag heap`).
fn wanted(part: &str) -> bool {
    let named: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    named.is_empty() || named.iter().any(|name| name == part)
}

/// Everything on one host: the app, the peer page with its libraries, and the builds of `timing.rs` and `drawing.rs`.
async fn page() -> Outcome<Page> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let timing =
        std::env::var_os("TUIYAN_TIMING").map(PathBuf::from).ok_or("TUIYAN_TIMING is not set: run `make bench`")?;
    let site = Site::new(&[
        ("/app/", dist()),
        ("/peer/", tests.join("peer")),
        ("/peer/vendor/", tests.join("vendor")),
        ("/peer/timing/", timing),
    ]);
    let page = open(&Settings { prefix: "/", record: false, copy: false }, site).await?;
    page.driver.set_script_timeout(Duration::from_secs(110)).await?;
    page.viewport(1366, 768, 1.0).await?;
    page.start_metrics().await?;
    Ok(page)
}

#[derive(Deserialize)]
struct Time {
    ns: f64,
    ratio: f64,
}

#[derive(Deserialize)]
struct Times {
    javascript: Time,
    plain_single: Time,
    page_single: Time,
    plain_lanes: Time,
    simd_lanes: Time,
}

async fn projection() -> Outcome<()> {
    let page = page().await?;
    page.load("peer/projection.html").await?;
    let times: Times = page.js_async("return await window.results").await?;
    println!("one projection, JavaScript:                {:6.0} ns", times.javascript.ns);
    let line = |name: &str, time: &Time, limit: &str| {
        println!("{name:<42} {:6.0} ns, {:.2} of JavaScript's{limit}", time.ns, time.ratio);
    };
    line("one projection, wasm:", &times.plain_single, " (at most 0.70)");
    line("one projection, wasm as the page is built:", &times.page_single, "");
    line("one of four together, wasm:", &times.plain_lanes, "");
    line("one of four together, wasm with SIMD:", &times.simd_lanes, " (at most 0.35)");
    Ok(page.quit().await?)
}

/// Milliseconds of the Monte Carlo's very first calls in a page.
#[derive(Deserialize)]
struct FirstCalls {
    javascript: f64,
    simd: f64,
    plain: f64,
}

/// The least milliseconds of many calls.
#[derive(Deserialize)]
struct Calls {
    javascript: f64,
    simd: f64,
    plain: f64,
    simd_few: f64,
    simd_words: f64,
    simd_coefficients: f64,
    simd_equations: f64,
    simd_run: f64,
    simd_bands: f64,
}

async fn monte_carlo() -> Outcome<()> {
    let (mut simd, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..FIRST_CALLS {
        let page = page().await?;
        page.load("peer/monte_carlo.html").await?;
        page.until_js("the page is ready", "typeof window.first === 'function'").await?;
        let first: FirstCalls = page.js_async("return await window.first()").await?;
        simd.push(first.javascript / first.simd);
        plain.push(first.javascript / first.plain);
        if simd.len() == FIRST_CALLS {
            let calls: Calls = page.js_async("return await window.rounds()").await?;
            print_monte_carlo(&calls);
        }
        page.quit().await?;
    }
    println!(
        "the first call: with SIMD {:.1} times JavaScript's speed (at least 10), without {:.1}",
        percentile(&simd, 50),
        percentile(&plain, 50)
    );
    Ok(())
}

fn print_monte_carlo(calls: &Calls) {
    let line = |name: &str, milliseconds: f64, limit: &str| {
        let (rate, ratio) = (10_000.0 / milliseconds * 1e3, calls.javascript / milliseconds);
        println!("{name:<42} {milliseconds:6.1} ms, {rate:9.0} a second, {ratio:5.1} times JavaScript's speed{limit}");
    };
    line("10,000 draws with bands, JavaScript:", calls.javascript, "");
    line("10,000 draws with bands, wasm:", calls.plain, " (at least 6)");
    line("10,000 draws with bands, wasm with SIMD:", calls.simd, " (at least 20)");
    println!("500 draws with bands, wasm with SIMD:      {:6.1} ms", calls.simd_few);
    let parts = calls.simd_words + calls.simd_coefficients + calls.simd_equations;
    println!(
        "of these, random words {:.1} ms, coefficients {:.1} ms, equations with their events {:.1} ms, keeping the \
         draws {:.1} ms, bands {:.1} ms",
        calls.simd_words,
        calls.simd_coefficients,
        calls.simd_equations,
        (calls.simd_run - parts).max(0.0),
        calls.simd_bands
    );
}

/// Milliseconds of the analyses.
#[derive(Deserialize)]
struct Analyses {
    attribution: f64,
    sensitivity: f64,
    correlations: f64,
    goal_seek: f64,
    confidence: f64,
}

#[derive(Deserialize)]
struct AnalysesByBuild {
    simd: Analyses,
    plain: Analyses,
}

async fn analyses() -> Outcome<()> {
    let page = page().await?;
    page.load("peer/analyses.html").await?;
    let AnalysesByBuild { simd, plain } = page.js_async("return await window.results").await?;
    let line = |name: &str, of: fn(&Analyses) -> f64, limit: u32| {
        let (simd, plain) = (of(&simd), of(&plain));
        println!("{name:<42} {simd:6.1} ms with SIMD, {plain:6.1} ms without (at most {limit})");
    };
    line("attribution of two presets, wasm:", |analyses| analyses.attribution, 10);
    line("tornado, wasm:", |analyses| analyses.sensitivity, 20);
    line("rank correlations, wasm:", |analyses| analyses.correlations, 20);
    line("goal seek, all targets, wasm:", |analyses| analyses.goal_seek, 3);
    line("goal seek, four chances in five, wasm:", |analyses| analyses.confidence, 2_000);
    Ok(page.quit().await?)
}

/// From the pointer's move on a lever until what the draws say of it has been painted.
async fn latency() -> Outcome<()> {
    let mut dragged = Dragged::start("app/").await?;
    let record = "window.taken = [];
         let moved = 0;
         document.addEventListener('pointermove', event => { moved = event.timeStamp }, true);
         // A message that is posted in a frame comes after its painting.
         const { port1, port2 } = new MessageChannel();
         port1.onmessage = () => { taken.push(performance.now() - moved) };
         new MutationObserver(() => { if (moved > 0) port2.postMessage(0) })
             .observe(document.querySelector('.dots'), { subtree: true, attributes: true, characterData: true })";
    dragged.page.js::<()>(record).await?;
    let mut taken: Vec<f64> = Vec::new();
    for _ in 0..LATENCY_STEPS {
        dragged.page.js::<()>("taken.length = 0").await?;
        dragged.step().await?;
        // Later draws refine the first.
        taken.extend(dragged.page.js::<Vec<f64>>("return taken.slice(0, 1)").await?);
    }
    println!(
        "from a lever's move to painted draws:      p50 {:.1} ms, p95 {:.1} ms (at most 40), of {} moves",
        percentile(&taken, 50),
        percentile(&taken, 95),
        taken.len()
    );
    Ok(dragged.page.quit().await?)
}

/// A page with a slider that is being dragged.
struct Dragged {
    page: Page,
    /// Where the slider begins and ends, and its middle line.
    left: f64,
    right: f64,
    y: f64,
    /// The pixel that the pointer is on, counted on the way from the left to the right and back.
    position: usize,
    steps: Vec<f64>,
    idle: Vec<f64>,
}

impl Dragged {
    async fn start(address: &str) -> Outcome<Self> {
        let page = page().await?;
        page.load(address).await?;
        page.until_js("there is a slider", &format!("{SLIDER} !== null")).await?;
        let script = format!(
            "const slider = {SLIDER}; slider.scrollIntoView({{ block: 'center' }});
             const {{ left, right, top, bottom }} = slider.getBoundingClientRect();
             return [left, right, (top + bottom) / 2]"
        );
        let (left, right, y): (f64, f64, f64) = page.js(&script).await?;
        // The middle of the thumb cannot reach the ends.
        let (left, right) = ((left + 10.0).round(), (right - 10.0).round());
        let position = ((right - left) / 2.0) as usize;
        page.mouse("mousePressed", left + position as f64, y).await?;
        let mut dragged = Self { page, left, right, y, position, steps: Vec::new(), idle: Vec::new() };
        for _ in 0..WARM_UP_STEPS {
            dragged.step().await?;
        }
        dragged.steps.clear();
        Ok(dragged)
    }

    async fn value(&self) -> Outcome<f64> {
        Ok(self.page.js(&format!("return {SLIDER}.valueAsNumber")).await?)
    }

    /// Moves the pointer by one pixel and notes what that cost the main thread.
    async fn step(&mut self) -> Outcome<()> {
        self.position += 1;
        let width = (self.right - self.left) as usize;
        let way = self.position % (2 * width);
        let x = self.left + (if way > width { 2 * width - way } else { way }) as f64;
        let start = self.page.metric("TaskDuration").await?;
        self.page.mouse("mouseMoved", x, self.y).await?;
        self.page.two_frames().await?;
        self.steps.push(self.page.metric("TaskDuration").await? - start);
        Ok(())
    }

    /// Notes what two frames cost in which nothing happens.
    async fn rest(&mut self) -> Outcome<()> {
        self.page.two_frames().await?;
        let start = self.page.metric("TaskDuration").await?;
        self.page.two_frames().await?;
        self.idle.push(self.page.metric("TaskDuration").await? - start);
        Ok(())
    }

    async fn round(&mut self) -> Outcome<()> {
        for _ in 0..IDLE_SAMPLES_A_ROUND {
            self.rest().await?;
        }
        let before = self.value().await?;
        for _ in 0..STEPS_A_ROUND {
            self.step().await?;
        }
        assert_ne!(before, self.value().await?, "the slider does not follow the pointer");
        Ok(())
    }

    /// The milliseconds of a step at a percentile, less those of idle frames.
    fn milliseconds(&self, percent: usize) -> f64 {
        1e3 * (percentile(&self.steps, percent) - percentile(&self.idle, 50))
    }

    fn print(&self, name: &str) {
        println!(
            "a drag step, {name:<12} p50 {:5.2} ms, p95 {:5.2} ms (idle frames: {:.2} ms)",
            self.milliseconds(50),
            self.milliseconds(95),
            1e3 * percentile(&self.idle, 50)
        );
    }
}

fn percentile(values: &[f64], percent: usize) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[(values.len() * percent / 100).min(values.len() - 1)]
}

async fn drag() -> Outcome<()> {
    let mut ours = Dragged::start("app/").await?;
    let mut overlaid = Dragged::start(OVERLAID).await?;
    let mut peer = Dragged::start("peer/page/").await?;
    let mut bare = Dragged::start("peer/bare.html").await?;
    for _ in 0..ROUNDS {
        ours.round().await?;
        overlaid.round().await?;
        peer.round().await?;
        bare.round().await?;
    }
    ours.print("ours:");
    overlaid.print("overlaid:");
    peer.print("peer:");
    bare.print("bare slider:");
    println!(
        "a drag step, p95: {:.2} ms (at most 5), {:.2} of the peer's (at most 0.80), in {} steps each",
        ours.milliseconds(95),
        ours.milliseconds(95) / peer.milliseconds(95),
        ours.steps.len()
    );
    ours.page.quit().await?;
    overlaid.page.quit().await?;
    peer.page.quit().await?;
    Ok(bare.page.quit().await?)
}

async fn heap() -> Outcome<()> {
    let page = page().await?;
    page.keep_memories().await?;
    page.load("app/").await?;
    page.until_js("there is a slider", &format!("{SLIDER} !== null")).await?;
    move_slider(&page, HEAP_WARM_UP_STEPS).await?;
    let before = page.heap().await?;
    move_slider(&page, HEAP_STEPS).await?;
    let after = page.heap().await?;
    let kilobytes = |bytes: f64| bytes / 1e3;
    println!(
        "heap before and after {HEAP_STEPS} steps: JavaScript {:.0} and {:.0} kB, WebAssembly {:.0} and {:.0} kB",
        kilobytes(before.0),
        kilobytes(after.0),
        kilobytes(before.1),
        kilobytes(after.1)
    );
    assert!(before.1 > 0.0, "no memory of WebAssembly was seen");
    assert!(after.1 <= before.1, "the memory of WebAssembly grew");
    assert!(after.0 <= before.0 + 500e3, "the heap of JavaScript grew");
    Ok(page.quit().await?)
}

/// Moves the slider from within the page, with the events of a drag. The app gets its turn after each step, and a frame
/// now and then.
async fn move_slider(page: &Page, steps: u32) -> Outcome<()> {
    let script = format!(
        "const slider = {SLIDER}, span = slider.max - slider.min;
         for (let step = 0; step < {HEAP_STEPS_A_CALL}; step++) {{
             slider.value = Number(slider.min) + span * (step % 500) / 500;
             slider.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
             await new Promise(step % 20 ? queueMicrotask : requestAnimationFrame);
         }}"
    );
    for _ in 0..steps / HEAP_STEPS_A_CALL {
        page.js_async::<()>(&script).await?;
    }
    // One drag, and so one step of the history.
    Ok(page.js(&format!("{SLIDER}.dispatchEvent(new Event('change', {{ bubbles: true }}))")).await?)
}
