//! The comparison of scenarios: figures, only what differs, and pairs of charts.

use thirtyfour::error::WebDriverResult;
use tuiyan::catalogue::sentences::value;
use tuiyan::plan::LANZHOU;
use tuiyan::text::number::difference;
use tuiyan::workspace::{Comparison, Key, Results, Workspace, read_link};

use crate::scenarios::THREE;
use crate::support::{Page, run};

/// The texts of a table's body, row by row.
async fn body(page: &Page, label: &str) -> WebDriverResult<Vec<Vec<String>>> {
    page.js_with(
        "return [...document.querySelectorAll(`[aria-label='${arguments[0]}'] tbody tr`)]
             .map(row => [...row.cells].map(cell => cell.firstChild?.textContent.trim() ?? ''))",
        [label.into()],
    )
    .await
}

#[test]
fn the_table_has_the_models_figures() {
    run(async |page| {
        page.open(&format!("{THREE}&page=compare")).await?;
        page.css(".comparison").await?;
        let table = body(page, "11 项指标对比").await?;
        let workspace = Workspace::of_link(&read_link(&LANZHOU, &THREE[1..]).0, 0);
        let keys: Vec<Key> = workspace.entries().iter().map(|entry| entry.key).collect();
        let comparison = Comparison::new(&LANZHOU, &Results::new(&LANZHOU, &workspace), &keys);
        assert_eq!(table.len(), LANZHOU.indicators.len());
        for (row, indicator) in table.iter().zip(&LANZHOU.indicators) {
            let at = indicator.id.index();
            for (i, column) in comparison.columns.iter().enumerate() {
                let first = 4 + 3 * i;
                assert_eq!(row[first], value(indicator, column.assessments[at].value), "{row:?}");
                assert_eq!(row[first + 1], difference(column.differences[at], indicator.decimals), "{row:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn only_what_differs_is_listed_with_its_notes() {
    run(async |page| {
        page.open("#n=a&p=trend&talent_attrition=3&note.talent_attrition=据调研&n=b&p=trend&c.rd_depreciation=0.12&page=compare").await?;
        page.css(".differing").await?;
        let rows = body(page, "不同的杠杆与假设").await?;
        let values: Vec<&[String]> = rows.iter().map(|row| &row[1..]).collect();
        assert_eq!(values, [["6.0", "3.0", "6.0"], ["15", "15", "12"]]);
        assert!(rows[0][0].starts_with("研发人员流失率"), "{rows:?}");
        assert_eq!(page.text(".noted-value").await?, "据调研");
        // None of the two differs in both policy and assumptions.
        assert!(!page.shows("[aria-label='差异中假设与政策各占多少']").await?);
        Ok(())
    });
}

#[test]
fn assumptions_and_policy_add_up() {
    run(async |page| {
        page.open("#p=plan&c.rd_depreciation=0.25&page=compare").await?;
        page.css("[aria-label='差异中假设与政策各占多少']").await?;
        let rows = body(page, "差异中假设与政策各占多少").await?;
        assert_eq!(rows.len(), LANZHOU.indicators.len());
        for row in rows {
            let [total, assumptions, policy] = [1, 2, 3]
                .map(|at: usize| row[at].replace('−', "-").replace('—', "0").parse::<f64>().unwrap_or(f64::NAN));
            // Each is rounded by itself.
            assert!((total - assumptions - policy).abs() < 1.6, "{row:?}");
            assert!((total - assumptions - policy).abs() <= 0.016 + 0.5 * total.abs(), "{row:?}");
        }
        Ok(())
    });
}

#[test]
fn all_small_charts_have_one_legend_for_what_is_laid_over_them() {
    run(async |page| {
        page.open(&format!("{THREE}&shown=1,2,3&tab=overview")).await?;
        let legend =
            "[...document.querySelectorAll('.overview .legend-scenarios li')].map(item => item.textContent.trim())";
        page.until_js("two are laid over the first", &format!("{legend}.length === 2")).await?;
        Ok(())
    });
}

#[test]
fn two_are_drawn_side_by_side() {
    run(async |page| {
        page.open(&format!("{THREE}&page=compare")).await?;
        page.until_js("all pairs are there", "document.querySelectorAll('.pairs .pair-figure').length === 22").await?;
        let names =
            "[...document.querySelectorAll('.pairs li:first-child .pair-name')].map(name => name.textContent).join()";
        page.until_js("the one at hand is left", &format!("{names} === '人才,基准'")).await?;
        let list = page.role("combobox", "右").await?;
        page.js_with::<(), 1>(
            "const list = arguments[0];
             list.value = [...list.options].find(option => option.text.trim() === '稳健').value;
             list.dispatchEvent(new Event('change', { bubbles: true }))",
            [list.to_json()?],
        )
        .await?;
        page.until_js("the other is chosen", &format!("{names} === '人才,稳健'")).await?;
        Ok(())
    });
}

#[test]
fn a_phone_scrolls_the_table_and_not_the_page() {
    run(async |page| {
        page.viewport(390, 844, 1.0).await?;
        page.open(&format!("{THREE}&page=compare")).await?;
        page.css(".comparison").await?;
        assert!(
            page.js::<bool>(
                "const box = document.querySelector('.scrolling'); return box.scrollWidth > box.clientWidth"
            )
            .await?
        );
        assert!(page.js::<bool>("return document.documentElement.scrollWidth <= innerWidth").await?);
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_on_the_page() {
    run(async |page| {
        for theme in ["light", "dark"] {
            for language in ["zh", "en"] {
                page.media(&[("prefers-color-scheme", theme)]).await?;
                page.open(&format!("{THREE}&c.rd_depreciation=0.12&page=compare&lang={language}")).await?;
                page.css(".pairs canvas").await?;
                page.assert_accessible().await?;
            }
        }
        Ok(())
    });
}
