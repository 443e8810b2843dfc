//! A page in a browser session: going places, finding things, waiting, and what the page did besides.

use std::cell::RefCell;
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{Key, TypingData, WebDriver, WebElement};

use super::session::{Outcome, Settings};
use super::site::{Site, parts};

/// How long a condition may take to become true.
const PATIENCE: Duration = Duration::from_secs(10);
/// Deletes the stored scenarios, where there is a storage.
const FORGET: &str = "try {
    const ours = /^tuiyan\\.(scenario|workspace|script|aside)/;
    Object.keys(localStorage).filter(name => ours.test(name)).forEach(name => localStorage.removeItem(name));
} catch {}";
const PAUSE: Duration = Duration::from_millis(20);

pub struct Page {
    /// The session itself, for what has no method here.
    pub driver: WebDriver,
    pub site: Site,
    prefix: &'static str,
    record: bool,
    console: RefCell<Vec<String>>,
    allowed: RefCell<Vec<&'static str>>,
    requests: RefCell<Vec<String>>,
}

impl Page {
    pub(super) fn new(driver: WebDriver, site: Site, settings: &Settings) -> Self {
        Self {
            driver,
            site,
            prefix: settings.prefix,
            record: settings.record,
            console: RefCell::default(),
            allowed: RefCell::default(),
            requests: RefCell::default(),
        }
    }

    /// Ends the session; [`run`](super::run) does so itself.
    pub async fn quit(self) -> WebDriverResult<()> {
        self.driver.quit().await
    }

    // Going places.

    /// The address of the site, with what follows the prefix: a file, a query, a fragment.
    pub fn address(&self, rest: &str) -> String {
        format!("{}{}{rest}", self.site.origin(), self.prefix)
    }

    /// Loads the page anew, even if only the fragment differs from where it is.
    pub async fn load(&self, rest: &str) -> WebDriverResult<()> {
        self.driver.goto("about:blank").await?;
        self.driver.goto(self.address(rest)).await
    }

