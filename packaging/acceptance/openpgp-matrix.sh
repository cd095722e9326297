#!/bin/bash
# Waxwing and the other OpenPGP programs, live and both ways: every kind of key, every kind of message.
#
#   packaging/acceptance/openpgp-matrix.sh [--peers FOLDER] [--only PEER,…] [--keys KEY,…] [--keep FOLDER]
#
# Peers are gpg, sqop, rnp and gosop where they are on the path, and from FOLDER those that openpgp-peers.sh
# put there, OpenPGP.js among them. What is not there is printed as absent.
#
# Prints one table for each peer. A cell says "ok", "FAIL" or a number, which stands for a reason written
# below: what the peer itself can't do with such a key, as it shows by failing at it without us. Ends with 0
# when no cell failed. Waxwing is built by "./waxwing" and then started once for all cells (sop/Warm.java);
# with WAXWING_SOP="./waxwing sop" it is started for each, which takes long.
set -uo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
read -r -a waxwing <<<"${WAXWING_SOP:-}"
peers_folder='' only='' wanted_keys='' keep=''
while [ $# -gt 0 ]; do
    case $1 in
        --peers) peers_folder=$2 ;;
        --only) only=,$2, ;;
        --keys) wanted_keys=,$2, ;;
        --keep) keep=$2 ;;
        *) echo "openpgp-matrix: unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
work=${keep:-$(mktemp -d "${TMPDIR:-/tmp}/openpgp-matrix.XXXXXX")}
mkdir -p "$work"
[ -n "$keep" ] || trap 'rm -rf "$work"' EXIT
[ -z "$peers_folder" ] || export OPENPGPJS=$peers_folder

declare -A command_of
order=() absent=()
peer() {
    if command -v "$2" >/dev/null 2>&1 && { [ "$2" != node ] || [ -d "${OPENPGPJS:-}/node_modules/openpgp" ]; }; then
        command_of[$1]=${*:3}
        if [ -z "$only" ] || [[ $only == *,$1,* ]]; then order+=("$1"); fi
    else
        absent+=("peer $1")
    fi
}
peer gpg gpg env GPG=gpg "$here/sop/gpg.sh"
peer sqop sqop sqop
peer rnp rnp env RNP=rnp "$here/sop/rnp.sh"
if [ -n "$peers_folder" ]; then
    peer gpg-new "$peers_folder/bin/gpg" env "GPG=$peers_folder/bin/gpg" "$here/sop/gpg.sh"
    peer sqop-new "$peers_folder/bin/sqop" "$peers_folder/bin/sqop"
    peer rnp-new "$peers_folder/bin/rnp" env "RNP=$peers_folder/bin/rnp" "$here/sop/rnp.sh"
    peer gosop "$peers_folder/bin/gosop" "$peers_folder/bin/gosop"
else
    peer gosop gosop gosop
fi
peer openpgpjs node node "$here/sop/openpgpjs.mjs"

peer_run() { local name=$1; shift; ${command_of[$name]} "$@"; }

