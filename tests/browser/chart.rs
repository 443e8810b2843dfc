//! The main chart and the small ones: sharp, said in words, read year by year, and the same as the model's figures.

use std::collections::HashMap;

use thirtyfour::error::WebDriverResult;
use tuiyan::plan::{Indicator, LANZHOU};
use tuiyan::text::number::{fixed, signed};

use crate::app::attribute;
use crate::support::{Key, Outcome, Page, run};

/// The sizes of each canvas: in pixels of its own, and in CSS pixels.
async fn canvases(page: &Page) -> WebDriverResult<Vec<[f64; 4]>> {
    page.js("return [...document.querySelectorAll('canvas')].map(canvas => {
             const box = canvas.getBoundingClientRect();
             return [canvas.width, canvas.height, box.width, box.height];
         })")
        .await
}

/// What is on a canvas, to be compared.
async fn picture(page: &Page, selector: &str) -> WebDriverResult<String> {
    page.js_with(
        "const canvas = document.querySelector(arguments[0]);
         const blank = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
         const picture = canvas.toDataURL();
         if (picture === blank.toDataURL()) return 'blank';
         let hash = 0;
         for (let i = 0; i < picture.length; i++) hash = (hash * 31 + picture.charCodeAt(i)) | 0;
         return `${canvas.width}×${canvas.height} ${hash}`",
        [selector.into()],
    )
    .await
}

const BASE: &str = ".figure .layer:nth-child(2)";
const MOVING: &str = ".figure canvas[role=img]";

/// Waits until a canvas shows something else.
async fn until_redrawn(page: &Page, selector: &str, before: &str) -> WebDriverResult<()> {
    page.until(&format!("{selector} is redrawn"), async || {
        let now = picture(page, selector).await?;
        Ok(now != before && now != "blank")
    })
    .await
}

#[test]
fn charts_are_sharp_at_any_pixel_ratio() {
    run(async |page| {
        for (width, ratio) in [(1366, 1.0), (1400, 2.0), (1440, 1.25)] {
            // The emulation tells the page of another ratio only with another size.
            page.viewport(width, 768, ratio).await?;
            if ratio == 1.0 {
                page.open("").await?;
            }
            // A ratio that changes, as on another screen, redraws what stands.
            let fits = async || {
                let canvases = canvases(page).await?;
                let fit = |pixels: f64, css: f64| (pixels - css * ratio).abs() <= 1.0 && css > 100.0;
                Ok(canvases.len() == 3
                    && canvases.iter().all(|[w, h, css_w, css_h]| fit(*w, *css_w) && fit(*h, *css_h)))
            };
            page.until(&format!("canvases fit at {ratio}"), fits).await?;
            until_redrawn(page, BASE, "").await?;
            until_redrawn(page, MOVING, "").await?;
        }
        // So does a window that changes its size.
        page.viewport(1920, 1080, 1.0).await?;
        page.until("canvases grow", async || {
            Ok(canvases(page).await?.iter().all(|[w, _, css_w, _]| *css_w > 600.0 && (w - css_w).abs() <= 1.0))
        })
        .await?;
        Ok(())
    });
}

#[test]
fn the_chart_says_in_a_sentence_what_it_shows() {
    run(async |page| {
        page.open("").await?;
        page.role("image", "研发投入占GDP比重：2020 年 3.60 %，2025 年测算 3.73 %，低于目标 4 %；趋势 3.73 %。")
            .await?;
        page.slider("GDP平减指数涨幅").await?.send_keys(Key::Home + "").await?;
        page.until_js(
            "the sentence follows",
            "!document.querySelector('.figure canvas[role=img]').ariaLabel.includes('3.73 %，')",
        )
        .await?;
        page.open("#p=plan&i=i6&ref=headwinds&lang=en").await?;
        let sentence = attribute(&page.css(MOVING).await?, "aria-label").await?;
        for part in
            ["High-tech enterprises: 75 firms in 2020", "projected", "above the target of 150 firms", "; headwinds "]
        {
            assert!(sentence.contains(part), "no {part} in {sentence}");
        }
        Ok(())
    });
}

/// The model's own values, by indicator and year.
async fn model(page: &Page, fragment: &str) -> WebDriverResult<HashMap<(String, String), f64>> {
    let csv: String = page.js_with("return window.tuiyan.project(arguments[0])", [fragment.into()]).await?;
    let row = |line: &str| {
        let [indicator, year, value] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        ((indicator.to_owned(), year.to_owned()), value.parse().expect(line))
    };
    Ok(csv.lines().skip(1).map(row).collect())
}

fn shown(indicator: &Indicator, value: f64) -> String {
    if indicator.signed { signed(value, indicator.decimals) } else { fixed(value, indicator.decimals) }
}

