//! The presentation: on it and off it, by keys, as a room sees it.

use thirtyfour::error::WebDriverResult;

use crate::app::attribute;
use crate::support::{Key, Outcome, Page, run};

/// A scenario that falls short of the fifth target, with levers that make a difference.
const SHORT: &str = "#gdp_growth=12.5&contract_registration=26&talent_intake=2.5&i=i5";

async fn until_on_stage(page: &Page) -> Outcome {
    page.role("region", "演示").await?;
    Ok(page
        .until_js("the chance is there", "/\\d %/.test(document.querySelector('.stage-chance')?.textContent)")
        .await?)
}

/// Opens the page and goes on the stage by its key.
async fn present(page: &Page, fragment: &str) -> Outcome {
    page.open(fragment).await?;
    page.until_loaded().await?;
    type_key(page, "p").await?;
    until_on_stage(page).await
}

async fn type_key(page: &Page, key: &str) -> WebDriverResult<()> {
    page.driver.action_chain().send_keys(key).perform().await
}

async fn title(page: &Page) -> WebDriverResult<String> {
    page.text(".stage h1").await
}

async fn until_title(page: &Page, wanted: &str) -> WebDriverResult<()> {
    page.until_is("the title", wanted.to_owned(), async || title(page).await).await
}

async fn until_off_stage(page: &Page) -> WebDriverResult<()> {
    page.until_js("the page is back", "document.querySelector('.scoreboard') && !document.querySelector('.stage')")
        .await
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// What the slider along the years says.
async fn year(page: &Page) -> WebDriverResult<String> {
    attribute(&page.role("slider", "显示到哪一年").await?, "aria-valuetext").await
}

#[test]
fn a_key_or_a_word_leads_on_the_stage_and_escape_back() {
    run(async |page| {
        present(page, SHORT).await?;
        until_title(page, "技术市场成交合同金额").await?;
        assert!(!page.shows(".scoreboard").await?, "nothing of the page is left to stumble on");
        page.press(Key::Escape).await?;
        until_off_stage(page).await?;
        page.until_is("the focus", "演示".to_owned(), async || page.focused().await).await?;
        page.press(Key::Enter).await?;
        until_on_stage(page).await?;
        page.click("退出").await?;
        Ok(until_off_stage(page).await?)
    });
}

#[test]
fn a_letter_in_a_field_is_a_letter() {
    run(async |page| {
        page.open("").await?;
        page.until_loaded().await?;
        let field = page.css("#value-talent_intake").await?;
        page.type_into(&field, "p").await?;
        assert_eq!(crate::app::value(&field).await?, "p");
        assert!(!page.shows(".stage").await?);
        Ok(())
    });
}

#[test]
fn it_fills_the_screen_and_leaves_with_it() {
    run(async |page| {
        present(page, SHORT).await?;
        page.until_js("the screen is filled", "document.fullscreenElement !== null").await?;
        page.js::<()>("document.exitFullscreen()").await?;
        Ok(until_off_stage(page).await?)
    });
}

#[test]
fn arrows_and_clickers_go_from_indicator_to_indicator() {
    run(async |page| {
        present(page, SHORT).await?;
        page.press(Key::Right).await?;
        until_title(page, "国家级高新技术企业数").await?;
        page.press(Key::PageDown).await?;
        until_title(page, "高技术产业营收占比").await?;
        page.press(Key::PageUp).await?;
        page.press(Key::Left).await?;
        until_title(page, "技术市场成交合同金额").await?;
        // Clickers also work while a control has the focus.
        page.role("slider", "显示到哪一年").await?.focus().await?;
        page.press(Key::PageDown).await?;
        until_title(page, "国家级高新技术企业数").await?;
        let said: String = page.js("return document.querySelector('.stage [role=status]').textContent").await?;
        assert!(said.starts_with("第 6 幕，共 11 幕") && said.contains("国家级高新技术企业数"), "{said}");
        Ok(())
    });
}

#[test]
fn the_start_button_of_a_clicker_does_not_reload() {
    run(async |page| {
        present(page, SHORT).await?;
        page.js::<()>("window.same = true").await?;
        page.press(Key::F5).await?;
        page.until_js("it is at the beginning", "document.querySelector('.stage-steps span').textContent === '1 / 11'")
            .await?;
        page.press(Key::Right).await?;
        page.press_with(Key::Shift, Key::F5).await?;
        page.press(Key::Right).await?;
        page.until_js("it went on", "document.querySelector('.stage-steps span').textContent === '3 / 11'").await?;
        assert!(page.js::<bool>("return window.same === true").await?);
        Ok(())
    });
}

#[test]
fn the_screen_turns_black_and_back() {
    run(async |page| {
        present(page, SHORT).await?;
        for key in [".", "b"] {
            type_key(page, key).await?;
            page.until_js("it is black", "!document.querySelector('.stage h1')").await?;
            let ground: String =
                page.js("return getComputedStyle(document.querySelector('.stage')).backgroundColor").await?;
            assert_eq!(ground, "rgb(0, 0, 0)");
            type_key(page, key).await?;
            until_title(page, "技术市场成交合同金额").await?;
        }
        Ok(())
    });
}

#[test]
fn the_years_play_pause_and_are_scrubbed() {
    run(async |page| {
        page.media(&[("prefers-reduced-motion", "no-preference")]).await?;
        present(page, SHORT).await?;
        assert_eq!(year(page).await?, "2025");
        type_key(page, " ").await?;
        page.role("button", "暂停").await?;
        page.until(
            "some years are played",
            async || Ok(["2021", "2022", "2023"].contains(&year(page).await?.as_str())),
        )
        .await?;
        type_key(page, " ").await?;
        page.role("button", "播放").await?;
        type_key(page, " ").await?;
        page.until_is("the year", "2025".to_owned(), async || year(page).await).await?;
        page.role("button", "播放").await?;
        let slider = page.role("slider", "显示到哪一年").await?;
        slider.focus().await?;
        page.press(Key::Home).await?;
        page.until_is("the year", "2020".to_owned(), async || year(page).await).await?;
        assert!(page.text(".stage-side").await?.starts_with("2020 年实绩\n3.7"));
        page.press(Key::Right).await?;
        page.until_is("the year", "2021".to_owned(), async || year(page).await).await?;
        assert!(page.text(".stage-year").await?.contains("2021 年测算"));
        Ok(())
    });
}

#[test]
fn without_motion_it_goes_on_by_a_year() {
    run(async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await?;
        present(page, SHORT).await?;
        for wanted in ["2020", "2021", "2022"] {
            type_key(page, " ").await?;
            page.until_is("the year", wanted.to_owned(), async || year(page).await).await?;
        }
        Ok(())
    });
}

