//! Checks of accessibility by axe-core, which is injected through the driver, past the page's policy.

use super::Page;
use super::session::Outcome;

const AXE: &str = include_str!("../../vendor/axe/axe.min.js");

impl Page {
    /// Fails with a list of all violations that axe-core finds in the page as it is.
    pub async fn assert_accessible(&self) -> Outcome {
        if !self.js::<bool>("return 'axe' in window").await? {
            self.js::<()>(AXE).await?;
        }
        let violations: Vec<String> = self
            .js_async(
                "const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
                 return violations.flatMap(({ id, help, nodes }) =>
                     nodes.map(node => `${id}: ${help}\n    ${node.html}\n    ${node.failureSummary}`));",
            )
            .await?;
        if violations.is_empty() { Ok(()) } else { Err(format!("axe-core: {}", violations.join("\n")).into()) }
    }
}
