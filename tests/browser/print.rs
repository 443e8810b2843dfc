//! The printed report: pages, margins, what stands on them, and the way to the browser's dialog.

use crate::support::{Outcome, Page, Paper, Picture, run};

/// A scenario with a note, and a name that no CSS or HTML may take for its own.
const SCENARIO: &str = "#n=甲\"}<b>&p=trend&gdp_growth=12.5&enterprise_rd_growth=16.8&talent_intake=2.5&\
                        note.talent_intake=按认定计划测算&c.rd_depreciation=0.2";
const REPORT: &str = "document.querySelector('.report')";

/// Nothing outside the margins, nothing blank, white ground.
fn assert_well_laid_out(paper: &Paper, texts: &[String]) {
    for (i, text) in texts.iter().enumerate() {
        let picture = paper.picture(i + 1);
        let mm = Picture::millimetres;
        let is_a4 = picture.width.abs_diff(mm(210.0)) <= 1 && picture.height.abs_diff(mm(297.0)) <= 1;
        assert!(is_a4, "page {}: {} by {} dots", i + 1, picture.width, picture.height);
        let (side, end) = (mm(16.0), mm(280.0));
        for (what, ink) in [
            ("left", picture.ink(0..side, 0..picture.height)),
            ("right", picture.ink(picture.width - side..picture.width, 0..picture.height)),
            ("top", picture.ink(0..picture.width, 0..mm(14.0))),
            // Below the page's number.
            ("bottom", picture.ink(0..picture.width, mm(291.0)..picture.height)),
        ] {
            assert_eq!(ink, 0.0, "page {}: ink in the {what} margin", i + 1);
        }
        let ink = picture.ink(side..picture.width - side, mm(14.0)..end);
        assert!((0.005..0.5).contains(&ink), "page {}: {ink} of it is inked", i + 1);
        assert!(text.lines().filter(|line| !line.trim().is_empty()).count() > 4, "page {} is all but blank", i + 1);
        let number = format!("{} / {}", i + 1, texts.len());
        assert!(squeezed(text).contains(&squeezed(&number)), "page {} has its number: {text}", i + 1);
    }
}

/// Without spaces, whose number depends on the reader.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn the_browsers_own_command_prints_a_report() {
    run(async |page| {
        page.media(&[("prefers-color-scheme", "dark")]).await?;
        page.open(SCENARIO).await?;
        page.until_drawn().await?;
        assert!(page.js::<bool>(&format!("return {REPORT} === null")).await?, "no report on the screen");
        let paper = page.print().await?;
        let texts = paper.texts();
        assert!((6..=8).contains(&texts.len()), "{} pages", texts.len());
        assert_well_laid_out(&paper, &texts);

        let stamp: String = page.js("return tuiyan.digest(location.hash)").await?;
        for text in &texts {
            assert!(text.contains(&stamp), "the stamp stands on each page: {text}");
        }
        // The first page carries the message.
        let first = squeezed(&texts[0]);
        for words in [
            "推演报告",
            "甲\"}<b>：2025年",
            "11项指标：达标",
            "一、指标测算",
            "二、轨迹",
            "三、与趋势不同的设定",
            "约束性",
            "10000次抽样",
        ] {
            assert!(first.contains(&squeezed(words)), "{words}: {first}");
        }
        let values: Vec<(String, String)> = page
            .js("return tuiyan.project(location.hash).trim().split('\\n').map(row => row.split(','))
                 .filter(([, year]) => year === '2025').map(([id, , value]) => [id, value])")
            .await?;
        assert_eq!(values.len(), 11);
        let value = |id: &str| values.iter().find(|(known, _)| known == id).unwrap().1.parse::<f64>().unwrap();
        for shown in [format!("{:.2}", value("i1")), format!("{:.1}", value("i5")), format!("{:.0}", value("i6"))] {
            assert!(texts[0].contains(&shown), "{shown}: {}", texts[0]);
        }
        let all = squeezed(&texts.concat());
        for words in [
            "四、各项指标",
            "五、年度里程碑",
            "六、应当说明",
            "七、假设与依据",
            "人才引进强度：按认定计划测算",
            "指标7至11主要依据判断",
            "全码",
        ] {
            assert!(all.contains(&squeezed(words)), "{words}");
        }
        // The head of the long table repeats.
        let heads = texts.iter().filter(|text| squeezed(text).contains("假设取值低–最可能–高等级与来源")).count();
        assert!(heads >= 2, "{heads}");
        // It goes as it came.
        page.until_js("the page is as before", &format!("{REPORT} === null")).await?;
        Ok(())
    });
}

#[test]
fn the_report_speaks_english_too() {
    run(async |page| {
        page.open("#p=plan&lang=en").await?;
        page.until_drawn().await?;
        let paper = page.print().await?;
        let texts = paper.texts();
        assert_well_laid_out(&paper, &texts);
        assert!(texts[0].contains("Plan: all 11 targets met in 2025"), "{}", texts[0]);
        assert!(texts[0].contains("projection report") && texts[0].contains("2 Paths"), "{}", texts[0]);
        assert!(!squeezed(&texts.concat()).contains("未达"));
        Ok(())
    });
}

/// Notes at every call whether the report stands in the page, instead of opening a dialog.
const NO_DIALOG: &str = "window.dialogs = [];
    window.print = () => dialogs.push(document.querySelectorAll('.report svg').length)";

async fn asked(page: &Page) -> Outcome {
    page.click("文件").await?;
    page.click("打印报告").await?;
    page.until_js("the dialog opens", "dialogs.length === 1").await?;
    Ok(())
}

#[test]
fn the_button_waits_for_the_draws_and_opens_the_dialog() {
    run(async |page| {
        page.before_load(NO_DIALOG).await?;
        page.open("#p=plan").await?;
        asked(page).await?;
        // All charts are there before it opens: twice each indicator, and the key's lines.
        assert!(page.js::<bool>("return dialogs[0] >= 22").await?);
        page.assert_accessible().await?;
        let paper = page.print().await?;
        assert!(
            paper.texts()[0].contains("10\u{202f}000 次抽样") || squeezed(&paper.texts()[0]).contains("10000次抽样")
        );
        // The panel closes once it is printed.
        page.until_js("the panel is closed", "document.querySelector('.panel') === null").await?;
        page.until_js("the report is gone", &format!("{REPORT} === null")).await?;
        assert_eq!(page.js::<u32>("return dialogs.length").await?, 1);
        Ok(())
    });
}
