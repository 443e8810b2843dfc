//! The site starts wherever it is hosted, and says so where it cannot.

use crate::support::{Outcome, Page, Settings, Site, dist, run, run_with};

#[test]
fn loads_from_the_root_of_a_host() {
    run(async |page| Ok(page.open("").await?));
}

#[test]
fn loads_from_a_folder_of_a_host() {
    let settings = Settings { prefix: "/plans/tuiyan/", ..Settings::default() };
    run_with(&settings, Site::new(&[(settings.prefix, dist())]), async |page| {
        page.open("").await?;
        let paths = page.site.requested();
        assert!(paths.len() > 1 && paths.iter().all(|path| path.starts_with(settings.prefix)), "{paths:?}");
        Ok(())
    });
}

async fn refuses(page: &Page, text: &str) -> Outcome {
    page.load("").await?;
    page.until_js("the message shows", "document.getElementById('boot-message').checkVisibility()").await?;
    let message = page.text("#boot-message").await?;
    assert!(message.contains(text), "{message}");
    assert!(!page.js::<bool>("return document.getElementById('app').checkVisibility()").await?);
    Ok(())
}

#[test]
fn a_browser_without_webassembly_is_told_the_oldest_versions() {
    run(async |page| {
        page.before_load("delete window.WebAssembly").await?;
        refuses(page, "Chromium 97").await
    });
}

#[test]
fn a_browser_whose_webassembly_is_too_old_is_told_the_oldest_versions() {
    run(async |page| {
        page.before_load("WebAssembly.Module = function () { throw new WebAssembly.CompileError('unknown opcode') }")
            .await?;
        refuses(page, "Firefox 102").await
    });
}

#[test]
fn a_browser_without_modules_is_told_the_oldest_versions() {
    run(async |page| {
        page.before_load("delete HTMLScriptElement.prototype.noModule").await?;
        refuses(page, "Safari 16").await
    });
}

#[test]
fn a_browser_without_javascript_is_told_that_it_is_needed() {
    run(async |page| {
        page.disable_javascript().await?;
        page.load("").await?;
        let text = page.text("body").await?;
        assert!(text.contains("需要 JavaScript") && text.contains("needs JavaScript"), "{text}");
        assert!(!text.contains("正在载入"), "{text}");
        Ok(())
    });
}
