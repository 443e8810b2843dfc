//! The script of a presentation: its scenes in the panel, the notes beside the stage, the slides.

use std::io::Read;

use serde_json::Value;
use thirtyfour::WindowHandle;
use thirtyfour::error::WebDriverResult;

use crate::app::{attribute, value};
use crate::files::Downloads;
use crate::support::{Key, Outcome, Page, dist, run};

/// The titles of the scenes in their order.
async fn listed(page: &Page) -> WebDriverResult<Vec<String>> {
    page.js("return [...document.querySelectorAll('.scene-title strong')].map(title => title.textContent)").await
}

/// Opens the panel with the ready script in it.
async fn take_ready(page: &Page, fragment: &str) -> Outcome {
    page.open(fragment).await?;
    page.until_loaded().await?;
    page.click("演示稿").await?;
    page.click("取用现成演示稿").await?;
    Ok(page.until("seven scenes are listed", async || Ok(listed(page).await?.len() == 7)).await?)
}

/// Goes on the stage at the first scene of the ready script, with the notes below it.
async fn present_with_notes(page: &Page) -> Outcome {
    take_ready(page, "").await?;
    notes_below(page).await
}

/// Goes on the stage from the open panel, with the notes below it.
async fn notes_below(page: &Page) -> Outcome {
    page.click("从头演示").await?;
    page.role("region", "演示").await?;
    page.until_js("the stage has the focus", "document.activeElement?.matches('.stage')").await?;
    page.driver.action_chain().send_keys("n").perform().await?;
    Ok(page.until_js("the notes are there", "document.querySelector('.notes-text')").await?)
}

/// What the notes say is shown.
async fn until_noted(page: &Page, place: &str) -> WebDriverResult<()> {
    page.until_is("the place in the notes", place.to_owned(), async || page.text(".notes-place").await).await
}

