//! Files out of the page and into it: through the real file picker, by drop, and through the clipboard.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use crate::support::{Outcome, Page, run};

const TWO: &str = "#n=first&p=plan&gdp_growth=12&n=second&p=trend&hnte_entry=25&active=1";

/// A folder of its own into which the browser saves.
pub struct Downloads(PathBuf);

impl Downloads {
    pub async fn of(page: &Page) -> Result<Self, Box<dyn std::error::Error>> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("saved-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        page.cdp("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder })).await?;
        Ok(Downloads(folder))
    }

    fn files(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(&self.0).expect("the folder");
        let files = entries.map(|entry| entry.expect("an entry").path());
        files.filter(|file| !file.to_string_lossy().ends_with(".crdownload") && !is_hidden(file)).collect()
    }

    /// The next file as soon as it is there, name and text; it goes from the folder.
    pub async fn next(&self, page: &Page) -> Result<(String, String), Box<dyn std::error::Error>> {
        let (name, bytes) = self.next_bytes(page).await?;
        Ok((name, String::from_utf8(bytes)?))
    }

    /// The same for a file that is no text.
    pub async fn next_bytes(&self, page: &Page) -> Result<(String, Vec<u8>), Box<dyn std::error::Error>> {
        page.until("a file is saved", async || Ok(!self.is_empty())).await?;
        let file = self.files().remove(0);
        let bytes = std::fs::read(&file)?;
        std::fs::remove_file(&file)?;
        Ok((file.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes))
    }

    /// Whether nothing is there.
    pub fn is_empty(&self) -> bool {
        self.files().is_empty()
    }

    /// A file for the page to read.
    pub fn put(&self, name: &str, text: &str) -> PathBuf {
        let folder = self.0.join(".given");
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join(name);
        std::fs::write(&file, text).expect("a file");
        file
    }
}

fn is_hidden(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

impl Drop for Downloads {
    fn drop(&mut self) {
        // What is left is below the build's own folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Page {
    pub async fn choose(&self, files: &[&Path]) -> WebDriverResult<()> {
        let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        self.css("input[type=file]").await?.send_keys(names.join("\n")).await
    }

    /// Drags a file over the page and drops it there.
    async fn drop_file(&self, file: &Path) -> WebDriverResult<()> {
        let data = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
        for event in ["dragEnter", "dragOver"] {
            let parameters = json!({ "type": event, "x": 600, "y": 400, "data": data });
            self.cdp("Input.dispatchDragEvent", parameters).await?;
        }
        self.until_js("the page says where to drop", "document.querySelector('.drop-hint') !== null").await?;
        self.cdp("Input.dispatchDragEvent", json!({ "type": "drop", "x": 600, "y": 400, "data": data })).await.map(drop)
    }

    pub async fn until_panel_says(&self, text: &str) -> WebDriverResult<()> {
        let says = format!("document.querySelector('.desk-panel')?.textContent.includes({})", json!(text));
        self.until_js(&format!("the panel says {text}"), &says).await
    }

    /// The number of scenarios in the address, once it is that.
    async fn until_scenarios(&self, number: usize) -> WebDriverResult<()> {
        let count = format!("location.hash.split('&').filter(part => part.startsWith('n=')).length === {number}");
        self.until_js(&format!("there are {number} scenarios"), &count).await
    }
}

/// Saves both scenarios as a file.
async fn saved(page: &Page, downloads: &Downloads) -> Result<(String, String), Box<dyn std::error::Error>> {
    page.open(TWO).await?;
    page.click("文件").await?;
    page.click("全部 2 个情景 .json").await?;
    downloads.next(page).await
}

#[test]
fn a_file_comes_back_through_the_picker_and_is_added() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        let (name, text) = saved(page, &downloads).await?;
        assert!(name.contains("兰州新区") && name.contains("first") && name.ends_with(".json"), "{name}");
        assert!(name.contains("-20") || name.contains("-21"), "a day is in {name}");
        let file = downloads.put("two.json", &text);

        page.open("#p=trend&talent_intake=3").await?;
        page.click("文件").await?;
        page.choose(&[&file]).await?;
        page.until_panel_says("数值与写成时一致").await?;
        page.assert_accessible().await?;
        page.role("checkbox", "second").await?.click().await?;
        page.click("加入 1 个情景").await?;
        page.until_scenarios(2).await?;
        assert!(page.fragment().await?.contains("talent_intake=3&n=first&p=plan&gdp_growth=12"));
        assert!(!page.fragment().await?.contains("n=second"));
        Ok(())
    });
}

#[test]
fn a_file_is_dropped_anywhere() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        let (_, text) = saved(page, &downloads).await?;
        let file = downloads.put("two.json", &text);
        page.open("").await?;
        page.until_loaded().await?;
        page.drop_file(&file).await?;
        page.until_panel_says("two.json").await?;
        assert!(!page.shows(".drop-hint").await?);
        page.click("加入 2 个情景").await?;
        page.until_scenarios(3).await?;
        Ok(())
    });
}

