# Sourced by the scripts that name files by hash.

# The hash of a file as policies and requests have it.
hash_of() {
    local hex
    hex=$(sha256sum "$1" | cut -c 1-64)
    # shellcheck disable=SC2059 # the format is the digest's bytes
    printf 'sha256-%s' "$(printf "$(sed 's/../\\x&/g' <<<"$hex")" | base64 -w 0)"
}
