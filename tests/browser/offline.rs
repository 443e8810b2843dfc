//! A hosted site without a network: the copy that the browser keeps, its newer versions, and its removal.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use thirtyfour::error::WebDriverResult;

use crate::files::Downloads;
use crate::requests::use_everything;
use crate::support::{Outcome, Page, Settings, Site, dist, run, run_with};

const IN_A_FOLDER: Settings = Settings { prefix: "/plans/tuiyan/", record: true, copy: true };
const STORED: &str = "已存入本浏览器";

/// A copy of the built site in a folder of its own.
struct Built(PathBuf);

impl Built {
    fn new() -> Result<Self, Box<dyn Error>> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{}-{number}", std::process::id()));
        assert!(Command::new("cp").arg("-r").arg(dist()).arg(&folder).status()?.success());
        Ok(Built(folder))
    }

    /// Replaces the version by one whose page is marked and whose app stands elsewhere.
    fn publish(&self, version: &str) -> Outcome {
        let entries = std::fs::read_dir(&self.0)?.collect::<Result<Vec<_>, _>>()?;
        let app = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let app = app.into_iter().find(|name| name.starts_with("app-")).ok_or("no app")?;
        let next = format!("app-{version}");
        std::fs::rename(self.0.join(&app), self.0.join(&next))?;
        let page = self.0.join("index.html");
        let text = std::fs::read_to_string(&page)?.replace(&app, &next);
        std::fs::write(page, text.replace("<body>", &format!("<body data-version=\"{version}\">")))?;
        assert!(Command::new("scripts/service.sh").arg(&self.0).status()?.success());
        Ok(())
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        // What is left is below the build's own folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Page {
    /// Waits until the copy is made and the page uses it.
    async fn until_copied(&self) -> WebDriverResult<()> {
        self.until_js("the copy is made", "navigator.serviceWorker.controller !== null").await
    }

    async fn until_newer_is_announced(&self) -> WebDriverResult<()> {
        self.button("使用新版本").await.map(drop)
    }

    /// Looks for a newer version now, as browsers do by themselves some time after a visit has begun.
    async fn look_for_newer(&self) -> Outcome {
        let look = "await (await navigator.serviceWorker.getRegistration()).update(); return true";
        self.js_async::<bool>(look).await.map(drop)
    }

    async fn caches(&self) -> Result<usize, Box<dyn Error>> {
        self.js_async("return (await caches.keys()).length").await
    }

    async fn version(&self) -> WebDriverResult<Option<String>> {
        self.js("return document.body.dataset.version ?? null").await
    }
}

#[test]
fn a_site_opens_without_a_network_after_the_first_visit() {
    run_with(&IN_A_FOLDER, Site::new(&[(IN_A_FOLDER.prefix, dist())]), async |page| {
        let downloads = Downloads::of(page).await?;
        page.open("").await?;
        page.until_copied().await?;
        let paths = page.site.requested();
        assert!(paths.iter().all(|path| path.starts_with(IN_A_FOLDER.prefix)), "{paths:?}");
        page.site.close();

        for address in ["", "index.html#p=trend&i=i5"] {
            page.come_back(address).await?;
            page.until_served().await?;
        }
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "70").await?;
        let csv: String = page.js_async("return tuiyan.monte_carlo('p=plan', 1000, 7)").await?;
        assert!(csv.starts_with("indicator,year,p05"), "{csv}");
        page.click("文件").await?;
        page.until_panel_says(STORED).await?;
        page.assert_accessible().await?;
        page.click("本情景 .xlsx").await?;
        let (name, workbook) = downloads.next_bytes(page).await?;
        assert!(name.ends_with(".xlsx") && workbook.starts_with(b"PK"), "{name}");
        page.click("全部内容 .html").await?;
        let (name, text) = downloads.next(page).await?;
        assert!(name.ends_with(".html") && text.contains("vacancy_fill=70"), "{name}");
        Ok(())
    });
}

#[test]
fn nothing_is_asked_for_once_the_copy_is_made() {
    run_with(&Settings { copy: true, ..Settings::default() }, Site::new(&[("/", dist())]), async |page| {
        page.open("").await?;
        page.until_served().await?;
        page.until_copied().await?;
        page.requests().await?;
        page.site.requested();
        use_everything(page).await?;
        assert_eq!(page.requests().await?, [""; 0]);
        assert_eq!(page.site.requested(), [""; 0]);
        Ok(())
    });
}

