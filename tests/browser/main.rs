//! Tests of the built site in a real browser, under the Content-Security-Policy that it ships with.

mod accessibility;
mod address;
mod app;
mod chart;
mod compare;
mod crash;
mod fields;
mod files;
mod history;
mod layout;
mod levers;
mod likelihood;
mod parts;
mod requests;
mod scenarios;
mod scoreboard;
mod script;
mod script_panel;
mod settings;
mod share;
mod single;
mod start;
mod storage;
mod support;
mod ways;
mod why;
