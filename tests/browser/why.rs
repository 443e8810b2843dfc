//! Why, and what matters most: what the charts and tables say, by pointer, keyboard and for everyone.

use serde::Deserialize;

use crate::support::{Key, Outcome, Page, run};

/// The plan's levers in a slump, against the trend.
const SLUMP: &str = "#p=plan&gdp_growth=9&i=i11&tab=why";

/// A row of a listing: its class and its cells, without its head.
#[derive(Deserialize, Debug)]
struct Row(String, Vec<String>);

async fn rows(page: &Page) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let script = "return [...document.querySelectorAll('.depth .listing tbody tr')].map(row =>
        [row.className, [...row.cells].slice(1).map(cell => cell.textContent.trim())])";
    Ok(page.js(script).await?)
}

fn number(text: &str) -> f64 {
    text.replace('−', "-").replace('+', "").trim_end_matches(" %").parse().unwrap_or_else(|_| panic!("{text}"))
}

#[test]
fn the_waterfall_sums_to_the_difference_shown() {
    run(async |page| {
        page.open(SLUMP).await?;
        page.css(".waterfall .bar-row").await?;
        let difference = number(&page.score("i11").await?.difference);
        page.click("表").await?;
        let rows = rows(page).await?;
        let whole: Vec<f64> = rows.iter().filter(|row| row.0 == "whole").map(|row| number(&row.1[0])).collect();
        let parts: f64 = rows.iter().filter(|row| row.0.is_empty()).map(|row| number(&row.1[0])).sum();
        let levers: f64 = rows.iter().filter(|row| row.0 == "within").map(|row| number(&row.1[0])).sum();
        let [reference, own] = whole[..] else { panic!("{rows:?}") };
        // Each number is rounded.
        assert!((own - reference - parts).abs() < 0.04, "{rows:?}");
        assert!((own - reference - levers).abs() < 0.1, "{rows:?}");
        assert!((difference - (own - reference)).abs() < 0.06, "{difference}: {rows:?}");
        assert!(parts > 0.0 && rows.iter().any(|row| row.1[0].starts_with('−')), "{rows:?}");
        Ok(())
    });
}

#[test]
fn another_year_another_indicator_another_reference() {
    run(async |page| {
        page.open(SLUMP).await?;
        page.until_js(
            "the last year",
            "document.querySelector('.waterfall .whole .bar-name')?.textContent === '趋势，2025 年'",
        )
        .await?;
        page.click("2022").await?;
        page.until_js(
            "the year",
            "document.querySelector('.waterfall .whole .bar-name')?.textContent === '趋势，2022 年'",
        )
        .await?;
        page.until_js(
            "the milestone",
            "document.querySelector('.target-label').textContent.startsWith('序时进度 63.2')",
        )
        .await?;
        page.click("技术市场成交合同金额").await?;
        page.until_js("the unit", "document.querySelector('.bar-head .bar-value').textContent === '亿元'").await?;
        page.set_fragment("p=trend&i=i11&tab=why").await?;
        Ok(page
            .until_js("nothing differs", "document.querySelector('.depth').textContent.includes('完全相同')")
            .await?)
    });
}

/// Names, values and ticks that meet or leave their place.
const COLLISIONS: &str = "
    const box = element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        // What is cut shows no further than its place.
        const end = element.matches('span') ? element.getBoundingClientRect().right : right;
        return { left, top, right: Math.min(right, end), bottom, width: right - left };
    };
    const pane = document.querySelector('.depth').getBoundingClientRect();
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const texts = [...document.querySelectorAll('.bars text, .bars .bar-value, .bars .bar-name')]
        .filter(element => element.textContent.trim() && box(element).width > 0);
    const found = [];
    texts.forEach((a, i) => {
        if (box(a).right > pane.right || box(a).left < pane.left) found.push('outside: ' + a.textContent);
        if (a.matches('span') && a.scrollWidth > a.clientWidth + 1 && !a.title) found.push('cut: ' + a.textContent);
        texts.slice(i + 1).forEach(b => meet(box(a), box(b)) && found.push(a.textContent + ' | ' + b.textContent));
    });
    return found";

