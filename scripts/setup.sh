# Sourced by the other scripts: goes to the top level, puts the build tools on the PATH, and builds those that are
# missing into $TOOLS. Nothing is installed globally but the wasm32 target of the Rust tool chain.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly TRUNK_VERSION=0.21.14
readonly SPLIT_VERSION=0.2.4
TOOLS=${TOOLS:-.tools}
mkdir -p "$TOOLS"
TOOLS=$(cd "$TOOLS" && pwd)
export PATH="$TOOLS/bin:$PATH"
# trunk reads NO_COLOR as one of its own options and refuses the usual value 1.
unset NO_COLOR

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\ntuiyan: %s\n' "$*" >&2; exit 1; }

# The version of a crate in Cargo.lock.
locked_version() {
    awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock
}

# True if the PATH has the program in exactly this version.
has_version() {
    [[ "$("$1" --version 2>/dev/null | awk '{ print $2; exit }')" == "$2" ]]
}

# Builds one command line tool from its sources, with the dependencies that its author locked. A registry mirror can
# lag behind such a list: then cargo chooses the dependencies itself.
build_tool() {
    local crate=$1
    shift
    cargo install --locked --root "$TOOLS" "$crate" "$@" && return
    say "$crate: the locked dependencies did not build here; once more with those that the registry offers"
    cargo install --root "$TOOLS" "$crate" "$@"
}

setup_build_tools() {
    command -v cargo >/dev/null || fail "cargo is missing: install Rust 1.95 or newer with rustup"
    [[ -f Cargo.lock ]] || cargo generate-lockfile
    local bindgen
    bindgen=$(locked_version wasm-bindgen)

    if [[ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]]; then
        command -v rustup >/dev/null || fail "the Rust target wasm32-unknown-unknown is missing, and so is rustup to add it"
        say "Adding the Rust target wasm32-unknown-unknown (a few seconds)"
        rustup target add wasm32-unknown-unknown
    fi
    if ! has_version wasm-bindgen "$bindgen" || ! command -v wasm-bindgen-test-runner >/dev/null; then
        say "Building wasm-bindgen-cli $bindgen into $TOOLS (about 3 minutes on two cores, once)"
        build_tool "wasm-bindgen-cli@$bindgen"
    fi
    if ! has_version trunk "$TRUNK_VERSION"; then
        say "Building trunk $TRUNK_VERSION into $TOOLS (about 7 minutes on two cores, once)"
        build_tool "trunk@$TRUNK_VERSION" --no-default-features --features rustls
    fi
    # It has no option that tells its version.
    if ! grep -qs "^\"wasm_split_cli_support $SPLIT_VERSION " "$TOOLS/.crates.toml"; then
        say "Building wasm_split_cli_support $SPLIT_VERSION into $TOOLS (about 2 minutes on two cores, once)"
        build_tool "wasm_split_cli_support@$SPLIT_VERSION" --features build-binary
    fi
}

# Programs that only the tests and measurements need: a browser, its WebDriver, a font for Chinese, a reader of PDF.
setup_browser() {
    local missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    [[ -n "${CHROMEDRIVER:-}" ]] || command -v chromedriver >/dev/null || missing+=(chromium-driver)
    compgen -G '/usr/share/fonts/*/noto/NotoSansCJK*' >/dev/null || [[ -n "$(fc-list :lang=zh 2>/dev/null)" ]] ||
        missing+=(fonts-noto-cjk)
    # Reads printed pages, as text and as pictures.
    command -v pdftoppm >/dev/null || missing+=(poppler-utils)
    if ((${#missing[@]})); then
        if [[ $EUID != 0 ]] || ! command -v apt-get >/dev/null; then
            fail "the tests need these Debian packages (or their like): ${missing[*]}; install them and run again"
        fi
        say "Installing the Debian packages ${missing[*]} (about a minute)"
        apt-get update -q
        DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"
    fi
    export CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)}
}

# LibreOffice, in which the tests open a workbook and a document. It is large, and they say so where they go without.
setup_office() {
    local packages=(libreoffice-calc-nogui libreoffice-writer-nogui)
    # Its own files: either may be there without the other.
    compgen -G '/usr/lib*/libreoffice/program/libsclo.so' >/dev/null &&
        compgen -G '/usr/lib*/libreoffice/program/libswlo.so' >/dev/null && return
    [[ $EUID == 0 ]] && command -v apt-get >/dev/null || return 0
    say "Installing the Debian packages ${packages[*]}, 110 MB (about a minute)"
    { timeout 240 apt-get update -q &&
        DEBIAN_FRONTEND=noninteractive timeout 240 apt-get install -qy --no-install-recommends "${packages[@]}"; } ||
        say "LibreOffice could not be installed: the tests do without it"
}

# Fetches the crates that the page is built from: trunk runs offline, so that it downloads nothing itself.
fetch_crates() {
    cargo fetch --quiet --target wasm32-unknown-unknown
}

# Writes the static site to dist/.
build_dist() {
    fetch_crates
    trunk build --offline
}
