//! Levers: moved by mouse, keyboard, wheel and number, year by year, and back.

use std::error::Error;

use serde::Deserialize;
use thirtyfour::WebElement;
use tuiyan::plan::{LANZHOU, LeverId, PresetId};
use tuiyan::text::number::at_least;

use crate::app::{TREND, attribute, value};
use crate::support::{Key, Page, run};

/// 0 to 20 in steps of 0.1, 6.0 on the trend; it moves indicator 3.
const ATTRITION: &str = "研发人员流失率";
const ATTRITION_FIELD: &str = "研发人员流失率，数值（%/年）";

/// What the page says of a lever.
#[derive(PartialEq, Debug, Deserialize)]
struct Row {
    says: String,
    range: [String; 2],
    number: String,
    unit: String,
    /// Where the trend's and the plan's marks stand, in per cent of the track.
    marks: [f64; 2],
}

#[test]
fn every_lever_has_slider_number_unit_and_marks() {
    run(async |page| {
        page.open("").await?;
        let (sliders, fields) = (page.names("slider").await?, page.names("textbox").await?);
        for lever in &LANZHOU.levers {
            let (name, unit) = (lever.name.zh, lever.unit.zh);
            assert!(sliders.iter().any(|slider| slider == name), "{name}: {sliders:?}");
            assert!(fields.contains(&format!("{name}，数值（{unit}）")), "{name}: {fields:?}");
            let row: Row = page
                .js_with(
                    "const row = document.querySelector(`[data-lever='${arguments[0]}']`);
                     const slider = row.querySelector('[type=range]');
                     const mark = preset => parseFloat(row.querySelector('.tick.' + preset).getAttribute('x1'));
                     return {
                         says: slider.ariaValueText, range: [slider.min, slider.max],
                         number: row.querySelector('[type=text]').value,
                         unit: row.querySelector('.lever-unit').textContent, marks: [mark('trend'), mark('plan')],
                     }",
                    [lever.id.id().into()],
                )
                .await?;
            let preset = |preset: PresetId| lever.presets[preset.index()];
            let place = |value: f64| (10_000.0 * (value - lever.min) / (lever.max - lever.min)).round() / 100.0;
            let number = at_least(preset(PresetId::Trend), lever.decimals);
            let expected = Row {
                says: format!("{number} {unit}"),
                range: [lever.min.to_string(), lever.max.to_string()],
                number,
                unit: unit.to_owned(),
                marks: [place(preset(PresetId::Trend)), place(preset(PresetId::Plan))],
            };
            assert_eq!(row, expected, "{name}");
        }
        Ok(())
    });
}

/// What the slider says, as a number, once the address has it too.
async fn reached(page: &Page, slider: &WebElement) -> Result<f64, Box<dyn Error>> {
    let reached = attribute(slider, "aria-valuetext").await?.replace(" %/年", "").parse()?;
    page.until_address(&format!("v=1&m=2&p=trend&talent_attrition={reached}&i=i1")).await?;
    Ok(reached)
}

#[test]
fn a_drag_moves_the_figures_at_once_and_marks_what_it_did() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        let slider = page.slider(ATTRITION).await?;
        let before = page.score("i3").await?;
        assert_eq!((&*before.difference, &*before.last), ("—", ""));

        let [from, to] = [page.knob(&slider, 6.0).await?, page.knob(&slider, 12.0).await?];
        page.mouse("mousePressed", from.0, from.1).await?;
        for step in 1..=10 {
            let x = from.0 + f64::from(step) / 10.0 * (to.0 - from.0);
            page.mouse("mouseMoved", x, to.1).await?;
            assert_eq!(page.focused().await?, ATTRITION);
        }
        page.until_moved("i3", &before).await?;
        let during = page.score("i3").await?;
        assert!(during.last.starts_with("上步 −") && during.difference.starts_with('−'), "{during:?}");
        assert_eq!(page.fragment().await?, format!("#{TREND}"));

        page.mouse("mouseReleased", to.0, to.1).await?;
        let reached = reached(page, &slider).await?;
        assert!((11.0..13.0).contains(&reached), "{reached}");
        assert_eq!(page.score("i3").await?, during);
        page.until_js("the mark of the move fades", "document.querySelector('[data-indicator=i3] .last-move.fading')")
            .await?;
        Ok(())
    });
}

