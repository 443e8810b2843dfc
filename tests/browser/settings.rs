//! What the browser remembers: language, theme, dismissed hints; and a browser that remembers nothing.

use crate::app::TREND;
use crate::support::{Key, Outcome, Page, run};

async fn language_is(page: &Page, tag: &str) -> Outcome {
    Ok(page
        .until_is("the language", tag, async || page.js::<String>("return document.documentElement.lang").await)
        .await?)
}

async fn theme_is(page: &Page, theme: &str) -> Outcome {
    let theme_now = async || page.js::<String>("return document.documentElement.dataset.theme").await;
    page.until_is("the theme", theme, theme_now).await?;
    let ground: String = page.js("return getComputedStyle(document.documentElement).backgroundColor").await?;
    assert_eq!(ground == "rgb(255, 255, 255)", theme == "light", "{ground}");
    Ok(())
}

#[test]
fn the_page_is_chinese_until_another_language_is_chosen_which_is_remembered() {
    run(async |page| {
        page.open("").await?;
        language_is(page, "zh-CN").await?;
        assert_eq!(page.driver.title().await?, "推演 · 兰州新区“十四五”科技创新规划");
        page.click("English").await?;
        language_is(page, "en").await?;
        assert!(page.driver.title().await?.starts_with("tuiyan · Lanzhou New Area"));
        let chinese = "[...document.querySelectorAll('#app *')].filter(element => !element.closest('[lang^=zh]') &&
            [...element.childNodes].some(node => node.nodeType === 3 && /[\\u4e00-\\u9fff]/.test(node.data)))
            .map(element => element.outerHTML)";
        assert_eq!(page.js::<Vec<String>>(&format!("return {chinese}")).await?, [""; 0]);
        page.until_address(TREND).await?;
        page.reload().await?;
        language_is(page, "en").await?;
        page.click("中文").await?;
        language_is(page, "zh-CN").await?;
        page.reload().await?;
        language_is(page, "zh-CN").await?;
        Ok(())
    });
}

#[test]
fn a_language_in_the_address_holds_for_the_visit_only() {
    run(async |page| {
        page.open("#lang=en").await?;
        language_is(page, "en").await?;
        page.until_address(&format!("{TREND}&lang=en")).await?;
        page.open("").await?;
        language_is(page, "zh-CN").await?;

        // A choice on the page is remembered, and ends what the address asked for.
        page.open("#lang=zh").await?;
        page.click("English").await?;
        language_is(page, "en").await?;
        page.until_address(TREND).await?;
        page.open("").await?;
        language_is(page, "en").await?;
        Ok(())
    });
}

#[test]
fn the_theme_follows_the_system_until_one_is_chosen() {
    run(async |page| {
        page.media(&[("prefers-color-scheme", "dark")]).await?;
        page.open("").await?;
        theme_is(page, "dark").await?;
        page.media(&[("prefers-color-scheme", "light")]).await?;
        theme_is(page, "light").await?;

        page.click("深色").await?;
        theme_is(page, "dark").await?;
        page.reload().await?;
        theme_is(page, "dark").await?;
        page.click("浅色").await?;
        theme_is(page, "light").await?;
        page.media(&[("prefers-color-scheme", "dark")]).await?;
        page.reload().await?;
        theme_is(page, "light").await?;

        page.click("跟随系统").await?;
        theme_is(page, "dark").await?;
        page.media(&[("prefers-color-scheme", "light")]).await?;
        theme_is(page, "light").await?;
        page.reload().await?;
        theme_is(page, "light").await?;
        Ok(())
    });
}

#[test]
fn hints_show_on_the_first_visit_and_are_dismissed_for_good() {
    run(async |page| {
        page.open("").await?;
        let hints: Vec<String> =
            page.js("return [...document.querySelectorAll('.hints li')].map(hint => hint.textContent)").await?;
        assert_eq!(hints.len(), 3);
        for (hint, about) in hints.iter().zip(["杠杆", "指标", "对照"]) {
            assert!(hint.contains(about), "{hint}");
        }
        // Nothing modal: a lever answers while they show, and they stay.
        page.slider("研发人员流失率").await?.send_keys(Key::Right + "").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=6.1&i=i1").await?;
        assert!(page.shows(".hints").await?);
        page.click("知道了").await?;
        page.until_is("the hints show", false, async || page.shows(".hints").await).await?;
        page.reload().await?;
        assert!(!page.shows(".hints").await?);
        Ok(())
    });
}

#[test]
fn a_browser_that_blocks_storage_runs_the_page_and_remembers_nothing() {
    run(async |page| {
        page.before_load(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })",
        )
        .await?;
        page.open("").await?;
        page.click("English").await?;
        language_is(page, "en").await?;
        page.click("Dark").await?;
        theme_is(page, "dark").await?;
        page.click("Got it").await?;
        page.until_is("the hints show", false, async || page.shows(".hints").await).await?;
        page.slider("R&D staff leaving").await?.send_keys(Key::Right + "").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=6.1&i=i1").await?;
        page.reload().await?;
        language_is(page, "zh-CN").await?;
        assert!(page.shows(".hints").await?);
        Ok(())
    });
}

#[test]
fn a_full_storage_runs_the_page() {
    run(async |page| {
        page.before_load("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
            .await?;
        page.open("").await?;
        page.click("English").await?;
        language_is(page, "en").await?;
        Ok(())
    });
}

#[test]
fn nonsense_in_the_storage_is_ignored() {
    run(async |page| {
        page.open("").await?;
        page.js::<()>("for (const key of ['language', 'theme', 'hints']) localStorage['tuiyan.' + key] = '\\u0000{'")
            .await?;
        page.reload().await?;
        language_is(page, "zh-CN").await?;
        assert!(page.shows(".hints").await?);
        Ok(())
    });
}
