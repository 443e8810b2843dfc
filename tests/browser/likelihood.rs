//! How likely targets are, live: chances, ranges, dots, and the marks on the levers' tracks.

use thirtyfour::error::WebDriverResult;

use crate::app::attribute;
use crate::support::{Key, Page, run};

/// The chances in the scoreboard, in the order of its rows; empty texts while there are none.
async fn chances(page: &Page) -> WebDriverResult<Vec<String>> {
    page.js(
        "return [...document.querySelectorAll('.score > .score-chance')].map(cell => cell.firstChild?.nodeValue ?? '')",
    )
    .await
}

/// How many draws the page says its chances come from.
const DRAWN: &str = "Number(document.querySelector('.drawn')?.textContent.replace(/\\D/g, '') ?? 0)";

/// Waits until all draws of a live run are in.
async fn until_drawn(page: &Page) -> WebDriverResult<()> {
    page.until_js("10,000 draws are in", &format!("{DRAWN} === 10000")).await
}

async fn until_other(page: &Page, before: &[String]) -> WebDriverResult<()> {
    page.until("the chances change", async || Ok(chances(page).await? != before)).await
}

#[test]
fn chances_stand_beside_statuses_and_follow_a_lever() {
    run(async |page| {
        page.open("#p=plan").await?;
        until_drawn(page).await?;
        let before = chances(page).await?;
        assert_eq!(before.len(), 11);
        for (i, chance) in before.iter().enumerate() {
            let percent: f64 = chance.trim_start_matches(['<', '>']).parse()?;
            assert!((40.0..=100.0).contains(&percent), "i{}: {chance}", i + 1);
            let score = page.score(&format!("i{}", i + 1)).await?;
            let toss_up = page
                .js_with::<bool, 1>(
                    "return document.querySelectorAll('.score')[arguments[0]].querySelector('.toss-up') !== null",
                    [i.into()],
                )
                .await?;
            assert_eq!(toss_up, score.status == "达标" && percent < 60.0, "i{}: {chance} {}", i + 1, score.status);
        }
        let summary = page.text(".summary").await?;
        assert!(summary.contains(&format!("概率 {} %", before[5])), "the binding one: {summary}");
        let together = page.text(".together").await?;
        assert!(together.contains("全部达标约百分之"), "{together}");
        let likeliest = together.split_once("最可能 ").and_then(|(_, rest)| rest.split_once("（"));
        let (count, share) = likeliest.ok_or("nothing is likeliest")?;
        let bars = page.names("image").await?;
        let said = format!("{count} {}", share.split('）').next().unwrap_or_default());
        assert!(bars.iter().any(|bars| bars.contains(&said)), "{said}: {bars:?}");

        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "40").await?;
        until_other(page, &before).await?;
        until_drawn(page).await?;
        // The same scenario has the same chances again.
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "85").await?;
        page.click("规划").await?;
        page.until("the chances are as before", async || Ok(chances(page).await? == before)).await?;
        Ok(())
    });
}

#[test]
fn the_chart_shows_ranges_or_paths_and_the_table_the_range() {
    run(async |page| {
        page.open("").await?;
        until_drawn(page).await?;
        let rows = page.text(".trajectory").await?;
        assert!(rows.contains("90 % 区间"), "{rows}");
        let label = page.js::<String>("return document.querySelector('.figure canvas[role=img]').ariaLabel").await?;
        assert!(label.contains("九成可能"), "{label}");
        assert!(page.text(".key").await?.contains("90 % 区间"));
        page.click("20 条路径").await?;
        page.until_js("the key speaks of paths", "document.querySelector('.key').textContent.includes('20 次抽样')")
            .await?;
        Ok(())
    });
}

/// The percentage beside the dots, and how many of them are filled.
async fn dots(page: &Page) -> WebDriverResult<(String, usize)> {
    page.js("return [document.querySelector('.dots-chance').textContent,
                 document.querySelector('.dots .reaches').getAttribute('d').split('M').length - 1]")
        .await
}

