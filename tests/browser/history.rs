//! Steps back and forth: buttons, keys, the list, the replay, and resets.

use crate::app::{TREND, attribute, value};
use crate::support::{Key, Outcome, Page, run};

const ATTRITION: &str = "研发人员流失率";
const FILL: &str = "研发岗位到位率，数值（%）";

/// Waits until the steps' part has come.
async fn until_ready(page: &Page) -> Outcome {
    let button = page.button("历史").await?;
    page.until("the list can be opened", async || button.is_enabled().await).await?;
    Ok(())
}

#[test]
fn twenty_edits_are_undone_by_keyboard() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        until_ready(page).await?;
        let field = page.field(FILL).await?;
        for number in 1..=20 {
            page.enter(&field, &(60 + number).to_string()).await?;
        }
        page.until_js("the last edit is there", "location.hash.includes('vacancy_fill=80')").await?;
        // The field has the focus, but nothing is being typed.
        for _ in 0..19 {
            page.press_with(Key::Control, "z").await?;
        }
        page.until_js("one is left", "location.hash.includes('vacancy_fill=61&')").await?;
        page.press_with(Key::Control, "z").await?;
        page.until_address(TREND).await?;
        assert!(!page.button("撤销").await?.is_enabled().await?);
        page.press_with(Key::Control, "y").await?;
        page.until_js("it is done again", "location.hash.includes('vacancy_fill=61&')").await?;
        page.press_with(Key::Control, "z").await?;
        page.until_address(TREND).await?;
        let chord = page.driver.action_chain().key_down(Key::Control).key_down(Key::Shift).send_keys("z");
        chord.key_up(Key::Shift).key_up(Key::Control).perform().await?;
        page.until_js("it is done a second time", "location.hash.includes('vacancy_fill=61&')").await?;
        Ok(())
    });
}

#[test]
fn what_is_being_typed_is_the_browsers_to_undo() {
    run(async |page| {
        page.open("").await?;
        until_ready(page).await?;
        let field = page.field(FILL).await?;
        page.enter(&field, "70").await?;
        page.until_js("the edit is there", "location.hash.includes('vacancy_fill=70')").await?;
        page.type_into(&field, "8").await?;
        page.press_with(Key::Control, "z").await?;
        page.until("the typing is undone", async || Ok(value(&field).await? != "8")).await?;
        assert!(page.fragment().await?.contains("vacancy_fill=70"));
        Ok(())
    });
}

#[test]
fn a_drag_is_one_step_and_says_what_it_was() {
    run(async |page| {
        page.open("").await?;
        until_ready(page).await?;
        let slider = page.slider(ATTRITION).await?;
        let [from, to] = [page.knob(&slider, 6.0).await?, page.knob(&slider, 12.0).await?];
        page.mouse("mousePressed", from.0, from.1).await?;
        for step in 1..=5 {
            page.mouse("mouseMoved", from.0 + f64::from(step) / 5.0 * (to.0 - from.0), to.1).await?;
        }
        page.mouse("mouseReleased", to.0, to.1).await?;
        page.until_js("the drag is over", "location.hash.includes('talent_attrition')").await?;
        let title = attribute(&page.button("撤销").await?, "title").await?;
        assert!(title.starts_with("撤销：研发人员流失率 6.0 → 1"), "{title}");
        page.click("撤销").await?;
        page.until_address(TREND).await?;
        let title = attribute(&page.button("重做").await?, "title").await?;
        assert!(title.starts_with("重做：研发人员流失率 6.0 → 1"), "{title}");
        Ok(())
    });
}

#[test]
fn the_list_leads_back_and_forth() {
    run(async |page| {
        page.open("").await?;
        until_ready(page).await?;
        let field = page.field(FILL).await?;
        for text in ["50", "65", "70"] {
            page.enter(&field, text).await?;
        }
        page.click("历史").await?;
        page.role("dialog", "历史").await?;
        page.click("研发岗位到位率 60 → 50").await?;
        page.until_js("it is back there", "location.hash.includes('vacancy_fill=50')").await?;
        page.click("研发岗位到位率 65 → 70").await?;
        page.until_js("it is done again", "location.hash.includes('vacancy_fill=70')").await?;
        page.click("最初").await?;
        page.until_address(TREND).await?;
        Ok(())
    });
}

#[test]
fn the_last_change_is_replayed() {
    run(async |page| {
        page.open("").await?;
        until_ready(page).await?;
        let before = page.score("i3").await?.value;
        page.enter(&page.field(FILL).await?, "80").await?;
        page.until("the figure moves", async || Ok(page.score("i3").await?.value != before)).await?;
        let after = page.score("i3").await?.value;
        page.click("历史").await?;
        page.click("回放上一步").await?;
        page.until_is("the figure", before.clone(), async || Ok(page.score("i3").await?.value)).await?;
        assert!(page.text(".scenario-name").await?.contains("回放"));
        page.click("回放上一步").await?;
        page.until_is("the figure", after, async || Ok(page.score("i3").await?.value)).await?;
        Ok(())
    });
}

#[test]
fn a_reset_says_to_what() {
    run(async |page| {
        page.open("#p=plan&talent_attrition=8&c.rd_depreciation=0.12&ref=headwinds").await?;
        page.click("复位到…").await?;
        page.role("dialog", "复位到…").await?;
        assert!(!page.button("打开时").await?.is_enabled().await?);
        page.click("对照（承压）").await?;
        page.until_address("v=1&m=2&p=headwinds&ref=headwinds&i=i1").await?;
        page.click("打开时").await?;
        page.until_address("v=1&m=2&p=plan&talent_attrition=8&c.rd_depreciation=0.12&ref=headwinds&i=i1").await?;
        Ok(())
    });
}