#[test]
fn a_newer_version_is_announced_and_never_mixed_with_the_old_one() {
    let built = Built::new().unwrap();
    run_with(&IN_A_FOLDER, Site::new(&[(IN_A_FOLDER.prefix, built.0.clone())]), async |page| {
        page.open("").await?;
        page.until_copied().await?;
        let app: String = page.js("return document.querySelector('script[data-app]').dataset.app").await?;
        let office = app.replace("tuiyan.js", "office.js");
        let first = page.driver.window().await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second.clone()).await?;
        page.come_back("").await?;

        built.publish("b")?;
        page.come_back("").await?;
        page.look_for_newer().await?;
        page.until_newer_is_announced().await?;
        assert_eq!((page.version().await?, page.caches().await?), (None, 2));
        page.enter(&page.field("研发岗位到位率，数值（%）").await?, "70").await?;
        page.assert_accessible().await?;
        page.click("使用新版本").await?;
        page.until_is("the version", Some("b".to_owned()), async || page.version().await).await?;
        page.until_js("the edit has stayed", "document.querySelector('#value-vacancy_fill')?.value === '70'").await?;

        // The other page goes on with the old version, whose files its host has no more.
        page.driver.switch_to_window(first).await?;
        page.until_newer_is_announced().await?;
        assert_eq!(page.version().await?, None);
        assert_eq!(page.js_async::<u16>(&format!("return (await fetch('{office}')).status")).await?, 200);
        page.driver.close_window().await?;
        page.driver.switch_to_window(second).await?;
        page.reload().await?;
        page.until_js_async("the old version is deleted", "return (await caches.keys()).length === 1").await?;
        page.site.close();
        page.reload().await?;
        assert_eq!(page.version().await?.as_deref(), Some("b"));
        Ok(())
    });
}

#[test]
fn a_version_that_is_not_whole_leaves_the_old_one_in_use() {
    let built = Built::new().unwrap();
    run_with(&IN_A_FOLDER, Site::new(&[(IN_A_FOLDER.prefix, built.0.clone())]), async |page| {
        page.allow_console("integrity");
        page.open("").await?;
        page.until_copied().await?;
        built.publish("b")?;
        std::fs::write(built.0.join("tuiyan.html"), "half of it")?;
        page.site.requested();
        page.come_back("").await?;
        page.look_for_newer().await?;
        let asked = async || Ok(page.site.requested().iter().any(|path| path.ends_with("tuiyan.html")));
        page.until("the newer version was tried", asked).await?;
        page.until_js_async("only the old one is there", "return (await caches.keys()).length === 1").await?;
        assert_eq!(page.version().await?, None);
        assert!(!page.js::<bool>("return document.body.textContent.includes('使用新版本')").await?);
        Ok(())
    });
}

#[test]
fn the_copy_is_deleted_for_good_and_made_again() {
    run_with(&IN_A_FOLDER, Site::new(&[(IN_A_FOLDER.prefix, dist())]), async |page| {
        page.open("").await?;
        page.until_copied().await?;
        page.click("文件").await?;
        page.click("删除离线副本").await?;
        page.until_panel_says("未存入本浏览器").await?;
        let left = "return (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length";
        assert_eq!(page.js_async::<usize>(left).await?, 0);

        page.come_back("").await?;
        page.click("文件").await?;
        page.until_panel_says("未存入本浏览器").await?;
        assert_eq!(page.js_async::<usize>(left).await?, 0);
        page.click("存入本浏览器").await?;
        page.until_panel_says(STORED).await?;
        page.until_copied().await?;
        assert_eq!(page.js_async::<usize>(left).await?, 2);
        Ok(())
    });
}

#[test]
fn where_browsers_keep_no_copy_the_one_page_is_offered() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.open("").await?;
        page.click("文件").await?;
        page.until_panel_says("只为 https 网站").await?;
        page.role("link", "下载单页文件").await?.click().await?;
        let (name, text) = downloads.next(page).await?;
        assert_eq!(name, "tuiyan.html");
        assert!(text == std::fs::read_to_string(dist().join("tuiyan.html"))?);
        Ok(())
    });
}

#[test]
fn the_manifest_and_its_icons_are_there() {
    run(async |page| {
        page.open("").await?;
        let sizes: Vec<(u32, String)> = page
            .js_async(
                "const { href } = document.querySelector('link[rel=manifest]');
                 const { icons, start_url } = await (await fetch(href)).json();
                 if (new URL(start_url, href).href !== new URL('.', location).href) throw start_url;
                 return Promise.all(icons.map(async ({ src, sizes }) => {
                     const image = new Image();
                     image.src = new URL(src, href);
                     await image.decode();
                     return [image.naturalWidth, sizes];
                 }))",
            )
            .await?;
        assert_eq!(sizes.len(), 3);
        assert!(sizes.iter().all(|(width, sizes)| *sizes == format!("{width}x{width}")), "{sizes:?}");
        Ok(())
    });
}
