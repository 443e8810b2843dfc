//! What is taken along: every chart as a picture in a file and on the clipboard, every table on the clipboard.

use crate::files::Downloads;
use crate::support::{Outcome, Page, run};

/// The plan's levers in a slump, against the trend.
const SLUMP: &str = "#p=plan&gdp_growth=9&i=i11";

/// What the page copies: texts as the browser is told to copy them, pictures as they are handed to the clipboard.
struct Copies;

impl Copies {
    async fn of(page: &Page) -> Result<Self, Box<dyn std::error::Error>> {
        page.js::<()>(
            "window.copies = [];
             document.addEventListener('copy', ({ clipboardData }) => copies.push(clipboardData.getData('text/plain')));
             navigator.clipboard.write = async items => {
                 for (const item of items) for (const type of item.types) {
                     const content = await item.getType(type);
                     copies.push(type.startsWith('text/') ? await content.text() : `${type} ${content.size}`);
                 }
             }",
        )
        .await?;
        Ok(Copies)
    }

    /// The next after a click.
    async fn next(&self, page: &Page, button: &str) -> Result<String, Box<dyn std::error::Error>> {
        page.js::<()>("copies.length = 0").await?;
        page.click(button).await?;
        page.until_js("it is copied", "copies.length > 0").await?;
        Ok(page.js("return copies[0]").await?)
    }
}

/// Saves and copies the picture that is on offer, which has these texts; its SVG.
async fn assert_picture(page: &Page, downloads: &Downloads, copies: &Copies, name: &str, texts: &[&str]) -> Outcome {
    page.click(".svg").await?;
    let (file, svg) = downloads.next(page).await?;
    assert!(file.contains(name) && file.ends_with(".svg"), "{file}");
    for text in texts {
        assert!(svg.contains(text), "{text} is not in {svg}");
    }
    page.click(".png").await?;
    let (file, png) = downloads.next_bytes(page).await?;
    assert!(file.ends_with(".png") && png.starts_with(b"\x89PNG"), "{file}");
    let copied = copies.next(page, "复制图片").await?;
    assert!(copied.starts_with("image/png "), "{copied}");
    Ok(())
}

#[test]
fn bars_are_taken_along() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open(SLUMP).await?;
        let copies = Copies::of(page).await?;
        let stamp: String = page.js("return tuiyan.digest(location.hash)").await?;
        for (tab, choice, chart) in [
            ("原因", None, ".waterfall"),
            ("敏感性", Some("逐项变动"), ".tornado"),
            ("敏感性", Some("不确定性"), ".correlations"),
        ] {
            page.click(tab).await?;
            if let Some(choice) = choice {
                page.click(choice).await?;
            }
            page.css(&format!("{chart} .bar-row")).await?;
            let name: String = page
                .js(&format!("return document.querySelector('{chart} .bar-row:not(.bar-head) .bar-name').textContent"))
                .await?;
            let view = choice.unwrap_or(tab);
            assert_picture(page, &downloads, &copies, view, &[&stamp, &name, view]).await?;
            let table = copies.next(page, "复制表格").await?;
            assert!(table.ends_with(&stamp) && table.contains('\t'), "{table}");
        }
        Ok(())
    });
}

#[test]
fn a_path_is_taken_along_with_its_dots_where_the_reader_put_the_threshold() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open("#p=plan").await?;
        page.css(".dots").await?;
        let copies = Copies::of(page).await?;
        let stamp: String = page.js("return tuiyan.digest(location.hash)").await?;
        page.enter(&page.field("达到的概率（%）").await?, "20").await?;
        page.until_js("it is said", "document.querySelector('.dots-chance').textContent === '20 %'").await?;
        let said: Vec<String> = page
            .js("return ['chance', 'value', 'short'].map(part => document.querySelector(`.dots-${part}`).textContent)")
            .await?;
        page.click("文件").await?;
        let texts: Vec<&str> = said.iter().map(String::as_str).chain([&*stamp, "达到的概率 20 %"]).collect();
        assert_picture(page, &downloads, &copies, "规划", &texts).await
    });
}