#[test]
fn the_ready_script_is_edited_ordered_and_kept() {
    run(async |page| {
        page.open("").await?;
        page.until_loaded().await?;
        page.click("演示稿").await?;
        assert!(page.text(".script-panel").await?.contains("演示稿还没有内容"));
        page.assert_accessible().await?;
        page.click("取用现成演示稿").await?;
        page.until("seven scenes are listed", async || Ok(listed(page).await?.len() == 7)).await?;

        page.click("第 1 幕：编辑").await?;
        page.enter(&page.field("第 1 幕：标题语").await?, "开场").await?;
        page.until_is("the first title", Some("开场".to_owned()), async || {
            Ok(listed(page).await?.into_iter().next())
        })
        .await?;
        let note = page.field("第 1 幕：备注").await?;
        page.type_into(&note, "先问好\n再开始").await?;
        page.field("第 1 幕：标题语").await?.click().await?;
        page.js::<()>(
            "const select = [...document.querySelectorAll('.scene-choice')].find(label => label.textContent.startsWith('并排')).querySelector('select');
             select.value = 'plan'; select.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        page.until_js(
            "it is beside the plan",
            "document.querySelector('.scene-title .muted').textContent.includes('并排规划')",
        )
        .await?;
        page.assert_accessible().await?;

        page.click("第 1 幕：下移").await?;
        page.until("it is second", async || Ok(listed(page).await?[1] == "开场")).await?;
        page.until_is("the focus", "第 2 幕：上移".to_owned(), async || page.focused().await).await?;
        page.press_with(Key::Alt, Key::Down).await?;
        page.until("it is third", async || Ok(listed(page).await?[2] == "开场")).await?;
        assert_eq!(value(&page.field("第 3 幕：备注").await?).await?, "先问好\n再开始", "its fields went with it");
        page.click("第 7 幕：删除").await?;
        page.until("six are left", async || Ok(listed(page).await?.len() == 6)).await?;
        assert!(attribute(&page.button("撤销").await?, "title").await?.contains("删除演示稿第 7 幕"));

        let before = listed(page).await?;
        page.until_js(
            "it is stored as it is listed",
            "(text => text.includes('开场') && !text.includes('不等于有把握'))(decodeURIComponent(localStorage['tuiyan.script'] ?? ''))",
        )
        .await?;
        page.come_back("").await?;
        page.until_loaded().await?;
        page.click("演示稿").await?;
        page.until_is("the list", before, async || listed(page).await).await?;
        Ok(())
    });
}

#[test]
fn what_is_shown_becomes_a_scene_and_levers_its_moves() {
    run(async |page| {
        page.open("#p=trend&i=i5&tab=why").await?;
        page.until_loaded().await?;
        page.click("加入演示稿").await?;
        page.until_js("it is told", "document.body.textContent.includes('演示稿现有 1 幕')").await?;
        page.click("演示稿").await?;
        let text = page.text(".scene-title").await?;
        assert!(text.contains("技术市场成交合同金额") && text.contains("趋势") && text.contains("原因"), "{text}");

        page.click("第 1 幕：编辑").await?;
        assert_eq!(attribute(&page.button("取当前杠杆为变动终点").await?, "disabled").await?, "true");
        page.js::<()>(
            "const select = document.querySelector('.scene-choice select');
             select.value = 'plan'; select.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        page.until_js("levers differ", "!document.querySelector('.scene-moves .link').disabled").await?;
        page.click("取当前杠杆为变动终点").await?;
        page.until_js("moves are listed", "document.querySelectorAll('.scene-moves li').length > 3").await?;
        page.click("清除").await?;
        page.until_js("none is left", "document.querySelectorAll('.scene-moves li').length === 0").await?;

        // It begins on the stage where it was chosen.
        page.click("第 1 幕：从此演示").await?;
        page.role("region", "演示").await?;
        page.press(Key::Escape).await?;
        page.until_js("the page is back", "document.querySelector('.scoreboard')").await?;
        Ok(())
    });
}

#[test]
fn notes_stand_below_the_stage_and_keep_in_step() {
    run(async |page| {
        present_with_notes(page).await?;
        until_noted(page, "1 / 7").await?;
        assert!(page.text(".notes-next").await?.contains("趋势：照现在走"));
        page.press(Key::Right).await?;
        until_noted(page, "2 / 7").await?;
        assert!(page.text(".notes-text").await?.contains("未达 10 项"), "the model's own figures");
        page.until_js("the timer runs", "document.querySelector('.notes-clock strong').textContent >= '0:01'").await?;
        page.click("计时归零").await?;
        page.until_js("the timer begins anew", "document.querySelector('.notes-clock strong').textContent === '0:00'")
            .await?;
        let overlap: bool = page
            .js("return document.querySelector('.stage-foot').getBoundingClientRect().bottom
                 > document.querySelector('.stage-notes').getBoundingClientRect().top + 1")
            .await?;
        assert!(!overlap, "the stage makes room");
        page.assert_accessible().await?;
        page.driver.action_chain().send_keys("n").perform().await?;
        page.until_js("the notes are gone", "!document.querySelector('.notes-text')").await?;
        Ok(())
    });
}

/// Opens the window of notes; what it and the stage are known by.
async fn open_window(page: &Page) -> Result<[WindowHandle; 2], Box<dyn std::error::Error>> {
    let stage = page.driver.window().await?;
    page.click("单独窗口").await?;
    page.until("a window opens", async || Ok(page.driver.windows().await?.len() == 2)).await?;
    let mut windows = page.driver.windows().await?;
    windows.retain(|window| *window != stage);
    let notes = windows.pop().ok_or("a second window")?;
    page.driver.switch_to_window(notes.clone()).await?;
    page.until_js("it is drawn", "document.querySelector('.notes-window .notes-text')").await?;
    page.until_js("it has its styles", "getComputedStyle(document.querySelector('.notes-window')).display === 'grid'")
        .await?;
    Ok([notes, stage])
}

async fn until_stage_at(page: &Page, place: &str) -> WebDriverResult<()> {
    let there = format!("document.querySelector('.stage-steps')?.textContent.includes('{place}')");
    page.until_js("the stage is there too", &there).await
}

#[test]
fn notes_in_a_window_move_the_stage_and_follow_it() {
    run(async |page| {
        present_with_notes(page).await?;
        let [_, stage] = open_window(page).await?;
        assert_eq!(page.driver.title().await?, "备注 · 推演");
        page.assert_accessible().await?;
        until_noted(page, "1 / 7").await?;
        page.click("下一幕").await?;
        until_noted(page, "2 / 7").await?;
        page.press(Key::PageDown).await?;
        until_noted(page, "3 / 7").await?;

        page.driver.switch_to_window(stage).await?;
        until_stage_at(page, "3 / 7").await?;
        assert!(!page.shows(".stage-notes").await?);
        page.press(Key::Left).await?;
        until_stage_at(page, "2 / 7").await?;
        // Whoever leaves the stage needs no notes.
        page.press(Key::Escape).await?;
        page.until("the window is closed", async || Ok(page.driver.windows().await?.len() == 1)).await?;
        Ok(())
    });
}

#[test]
fn notes_whose_window_is_closed_can_be_opened_again() {
    run(async |page| {
        present_with_notes(page).await?;
        let [_, stage] = open_window(page).await?;
        page.driver.close_window().await?;
        page.driver.switch_to_window(stage).await?;
        page.driver.action_chain().send_keys("n").perform().await?;
        page.until_js("they stand below", "document.querySelector('.stage-notes')").await?;
        Ok(())
    });
}

#[test]
fn the_window_of_notes_opens_from_a_file_too() {
    run(async |page| {
        page.offline(true).await?;
        let file = dist().join("tuiyan.html").canonicalize()?;
        page.driver.goto(format!("file://{}", file.display())).await?;
        page.until_js("the button is there", "document.querySelector('.add-scene:enabled')").await?;
        page.click("演示稿").await?;
        page.click("取用现成演示稿").await?;
        notes_below(page).await?;
        let [_, stage] = open_window(page).await?;
        page.press(Key::Right).await?;
        until_noted(page, "2 / 7").await?;
        page.driver.switch_to_window(stage).await?;
        until_stage_at(page, "2 / 7").await?;
        Ok(())
    });
}

#[test]
fn where_no_window_opens_the_notes_stay_below() {
    run(async |page| {
        page.before_load("window.open = () => null").await?;
        present_with_notes(page).await?;
        page.click("单独窗口").await?;
        page.press(Key::Right).await?;
        until_noted(page, "2 / 7").await?;
        assert!(page.shows(".stage-notes").await?);
        Ok(())
    });
}

#[test]
fn the_script_goes_with_the_file_and_comes_back() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        take_ready(page, "").await?;
        page.click("加入当前画面").await?;
        page.click("文件").await?;
        page.click("本情景 .json").await?;
        let (_, text) = downloads.next(page).await?;
        let file: Value = serde_json::from_str(&text)?;
        assert_eq!(
            (file["script"].as_array().map(Vec::len), &file["script"][7]["scenario"]),
            (Some(8), &Value::from(0))
        );
        let file = downloads.put("with-script.json", &text);

        page.open("#p=plan").await?;
        page.click("文件").await?;
        page.choose(&[&file]).await?;
        page.role("checkbox", "同时加入演示稿 8 幕").await?;
        page.click("加入 1 个情景").await?;
        page.click("演示稿").await?;
        page.until("its scenes are there", async || Ok(listed(page).await?.len() == 8)).await?;
        Ok(())
    });
}

