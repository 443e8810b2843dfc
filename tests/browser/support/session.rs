//! Runs a test with a session of its own.

use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::thread;

use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use tokio::runtime::Builder;

use super::{Page, Site, dist, driver};

/// What a test returns.
pub type Outcome = Result<(), Box<dyn Error>>;

/// How a session starts.
pub struct Settings {
    /// The path under which the site is served.
    pub prefix: &'static str,
    /// Whether requests are recorded; measurements do without.
    pub record: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { prefix: "/", record: true }
    }
}

/// Opens a session on a site; the caller quits it.
pub async fn open(settings: &Settings, site: Site) -> WebDriverResult<Page> {
    let session = WebDriver::new(driver::url(), driver::capabilities(settings.record)).await?;
    Ok(Page::new(session, site, settings))
}

/// Runs a test on the built site, served from the root of a host.
pub fn run(test: impl AsyncFnOnce(&Page) -> Outcome) {
    let settings = Settings::default();
    run_with(&settings, Site::new(&[(settings.prefix, dist())]), test);
}

/// Runs a test on a site.
pub fn run_with(settings: &Settings, site: Site, test: impl AsyncFnOnce(&Page) -> Outcome) {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let page = runtime.block_on(open(settings, site)).expect("a browser session");

    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&page).await?;
            page.assert_clean().await
        })
    }));
    if !matches!(outcome, Ok(Ok(()))) {
        runtime.block_on(report(&page));
    }
    let quit = runtime.block_on(page.quit());
    match outcome {
        Ok(Ok(())) => quit.expect("the session ends"),
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
