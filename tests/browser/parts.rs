//! Parts that are loaded after the first paint: what shows before, instead and afterwards.

use crate::app::TREND;
use crate::support::{Outcome, Page, run};

/// Has the page's requests for parts wait until `release()`, or fail until `mend()`.
const HOLD: &str = "const held = new Promise(done => window.release = done);
    const real = window.fetch;
    window.fetch = async (address, ...rest) => {
        if (String(address).includes('/split_')) await held;
        return real(address, ...rest);
    };";
const BREAK: &str = "let broken = true;
    window.mend = () => broken = false;
    const real = window.fetch;
    window.fetch = async (address, ...rest) => {
        if (broken && String(address).includes('/split_')) throw new TypeError('no network');
        return real(address, ...rest);
    };";

/// The page stands and its levers and scoreboard work, whatever becomes of the parts.
async fn goes_on(page: &Page) -> Outcome {
    page.enter(&page.field("研发岗位到位率，数值（%）").await?, "70").await?;
    page.until_js("the address follows", "location.hash.includes('vacancy_fill=70')").await?;
    page.click("轨迹").await?;
    page.css("[data-indicator=i3] .score-name").await?.click().await?;
    page.until_js("another indicator is chosen", "location.hash.includes('i=i3')").await?;
    Ok(())
}

#[test]
fn a_part_says_that_it_is_on_its_way_and_shows_when_it_has_come() {
    run(async |page| {
        page.before_load(HOLD).await?;
        page.load("#tab=basis").await?;
        page.until_js("it says so", "document.querySelector('.depth .part')?.textContent === '正在载入…'").await?;
        goes_on(page).await?;
        page.click("依据与假设").await?;
        assert!(!page.js::<bool>("return document.querySelector('.depth .part') === null").await?);
        page.js::<()>("release()").await?;
        page.until_js("it shows", "document.querySelector('.depth .assumption-table') !== null").await?;
        page.field("研发存量折旧率").await?;
        page.click("全部指标").await?;
        Ok(page.until_js("it shows", "document.querySelector('.depth .small-multiples') !== null").await?)
    });
}

#[test]
fn a_part_that_cannot_be_loaded_says_so_and_can_be_tried_again() {
    run(async |page| {
        page.allow_console("no network");
        page.before_load(BREAK).await?;
        page.open("#tab=overview").await?;
        let failed = "document.querySelector('.depth .part')?.textContent.includes('未能载入')";
        page.until_js("it says so", failed).await?;
        goes_on(page).await?;
        page.click("全部指标").await?;
        page.click("重试").await?;
        page.until_js("it still says so", failed).await?;
        page.js::<()>("mend()").await?;
        page.click("重试").await?;
        page.until_js("it shows", "document.querySelector('.depth .small-multiples') !== null").await?;
        // What had failed with it has come with it.
        page.click("依据与假设").await?;
        Ok(page.until_js("it shows", "document.querySelector('.depth .assumption-table') !== null").await?)
    });
}

#[test]
fn parts_come_by_themselves_and_outlive_the_network() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        page.until_loaded().await?;
        page.offline(true).await?;
        for (tab, content) in [("依据与假设", ".assumption-table"), ("全部指标", ".small-multiples")] {
            page.click(tab).await?;
            page.css(&format!(".depth {content}")).await?;
        }
        Ok(())
    });
}
