#!/usr/bin/env bash
# Packs the built site in dist/ into one page, dist/tuiyan.html, that needs no server: it opens from a stick.
# The program stands in it compressed, but for the one that writes workbooks, which is too large for it; its policy names
# every script and style by hash, and lets nothing be fetched.
set -euo pipefail

DIST=${1:-dist}
app=$(echo "$DIST"/app-*)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The hash of a file as a policy names it.
policy_hash() {
    local hex
    hex=$(sha256sum "$1" | cut -c 1-64)
    # shellcheck disable=SC2059 # the format is the digest's bytes
    printf "'sha256-%s'" "$(printf "$(sed 's/../\\x&/g' <<<"$hex")" | base64 -w 0)"
}

# A file in base64, which no end tag can be part of.
packed() {
    printf '<script type="application/gzip" id="%s">%s</script>\n' "$(basename "$1")" "$(gzip -9nc "$1" | base64 -w 0)"
}

# The app's script, its loader of parts and single.js as one module: imports between them become plain names.
loaders=$(grep -o 'export const [A-Za-z0-9_]*' "$app/__wasm_split.js" | cut -d ' ' -f 3 | paste -s -d , | sed 's/,/, /g')
{
    cat single.js
    sed -e '/^import /d' -e 's/^export const /const /' \
        -e 's|fetch(new URL("./\([A-Za-z0-9_]*\.wasm\)", import\.meta\.url))|responseOf("\1")|' "$app/__wasm_split.js"
    sed -e "s|^import \* as \([a-z0-9]*\) from .*|const \1 = { $loaders };|" -e '/^export {/d' \
        -e 's/^export \(class\|function\)/\1/' "$app/tuiyan.js"
    echo 'startFromFile(__wbg_init);'
} >"$work/module.js"
grep -q '^import \|^export ' "$work/module.js" && { echo "tuiyan: the app's script has an import that single.sh does not know" >&2; exit 1; }
cat "$app/engine_simd.js" "$app/engine.js" >"$work/engine.js"
cp "$DIST/guard.js" "$work/guard.js"
cat "$DIST"/*.css >"$work/style.css"

scripts="$(policy_hash "$work/guard.js") $(policy_hash "$work/engine.js") $(policy_hash "$work/module.js")"
policy="default-src 'none'; script-src $scripts 'wasm-unsafe-eval'; style-src $(policy_hash "$work/style.css"); img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'"

element() { # name, attributes, file
    printf '<%s%s>' "$1" "$2"
    cat "$3"
    printf '</%s>\n' "$1"
}

{
    sed -n '1,/<\/head>/p' "$DIST/index.html" | sed -e '/<link /d' -e '/<\/head>/d' \
        -e "s|content=\"default-src[^\"]*\"|content=\"$policy\"|"
    printf '<link rel="icon" href="data:image/svg+xml;base64,%s">\n' "$(base64 -w 0 "$DIST"/icon-*.svg)"
    element style '' "$work/style.css"
    echo '</head>'
    sed -n '/<body>/,/<\/body>/p' "$DIST/index.html" | sed -e '/<script /d' -e '/<\/body>/d'
    element script '' "$work/guard.js"
    for file in "$app"/tuiyan_bg.wasm "$app"/split_*.wasm "$app/engine_simd_bg.wasm"; do packed "$file"; done
    element script ' id="engine"' "$work/engine.js"
    element script ' type="module"' "$work/module.js"
    echo '</body>'
    echo '</html>'
} >"$DIST/tuiyan.html"
