//! What a page of one file carries of a workspace: the items that a browser would store of it.

use std::rc::Rc;

use super::keeper::Keeper;
use super::{Entry, Workspace};
use crate::plan::Plan;

/// Where a page of one file holds what it carries; empty in one that carries nothing.
const PLACE: &str = r#"id="carried">"#;

/// The items of all scenarios, kept or not, and of everything else that is stored of the workspace, by name.
pub fn items_of(plan: &Plan, workspace: &Workspace) -> Vec<(String, String)> {
    let mut all = workspace.clone();
    let kept = |entry: &Entry| Entry { kept: true, ..entry.clone() };
    all.state.entries = Rc::new(all.state.entries.iter().map(kept).collect());
    let mut items = Vec::new();
    let mut write = |name: &str, text: Option<&str>| {
        items.extend(text.map(|text| (name.to_owned(), text.to_owned())));
        true
    };
    // A storage that is empty and takes everything refuses nothing.
    let _ = Keeper::new(plan, &[]).sync(plan, &all, &[], &mut write);
    items
}

/// The text of a page of one file that carries these items, from one that carries nothing; nothing where it is no such
/// page. What a browser stores of the new page goes by `id`.
pub fn carrying(page: &str, id: &str, items: &[(String, String)]) -> Option<String> {
    let (before, after) = page.split_once(PLACE).filter(|(_, after)| after.starts_with("</script>"))?;
    let carried = nojson::json(|f| {
        f.object(|f| {
            f.member("id", id)?;
            f.member("items", nojson::array(|f| f.elements(items.iter().map(|(name, text)| [name, text]))))
        })
    });
    // Signs that could end the element stand in texts alone, where JSON has other words for them.
    Some([before, PLACE, &carried.to_string().replace('<', "\\u003c"), after].concat())
}