#[test]
fn a_lever_that_is_dragged_on_the_stage_is_improvised_too() {
    run(async |page| {
        present(page, SHORT).await?;
        let before = page.text(".stage-value strong").await?;
        type_key(page, "l").await?;
        page.role("dialog", "现场调整").await?;
        let slider = page.slider("技术合同登记与转化力度").await?;
        let (x, y): (f64, f64) = page
            .js_with(
                "const { left, right, top, bottom } = arguments[0].getBoundingClientRect();
                 return [(left + right) / 2, (top + bottom) / 2]",
                [slider.to_json()?],
            )
            .await?;
        page.drag((x, y), (x + 60.0, y), 6).await?;
        page.until("the value has moved", async || Ok(page.text(".stage-value strong").await? != before)).await?;
        assert!(page.text(".stage-scenario").await?.contains("现场调整中"));
        Ok(())
    });
}

#[test]
fn levers_are_moved_on_the_stage_and_dropped() {
    run(async |page| {
        present(page, SHORT).await?;
        let before = page.text(".stage-value strong").await?;
        let address = page.fragment().await?;
        type_key(page, "l").await?;
        page.role("dialog", "现场调整").await?;
        let slider = page.slider("技术合同登记与转化力度").await?;
        slider.focus().await?;
        page.press(Key::End).await?;
        page.until("the value has moved", async || Ok(page.text(".stage-value strong").await? != before)).await?;
        assert!(page.text(".stage-scenario").await?.contains("现场调整中"));
        page.press(Key::Escape).await?;
        page.until_js("the levers are away", "!document.querySelector('.stage-sheet')").await?;
        type_key(page, "r").await?;
        page.until_is("the value", before, async || page.text(".stage-value strong").await).await?;
        until_title(page, "技术市场成交合同金额").await?;
        page.press(Key::Escape).await?;
        until_off_stage(page).await?;
        assert_eq!(page.fragment().await?, address, "the page is as it was");
        assert!(!page.button("撤销").await?.is_enabled().await?, "and nothing is to be undone");
        Ok(())
    });
}

