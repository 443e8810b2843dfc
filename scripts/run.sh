#!/usr/bin/env bash
# Builds in release mode and serves the app on http://127.0.0.1:$PORT until interrupted; changed sources are rebuilt.
source "$(dirname "$0")/setup.sh"

PORT=${PORT:-8080}
[[ "$PORT" =~ ^[0-9]+$ ]] || fail "PORT is a number, not '$PORT'"
if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
    fail "port $PORT is in use; take another: make run PORT=$((PORT + 1))"
fi

setup_build_tools
fetch_crates
say "tuiyan is served on http://127.0.0.1:$PORT as soon as the build ends; Ctrl-C stops it"
exec trunk serve --offline --no-autoreload --no-error-reporting --disable-address-lookup \
    --address 127.0.0.1 --port "$PORT"
