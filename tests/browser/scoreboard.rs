//! The scoreboard: where all indicators land, which is chosen, and what they are compared with.

use thirtyfour::components::SelectElement;

use crate::app::attribute;
use crate::support::{Key, run};

#[test]
fn each_preset_counts_what_is_met_near_and_short() {
    run(async |page| {
        for (preset, counts) in [("trend", [0, 1, 10]), ("plan", [11, 0, 0]), ("accelerated", [11, 0, 0])] {
            page.open(&format!("#p={preset}")).await?;
            assert_eq!(page.counts().await?, counts, "{preset}");
            let mut rows = [0; 3];
            for id in 1..=11 {
                let score = page.score(&format!("i{id}")).await?;
                rows[["达标", "接近", "未达"].iter().position(|word| *word == score.status).expect(&score.status)] += 1;
            }
            assert_eq!(rows, counts, "{preset}");
        }
        page.open("").await?;
        let summary = page.text(".summary").await?;
        for part in ["11 项指标", "差距最大：规上工业研发营收比，完成 −6 %", "约束性：", "未达"]
        {
            assert!(summary.contains(part), "no {part} in {summary}");
        }
        Ok(())
    });
}

#[test]
fn a_row_says_value_target_completion_and_difference() {
    run(async |page| {
        page.open("#p=plan").await?;
        let score = page.score("i6").await?;
        assert_eq!((&*score.target, &*score.status), ("150", "达标"));
        // 19.91 of 20 has gone 97 % of the way from 16.75: near, and never called met.
        page.open("").await?;
        let score = page.score("i3").await?;
        assert_eq!([&*score.value, &*score.target, &*score.status, &*score.completion], ["19.91", "20", "接近", "97"]);
        let text = page.text("[data-indicator=i3]").await?;
        assert!(text.contains("16.75 人年"), "{text}");
        Ok(())
    });
}

#[test]
fn statuses_differ_by_shape_as_well_as_by_colour() {
    run(async |page| {
        page.open("#patent_cultivation=60").await?;
        let shape = async |status: &str| {
            page.js_with::<String, 1>(
                "const said = row => row.querySelector('.status-word').textContent;
                 const row = [...document.querySelectorAll('.score')].find(row => said(row) === arguments[0]);
                 const style = getComputedStyle(row.querySelector('.mark'));
                 return style.backgroundImage + style.backgroundColor",
                [status.into()],
            )
            .await
        };
        let shapes = [shape("达标").await?, shape("接近").await?, shape("未达").await?];
        assert!(shapes[0] != shapes[1] && shapes[1] != shapes[2] && shapes[0] != shapes[2], "{shapes:?}");
        assert!(shapes[1].contains("gradient") && shapes[2] == "nonergba(0, 0, 0, 0)", "{shapes:?}");
        Ok(())
    });
}

#[test]
fn the_binding_indicator_alone_is_marked() {
    run(async |page| {
        page.open("").await?;
        let marked: Vec<String> = page
            .js("return [...document.querySelectorAll('.binding')].map(mark => mark.closest('tr').dataset.indicator + mark.textContent)")
            .await?;
        assert_eq!(marked, ["i6约束性"]);
        Ok(())
    });
}

#[test]
fn a_click_or_the_arrows_choose_an_indicator() {
    run(async |page| {
        page.open("").await?;
        assert_eq!(page.selected().await?, ["i1"]);
        page.click("技术市场成交合同金额").await?;
        page.until_is("the choice", vec!["i5".to_owned()], async || page.selected().await).await?;
        page.until_is("the heading", "技术市场成交合同金额", async || page.text(".depth h2").await).await?;
        page.until_address("v=1&m=2&p=trend&i=i5").await?;

        page.press(Key::Down).await?;
        page.until_is("the heading", "国家级高新技术企业数", async || page.text(".depth h2").await).await?;
        assert_eq!(page.focused().await?, "国家级高新技术企业数");
        page.press(Key::Up).await?;
        page.press(Key::Up).await?;
        page.until_is("the choice", vec!["i4".to_owned()], async || page.selected().await).await?;
        page.until_address("v=1&m=2&p=trend&i=i4").await?;

        // A click anywhere in the row chooses it too; the ends stop.
        page.css("[data-indicator=i11] .score-value").await?.click().await?;
        page.until_is("the choice", vec!["i11".to_owned()], async || page.selected().await).await?;
        page.button("科技进步贡献率").await?.send_keys(Key::Down + "").await?;
        page.press(Key::Up).await?;
        page.until_is("the choice", vec!["i10".to_owned()], async || page.selected().await).await?;

        // The arrows go on from the row that has the keyboard.
        page.button("规上工业研发经费与营收比").await?.send_keys(Key::Down + "").await?;
        page.until_is("the choice", vec!["i3".to_owned()], async || page.selected().await).await?;
        Ok(())
    });
}

