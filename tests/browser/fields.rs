//! Number fields: what people type that is no number, or not a possible one, and input methods.

use serde_json::json;

use crate::app::{TREND, attribute, message, value};
use crate::support::{Key, Page, run};

const FIELD: &str = "研发人员流失率，数值（%/年）";

async fn set_language(page: &Page, language: &str) -> Result<(), Box<dyn std::error::Error>> {
    Ok(page.open(&format!("#lang={language}")).await?)
}

#[test]
fn what_is_no_number_is_refused_beside_the_field() {
    run(async |page| {
        page.open("").await?;
        let field = page.field(FIELD).await?;
        for (text, why) in [
            ("", "请填写数字"),
            ("   ", "请填写数字"),
            ("abc", "不是数字"),
            ("十二", "不是数字"),
            ("1e999", "数字过大"),
            ("12，5", "逗号有两种读法"),
            ("12,5", "逗号有两种读法"),
            ("NaN", "不是数字"),
            ("Infinity", "不是数字"),
            ("--1", "不是数字"),
            ("1 2", "不是数字"),
            ("0x10", "不是数字"),
            ("<b>9</b>", "不是数字"),
            ("-0.1", "低于下限，可填 0 至 20"),
            ("20.01", "高于上限，可填 0 至 20"),
            ("1e300", "高于上限，可填 0 至 20"),
        ] {
            page.type_into(&field, text).await?;
            field.send_keys(Key::Enter + "").await?;
            page.until(&format!("{text} is refused"), async || Ok(message(&field).await?.contains(why))).await?;
            assert_eq!(attribute(&field, "aria-invalid").await?, "true", "{text}");
            assert_eq!(value(&field).await?, text, "what was typed stays to be mended");
            field.send_keys(Key::Escape + "").await?;
            page.until_is("the message", "", async || message(&field).await).await?;
            assert_eq!(value(&field).await?, "6.0");
        }
        page.until_address(TREND).await?;
        let score = page.score("i3").await?;
        assert_eq!((&*score.difference, &*score.last), ("—", ""));
        Ok(())
    });
}

#[test]
fn other_forms_of_a_number_are_read() {
    run(async |page| {
        page.open("").await?;
        let field = page.field(FIELD).await?;
        for (text, number) in [
            ("１２．５", "12.5"),
            ("１２。５", "12.5"),
            (" 7 ", "7"),
            ("+4", "4"),
            ("15%", "15"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1e1", "10"),
            ("-0", "0"),
            ("0.1", "0.1"),
            ("3.0000000000000004", "3.0000000000000004"),
        ] {
            page.enter(&field, text).await?;
            page.until_address(&format!("v=1&m=2&p=trend&talent_attrition={number}&i=i1")).await?;
            assert_eq!(message(&field).await?, "", "{text}");
        }
        Ok(())
    });
}

#[test]
fn a_message_is_in_the_readers_language_and_goes_when_the_value_is_mended() {
    run(async |page| {
        set_language(page, "en").await?;
        let field = page.field("R&D staff leaving, value (%/yr)").await?;
        page.enter(&field, "12，5").await?;
        page.until_is("the message", "A comma can be read in two ways: please write 12.5.", async || {
            message(&field).await
        })
        .await?;
        page.enter(&field, "12.5").await?;
        page.until_is("the message", "", async || message(&field).await).await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=12.5&i=i1&lang=en").await?;
        Ok(())
    });
}

#[test]
fn leaving_a_field_with_a_wrong_entry_says_so_and_changes_nothing() {
    run(async |page| {
        page.open("").await?;
        let field = page.field(FIELD).await?;
        page.type_into(&field, "abc").await?;
        page.press(Key::Tab).await?;
        page.until("the message shows", async || Ok(message(&field).await?.contains("不是数字"))).await?;
        // Other levers answer as ever, and what is wrong stays beside its field.
        page.slider("研发岗位到位率").await?.send_keys(Key::Right + "").await?;
        page.until_address("v=1&m=2&p=trend&vacancy_fill=61&i=i1").await?;
        assert!(message(&field).await?.contains("不是数字"));
        Ok(())
    });
}

#[test]
fn typing_through_an_input_method_is_neither_cut_nor_taken_early() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        let field = page.field(FIELD).await?;
        page.type_into(&field, "").await?;
        for part in ["s", "sh", "shi"] {
            page.compose(part).await?;
            page.two_frames().await?;
            assert_eq!(value(&field).await?, part);
        }
        // Enter chooses a candidate: to the page it is a key of the composition.
        let enter = json!({ "type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229 });
        page.cdp("Input.dispatchKeyEvent", enter).await?;
        page.two_frames().await?;
        assert_eq!((&*value(&field).await?, &*message(&field).await?), ("shi", ""));
        assert_eq!(page.fragment().await?, format!("#{TREND}"));

        page.insert_text("１２．５").await?;
        assert_eq!(value(&field).await?, "１２．５");
        page.press(Key::Enter).await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=12.5&i=i1").await?;
        Ok(())
    });
}

