//! Several scenarios: made, named, laid over the charts, put in order, merged, deleted and brought back.

use thirtyfour::error::WebDriverResult;

use crate::app::{attribute, message, value};
use crate::support::{Key, Outcome, Page, run};

/// Three scenarios under names of their own; the second is at hand.
pub const THREE: &str =
    "#n=基准&p=trend&n=人才&p=plan&talent_attrition=3&note.talent_attrition=据调研&n=稳健&p=headwinds&active=2";

/// The names in the list, in its order.
pub async fn listed(page: &Page) -> WebDriverResult<Vec<String>> {
    page.js("return [...document.querySelectorAll('.scenario-row input[type=text]')].map(input => input.value)").await
}

/// What the legend below the chart names.
async fn legend(page: &Page) -> WebDriverResult<Vec<String>> {
    page.js("return [...document.querySelectorAll('.legend-scenarios li')].map(item => item.textContent)").await
}

/// The first cells of the chart's table.
async fn rows(page: &Page) -> WebDriverResult<Vec<String>> {
    page.js("return [...document.querySelectorAll('.trajectory tbody th')].map(head => head.textContent)").await
}

/// Opens the list by its button in the head, whatever the scenario at hand is called.
pub async fn open_list(page: &Page) -> Outcome {
    page.css(".scenario-name").await?.click().await?;
    page.role("dialog", "情景").await?;
    Ok(())
}

async fn tick(page: &Page, box_name: &str) -> WebDriverResult<()> {
    page.role("checkbox", box_name).await?.click().await
}

#[test]
fn three_scenarios_are_made_named_laid_over_ordered_deleted_and_brought_back() {
    run(async |page| {
        page.open("").await?;
        open_list(page).await?;
        page.click("新建自：规划").await?;
        page.until_is("the list", vec!["趋势".to_owned(), "规划".to_owned()], async || listed(page).await).await?;
        page.click("复制当前").await?;
        let three = ["趋势", "规划", "规划 2"].map(str::to_owned).to_vec();
        page.until_is("the list", three, async || listed(page).await).await?;
        assert!(page.text(".scenario-name").await?.contains("规划 2"));

        page.enter(&page.field("名称：规划 2").await?, "企业优先").await?;
        page.until_js(
            "the head has the name",
            "document.querySelector('.scenario-name strong').textContent === '企业优先'",
        )
        .await?;

        tick(page, "叠加：趋势").await?;
        tick(page, "叠加：规划").await?;
        let overlaid = ["趋势", "规划"].map(str::to_owned).to_vec();
        page.until_is("the legend", overlaid, async || legend(page).await).await?;
        page.until("the table has a row", async || Ok(rows(page).await?.contains(&"规划".to_owned()))).await?;

        page.click("上移：企业优先").await?;
        let moved = ["趋势", "企业优先", "规划"].map(str::to_owned).to_vec();
        page.until_is("the list", moved.clone(), async || listed(page).await).await?;
        page.until_is("the focus", "上移：企业优先".to_owned(), async || page.focused().await).await?;
        page.press(Key::Enter).await?;
        let first = ["企业优先", "趋势", "规划"].map(str::to_owned).to_vec();
        page.until_is("the list", first, async || listed(page).await).await?;
        // It has come to the top, where it can only go down.
        page.until_is("the focus", "下移：企业优先".to_owned(), async || page.focused().await).await?;
        page.press_with(Key::Alt, Key::Down).await?;
        page.until_is("the list", moved.clone(), async || listed(page).await).await?;

        page.click("删除：企业优先").await?;
        let two = ["趋势", "规划"].map(str::to_owned).to_vec();
        page.until_is("the list", two, async || listed(page).await).await?;
        let undo = page.button("撤销").await?;
        assert!(attribute(&undo, "title").await?.contains("删除“企业优先”"));
        undo.click().await?;
        page.until_is("the list", moved, async || listed(page).await).await?;
        Ok(())
    });
}

#[test]
fn the_panel_gives_the_focus_back() {
    run(async |page| {
        page.open("").await?;
        let button = page.css(".scenario-name").await?;
        button.click().await?;
        page.until_is("the focus", "情景".to_owned(), async || page.focused().await).await?;
        assert_eq!(attribute(&button, "aria-expanded").await?, "true");
        page.press(Key::Escape).await?;
        page.until_js("it is closed", "document.querySelector('[role=dialog]') === null").await?;
        assert!(page.js::<bool>("return document.activeElement.matches('.scenario-name')").await?);
        Ok(())
    });
}

