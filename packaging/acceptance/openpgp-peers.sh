#!/bin/sh
# Fetches newer OpenPGP programs than the system has, into a folder of their own, for openpgp-matrix.sh:
# gpg, gpg1, gpgsm, rnp, sqop and gosop of a Debian release (by default trixie), and OpenPGP.js by npm, with
# its post-quantum edition @protontech/openpgp (for the tests: WAXWING_PEERS=FOLDER). Installs
# nothing, touches nothing else, and starts every program with the libraries of its own release.
#
#   packaging/acceptance/openpgp-peers.sh FOLDER [RELEASE]
#
# Needs a Debian or a relative of it with apt, and npm for OpenPGP.js; what is missing is said and left out.
set -eu

folder=${1:?usage: openpgp-peers.sh FOLDER [RELEASE]}
release=${2:-trixie}
mkdir -p "$folder/bin" "$folder/apt/lists/partial" "$folder/apt/archives/partial"
folder=$(CDPATH='' cd -- "$folder" && pwd -P)

debian() {
    # The mirror that this system uses itself, so that nobody has to be asked for another one.
    site=$(apt-get indextargets --format '$(SITE) $(ORIGIN) $(RELEASE)' 2>/dev/null \
        | awk '$2 == "Debian" && $1 !~ /security/ { print $1; exit }')
    if [ -z "$site" ]; then
        echo 'openpgp-peers: no Debian mirror is configured here; gpg, rnp, sqop and gosop are left out' >&2
        return 0
    fi
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site $release main" >"$folder/apt/sources.list"
    : >"$folder/apt/status"
    cat >"$folder/apt/apt.conf" <<END
Dir::State "$folder/apt";
Dir::State::status "$folder/apt/status";
Dir::Cache "$folder/apt";
Dir::Etc::sourcelist "$folder/apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::Etc::main "none";
APT::Sandbox::User "root";
APT::Install-Recommends "false";
END
    APT_CONFIG=$folder/apt/apt.conf apt-get -qq update
    APT_CONFIG=$folder/apt/apt.conf apt-get -qq -y --download-only install gpg gpg-agent gpgsm gnupg1 rnp sqop gosop
    for package in "$folder"/apt/archives/*.deb; do
        dpkg-deb -x "$package" "$folder/$release"
    done
    for program in gpg gpg-agent gpgsm gpgconf gpg1 rnp rnpkeys sqop gosop; do
        launcher "$program"
    done
}

# Each program runs with the C library of its release, not with this system's.
launcher() {
    [ -e "$folder/$release/usr/bin/$1" ] || return 0
    libraries=$(dirname "$(find "$folder/$release/usr/lib" -name 'libc.so.6' | head -n 1)")
    loader=$(find "$folder/$release/usr" -name 'ld-linux-*' | head -n 1)
    options=
    if [ "$1" = gpg ] || [ "$1" = gpgsm ]; then
        options="--agent-program '$folder/bin/gpg-agent'"
    fi
    printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" %s "$@"\n' \
        "$loader" "$libraries" "$folder/$release/usr/bin/$1" "$options" >"$folder/bin/$1"
    chmod +x "$folder/bin/$1"
}

javascript() {
    if ! command -v npm >/dev/null 2>&1; then
        echo 'openpgp-peers: npm is not here; OpenPGP.js is left out' >&2
        return 0
    fi
    # It wants eckey-utils for the Brainpool curves.
    npm install --silent --no-fund --no-audit --prefix "$folder" \
        openpgp@6 eckey-utils @protontech/openpgp@6.3.0 >/dev/null 2>&1
}

debian
javascript
echo "The peers are in $folder:"
ls "$folder/bin"
[ ! -d "$folder/node_modules/openpgp" ] || echo 'openpgp (npm)'
