//! The briefing in its panel: read, copied and downloaded.

use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

use super::files::Downloads;
use crate::support::{Page, run};

impl Page {
    async fn open_briefing(&self, fragment: &str) -> WebDriverResult<()> {
        self.open(fragment).await?;
        self.until_drawn().await?;
        self.click("文件").await?;
        self.click("情况汇报").await?;
        self.until_briefing_says("三、").await
    }

    async fn until_briefing_says(&self, words: &str) -> WebDriverResult<()> {
        let says = format!("document.querySelector('.briefing')?.textContent.includes('{words}')");
        self.until_js(&format!("the briefing says {words}"), &says).await
    }
}

#[test]
fn it_follows_the_scenario() {
    run(async |page| {
        page.open_briefing("#p=trend").await?;
        page.until_briefing_says("三、补差路径。").await?;
        page.until_briefing_says("经10000次模拟").await?;
        page.assert_accessible().await?;
        // The page around the panel stays in use.
        page.click("规划").await?;
        page.until_briefing_says("预计全部达标").await?;
        page.until_briefing_says("二、达标前提。").await?;
        page.press(Key::Escape).await?;
        Ok(())
    });
}

#[test]
fn it_is_copied_plain_and_with_its_looks() {
    run(async |page| {
        page.open_briefing("#p=plan").await?;
        page.js::<()>(
            "document.addEventListener('copy', ({ clipboardData }) => window.copied =
                 ['text/plain', 'text/html'].map(kind => clipboardData.getData(kind)))",
        )
        .await?;
        page.click("复制").await?;
        page.until_js("it is copied", "'copied' in window").await?;
        let (text, html): (String, String) = page.js("return copied").await?;
        assert!(
            text.starts_with("兰州新区“十四五”科技创新规划\r\n主要指标推演情况汇报\r\n　　按“规划”情景推演"),
            "{text}"
        );
        assert!(html.contains("方正小标宋简体") && html.contains("预计达标11项"), "{html}");
        Ok(())
    });
}

#[test]
fn it_is_saved_as_a_document() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open_briefing("#p=plan").await?;
        page.click(".docx").await?;
        let (name, bytes) = downloads.next_bytes(page).await?;
        assert!(name.contains("规划") && name.ends_with(".docx"), "{name}");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes))?;
        let mut body = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("word/document.xml")?, &mut body)?;
        assert!(body.contains("主要指标推演情况汇报") && body.contains("一、达标情况。"), "{body}");
        Ok(())
    });
}
