//! What only the DevTools protocol can do: input as from real devices, other screens and networks, measurements.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use super::Page;

impl Page {
    /// Sends one command of the DevTools protocol.
    pub async fn cdp(&self, command: &str, parameters: Value) -> WebDriverResult<Value> {
        self.driver.cdp().send_raw(command, parameters).await
    }

    // Input.

    /// One event of the left mouse button: `mousePressed`, `mouseMoved` (with the button held) or `mouseReleased`.
    pub async fn mouse(&self, event: &str, x: f64, y: f64) -> WebDriverResult<()> {
        let parameters = json!({ "type": event, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        self.cdp("Input.dispatchMouseEvent", parameters).await.map(drop)
    }

    /// Moves the mouse with no button held.
    pub async fn hover(&self, x: f64, y: f64) -> WebDriverResult<()> {
        self.cdp("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y })).await.map(drop)
    }

    /// Turns the wheel over a point; a positive amount scrolls down.
    pub async fn wheel(&self, x: f64, y: f64, amount: f64) -> WebDriverResult<()> {
        let parameters = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": amount });
        self.cdp("Input.dispatchMouseEvent", parameters).await.map(drop)
    }

    /// One event of a finger: `touchStart` and `touchMove` with its place, `touchEnd` without.
    pub async fn touch(&self, event: &str, place: Option<(f64, f64)>) -> WebDriverResult<()> {
        let points: Vec<Value> = place.into_iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        self.cdp("Input.dispatchTouchEvent", json!({ "type": event, "touchPoints": points })).await.map(drop)
    }

    /// Drags from one point to another in steps.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64), steps: u32) -> WebDriverResult<()> {
        self.mouse("mousePressed", from.0, from.1).await?;
        for step in 1..=steps {
            let part = f64::from(step) / f64::from(steps);
            let between = |from: f64, to: f64| from + part * (to - from);
            self.mouse("mouseMoved", between(from.0, to.0), between(from.1, to.1)).await?;
        }
        self.mouse("mouseReleased", to.0, to.1).await
    }

    /// Shows text that an input method is still composing, in the focused field.
    pub async fn compose(&self, text: &str) -> WebDriverResult<()> {
        let end = text.encode_utf16().count();
        let parameters = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        self.cdp("Input.imeSetComposition", parameters).await.map(drop)
    }

    /// Enters text at once, as an input method does that is done composing.
    pub async fn insert_text(&self, text: &str) -> WebDriverResult<()> {
        self.cdp("Input.insertText", json!({ "text": text })).await.map(drop)
    }

    // Screens, settings and networks.

    /// The size of the viewport in CSS pixels, and the device pixels in each of them.
    pub async fn viewport(&self, width: u32, height: u32, ratio: f64) -> WebDriverResult<()> {
        let parameters = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", parameters).await.map(drop)
    }

    /// What the system prefers, such as `[("prefers-color-scheme", "dark")]`.
    pub async fn media(&self, features: &[(&str, &str)]) -> WebDriverResult<()> {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }

    /// Cuts the network off, or joins it again.
    pub async fn offline(&self, offline: bool) -> WebDriverResult<()> {
        self.cdp("Network.enable", json!({})).await?;
        let parameters = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", parameters).await.map(drop)
    }

    /// Runs a script in every page from now on before the page's own, such as one that takes a feature away.
    pub async fn before_load(&self, script: &str) -> WebDriverResult<()> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
    }

    /// Turns JavaScript off, as a user can in the settings.
    pub async fn disable_javascript(&self) -> WebDriverResult<()> {
        self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await.map(drop)
    }

    // Measurements.

    /// One of Chromium's metrics, such as `TaskDuration` in seconds or `JSHeapUsedSize` in bytes.
    pub async fn metric(&self, name: &str) -> WebDriverResult<f64> {
        let metrics = self.cdp("Performance.getMetrics", json!({})).await?;
        let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
        let value = metrics.iter().find(|metric| metric["name"] == name).and_then(|metric| metric["value"].as_f64());
        Ok(value.unwrap_or_else(|| panic!("no metric {name}: call start_metrics first")))
    }

    /// Starts the metrics.
    pub async fn start_metrics(&self) -> WebDriverResult<()> {
        self.cdp("Performance.enable", json!({})).await.map(drop)
    }

    /// Waits for two animation frames, so that what was due is on the screen.
    pub async fn two_frames(&self) -> WebDriverResult<()> {
        let frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))";
        self.cdp("Runtime.evaluate", json!({ "expression": frames, "awaitPromise": true })).await.map(drop)
    }

    /// The bytes of JavaScript in use after a garbage collection, and those of the memories that
    /// [`keep_memories`](Self::keep_memories) kept.
    pub async fn heap(&self) -> WebDriverResult<(f64, f64)> {
        self.cdp("HeapProfiler.enable", json!({})).await?;
        self.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        let script = self.metric("JSHeapUsedSize").await?;
        let sum = "return tuiyanMemories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
        Ok((script, self.js(sum).await?))
    }

    /// Lets pages loaded from now on keep their WebAssembly memories for [`heap`](Self::heap). (Asking the browser for all
    /// objects of a kind instead has crashed it.)
    pub async fn keep_memories(&self) -> WebDriverResult<()> {
        self.before_load(KEEP_MEMORIES).await
    }
}

const KEEP_MEMORIES: &str = "
    globalThis.tuiyanMemories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const made = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const result = await made.apply(WebAssembly, given);
            const exports = Object.values((result.instance ?? result).exports);
            tuiyanMemories.push(...exports.filter(value => value instanceof WebAssembly.Memory));
            return result;
        };
    }";