#[test]
fn a_knob_is_held_where_it_was_taken() {
    run(async |page| {
        let exact = "v=1&m=2&p=trend&talent_attrition=6.05&i=i1";
        page.open("#talent_attrition=6.05").await?;
        page.until_address(exact).await?;
        let slider = page.slider(ATTRITION).await?;
        let [(x, y), (to, _)] = [page.knob(&slider, 6.05).await?, page.knob(&slider, 12.05).await?];
        let held = x + 4.0;
        page.mouse("mousePressed", held, y).await?;
        page.mouse("mouseReleased", held, y).await?;
        assert_eq!(page.focused().await?, ATTRITION);
        assert!(!page.js::<bool>("return document.activeElement.matches(':focus-visible')").await?, "a ring");
        page.until_address(exact).await?;

        page.drag((held, y), (held + (to - x).round(), y), 5).await?;
        page.until("the knob moves", async || Ok(attribute(&slider, "aria-valuetext").await? != "6.05 %/年")).await?;
        let [reached, pixel] = [reached(page, &slider).await?, 6.0 / (to - x)];
        assert!((reached - 12.05).abs() <= pixel, "{reached}");
        Ok(())
    });
}

#[test]
fn a_press_beside_the_knob_brings_it_there() {
    run(async |page| {
        page.open("").await?;
        let slider = page.slider(ATTRITION).await?;
        let (x, y) = page.knob(&slider, 15.0).await?;
        page.mouse("mousePressed", x, y).await?;
        page.mouse("mouseReleased", x, y).await?;
        page.until("the knob moves", async || Ok(attribute(&slider, "aria-valuetext").await? != "6.0 %/年")).await?;
        let reached = reached(page, &slider).await?;
        assert!((14.7..=15.3).contains(&reached), "{reached}");
        // It has the keyboard, and was one step.
        page.press_with(Key::Control, "z").await?;
        page.until_address(TREND).await?;
        Ok(())
    });
}

#[test]
fn the_larger_knob_of_a_phone_reaches_both_ends() {
    run(async |page| {
        page.viewport(390, 844, 1.0).await?;
        page.open("").await?;
        page.css(".drawer-handle").await?.click().await?;
        page.click("人才").await?;
        let slider = page.slider(ATTRITION).await?;
        for (value, says) in [(0.0, "0.0 %/年"), (20.0, "20.0 %/年")] {
            let (x, y) = page.knob(&slider, value).await?;
            page.mouse("mousePressed", x, y).await?;
            page.mouse("mouseReleased", x, y).await?;
            page.until_says(&slider, says).await?;
        }
        Ok(())
    });
}

#[test]
fn a_finger_slides() {
    run(async |page| {
        page.open("").await?;
        let slider = page.slider(ATTRITION).await?;
        let [from, to] = [page.knob(&slider, 6.0).await?, page.knob(&slider, 12.0).await?];
        page.touch("touchStart", Some(from)).await?;
        for part in [0.3, 0.7, 1.0] {
            page.touch("touchMove", Some((from.0 + part * (to.0 - from.0), from.1))).await?;
        }
        page.touch("touchEnd", None).await?;
        page.until("the knob follows", async || {
            let said = attribute(&slider, "aria-valuetext").await?;
            Ok(said.starts_with("11.") || said.starts_with("12."))
        })
        .await?;
        reached(page, &slider).await?;
        Ok(())
    });
}

#[test]
fn keys_step_and_reset() {
    run(async |page| {
        page.open("").await?;
        let slider = page.slider(ATTRITION).await?;
        slider.send_keys(Key::Right + "").await?;
        page.until_says(&slider, "6.1 %/年").await?;
        page.press(Key::Up).await?;
        page.until_says(&slider, "6.2 %/年").await?;
        page.press(Key::Left).await?;
        page.until_says(&slider, "6.1 %/年").await?;
        page.press_with(Key::Shift, Key::Right).await?;
        page.until_says(&slider, "7.1 %/年").await?;
        page.press_with(Key::Shift, Key::Down).await?;
        page.until_says(&slider, "6.1 %/年").await?;
        page.press(Key::End).await?;
        page.until_says(&slider, "20.0 %/年").await?;
        page.press(Key::Right).await?;
        page.press(Key::Left).await?;
        page.until_says(&slider, "19.9 %/年").await?;
        page.press(Key::Home).await?;
        page.until_says(&slider, "0.0 %/年").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=0&i=i1").await?;
        page.press(Key::Backspace).await?;
        page.until_says(&slider, "6.0 %/年").await?;
        page.until_address(TREND).await?;
        assert_eq!(page.focused().await?, ATTRITION);
        Ok(())
    });
}

