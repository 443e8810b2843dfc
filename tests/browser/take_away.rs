//! The file to take away: the app as one page that carries a workspace, opened from a disk without a network.

use std::path::Path;

use thirtyfour::error::WebDriverResult;

use crate::files::Downloads;
use crate::support::{Outcome, Page, Settings, Site, dist, run, run_with};

const TWO: &str = "#n=first&p=plan&gdp_growth=12&note.gdp_growth=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E\
                   &n=%3C/script%3E%3Cb%3E&p=trend&hnte_entry=25&active=2&shown=1&ref=1&i=i5&tab=overview";

impl Page {
    async fn open_file(&self, file: &Path) -> Outcome {
        self.driver.goto(format!("file://{}", file.display())).await?;
        Ok(self
            .until_js(
                "the app has started",
                "document.querySelector('#app > *') !== null && document.querySelector('.boot-loading') === null",
            )
            .await?)
    }

    async fn take_away(&self, downloads: &Downloads) -> Result<(String, String), Box<dyn std::error::Error>> {
        self.click("文件").await?;
        self.click("全部内容 .html").await?;
        let file = downloads.next(self).await?;
        self.click("文件").await?;
        Ok(file)
    }

    async fn posts(&self) -> WebDriverResult<String> {
        self.js("return document.querySelector('#value-vacancy_fill').value").await
    }

    /// Waits until the scenario at hand is stored with this part.
    async fn until_kept(&self, part: &str) -> WebDriverResult<()> {
        let kept = format!("Object.values(localStorage).some(item => item.split('&').includes('{part}'))");
        self.until_js(&format!("{part} is stored"), &kept).await
    }
}

/// The page without what it carries.
fn emptied(text: &str) -> String {
    let (before, rest) = text.split_once("id=\"carried\">").expect("the place");
    let (_, after) = rest.split_once("</script>").expect("its end");
    format!("{before}id=\"carried\"></script>{after}")
}

#[test]
fn a_file_under_way_can_be_given_up() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open("").await?;
        page.until_loaded().await?;
        page.click("文件").await?;
        page.js::<()>(
            "const ask = window.fetch;
             window.fetch = (...asked) => new Promise(answer => {
                 window.fetch = ask;
                 window.goOn = () => answer(ask(...asked));
             })",
        )
        .await?;
        page.click("全部内容 .html").await?;
        page.click("取消").await?;
        page.js::<()>("window.goOn()").await?;
        // The next one is the first that is saved.
        page.click("全部内容 .html").await?;
        downloads.next(page).await?;
        assert!(downloads.is_empty());
        Ok(())
    });
}

#[test]
fn it_opens_with_the_workspace_and_keeps_to_itself() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open(TWO).await?;
        page.until_loaded().await?;
        let shared = page.fragment().await?;
        let (name, text) = page.take_away(&downloads).await?;
        assert!(name.contains("兰州新区") && name.ends_with(".html"), "{name}");
        assert!(emptied(&text) == std::fs::read_to_string(dist().join("tuiyan.html"))?, "another page than the host's");
        let first = downloads.put("first.html", &text);
        let (_, text) = page.take_away(&downloads).await?;
        let second = downloads.put("second.html", &text);

        page.offline(true).await?;
        page.open_file(&first).await?;
        page.until_is("the workspace", shared.clone(), async || page.fragment().await).await?;
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "70").await?;
        page.until_kept("vacancy_fill=70").await?;
        let csv: String = page.js_async("return tuiyan.attribution('p=plan', 'p=trend')").await?;
        assert!(csv.starts_with("indicator,player,contribution\n"), "{csv}");
        page.open_file(&first).await?;
        assert_eq!(page.posts().await?, "70");
        // Wherever the file goes.
        let elsewhere = downloads.put("elsewhere.html", &std::fs::read_to_string(&first)?);
        page.open_file(&elsewhere).await?;
        assert_eq!(page.posts().await?, "70");

        page.open_file(&second).await?;
        page.until_is("the workspace", shared, async || page.fragment().await).await?;
        assert_ne!(page.posts().await?, "70");
        page.open_file(&dist().join("tuiyan.html").canonicalize()?).await?;
        page.until_is("nothing is carried", true, async || Ok(!page.fragment().await?.contains("n=first"))).await?;
        Ok(())
    });
}

#[test]
fn it_writes_itself_again_and_makes_workbooks() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.offline(true).await?;
        let original = dist().join("tuiyan.html").canonicalize()?;
        page.open_file(&original).await?;
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "71").await?;
        let (_, text) = page.take_away(&downloads).await?;
        assert!(emptied(&text) == std::fs::read_to_string(&original)?, "the page has changed");
        let once = downloads.put("once.html", &text);

        page.open_file(&once).await?;
        assert_eq!(page.posts().await?, "71");
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "72").await?;
        let (_, text) = page.take_away(&downloads).await?;
        let twice = downloads.put("twice.html", &text);
        page.open_file(&twice).await?;
        assert_eq!(page.posts().await?, "72");
        page.open_file(&once).await?;
        page.click("文件").await?;
        page.until_panel_says("带走文件").await?;
        assert!(!page.text(".desk-panel").await?.contains("离线使用"));
        page.click("本情景 .xlsx").await?;
        let (_, workbook) = downloads.next_bytes(page).await?;
        assert!(workbook.starts_with(b"PK"));
        assert!(
            !page
                .js_async::<bool>(
                    "return Boolean(await navigator.serviceWorker?.getRegistration?.().catch(() => null))"
                )
                .await?
        );
        Ok(())
    });
}

#[test]
fn it_speaks_the_language_that_it_was_made_in() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open("").await?;
        page.click("English").await?;
        page.click("Files").await?;
        page.click("All of it .html").await?;
        let file = downloads.put("english.html", &downloads.next(page).await?.1);
        page.open_file(&file).await?;
        page.role("button", "Files").await?;
        Ok(())
    });
}

#[test]
fn one_that_is_damaged_says_so_and_begins_empty() {
    run(async |page| {
        page.allow_console("SyntaxError");
        let downloads = Downloads::of(page).await?;
        page.open("#n=first&p=plan&gdp_growth=12").await?;
        page.until_loaded().await?;
        let (_, text) = page.take_away(&downloads).await?;
        let no_json = emptied(&text).replace("id=\"carried\">", "id=\"carried\">{\"id\":\"7f\",");
        let changed = text.replace("gdp_growth=12", "gdp_growth=13");
        for (name, text) in [("no-json.html", no_json), ("changed.html", changed)] {
            page.open_file(&downloads.put(name, &text)).await?;
            page.until_js("it says so", "document.querySelector('.keeping')?.textContent.includes('有损坏')").await?;
            assert!(!page.fragment().await?.contains("n=first"));
            page.enter(&page.field("研发岗位到位率，数值（%）").await?, "70").await?;
            page.until_js("it works", "location.hash.includes('vacancy_fill=70')").await?;
        }
        Ok(())
    });
}

#[test]
fn a_host_that_is_gone_is_said() {
    run_with(&Settings::default(), Site::new(&[("/", dist())]), async |page| {
        page.allow_console("ERR_");
        page.open("").await?;
        page.until_served().await?;
        page.site.close();
        page.click("文件").await?;
        page.click("全部内容 .html").await?;
        Ok(page.until_panel_says("未能生成").await?)
    });
}
