//! Links to share, stamps, and the way back from a code on paper.

use serde_json::json;
use thirtyfour::error::WebDriverResult;

use crate::app::{attribute, value};
use crate::support::{Key, Outcome, Page, run};

const TWO: &str =
    "#n=first&p=plan&gdp_growth=12&note.gdp_growth=source&n=second&p=trend&hnte_entry=25&active=1&lang=zh";

impl Page {
    async fn link(&self) -> WebDriverResult<String> {
        value(&self.field("链接").await?).await
    }

    /// The part of a link that this page is served under.
    async fn rest_of(&self, link: &str) -> String {
        link.strip_prefix(&self.address("")).expect("a link to this page").to_owned()
    }
}

async fn copies(page: &Page) -> Outcome {
    page.open(TWO).await?;
    page.click("分享").await?;
    let link = page.link().await?;
    page.click("复制").await?;
    page.until_js("it says so", "document.querySelector('.desk-panel').textContent.includes('已复制')").await?;
    let field = page.field("按代码查找情景").await?;
    field.click().await?;
    field.send_keys(Key::Control + "v").await?;
    assert_eq!(value(&field).await?, link);
    Ok(())
}

#[test]
fn a_link_is_copied_with_one_click() {
    run(async |page| copies(page).await);
}

#[test]
fn a_link_is_copied_where_the_browser_has_no_interface_for_it() {
    run(async |page| {
        page.before_load("Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })").await?;
        copies(page).await
    });
}

#[test]
fn a_link_carries_scenarios_names_notes_and_stamps() {
    run(async |page| {
        page.open(TWO).await?;
        page.click("分享").await?;
        let one = page.link().await?;
        assert!(one.contains("n=first") && !one.contains("n=second") && one.contains("&stamp=2-"), "{one}");
        page.role("radio", "全部 2 个情景").await?.click().await?;
        page.until("the link has both", async || Ok(page.link().await?.contains("n=second"))).await?;
        let all = page.link().await?;
        assert_eq!(all.matches("&stamp=2-").count(), 2, "{all}");

        page.open(&page.rest_of(&all).await).await?;
        let said = page.notices().await?;
        assert!(matches!(&said[..], [only] if only.contains("数值与写成时一致")), "{said:?}");
        page.until_js("both are there", "/n=first&.*note.gdp_growth=source&n=second&/.test(location.hash)").await?;
        assert!(!page.fragment().await?.contains("stamp"));

        // Figures that another program, or another hand, has written.
        let digest = all.split("&stamp=2-").nth(1).and_then(|rest| rest.split('&').next()).unwrap();
        let other = format!("{}-00000000", &digest[..8]);
        page.open(&page.rest_of(&all.replace(digest, &other)).await).await?;
        assert!(page.notices().await?.iter().any(|notice| notice.contains("请核对文件来源")));
        Ok(())
    });
}

#[test]
fn a_link_that_programs_would_cut_becomes_a_file() {
    run(async |page| {
        page.open(&format!("#p=plan&gdp_growth=12&a={}", "%E9%95%BF".repeat(1_000))).await?;
        page.click("分享").await?;
        let text = page.text(".desk-panel").await?;
        assert!(text.contains("超过 8000") && text.contains("存为文件"), "{text}");
        assert_eq!(page.names("textbox").await?.iter().filter(|name| *name == "链接").count(), 0);
        Ok(())
    });
}

#[test]
fn a_code_off_a_paper_finds_its_scenario() {
    run(async |page| {
        page.open(TWO).await?;
        page.click("分享").await?;
        let digest: String = page.js("return tuiyan.digest('p=trend&hnte_entry=25')").await?;
        let field = page.field("按代码查找情景").await?;
        // In capitals, as a stamp or alone; letters that are misread are forgiven.
        let code = digest.split('-').nth(1).unwrap().to_uppercase().replace('0', "O");
        for text in [digest.as_str(), &code] {
            page.enter(&field, text).await?;
            let shown = "document.querySelector('.scenario-name strong').textContent === 'second'";
            page.until_js("its scenario is active", shown).await?;
        }
        page.enter(&field, "zzzzzzzz").await?;
        page.until_js("it says so", "document.querySelector('.desk-panel').textContent.includes('没有这个代码')")
            .await?;
        Ok(())
    });
}

#[test]
fn the_panel_is_accessible_and_escape_closes_it() {
    run(async |page| {
        page.open(TWO).await?;
        for name in ["分享", "文件"] {
            page.click(name).await?;
            page.css(".desk-panel").await?;
            page.assert_accessible().await?;
            // The levers stay within reach.
            assert_eq!(attribute(&page.css(".desk-panel").await?, "aria-modal").await.unwrap_or_default(), "");
            page.press(Key::Escape).await?;
            page.until_js("it is closed", "document.querySelector('.desk-panel') === null").await?;
            let focused: bool =
                page.js_with("return document.activeElement.textContent === arguments[0]", [json!(name)]).await?;
            assert!(focused, "the focus is back on {name}");
        }
        Ok(())
    });
}