# Waxwing: by the command that was named, else warm in one process.
modules=${WAXWING_MODULES:-$here/../target/modules}
start_warm() {
    local path='' jar
    [ -n "${WAXWING_MODULES:-}" ] || "$here/../../waxwing" sop version >/dev/null || exit 1
    for jar in "$modules"/*.jar; do
        case ${jar##*/} in waxwing-ui* | javafx* | atlantafx* | ikonli*) continue ;; esac
        path=$path${path:+:}$jar
    done
    . "$here/java.sh"
    coproc WARM {
        "$java" --enable-native-access=ALL-UNNAMED,org.xerial.sqlitejdbc --module-path "$path" \
            --add-modules org.waxwing.app --add-exports org.waxwing.app/org.waxwing.app.cli=ALL-UNNAMED \
            --add-exports org.waxwing.app/org.waxwing.app.cli.terminal=ALL-UNNAMED "$here/sop/Warm.java" 2>"$work/warm.err"
    }
    # Under numbers of their own, which pipelines inherit.
    exec 7>&"${WARM[1]}" 8<&"${WARM[0]}"
}
us() {
    if [ ${#waxwing[@]} -gt 0 ]; then
        "${waxwing[@]}" "$@"
        return
    fi
    local code request
    # Anything that is not handed in through a redirection would be this script's own input.
    if [ -t 0 ]; then : >"$work/us.in"; else cat >"$work/us.in"; fi
    request=$(printf '%s\037' "$work/us.in" "$work/us.out" "$work/us.err" sop "$@")
    printf '%s\n' "${request%?}" >&7
    read -r code <&8 || return 99
    cat "$work/us.out"
    cat "$work/us.err" >&2
    return "$code"
}

text=$work/text
printf 'Dear Anna,\n- the last line begins with a dash\nBen\n' >"$text"
printf 'correct horse' >"$work/password"

# --- the keys --------------------------------------------------------------------------------------------
keys=()
want() { [ -z "$wanted_keys" ] || [[ $wanted_keys == *,$1,* ]]; }
made() {
    if [ -s "$work/$1.key" ] && [ -s "$work/$1.cert" ]; then keys+=("$1"); else absent+=("key $1: $2"); fi
}

# Name, algorithm to sign, algorithm to encrypt, by gpg; a fourth word is the passphrase.
by_gpg() {
    want "$1" || return 0
    command -v gpg >/dev/null 2>&1 || { made "$1" 'gpg makes it, and is not here'; return 0; }
    local home
    home=$(mktemp -d "$work/home.XXXX")
    local run=(gpg --homedir "$home" --batch --quiet --yes --pinentry-mode loopback --passphrase "${4:-}")
    "${run[@]}" --quick-gen-key 'Anna <anna@example.org>' "$2" cert,sign 0 2>/dev/null
    local fingerprint
    fingerprint=$("${run[@]}" --with-colons --list-keys | awk -F: '/^fpr/ { print $10; exit }')
    "${run[@]}" --quick-add-key "$fingerprint" "$3" encr 0
    "${run[@]}" --armor --export-secret-keys >"$work/$1.key"
    "${run[@]}" --armor --export >"$work/$1.cert"
    gpgconf --homedir "$home" --kill all
    rm -rf "$home"
    [ -z "${4:-}" ] || printf '%s' "$4" >"$work/$1.lock"
    made "$1" 'gpg could not make it'
}

by_sop() {
    local name=$1 extract=$2
    shift 2
    want "$name" || return 0
    "$@" >"$work/$name.key" 2>"$work/said" </dev/null && $extract extract-cert <"$work/$name.key" >"$work/$name.cert" 2>>"$work/said"
    made "$name" "$(last_words)"
}

last_words() { tr -d '\r' <"$work/said" | grep -v '^ *$' | tail -n 1 | cut -c 1-160; }

by_gpg rsa3072 rsa3072 rsa3072
by_gpg rsa4096 rsa4096 rsa4096
by_gpg p256 nistp256 nistp256
by_gpg p384 nistp384 nistp384
by_gpg p521 nistp521 nistp521
by_gpg brainpoolP256 brainpoolP256r1 brainpoolP256r1
by_gpg ed25519 ed25519 cv25519
by_gpg ed25519-locked ed25519 cv25519 'battery staple'
[ ${#waxwing[@]} -gt 0 ] || start_warm
by_sop waxwing us us generate-key 'Anna <anna@example.org>'
for profile in $(us list-profiles generate-key 2>/dev/null </dev/null | cut -d: -f1 | tail -n +2); do
    by_sop "waxwing-$profile" us us generate-key "--profile=$profile" 'Anna <anna@example.org>'
done
if [ -n "${command_of[openpgpjs]:-}" ]; then
    for profile in v4-25-27 v4-448 v6 v6-448; do
        by_sop "$profile" "${command_of[openpgpjs]}" peer_run openpgpjs generate-key "--profile=$profile"
    done
else
    absent+=('keys v4-25-27, v4-448, v6 and v6-448: OpenPGP.js makes them, and is not here')
fi

# --- one cell --------------------------------------------------------------------------------------------
failures=0
declare -a reasons
declare -A seen

# Remembers a reason once and gives its number in $cell.
reason() {
    local words=$1
    if [ -z "${seen[$words]:-}" ]; then
        reasons+=("$words")
        seen[$words]=${#reasons[@]}
    fi
    cell=${seen[$words]}
}
failed() {
    failures=$((failures + 1))
    cell=FAIL
    details+=("$1: $(last_words)")
}

signed_by() { [ -s "$work/verified" ]; }
fresh() { rm -f "$work/out" "$work/verified"; : >"$work/said"; }

# Program, key: decrypts the message in a file and finds the signature.
opens() {
    fresh
    "$1" "${@:4}" decrypt $(lock "$2") "--verify-with=$work/$2.cert" "--verifications-out=$work/verified" "$work/$2.key" \
        <"$3" >"$work/out" 2>"$work/said" && cmp -s "$work/out" "$text" && signed_by
}
lock() { [ ! -e "$work/$1.lock" ] || echo "--with-key-password=$work/$1.lock"; }
seals() {
    "$1" "${@:4}" encrypt $(lock "$2") "--sign-with=$work/$2.key" "$work/$2.cert" <"$text" >"$3" 2>"$work/said" && [ -s "$3" ]
}
signs() { "$1" "${@:4}" sign $(lock "$2") "$work/$2.key" <"$text" >"$3" 2>"$work/said" && [ -s "$3" ]; }
verifies() {
    fresh
    "$1" "${@:4}" verify "$3" "$work/$2.cert" <"$text" >"$work/verified" 2>"$work/said" && signed_by
}
clearsigns() {
    "$1" "${@:4}" inline-sign --as=clearsigned $(lock "$2") "$work/$2.key" <"$text" >"$3" 2>"$work/said" && [ -s "$3" ]
}
# The line end before the signature belongs to the framework, so programs differ in giving it back.
reads_clearsigned() {
    fresh
    "$1" "${@:4}" inline-verify "--verifications-out=$work/verified" "$work/$2.cert" <"$3" >"$work/out" 2>"$work/said" \
        && signed_by && [ "$(tr -d '\r' <"$work/out")" = "$(cat "$text")" ]
}

# What, key: does it both ways with the peer, and each alone where one fails.
both_ways() {
    local make=$1 read=$2 key=$3 ours=$work/ours.$1.$3 theirs=$work/theirs
    cell=ok
    if ! $make peer_run "$key" "$theirs" "$peer"; then
        reason "$peer itself: $(last_words)"
        row+=("$cell" "$cell")
        return
    fi
    if [ ! -e "$ours" ] && ! $make us "$key" "$ours"; then
        rm -f "$ours"
        failed "$key, $make by waxwing"
    elif ! $read peer_run "$key" "$ours" "$peer"; then
        cp "$work/said" "$work/said.ours"
        if $read peer_run "$key" "$theirs" "$peer"; then
            cp "$work/said.ours" "$work/said"
            failed "$key, $make by waxwing, $read by $peer"
        else
            reason "$peer itself: $(last_words)"
            row+=("$cell" "$cell")
            return
        fi
    fi
    row+=("$cell")
    cell=ok
    $read us "$key" "$theirs" || failed "$key, $make by $peer, $read by waxwing"
    row+=("$cell")
}

by_password() { # the program that writes, and the one that reads, each with its first argument
    "${writer[@]}" encrypt "$@" "--with-password=$work/password" <"$text" >"$work/message" 2>"$work/said" || return 2
    fresh
    "${reader[@]}" decrypt "--with-password=$work/password" <"$work/message" >"$work/out" 2>"$work/said" \
        && cmp -s "$work/out" "$text"
}

password_cells() {
    local profile
    cell=ok
    writer=(us) reader=(peer_run "$peer")
    by_password || failed "password, waxwing to $peer"
    printf '  %-44s %s\n' 'message with a password, waxwing writes' "$cell"
    for profile in '' $(peer_run "$peer" list-profiles encrypt 2>/dev/null | cut -d: -f1); do
        cell=ok
        writer=(peer_run "$peer") reader=(us)
        by_password ${profile:+"--profile=$profile"}
        case $? in 2) reason "$peer itself: $(last_words)" ;; 1) failed "password, $peer $profile to waxwing" ;; esac
        printf '  %-44s %s\n' "message with a password, $peer writes ${profile:-as usual}" "$cell"
    done
}

# Messages to a key in every profile that the peer has besides its usual one: AEAD among them.
profile_cells() {
    local profile key
    for profile in $(peer_run "$peer" list-profiles encrypt 2>/dev/null | cut -d: -f1); do
        for key in ed25519 rsa3072 p256 v6; do
            [ -s "$work/$key.cert" ] || continue
            cell=ok
            if ! peer_run "$peer" encrypt "--profile=$profile" "--sign-with=$work/$key.key" "$work/$key.cert" \
                <"$text" >"$work/message" 2>"$work/said"; then
                reason "$peer itself: $(last_words)"
            elif ! opens us "$key" "$work/message"; then
                failed "$key, $peer $profile to waxwing"
            fi
            printf '  %-44s %s\n' "sealed letter to $key, $peer writes $profile" "$cell"
        done
    done
}

# --- the tables ------------------------------------------------------------------------------------------
details=()
echo "waxwing: $(us version 2>/dev/null </dev/null | head -n 1)"
for peer in "${order[@]}"; do
    printf '\n%s: %s\n' "$peer" "$(peer_run "$peer" version 2>&1 | head -n 1)"
    printf '  %-18s %-15s %-15s %-15s\n' '' 'sealed letter' 'detached' 'cleartext'
    printf '  %-18s %-7s %-7s %-7s %-7s %-7s %-7s\n' key 'w→p' 'p→w' 'w→p' 'p→w' 'w→p' 'p→w'
    for key in "${keys[@]}"; do
        row=()
        both_ways seals opens "$key"
        both_ways signs verifies "$key"
        both_ways clearsigns reads_clearsigned "$key"
        printf '  %-18s %-7s %-7s %-7s %-7s %-7s %-7s\n' "$key" "${row[@]}"
    done
    password_cells
    profile_cells
done

echo
for missing in "${absent[@]}"; do echo "absent: $missing"; done
for number in "${!reasons[@]}"; do echo "$((number + 1)): ${reasons[$number]}"; done
for detail in "${details[@]}"; do echo "FAIL $detail"; done
echo "$failures failed"
[ "$failures" -eq 0 ]