#[test]
fn another_reference_changes_the_differences() {
    run(async |page| {
        page.open("#p=plan").await?;
        let to_trend = page.score("i1").await?;
        assert!(to_trend.difference.starts_with('+'), "{to_trend:?}");
        let reference = page.role("combobox", "对照").await?;
        SelectElement::new(&reference).await?.select_by_exact_text("规划").await?;
        page.until_is("the difference", "—", async || Ok(page.score("i1").await?.difference)).await?;
        page.until_address("v=1&m=2&p=plan&ref=plan&i=i1").await?;
        assert!(page.text(".scoreboard thead").await?.contains("较规划"));
        assert!(page.text(".reading").await?.contains("与规划持平"));

        SelectElement::new(&reference).await?.select_by_exact_text("加速").await?;
        page.until("the difference is to the faster one", async || {
            Ok(page.score("i1").await?.difference.starts_with('−'))
        })
        .await?;
        page.until_address("v=1&m=2&p=plan&ref=accelerated&i=i1").await?;
        page.reload().await?;
        let reference = page.role("combobox", "对照").await?;
        assert_eq!(reference.prop("value").await?.unwrap_or_default(), "accelerated");
        Ok(())
    });
}

#[test]
fn a_target_met_by_a_smaller_denominator_is_marked() {
    run(async |page| {
        // R&D falls short of 4 % of a GDP that grows as on the trend.
        page.open("#gdp_growth=5").await?;
        assert_eq!(page.score("i1").await?.status, "达标");
        assert!(page.text("[data-indicator=i1]").await?.contains("分母变小"));
        assert!(page.text(".reading").await?.contains("达标靠的是分母变小"));
        page.slider("地区生产总值实际增速").await?.send_keys(Key::Backspace + "").await?;
        page.until_is("the status", "未达", async || Ok(page.score("i1").await?.status)).await?;
        assert!(!page.text("[data-indicator=i1]").await?.contains("分母变小"));
        Ok(())
    });
}

#[test]
fn the_ratio_reading_of_the_digital_target_is_marked_on_the_headline() {
    run(async |page| {
        page.open("#i=i10&tab=basis").await?;
        assert_eq!(page.score("i10").await?.target, "+2");
        assert!(!page.shows(".reading-mark").await?);
        page.click("按比值，×1.02").await?;
        page.until_is("the target", "+0.1", async || Ok(page.score("i10").await?.target)).await?;
        let mark = page.text(".depth-head .reading-mark").await?;
        assert!(mark.contains("按比值读：2020 年占比 5 %"), "{mark}");
        page.until_address("v=1&m=2&p=trend&k.i10=ratio&i=i10&tab=basis").await?;
        assert_eq!(page.score("i10").await?.status, "达标");
        let points = page.button("增加 2 个百分点").await?;
        points.click().await?;
        page.until_is("the target", "+2", async || Ok(page.score("i10").await?.target)).await?;
        assert_eq!(attribute(&points, "aria-pressed").await?, "true");
        Ok(())
    });
}

#[test]
fn what_a_move_did_is_told_to_those_who_listen() {
    run(async |page| {
        page.open("").await?;
        page.click("规划").await?;
        page.until_is("the announcement", "11 项指标：达标 11，接近 0，未达 0。", async || {
            page.js::<String>("return document.querySelector('.announcement').textContent").await
        })
        .await?;
        Ok(())
    });
}

#[test]
fn two_levers_bring_rd_to_four_per_cent_of_gdp() {
    run(async |page| {
        page.open("").await?;
        page.enter(&page.field("企业研发投入自主增速，数值（%/年）").await?, "18").await?;
        page.enter(&page.field("财政科技投入增速，数值（%/年）").await?, "18").await?;
        page.until_is("the status", "达标", async || Ok(page.score("i1").await?.status)).await?;
        Ok(())
    });
}
