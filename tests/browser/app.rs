//! The page in its users' words: levers, scores, the chart, and how to work them.

use std::cell::RefCell;
use std::fmt::Debug;

use serde::Deserialize;
use serde_json::json;
use thirtyfour::By;
use thirtyfour::error::{WebDriverError, WebDriverResult};

use crate::support::{Key, Page, WebElement};

/// The address of the page as it starts, without the leading `#`.
pub const TREND: &str = "v=1&m=2&p=trend&i=i1";

/// What a row of the scoreboard says.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Score {
    pub value: String,
    pub target: String,
    pub difference: String,
    /// What the last move did, with its word; empty where it did nothing.
    pub last: String,
    pub status: String,
    pub completion: String,
    pub selected: bool,
}

impl Page {
    // Levers.

    /// A lever's slider, by the lever's name.
    pub async fn slider(&self, lever: &str) -> WebDriverResult<WebElement> {
        self.role("slider", lever).await
    }

    pub async fn button(&self, name: &str) -> WebDriverResult<WebElement> {
        self.role("button", name).await
    }

    pub async fn click(&self, button: &str) -> WebDriverResult<()> {
        self.button(button).await?.click().await
    }

    pub async fn field(&self, name: &str) -> WebDriverResult<WebElement> {
        self.role("textbox", name).await
    }

    /// Replaces the text of a field, and leaves the keyboard there.
    pub async fn type_into(&self, field: &WebElement, text: &str) -> WebDriverResult<()> {
        field.click().await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(if text.is_empty() { Key::Delete + "" } else { text.into() }).await
    }

    /// Replaces the text of a field and presses Enter.
    pub async fn enter(&self, field: &WebElement, text: &str) -> WebDriverResult<()> {
        self.type_into(field, text).await?;
        field.send_keys(Key::Enter + "").await
    }

    /// The middle of an element, in CSS pixels of the viewport.
    pub async fn middle(&self, element: &WebElement) -> WebDriverResult<(f64, f64)> {
        self.js_with(
            "const box = arguments[0].getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]",
            [element.to_json()?],
        )
        .await
    }

    /// Where a slider's knob stands for a value, in CSS pixels of the viewport.
    pub async fn knob(&self, slider: &WebElement, value: f64) -> WebDriverResult<(f64, f64)> {
        self.js_with(
            "const [slider, value] = arguments, box = slider.getBoundingClientRect();
             const knob = matchMedia('(max-width: 1199px)').matches ? 16 : 12;
             const part = (value - slider.min) / (slider.max - slider.min);
             return [box.x + knob / 2 + part * (box.width - knob), box.y + box.height / 2]",
            [slider.to_json()?, json!(value)],
        )
        .await
    }

    /// Waits until a slider says this value, with its unit.
    pub async fn until_says(&self, slider: &WebElement, text: &str) -> WebDriverResult<()> {
        self.until_is("the slider's value", text, async || attribute(slider, "aria-valuetext").await).await
    }

    // Figures.

    /// What the scoreboard says of an indicator, by its id.
    pub async fn score(&self, id: &str) -> WebDriverResult<Score> {
        self.js_with(
            "const row = document.querySelector(`[data-indicator='${arguments[0]}']`);
             const text = selector => row.querySelector(selector)?.textContent ?? '';
             return {
                 value: text('.score-value'), target: text('.score-target'), difference: text('.difference'),
                 last: text('.last-move'), status: text('.status-word'), completion: text('.completion'),
                 selected: row.querySelector('button').ariaPressed === 'true',
             }",
            [json!(id)],
        )
        .await
    }

    /// Waits until an indicator's value is another than it was.
    pub async fn until_moved(&self, id: &str, from: &Score) -> WebDriverResult<()> {
        self.until(&format!("{id} moves from {from:?}"), async || Ok(self.score(id).await?.value != from.value)).await
    }

    /// How many targets are met, near and short, as the summary says.
    pub async fn counts(&self) -> WebDriverResult<[u32; 3]> {
        self.js(
            "return [...document.querySelectorAll('.summary .count strong')].map(count => Number(count.textContent))",
        )
        .await
    }

    /// The id of the indicator that is chosen in the scoreboard.
    pub async fn selected(&self) -> WebDriverResult<Vec<String>> {
        self.js("return [...document.querySelectorAll('[data-indicator]')]
                 .filter(row => row.querySelector('button').ariaPressed === 'true').map(row => row.dataset.indicator)")
            .await
    }

    /// What the page says of an address: one text for each part that was not taken.
    pub async fn notices(&self) -> WebDriverResult<Vec<String>> {
        self.js("return [...document.querySelectorAll('.notices li')].map(item => item.textContent)").await
    }

    // The browser around.

    /// Waits until the address holds this, without the leading `#`.
    pub async fn until_address(&self, fragment: &str) -> WebDriverResult<()> {
        self.until_is("the address", &*format!("#{fragment}"), async || self.fragment().await).await
    }

    /// What has the keyboard: its accessible name, or its text.
    pub async fn focused(&self) -> WebDriverResult<String> {
        self.js("const at = document.activeElement; return at.ariaLabel ?? at.innerText").await
    }

    /// Whether an element shows.
    pub async fn shows(&self, selector: &str) -> WebDriverResult<bool> {
        self.js_with("return document.querySelector(arguments[0])?.checkVisibility() ?? false", [json!(selector)]).await
    }

    /// Waits until something read from the page is as expected; where it never is, tells what it was at last.
    pub async fn until_is<T, E>(
        &self,
        what: &str,
        expected: E,
        read: impl AsyncFn() -> WebDriverResult<T>,
    ) -> WebDriverResult<()>
    where
        T: PartialEq<E> + Debug,
        E: Debug,
    {
        let last = RefCell::new(None);
        let waited = self.until(what, async || {
            let found = read().await?;
            let equal = found == expected;
            last.replace(Some(found));
            Ok(equal)
        });
        waited.await.map_err(|error| match last.take() {
            Some(found) => WebDriverError::Timeout(format!("{what} is {found:?}, not {expected:?}; {error}")),
            None => error,
        })
    }
}

/// An attribute of an element, empty where there is none.
pub async fn attribute(element: &WebElement, name: &str) -> WebDriverResult<String> {
    Ok(element.attr(name).await?.unwrap_or_default())
}

/// What stands in a field.
pub async fn value(field: &WebElement) -> WebDriverResult<String> {
    Ok(field.prop("value").await?.unwrap_or_default())
}

/// The message beside a field, empty where there is none.
pub async fn message(field: &WebElement) -> WebDriverResult<String> {
    let described = attribute(field, "aria-describedby").await?;
    if described.is_empty() {
        return Ok(String::new());
    }
    field.find(By::XPath(format!("//*[@id='{described}']"))).await?.text().await
}