#[test]
fn a_guess_is_taken_and_told() {
    run(async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await?;
        present(page, SHORT).await?;
        let projected: f64 = page.text(".stage-value strong").await?.parse()?;
        type_key(page, "g").await?;
        let handle = page.role("slider", "现场估计").await?;
        assert!(!page.text(".stage-side").await?.contains(&projected.to_string()), "it is not given away");
        page.until_is("the focus", "现场估计".to_owned(), async || page.focused().await).await?;
        page.press(Key::Up).await?;
        page.until("it has moved", async || Ok(number(&attribute(&handle, "aria-valuenow").await?) > 3.7)).await?;
        page.enter(&page.field("现场估计，数值").await?, "16").await?;
        page.until("it is at 16", async || Ok(attribute(&handle, "aria-valuenow").await? == "16")).await?;
        handle.focus().await?;
        page.press(Key::Enter).await?;
        page.css(".stage-told strong").await?;
        let told = page.text(".stage-told").await?;
        assert!(told.starts_with("现场估计 16.0"), "{told}");
        let off = format!("低估 {:.1} 亿元", projected - 16.0);
        assert!(told.contains(&off), "{told}: {off}");
        type_key(page, "g").await?;
        Ok(page.until_js("it is cleared", "!document.querySelector('.stage-told')").await?)
    });
}

#[test]
fn a_guess_is_dragged_on_the_chart() {
    run(async |page| {
        present(page, SHORT).await?;
        type_key(page, "g").await?;
        let handle = page.role("slider", "现场估计").await?;
        let (x, y) = page.middle(&handle).await?;
        page.driver.action_chain().move_to(x as i64, y as i64).click_and_hold().perform().await?;
        page.until("it is in the middle", async || Ok(number(&attribute(&handle, "aria-valuenow").await?) > 5.0))
            .await?;
        let middle = number(&attribute(&handle, "aria-valuenow").await?);
        page.driver.action_chain().move_to(x as i64, y as i64 - 60).release().perform().await?;
        Ok(page
            .until("it is higher", async || Ok(number(&attribute(&handle, "aria-valuenow").await?) > middle))
            .await?)
    });
}

#[test]
fn what_if_tells_what_it_takes_and_what_is_nearest() {
    run(async |page| {
        present(page, "#i=i5").await?;
        type_key(page, "w").await?;
        page.role("dialog", "要是……呢？").await?;
        let known = "/概率为 [<>\\d]/.test(document.querySelector('.what-if')?.textContent)";
        page.until_js("the chance is known", known).await?;
        assert!(page.text(".what-if-answer").await?.contains("能到 20 亿元"));
        let sheet = page.text(".what-if").await?;
        assert!(sheet.contains("研发经费") && sheet.contains("研发人员净增"), "{sheet}");
        let field = page.field("想要的数值").await?;
        page.enter(&field, "3").await?;
        page.css(".what-if .field-message").await?;
        page.enter(&field, "150").await?;
        page.until_js("it is out of reach", "document.querySelector('.what-if-answer.short')").await?;
        let answer = page.text(".what-if-answer").await?;
        assert!(answer.starts_with("到不了 150") && answer.contains("最多约"), "{answer}");
        page.click("在台上采用").await?;
        page.until_js("it is shown", "document.querySelector('.stage-scenario').textContent.includes('现场调整中')")
            .await?;
        Ok(())
    });
}

#[test]
fn the_reference_stands_beside_at_the_same_scale() {
    run(async |page| {
        present(page, SHORT).await?;
        type_key(page, "s").await?;
        page.until_js("there are two", "document.querySelectorAll('.stage-half canvas[role=img]').length === 2")
            .await?;
        let known =
            "[...document.querySelectorAll('.stage-chance strong')].every(chance => /\\d/.test(chance.textContent))";
        page.until_js("both chances are known", known).await?;
        type_key(page, "s").await?;
        Ok(page.until_js("there is one", "document.querySelectorAll('.stage-half').length === 0").await?)
    });
}