#[test]
fn the_table_has_the_models_figures() {
    run(async |page| {
        let scenario = "p=accelerated&gdp_growth=10,11,12,13,14&c.rd_depreciation=0.2&k.population_2020=50";
        page.open(&format!("#{scenario}&ref=plan")).await?;
        let [own, reference] = [model(page, scenario).await?, model(page, "p=plan").await?];
        for indicator in &LANZHOU.indicators {
            let id = indicator.id.id();
            page.css(&format!("[data-indicator={id}] .score-name")).await?.click().await?;
            page.until_is("the table", indicator.name.zh, async || {
                page.js::<String>("return document.querySelector('.trajectory caption').textContent").await
            })
            .await?;
            // The range of the draws comes and goes with them.
            let rows: Vec<Vec<String>> = page
                .js("return [...document.querySelectorAll('.trajectory tr')].filter(row => !row.cells[0].textContent.includes('90')).map(row => [...row.cells].map(cell => cell.textContent))")
                .await?;
            assert_eq!(rows[0], [indicator.unit.zh, "2020", "2021", "2022", "2023", "2024", "2025"]);
            for (row, name, values) in [(&rows[1], "本情景", &own), (&rows[2], "规划（参照）", &reference)] {
                let values = (2020..=2025).map(|year| shown(indicator, values[&(id.to_owned(), year.to_string())]));
                let expected: Vec<String> = [name.to_owned()].into_iter().chain(values).collect();
                assert_eq!(row, &expected, "{id}");
            }
            assert!(rows[3][0].contains("里程碑"), "{rows:?}");
            let score = page.score(id).await?;
            assert_eq!(score.value, rows[1][6], "{id}");
        }
        Ok(())
    });
}

#[test]
fn years_are_read_by_arrow_keys() {
    run(async |page| {
        page.open("#p=plan").await?;
        let cursor = page.slider("读数年份").await?;
        let before = picture(page, MOVING).await?;
        cursor.send_keys(Key::Left + "").await?;
        page.until_is("the year", "2025", async || page.text(".key-year").await).await?;
        until_redrawn(page, MOVING, &before).await?;
        page.press(Key::Left).await?;
        page.until_is("the year", "2024", async || page.text(".key-year").await).await?;
        let said = attribute(&cursor, "aria-valuetext").await?;
        for part in ["2024 年：本情景 ", "趋势 3.71 %", "里程碑 3.92 %", "已公布 b\u{a0}3.8、c\u{a0}3.75"]
        {
            assert!(said.contains(part), "no {part} in {said}");
        }
        assert_eq!(attribute(&cursor, "aria-valuenow").await?, "2024");
        page.press(Key::Home).await?;
        page.until_is("the year", "2020", async || page.text(".key-year").await).await?;
        page.press(Key::Escape).await?;
        page.until_is("a year is read", false, async || page.shows(".key-year").await).await?;
        Ok(())
    });
}

#[test]
fn years_are_read_by_pointing() {
    run(async |page| {
        page.open("").await?;
        page.until_drawn().await?;
        let [left, top, width, height]: [f64; 4] = page
            .js("const box = document.querySelector('.cursor').getBoundingClientRect(); return [box.x, box.y, box.width, box.height]")
            .await?;
        let before: f64 = page.js("return document.querySelector('.figure .layers').getBoundingClientRect().y").await?;
        let middle = top + height / 2.0;
        page.hover(left + 0.06 * width, middle).await?;
        page.until_is("the year", "2020", async || page.text(".key-year").await).await?;
        page.hover(left + 0.9 * width, middle).await?;
        page.until_is("the year", "2025", async || page.text(".key-year").await).await?;
        let after: f64 = page.js("return document.querySelector('.figure .layers').getBoundingClientRect().y").await?;
        assert_eq!(before, after, "reading moves nothing");
        page.hover(5.0, 5.0).await?;
        page.until_is("a year is read", false, async || page.shows(".key-year").await).await?;
        Ok(())
    });
}

#[test]
fn the_chart_says_where_its_figures_come_from() {
    run(async |page| {
        page.open("").await?;
        for indicator in &LANZHOU.indicators {
            page.css(&format!("[data-indicator={}] .score-name", indicator.id.id())).await?.click().await?;
            page.until_is("the heading", indicator.name.zh, async || page.text(".depth h2").await).await?;
            let source = page.text(".figure .source").await?;
            assert!(source.contains("模型第 2 版，期望值。2020 年、目标：规划表 2。"), "{source}");
            for (letter, published) in ('a'..).zip(indicator.published) {
                let part = format!("{letter} {} {}", published.source.zh, published.date);
                assert!(source.contains(&part), "no {part} in {source}");
            }
            let subtitle = page.text(".subtitle").await?;
            if let Some(history) = &indicator.history {
                let part = format!("“十三五”：目标 {}，2020 年实绩 {}", history.target.zh, history.result.zh);
                assert!(subtitle.contains(&part), "no {part} in {subtitle}");
            }
            assert_eq!(subtitle.contains("期望值"), indicator.count, "{subtitle}");
        }
        page.click("研发投入占GDP比重").await?;
        page.until_is("the heading", LANZHOU.indicators[0].name.zh, async || page.text(".depth h2").await).await?;
        page.css(".source-notes summary").await?.click().await?;
        let notes = page.text(".source-notes").await?;
        assert!(notes.contains("a 3.7：2021 年 6 月见报"), "{notes}");
        Ok(())
    });
}

