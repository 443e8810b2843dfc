#!/usr/bin/env bash
# Run by trunk after its own part of the build: compiles the program, splits off the parts that are loaded later, and
# puts all of it into one folder of the site, named by its contents so that no two versions mix.
set -euo pipefail

readonly NAME=tuiyan
readonly WASM=wasm32-unknown-unknown
TARGET=${CARGO_TARGET_DIR:-target}
work=$TARGET/program
rm -rf "$work"
mkdir -p "$work"

# The splitter follows the relocations from function to function.
cargo rustc --offline --profile page --target "$WASM" --bin "$NAME" -- -C link-arg=--emit-relocs
wasm-split-cli --out-name "$NAME" "$TARGET/$WASM/page/$NAME.wasm" "$work/split"
wasm-bindgen --target web --no-typescript --keep-lld-exports --remove-name-section --remove-producers-section \
    --out-dir "$work/app" "$work/split/$NAME.wasm"
rm "$work/split/$NAME.wasm"
cp "$work"/split/* "$work/app/"

# The engine is built for speed, twice: with the vector instructions that draw eight at a time, and without. Other flags
# have another folder, so that both builds stay ready.
build_engine() {
    RUSTFLAGS="$2" cargo build --offline --release --target "$WASM" --bin engine --target-dir "$3"
    wasm-bindgen --target no-modules --no-typescript --remove-name-section --remove-producers-section \
        --out-name "engine_$1" --out-dir "$work/app" "$3/$WASM/release/engine.wasm"
}
build_engine simd "-C target-feature=+simd128" "$TARGET/simd"
build_engine plain "" "$TARGET"
cp engine.js "$work/app/"

# The program that writes workbooks, which the page fetches when first asked for one.
cargo build --offline --profile office --target "$WASM" --bin office
wasm-bindgen --target no-modules --no-modules-global office_program --no-typescript --remove-name-section \
    --remove-producers-section --out-dir "$work/app" "$TARGET/$WASM/office/office.wasm"

hash=$(cat "$work"/app/* | sha256sum | cut -c 1-16)
mv "$work/app" "$TRUNK_STAGING_DIR/app-$hash"
# The page names the folder; the element that keeps trunk from building the program goes.
sed -e "s|\"app/|\"app-$hash/|" -e '/rel="rust"/d' "$TRUNK_STAGING_DIR/index.html" >"$work/index.html"
mv "$work/index.html" "$TRUNK_STAGING_DIR/index.html"

# The same site as one page, for a stick.
scripts/single.sh "$TRUNK_STAGING_DIR"