#[test]
fn all_small_charts_are_taken_along_in_their_order() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open(&format!("{SLUMP}&tab=overview")).await?;
        let copies = Copies::of(page).await?;
        let stamp: String = page.js("return tuiyan.digest(location.hash)").await?;
        let names = "[...document.querySelectorAll('.small-name')].map(name => name.textContent)";
        page.js::<()>(&format!("window.planned = {names}.join()")).await?;
        page.click("按差异").await?;
        page.until_js("the order is another", &format!("{names}.join() !== planned")).await?;
        let names: Vec<String> = page.js(&format!("return {names}")).await?;
        assert_eq!(names.len(), 11);
        let texts: Vec<&str> = names.iter().map(String::as_str).chain([&*stamp]).collect();
        assert_picture(page, &downloads, &copies, "全部指标", &texts).await?;
        page.click(".svg").await?;
        let (_, svg) = downloads.next(page).await?;
        let places: Vec<_> = names.iter().map(|name| svg.find(&format!(">{name}<"))).collect();
        assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
        let table = copies.next(page, "复制表格").await?;
        assert!(table.ends_with(&stamp) && table.lines().count() == 14, "{table}");
        Ok(())
    });
}

#[test]
fn a_comparison_is_taken_along_with_both_stamps() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open("#p=plan&page=compare").await?;
        page.css(".pairs .pair-figure").await?;
        let copies = Copies::of(page).await?;
        let stamps: Vec<String> = page.js("return ['#p=plan', '#p=trend'].map(tuiyan.digest)").await?;
        assert_picture(page, &downloads, &copies, "并列", &[&stamps[0], &stamps[1], "规划", "趋势"]).await?;
        let table = copies.next(page, "复制表格").await?;
        let rows: Vec<Vec<&str>> = table.split("\r\n").map(|row| row.split('\t').collect()).collect();
        let width = rows[1].len();
        assert!(rows[1..rows.len() - 1].iter().all(|row| row.len() == width), "{table}");
        assert!(rows[1][4].starts_with("规划 · "), "{table}");
        let row = |name: &str| rows.iter().find(|row| row[0].starts_with(name)).unwrap_or_else(|| panic!("{table}"));
        assert_eq!((row("财政科技投入增速")[2], row("财政科技投入增速")[4]), ("15.0", "16.5"));
        assert_eq!((row("校验码")[2], row("校验码")[4]), (&*stamps[1], &*stamps[0]));
        Ok(())
    });
}

#[test]
fn the_ways_are_copied_as_a_table() {
    run(async |page| {
        page.open("#i=i11&page=ways").await?;
        page.css(".route-table").await?;
        let known = "[...document.querySelectorAll('.chance')].every(cell => cell.textContent.endsWith('%'))";
        page.until_js("the chances are there", known).await?;
        let copies = Copies::of(page).await?;
        let table = copies.next(page, "复制表格").await?;
        let rows: Vec<Vec<&str>> = table.split("\r\n").map(|row| row.split('\t').collect()).collect();
        assert!(rows[0][0].starts_with("路径对比"), "{table}");
        assert_eq!(rows[1][1], "现情景");
        let row = |name: &str| rows.iter().find(|row| row[0].starts_with(name)).unwrap_or_else(|| panic!("{table}"));
        assert!(row("力度")[1].is_empty() && row("力度")[2].parse::<f64>()? > 0.0);
        // The present is below the target of 68 %, the cheapest way is not.
        let contribution = row("科技进步贡献率");
        assert!(contribution[1].parse::<f64>()? < 68.0 && contribution[2].parse::<f64>()? >= 68.0, "{table}");
        assert_ne!(row("体制机制改革红利")[1], row("体制机制改革红利")[2]);
        let stamp: String = page.js("return tuiyan.digest(location.hash)").await?;
        assert!(row("校验码")[1] == stamp && rows.last().is_some_and(|row| row[0].ends_with(&stamp)), "{table}");
        Ok(())
    });
}
