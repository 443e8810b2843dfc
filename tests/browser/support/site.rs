//! A web server for folders of static files, on a free port.
//!
//! Each connection has a thread of its own and serves one request: browsers open connections ahead of time, and a server
//! with a fixed number of threads can leave the one that matters waiting.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// The folder of the built site: `TUIYAN_DIST`, or `dist` at the top level.
pub fn dist() -> PathBuf {
    let folder = std::env::var_os("TUIYAN_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(folder.join("index.html").is_file(), "no built site in {}: run `make dist` first", folder.display());
    folder
}

/// The names of the built files that the page loads after its first paint.
pub fn parts() -> Vec<String> {
    let index = fs::read_to_string(dist().join("index.html")).expect("the page");
    let folders = fs::read_dir(dist()).expect("the site").map(|entry| entry.expect("an entry").path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let names = files.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with("split_") && !index.contains(name.as_str())).collect()
}

/// Serves folders under path prefixes until it is dropped.
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    /// Prefixes and folders, the longest prefix first.
    folders: Vec<(String, PathBuf)>,
    requested: Mutex<Vec<String>>,
    closed: AtomicBool,
}

impl Site {
    /// Serves each folder under its prefix, which starts and ends with a slash.
    pub fn new(folders: &[(&str, PathBuf)]) -> Self {
        let mut folders: Vec<_> = folders.iter().map(|(prefix, folder)| (prefix.to_string(), folder.clone())).collect();
        folders.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
        let shared = Arc::new(Shared { folders, requested: Mutex::default(), closed: AtomicBool::new(false) });

        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state = shared.clone();
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                if state.closed.load(Ordering::Relaxed) {
                    break;
                }
                let state = state.clone();
                // A browser that closes the connection early is no concern of the server's.
                thread::spawn(move || state.answer(&connection).ok());
            }
        });
        Self { address, shared }
    }

    /// The scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves nothing from now on, as a host that is down.
    pub fn close(&self) {
        self.shared.closed.store(true, Ordering::Relaxed);
        // Wakes the listening thread up.
        let _ = TcpStream::connect(self.address);
    }

    /// The paths that were asked for since the last call, in order.
    pub fn requested(&self) -> Vec<String> {
        std::mem::take(&mut *self.shared.requested.lock().unwrap())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.close();
    }
}

impl Shared {
    fn answer(&self, mut connection: &TcpStream) -> io::Result<()> {
        let mut lines = BufReader::new(connection).lines();
        let Some(request) = lines.next().transpose()? else { return Ok(()) };
        for header in lines {
            if header?.is_empty() {
                break;
            }
        }
        let target = request.split(' ').nth(1).unwrap_or_default();
        self.requested.lock().unwrap().push(target.to_owned());
        let (status, kind, body) = match self.find(target.split(['?', '#']).next().unwrap_or_default()) {
            Some(file) => ("200 OK", content_type(&file), fs::read(file)?),
            None => ("404 Not Found", "text/plain", b"not found".to_vec()),
        };
        let length = body.len();
        write!(
            connection,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        )?;
        connection.write_all(&body)
    }

    fn find(&self, path: &str) -> Option<PathBuf> {
        let (folder, rest) =
            self.folders.iter().find_map(|(prefix, folder)| Some((folder, path.strip_prefix(prefix.as_str())?)))?;
        if rest.split('/').any(|part| part == "..") {
            return None;
        }
        let index = if rest.is_empty() || rest.ends_with('/') { "index.html" } else { "" };
        Some(folder.join(format!("{rest}{index}"))).filter(|file| file.is_file())
    }
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json" | "webmanifest") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
