#!/usr/bin/env bash
# Measures: one projection and the Monte Carlo native and in WebAssembly beside JavaScript, a drag step beside the peer
# page, the heap, and the size of the first load.
source "$(dirname "$0")/setup.sh"

readonly WASM=wasm32-unknown-unknown
TARGET=${CARGO_TARGET_DIR:-target}
# Builds the examples in tests/peer with profile $2 and target folder $3 into the site's $TARGET/timing/$1.
build_timing() {
    cargo build --profile "$2" --target "$WASM" --example timing --example drawing --target-dir "$3"
    for example in timing drawing; do
        wasm-bindgen --target web --no-typescript --out-name "$example" --out-dir "$TARGET/timing/$1" \
            "$3/$WASM/$2/examples/$example.wasm"
    done
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

say "The Monte Carlo, native"
cargo bench --bench monte_carlo

say "Analyses, native"
cargo bench --bench analysis

say "In the browser"
# Optimizing the program that drives the browser would take minutes and change nothing.
cargo bench --profile dev --bench browser

say "First load"
cargo test --quiet --test size -- --nocapture
