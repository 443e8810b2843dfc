//! Reachable, labelled and readable for everyone.

use std::collections::HashSet;

use crate::support::{Key, Outcome, Page, run};

const LEVER: [(&str, &str, &str); 2] = [("zh", "研发人员流失率", "依据 D"), ("en", "R&D staff leaving", "Basis D")];

/// Runs axe-core on each tab, with notices, a wrong entry and a lever's panel on the page, in both languages.
async fn assert_all_accessible(page: &Page, width: u32, height: u32, theme: &'static str) -> Outcome {
    page.viewport(width, height, 1.0).await?;
    page.media(&[("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")]).await?;
    for (language, lever, basis) in LEVER {
        page.open(&format!("#gdp_growth=5&talent_attrition=7&k.i10=ratio&i=i10&x=1&tab=basis&lang={language}")).await?;
        page.assert_accessible().await?;
        for tab in ["overview", "trajectory"] {
            page.set_fragment(&format!("gdp_growth=5&p=plan&i=i1&tab={tab}&lang={language}")).await?;
            page.css(&format!(".{}", if tab == "overview" { "small-multiples" } else { "trajectory" })).await?;
            if tab == "trajectory" {
                if width < 1200 {
                    page.css(".drawer-handle").await?.click().await?;
                    page.css(".group-tab:nth-child(2)").await?.click().await?;
                }
                page.slider(lever).await?.focus().await?;
                page.click(basis).await?;
                page.css(".foot-panel").await?;
                page.enter(&page.css("#value-talent_intake").await?, "abc").await?;
                page.css(".field-message").await?;
            }
            page.assert_accessible().await?;
        }
    }
    Ok(())
}

#[test]
fn axe_finds_nothing_on_a_light_screen() {
    run(async |page| assert_all_accessible(page, 1366, 768, "light").await);
}

#[test]
fn axe_finds_nothing_on_a_dark_screen() {
    run(async |page| assert_all_accessible(page, 1366, 768, "dark").await);
}

#[test]
fn axe_finds_nothing_on_a_light_phone() {
    run(async |page| assert_all_accessible(page, 390, 844, "light").await);
}

#[test]
fn axe_finds_nothing_on_a_dark_phone() {
    run(async |page| assert_all_accessible(page, 390, 844, "dark").await);
}

/// Numbers what can take the focus and shows, and returns its names.
const NUMBER_CONTROLS: &str = "
    window.nameOf = element => element.id || element.className + ' ' + (element.ariaLabel ?? element.textContent);
    window.controls = [...document.querySelectorAll('button, input, select, summary, [tabindex=\"0\"]')]
        .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
    return controls.map(nameOf)";

/// Where the focus is among the controls, what it is called, and whether it shows.
const FOCUS: &str = "
    const target = document.activeElement, style = getComputedStyle(target), box = target.getBoundingClientRect();
    const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return [controls.indexOf(target), nameOf(target), target === document.body || ring && target.contains(top)]";

/// Walks through the page with Tab, and checks that the focus reaches every control and shows on each.
async fn assert_tab_reaches_all(page: &Page) -> Outcome {
    let controls: Vec<String> = page.js(NUMBER_CONTROLS).await?;
    assert!(controls.len() > 30, "{controls:?}");
    let mut missed: HashSet<i64> = (0..).take(controls.len()).collect();
    for _ in 0..=controls.len() {
        page.press(Key::Tab).await?;
        let (at, name, shows): (i64, String, bool) = page.js(FOCUS).await?;
        assert!(shows, "the focus does not show on {name}");
        missed.remove(&at);
    }
    // A button can have come to do nothing on the way, as the foot tells of another lever.
    let disabled: Vec<i64> = page.js("return controls.flatMap((control, at) => control.disabled ? [at] : [])").await?;
    let missed: Vec<_> =
        missed.into_iter().filter(|at| !disabled.contains(at)).map(|at| &controls[at as usize]).collect();
    assert!(missed.is_empty(), "Tab does not reach {missed:?}");
    Ok(())
}

#[test]
fn tab_reaches_every_control_and_the_focus_shows() {
    run(async |page| {
        page.open("#talent_attrition=7").await?;
        page.until_drawn().await?;
        assert_tab_reaches_all(page).await
    });
}

#[test]
fn tab_reaches_every_assumption() {
    run(async |page| {
        page.open("#tab=basis").await?;
        page.js::<()>("document.querySelector('.tab:last-child').focus()").await?;
        let fields = "return document.querySelectorAll('.assumptions input').length";
        assert_eq!(page.js::<u32>(fields).await?, 31 + 4 + 3);
        for _ in 0..60 {
            page.press(Key::Tab).await?;
            page.js::<()>("(window.reached ??= new Set()).add(document.activeElement.id)").await?;
            if page.js::<bool>("return document.activeElement.id === 'coefficient-structure_dividend'").await? {
                break;
            }
        }
        let missed: Vec<String> =
            page.js("return [...document.querySelectorAll('.assumptions input')].map(input => input.id).filter(id => !reached.has(id))")
                .await?;
        assert_eq!(missed, [""; 0]);
        Ok(())
    });
}

#[test]
fn every_control_has_a_name_of_its_own_kind() {
    run(async |page| {
        for fragment in ["", "#tab=overview", "#tab=basis", "#lang=en", "#tab=overview&lang=en", "#tab=basis&lang=en"] {
            page.open(fragment).await?;
            for role in ["button", "slider", "textbox", "combobox", "image", "region", "table"] {
                let names = page.names(role).await?;
                if role != "table" {
                    assert!(names.iter().all(|name| !name.trim().is_empty()), "{fragment} {role}: {names:?}");
                }
                if ["slider", "textbox", "combobox"].contains(&role) {
                    let different: HashSet<_> = names.iter().collect();
                    assert_eq!(different.len(), names.len(), "{fragment} {role}: {names:?}");
                }
            }
        }
        Ok(())
    });
}
