//! Tests of the built site in a real browser, under the Content-Security-Policy that it ships with.

mod start;
mod support;