#[test]
fn labels_do_not_collide() {
    run(async |page| {
        page.viewport(1366, 768, 1.0).await?;
        for language in ["zh", "en"] {
            for id in ["i1", "i5", "i6", "i8", "i11"] {
                for (tab, first) in [("why", ".waterfall .bar-axis"), ("sensitivity", ".tornado .bar")] {
                    page.open(&format!("#p=plan&gdp_growth=9&i={id}&tab={tab}&lang={language}")).await?;
                    page.css(first).await?;
                    assert_eq!(page.js::<Vec<String>>(COLLISIONS).await?, [""; 0], "{language} {id} {tab}");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn what_matters_most_comes_first_and_what_does_nothing_says_why() {
    run(async |page| {
        page.open("#i=i1&tab=sensitivity").await?;
        page.css(".tornado .bar-row").await?;
        page.click("表").await?;
        let first = rows(page).await?;
        assert_eq!(first.len(), 15);
        let show_all = "document.querySelector('.sensitivity > p > .link')";
        page.js::<()>(&format!("{show_all}.click()")).await?;
        page.until_js("all show", "document.querySelectorAll('.sensitivity tbody tr').length > 15").await?;
        let swings: Vec<f64> = rows(page).await?.iter().map(|row| number(row.1.last().unwrap())).collect();
        assert!(swings.is_sorted_by(|a, b| a >= b), "{swings:?}");
        page.css(".idle > summary").await?.click().await?;
        let idle = page.text(".idle").await?;
        assert!(idle.contains("财政科技投入与参照路径一致") || idle.contains("加计扣除为 100 %"), "{idle}");
        page.click("不确定性").await?;
        page.until_js("correlations", "document.querySelector('.correlations') !== null").await?;
        let strengths: Vec<f64> = rows(page).await?.iter().map(|row| number(&row.1[0]).abs()).collect();
        assert!(strengths.len() > 3 && strengths.is_sorted_by(|a, b| a >= b), "{strengths:?}");
        Ok(())
    });
}

#[test]
fn the_keyboard_chooses_year_and_form() {
    run(async |page| {
        page.open(SLUMP).await?;
        page.css(".waterfall .bar-row").await?;
        page.js::<()>("[...document.querySelectorAll('.why .preset')].find(one => one.textContent === '2024').focus()")
            .await?;
        page.press(Key::Enter).await?;
        page.until_js("the year", "document.querySelector('.waterfall .whole .bar-name').textContent.includes('2024')")
            .await?;
        // Past 2025 and the chart.
        for _ in 0..3 {
            page.press(Key::Tab).await?;
        }
        page.press(Key::Enter).await?;
        Ok(page.until_js("the table", "document.querySelector('.why .listing:not(.unseen)') !== null").await?)
    });
}

async fn assert_accessible(page: &Page, theme: &'static str) -> Outcome {
    page.media(&[("prefers-color-scheme", theme)]).await?;
    for language in ["zh", "en"] {
        let (table, uncertainty) = if language == "zh" { ("表", "不确定性") } else { ("Table", "Uncertainty") };
        page.open(&format!("{SLUMP}&lang={language}")).await?;
        page.css(".waterfall .bar-row").await?;
        page.assert_accessible().await?;
        page.click(table).await?;
        page.assert_accessible().await?;
        page.set_fragment(&format!("i=i1&tab=sensitivity&lang={language}")).await?;
        page.css(".tornado .bar-row").await?;
        page.css(".idle > summary").await?.click().await?;
        page.assert_accessible().await?;
        page.click(uncertainty).await?;
        page.css(".correlations .bar-row").await?;
        page.assert_accessible().await?;
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_in_why_and_sensitivity() {
    run(async |page| {
        assert_accessible(page, "light").await?;
        assert_accessible(page, "dark").await
    });
}
