#!/usr/bin/env bash
# Measures: one projection native and in WebAssembly beside JavaScript, a drag step beside the peer page, the heap,
# and the size of the first load.
source "$(dirname "$0")/setup.sh"

readonly WASM=wasm32-unknown-unknown
TARGET=${CARGO_TARGET_DIR:-target}
# The profile that the page is built with.
PROFILE=$(sed -n 's/.* data-cargo-profile="\([^"]*\)".*/\1/p' index.html)
PROFILE=${PROFILE:-release}

# Turns the built tests/peer/timing.rs in the target folder $2 into the site's $TARGET/timing/$1.
bind_timing() {
    wasm-bindgen --target web --no-typescript --out-name timing --out-dir "$TARGET/timing/$1" \
        "$2/$WASM/$PROFILE/examples/timing.wasm"
}

setup_build_tools
setup_browser

say "Builds"
build_dist
cargo build --profile "$PROFILE" --target "$WASM" --example timing
bind_timing plain "$TARGET"
# Other flags, other folder: both builds stay ready.
RUSTFLAGS="-C target-feature=+simd128" \
    cargo build --profile "$PROFILE" --target "$WASM" --example timing --target-dir "$TARGET/simd"
bind_timing simd "$TARGET/simd"
export TUIYAN_DIST="$PWD/dist"
TUIYAN_TIMING=$(cd "$TARGET/timing" && pwd)
export TUIYAN_TIMING

say "One projection, native"
cargo bench --bench projection

say "In the browser"
# Optimizing the program that drives the browser would take minutes and change nothing.
cargo bench --profile dev --bench browser

say "First load"
cargo test --quiet --test size -- --nocapture
