//! The address holds the scenario and the view: written, read, refused in parts, and moved through.

use serde_json::json;

use crate::app::{TREND, attribute, value};
use crate::support::{Key, Outcome, Page, run};

/// Opens an address and checks what the page then holds, and how many parts it did not take.
async fn leads_to(page: &Page, fragment: &str, canonical: &str, notices: usize) -> Outcome {
    page.open(&format!("#{fragment}")).await?;
    page.until_address(canonical).await?;
    assert_eq!(page.notices().await?.len(), notices, "{fragment}");
    Ok(())
}

#[test]
fn the_address_holds_each_edit_and_brings_it_back() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        page.click("规划").await?;
        page.enter(&page.field("地区生产总值实际增速，数值（%/年）").await?, "12.5").await?;
        page.slider("高企新增认定率").await?.focus().await?;
        page.click("逐年").await?;
        for (year, number) in (2021..).zip([20, 21, 22, 23, 24]) {
            page.enter(&page.field(&format!("高企新增认定率 {year}")).await?, &number.to_string()).await?;
        }
        page.click("技术市场成交合同金额").await?;
        page.click("依据与假设").await?;
        page.enter(&page.field("研发存量折旧率").await?, "12").await?;
        page.click("256").await?;
        page.click("按比值，×1.02").await?;
        let full = "v=1&m=2&p=plan&hnte_entry=20,21,22,23,24&gdp_growth=12.5&c.rd_depreciation=0.12&k.gdp_2020=256\
                    &k.i10=ratio&i=i5&tab=basis";
        page.until_address(full).await?;

        let scores = async || {
            let script = "return [...document.querySelectorAll('.score-value')].map(value => value.textContent)";
            page.js::<Vec<String>>(script).await
        };
        let before = scores().await?;
        page.reload().await?;
        page.until_address(full).await?;
        assert_eq!(scores().await?, before);
        assert_eq!(page.notices().await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn parts_stand_in_any_order_and_only_what_differs_is_kept() {
    run(async |page| {
        leads_to(page, "", TREND, 0).await?;
        leads_to(page, "i=i5&talent_attrition=5.5&p=plan&gdp_growth=12.5", "v=1&m=2&p=plan&gdp_growth=12.5&i=i5", 0)
            .await?;
        leads_to(page, "talent_attrition=7,7,7,7,7", "v=1&m=2&p=trend&talent_attrition=7&i=i1", 0).await?;
        leads_to(page, "hnte%5Fentry=20%2C21,22,23,24", "v=1&m=2&p=trend&hnte_entry=20,21,22,23,24&i=i1", 0).await?;
        leads_to(page, "k.cohorts=25,25,25&&i=i1&", "v=1&m=2&p=trend&k.cohorts=25,25,25&i=i1", 0).await?;
        leads_to(page, "k.i10=points&c.rd_depreciation=0.15&ref=trend&tab=trajectory", TREND, 0).await?;
        leads_to(page, "patent_cultivation=-0", TREND, 0).await?;
        leads_to(page, "ref=plan&tab=overview", "v=1&m=2&p=trend&ref=plan&i=i1&tab=overview", 0).await?;
        leads_to(page, "gov_rd_growth=15.123456789012345", "v=1&m=2&p=trend&gov_rd_growth=15.123456789012344&i=i1", 0)
            .await
    });
}

#[test]
fn another_model_version_loads_with_a_notice() {
    run(async |page| {
        leads_to(page, "v=1&m=7&p=plan", "v=1&m=2&p=plan&i=i1", 1).await?;
        assert_eq!(page.notices().await?, ["m=7：此网址写于另一模型版本，数值可能不同。"]);
        page.click("关闭").await?;
        page.until_is("the notices", Vec::<String>::new(), async || page.notices().await).await?;
        Ok(())
    });
}

#[test]
fn what_is_not_taken_is_named_while_the_rest_loads() {
    run(async |page| {
        page.open("").await?;
        for (part, why) in [
            ("nonsense=1", "没有这一项"),
            ("c.nonsense=1", "没有这一项"),
            ("k.nonsense=1", "没有这一项"),
            ("talent_intake=11", "高于上限"),
            ("talent_intake=-1", "低于下限"),
            ("talent_intake=NaN", "不是数字"),
            ("talent_intake=Infinity", "不是数字"),
            ("talent_intake=1e999", "不是数字"),
            ("talent_intake=", "不是数字"),
            ("talent_intake", "不是数字"),
            ("talent_intake=1,2,3,4,5,6", "应有 5 个数，实有 6 个"),
            ("talent_intake=1,2,3,4", "应有 5 个数，实有 4 个"),
            ("talent_intake=1,2,99,4,5", "高于上限"),
            ("talent_intake=%3Cscript%3Ealert(1)%3C/script%3E", "不是数字"),
            ("c.crowd_in=99", "高于上限"),
            ("c.crowd_in=0.1,0.2", "不是数字"),
            ("k.cohorts=20,25,31", "合计应为 75，现为 76"),
            ("k.cohorts=20.5,24.5,30", "须为整数"),
            ("k.i10=half", "没有这个取值"),
            ("p=nonsense", "没有这个取值"),
            ("i=i12", "没有这个取值"),
            ("tab=nonsense", "没有这个取值"),
            ("ref=nonsense", "没有这个取值"),
            ("lang=fr", "没有这个取值"),
            ("m=two", "没有这个取值"),
            ("v=9", "网址格式版本不同"),
            ("talent_intake=%", "百分号编码有误"),
            ("talent_intake=%zz", "百分号编码有误"),
            ("%ff%fe=1", "百分号编码有误"),
            ("gdp_growth=9", "此项重复，以前一个为准"),
        ] {
            page.set_fragment(&format!("gdp_growth=12.5&{part}")).await?;
            page.until("a notice says why", async || {
                let notices = page.notices().await?;
                Ok(matches!(&notices[..], [only] if only.contains(why)))
            })
            .await
            .map_err(|error| format!("{part}: {error}"))?;
            assert_eq!(value(&page.css("#value-gdp_growth").await?).await?, "12.5", "{part}");
        }
        page.until_address("v=1&m=2&p=trend&gdp_growth=12.5&i=i1").await?;
        let names: Vec<String> = page.notices().await?;
        assert!(names[0].starts_with("gdp_growth=9"), "{names:?}");
        Ok(())
    });
}

#[test]
fn hostile_addresses_never_break_the_page() {
    run(async |page| {
        page.open("").await?;
        let megabyte = "a".repeat(1_000_000);
        let many = (0..2_000).map(|n| format!("x{n}=1")).collect::<Vec<_>>().join("&");
        let same = "gdp_growth=9&".repeat(2_000);
        for (fragment, said) in [
            (&*megabyte, "网址过长"),
            (&many, "另有 1996 处未采用"),
            (&same, "此项重复"),
            ("<script>window.hacked = true</script>", "没有这一项"),
            ("i=<img src=x onerror=window.hacked=1>", "没有这个取值"),
            ("=&==&&&=1", "没有这一项"),
            ("__proto__=1&constructor=2&toString=3", "没有这一项"),
            ("gdp_growth=1e-400&\u{0}=\u{7f}&\u{1f600}=\u{202e}", "没有这一项"),
        ] {
            page.js_with::<(), 1>("location.hash = arguments[0]", [json!(fragment)]).await?;
            let shown = async || Ok(page.notices().await?.iter().any(|notice| notice.contains(said)));
            page.until(said, shown).await?;
            assert!(
                page.js::<bool>("return !('hacked' in window) && document.querySelectorAll('.score').length === 11")
                    .await?
            );
            let widest: f64 = page.js("return document.querySelector('.notices').scrollWidth").await?;
            assert!(widest < 700.0, "{said}: {widest}");
            // The page answers.
            page.slider("研发人员流失率").await?.send_keys(Key::Right + "").await?;
            page.until_js("the address is ours again", "/^#v=1&m=2&(n=&)?p=trend&(.*&)?i=i1$/.test(location.hash)")
                .await?;
        }
        Ok(())
    });
}

#[test]
fn a_hostile_address_from_outside_loads_the_page() {
    run(async |page| {
        let many = format!("gdp_growth=12.5&{}", "%3Cscript%3E=1&".repeat(500));
        page.open(&format!("#{many}")).await?;
        page.until_address("v=1&m=2&p=trend&gdp_growth=12.5&i=i1").await?;
        assert!(!page.notices().await?.is_empty());
        Ok(())
    });
}

#[test]
fn back_and_forward_move_the_view_and_keep_the_edits() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        page.click("技术市场成交合同金额").await?;
        page.until_address("v=1&m=2&p=trend&i=i5").await?;
        page.click("全部指标").await?;
        page.until_address("v=1&m=2&p=trend&i=i5&tab=overview").await?;
        page.slider("研发人员流失率").await?.send_keys(Key::Right + "").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=6.1&i=i5&tab=overview").await?;

        page.driver.back().await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=6.1&i=i5").await?;
        assert_eq!(attribute(&page.button("轨迹").await?, "aria-pressed").await?, "true");
        page.driver.back().await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=6.1&i=i1").await?;
        assert_eq!(page.selected().await?, ["i1"]);
        page.driver.forward().await?;
        page.driver.forward().await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=6.1&i=i5&tab=overview").await?;
        page.until_says(&page.slider("研发人员流失率").await?, "6.1 %/年").await?;
        assert_eq!(page.selected().await?, ["i5"]);
        Ok(())
    });
}

