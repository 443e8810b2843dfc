//! The house's rules, read off the sources: dependencies run one way, the core knows no browser, views match on no id,
//! and nothing panics without saying why it cannot.

use std::fs;
use std::path::{Path, PathBuf};

/// Each folder of `src/`, and what it may use besides itself. A new folder needs its place here.
const MAY_USE: [(&str, &[&str]); 12] = [
    ("text", &[]),
    ("plan", &["text"]),
    ("model", &["plan", "text"]),
    ("analysis", &["model", "plan", "text"]),
    ("workspace", &["analysis", "model", "plan", "text"]),
    ("chart", &["analysis", "model", "plan", "text"]),
    // Words for what the pure folders give.
    ("catalogue", &["chart", "workspace", "analysis", "model", "plan", "text"]),
    // One page of text.
    ("briefing", &["catalogue", "workspace", "analysis", "model", "plan", "text"]),
    // Workbooks and documents.
    ("office", &["briefing", "catalogue", "chart", "workspace", "analysis", "model", "plan", "text"]),
    // What runs beside the page.
    ("engine", &["catalogue", "workspace", "analysis", "model", "plan", "text"]),
    // Beside the view, never on it.
    ("platform", &["briefing", "engine", "catalogue", "chart", "workspace", "analysis", "model", "plan", "text"]),
    (
        "view",
        &["platform", "briefing", "engine", "catalogue", "chart", "workspace", "analysis", "model", "plan", "text"],
    ),
];

/// Folders that do no I/O and run anywhere.
const PURE: [&str; 10] =
    ["text", "plan", "model", "analysis", "workspace", "chart", "catalogue", "briefing", "office", "engine"];

/// What a pure folder must not name.
const BROWSER: [&str; 7] =
    ["web_sys", "js_sys", "yew", "gloo", "wasm_bindgen", "wasm_bindgen_futures", "plotters_canvas"];

/// One source file.
struct Source {
    /// Below `src/`, with forward slashes.
    path: String,
    text: String,
}

impl Source {
    /// The folder of `src/` it belongs to; `None` for the crate's roots and binaries.
    fn folder(&self) -> Option<&str> {
        let folder = match self.path.split_once('/') {
            Some((folder, _)) => folder,
            None => self.path.trim_end_matches(".rs"),
        };
        (!matches!(folder, "lib" | "main" | "bin")).then_some(folder)
    }

    /// How many modules it is below the crate's root.
    fn depth(&self) -> usize {
        let path = self.path.trim_end_matches(".rs");
        path.trim_end_matches("/mod").split('/').count()
    }

    /// The lines of the shipped program, numbered, without comments: all but `#[cfg(test)] mod` at the end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().map(|(number, line)| (number, without_comment(line)))
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.text.find("\n#[cfg(test)]\nmod ").unwrap_or(self.text.len());
        self.text[..end].lines().enumerate().map(|(i, line)| (i + 1, line))
    }
}

/// The line up to `//`, unless that is part of an address.
fn without_comment(line: &str) -> &str {
    let comment = line.match_indices("//").find(|&(i, _)| !line[..i].ends_with(':'));
    comment.map_or(line, |(i, _)| &line[..i])
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether `line` has `word` as a name of its own.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word)
        .any(|(i, _)| !line[..i].ends_with(is_part_of_name) && !line[i + word.len()..].starts_with(is_part_of_name))
}

