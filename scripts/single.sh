#!/usr/bin/env bash
# Packs the built site in $1 into one page, $1/tuiyan.html, that needs no server: it opens from a stick. $2 has what packs
# and what unpacks the programs. The page's policy names every script and style by hash, and lets nothing be fetched.
set -euo pipefail

DIST=$1
PACK=$2
# shellcheck source=scripts/hash.sh
source scripts/hash.sh
app=$(echo "$DIST"/app-*)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The programs, in the order in which the page needs them.
programs=("$app"/tuiyan_bg.wasm "$app"/split_*.wasm "$app"/engine_simd_bg.wasm "$app"/office_bg.wasm)
lengths=$(stat -c '%n %s' "${programs[@]}" | sed 's|.*/||' | paste -s -d ' ')
"$PACK/pack" "${programs[@]}" >"$work/programs"
# Text of this alphabet could in theory end the element that holds it.
grep -qi '</\?script' "$work/programs" && { echo "tuiyan: the packed programs hold a tag by chance; any change to them mends that" >&2; exit 1; }
base64 -w 0 "$PACK/unpack_bg.wasm" >"$work/unpacker"

# The app's script, its loader of parts, the unpacker's and single.js as one module: imports between them become plain
# names.
loaders=$(grep -o 'export const [A-Za-z0-9_]*' "$app/__wasm_split.js" | cut -d ' ' -f 3 | paste -s -d , | sed 's/,/, /g')
{
    cat "$PACK/unpack.js" single.js
    sed -e '/^import /d' -e 's/^export const /const /' \
        -e 's|fetch(new URL("./\([A-Za-z0-9_]*\.wasm\)", import\.meta\.url))|responseOf("\1")|' "$app/__wasm_split.js"
    sed -e "s|^import \* as \([a-z0-9]*\) from .*|const \1 = { $loaders };|" -e '/^export {/d' \
        -e 's/^export \(class\|function\)/\1/' "$app/tuiyan.js"
    echo 'startFromFile(__wbg_init);'
} >"$work/module"
grep -q '^import \|^export ' "$work/module" && { echo "tuiyan: the app's script has an import that single.sh does not know" >&2; exit 1; }
cat "$app/engine_simd.js" "$app/office.js" "$app/engine.js" >"$work/engine"
cp "$app/guard.js" "$work/guard"
grep -o 'href="[^"]*\.css"' "$DIST/index.html" | cut -d '"' -f 2 | sed "s|^|$DIST/|" | xargs cat >"$work/style"
: >"$work/carried"

scripts="'$(hash_of "$work/guard")' '$(hash_of "$work/engine")' '$(hash_of "$work/module")'"
policy="default-src 'none'; script-src $scripts 'wasm-unsafe-eval'; style-src '$(hash_of "$work/style")'; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'"

# The page with a name in double braces for each text that an element holds.
{
    sed -n '1,/<\/head>/p' "$DIST/index.html" | sed -e '/<link /d' -e '/<\/head>/d' -e '/^ *$/d' \
        -e "s|content=\"default-src[^\"]*\"|content=\"$policy\"|"
    printf '<link rel="icon" href="data:image/svg+xml;base64,%s">\n' "$(base64 -w 0 "$DIST"/icon-*.svg)"
    echo '<style id="style">{{style}}</style>'
    echo '</head>'
    sed -n '/<body>/,/<\/body>/p' "$DIST/index.html" | sed -e '/<script /d' -e '/<\/body>/d' -e '/^ *$/d'
    echo '<script id="guard">{{guard}}</script>'
    printf '<script type="application/x-lzma" id="programs" data-files="%s">{{programs}}</script>\n' "$lengths"
    echo '<script type="application/wasm" id="unpacker">{{unpacker}}</script>'
    echo '<script type="application/json" id="carried">{{carried}}</script>'
    echo '<script type="application/json" id="page">{{page}}</script>'
    echo '<script id="engine">{{engine}}</script>'
    echo '<script type="module" id="module">{{module}}</script>'
    echo '</body>'
    echo '</html>'
} >"$work/template"
# It stands in the page itself, which is made again from it: as a string in JSON that no tag can end.
{
    printf '"'
    sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/</\\u003c/g' -e 's/$/\\n/' "$work/template" | tr -d '\n'
    printf '"'
} >"$work/page"

while IFS= read -r line; do
    if [[ "$line" =~ ^(.*)\{\{([a-z]+)\}\}(.*)$ ]]; then
        printf '%s' "${BASH_REMATCH[1]}"
        cat "$work/${BASH_REMATCH[2]}"
        printf '%s\n' "${BASH_REMATCH[3]}"
    else
        printf '%s\n' "$line"
    fi
done <"$work/template" >"$DIST/tuiyan.html"
