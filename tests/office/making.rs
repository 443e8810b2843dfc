//! Workbooks made in steps, from texts.

use std::rc::Rc;

use tuiyan::analysis::monte_carlo::Bands;
use tuiyan::office::{Date, Making, Order, Step};
use tuiyan::plan::LANZHOU;
use tuiyan::text::Language;
use tuiyan::workspace::file::{read_file, write_file};

use super::support::{bands, drafts, write};

fn finish(mut making: Making) -> (Vec<f64>, Vec<u8>) {
    let mut parts = Vec::new();
    loop {
        match making.step() {
            Step::Drawn(part) => parts.push(part),
            Step::Done(bytes) => return (parts, bytes.unwrap()),
        }
    }
}

#[test]
fn a_file_becomes_the_workbook_of_its_scenarios() {
    let text = write_file(&LANZHOU, &drafts(), &[]);
    let read: Vec<_> =
        read_file(&LANZHOU, text.as_bytes()).unwrap().scenarios.into_iter().map(|one| Rc::new(one.draft)).collect();
    let order = Order::read(&LANZHOU, &text, "2", "en", "2026-03-01").unwrap();
    let (parts, bytes) = finish(Making::new(&LANZHOU, order, 1, 400));
    assert!(parts.windows(2).all(|pair| pair[0] < pair[1]) && parts.last() == Some(&1.0), "{parts:?}");
    let likelihood: Vec<Bands> = read.iter().map(|draft| bands(draft)).collect();
    assert_eq!(bytes, write(&read, &read[1], &likelihood, Language::En));
}

#[test]
fn an_address_becomes_a_workbook_too() {
    let order = Order::read(&LANZHOU, "p=plan&gdp_growth=12&ref=headwinds", "", "zh", "2026-03-01").unwrap();
    let (parts, bytes) = finish(Making::new(&LANZHOU, order, 1, 0));
    assert!(parts.is_empty());
    let cells = super::support::Cells::of(&bytes, tuiyan::catalogue::office::SUMMARY, Language::Zh);
    assert_eq!((cells.text(2, 5), cells.text(2, 6)), ("规划", "承压（参照）"));
}

#[test]
fn what_is_no_order_is_refused() {
    let text = write_file(&LANZHOU, &drafts(), &[]);
    for (scenarios, reference, language, date) in [
        (&*text, "5", "zh", "2026-03-01"),
        (&text, "0", "zh", "2026-03-01"),
        (&text, "elsewhere", "zh", "2026-03-01"),
        (&text, "trend", "fr", "2026-03-01"),
        (&text, "trend", "zh", "2026-02-30"),
        ("{}", "trend", "zh", "2026-03-01"),
    ] {
        assert!(Order::read(&LANZHOU, scenarios, reference, language, date).is_none(), "{reference} {language} {date}");
    }
    assert!(Date::parse("2026-03-01").is_some());
}