#[test]
fn a_year_out_of_range_is_refused_beside_its_field() {
    run(async |page| {
        page.open("").await?;
        page.slider("研发人员流失率").await?.focus().await?;
        page.click("逐年").await?;
        let field = page.field("研发人员流失率 2022").await?;
        page.enter(&field, "99").await?;
        page.until("the message shows", async || Ok(message(&field).await?.contains("可填 0 至 20"))).await?;
        page.until_address(TREND).await?;
        Ok(())
    });
}

#[test]
fn coefficients_and_facts_are_read_in_per_cent_and_reset() {
    run(async |page| {
        page.open("#tab=basis").await?;
        let depreciation = page.field("研发存量折旧率").await?;
        assert_eq!(value(&depreciation).await?, "15");
        page.enter(&depreciation, "12").await?;
        page.until_address("v=1&m=2&p=trend&c.rd_depreciation=0.12&i=i1&tab=basis").await?;
        page.enter(&depreciation, "12.34").await?;
        page.until_address("v=1&m=2&p=trend&c.rd_depreciation=0.1234&i=i1&tab=basis").await?;
        // Beyond low–high it is used, with a note; beyond the hard limits it is refused.
        page.enter(&depreciation, "45").await?;
        page.until_js("a note says so", "document.querySelector('.beyond')?.textContent.includes('照用')").await?;
        page.enter(&depreciation, "500").await?;
        page.until("it is refused", async || Ok(message(&depreciation).await?.contains("高于上限"))).await?;
        page.press(Key::Escape).await?;
        page.click("复位 15").await?;
        page.until_address("v=1&m=2&p=trend&i=i1&tab=basis").await?;

        page.enter(&page.field("企业所得税税率").await?, "25").await?;
        page.until_address("v=1&m=2&p=trend&k.tax_rate=0.25&i=i1&tab=basis").await?;
        page.click("256").await?;
        page.until_address("v=1&m=2&p=trend&k.tax_rate=0.25&k.gdp_2020=256&i=i1&tab=basis").await?;
        page.click("假设全部复位").await?;
        page.until_address("v=1&m=2&p=trend&i=i1&tab=basis").await?;
        Ok(())
    });
}

#[test]
fn cohorts_are_taken_once_they_sum_to_the_printed_figure() {
    run(async |page| {
        page.open("#tab=basis").await?;
        let field = async |nth: u32| page.field(&format!("2018、2019、2020 年认定的高企 {nth}")).await;
        page.enter(&field(1).await?, "10").await?;
        page.until_js(
            "a message says so",
            "document.querySelector('.cohorts').textContent.includes('合计应为 75，现为 65')",
        )
        .await?;
        page.until_address("v=1&m=2&p=trend&i=i1&tab=basis").await?;
        page.enter(&field(3).await?, "40").await?;
        page.until_address("v=1&m=2&p=trend&k.cohorts=10,25,40&i=i1&tab=basis").await?;
        page.until_js("the message is gone", "!document.querySelector('.cohorts').textContent.includes('合计')")
            .await?;
        page.enter(&field(2).await?, "2.5").await?;
        page.until_js("whole numbers only", "document.querySelector('.cohorts').textContent.includes('须为整数')")
            .await?;
        assert!(page.fragment().await?.contains("k.cohorts=10,25,40"));
        Ok(())
    });
}