#[test]
fn an_address_of_several_scenarios_keeps_them_all() {
    run(async |page| {
        let rest = "note.talent_attrition=100%25&active=2&shown=1,2&ref=1&i=i1&lang=en";
        let first = "v=1&m=2&n=%E5%9F%BA%E5%87%86&p=trend&gdp_growth=9&a=a%20%26%20b";
        page.open(&format!("#{first}&n=second&p=plan&{rest}")).await?;
        page.until_address(&format!("{first}&n=second&p=plan&{rest}")).await?;
        // The active one is edited, and held against the other by its name.
        page.until_says(&page.slider("R&D staff leaving").await?, "5.5 %/yr").await?;
        let head = "return document.querySelector('.score-difference').textContent";
        assert_eq!(page.js::<String>(head).await?, "vs 基准");
        page.enter(&page.field("R&D staff leaving, value (%/yr)").await?, "6").await?;
        page.until_address(&format!("{first}&n=second&p=plan&talent_attrition=6&{rest}")).await?;
        assert_eq!(page.notices().await?, [""; 0]);
        Ok(())
    });
}

#[test]
fn a_typed_address_replaces_the_scenario() {
    run(async |page| {
        page.open("#talent_attrition=8").await?;
        page.until_address("v=1&m=2&p=trend&talent_attrition=8&i=i1").await?;
        page.set_fragment("p=plan&gdp_growth=12.5&i=i6&lang=en").await?;
        page.until_address("v=1&m=2&p=plan&gdp_growth=12.5&i=i6&lang=en").await?;
        page.until_says(&page.slider("R&D staff leaving").await?, "5.5 %/yr").await?;
        assert_eq!(page.selected().await?, ["i6"]);
        page.driver.back().await?;
        // The entry before is the page's own: it moves the view alone.
        page.until_is("the choice", vec!["i1".to_owned()], async || page.selected().await).await?;
        page.until_address("v=1&m=2&p=plan&gdp_growth=12.5&i=i1&lang=en").await?;
        Ok(())
    });
}

