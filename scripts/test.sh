#!/usr/bin/env bash
# Everything that has to hold before a change lands: format, lints, native tests, tests inside a browser, and the
# release build driven in a browser.
source "$(dirname "$0")/setup.sh"

readonly WASM=wasm32-unknown-unknown

setup_build_tools
setup_browser
setup_office

say "Format"
cargo fmt --all --check

say "Lints"
cargo clippy --locked --workspace --all-targets -- -D warnings
cargo clippy --test size --test browser -- -D warnings
cargo clippy --target "$WASM" --lib --bins --example timing --example drawing --test web -- -D warnings

say "Native tests"
cargo test --workspace

say "Tests inside headless Chromium"
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON="$PWD/tests/webdriver.json" \
    WASM_BINDGEN_TEST_TIMEOUT=300 \
    cargo test --target "$WASM" --test web

say "Release build"
build_dist

say "Tests of the release build"
TUIYAN_DIST="$PWD/dist" cargo test --test size --test browser --no-fail-fast
