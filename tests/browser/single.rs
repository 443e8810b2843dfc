//! The site as one file, opened from a disk without a network.

use crate::support::{Outcome, Page, dist, run};

/// Opens the file as a double-click does, with the network off.
async fn open(page: &Page, fragment: &str) -> Outcome {
    page.offline(true).await?;
    let file = dist().join("tuiyan.html").canonicalize()?;
    page.driver.goto(format!("file://{}{fragment}", file.display())).await?;
    page.until_js(
        "the app has started",
        "document.querySelector('#app > *') !== null && document.querySelector('.boot-loading') === null",
    )
    .await?;
    Ok(())
}

#[test]
fn it_projects_and_keeps_the_address() {
    run(async |page| {
        open(page, "#p=plan&i=i5").await?;
        page.until_js("the plan's value shows", "document.body.textContent.includes('技术市场成交合同金额')").await?;
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "70").await?;
        page.until_js("the address follows", "location.hash.includes('vacancy_fill=70')").await?;
        page.click("依据与假设").await?;
        page.until_js("a part shows", "document.querySelector('.assumption-table') !== null").await?;
        Ok(())
    });
}

#[test]
fn its_analyses_run_in_a_worker() {
    run(async |page| {
        page.before_load(
            "window.started = 0;
            const Real = Worker;
            window.Worker = class extends Real { constructor(...a) { super(...a); window.started++; } };",
        )
        .await?;
        open(page, "").await?;
        let csv: String = page.js_async("return tuiyan.monte_carlo('p=plan', 1000, 7)").await?;
        assert!(csv.starts_with("indicator,year,p05,p25,p50,p75,p95,chance\n") && csv.lines().count() == 57, "{csv}");
        assert!(page.js::<f64>("return window.started").await? >= 1.0, "no worker started");
        Ok(())
    });
}

#[test]
fn its_analyses_run_on_the_page_where_no_worker_starts() {
    run(async |page| {
        page.before_load("window.Worker = class { constructor() { throw new Error('no workers here'); } };").await?;
        open(page, "").await?;
        let csv: String = page.js_async("return tuiyan.attribution('p=plan', 'p=trend')").await?;
        assert!(csv.starts_with("indicator,player,contribution\n"), "{csv}");
        Ok(())
    });
}
