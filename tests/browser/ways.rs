//! What it takes: ways found, compared, applied and taken back; locks, bounds, confidence; what cannot be reached.

use crate::app::TREND;
use crate::support::{Key, Outcome, Page, run};

const CONTRIBUTION: &str = "#i=i11&page=ways";

/// The text of a cell of the right pane, by the row's name and the column's.
async fn cell(page: &Page, row: &str, column: &str) -> Result<String, Box<dyn std::error::Error>> {
    let script = format!(
        "const table = document.querySelector('.route-table');
         const at = [...table.tHead.rows[0].cells].findIndex(cell => cell.textContent === '{column}');
         const row = [...table.querySelectorAll('tbody tr')].find(row => row.cells[0].textContent.startsWith('{row}'));
         return row?.cells[at]?.textContent ?? ''"
    );
    Ok(page.js(&script).await?)
}

/// Waits until all ways have their chances.
async fn until_found(page: &Page) -> Outcome {
    page.css(".route-table").await?;
    let known = "[...document.querySelectorAll('.chance')].every(cell => cell.textContent.endsWith('%'))";
    Ok(page.until_js("the chances are there", known).await?)
}

/// A lever's row in the middle pane: now, then each way.
async fn lever(page: &Page, name: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let script = format!(
        "const row = [...document.querySelectorAll('.way-levers tbody tr')]
             .find(row => row.cells[0].textContent.trim() === '{name}');
         return [...row.cells].slice(3).map(cell => cell.textContent)"
    );
    Ok(page.js(&script).await?)
}

fn number(text: &str) -> f64 {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.')).collect();
    digits.parse().unwrap_or_else(|_| panic!("{text}"))
}

#[test]
fn the_cheapest_way_to_68_per_cent_is_found_applied_and_taken_back() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        page.click("科技进步贡献率").await?;
        page.click("达标路径").await?;
        until_found(page).await?;
        assert_eq!(cell(page, "所选目标", "最省力").await?, "均达标");
        assert!(number(&cell(page, "科技进步贡献率", "最省力").await?) >= 68.0);
        let chance = number(&cell(page, "同时达标概率", "最省力").await?);
        assert!((20.0..80.0).contains(&chance), "{chance}");
        assert!(number(&cell(page, "力度", "最省力").await?) > 0.0);
        assert!(number(&cell(page, "研发经费", "最省力").await?) >= number(&cell(page, "研发经费", "现情景").await?));
        page.click("采用“最省力”").await?;
        page.until_js("the address has the levers", "location.hash.includes('reform_dividend=')").await?;
        until_found(page).await?;
        assert_eq!(cell(page, "所选目标", "现情景").await?, "均达标");
        page.css(".applied .link").await?.click().await?;
        page.until_js("the levers are back", "!location.hash.includes('reform_dividend=')").await?;
        until_found(page).await?;
        assert_eq!(cell(page, "所选目标", "现情景").await?, "差 1 项");
        Ok(())
    });
}

#[test]
fn what_cannot_be_reached_says_what_blocks_and_what_stays_short() {
    run(async |page| {
        page.open("#i=i5&page=ways").await?;
        until_found(page).await?;
        assert_eq!(cell(page, "所选目标", "仅人才企业").await?, "差 1 项");
        let remarks = page.text(".remarks").await?;
        assert!(remarks.contains("仅人才企业：达不到技术合同成交额；最近点仍差：技术合同成交额 "), "{remarks}");
        Ok(())
    });
}

#[test]
fn locked_levers_stay_and_bounds_hold() {
    run(async |page| {
        page.open(CONTRIBUTION).await?;
        until_found(page).await?;
        let free = lever(page, "体制机制改革红利").await?;
        assert!(number(&free[1]) > 0.5, "{free:?}");
        let bound = page.field("体制机制改革红利，上限").await?;
        page.enter(&bound, "3").await?;
        page.css(".field-message").await?;
        page.enter(&bound, "0.5").await?;
        page.until("the bound holds", async || {
            let lever = lever(page, "体制机制改革红利").await.unwrap_or_default();
            Ok(lever.get(1).is_some_and(|value| number(value) <= 0.5))
        })
        .await?;
        page.role("checkbox", "动用体制机制改革红利").await?.click().await?;
        page.until("it stays", async || {
            Ok(lever(page, "体制机制改革红利").await.unwrap_or_default().get(1).is_some_and(|value| value == "·"))
        })
        .await?;
        Ok(())
    });
}

