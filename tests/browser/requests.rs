//! The page asks for its own files once, and for nothing afterwards.

use crate::app::TREND;
use crate::support::{Key, Outcome, Page, run};

/// What a user does in a visit: levers, numbers, views, settings.
pub async fn use_everything(page: &Page) -> Outcome {
    let slider = page.slider("研发人员流失率").await?;
    let [from, to] = [page.knob(&slider, 6.0).await?, page.knob(&slider, 12.0).await?];
    page.drag(from, to, 20).await?;
    page.enter(&page.field("研发岗位到位率，数值（%）").await?, "70").await?;
    page.until_js("the address follows", "location.hash.includes('vacancy_fill=70')").await?;
    for preset in ["规划", "加速", "趋势"] {
        page.click(preset).await?;
    }
    for tab in ["全部指标", "依据与假设", "轨迹"] {
        page.click(tab).await?;
    }
    page.click("技术市场成交合同金额").await?;
    page.press(Key::Down).await?;
    page.click("深色").await?;
    page.click("English").await?;
    page.click("中文").await?;
    page.click("知道了").await?;
    page.js::<String>("return window.tuiyan.project('p=plan')").await?;
    page.driver.back().await?;
    page.until_is("the choice", vec!["i5".to_owned()], async || page.selected().await).await?;
    page.two_frames().await?;
    Ok(())
}

#[test]
fn nothing_is_asked_for_after_the_page_has_loaded() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        page.until_served().await?;
        let loaded = page.requests().await?;
        assert!(loaded.iter().any(|address| address.ends_with(".wasm")), "{loaded:?}");
        page.site.requested();
        use_everything(page).await?;
        assert_eq!(page.requests().await?, [""; 0]);
        assert_eq!(page.site.requested(), [""; 0]);
        Ok(())
    });
}

#[test]
fn the_page_works_after_the_network_is_cut() {
    run(async |page| {
        page.open("").await?;
        page.until_address(TREND).await?;
        page.until_served().await?;
        page.offline(true).await?;
        use_everything(page).await
    });
}

#[test]
fn the_policy_is_strict_and_keeps_what_is_injected_out() {
    run(async |page| {
        page.open("").await?;
        let policy: String =
            page.js("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content").await?;
        assert!(policy.contains("default-src 'self'") && policy.contains("'wasm-unsafe-eval'"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");

        page.allow_console("Content Security Policy");
        page.js::<()>(
            "window.injected = new Set(); document.addEventListener('securitypolicyviolation', event => injected.add(event.effectiveDirective));
             const add = (tag, set) => document.body.append(Object.assign(document.createElement(tag), set));
             add('script', { textContent: 'window.broken = true' });
             add('style', { textContent: '#app { display: none }' });
             add('div', { innerHTML: '<p style=\"color: red\">' });",
        )
        .await?;
        page.until_is("what is kept out", 3, async || page.js::<u32>("return injected.size").await).await?;
        assert!(page.js::<bool>("return !('broken' in window)").await? && page.shows("#app").await?);
        Ok(())
    });
}