#[test]
fn a_double_click_resets() {
    run(async |page| {
        page.open("#talent_attrition=8").await?;
        let slider = page.slider(ATTRITION).await?;
        page.until_says(&slider, "8.0 %/年").await?;
        page.driver.action_chain().double_click_element(&slider).perform().await?;
        page.until_says(&slider, "6.0 %/年").await?;
        page.until_address(TREND).await?;
        Ok(())
    });
}

#[test]
fn a_press_that_moves_nothing_ends_wherever_it_is_let_go() {
    run(async |page| {
        page.open("").await?;
        let slider = page.slider(ATTRITION).await?;
        for let_go in [0.0, -150.0] {
            let (x, y) = page.knob(&slider, 6.0).await?;
            page.mouse("mousePressed", x, y).await?;
            page.mouse("mouseMoved", x, y + let_go).await?;
            page.mouse("mouseReleased", x, y + let_go).await?;
            page.enter(&page.field(ATTRITION_FIELD).await?, "9").await?;
            page.until_address("v=1&m=2&p=trend&talent_attrition=9&i=i1").await?;
            slider.send_keys(Key::Backspace + "").await?;
            page.until_address(TREND).await?;
        }
        Ok(())
    });
}

#[test]
fn the_wheel_moves_a_lever_only_while_it_has_the_focus() {
    run(async |page| {
        page.open("").await?;
        let slider = page.slider(ATTRITION).await?;
        let (x, y) = page.middle(&slider).await?;
        page.wheel(x, y, -100.0).await?;
        page.two_frames().await?;
        slider.focus().await?;
        page.wheel(x, y, -100.0).await?;
        page.until_says(&slider, "6.1 %/年").await?;
        page.wheel(x, y, 100.0).await?;
        page.wheel(x, y, 100.0).await?;
        page.until_says(&slider, "5.9 %/年").await?;
        Ok(())
    });
}

#[test]
fn a_number_is_taken_by_enter_and_by_leaving_and_taken_back_by_escape() {
    run(async |page| {
        page.open("").await?;
        let field = page.field(ATTRITION_FIELD).await?;
        let slider = page.slider(ATTRITION).await?;

        page.type_into(&field, "9").await?;
        assert_eq!(attribute(&slider, "aria-valuetext").await?, "6.0 %/年");
        field.send_keys(Key::Enter + "").await?;
        page.until_says(&slider, "9.0 %/年").await?;
        page.until_is("the field", "9.0", async || value(&field).await).await?;
        assert_eq!(page.focused().await?, ATTRITION_FIELD);

        page.type_into(&field, "4.5").await?;
        page.press(Key::Tab).await?;
        page.until_says(&slider, "4.5 %/年").await?;

        page.type_into(&field, "11").await?;
        page.press(Key::Escape).await?;
        page.until_is("the field", "4.5", async || value(&field).await).await?;
        page.press(Key::Tab).await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=4.5&i=i1").await?;
        assert_eq!(attribute(&slider, "aria-valuetext").await?, "4.5 %/年");
        Ok(())
    });
}

#[test]
fn a_number_off_the_sliders_step_stays_exact() {
    run(async |page| {
        page.open("").await?;
        page.enter(&page.field("企业研发投入自主增速，数值（%/年）").await?, "16.4837").await?;
        page.until_address("v=1&m=2&p=trend&enterprise_rd_growth=16.4837&i=i1").await?;
        page.reload().await?;
        let slider = page.slider("企业研发投入自主增速").await?;
        let field = page.field("企业研发投入自主增速，数值（%/年）").await?;
        page.until_says(&slider, "16.4837 %/年").await?;
        assert_eq!(value(&field).await?, "16.4837");

        // Focus, a tab through and another lever's move leave it alone.
        slider.send_keys(Key::Tab + "").await?;
        page.slider(ATTRITION).await?.send_keys(Key::Right + "").await?;
        page.until_address("v=1&m=2&p=trend&enterprise_rd_growth=16.4837&talent_attrition=6.1&i=i1").await?;
        Ok(())
    });
}