#[test]
fn targets_and_locks_are_kept_while_another_page_is_looked_at() {
    run(async |page| {
        page.open("#page=ways").await?;
        until_found(page).await?;
        page.click("约束性").await?;
        page.until_js("it is chosen", "document.querySelector('.routes .subtitle').textContent.includes('高新')")
            .await?;
        until_found(page).await?;
        page.role("checkbox", "动用体制机制改革红利").await?.click().await?;
        // One lever is locked to begin with.
        page.until_js("it is locked", "document.querySelectorAll('.way-levers .locked').length === 2").await?;
        page.click("对比").await?;
        page.css(".compare").await?;
        page.click("达标路径").await?;
        until_found(page).await?;
        let chosen = "[...document.querySelectorAll('.target-choices :checked')].length === 1";
        page.until_js("the binding one is chosen", chosen).await?;
        assert_eq!(page.js::<usize>("return document.querySelectorAll('.way-levers .locked').length").await?, 2);
        assert!(
            page.js::<String>("return document.querySelector('.routes .subtitle').textContent").await?.contains("高新")
        );
        Ok(())
    });
}

#[test]
fn any_set_of_targets_can_be_chosen() {
    run(async |page| {
        page.open(CONTRIBUTION).await?;
        until_found(page).await?;
        page.click("全部目标").await?;
        page.until_js("all are chosen", "document.querySelectorAll('.target-choice input:checked').length === 11")
            .await?;
        until_found(page).await?;
        assert_eq!(cell(page, "所选目标", "最省力").await?, "均达标");
        page.click("约束性").await?;
        page.until_js("one is chosen", "document.querySelectorAll('.target-choice input:checked').length === 1")
            .await?;
        page.css(".target-choice input:checked").await?.click().await?;
        page.until_js("none is", "document.querySelector('.ways').textContent.includes('请至少选定一个目标')").await?;
        assert!(!page.shows(".route-table").await?);
        Ok(())
    });
}

/// Keeps what the engine says after the first round, until `held` is null: a search does not end before it is given up.
const HOLD: &str = "window.held = [];
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
    Object.defineProperty(Worker.prototype, 'onmessage', {
        set(hear) {
            set.call(this, news => {
                const buttons = [...document.querySelectorAll('.confidence button')];
                if (held && buttons.some(button => button.textContent === '取消')) held.push(() => hear(news));
                else hear(news);
            });
        },
    });";

#[test]
fn confidence_is_sought_given_up_and_found() {
    run(async |page| {
        page.before_load(HOLD).await?;
        page.open(CONTRIBUTION).await?;
        until_found(page).await?;
        let field = page.field("把握，%").await?;
        page.enter(&field, "100").await?;
        page.css(".field-message").await?;
        page.enter(&field, "99").await?;
        page.click("求解").await?;
        page.click("取消").await?;
        page.button("求解").await?;
        page.js::<()>("const kept = held; held = null; kept.forEach(act => act())").await?;
        let columns = "[...document.querySelectorAll('.route-table thead th')].length";
        assert_eq!(page.js::<usize>(&format!("return {columns}")).await?, 4, "nothing comes of what was given up");
        page.enter(&field, "75").await?;
        page.click("求解").await?;
        page.until_js("it is found", "[...document.querySelectorAll('.route-table thead th')].length === 5").await?;
        assert!(number(&cell(page, "同时达标概率", "有把握").await?) >= 75.0);
        assert!(number(&cell(page, "力度", "有把握").await?) > number(&cell(page, "力度", "最省力").await?));
        Ok(())
    });
}

#[test]
fn escape_leaves_everything_as_it_was() {
    run(async |page| {
        page.open(CONTRIBUTION).await?;
        until_found(page).await?;
        page.field("把握，%").await?.click().await?;
        page.press(Key::Escape).await?;
        page.css(".route-table").await?;
        page.css(".route-table .link:not(:disabled)").await?.focus().await?;
        page.press(Key::Escape).await?;
        page.until_js("the model is back", "document.querySelector('.scoreboard') !== null").await?;
        Ok(page.until_address("v=1&m=2&p=trend&i=i11").await?)
    });
}

async fn assert_accessible(page: &Page, theme: &'static str) -> Outcome {
    page.media(&[("prefers-color-scheme", theme)]).await?;
    for language in ["zh", "en"] {
        page.open(&format!("{CONTRIBUTION}&lang={language}")).await?;
        until_found(page).await?;
        page.assert_accessible().await?;
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_in_the_ways() {
    run(async |page| {
        assert_accessible(page, "light").await?;
        assert_accessible(page, "dark").await
    });
}