#[test]
fn several_files_are_merged_into_their_median() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        let (_, text) = saved(page, &downloads).await?;
        let files = [9, 10, 17].map(|growth| {
            let mut file: Value = serde_json::from_str(&text).unwrap();
            file["scenarios"].as_array_mut().unwrap().truncate(1);
            file["scenarios"][0]["levers"]["gdp_growth"] = json!([growth, growth, growth, growth, growth]);
            downloads.put(&format!("{growth}.json"), &file.to_string())
        });
        page.open("").await?;
        page.click("文件").await?;
        page.choose(&files.each_ref().map(PathBuf::as_path)).await?;
        // The figures are no longer those of the stamp.
        page.until_panel_says("情景在写成后被改动").await?;
        page.click("合并 3 个为一个（中位数）").await?;
        page.until_scenarios(2).await?;
        let fragment = page.fragment().await?;
        assert!(fragment.contains("&gdp_growth=10&r.gdp_growth=9,17"), "{fragment}");
        Ok(())
    });
}

async fn is_refused(page: &Page, file: &Path, why: &str) -> Outcome {
    let before = page.fragment().await?;
    page.choose(&[file]).await?;
    page.until_panel_says(why).await?;
    assert!(!page.text(".desk-panel").await?.contains("加入"));
    assert_eq!(page.fragment().await?, before);
    Ok(())
}

#[test]
fn a_file_is_checked_whole_and_errors_name_the_place() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        let (_, text) = saved(page, &downloads).await?;
        let mut beyond: Value = serde_json::from_str(&text)?;
        beyond["scenarios"][1]["levers"]["hnte_entry"][3] = json!(36);
        let beyond = downloads.put("beyond.json", &beyond.to_string());
        let broken = downloads.put("broken.json", "{\n  \"format\":");
        let foreign = downloads.put("foreign.json", "{}");
        let large = downloads.put("large.json", &" ".repeat(1_000_001));
        let newer = downloads.put("newer.json", &text.replace("\"version\": 1", "\"version\": 9"));
        for (file, why) in [
            (&beyond, "scenarios[1].levers.hnte_entry[3]：36 高于 35"),
            (&broken, "第 2 行"),
            (&foreign, "不是推演的情景文件"),
            (&large, "超过 1 MB"),
            (&newer, "第 9 版"),
        ] {
            is_refused(page, file, why).await?;
        }
        Ok(())
    });
}

#[test]
fn tables_are_saved_and_addresses_of_downloads_given_back() {
    run(async |page| {
        let downloads = Downloads::of(page).await?;
        page.before_load(
            "window.made = []; window.revoked = [];
             const { createObjectURL: make, revokeObjectURL: revoke } = URL;
             URL.createObjectURL = blob => { const url = make.call(URL, blob); made.push(url); return url };
             URL.revokeObjectURL = url => { revoked.push(url); revoke.call(URL, url) }",
        )
        .await?;
        page.open(TWO).await?;
        page.click("文件").await?;
        page.click("全部 2 个情景 .csv").await?;
        let (name, text) = downloads.next(page).await?;
        assert!(name.contains("first") && name.ends_with(".csv"), "{name}");
        assert!(text.starts_with("\u{feff}scenario,indicator_id,"), "{}", &text[..40]);
        assert_eq!(text.lines().count(), 1 + 2 * 11 * 7);
        page.click("叠加显示的 1 个 .csv").await?;
        let (_, text) = downloads.next(page).await?;
        assert_eq!(text.lines().count(), 1 + 11 * 7);
        page.until_js("they are given back", "made.every(url => revoked.includes(url))").await?;
        Ok(())
    });
}

#[test]
fn tables_are_copied_with_their_stamp() {
    run(async |page| {
        page.open(TWO).await?;
        page.js::<()>(
            "document.addEventListener('copy', ({ clipboardData }) => window.copied =
                 ['text/plain', 'text/html'].map(kind => clipboardData.getData(kind)))",
        )
        .await?;
        let stamp: String = page.js("return tuiyan.digest('p=plan&gdp_growth=12')").await?;
        page.click("文件").await?;
        for (button, rows) in [("指标总览", 14), ("当前指标轨迹", 0)] {
            page.js::<()>("delete window.copied").await?;
            page.click(button).await?;
            page.until_js("it is copied", "'copied' in window").await?;
            let (text, html): (String, String) = page.js("return copied").await?;
            assert!(text.ends_with(&stamp) && html.contains(&stamp) && html.starts_with("<table>"), "{text}\n{html}");
            assert!(text.contains('\t'), "{text}");
            if rows > 0 {
                assert_eq!(text.lines().count(), rows);
            }
        }
        Ok(())
    });
}
