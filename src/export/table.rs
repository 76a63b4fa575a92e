//! CSV: flat columns, lists joined by `; `, and no cell that a spreadsheet would run.

/// A table with a head. Every row has as many cells as there are columns.
pub(super) fn table<const N: usize>(columns: &[&str; N], rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).expect("writing to memory does not fail");
    for row in rows {
        writer.write_record(row.map(guarded).as_slice()).expect("writing to memory does not fail");
    }
    writer.into_inner().expect("writing to memory does not fail")
}

/// A list in one cell.
pub(super) fn joined<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> String {
    let mut cell = String::new();
    for word in words {
        if !cell.is_empty() {
            cell.push_str("; ");
        }
        cell.push_str(word.as_ref());
    }
    cell
}

/// What an absent fact is in a table: an empty cell.
pub(super) fn or_empty<W: ToString>(fact: Option<W>) -> String {
    fact.map(|fact| fact.to_string()).unwrap_or_default()
}

/// A cell that starts like a formula gets an apostrophe in front (OWASP, "CSV Injection").
fn guarded(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_runs_no_cell() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+41 44", "'+41 44"),
            ("-x", "'-x"),
            ("@SUM", "'@SUM"),
            ("\tx", "'\tx"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell.to_owned()), expected);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let bytes = table(&["a", "b"], [["x,y".to_owned(), joined(["1", "2"])]]);
        assert_eq!(String::from_utf8(bytes).unwrap(), "a,b\n\"x,y\",1; 2\n");
    }
}