/// The names directly below the crate's root that a line takes: `crate::a`, `crate::{a, b}`, `tuiyan::a`, and as many
/// `super::` as lead there.
fn roots(line: &str, depth: usize) -> Vec<&str> {
    let first = |path: &'_ str| path.split(|c| !is_part_of_name(c)).next().map_or(0, str::len);
    let up = "super::".repeat(depth);
    let mut found = Vec::new();
    for prefix in ["crate::", "tuiyan::", up.as_str()] {
        for (i, _) in line.match_indices(prefix) {
            if line[..i].ends_with(is_part_of_name) || line[..i].ends_with("::") {
                continue;
            }
            let rest = &line[i + prefix.len()..];
            match rest.strip_prefix('{') {
                // Of the parts in braces, those at the first level.
                Some(group) => {
                    let mut level = 0;
                    let mut start = true;
                    for (j, c) in group.char_indices() {
                        match c {
                            '{' => level += 1,
                            '}' if level == 0 => break,
                            '}' => level -= 1,
                            ',' if level == 0 => start = true,
                            c if start && is_part_of_name(c) => {
                                found.push(&group[j..j + first(&group[j..])]);
                                start = false;
                            }
                            _ => {}
                        }
                    }
                }
                None => found.push(&rest[..first(rest)]),
            }
        }
    }
    found
}

fn is_folder(name: &str) -> bool {
    MAY_USE.iter().any(|(folder, _)| *folder == name)
}

/// Uses against the direction of dependencies.
fn wrong_uses(source: &Source) -> Vec<String> {
    let Some(folder) = source.folder() else { return Vec::new() };
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == folder) else {
        return vec![format!("{}: {folder} has no place in the house", source.path)];
    };
    let mut wrong = Vec::new();
    for (number, line) in source.code() {
        for used in roots(line, source.depth()) {
            if is_folder(used) && used != folder && !allowed.contains(&used) {
                wrong.push(format!("{}:{number}: {folder} uses {used}", source.path));
            }
        }
    }
    wrong
}

/// Names of the browser where none belong: the crate's roots mount the page through others; other programs are joints.
fn browser_names(source: &Source) -> Vec<String> {
    let banned: &[&str] = match source.folder() {
        Some(folder) if PURE.contains(&folder) => &BROWSER,
        Some(_) => &[],
        None if source.path.starts_with("bin/") => &[],
        None => &["web_sys", "js_sys"],
    };
    source
        .code()
        .flat_map(|(number, line)| {
            banned.iter().filter(move |word| has_word(line, word)).map(move |word| (number, word))
        })
        .map(|(number, word)| format!("{}:{number}: {word}", source.path))
        .collect()
}

