//! Nothing is lost: what the browser keeps, damaged and newer items, full and blocked storage, two tabs, links.

use serde_json::json;
use thirtyfour::error::WebDriverResult;

use crate::files::Downloads;
use crate::support::{Outcome, Page, run};

/// Keeps edits from being written after a while, so that what is written at once shows.
const HOLD: &str = "const real = window.setTimeout;
    window.setTimeout = (act, wait, ...rest) => wait === 250 ? 0 : real(act, wait, ...rest);";

impl Page {
    /// Sets a lever that every test of storage uses.
    async fn fill_posts(&self, percent: &str) -> WebDriverResult<()> {
        self.enter(&self.field("研发岗位到位率，数值（%）").await?, percent).await
    }

    async fn until_posts_are(&self, percent: &str) -> WebDriverResult<()> {
        let field = "document.querySelector('#value-vacancy_fill')?.value";
        self.until_js(&format!("posts are {percent}"), &format!("{field} === '{percent}'")).await
    }

    /// Waits until a stored scenario has this part.
    async fn until_stored(&self, part: &str) -> WebDriverResult<()> {
        let stored = format!(
            "Object.keys(localStorage).some(name =>
                 name.startsWith('tuiyan.scenario.') && localStorage[name].split('&').includes('{part}'))"
        );
        self.until_js(&format!("{part} is stored"), &stored).await
    }

    /// The stored items but for settings, by name.
    async fn stored(&self) -> WebDriverResult<Vec<(String, String)>> {
        self.js("return Object.keys(localStorage).filter(name => /^tuiyan\\.(scenario|workspace)/.test(name)).sort()
                 .map(name => [name, localStorage[name]])")
            .await
    }

    async fn until_told(&self, text: &str) -> WebDriverResult<()> {
        let told = format!("document.querySelector('.keeping')?.textContent.includes({})", json!(text));
        self.until_js(&format!("the page says {text}"), &told).await
    }

    async fn scenario_in_hand(&self) -> WebDriverResult<String> {
        self.js("return document.querySelector('.scenario-name strong').textContent").await
    }
}

/// Opens the page and has it keep a scenario.
async fn with_a_stored_scenario(page: &Page) -> Outcome {
    page.open("").await?;
    page.fill_posts("70").await?;
    Ok(page.until_stored("vacancy_fill=70").await?)
}

#[test]
fn scenario_and_view_come_back_after_a_reload_and_in_another_tab() {
    run(async |page| {
        with_a_stored_scenario(page).await?;
        page.click("技术市场成交合同金额").await?;
        page.until_js("the view is stored", "localStorage['tuiyan.workspace']?.includes('&i=i5&')").await?;
        page.reload().await?;
        page.until_posts_are("70").await?;
        assert_eq!(page.selected().await?, ["i5"]);

        let next = page.driver.new_tab().await?;
        page.driver.close_window().await?;
        page.driver.switch_to_window(next).await?;
        page.come_back("").await?;
        page.until_posts_are("70").await?;
        assert_eq!(page.selected().await?, ["i5"]);
        // Only an edit writes: what is stored was read and left alone.
        page.until_address("v=1&m=2&p=trend&vacancy_fill=70&i=i5").await?;
        Ok(())
    });
}

#[test]
fn a_killed_tab_is_back_in_the_next() {
    run(async |page| {
        with_a_stored_scenario(page).await?;
        page.click("技术市场成交合同金额").await?;
        page.until_js("the view is stored", "localStorage['tuiyan.workspace']?.includes('&i=i5&')").await?;
        let (killed, next) = (page.driver.window().await?, page.driver.new_tab().await?);
        let answer = page.cdp("Page.crash", json!({})).await;
        assert!(answer.is_err(), "{answer:?}");
        page.driver.switch_to_window(next).await?;
        page.cdp("Target.closeTarget", json!({ "targetId": killed.to_string() })).await?;
        page.come_back("").await?;
        page.until_posts_are("70").await?;
        assert_eq!(page.selected().await?, ["i5"]);
        Ok(())
    });
}

#[test]
fn a_page_that_is_left_or_hidden_writes_at_once() {
    run(async |page| {
        page.before_load(HOLD).await?;
        page.open("").await?;
        page.until_loaded().await?;
        page.fill_posts("71").await?;
        page.until_address("v=1&m=2&p=trend&vacancy_fill=71&i=i1").await?;
        assert_eq!(page.stored().await?, []);
        page.js::<()>(
            "Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
             document.dispatchEvent(new Event('visibilitychange'));
             delete document.visibilityState",
        )
        .await?;
        assert_eq!(page.stored().await?.len(), 2);
        page.until_stored("vacancy_fill=71").await?;

        page.fill_posts("72").await?;
        page.until_address("v=1&m=2&p=trend&vacancy_fill=72&i=i1").await?;
        page.come_back("").await?;
        Ok(page.until_posts_are("72").await?)
    });
}

