//! Tests of the built site in a real browser, under the Content-Security-Policy that it ships with.

mod accessibility;
mod address;
mod app;
mod chart;
mod crash;
mod fields;
mod layout;
mod levers;
mod parts;
mod requests;
mod scoreboard;
mod script;
mod settings;
mod single;
mod start;
mod support;