/// Indicators, levers and coefficients named one by one in a view.
fn named_ids(source: &Source) -> Vec<String> {
    if source.folder() != Some("view") {
        return Vec::new();
    }
    let ids = ["IndicatorId::", "LeverId::", "CoefficientId::"];
    let names_one = |line: &str| {
        // A variant is written in camel case, an associated constant or function is not.
        ids.iter().flat_map(|id| line.match_indices(id).map(|(i, _)| &line[i + id.len()..])).any(|rest| {
            let name = rest.split(|c| !is_part_of_name(c)).next().unwrap_or_default();
            name.starts_with(|c: char| c.is_ascii_uppercase())
                && name.chars().any(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
                || name.is_empty() && rest.starts_with(['{', '*'])
        })
    };
    let found = source.code().filter(|(_, line)| names_one(line));
    found.map(|(number, line)| format!("{}:{number}: {}", source.path, line.trim())).collect()
}

/// Panics on purpose that no comment, on the line or right above it, accounts for.
fn unexplained_panics(source: &Source) -> Vec<String> {
    const PANICS: [&str; 6] = [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    let mut found = Vec::new();
    let mut explained = false;
    for (number, line) in source.lines() {
        let code = without_comment(line);
        explained |= code.len() < line.len();
        if PANICS.iter().any(|panic| code.contains(panic)) && !explained {
            found.push(format!("{}:{number}: {}", source.path, line.trim()));
        }
        // A comment line speaks for what follows it; documentation does not.
        let comment = line.trim_start();
        explained = comment.starts_with("//") && !comment.starts_with("///") && !comment.starts_with("//!");
    }
    found
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let source = |file: &PathBuf| {
        let parts: Vec<_> = file.strip_prefix(&root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
        Source { path: parts.join("/"), text: fs::read_to_string(file).unwrap() }
    };
    files.iter().map(source).collect()
}

/// Runs a rule over the whole of `src/`.
fn hold(rule: fn(&Source) -> Vec<String>) {
    let sources = sources();
    assert!(sources.len() > 10, "only {} sources found", sources.len());
    for folder in ["plan", "model", "text"] {
        assert!(sources.iter().any(|source| source.folder() == Some(folder)), "{folder} not found");
    }
    let broken: Vec<String> = sources.iter().flat_map(rule).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// What a rule says to one file.
fn judge(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) -> usize {
    rule(&Source { path: path.to_owned(), text: text.to_owned() }).len()
}

#[test]
fn dependencies_run_one_way() {
    assert_eq!(judge(wrong_uses, "plan/a.rs", "use crate::model::Scenario;"), 1);
    assert_eq!(judge(wrong_uses, "model/a.rs", "fn f() -> crate::workspace::Link {}"), 1);
    assert_eq!(judge(wrong_uses, "model/a.rs", "use crate::{text::Text, view::{App, text}, plan};"), 1);
    assert_eq!(judge(wrong_uses, "model/mod.rs", "use super::chart::Scale;"), 1);
    assert_eq!(judge(wrong_uses, "plan/a/b.rs", "use super::super::super::view;"), 1);
    assert_eq!(judge(wrong_uses, "chart/a.rs", "let x = crate::workspace::Tab::Basis;"), 1);
    assert_eq!(judge(wrong_uses, "platform/a.rs", "use crate::view::App;"), 1);
    assert_eq!(judge(wrong_uses, "cellar/a.rs", ""), 1);
    assert_eq!(judge(wrong_uses, "model/a.rs", "use crate::plan::Plan; // not crate::view\nuse super::chart;"), 0);
    assert_eq!(judge(wrong_uses, "view/a.rs", "use crate::chart::Scale;"), 0);
    hold(wrong_uses);
}

#[test]
fn the_core_knows_no_browser() {
    assert_eq!(judge(browser_names, "model/a.rs", "use web_sys::Window;"), 1);
    assert_eq!(judge(browser_names, "chart/a.rs", "let html = yew::html!{};\nwasm_bindgen::throw_str(\"\")"), 2);
    assert_eq!(judge(browser_names, "model/a.rs", "// like yew\nlet gloomy = 1;"), 0);
    assert_eq!(judge(browser_names, "main.rs", "use yew::Renderer;\nuse web_sys::Window;"), 1);
    assert_eq!(judge(browser_names, "platform/a.rs", "use web_sys::Window;"), 0);
    hold(browser_names);
}

#[test]
fn views_iterate_over_the_tables() {
    assert_eq!(judge(named_ids, "view/a.rs", "if id == IndicatorId::I10 {"), 1);
    assert_eq!(judge(named_ids, "view/a/b.rs", "LeverId::GdpGrowth => 1,"), 1);
    assert_eq!(judge(named_ids, "view/a.rs", "use crate::plan::LeverId::*;"), 1);
    assert_eq!(judge(named_ids, "view/a.rs", "for id in IndicatorId::ALL {}\nlet x = LeverId::parse(y);"), 0);
    assert_eq!(judge(named_ids, "model/a.rs", "IndicatorId::I10"), 0);
    hold(named_ids);
}

#[test]
fn no_panic_is_left_unexplained() {
    assert_eq!(judge(unexplained_panics, "a.rs", "let x = y.unwrap();"), 1);
    assert_eq!(judge(unexplained_panics, "a.rs", "/// Documented.\nfn f() { y.expect(\"\") }\nunreachable!()"), 2);
    assert_eq!(judge(unexplained_panics, "a.rs", "// cannot fail: y is set above\ny.unwrap();\nz.unwrap();"), 1);
    assert_eq!(judge(unexplained_panics, "a.rs", "y.unwrap() // cannot fail: see above"), 0);
    assert_eq!(judge(unexplained_panics, "a.rs", "fn f() {}\n\n#[cfg(test)]\nmod tests {\n y.unwrap()\n}"), 0);
    assert_eq!(judge(unexplained_panics, "a.rs", "y.unwrap_or(1); y.expected()"), 0);
    hold(unexplained_panics);
}