#[test]
fn a_drag_redraws_the_own_path_and_leaves_the_rest() {
    run(async |page| {
        // Far above target and reference, so that no label has to make room, and downwards from where all draws have come,
        // so that the axis has no need to grow.
        page.open("#enterprise_rd_growth=28").await?;
        page.until_drawn().await?;
        until_redrawn(page, MOVING, "").await?;
        let slider = page.slider("企业研发投入自主增速").await?;
        let [from, off, on] =
            [page.knob(&slider, 28.0).await?, page.knob(&slider, 27.5).await?, page.knob(&slider, 27.0).await?];
        let start = picture(page, MOVING).await?;
        page.mouse("mousePressed", from.0, from.1).await?;
        page.mouse("mouseMoved", off.0, off.1).await?;
        until_redrawn(page, MOVING, &start).await?;
        let [base, moving] = [picture(page, BASE).await?, picture(page, MOVING).await?];
        page.mouse("mouseMoved", on.0, on.1).await?;
        until_redrawn(page, MOVING, &moving).await?;
        assert_eq!(picture(page, BASE).await?, base);
        page.mouse("mouseReleased", on.0, on.1).await?;
        Ok(())
    });
}

#[test]
fn theme_language_and_reference_are_drawn() {
    run(async |page| {
        page.open("#p=plan").await?;
        page.until_drawn().await?;
        until_redrawn(page, BASE, "").await?;
        let light = [picture(page, BASE).await?, picture(page, MOVING).await?];
        page.click("深色").await?;
        until_redrawn(page, BASE, &light[0]).await?;
        until_redrawn(page, MOVING, &light[1]).await?;
        page.click("浅色").await?;
        page.until_is("the picture", &*light[0], async || picture(page, BASE).await).await?;
        page.click("English").await?;
        until_redrawn(page, BASE, &light[0]).await?;
        until_redrawn(page, MOVING, &light[1]).await?;
        let english = picture(page, BASE).await?;
        page.set_fragment("p=plan&ref=headwinds&lang=en").await?;
        until_redrawn(page, BASE, &english).await?;
        Ok(())
    });
}

/// The names of the small charts in their order, and whether all are drawn.
async fn small_charts(page: &Page) -> WebDriverResult<Vec<String>> {
    page.js("return [...document.querySelectorAll('.small-figure')].map(chart => chart.dataset.small)").await
}

#[test]
fn all_indicators_stand_in_one_view_in_two_orders() {
    run(async |page| {
        page.open("#talent_attrition=12&tab=overview").await?;
        let table: Vec<String> = (1..=11).map(|n| format!("i{n}")).collect();
        assert_eq!(small_charts(page).await?, table);
        for id in &table {
            until_redrawn(page, &format!("[data-small={id}] .layer:first-child"), "").await?;
            until_redrawn(page, &format!("[data-small={id}] .layer:last-child"), "").await?;
        }
        page.click("按差异").await?;
        page.until("another order", async || Ok(small_charts(page).await? != table)).await?;
        // Staff leave: what is counted in staff moves most.
        assert_eq!(small_charts(page).await?[0], "i3");
        let mut sorted = small_charts(page).await?;
        sorted.sort_by_key(|id| id[1..].parse::<u32>().unwrap_or_default());
        assert_eq!(sorted, table);
        page.click("按规划表").await?;
        page.until_is("the order", table, async || small_charts(page).await).await?;

        page.css("[data-small=i7]").await?.click().await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=12&i=i7&tab=overview").await?;
        assert_eq!(attribute(&page.css("[data-small=i7]").await?, "aria-pressed").await?, "true");
        assert_eq!(page.selected().await?, ["i7"]);
        Ok(())
    });
}

/// What the small chart of an indicator says.
async fn small_text(page: &Page, id: &str) -> WebDriverResult<String> {
    let chart = page.css(&format!("[data-small={id}]")).await?;
    Ok(chart.prop("textContent").await?.unwrap_or_default())
}

#[test]
fn small_charts_follow_the_levers() {
    run(async |page| -> Outcome {
        page.open("#tab=overview").await?;
        let before = small_text(page, "i3").await?;
        assert!(before.contains("接近"), "{before}");
        page.slider("研发人员流失率").await?.send_keys(Key::End + "").await?;
        page.until("the small chart moves", async || Ok(small_text(page, "i3").await?.contains("未达"))).await?;
        let score = page.score("i3").await?;
        let text = small_text(page, "i3").await?;
        assert!(text.contains(&score.value) && text.contains(&score.difference), "{text} {score:?}");
        Ok(())
    });
}
