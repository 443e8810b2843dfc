//! The main chart as a table.

use yew::prelude::*;

use crate::chart::describe::{RowKind, TableRow, table};
use crate::chart::{ChartSpec, Role};

/// `caption` says what the table is of, for those who listen to it.
pub fn trajectory_table(spec: &ChartSpec, caption: &'static str) -> Html {
    let table = table(spec);
    let row = |row: TableRow| {
        html! {
            <tr role="row" class={class_of(row.kind)}>
                <th role="rowheader" scope="row">{ row.name }</th>
                { for row.cells.into_iter().map(|cell| html! { <td role="cell">{ cell }</td> }) }
            </tr>
        }
    };
    html! {
        <table role="table" class="trajectory">
            <caption class="unseen">{ caption }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <td role="cell" class="unit">{ table.unit }</td>
                    { for table.years.iter().map(|year| html! { <th role="columnheader" scope="col">{ *year }</th> }) }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for table.rows.into_iter().map(row) }</tbody>
        </table>
    }
}

fn class_of(kind: RowKind) -> Option<&'static str> {
    match kind {
        RowKind::Path(Role::Own) => Some("own"),
        RowKind::Path(_) => None,
        RowKind::Range => Some("range"),
        RowKind::Published => Some("published"),
    }
}
