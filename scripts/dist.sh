#!/usr/bin/env bash
# Writes the static site to dist/, ready for any web server and any path.
source "$(dirname "$0")/setup.sh"

setup_build_tools
build_dist
say "dist/ is ready: $(du -sh dist | cut -f1) in $(find dist -type f | wc -l) files"