#[test]
fn help_lists_the_keys() {
    run(async |page| {
        present(page, SHORT).await?;
        type_key(page, "?").await?;
        page.role("dialog", "按键说明").await?;
        let keys = page.text(".help dl").await?;
        for key in ["空格", "PgDn", "F5", "Esc"] {
            assert!(keys.contains(key), "{keys}");
        }
        page.press(Key::Escape).await?;
        page.until_js("it is closed", "!document.querySelector('.stage-sheet')").await?;
        Ok(until_title(page, "技术市场成交合同金额").await?)
    });
}

/// Takes the ready script; where it is, the page stands.
async fn take_ready(page: &Page) -> Outcome {
    page.open("").await?;
    page.until_loaded().await?;
    page.click("演示稿").await?;
    page.click("取用现成演示稿").await?;
    page.until_js("seven scenes are listed", "document.querySelectorAll('.scene-title').length === 7").await?;
    page.press(Key::Escape).await?;
    Ok(page.until_js("the list is away", "!document.querySelector('.scene-title')").await?)
}

async fn until_scene(page: &Page, place: &str) -> WebDriverResult<()> {
    page.until_is("the scene", place.to_owned(), async || page.text(".stage-steps span").await).await
}

#[test]
fn a_clicker_starts_the_script_and_goes_on_where_it_was_left() {
    run(async |page| {
        take_ready(page).await?;
        page.press(Key::F5).await?;
        until_scene(page, "1 / 7").await?;
        assert_eq!(page.text(".stage-caption").await?, "起点：五年要走多远");
        page.press(Key::PageDown).await?;
        page.until_js("all indicators are shown", "document.querySelectorAll('.board tbody tr').length === 11").await?;
        page.press(Key::Escape).await?;
        until_off_stage(page).await?;
        page.press_with(Key::Shift, Key::F5).await?;
        until_scene(page, "2 / 7").await?;
        page.press(Key::Escape).await?;
        until_off_stage(page).await?;
        page.press(Key::F5).await?;
        Ok(until_scene(page, "1 / 7").await?)
    });
}

#[test]
fn the_moves_of_a_scene_play_and_what_is_improvised_is_dropped() {
    run(async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await?;
        take_ready(page).await?;
        page.press(Key::F5).await?;
        for _ in 0..3 {
            page.press(Key::PageDown).await?;
        }
        until_scene(page, "4 / 7").await?;
        let played = async || attribute(&page.role("slider", "杠杆移动进度").await?, "aria-valuetext").await;
        page.until_is("the part played", "0 %".to_owned(), played).await?;
        let start = page.text(".stage-value strong").await?;
        page.until_js("the levers are named", "document.querySelectorAll('.stage-lever-way').length === 4").await?;
        assert!(page.text(".stage-levers").await?.contains("到位后"));
        type_key(page, " ").await?;
        page.until_is("the part played", "20 %".to_owned(), played).await?;
        for _ in 0..4 {
            type_key(page, " ").await?;
        }
        page.until_is("the part played", "100 %".to_owned(), played).await?;
        page.until_js("it is met", "document.querySelector('.stage-status').textContent.startsWith('达标')").await?;
        let end = page.text(".stage-value strong").await?;
        assert!(number(&end) > number(&start), "{start} {end}");

        type_key(page, "l").await?;
        page.slider("高企新增认定率").await?.focus().await?;
        page.press(Key::Home).await?;
        page.until("it falls", async || Ok(number(&page.text(".stage-value strong").await?) < number(&end))).await?;
        page.press(Key::Escape).await?;
        type_key(page, "r").await?;
        page.until_is("the value", start, async || page.text(".stage-value strong").await).await?;
        Ok(until_scene(page, "4 / 7").await?)
    });
}

/// The texts of the stage that reach beyond the window or are cut off by their places.
const CUT_OFF: &str = "
    const cut = [...document.querySelectorAll('.stage :is(p, h1, h2, th, td, strong, span, button)')].filter(element => {
        const box = element.getBoundingClientRect();
        if (box.width <= 1 || element.closest('.stage-sheet')) return false;
        return box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1 || box.top < -1;
    });
    return cut.map(element => element.className + ' ' + element.textContent)";

