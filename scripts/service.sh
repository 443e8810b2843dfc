#!/usr/bin/env bash
# Writes service.js into the built site: the version, all other files with their hashes, and service.js of this
# repository, which keeps a copy of them.
set -euo pipefail

DIST=${1:-dist}
# shellcheck source=scripts/hash.sh
source scripts/hash.sh
app=$(basename "$DIST"/app-*)

{
    echo "const VERSION = '$app';"
    echo 'const FILES = {'
    # A host may answer for index.html with the address of its folder.
    (cd "$DIST" && find . -type f ! -name service.js | sort) | while read -r file; do
        printf "  '%s': '%s',\n" "$(sed -e 's|^\./index\.html$|./|' -e 's|^\./\(.\)|\1|' <<<"$file")" "$(hash_of "$DIST/$file")"
    done
    echo '};'
    cat service.js
} >"$DIST/service.js.new"
mv "$DIST/service.js.new" "$DIST/service.js"