#[test]
fn limits_say_why() {
    run(async |page| {
        page.open("").await?;
        open_list(page).await?;
        let delete = page.button("删除：趋势").await?;
        assert!(!delete.is_enabled().await?);
        assert_eq!(attribute(&delete, "title").await?, "至少保留一个情景。");
        for count in 2..=8 {
            page.click("复制当前").await?;
            page.until_is("the number of scenarios", count, async || Ok(listed(page).await?.len())).await?;
        }
        assert!(!page.button("复制当前").await?.is_enabled().await?);
        assert!(page.text(".scenarios-panel").await?.contains("情景最多 8 个，请先删除一个。"));

        let name = page.field("名称：趋势").await?;
        page.enter(&name, &"长".repeat(61)).await?;
        page.until_is("the message", "最多 60 字，现有 61 字。".to_owned(), async || message(&name).await).await?;
        page.press(Key::Escape).await?;
        page.until_is("the field", "趋势".to_owned(), async || value(&name).await).await?;
        page.role("dialog", "情景").await?;
        Ok(())
    });
}

#[test]
fn several_are_merged_and_their_spread_is_marked() {
    run(async |page| {
        page.open(THREE).await?;
        open_list(page).await?;
        let spread = "return document.querySelectorAll('[data-lever=talent_attrition] .spread').length";
        assert_eq!(page.js::<u32>(spread).await?, 0);
        for name in ["基准", "人才", "稳健"] {
            tick(page, &format!("合并：{name}")).await?;
        }
        page.click("合并所选 3 个").await?;
        page.until_js(
            "the merged one is at hand",
            "document.querySelector('.scenario-name strong').textContent === '合并情景'",
        )
        .await?;
        // 6 on the trend, 3, and 7 with headwinds.
        page.until_says(&page.slider("研发人员流失率").await?, "6.0 %/年").await?;
        assert_eq!(page.js::<u32>(spread).await?, 3);
        Ok(())
    });
}

#[test]
fn a_scenario_as_reference_names_and_changes_the_differences() {
    run(async |page| {
        page.open(THREE).await?;
        let before = page.score("i3").await?;
        assert_eq!(page.text(".scoreboard .score-difference").await?, "较趋势");
        open_list(page).await?;
        page.js::<()>(
            "const list = document.querySelector('.panel .reference select');
             list.value = [...list.options].find(option => option.text.trim() === '稳健').value;
             list.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        page.until_is("the column", "较稳健".to_owned(), async || page.text(".scoreboard .score-difference").await)
            .await?;
        assert_ne!(page.score("i3").await?.difference, before.difference);
        assert!(rows(page).await?.contains(&"稳健（参照）".to_owned()));
        assert!(page.text(".reading").await?.contains("比稳健"));
        page.until_js("the address has it", "location.hash.includes('ref=3')").await?;
        Ok(())
    });
}

#[test]
fn levers_and_assumptions_carry_notes() {
    run(async |page| {
        page.open(THREE).await?;
        let marked = "document.querySelector('.lever.noted')?.dataset.lever === 'talent_attrition'";
        page.until_js("the lever is marked", marked).await?;
        page.slider("研发人员流失率").await?.focus().await?;
        page.click("看备注").await?;
        let note = page.field("备注：研发人员流失率").await?;
        assert_eq!(value(&note).await?, "据调研");
        page.enter(&note, "据 2021 年调研").await?;
        page.until_js("the address has it", "decodeURIComponent(location.hash).includes('据 2021 年调研')").await?;
        page.enter(&note, "").await?;
        page.until_js("the mark is gone", "document.querySelector('.lever.noted') === null").await?;
        page.press(Key::Escape).await?;

        page.click("依据与假设").await?;
        page.enter(&page.field("研发存量折旧率").await?, "12").await?;
        page.enter(&page.field("备注：研发存量折旧率").await?, "文献").await?;
        Ok(page
            .until_js("the address has it", "decodeURIComponent(location.hash).includes('note.c.rd_depreciation=文献')")
            .await?)
    });
}

#[test]
fn axe_finds_nothing_in_the_panels() {
    run(async |page| {
        for theme in ["light", "dark"] {
            for language in ["zh", "en"] {
                page.media(&[("prefers-color-scheme", theme)]).await?;
                page.open(&format!("{THREE}&shown=1,3&lang={language}")).await?;
                page.css(".scenario-name").await?.click().await?;
                page.css(".scenario-list").await?;
                page.assert_accessible().await?;
                page.css(".reset-menu").await?.click().await?;
                page.css(".resets").await?;
                page.assert_accessible().await?;
            }
        }
        Ok(())
    });
}
