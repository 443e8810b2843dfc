//! A workbook opened by another program: LibreOffice, where it is installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use tuiyan::catalogue::{office as words, sentences};
use tuiyan::model::project;
use tuiyan::plan::LANZHOU;
use tuiyan::text::Language;

use super::support::{drafts, names, whole};

/// All sheets, each into a file of its own, with cells as they are shown.
const SHEETS: &str = r#"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1"#;

/// Converts a file; false where LibreOffice is missing.
pub fn convert(file: &Path, to: &str) -> bool {
    let folder = file.parent().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .arg(file)
        .output();
    match output {
        Ok(output) => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            true
        }
        Err(_) => {
            println!("skipped: LibreOffice (soffice) is not installed");
            false
        }
    }
}

#[test]
fn libreoffice_shows_the_models_figures() {
    let language = Language::Zh;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workbook");
    // What an earlier run left there.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("book.xlsx");
    fs::write(&file, whole(language)).unwrap();
    if !convert(&file, SHEETS) {
        return;
    }
    let sheet = |name: &str| fs::read_to_string(folder.join(format!("book-{name}.csv"))).unwrap();
    let paths = sheet(words::TRAJECTORIES.zh);
    let draft = &drafts()[1];
    for indicator in &LANZHOU.indicators {
        let before = format!("{},{},{},", indicator.name.zh, indicator.unit.zh, names(language)[1]);
        let line = paths.lines().find(|line| line.starts_with(&before)).unwrap_or_else(|| panic!("{before}"));
        let value = project(&LANZHOU, &draft.scenario).last(indicator.id);
        // Spreadsheets write an ASCII minus.
        let shown = sentences::value(indicator, value).replace('−', "-");
        assert!(line.ends_with(&format!(",{shown}")), "{line}: {shown}");
    }
    for name in [words::SUMMARY, words::CHARTS, words::LEVERS, words::ASSUMPTIONS, words::MILESTONES, words::LIKELIHOOD]
    {
        let text = sheet(name.zh);
        assert!(text.contains("人才优先") && !text.contains("#REF") && !text.contains("Err:"), "{text}");
    }
    // Charts are drawn on the way to paper.
    assert!(convert(&file, "pdf"));
    assert!(fs::metadata(folder.join("book.pdf")).unwrap().len() > 20_000);
}
