//! Packs the files that it is given by name, in their order, and writes them to the standard output.

use std::io::{self, Write};
use std::{env, fs};

use tuiyan_pack::pack;

fn main() -> io::Result<()> {
    let files = env::args_os().skip(1).map(fs::read).collect::<io::Result<Vec<_>>>()?;
    io::stdout().write_all(pack(&files)?.as_bytes())
}