#[test]
fn nothing_is_cut_off_at_any_size_in_any_language() {
    run(async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await?;
        for (width, height) in [(1920, 1080), (1366, 768), (1024, 768), (390, 844)] {
            page.viewport(width, height, 1.0).await?;
            for language in ["zh", "en"] {
                page.open(&format!("{SHORT}&lang={language}")).await?;
                page.until_loaded().await?;
                type_key(page, "p").await?;
                page.css(".stage-lever-way").await?;
                // The kinds of pictures, with the reference beside, and with the levers.
                for key in ["", "v", "v", "v", "v", "s", "v", "s", "l"] {
                    type_key(page, key).await?;
                    let cut: Vec<String> = page.js(CUT_OFF).await?;
                    assert_eq!(cut, [""; 0], "{width}×{height} {language}, after {key}");
                }
            }
        }
        Ok(())
    });
}

/// Whether levers stand in their sheet, down which they can be scrolled, and texts of the scene neither leave it nor touch each other.
const WITH_LEVERS: &str = "(() => {
    const box = node => node.getBoundingClientRect();
    const sheet = box(document.querySelector('.stage-sheet.improvise'));
    const levers = box(document.querySelector('.improvise .levers'));
    const inside = levers.top >= sheet.top && levers.top < sheet.bottom
        && levers.left >= sheet.left && levers.right <= sheet.right + 1;
    const body = box(document.querySelector('.stage-body'));
    const fits = [...document.querySelectorAll('.stage-body .stage-reading, .stage-body .bar-value')]
        .every(text => text.scrollWidth <= text.clientWidth + 1 && box(text).bottom <= body.bottom + 1);
    const ticks = [...document.querySelectorAll('.bar-axis text')].map(box).filter(tick => tick.width > 0);
    return inside && fits && ticks.length > 1 && ticks.every((tick, i) => i === 0 || tick.left > ticks[i - 1].right);
})()";

#[test]
fn levers_and_causes_have_room_beside_each_other() {
    run(async |page| {
        for (width, height) in [(1366, 768), (1920, 1080), (390, 844)] {
            page.viewport(width, height, 1.0).await?;
            present(page, "#p=trend&ref=plan&i=i1").await?;
            for _ in 0..2 {
                type_key(page, "v").await?;
            }
            page.css(".causes .bar-axis text").await?;
            type_key(page, "l").await?;
            page.until_js("all has room", WITH_LEVERS).await?;
            page.press(Key::Escape).await?;
            page.press(Key::Escape).await?;
            until_off_stage(page).await?;
        }
        Ok(())
    });
}

#[test]
fn texts_and_strokes_are_as_large_as_the_window_lets_them() {
    run(async |page| {
        page.viewport(1920, 1080, 1.0).await?;
        present(page, SHORT).await?;
        let size = "const size = selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize);
            return ['.stage-value strong', '.stage h1', '.stage-status', '.stage-subtitle', '.stage-foot'].map(size)";
        let large: Vec<f64> = page.js(size).await?;
        assert_eq!(large, [148.0, 64.0, 44.0, 34.0, 24.0]);
        page.viewport(960, 540, 1.0).await?;
        page.until("they are half as large", async || {
            Ok(page.js::<Vec<f64>>(size).await? == large.iter().map(|size| size / 2.0).collect::<Vec<_>>())
        })
        .await?;
        Ok(())
    });
}

/// Looks at all kinds of pictures, a guess, and what can lie over them.
async fn assert_stage_accessible(page: &Page, language: &str) -> Outcome {
    page.open(&format!("{SHORT}&lang={language}")).await?;
    page.until_loaded().await?;
    type_key(page, "p").await?;
    page.css(".stage h1").await?;
    page.css(".stage-lever-way").await?;
    // Of the kinds of pictures, and with the reference beside.
    for key in ["", "v", "v", "v", "v", "s", "g", "g"] {
        type_key(page, key).await?;
        page.assert_accessible().await?;
    }
    for key in ["?", "l", "w"] {
        type_key(page, key).await?;
        page.css(".stage-sheet").await?;
        page.assert_accessible().await?;
        page.press(Key::Escape).await?;
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_on_the_stage() {
    run(async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await?;
        for language in ["zh", "en"] {
            assert_stage_accessible(page, language).await?;
        }
        Ok(())
    });
}
