//! The tidy table.

use std::rc::Rc;

use tuiyan::plan::{IndicatorId, LANZHOU, PresetId};
use tuiyan::text::Language;
use tuiyan::workspace::{Computed, Stamp, write_csv};

use crate::support::preset;

fn table(names: &[&str]) -> (String, Rc<Computed>) {
    let computed = Rc::new(Computed::new(&LANZHOU, preset(PresetId::Plan).scenario));
    let scenarios: Vec<_> = names.iter().map(|name| ((*name).to_owned(), computed.clone())).collect();
    (write_csv(&LANZHOU, &scenarios, Language::Zh), computed)
}

#[test]
fn a_row_holds_one_value() {
    let (csv, computed) = table(&["规划", "again"]);
    let body = csv.strip_prefix("\u{feff}scenario,indicator_id,indicator,unit,year,value,kind,model,code\r\n").unwrap();
    let rows: Vec<Vec<&str>> = body.split_terminator("\r\n").map(|row| row.split(',').collect()).collect();
    assert_eq!(rows.len(), 2 * 11 * (1 + 5 + 1));
    assert!(rows.iter().all(|row| row.len() == 9));
    let stamp = Stamp::new(&LANZHOU, &computed).to_string();
    let (model, code) = stamp.split_once('-').unwrap();
    assert!(rows.iter().all(|row| row[7] == model && row[8] == code));
    for row in &rows {
        let id = IndicatorId::parse(row[1]).unwrap();
        let t = row[4].parse::<usize>().unwrap() - 2020;
        let expected = match row[6] {
            "baseline" if t == 0 => LANZHOU.indicator(id).baseline,
            "model" if t > 0 => computed.projection.value(id, t),
            "target" if t == 5 => LANZHOU.indicator(id).target,
            kind => panic!("{kind} in {t}"),
        };
        assert_eq!(row[5].parse::<f64>().unwrap().to_bits(), expected.to_bits(), "{row:?}");
    }
}

#[test]
fn no_cell_is_a_formula() {
    for (name, cell) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
        ("＝1", "'＝1"),
        ("a,b", "\"a,b\""),
        ("a\r\nb", "\"a\r\nb\""),
        ("1 = 1", "1 = 1"),
    ] {
        let (csv, _) = table(&[name]);
        let row = csv.split_once("code\r\n").unwrap().1;
        assert!(row.starts_with(&format!("{cell},i1,")), "{name}: {}", &row[..40.min(row.len())]);
    }
}
