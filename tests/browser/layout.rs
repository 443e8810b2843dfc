//! Everything fits: three panes from 1280×720 up, one column on a phone, in both languages.

use crate::support::{Outcome, Page, run};

/// The texts that are clipped, by their own element or one around it, or that reach beyond the window.
const CUT: &str = "
    const cut = [], texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const parent = text.parentElement;
        if (!text.data.trim() || parent.closest('.unseen, select, svg') || !parent.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (box.width < 1) continue;
        let room = { left: 0, right: innerWidth, top: -Infinity, bottom: Infinity };
        for (let at = parent; at; at = at.parentElement) {
            const style = getComputedStyle(at), around = at.getBoundingClientRect();
            const scrolls = style.overflowY === 'auto' || style.overflowY === 'scroll';
            if (style.overflowX === 'visible') continue;
            room = { ...room, left: Math.max(room.left, around.left), right: Math.min(room.right, around.right) };
            if (scrolls) break;
            // What finds no room in a line may drop out of it as a whole.
            if (style.flexWrap === 'wrap' && box.top >= around.bottom - 4) { room = null; break }
            room.top = Math.max(room.top, around.top);
            room.bottom = Math.min(room.bottom, around.bottom);
        }
        // A line of text is taller than what it draws: a few pixels of it may be cut.
        if (!room) continue;
        if (box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 4 || box.bottom > room.bottom + 4) {
            cut.push(`${parent.className || parent.tagName}: ${text.data}`);
        }
    }
    for (const input of document.querySelectorAll('input[type=text]')) {
        if (input.checkVisibility() && input.scrollWidth > input.clientWidth + 1) cut.push(`field: ${input.value}`);
    }
    return cut";

/// What scrolls sideways: the page, or anything in it.
const SIDEWAYS: &str = "return [document.documentElement, document.body, ...document.querySelectorAll('#app *')]
    .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
        && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
        || element === document.documentElement && element.scrollWidth > innerWidth)
    .map(element => `${element.tagName}.${element.className}`)";

async fn assert_fits(page: &Page, what: &str) -> Outcome {
    assert_eq!(page.js::<Vec<String>>(CUT).await?, [""; 0], "{what}: texts are cut");
    assert_eq!(page.js::<Vec<String>>(SIDEWAYS).await?, [""; 0], "{what}: something scrolls sideways");
    Ok(())
}

const TABS: [&str; 3] = ["trajectory", "overview", "basis"];

/// Waits until a tab shows all it has, the draws in the trajectory among it.
async fn until_complete(page: &Page, tab: &str) -> Outcome {
    page.until_loaded().await?;
    if tab == TABS[0] {
        page.until_drawn().await?;
    }
    Ok(page.two_frames().await?)
}

