//! The model and the page inside a browser: the same figures as native, and nothing left behind.
#![cfg(target_arch = "wasm32")]

#[path = "data/case.rs"]
mod case;
#[path = "data/elementary.rs"]
mod elementary;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

use js_sys::futures::JsFuture;
use js_sys::{Function, Promise, Reflect, WebAssembly};
use tuiyan::model::{LANES, Scenario, SideBySide, project};
use tuiyan::plan::{CoefficientId, FactId, IndicatorId, LANZHOU, PresetId};
use tuiyan::platform::page::{set_language, show_crash};
use tuiyan::text::Language;
use tuiyan::view::{self, App, PlanRef, Views};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// Counts the bytes in use.
struct Counting;

static IN_USE: AtomicIsize = AtomicIsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: passes everything on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        IN_USE.fetch_add(layout.size() as isize, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

// The model.

#[wasm_bindgen_test]
fn golden_cases_agree() {
    let golden = case::golden();
    let presets = golden["presets"].as_object().into_iter().flatten().map(|(_, preset)| preset);
    let others = ["edges", "random"].into_iter().flat_map(|kind| golden[kind].as_array().into_iter().flatten());
    let mut checked = 0;
    for golden_case in presets.chain(others) {
        let (plan, scenario) = case::case(golden_case);
        let projection = project(&plan, &scenario);
        for &id in IndicatorId::ALL {
            for (value, expected) in projection.path(id).zip(golden_case["result"][id.id()].as_array().unwrap()) {
                let expected = expected.as_f64().unwrap();
                assert!(
                    (value - expected).abs() <= 1e-12 + 1e-9 * expected.abs(),
                    "{}: {value}, not {expected}, in case {checked}",
                    id.id()
                );
            }
        }
        checked += 1;
    }
    assert_eq!(checked, 4 + 22 + 20);
}

/// Parts from 0 to 1, the same in each run.
fn parts() -> impl FnMut() -> f64 {
    let mut state = 20_200_101_u64;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A scenario anywhere within the limits.
fn any_scenario(part: &mut impl FnMut() -> f64) -> Scenario {
    let mut scenario = Scenario::preset(&LANZHOU, PresetId::Trend);
    let mut between = |low: f64, high: f64| (low + (high - low) * part()).clamp(low, high);
    for lever in &LANZHOU.levers {
        let years: [f64; 5] = std::array::from_fn(|_| between(lever.min, lever.max));
        scenario.set_lever_years(&LANZHOU, lever.id, &years).unwrap();
    }
    for &id in CoefficientId::ALL {
        let (low, high) = LANZHOU.coefficient(id).limits;
        scenario.set_coefficient(&LANZHOU, id, between(low, high)).unwrap();
    }
    for id in [FactId::TaxRate, FactId::Coverage2020, FactId::Population2020, FactId::Gdp2020] {
        let (low, high) = LANZHOU.fact(id).limits;
        scenario.set_fact(&LANZHOU, id, &[between(low, high)]).unwrap();
    }
    scenario
}

#[wasm_bindgen_test]
fn lanes_agree_with_single_projections_in_random_scenarios() {
    let mut part = parts();
    let mut together = SideBySide::new(&LANZHOU);
    for _ in 0..500 {
        let scenarios: [Scenario; LANES] = std::array::from_fn(|_| any_scenario(&mut part));
        together.project(&LANZHOU, scenarios.each_ref());
        for (lane, scenario) in scenarios.iter().enumerate() {
            let (alone, lane) = (project(&LANZHOU, scenario), together.projection(lane));
            for indicator in &LANZHOU.indicators {
                for (lane, alone) in lane.path(indicator.id).zip(alone.path(indicator.id)) {
                    assert!((lane - alone).abs() <= 1e-9 * alone.abs().max(1.0), "{}", indicator.id.id());
                }
                assert!(alone.path(indicator.id).all(f64::is_finite));
                assert_eq!(alone.value(indicator.id, 0), indicator.baseline);
            }
        }
    }
}

#[wasm_bindgen_test]
fn exp_and_ln_have_the_bits_of_native_ones() {
    elementary::check();
}

// The page.

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element on the page, with an id.
fn element(tag: &str, id: &str) -> Element {
    let element = document().create_element(tag).unwrap();
    element.set_id(id);
    document().body().unwrap().append_child(&element).unwrap();
    element
}

fn script(body: &str) -> JsValue {
    Function::new_no_args(body).call0(&JsValue::NULL).unwrap()
}

async fn frame() {
    let promise: Promise =
        script("return new Promise(done => requestAnimationFrame(() => setTimeout(done)))").unchecked_into();
    JsFuture::from(promise).await.unwrap();
}

/// Waits until a condition holds; a page that is slow spreads its work over several frames.
async fn until(condition: impl Fn() -> bool) {
    for _ in 0..600 {
        if condition() {
            return;
        }
        frame().await;
    }
    panic!("the condition does not come true");
}

#[derive(Properties, PartialEq)]
struct StageProps {
    shown: bool,
}

/// Where the page is mounted and unmounted. Yew itself leaves the listeners of a whole app on its root for good.
#[component]
fn Stage(props: &StageProps) -> Html {
    html! {
        if props.shown { <App plan={PlanRef(&LANZHOU)} loader={load} /> }
    }
}

/// Every part is there from the beginning.
fn load(loaded: Callback<Option<Views>>) {
    loaded.emit(Some(view::view));
}

/// The unit in which a memory grows, in bytes.
const PAGE: f64 = 65_536.0;

/// The bytes of the whole memory, which never shrinks.
fn memory() -> f64 {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Reflect::get(&memory.buffer(), &"byteLength".into()).unwrap().as_f64().unwrap()
}

#[wasm_bindgen_test]
async fn mounting_and_unmounting_leaves_nothing_behind() {
    // Counts listeners by what they listen to, elements and media queries included.
    script(
        "const counts = window.listeners = {};
         const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
         const count = (target, type, more) => {
             const name = `${target.constructor.name} ${type}`;
             counts[name] = (counts[name] ?? 0) + more;
         };
         EventTarget.prototype.addEventListener = function (type, ...rest) {
             count(this, type, 1);
             return add.call(this, type, ...rest);
         };
         EventTarget.prototype.removeEventListener = function (type, ...rest) {
             count(this, type, -1);
             return remove.call(this, type, ...rest);
         };",
    );
    let listeners = || {
        script("return Object.entries(listeners).filter(([, count]) => count).map(String).sort().join('; ')")
            .as_string()
            .unwrap()
    };
    let elements = || document().query_selector_all("*").unwrap().length();
    let in_use = || IN_USE.load(Ordering::Relaxed);
    let root = element("div", "stage");
    let mut app = yew::Renderer::<Stage>::with_root_and_props(root.clone(), StageProps { shown: false }).render();
    let mut mount_and_unmount = async |times: u32| {
        for _ in 0..times {
            app.update(StageProps { shown: true });
            until(|| root.query_selector_all(".score").unwrap().length() == 11).await;
            // Its parts come.
            frame().await;
            app.update(StageProps { shown: false });
            until(|| root.child_element_count() == 0).await;
        }
    };
    mount_and_unmount(20).await;
    // A table that lives as long as the page may double once; what leaks grows every time.
    for may_double in [true, false] {
        let before = (listeners(), elements(), in_use(), memory());
        mount_and_unmount(200).await;
        let after = (listeners(), elements(), in_use(), memory());
        assert_eq!(after.0, before.0, "listeners");
        assert_eq!(after.1, before.1, "elements");
        assert!(after.3 - before.3 <= PAGE, "the memory has grown from {} to {}", before.3, after.3);
        // Capacities of tables differ a little from round to round.
        let grown = after.2 - before.2;
        if grown < 2_048 {
            break;
        }
        assert!(may_double, "{grown} bytes are still in use");
    }
    root.remove();
}

#[wasm_bindgen_test]
fn a_crash_leaves_a_message_that_offers_to_reload() {
    let (app, message) = (element("main", "app"), element("p", "boot-message"));
    for (language, text, button) in [
        (Language::Zh, "情景保存在网址中", "重新载入"),
        (Language::En, "The scenario is kept in the address", "Reload"),
    ] {
        message.set_attribute("hidden", "").unwrap();
        app.remove_attribute("inert").unwrap();
        set_language(language, "");
        show_crash();
        assert!(!message.has_attribute("hidden") && app.has_attribute("inert"));
        let shown = message.dyn_ref::<HtmlElement>().unwrap().inner_text();
        assert!(shown.contains(text), "{shown}");
        let reload = message.query_selector("button").unwrap().expect("a button");
        assert_eq!(reload.text_content().as_deref(), Some(button));
    }
    app.remove();
    message.remove();
}
