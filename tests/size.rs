//! The built site: what a first visit loads, and that it can be hosted anywhere under its policy.
//!
//! Needs the built site in `dist/`, or where `TUIYAN_DIST` says; `make test` runs it after the build.

use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

/// The most bytes of html, css, js and wasm together, compressed with brotli as web servers do.
const MOST_BYTES: usize = 200_000;

/// The most bytes of the one file, which is compressed inside.
const MOST_BYTES_OF_ONE_FILE: usize = 1_500_000;
/// The site as one file.
const ONE_FILE: &str = "tuiyan.html";

/// The attributes that hold addresses in the page.
const ADDRESSES: [&str; 3] = ["href", "src", "data-app"];

fn dist() -> PathBuf {
    std::env::var_os("TUIYAN_DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}

/// The files of the site whose names end in one of these, with their contents.
fn files(extensions: &[&str]) -> Vec<(String, Vec<u8>)> {
    fn collect(folder: &Path, extensions: &[&str], files: &mut Vec<(String, Vec<u8>)>) {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| {
            panic!("{}: {error}; `make dist` builds the site", folder.display());
        });
        for path in entries.map(|entry| entry.unwrap().path()) {
            let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
            if path.is_dir() {
                collect(&path, extensions, files);
            } else if extensions.contains(&extension) {
                files.push((path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()));
            }
        }
    }
    let mut files = Vec::new();
    collect(&dist(), extensions, &mut files);
    files.sort();
    files
}

fn texts(extension: &str) -> Vec<(String, String)> {
    files(&[extension]).into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

/// The pages that are served.
fn pages() -> impl Iterator<Item = (String, String)> {
    texts("html").into_iter().filter(|(name, _)| name != ONE_FILE)
}

fn compressed(bytes: &[u8]) -> usize {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut output, &parameters).unwrap();
    output.len()
}

/// Prints the size of each file, and returns how many bytes they are together in brotli.
fn weigh<'a>(title: &str, files: impl Iterator<Item = &'a (String, Vec<u8>)>) -> usize {
    println!("{title}");
    let mut total = 0;
    for (name, bytes) in files {
        let compressed = compressed(bytes);
        println!("{compressed:>9} bytes in brotli, {:>9} plain  {name}", bytes.len());
        total += compressed;
    }
    println!("{total:>9} bytes in brotli in all");
    total
}

/// What the page itself names is loaded at once; the rest, by the program, after the first paint.
#[test]
fn the_first_load_is_small() {
    let index = fs::read_to_string(dist().join("index.html")).unwrap();
    let named: Vec<&str> = ADDRESSES.iter().flat_map(|name| attribute(&index, name)).collect();
    let is_first = |name: &str| name == "index.html" || named.iter().any(|address| address.ends_with(name));
    let (first, later): (Vec<_>, Vec<_>) =
        files(&["html", "css", "js", "wasm"]).into_iter().partition(|(name, _)| is_first(name));

    let total = weigh("The first load:", first.iter());
    weigh("Later:", later.iter().filter(|(name, _)| name != ONE_FILE));
    assert!(first.iter().any(|(name, _)| name.ends_with(".wasm")), "no built site in {}", dist().display());
    assert!(later.iter().all(|(name, _)| !name.ends_with(".css")), "a style is not named in index.html");
    assert!(total <= MOST_BYTES, "the first load takes {total} bytes in brotli, more than {MOST_BYTES}");
}

/// The copy that browsers keep is of the whole site.
#[test]
fn the_service_worker_knows_all_files() {
    fn collect(folder: &Path, names: &mut Vec<String>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                collect(&path, names);
            } else {
                names.push(path.strip_prefix(dist()).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    let script = fs::read_to_string(dist().join("service.js")).unwrap();
    let (list, _) = script.split_once("};").unwrap();
    let listed = list.lines().filter_map(|line| line.trim().split_once("': 'sha256-")).map(|(name, _)| &name[1..]);
    let mut listed: Vec<&str> = listed.map(|name| if name == "./" { "index.html" } else { name }).collect();
    listed.sort();
    let mut names = Vec::new();
    collect(&dist(), &mut names);
    names.retain(|name| name != "service.js");
    names.sort();
    assert_eq!(listed, names);
    let app = names.iter().find(|name| name.ends_with("/tuiyan.js")).unwrap().split('/').next().unwrap();
    assert!(script.starts_with(&format!("const VERSION = '{app}';")), "another version than {app}");
}

/// The values of an attribute in HTML.
fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn is_relative(address: &str) -> bool {
    !address.starts_with('/') && !address.split(['/', '?', '#']).next().unwrap_or_default().contains(':')
}

#[test]
fn addresses_are_relative() {
    for (name, html) in pages() {
        for attribute_name in ADDRESSES {
            for address in attribute(&html, attribute_name) {
                assert!(is_relative(address), "{name}: {attribute_name} is {address}");
            }
        }
    }
    for (name, css) in texts("css") {
        assert!(!css.contains("@import"), "{name} imports");
        for rest in css.split("url(").skip(1) {
            let address = rest.split(')').next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
            assert!(is_relative(address) || address.starts_with("data:"), "{name}: {address}");
        }
    }
}

#[test]
fn nothing_is_inline_that_the_policy_forbids() {
    for (name, html) in pages() {
        assert!(
            html.contains("Content-Security-Policy") && !html.contains("unsafe-inline"),
            "{name} has no strict policy"
        );
        assert!(!html.contains("<style"), "{name} has a style element");
        for script in html.split("<script").skip(1) {
            let (start, rest) = script.split_once('>').expect("the end of a start tag");
            assert!(start.contains(" src="), "{name} has a script without an address");
            assert!(rest.trim_start().starts_with("</script>"), "{name} has an inline script");
        }
        for tag in html.split('<').skip(1).filter_map(|tag| tag.split('>').next()) {
            let inline =
                tag.split_whitespace().skip(1).any(|part| part.starts_with("style=") || part.starts_with("on"));
            assert!(!inline, "{name} has inline style or script: <{tag}>");
        }
    }
}

#[test]
fn the_one_file_is_small_and_loads_nothing() {
    let html = fs::read_to_string(dist().join(ONE_FILE)).unwrap();
    println!("{:>9} bytes  {ONE_FILE}", html.len());
    assert!(html.len() <= MOST_BYTES_OF_ONE_FILE, "{ONE_FILE} takes {} bytes", html.len());
    let (_, policy) = html.split_once("content=\"default-src ").expect("a policy");
    let policy = policy.split('"').next().unwrap();
    assert!(policy.starts_with("'none';") && policy.contains("'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'self'") && !policy.contains("http"), "{policy}");
    for program in ["tuiyan_bg.wasm", "split_later.wasm", "engine_simd_bg.wasm", "office_bg.wasm"] {
        assert!(html.contains(program), "{program} is not in {ONE_FILE}");
    }
    let (head, _) = html.split_once("</head>").unwrap();
    assert!(attribute(head, "href").iter().all(|address| address.starts_with("data:")), "the head loads something");
    assert!(!html.contains("<script src="), "a script is loaded");
}