#[test]
fn a_link_opens_beside_what_is_stored_and_is_kept_once_it_is_edited() {
    run(async |page| {
        with_a_stored_scenario(page).await?;
        let before = page.stored().await?;
        page.come_back("#n=guest&p=plan&gdp_growth=12&i=i7").await?;
        page.until_is("the name", "guest".to_owned(), async || page.scenario_in_hand().await).await?;
        assert!(page.text(".scenario-name").await?.contains("未保存"));
        page.until_loaded().await?;
        // A reload is still a visit.
        page.reload().await?;
        assert_eq!(page.scenario_in_hand().await?, "guest");
        assert_eq!(page.stored().await?, before);
        page.come_back("").await?;
        page.until_posts_are("70").await?;
        assert_eq!(page.selected().await?, ["i1"]);

        page.come_back("#n=guest&p=plan&gdp_growth=12&i=i7").await?;
        page.fill_posts("80").await?;
        page.until_stored("vacancy_fill=80").await?;
        assert!(!page.text(".scenario-name").await?.contains("未保存"));
        page.come_back("").await?;
        page.until_posts_are("80").await?;
        assert!(page.stored().await?.iter().any(|item| before.contains(item)));
        Ok(())
    });
}

#[test]
fn blocked_storage_is_said_and_a_file_is_offered() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.before_load(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })",
        )
        .await?;
        page.open("").await?;
        page.until_told("不允许本页保存").await?;
        page.fill_posts("73").await?;
        page.until_address("v=1&m=2&p=trend&vacancy_fill=73&i=i1").await?;
        page.click("存为文件").await?;
        let (name, text) = downloads.next(page).await?;
        assert!(name.ends_with(".json") && text.contains("\"vacancy_fill\": [73, 73, 73, 73, 73]"), "{name}: {text}");
        page.assert_accessible().await
    });
}

#[test]
fn full_storage_is_said_until_there_is_room_again() {
    run(async |page| {
        page.open("").await?;
        page.until_loaded().await?;
        page.js::<()>(
            "let size = 1 << 23;
             while (size >= 1) {
                 try { localStorage.filler = (localStorage.filler ?? '') + 'x'.repeat(size) } catch { size >>= 1 }
             }",
        )
        .await?;
        page.fill_posts("74").await?;
        page.until_told("存储空间已满").await?;
        page.until_posts_are("74").await?;
        // What could not be kept is in the address, and a reload goes by that.
        page.until_js("the address says so", "history.state === 'tuiyan.guests' && location.hash.includes('74')")
            .await?;
        page.reload().await?;
        page.until_posts_are("74").await?;
        page.js::<()>("localStorage.removeItem('filler')").await?;
        page.fill_posts("75").await?;
        page.until_stored("vacancy_fill=75").await?;
        page.until_js("nothing is said", "document.querySelector('.keeping').textContent === ''").await?;
        Ok(())
    });
}

#[test]
fn a_damaged_item_is_set_aside_unharmed_while_the_rest_loads() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        with_a_stored_scenario(page).await?;
        page.js::<()>("localStorage['tuiyan.scenario.00000000'] = '1;1;00000000;p=trend&damaged=1'").await?;
        page.come_back("").await?;
        page.until_told("1 项损坏").await?;
        page.until_posts_are("70").await?;
        page.click("下载").await?;
        let (_, text) = downloads.next(page).await?;
        assert_eq!(text, "tuiyan.scenario.00000000\t1;1;00000000;p=trend&damaged=1\n");
        page.fill_posts("76").await?;
        page.until_stored("vacancy_fill=76").await?;
        let damaged = "return localStorage['tuiyan.scenario.00000000']";
        assert_eq!(page.js::<String>(damaged).await?, "1;1;00000000;p=trend&damaged=1");
        page.click("关闭").await?;
        page.until_js("nothing is said", "document.querySelector('.keeping').textContent === ''").await?;
        Ok(())
    });
}

#[test]
fn items_of_a_newer_version_are_refused_and_left_untouched() {
    run(async |page| {
        with_a_stored_scenario(page).await?;
        page.js::<()>(
            "for (const name of ['workspace', 'scenario.00000000']) localStorage['tuiyan.' + name] = '99;new'",
        )
        .await?;
        page.come_back("").await?;
        page.until_told("更新版本的推演").await?;
        page.fill_posts("77").await?;
        page.until_stored("vacancy_fill=77").await?;
        for name in ["workspace", "scenario.00000000"] {
            let item: String = page.js(&format!("return localStorage['tuiyan.{name}']")).await?;
            assert_eq!(item, "99;new", "{name}");
        }
        Ok(())
    });
}

#[test]
fn two_tabs_follow_each_other_and_keep_both_versions_of_what_both_changed() {
    run(async |page| {
        with_a_stored_scenario(page).await?;
        let first = page.driver.window().await?;
        // The first one's edits wait from now on.
        page.before_load(HOLD).await?;
        page.come_back("").await?;
        page.until_loaded().await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second.clone()).await?;
        page.come_back("").await?;
        page.until_loaded().await?;
        page.fill_posts("78").await?;
        page.until_stored("vacancy_fill=78").await?;
        page.driver.switch_to_window(first.clone()).await?;
        page.until_posts_are("78").await?;

        page.fill_posts("81").await?;
        page.until_posts_are("81").await?;
        page.driver.switch_to_window(second).await?;
        page.fill_posts("79").await?;
        page.until_stored("vacancy_fill=79").await?;
        page.driver.switch_to_window(first).await?;
        page.until_told("两个版本都已保留").await?;
        page.until_posts_are("81").await?;
        assert!(page.scenario_in_hand().await?.ends_with("（本页）"));
        page.come_back("").await?;
        page.until_stored("vacancy_fill=79").await?;
        Ok(page.until_stored("vacancy_fill=81").await?)
    });
}
