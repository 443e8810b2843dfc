//! The one ChromeDriver process of a run, started when the first test asks for it.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;

use thirtyfour::{Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel};

/// What a shell does around ChromeDriver: when the test process ends, in whatever way, the pipe to the shell's standard
/// input closes, `read` returns, and the shell ends ChromeDriver, the browsers that are left, and their files.
const WATCHDOG: &str = r#"
    export TMPDIR="$(mktemp -d)"
    "$0" --port=0 &
    driver=$!
    read -r end
    browsers=$(cat /proc/$driver/task/*/children)
    kill $driver $browsers
    wait $driver
    for browser in $browsers; do timeout 5 tail --pid="$browser" -f /dev/null; done
    rm -rf "$TMPDIR"
"#;

struct Driver {
    url: String,
    /// Holds the pipe open.
    _shell: Child,
}

/// The address of the running ChromeDriver.
pub fn url() -> &'static str {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    &DRIVER.get_or_init(start).url
}

fn start() -> Driver {
    let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    let mut shell = Command::new("sh")
        .args(["-c", WATCHDOG, &program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .expect("a shell");
    let mut lines = BufReader::new(shell.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let port = lines
        .find_map(|line| Some(line.split_once("started successfully on port ")?.1.trim_end_matches('.').to_owned()))
        .unwrap_or_else(|| panic!("{program} did not start; set CHROMEDRIVER to its path"));
    // Its later output is read and dropped, or it would block on a full pipe.
    thread::spawn(move || lines.for_each(drop));
    Driver { url: format!("http://127.0.0.1:{port}"), _shell: shell }
}

/// How browsers start. ChromeDriver gives each session a fresh profile. With `record`, the session keeps a log of its
/// requests.
pub fn capabilities(record: bool) -> Capabilities {
    let mut chrome = DesiredCapabilities::chrome();
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--accept-lang=zh-CN",
        "--window-size=1366,768",
        "--force-device-scale-factor=1",
    ];
    if is_root() {
        arguments.push("--no-sandbox");
    }
    for argument in arguments {
        chrome.add_arg(argument).expect("a valid argument");
    }
    chrome.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a valid level");
    if record {
        chrome.set_logging_prefs("performance", LoggingPrefsLogLevel::All).expect("a valid level");
        chrome
            .add_experimental_option(
                "perfLoggingPrefs",
                serde_json::json!({ "enableNetwork": true, "enablePage": false }),
            )
            .expect("a valid option");
    }
    chrome.into()
}

/// Chromium's sandbox does not run as root.
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}