async fn fits_a_screen(page: &Page, width: u32, height: u32) -> Outcome {
    page.viewport(width, height, 1.0).await?;
    for language in ["zh", "en"] {
        for tab in TABS {
            let what = format!("{width}×{height} {language} {tab}");
            page.open(&format!("#p=plan&talent_attrition=20&gdp_growth=9.75&i=i2&tab={tab}&lang={language}")).await?;
            until_complete(page, tab).await?;
            assert_fits(page, &what).await?;
            let scrolls: bool = page
                .js("return document.documentElement.scrollHeight > innerHeight || document.body.scrollHeight > innerHeight")
                .await?;
            assert!(!scrolls, "{what}: the page scrolls");

            // All levers and all scores stand on the screen at once, but for folded groups.
            let hidden: Vec<String> = page
                .js("return [...document.querySelectorAll('.lever, .score, .group-head, .foot')]
                         .filter(row => row.checkVisibility()).filter(row => {
                             const box = row.getBoundingClientRect();
                             const pane = row.closest('.groups, .scores')?.getBoundingClientRect();
                             return box.bottom > Math.min(innerHeight, pane?.bottom ?? innerHeight) + 1 || box.top < 0;
                         }).map(row => row.dataset.lever ?? row.dataset.indicator ?? row.className)")
                .await?;
            assert_eq!(hidden, [""; 0], "{what}: beyond the screen");
        }
    }
    Ok(())
}

#[test]
fn fits_1280_by_720() {
    run(async |page| fits_a_screen(page, 1280, 720).await);
}

#[test]
fn fits_1366_by_768() {
    run(async |page| fits_a_screen(page, 1366, 768).await);
}

#[test]
fn fits_1920_by_1080() {
    run(async |page| fits_a_screen(page, 1920, 1080).await);
}

#[test]
fn the_lever_panel_fits_wherever_it_opens() {
    run(async |page| {
        page.viewport(1280, 720, 1.0).await?;
        for (language, lever, years, basis) in [
            ("zh", "企业研发投入自主增速", "逐年", "依据 D"),
            ("en", "Enterprises’ own R&D growth", "By year", "Basis D"),
        ] {
            page.open(&format!("#enterprise_rd_growth=16.4837,1,2,3,34.25&lang={language}")).await?;
            page.slider(lever).await?.focus().await?;
            for panel in [years, basis] {
                page.click(panel).await?;
                page.css(".foot-panel").await?;
                assert_fits(page, panel).await?;
                let box_top: f64 =
                    page.js("return document.querySelector('.foot-panel').getBoundingClientRect().top").await?;
                assert!(box_top >= 0.0, "{panel}: {box_top}");
            }
        }
        Ok(())
    });
}

#[test]
fn a_message_beside_a_field_shows_in_full() {
    run(async |page| {
        page.viewport(1280, 720, 1.0).await?;
        page.open("#lang=en").await?;
        // The first, the last of the visible ones, and one in between.
        for field in ["value-gov_rd_growth", "value-hnte_entry", "value-reform_dividend"] {
            let field = page.css(&format!("#{field}")).await?;
            page.enter(&field, "1,2").await?;
            let hidden: bool = page
                .js_with(
                    "const box = document.getElementById(arguments[0].id + '-message').getBoundingClientRect();
                     return ![[box.left + 4, box.top + 4], [box.right - 4, box.bottom - 4]]
                         .every(([x, y]) => document.elementFromPoint(x, y)?.id === arguments[0].id + '-message')",
                    [field.to_json()?],
                )
                .await?;
            assert!(!hidden, "{:?}", field.id().await?);
            page.press(crate::support::Key::Escape).await?;
        }
        Ok(())
    });
}

#[test]
fn a_phone_scrolls_down_only_under_a_summary_that_stays() {
    run(async |page| {
        page.viewport(390, 844, 2.0).await?;
        for language in ["zh", "en"] {
            for tab in TABS {
                page.open(&format!("#p=plan&talent_attrition=20&tab={tab}&lang={language}")).await?;
                until_complete(page, tab).await?;
                assert_fits(page, &format!("390×844 {language} {tab}")).await?;
            }
            page.js::<()>("scrollTo(0, document.documentElement.scrollHeight)").await?;
            page.until_js("the page has scrolled", "scrollY > 200").await?;
            let [top, bottom]: [f64; 2] = page
                .js("const box = document.querySelector('.summary').getBoundingClientRect(); return [box.top, box.bottom]")
                .await?;
            assert!((0.0..1.0).contains(&top) && bottom < 130.0, "the summary is at {top} to {bottom}");
            let covered: bool = page.js("return !document.elementFromPoint(30, 20).closest('.summary')").await?;
            assert!(!covered, "the summary is covered");
        }
        Ok(())
    });
}

#[test]
fn the_phones_drawer_opens_under_the_summary_with_levers_for_fingers() {
    run(async |page| {
        page.viewport(390, 844, 2.0).await?;
        page.open("").await?;
        let handle = page.button("展开或收起杠杆").await?;
        let top = async || page.js::<f64>("return document.querySelector('.levers').getBoundingClientRect().top").await;
        assert!(top().await? > 600.0);
        assert!(page.shows("#slider-gov_rd_growth").await?, "levers show while the drawer is closed");
        handle.click().await?;
        page.until("the drawer is open", async || Ok(top().await? < 300.0)).await?;
        let summary: f64 = page.js("return document.querySelector('.counts').getBoundingClientRect().bottom").await?;
        assert!(summary < top().await?, "the drawer leaves the summary visible");

        for group in ["人才", "企业", "平台", "环境", "研发投入"] {
            page.click(group).await?;
            page.until_js("the group's levers show", "document.querySelector('.group.shown .lever').checkVisibility()")
                .await?;
            let small: Vec<String> = page
                .js("return [...document.querySelectorAll('.group.shown .lever input')].filter(input => {
                         const { width, height } = input.getBoundingClientRect();
                         return Math.min(width, height) < 44;
                     }).map(input => `${input.id} ${input.getBoundingClientRect().width}×${input.getBoundingClientRect().height}`)")
                .await?;
            assert_eq!(small, [""; 0], "{group}");
            assert_fits(page, group).await?;
        }
        handle.click().await?;
        page.until("the drawer is closed", async || Ok(top().await? > 600.0)).await?;
        Ok(())
    });
}

#[test]
fn a_finger_moves_a_lever() {
    run(async |page| {
        page.viewport(390, 844, 2.0).await?;
        page.cdp("Emulation.setTouchEmulationEnabled", serde_json::json!({ "enabled": true })).await?;
        page.open("").await?;
        page.click("人才").await?;
        let slider = page.slider("人才引进强度").await?;
        let [from, to] = [page.knob(&slider, 1.5).await?, page.knob(&slider, 5.0).await?];
        let touch = async |event: &str, points: &[(f64, f64)]| {
            let points: Vec<_> = points.iter().map(|(x, y)| serde_json::json!({ "x": x, "y": y })).collect();
            page.cdp("Input.dispatchTouchEvent", serde_json::json!({ "type": event, "touchPoints": points })).await
        };
        touch("touchStart", &[from]).await?;
        for step in 1..=8 {
            touch("touchMove", &[(from.0 + f64::from(step) / 8.0 * (to.0 - from.0), from.1)]).await?;
        }
        touch("touchEnd", &[]).await?;
        page.until_js("the address follows", "/talent_intake=(4|5)/.test(location.hash)").await?;
        Ok(())
    });
}
