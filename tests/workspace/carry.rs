//! What a page of one file carries: everything that is stored of a workspace, whatever its texts say.

use proptest::prelude::*;
use tuiyan::plan::LANZHOU;
use tuiyan::workspace::carry::{carrying, items_of};
use tuiyan::workspace::{Workspace, read_link, restore};

use crate::support::{any_scripted, cases};

const PAGE: &str = r#"<p>before</p><script type="application/json" id="carried"></script><p>after</p>"#;

/// The items of a page, as a browser reads them.
fn read(page: &str) -> Vec<(String, String)> {
    let (_, rest) = page.split_once(r#"id="carried">"#).unwrap();
    let (text, after) = rest.split_once("</script>").unwrap();
    assert_eq!(after, "<p>after</p>");
    let carried: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(carried["id"], "7f");
    serde_json::from_value(carried["items"].clone()).unwrap()
}

fn back(workspace: &Workspace) -> Workspace {
    let page = carrying(PAGE, "7f", &items_of(&LANZHOU, workspace)).unwrap();
    let restored = restore(&LANZHOU, &read(&page), 1);
    assert!(restored.set_aside.is_empty());
    restored.workspace.unwrap()
}

#[test]
fn a_workspace_comes_back_whole() {
    let fragment = "n=first&p=plan&gdp_growth=12&note.gdp_growth=why&n=second&p=trend&hnte_entry=20,21,22,23,24\
                    &n=third&p=headwinds&active=2&shown=1,3&ref=3&i=i5&tab=basis&page=compare";
    let (link, notices) = read_link(&LANZHOU, fragment);
    assert!(notices.is_empty(), "{notices:?}");
    // What came by an address is carried too, although a browser does not store it.
    for workspace in [Workspace::of_link(&link, 3), Workspace::visiting(&link, 3)] {
        assert_eq!(back(&workspace).link(None), link);
    }
}

#[test]
fn a_page_that_is_none_of_ours_carries_nothing() {
    let items = items_of(&LANZHOU, &Workspace::new(&LANZHOU));
    for page in ["", "<p>not found</p>", r#"<script id="carried">{}</script>"#] {
        assert_eq!(carrying(page, "7f", &items), None, "{page}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_script_comes_along(workspace in any_scripted()) {
        let back = back(&workspace);
        prop_assert_eq!(back.script(), workspace.script());
        prop_assert_eq!(back.link(None), workspace.link(None));
    }

    #[test]
    fn no_text_ends_the_element_that_holds_it(texts in prop::collection::vec(
        prop_oneof![".*", "(</script>|<!--|<script|]]>|\\\\u003c|\"|\u{2028}){1,4}"], 0..4,
    )) {
        let items: Vec<_> = texts.into_iter().map(|text| (format!("tuiyan.{text}"), text)).collect();
        prop_assert_eq!(read(&carrying(PAGE, "7f", &items).unwrap()), items);
    }
}