#[test]
fn years_are_set_one_by_one_shifted_together_and_set_alike() {
    run(async |page| {
        page.open("").await?;
        let slider = page.slider(ATTRITION).await?;
        slider.focus().await?;
        page.click("逐年").await?;
        page.enter(&page.field("研发人员流失率 2023").await?, "8.5").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=6,6,8.5,6,6&i=i1").await?;
        page.until_says(&slider, "6.5 %/年").await?;

        slider.send_keys(Key::Right + "").await?;
        page.until_says(&slider, "6.6 %/年").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=6.1,6.1,8.6,6.1,6.1&i=i1").await?;
        page.until_is("the year's field", "8.6", async || value(&page.field("研发人员流失率 2023").await?).await)
            .await?;

        // Clipped at the end of the range, each year for itself.
        page.press(Key::Home).await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=0,0,2,0,0&i=i1").await?;

        page.enter(&page.field(ATTRITION_FIELD).await?, "7").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=7&i=i1").await?;
        for year in 2021..=2025 {
            assert_eq!(value(&page.field(&format!("研发人员流失率 {year}")).await?).await?, "7.0");
        }
        Ok(())
    });
}

#[test]
fn a_drag_shifts_all_years_from_where_it_began() {
    run(async |page| {
        page.open("#hnte_entry=20,21,22,23,24").await?;
        let slider = page.slider("高企新增认定率").await?;
        page.until_says(&slider, "22.0 %/年").await?;
        let [from, far, back] =
            [page.knob(&slider, 22.0).await?, page.knob(&slider, 35.0).await?, page.knob(&slider, 26.0).await?];
        page.mouse("mousePressed", from.0, from.1).await?;
        page.mouse("mouseMoved", far.0, far.1).await?;
        page.mouse("mouseMoved", back.0, back.1).await?;
        page.mouse("mouseReleased", back.0, back.1).await?;
        // What was clipped at the far end keeps its distance on the way back.
        let apart = "const [first, ...rest] = location.hash.match(/hnte_entry=([\\d.,]+)/)[1].split(',').map(Number)";
        page.until_js("the address has moved", "!location.hash.includes('hnte_entry=20,')").await?;
        let apart: Vec<f64> = page.js(&format!("{apart}; return rest.map(year => year - first)")).await?;
        for (apart, expected) in apart.iter().zip([1.0, 2.0, 3.0, 4.0]) {
            assert!((apart - expected).abs() < 1e-9, "{apart} {expected}");
        }
        Ok(())
    });
}

#[test]
fn the_panel_tells_definition_plan_sentence_grade_and_source() {
    run(async |page| {
        page.open("").await?;
        for id in [LeverId::TalentAttrition, LeverId::HnteRenewal] {
            let lever = LANZHOU.lever(id);
            page.slider(lever.name.zh).await?.focus().await?;
            page.click("依据 D").await?;
            let text = page.text(".foot-panel").await?;
            let sentence = lever.quote.as_ref().map_or("规划未涉及", |quote| quote.sentence);
            for part in [lever.name.zh, lever.definition.zh, sentence, "D 判断", lever.source.zh] {
                assert!(text.contains(part), "no {part} in {text}");
            }
            page.press(Key::Escape).await?;
            page.until_js("the panel is closed", "document.querySelector('.foot-panel') === null").await?;
        }
        Ok(())
    });
}

