#!/usr/bin/env bash
# Measures: one projection native and in WebAssembly beside JavaScript, a drag step beside the peer page, the heap,
# and the size of the first load.
source "$(dirname "$0")/setup.sh"

readonly WASM=wasm32-unknown-unknown
TARGET=${CARGO_TARGET_DIR:-target}
# Builds tests/peer/timing.rs with profile $2 and target folder $3 into the site's $TARGET/timing/$1.
build_timing() {
    cargo build --profile "$2" --target "$WASM" --example timing --target-dir "$3"
    wasm-bindgen --target web --no-typescript --out-name timing --out-dir "$TARGET/timing/$1" \
        "$3/$WASM/$2/examples/timing.wasm"
}

setup_build_tools
setup_browser

say "Builds"
build_dist
build_timing plain release "$TARGET"
# Other flags, other folder: both builds stay ready.
RUSTFLAGS="-C target-feature=+simd128" build_timing simd release "$TARGET/simd"
# As small as the page is built.
build_timing page page "$TARGET"
export TUIYAN_DIST="$PWD/dist"
TUIYAN_TIMING=$(cd "$TARGET/timing" && pwd)
export TUIYAN_TIMING

say "One projection, native"
cargo bench --bench projection

say "Analyses, native"
cargo bench --bench analysis

say "In the browser"
# Optimizing the program that drives the browser would take minutes and change nothing.
cargo bench --profile dev --bench browser

say "First load"
cargo test --quiet --test size -- --nocapture
