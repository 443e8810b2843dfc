//! The harness of the tests in a real browser.
//!
//! [`run`] gives a test a [`Page`]: a window in which nothing is stored or emulated, of a browser that no other test
//! uses meanwhile, and a server of its own for the built site. It fails the test if the page wrote an error or a warning
//! to the console (a breach of the Content-Security-Policy is one) or asked a foreign host for anything.
//!
//! ```ignore
//! #[test]
//! fn a_lever_moves() {
//!     run(async |page| {
//!         page.open("#p=plan").await?;
//!         let slider = page.role("slider", "研发人员流失率").await?;
//!         slider.send_keys(Key::Right).await?;
//!         page.until_js("the address has the lever", "location.hash.includes('talent_attrition')").await
//!     });
//! }
//! ```

// Each target that shares these files uses a part of them.
#![allow(dead_code, unused_imports)]

mod axe;
mod devtools;
mod driver;
mod page;
mod paper;
mod session;
mod site;

pub use page::Page;
pub use paper::{Paper, Picture};
pub use session::{Outcome, Settings, open, run, run_with};
pub use site::{Site, dist};
pub use thirtyfour::{Key, WebElement};
