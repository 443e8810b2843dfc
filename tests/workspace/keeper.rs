//! Several tabs over one storage: nothing that either of them changed is lost.

use std::cell::RefCell;

use proptest::prelude::*;
use tuiyan::plan::{LANZHOU, LeverId, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::{
    Action, Came, Edit, INDEX_NAME, Keeper, Link, Told, Unreadable, Workspace, begin, entry_name, read_link, restore,
};

use crate::support::{act, cases, create, edit, key, names};

/// What a browser keeps, and whether it takes more.
#[derive(Default)]
pub struct Browser {
    items: RefCell<Vec<(String, String)>>,
    full: RefCell<bool>,
}

impl Browser {
    pub fn items(&self) -> Vec<(String, String)> {
        self.items.borrow().clone()
    }

    pub fn set(&self, name: &str, text: Option<&str>) -> bool {
        if *self.full.borrow() && text.is_some() {
            return false;
        }
        let mut items = self.items.borrow_mut();
        items.retain(|(other, _)| other != name);
        items.extend(text.map(|text| (name.to_owned(), text.to_owned())));
        true
    }

    pub fn opened(&self, fragment: &str, came: Came, seed: u64) -> Tab {
        let (link, _) = read_link(&LANZHOU, fragment);
        let workspace = begin(&LANZHOU, &self.items(), &link, came, seed);
        Tab { keeper: Keeper::new(&LANZHOU, &self.items()), workspace }
    }

    /// A scenario's lever as stored, by the scenario's name.
    fn growth(&self) -> Vec<(String, f64)> {
        let Some(stored) = restore(&LANZHOU, &self.items(), 0).workspace else { return Vec::new() };
        let growth = |workspace: &Workspace| {
            let of = |at: usize| workspace.entries()[at].draft.scenario.lever_mean(&LANZHOU, LeverId::GdpGrowth);
            names(workspace).into_iter().enumerate().map(|(at, name)| (name, of(at))).collect()
        };
        growth(&stored)
    }
}

pub struct Tab {
    pub keeper: Keeper,
    pub workspace: Workspace,
}

impl Tab {
    /// As the page does it: another round after what another tab did; whether the browser took everything.
    pub fn sync(&mut self, browser: &Browser) -> bool {
        loop {
            let items = browser.items();
            let told = self.keeper.sync(&LANZHOU, &self.workspace, &items, &mut |name, text| browser.set(name, text));
            match told {
                Ok(told) if told.is_empty() => return true,
                Ok(told) => told.into_iter().for_each(|told| self.take(told)),
                Err(_) => return false,
            }
        }
    }

    fn take(&mut self, told: Told) {
        let action = match told {
            Told::Take(key, draft) => Action::Take(key, draft, None),
            Told::Unread(key, name) => Action::Take(key, None, Some(name)),
            Told::Both(key, draft) => Action::Take(key, Some(draft), Some(self.workspace.free_name("own"))),
            Told::Script(scenes) | Told::Scripts(scenes) => Action::TakeScript(scenes),
        };
        self.act(action);
    }

    pub fn act(&mut self, action: Action) {
        self.workspace = act(&self.workspace, action);
    }

    pub fn grow(&mut self, growth: f64) {
        self.workspace = edit(&self.workspace, Edit::SetLever(LeverId::GdpGrowth, growth));
    }

    fn names(&self) -> Vec<String> {
        names(&self.workspace)
    }
}

#[test]
fn what_was_only_looked_at_is_not_kept() {
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    tab.act(Action::Select(tuiyan::plan::IndicatorId::I5));
    assert!(tab.sync(&browser));
    assert_eq!(browser.items(), []);
    let mut tab = browser.opened("p=plan&gdp_growth=9", Came::FromOutside, 2);
    assert!(tab.sync(&browser));
    assert_eq!(browser.items(), []);
}

#[test]
fn an_edit_comes_back_with_its_view() {
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    tab.grow(9.0);
    tab.act(Action::Select(tuiyan::plan::IndicatorId::I5));
    assert!(tab.sync(&browser));
    let next = browser.opened("", Came::Bare, 2);
    assert_eq!(next.workspace.link(None), tab.workspace.link(None));
    // Only what changed is written.
    let before = browser.items();
    tab.act(create(PresetId::Plan, "b"));
    assert!(tab.sync(&browser));
    let kept = |name: &String| before.iter().any(|item| item.0 == *name && browser.items().contains(item));
    assert!(kept(&entry_name(key(&tab.workspace, 0))) && !kept(&INDEX_NAME.to_owned()));
}

#[test]
fn a_link_opens_beside_what_is_stored_and_changes_nothing_of_it() {
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    tab.grow(9.0);
    tab.sync(&browser);
    let before = browser.items();
    let mut guest = browser.opened("n=guest&p=plan&i=i7", Came::FromOutside, 2);
    assert_eq!(
        (guest.names(), guest.workspace.draft().name()),
        (vec!["trend".to_owned(), "guest".to_owned()], "guest")
    );
    assert!(guest.sync(&browser));
    assert_eq!(browser.items(), before);
    // An edit keeps it.
    guest.grow(8.0);
    assert!(guest.sync(&browser));
    assert_eq!(browser.growth(), [("trend".to_owned(), 9.0), ("guest".to_owned(), 8.0)]);
}

#[test]
fn a_reload_shows_what_is_stored_even_where_the_address_is_behind() {
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    tab.grow(9.0);
    tab.act(create(PresetId::Plan, "b"));
    tab.sync(&browser);
    let again = browser.opened("n=&p=trend&gdp_growth=8&n=b&p=plan&active=1&i=i3", Came::FromPage, 2);
    assert_eq!((again.names().len(), again.workspace.view.indicator.id()), (2, "i3"));
    // The active one is the address's where it is there.
    let again = browser.opened("n=&p=trend&gdp_growth=9&n=b&p=plan&active=1&i=i3", Came::FromPage, 2);
    assert_eq!(again.workspace.draft().name(), "");
}

#[test]
fn tabs_follow_each_other() {
    let browser = Browser::default();
    let mut a = browser.opened("", Came::Bare, 1);
    a.grow(9.0);
    a.sync(&browser);
    let mut b = browser.opened("", Came::Bare, 2);
    b.act(create(PresetId::Plan, "b"));
    b.sync(&browser);
    a.sync(&browser);
    assert_eq!(a.names(), ["trend", "b"]);
    b.act(Action::Activate(key(&b.workspace, 0)));
    b.grow(7.0);
    b.sync(&browser);
    a.sync(&browser);
    assert_eq!(a.workspace.draft().scenario.lever_mean(&LANZHOU, LeverId::GdpGrowth), 7.0);
    b.act(Action::Delete(key(&b.workspace, 1)));
    b.sync(&browser);
    a.sync(&browser);
    assert_eq!(a.names(), ["trend"]);
    // Both are quiet now.
    let before = browser.items();
    a.sync(&browser);
    b.sync(&browser);
    assert_eq!(browser.items(), before);
}

#[test]
fn where_both_changed_the_same_both_versions_are_kept() {
    let browser = Browser::default();
    let mut a = browser.opened("", Came::Bare, 1);
    a.grow(9.0);
    a.sync(&browser);
    let mut b = browser.opened("", Came::Bare, 2);
    a.grow(8.0);
    b.grow(7.0);
    a.sync(&browser);
    b.sync(&browser);
    b.sync(&browser);
    a.sync(&browser);
    let mut growth = browser.growth();
    growth.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(growth, [("own".to_owned(), 7.0), ("trend".to_owned(), 8.0)]);
    assert_eq!((a.names().len(), b.names().len()), (2, 2));
    // The one that was at hand stays at hand.
    assert_eq!(b.workspace.draft().name(), "own");
}

#[test]
fn a_scenario_that_a_newer_program_changed_goes_on_under_a_key_of_its_own() {
    const NEWER: &str = "99;what is this";
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    tab.grow(9.0);
    tab.sync(&browser);
    let name = entry_name(key(&tab.workspace, 0));
    browser.set(&name, Some(NEWER));
    assert!(tab.sync(&browser));
    tab.grow(8.0);
    assert!(tab.sync(&browser));
    assert_eq!((browser.growth(), tab.names()), (vec![("trend".to_owned(), 8.0)], vec!["trend".to_owned()]));
    assert!(browser.items().contains(&(name, NEWER.to_owned())), "the newer program's is untouched");
    assert_eq!(tab.keeper.set_aside().len(), 1);
    // Now it is quiet.
    let before = browser.items();
    assert!(tab.sync(&browser));
    assert_eq!(browser.items(), before);
}

#[test]
fn a_change_outlives_a_deletion_and_the_last_scenario_stays() {
    let browser = Browser::default();
    let mut a = browser.opened("", Came::Bare, 1);
    a.act(create(PresetId::Plan, "b"));
    a.sync(&browser);
    let mut b = browser.opened("", Came::Bare, 2);
    a.act(Action::Delete(key(&a.workspace, 1)));
    a.sync(&browser);
    b.grow(7.0);
    b.sync(&browser);
    a.sync(&browser);
    assert_eq!(a.names(), ["trend", "b"]);

    // All is deleted from outside.
    for (name, _) in browser.items() {
        browser.set(&name, None);
    }
    a.sync(&browser);
    a.sync(&browser);
    assert_eq!((a.names().len(), browser.growth().len()), (1, 1));
}

#[test]
fn a_full_storage_is_tried_again() {
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    browser.full.replace(true);
    tab.grow(9.0);
    assert!(!tab.sync(&browser) && browser.items().is_empty());
    browser.full.replace(false);
    assert!(tab.sync(&browser));
    assert_eq!(browser.growth(), [("trend".to_owned(), 9.0)]);
}

#[test]
fn what_cannot_be_read_stays_as_it_is() {
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    tab.grow(9.0);
    tab.act(create(PresetId::Plan, "b"));
    tab.sync(&browser);
    let (first, second) = (entry_name(key(&tab.workspace, 0)), entry_name(key(&tab.workspace, 1)));
    browser.set(&first, Some("1;1;00000000;p=plan"));
    browser.set(&second, Some("99;what is this"));
    browser.set(INDEX_NAME, Some("99;nor this"));
    let before = browser.items();

    let mut next = browser.opened("", Came::Bare, 2);
    let mut whys: Vec<_> = next.keeper.set_aside().iter().map(|item| (item.name.clone(), item.why)).collect();
    whys.sort_by(|a, b| a.0.cmp(&b.0));
    let mut expected = vec![
        (first, Unreadable::Damaged),
        (second, Unreadable::Newer(99)),
        (INDEX_NAME.to_owned(), Unreadable::Newer(99)),
    ];
    expected.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(whys, expected);
    next.grow(7.0);
    assert!(next.sync(&browser) && next.sync(&browser));
    assert!(before.iter().all(|item| browser.items().contains(item)));
    assert_eq!((browser.growth(), next.keeper.set_aside().len()), (vec![("trend".to_owned(), 7.0)], 3));
}

#[test]
fn a_damaged_index_is_moved_before_another_takes_its_place() {
    let browser = Browser::default();
    let mut tab = browser.opened("", Came::Bare, 1);
    tab.grow(9.0);
    tab.sync(&browser);
    browser.set(INDEX_NAME, Some("damaged"));
    let mut next = browser.opened("", Came::Bare, 2);
    next.grow(7.0);
    assert!(next.sync(&browser));
    assert!(browser.items().iter().any(|(name, text)| name != INDEX_NAME && text == "damaged"));
    assert_eq!(browser.opened("", Came::Bare, 3).names(), ["trend"]);
}

#[test]
fn a_fresh_page_is_that_of_the_link_alone() {
    let fresh = begin(&LANZHOU, &[], &Link::new(&LANZHOU), Came::Bare, 1);
    assert!(fresh.has_guests() && fresh.link(Some(Language::En)).drafts().len() == 1);
    // What is added beside it keeps it too.
    let two = act(&fresh, create(PresetId::Plan, "b"));
    assert_eq!(two.kept().count(), 2);
}

proptest! {
    #![proptest_config(cases(200))]

    /// Two tabs edit and sync in any order: afterwards both hold the same, and the last edit of each is still there.
    #[test]
    fn two_tabs_end_alike(steps in prop::collection::vec((0usize..2, any::<bool>()), 1..12)) {
        let browser = Browser::default();
        let mut first = browser.opened("", Came::Bare, 1);
        first.grow(0.5);
        first.sync(&browser);
        let mut tabs = [first, browser.opened("", Came::Bare, 2)];
        let mut unsaved = [None; 2];
        for (step, (which, sync)) in (1u32..).zip(steps) {
            if sync {
                tabs[which].sync(&browser);
                unsaved[which] = None;
            } else {
                // No two are alike.
                tabs[which].grow(f64::from(step));
                unsaved[which] = Some(f64::from(step));
            }
        }
        for round in 0..6 {
            tabs[round % 2].sync(&browser);
        }
        let held = |tab: &Tab| {
            let mut held: Vec<_> = tab.workspace.kept().map(|entry| (entry.key, entry.draft.clone())).collect();
            held.sort_by_key(|entry| entry.0);
            held
        };
        prop_assert_eq!(held(&tabs[0]), held(&tabs[1]));
        let stored: Vec<f64> = browser.growth().into_iter().map(|(_, growth)| growth).collect();
        prop_assert_eq!(stored.len(), held(&tabs[0]).len());
        prop_assert!(unsaved.iter().flatten().all(|growth| stored.contains(growth)), "{:?} in {:?}", unsaved, stored);
    }
}