/// Notes the time of each write to the address.
const NOTE_WRITES: &str = "window.writes = []; const write = history.replaceState;
    history.replaceState = function (...values) { writes.push(performance.now()); return write.apply(this, values) }";

#[test]
fn a_burst_of_edits_ends_in_the_right_address_with_few_writes() {
    run(async |page| {
        page.before_load(NOTE_WRITES).await?;
        page.open("").await?;
        page.until_address(TREND).await?;
        page.js::<()>(
            "const slider = document.getElementById('slider-talent_attrition');
             slider.focus();
             for (let i = 0; i < 130; i++) {
                 const event = type => new KeyboardEvent(type, { key: i % 2 ? 'ArrowUp' : 'PageUp', bubbles: true, cancelable: true });
                 slider.dispatchEvent(event('keydown')); slider.dispatchEvent(event('keyup'));
                 if (i % 2) continue;
                 slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }));
                 slider.dispatchEvent(new KeyboardEvent('keyup', { key: 'PageDown', bubbles: true, cancelable: true }));
             }",
        )
        .await?;
        let last = page.slider("研发人员流失率").await?;
        page.two_frames().await?;
        let number: f64 = attribute(&last, "aria-valuetext").await?.replace(" %/年", "").parse()?;
        page.until_address(&format!("v=1&m=2&p=trend&talent_attrition={number}&i=i1")).await?;
        let closest: f64 = page.js("return Math.min(...writes.slice(1).map((time, i) => time - writes[i]))").await?;
        assert!(closest > 250.0, "two writes within {closest} ms");
        Ok(())
    });
}

#[test]
fn the_address_is_written_when_a_drag_ends_and_not_during_it() {
    run(async |page| {
        page.before_load(NOTE_WRITES).await?;
        page.open("").await?;
        page.until_address(TREND).await?;
        let writes = async || page.js::<u32>("return writes.length").await;
        let before = writes().await?;
        let slider = page.slider("研发人员流失率").await?;
        let start = page.score("i3").await?;
        let (x, y) = page.knob(&slider, 6.0).await?;
        page.mouse("mousePressed", x, y).await?;
        for step in 1..=40 {
            page.mouse("mouseMoved", x + f64::from(step), y).await?;
            page.two_frames().await?;
        }
        page.until_moved("i3", &start).await?;
        assert_eq!(writes().await?, before);
        page.mouse("mouseReleased", x + 40.0, y).await?;
        page.until_js("the address follows", "location.hash.includes('talent_attrition')").await?;
        assert_eq!(writes().await?, before + 1);
        Ok(())
    });
}

#[test]
fn what_was_not_taken_is_named_on_every_page() {
    run(async |page| {
        for view in ["", "&page=compare", "&page=ways"] {
            page.open(&format!("#gdp_growth=999{view}")).await?;
            page.until("it is named", async || {
                Ok(matches!(&page.notices().await?[..], [one] if one.contains("gdp_growth=999")))
            })
            .await?;
        }
        Ok(())
    });
}

#[test]
fn an_address_that_the_browser_does_not_take_is_written_again() {
    run(async |page| {
        // The first writes are dropped without a word, as Chromium does to bursts.
        page.before_load(
            "const write = history.replaceState; let dropped = 0;
             history.replaceState = function (...values) { if (dropped++ > 1) write.apply(this, values) }",
        )
        .await?;
        page.open("#p=plan").await?;
        page.until_address("v=1&m=2&p=plan&i=i1").await?;
        Ok(())
    });
}
