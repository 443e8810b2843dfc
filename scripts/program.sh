#!/usr/bin/env bash
# Run by trunk after its own part of the build: compiles the programs, splits off the parts that are loaded later, and
# puts all that the page loads into one folder of the site, named by its contents so that no two versions mix.
set -euo pipefail

readonly NAME=tuiyan
readonly WASM=wasm32-unknown-unknown
TARGET=${CARGO_TARGET_DIR:-target}
site=$TRUNK_STAGING_DIR
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

# What packs the programs for the one page, and what unpacks them there.
cargo build --offline --release --package tuiyan-pack
cargo build --offline --profile page --target "$WASM" --package tuiyan-pack --lib
wasm-bindgen --target no-modules --no-modules-global unpack --no-typescript --remove-name-section \
    --remove-producers-section --out-name unpack --out-dir "$work/single" "$TARGET/$WASM/page/tuiyan_pack.wasm"
cp "$TARGET/release/tuiyan-pack" "$work/single/pack"

mv "$site"/*.css "$site/guard.js" "$site/boot.js" "$work/app/"
hash=$(cat "$work"/app/* "$site"/*.* "$work"/single/unpack* single.js scripts/single.sh service.js | sha256sum | cut -c 1-16)
app=app-$hash
mv "$work/app" "$site/$app"
# The page names the folder; the element that keeps trunk from building the program goes.
sed -i -e "s|\"app/|\"$app/|" -e "s|\"\./\([^\"/]*\.css\)\"|\"$app/\1\"|" -e "s,\"\(guard\|boot\)\.js\",\"$app/\1.js\"," \
    -e '/rel="rust"/d' "$site/index.html"

scripts/single.sh "$site" "$work/single"
scripts/service.sh "$site"
