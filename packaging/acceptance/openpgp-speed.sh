#!/bin/bash
# Measures OpenPGP beside its peers in one run and prints the ratios against the gates. Waxwing runs warm in one
# process; the others are processes, as they come. All figures are processor seconds, the median of RUNS runs.
#
# Build first: mvn -q -DskipTests verify
#
# usage: packaging/acceptance/openpgp-speed.sh [megabytes] [gigabytes]
#   megabytes  of the text, 100 when not said
#   gigabytes  of the text that passes through a small heap, 4 when not said; 0 for none
# RUNS says how often a peer is started.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$(pwd -P)
. packaging/acceptance/java.sh
classpath="$top/crypto/target/test-classes:$top/crypto/target/classes:$top/packaging/target/modules/*"
megabytes=${1:-100} gigabytes=${2:-4}
runs=${RUNS:-3}
work=$(mktemp -d)
trap 'gpgconf --homedir "$work/gnupg" --kill all 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
driver=org.waxwing.crypto.openpgp.OpenPgpSpeed

"$java" -cp "$classpath" $driver prepare "$work" "$megabytes"
"$java" -Xmx3g -XX:+UseSerialGC -cp "$classpath" $driver measure "$work" | tee ours

# The processor seconds of a command with its children, the median of several.
seconds() {
    for _ in $(seq "$runs"); do
        TIMEFORMAT='%U %S'
        { time "$@" >/dev/null 2>/dev/null; } 2>&1 | awk '{ print $1 + $2 }'
    done | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
ours() { awk -v name="$1" '$1 == name { print $2 }' ours; }
# The last column is the ratio that the bare ciphers and hashes of the platform would reach, without any OpenPGP.
row() { # label, name of ours, seconds of the peer, gate
    awk -v label="$1" -v our="$(ours "$2")" -v floor="$(ours "floor-$2")" -v peer="$3" -v gate="$4" 'BEGIN {
        ratio = our > 0 ? peer / our : 0
        printf "%-44s ours %7.3f s  peer %7.3f s  %5.1fx  gate %sx  %s%s\n", label, our, peer, ratio, gate,
            (gate == "-" || ratio >= gate) ? "holds" : "FALLS SHORT",
            (floor > 0 ? sprintf(" (bare: %.1fx)", peer / floor) : "") }'
}

if command -v gpg >/dev/null; then
    mkdir -m 700 gnupg
    gpg="gpg --homedir $work/gnupg --batch --yes --quiet --trust-model always"
    $gpg --import anna.key ben.key 2>/dev/null
    out=$(seconds $gpg -z0 -u anna@example.org -r ben@example.org -o gpg.pgp -se data)
    row "encrypt+sign, version 1 / gpg -z0" encrypt-v1 "$out" 8
    row "encrypt+sign, version 2 / gpg -z0" encrypt-v2 "$out" 8
    out=$(seconds $gpg -o gpg.out -d waxwing-v1.pgp)
    cmp -s gpg.out data || echo "gpg did not read what Waxwing wrote"
    row "decrypt+verify, version 1 / gpg" decrypt-v1 "$out" 5
    row "decrypt+verify, version 2 / gpg" decrypt-v2 "$out" 5
    cat many/*.cert | $gpg --import 2>/dev/null
    echo "To everyone." > small
    to=$(for i in $(seq 0 999); do echo "-r many.r$i@example.org"; done)
    out=$(seconds $gpg -z0 $to -o many.pgp -e small)
    row "1,000 recipients, from files / gpg's keyring" recipients-1000 "$out" -
    row "1,000 recipients, known / gpg's keyring" recipients-1000-known "$out" 8
fi
if command -v sqop >/dev/null; then
    sqop_encrypt() { sqop encrypt --no-armor --sign-with anna.key ben.cert < data > sqop.pgp; }
    sqop_decrypt() { rm -f verified; sqop decrypt --verify-with anna.cert --verify-out verified ben.key < waxwing-v1.pgp > sqop.out; }
    row "encrypt+sign, version 1 / sqop" encrypt-v1 "$(seconds sqop_encrypt)" 1.7
    row "decrypt+verify, version 1 / sqop" decrypt-v1 "$(seconds sqop_decrypt)" 2.5
    cmp -s sqop.out data || echo "sqop did not read what Waxwing wrote"
fi
if command -v rnp >/dev/null; then
    mkdir -m 700 rnp
    rnpkeys --homedir rnp --import-keys anna.key >/dev/null 2>&1
    rnpkeys --homedir rnp --import-keys ben.key >/dev/null 2>&1
    rnp="rnp --homedir rnp --overwrite --password="
    out=$(seconds $rnp -z 0 -u anna@example.org -r ben@example.org --output rnp.pgp --sign --encrypt data)
    row "encrypt+sign, version 1 / rnp" encrypt-v1 "$out" 1.4
    row "encrypt+sign, version 2 / rnp" encrypt-v2 "$out" 1.4
    out=$(seconds $rnp --output rnp.out --decrypt waxwing-v1.pgp)
    cmp -s rnp.out data || echo "rnp did not read what Waxwing wrote"
    row "decrypt+verify, version 1 / rnp" decrypt-v1 "$out" 2
    row "decrypt+verify, version 2 / rnp" decrypt-v2 "$out" 2
fi
for version in 1 2; do
    awk -v v=$version -v o="$(ours overhead-v$version)" 'BEGIN { printf "overhead of version %d: %s %% (gate 1 %%)\n", v, o }'
done
if [ "$gigabytes" -gt 0 ]; then
    "$java" -Xmx128m -XX:+UseSerialGC -cp "$classpath" $driver large "$work" "$gigabytes"
fi
