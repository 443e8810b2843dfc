//! Runs a test with a session of its own.

use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;

use serde_json::json;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use tokio::runtime::{Builder, Runtime};

use super::{Page, Site, dist, driver};

/// What a test returns.
pub type Outcome = Result<(), Box<dyn Error>>;

/// How a session starts.
pub struct Settings {
    /// The path under which the site is served.
    pub prefix: &'static str,
    /// Whether requests are recorded; measurements do without.
    pub record: bool,
    /// Whether the browser may keep a copy of the site. Without it the page is as on a plain http host.
    pub copy: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { prefix: "/", record: true, copy: false }
    }
}

/// Opens a session on a site; the caller quits it.
pub async fn open(settings: &Settings, site: Site) -> WebDriverResult<Page> {
    let session = WebDriver::new(driver::url(), driver::capabilities(settings.record)).await?;
    let page = Page::new(session, site, settings);
    prepare(&page, settings).await?;
    Ok(page)
}

/// Sets a new window up.
async fn prepare(page: &Page, settings: &Settings) -> WebDriverResult<()> {
    if !settings.copy {
        page.before_load("delete Navigator.prototype.serviceWorker").await?;
    }
    // A window's size counts its frame; this is the page's own.
    page.viewport(1366, 768, 1.0).await?;
    // Several browsers run at once: each behaves as if it were in front.
    page.cdp("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await.map(drop)
}

/// One for all tests, since the connections of a session live in it.
static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime"));

/// Sessions whose test has passed, and whether they record requests.
static WAITING: Mutex<Vec<(bool, WebDriver)>> = Mutex::new(Vec::new());

/// Gives a session that waits a new window, or opens a session. What a test changed ends with its window, but for what
/// the browser stores of an origin and its logs.
async fn take(settings: &Settings, site: Site) -> WebDriverResult<Page> {
    let waiting = {
        let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.iter().position(|(record, _)| *record == settings.record).map(|at| waiting.swap_remove(at))
    };
    let Some((record, driver)) = waiting else { return open(settings, site).await };
    let window = driver.new_tab().await?;
    driver.close_window().await?;
    driver.switch_to_window(window).await?;
    driver.browser_log().await?;
    if record {
        driver.get_log("performance").await?;
    }
    let page = Page::new(driver, site, settings);
    prepare(&page, settings).await?;
    let stored = json!({ "origin": page.site.origin(), "storageTypes": "all" });
    page.cdp("Storage.clearDataForOrigin", stored).await?;
    Ok(page)
}

/// Runs a test on the built site, served from the root of a host.
pub fn run(test: impl AsyncFnOnce(&Page) -> Outcome) {
    let settings = Settings::default();
    run_with(&settings, Site::new(&[(settings.prefix, dist())]), test);
}

/// Runs a test on a site.
pub fn run_with(settings: &Settings, site: Site, test: impl AsyncFnOnce(&Page) -> Outcome) {
    let page = RUNTIME.block_on(take(settings, site)).expect("a browser session");

    let outcome = catch_unwind(AssertUnwindSafe(|| {
        RUNTIME.block_on(async {
            test(&page).await?;
            page.assert_clean().await
        })
    }));
    if matches!(outcome, Ok(Ok(()))) {
        let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push((settings.record, page.driver));
        return;
    }
    RUNTIME.block_on(report(&page));
    let _ = RUNTIME.block_on(page.quit());
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(error)) => panic!("{error}"),
        Err(panic) => resume_unwind(panic),
    }
}

/// Prints what helps to understand a failure: the address, the console, and where a picture of the page is.
async fn report(page: &Page) {
    if let Ok(address) = page.driver.current_url().await {
        eprintln!("address: {address}");
    }
    for line in page.console().await.unwrap_or_default() {
        eprintln!("console: {line}");
    }
    let name = thread::current().name().unwrap_or("page").replace("::", "-");
    let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
    if page.screenshot(&picture).await.is_ok() {
        eprintln!("picture: {}", picture.display());
    }
}