    /// Loads the page anew where no scenarios are stored, and waits until the app stands in it.
    pub async fn open(&self, rest: &str) -> WebDriverResult<()> {
        // A page that is left writes what it keeps.
        self.driver.goto("about:blank").await?;
        let script = self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": FORGET })).await?;
        self.driver.goto(self.address(rest)).await?;
        self.cdp("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script["identifier"] })).await?;
        self.started().await
    }

    /// Loads the page anew with what is stored, and waits until the app stands in it.
    pub async fn come_back(&self, rest: &str) -> WebDriverResult<()> {
        self.load(rest).await?;
        self.started().await
    }

    /// Reloads the page as it is and waits until the app stands in it.
    pub async fn reload(&self) -> WebDriverResult<()> {
        self.driver.refresh().await?;
        self.started().await
    }

    /// Waits until the app stands in the page, with the parts that are in view.
    async fn started(&self) -> WebDriverResult<()> {
        self.until_js(
            "the app has started",
            "document.querySelector('#app > *') !== null && document.querySelector('.boot-loading, p.part[role=status]') === null",
        )
        .await
    }

    /// Waits until the parts that the page loads after its first paint have come.
    pub async fn until_loaded(&self) -> WebDriverResult<()> {
        let parts = parts();
        assert!(!parts.is_empty(), "the built site has no parts that are loaded later");
        self.until_js(
            "all parts have come",
            &format!(
                "{parts:?}.every(name => performance.getEntriesByType('resource').some(entry => entry.name.endsWith(name)))"
            ),
        )
        .await
    }

    /// Waits until the chart shows all draws of the present scenario, and holds still.
    pub async fn until_drawn(&self) -> WebDriverResult<()> {
        let drawn = "document.querySelector('.draws .drawn')?.textContent.replace(/\\D/g, '') === '10000'";
        self.until_js("all draws have come", drawn).await
    }

    /// Waits until both workers have answered, so that nothing of the program is still to come.
    pub async fn until_served(&self) -> WebDriverResult<()> {
        self.until_loaded().await?;
        self.until_drawn().await?;
        self.until_js("the cheapest way is marked", "document.querySelector('.ghost')").await
    }

    /// The fragment of the present address, with its `#`.
    pub async fn fragment(&self) -> WebDriverResult<String> {
        self.js("return location.hash").await
    }

    /// Changes the fragment, as a user does in the address bar.
    pub async fn set_fragment(&self, fragment: &str) -> WebDriverResult<()> {
        self.js_with("location.hash = arguments[0]", [json!(fragment)]).await
    }

    // Scripts.

    /// Runs the body of a function in the page and returns its result.
    pub async fn js<T: DeserializeOwned>(&self, body: &str) -> WebDriverResult<T> {
        self.js_with(body, []).await
    }

    /// Runs the body of a function with arguments; elements are passed by [`WebElement::to_json`].
    pub async fn js_with<T: DeserializeOwned, const N: usize>(
        &self,
        body: &str,
        arguments: [Value; N],
    ) -> WebDriverResult<T> {
        self.driver.execute(body, arguments.to_vec()).await?.convert()
    }

    /// Runs the body of an async function, in which `await` can be used.
    pub async fn js_async<T: DeserializeOwned>(&self, body: &str) -> Result<T, Box<dyn Error>> {
        let body = format!(
            "const done = arguments[0]; (async () => {{ {body} }})().then(ok => done({{ ok }}), \
             error => done({{ error: String(error) }}))"
        );
        let mut result: Value = self.driver.execute_async(body, []).await?.convert()?;
        match result.get("error") {
            Some(error) => Err(error.to_string().into()),
            None => Ok(serde_json::from_value(result["ok"].take())?),
        }
    }

    // Finding things. Roles and names are those that assistive technology gets from the browser.

    /// The one element with this role and name, as soon as it is there.
    pub async fn role(&self, role: &str, name: &str) -> WebDriverResult<WebElement> {
        let start = Instant::now();
        loop {
            let names = self.roles(role).await?;
            let mut found = names.iter().filter(|(_, other)| other == name);
            match (found.next(), found.next()) {
                (Some((id, _)), None) => return self.element(*id).await,
                (first, _) if start.elapsed() > PATIENCE => {
                    let what = if first.is_some() { "several have" } else { "none has" };
                    let names: Vec<_> = names.iter().map(|(_, name)| name).collect();
                    return Err(failure(format!("{what} the role {role} and the name {name}; names are {names:?}")));
                }
                _ => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// The names of all elements with this role, in the order of the page.
    pub async fn names(&self, role: &str) -> WebDriverResult<Vec<String>> {
        Ok(self.roles(role).await?.into_iter().map(|(_, name)| name).collect())
    }

    async fn roles(&self, role: &str) -> WebDriverResult<Vec<(i64, String)>> {
        let document = self.cdp("Runtime.evaluate", json!({ "expression": "document" })).await?;
        let query = json!({ "objectId": document["result"]["objectId"], "role": role });
        let tree = self.cdp("Accessibility.queryAXTree", query).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        Ok(nodes
            .iter()
            .filter(|node| node["ignored"] != true)
            .filter_map(|node| {
                let name = node["name"]["value"].as_str().unwrap_or_default();
                Some((node["backendDOMNodeId"].as_i64()?, name.to_owned()))
            })
            .collect())
    }

    /// The element of a node that the DevTools protocol named, handed over through a variable of the page.
    async fn element(&self, backend_id: i64) -> WebDriverResult<WebElement> {
        let node = self.cdp("DOM.resolveNode", json!({ "backendNodeId": backend_id })).await?;
        let keep = json!({
            "objectId": node["object"]["objectId"],
            "functionDeclaration": "function () { window.__found = this }",
        });
        self.cdp("Runtime.callFunctionOn", keep).await?;
        let take = "const found = window.__found; delete window.__found; return found";
        self.driver.execute(take, []).await?.element()
    }

    /// The first element that a CSS selector finds, as soon as it is there.
    pub async fn css(&self, selector: &str) -> WebDriverResult<WebElement> {
        let found = format!("document.querySelector({}) !== null", json!(selector));
        self.until_js(&format!("something matches {selector}"), &found).await?;
        self.driver.find(thirtyfour::By::Css(selector)).await
    }

    /// The text that the first match of a CSS selector shows.
    pub async fn text(&self, selector: &str) -> WebDriverResult<String> {
        self.css(selector).await?.text().await
    }

    /// Presses a key, on whatever has the focus.
    pub async fn press(&self, key: Key) -> WebDriverResult<()> {
        self.driver.action_chain().send_keys(key).perform().await
    }

    /// Presses a key while another is held.
    pub async fn press_with(&self, held: Key, key: impl Into<TypingData>) -> WebDriverResult<()> {
        self.driver.action_chain().key_down(held.clone()).send_keys(key).key_up(held).perform().await
    }

    // Waiting.

    /// Waits until a condition holds; the text says what is waited for.
    pub async fn until(&self, what: &str, condition: impl AsyncFn() -> WebDriverResult<bool>) -> WebDriverResult<()> {
        let start = Instant::now();
        while !condition().await? {
            if start.elapsed() > PATIENCE {
                return Err(failure(format!("waited in vain until {what}")));
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Waits until a JavaScript expression is true.
    pub async fn until_js(&self, what: &str, expression: &str) -> WebDriverResult<()> {
        let body = format!("return Boolean({expression})");
        self.until(what, async || self.js(&body).await).await
    }

    /// Waits until the body of an async function returns true.
    pub async fn until_js_async(&self, what: &str, body: &str) -> WebDriverResult<()> {
        self.until(what, async || Ok(self.js_async(body).await.unwrap_or(false))).await
    }

    // What the page did besides.

    /// Lets the page write messages with this text to the console.
    pub fn allow_console(&self, text: &'static str) {
        self.allowed.borrow_mut().push(text);
    }

    /// All errors and warnings that the page wrote to the console so far.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        let new = self.driver.browser_log().await?;
        let new = new.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        self.console.borrow_mut().extend(new.map(|entry| format!("{}: {}", entry.level, entry.message)));
        Ok(self.console.borrow().clone())
    }

    /// The addresses that the browser asked for since the last call, whether it got them or not.
    pub async fn requests(&self) -> WebDriverResult<Vec<String>> {
        assert!(self.record, "this session does not record requests");
        let mut new = Vec::new();
        for entry in self.driver.get_log("performance").await? {
            let event: Value = serde_json::from_str(&entry.message)?;
            let (event, parameters) = (&event["message"]["method"], &event["message"]["params"]);
            let address = match event.as_str() {
                Some("Network.requestWillBeSent") => &parameters["request"]["url"],
                Some("Network.webSocketCreated") => &parameters["url"],
                _ => continue,
            };
            let address = address.as_str().unwrap_or_default();
            if address.starts_with("http") || address.starts_with("ws") {
                new.push(address.to_owned());
            }
        }
        self.requests.borrow_mut().extend_from_slice(&new);
        Ok(new)
    }

    /// Fails if the page wrote errors or warnings that were not allowed, or asked a foreign host for something.
    pub(super) async fn assert_clean(&self) -> Outcome {
        let mut messages = self.console().await?;
        messages.retain(|message| !self.allowed.borrow().iter().any(|text| message.contains(text)));
        if !messages.is_empty() {
            return Err(format!("the console has errors or warnings:\n{}", messages.join("\n")).into());
        }
        if self.record {
            self.requests().await?;
            let own = format!("{}/", self.site.origin());
            if let Some(foreign) = self.requests.borrow().iter().find(|address| !address.starts_with(&own)) {
                return Err(format!("the page asked for {foreign}").into());
            }
        }
        Ok(())
    }

    /// Saves a picture of the window as a PNG file.
    pub async fn screenshot(&self, file: &Path) -> WebDriverResult<()> {
        self.driver.screenshot(file).await
    }
}

fn failure(message: String) -> WebDriverError {
    WebDriverError::Timeout(message)
}