#[test]
fn each_scene_becomes_a_slide() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        take_ready(page, "").await?;
        page.click("幻灯片 7 张 .zip").await?;
        let (name, bytes) = downloads.next_bytes(page).await?;
        assert!(name.ends_with(".zip"), "{name}");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes))?;
        let names = archive
            .file_names()
            .map(|name| Ok(name?.into_owned()))
            .collect::<Result<Vec<String>, zip::result::ZipError>>()?;
        assert_eq!(names.len(), 7);
        assert!(names.iter().any(|name| name.starts_with("01-研发投入")), "{names:?}");
        for at in 0..archive.len() {
            let mut png = Vec::new();
            archive.by_index(at)?.read_to_end(&mut png)?;
            assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
            // Width and height stand first.
            let size =
                [16, 20].map(|from: usize| u32::from_be_bytes(png[from..from + 4].try_into().expect("four bytes")));
            assert_eq!(size, [1920, 1080]);
        }
        Ok(())
    });
}

#[test]
fn two_tabs_that_both_change_the_script_keep_all_scenes() {
    run(async |page| {
        take_ready(page, "").await?;
        page.until_js("it is stored", "'tuiyan.script' in localStorage").await?;
        let first = page.driver.window().await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second.clone()).await?;
        page.come_back("").await?;
        page.until_loaded().await?;
        page.click("演示稿").await?;
        page.click("第 7 幕：删除").await?;
        page.until("six are left", async || Ok(listed(page).await?.len() == 6)).await?;
        page.driver.switch_to_window(first).await?;
        // It follows the other tab.
        page.until("six are left here too", async || Ok(listed(page).await?.len() == 6)).await?;
        page.driver.switch_to_window(second).await?;
        page.driver.close_window().await?;
        let left = page.driver.windows().await?.remove(0);
        page.driver.switch_to_window(left).await?;
        Ok(())
    });
}