#[test]
fn the_threshold_of_the_dots_can_be_moved_and_a_chance_typed() {
    run(async |page| {
        page.open("#p=plan").await?;
        until_drawn(page).await?;
        let handle = page.role("slider", "门槛").await?;
        let target = dots(page).await?;
        let all: usize = page
            .js("const count = dots => document.querySelector(dots).getAttribute('d').split('M').length - 1;
                 return count('.dots .reaches') + count('.dots .misses')")
            .await?;
        assert_eq!(all, 50);
        assert!(attribute(&handle, "aria-valuetext").await?.contains("达到的概率"));

        let (x, y): (f64, f64) = page
            .js("const box = document.querySelector('.handle-reach').getBoundingClientRect();
                 return [box.x + box.width / 2, box.y + box.height / 2]")
            .await?;
        page.drag((x, y), (x, y - 60.0), 6).await?;
        page.until("fewer dots reach a higher threshold", async || Ok(dots(page).await?.1 < target.1)).await?;
        let higher = dots(page).await?;
        assert_ne!(higher.0, target.0);
        // The target stays where it is.
        assert_eq!(format!("{} %", chances(page).await?[0]), target.0);

        handle.focus().await?;
        page.press_with(Key::Shift, Key::Down).await?;
        page.until("the arrow lowers it", async || {
            Ok(dots(page).await?.1 >= higher.1 && dots(page).await?.0 != higher.0)
        })
        .await?;
        page.enter(&page.field("达到的概率（%）").await?, "20").await?;
        page.until("the chance is the one typed", async || Ok(dots(page).await? == ("20 %".to_owned(), 10))).await?;
        page.click("回到目标").await?;
        page.until("it is back", async || Ok(dots(page).await? == target)).await.map_err(Into::into)
    });
}

/// The stretches on all tracks, as their ends.
async fn zones(page: &Page) -> WebDriverResult<Vec<String>> {
    page.js(
        "return [...document.querySelectorAll('.zone')]
             .map(zone => `${zone.closest('.lever').dataset.lever} ${zone.getAttribute('x1')} ${zone.getAttribute('x2')}`)",
    )
    .await
}

#[test]
fn tracks_show_where_targets_hold_and_the_cheapest_way() {
    run(async |page| {
        page.open("").await?;
        page.until_js(
            "zones and ghosts are there",
            "document.querySelector('.zone') && document.querySelector('.ghost')",
        )
        .await?;
        let one = zones(page).await?;
        let slider = page.slider("企业研发投入自主增速").await?;
        slider.focus().await?;
        page.until_js(
            "the foot says where",
            "/≥ .*本指标达标/.test(document.querySelector('.foot-targets').textContent)",
        )
        .await?;
        assert!(page.text(".foot-targets").await?.contains("最省路径需"));
        // Where the foot says that the target holds, it holds.
        let value: String =
            page.js("return document.querySelector('.foot-zone').textContent.match(/≥ ([\\d.]+)/)[1]").await?;
        page.enter(&page.field("企业研发投入自主增速，数值（%/年）").await?, &value).await?;
        page.until("it is met there", async || Ok(page.score("i1").await?.status == "达标")).await?;
        page.role("button", "全部").await?.click().await?;
        page.until("the marks are about all", async || Ok(zones(page).await? != one)).await?;
        Ok(())
    });
}

#[test]
fn many_draws_replace_the_live_ones_until_the_scenario_changes() {
    run(async |page| {
        page.open("#p=plan").await?;
        until_drawn(page).await?;
        page.click("1\u{202f}000\u{202f}000").await?;
        page.css(".draws progress").await?;
        page.click("取消").await?;
        until_drawn(page).await?;
        page.click("100\u{202f}000").await?;
        page.until_js("100,000 draws are in", &format!("{DRAWN} === 100000")).await?;
        page.js::<()>("document.querySelector('[data-indicator=i3] button').click()").await?;
        page.until_js("the dots are of another", "document.querySelector('.dots .reaches')?.getAttribute('d')").await?;
        assert_eq!(page.js::<u32>(&format!("return {DRAWN}")).await?, 100_000);
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "60").await?;
        until_drawn(page).await?;
        Ok(())
    });
}

#[test]
fn without_workers_the_page_computes_and_says_so() {
    run(async |page| {
        page.before_load("window.Worker = class { constructor() { throw new DOMException('blocked') } }").await?;
        page.open("#p=plan").await?;
        page.until_js("it says so", "document.querySelector('.engine-notice')?.textContent.includes('页面内计算')")
            .await?;
        until_drawn(page).await?;
        let before = chances(page).await?;
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "40").await?;
        until_other(page, &before).await?;
        Ok(())
    });
}

/// Notes the tasks of the page that take above 50 ms.
const WATCH: &str = "window.longTasks = [];
    new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(entry => entry.duration)))
        .observe({ type: 'longtask' });";

#[test]
fn chances_keep_no_task_of_the_page_long() {
    run(async |page| {
        page.open("#p=plan").await?;
        until_drawn(page).await?;
        page.js::<()>(WATCH).await?;
        page.slider("研发岗位到位率").await?.focus().await?;
        let mut rounds: Vec<Vec<f64>> = Vec::new();
        // Other programs may hold the processor: one round that they leave alone is enough.
        for round in 0..10 {
            // Back and forth, so that the lever never comes to its end.
            let key = if round % 2 == 0 { Key::Left } else { Key::Right };
            for _ in 0..6 {
                let before = chances(page).await?;
                page.press(key.clone()).await?;
                page.press(key.clone()).await?;
                until_other(page, &before).await?;
            }
            until_drawn(page).await?;
            page.two_frames().await?;
            let long: Vec<f64> = page.js("return window.longTasks.splice(0)").await?;
            if long.is_empty() {
                return Ok(());
            }
            rounds.push(long);
        }
        Err(format!("tasks above 50 ms in every round: {rounds:?}").into())
    });
}
