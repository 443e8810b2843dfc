//! Workbooks, documents and archives: read back, held against the model and the rules of the format, and opened in LibreOffice.

mod archive;
mod document;
mod figures;
mod format;
mod libreoffice;
mod making;
mod support;