#[test]
fn presets_set_all_levers() {
    run(async |page| {
        page.open("").await?;
        for preset in [PresetId::Plan, PresetId::Accelerated, PresetId::Headwinds, PresetId::Trend] {
            let info = LANZHOU.preset(preset);
            let button = page.button(info.name.zh).await?;
            button.click().await?;
            page.until_address(&format!("v=1&m=2&p={}&i=i1", preset.id())).await?;
            assert_eq!(attribute(&button, "aria-pressed").await?, "true");
            assert_eq!(attribute(&button, "title").await?, info.description.zh);
            for lever in &LANZHOU.levers {
                let text = format!("{} {}", at_least(lever.presets[preset.index()], lever.decimals), lever.unit.zh);
                page.until_says(&page.css(&format!("#slider-{}", lever.id.id())).await?, &text).await?;
            }
            assert_eq!(page.text(".scenario-name").await?.replace('\n', ""), format!("情景{}未改动", info.name.zh));
        }
        Ok(())
    });
}

#[test]
fn what_is_changed_is_marked_counted_and_reset() {
    run(async |page| {
        page.open("#p=plan&talent_attrition=8&talent_intake=3&c.rd_depreciation=0.12").await?;
        let marked = "[...document.querySelectorAll('.lever.changed')].map(lever => lever.dataset.lever).join()";
        let marked = async || page.js::<String>(&format!("return {marked}")).await;
        page.until_is("what is marked", "talent_intake,talent_attrition", marked).await?;
        assert!(page.text(".scenario-name").await?.contains("由规划改 2 项，假设改 1 项"));
        assert!(page.text("#group-talent").await?.contains("2 项已改"));
        assert!(!page.text("#group-research").await?.contains("已改"));

        page.slider(ATTRITION).await?.focus().await?;
        page.click("复位到规划 5.5").await?;
        page.until_is("what is marked", "talent_intake", marked).await?;
        assert!(!page.button("复位到规划 5.5").await?.is_enabled().await?);
        page.click("趋势 6.0").await?;
        page.until_is("what is marked", "talent_intake,talent_attrition", marked).await?;
        page.click("复位到规划").await?;
        page.until_is("what is marked", "", marked).await?;
        // Assumptions are none of the levers.
        page.until_address("v=1&m=2&p=plan&c.rd_depreciation=0.12&i=i1").await?;
        assert!(!page.button("复位到规划").await?.is_enabled().await?);
        // In English there is room for half of what it does.
        page.click("English").await?;
        let reset = page.button("Reset all to plan").await?;
        assert_eq!(reset.text().await?, "Reset all");
        Ok(())
    });
}

#[test]
fn the_context_starts_folded_on_a_low_screen() {
    run(async |page| {
        page.viewport(1280, 720, 1.0).await?;
        page.open("").await?;
        let context = page.css("#group-context button").await?;
        assert_eq!(attribute(&context, "aria-expanded").await?, "false");
        assert!(!page.shows("#slider-gdp_growth").await? && page.shows("#slider-talent_attrition").await?);
        context.click().await?;
        page.until_is("the context's lever shows", true, async || page.shows("#slider-gdp_growth").await).await?;
        context.click().await?;
        page.until_is("the context's lever shows", false, async || page.shows("#slider-gdp_growth").await).await?;

        page.viewport(1366, 768, 1.0).await?;
        page.open("").await?;
        assert!(page.shows("#slider-gdp_growth").await?);
        Ok(())
    });
}

#[test]
fn the_focus_stays_while_typing_and_while_everything_is_rewritten() {
    run(async |page| {
        page.open("").await?;
        let field = page.field(ATTRITION_FIELD).await?;
        page.type_into(&field, "").await?;
        for digit in ["1", "2", ".", "2", "5"] {
            field.send_keys(digit).await?;
            assert_eq!(page.focused().await?, ATTRITION_FIELD);
        }
        assert_eq!(value(&field).await?, "12.25");

        // The fields keep what is typed while the language changes around them.
        page.js::<()>("document.querySelector('.head [lang=en]').click()").await?;
        page.until_js("the page is in English", "document.documentElement.lang === 'en'").await?;
        assert_eq!(page.focused().await?, "R&D staff leaving, value (%/yr)");
        assert_eq!(value(&field).await?, "12.25");
        field.send_keys(Key::Enter + "").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=12.25&i=i1").await?;

        let button = page.button("中文").await?;
        button.click().await?;
        page.until_js("the page is in Chinese", "document.documentElement.lang === 'zh-CN'").await?;
        assert_eq!(page.focused().await?, "English");
        Ok(())
    });
}
