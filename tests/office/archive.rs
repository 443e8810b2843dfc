//! Several files in one.

use std::io::{Cursor, Read};

use tuiyan::office::archive;
use zip::ZipArchive;

#[test]
fn files_come_back_by_their_names() {
    let files = [("1-基期.png", &b"first"[..]), ("2-趋势.png", &[]), ("3.png", &[0, 255, 7])];
    let mut archive = ZipArchive::new(Cursor::new(archive(files).unwrap())).unwrap();
    assert_eq!(archive.len(), files.len());
    for (name, bytes) in files {
        let mut found = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut found).unwrap();
        assert_eq!(found, bytes);
    }
}

#[test]
fn two_files_of_one_name_are_refused() {
    assert!(archive([("a", &b"1"[..]), ("a", &b"2"[..])]).is_err());
}
