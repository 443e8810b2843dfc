#!/usr/bin/env bash
# Writes service.js into the built site: the version, all other files with their hashes, and service.js of this
# repository, which keeps a copy of them.
set -euo pipefail

DIST=${1:-dist}
# shellcheck source=scripts/hash.sh
source scripts/hash.sh
app=$(basename "$DIST"/app-*)
rm -f "$DIST/service.js"
script=$(mktemp)
trap 'rm -f "$script"' EXIT

{
    echo "const VERSION = '$app';"
    echo 'const FILES = {'
    # A host may answer for index.html with the address of its folder.
    (cd "$DIST" && find . -type f | sort) | while read -r file; do
        printf "  '%s': '%s',\n" "$(sed -e 's|^\./index\.html$|./|' -e 's|^\./\(.\)|\1|' <<<"$file")" "$(hash_of "$DIST/$file")"
    done
    echo '};'
    cat service.js
} >"$script"
cp "$script" "$DIST/service.js"
chmod 644 "$DIST/service.js"
