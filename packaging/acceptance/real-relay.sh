#!/bin/bash
# A letter through real servers: Waxwing → Postfix (STARTTLS, AUTH) → Postfix without TLS → Postfix → Dovecot, opened by
# GnuPG; and one that GnuPG made, on the way back. Prints the evidence of every step; the first that fails ends it.
#
#   packaging/acceptance/real-relay.sh SERVERS
#
# SERVERS is a folder with rig.sh and ids.sh that bring up that mail internet on loopback (as root). The state lies
# in $WAXWING_LAB.
set -euo pipefail

servers=$(cd "${1:?the folder with rig.sh}" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
export WAXWING_LAB=${WAXWING_LAB:-$(mktemp -d)}
run=$WAXWING_LAB/run ids=$WAXWING_LAB/ids
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
secret=heliotrope-$RANDOM$RANDOM

step() { printf '\n== %s\n' "$1"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
wax() { WAXWING_JAVA_OPTIONS="-Djdk.net.hosts.file=$run/etc/hosts" "$root/waxwing" "$@" --profile "$work/profile" --passphrase-file "$work/passphrase"; }
wait_for() { # seconds command…
    local end=$((SECONDS + $1)); shift
    until "$@" >/dev/null 2>&1; do [ $SECONDS -lt $end ] || return 1; sleep 0.5; done
}

step 'servers'
[ -e "$run/ns.pid" ] || { "$servers/rig.sh" init; "$servers/rig.sh" up; } >"$work/rig.log" 2>&1 </dev/null
[ -d "$ids/gpg-bob" ] || "$servers/ids.sh" >"$work/ids.log" 2>&1 </dev/null
echo "up; first relay $(grep smtp.waxwing "$run/etc/hosts")"

step 'account and keys'
echo 'correct horse battery staple' >"$work/passphrase"
echo alicepw >"$work/password"
wax account add --name 'Alice Lab' --address alice@waxwing.example --smtp smtp.waxwing.example:10587 --smtp-tls starttls \
    --imap imap.waxwing.example:10143 --imap-tls starttls --user alice --password-file "$work/password" --ca "$run/ca/ca.pem"
wax import "$ids/alice.sec.asc" "$ids/bob.pub.asc"
wax account test alice@waxwing.example

step 'the middle relay holds what it gets'
GNUPGHOME=$ids/gpg-bob
export GNUPGHOME
nsenter -m -t "$(cat "$run/ns.pid")" -- postfix -c "$run/postfix-c/etc" stop >/dev/null 2>&1 || true
printf 'The %s numbers we agreed on are in the sheet.\n' "$secret" >"$work/body"
printf 'sheet %s\n' "$secret" >"$work/budget.csv"
wax send --from alice@waxwing.example --to bob@uni.example --subject "Trip $secret budget" --attach "$work/budget.csv" <"$work/body"
queued() { find "$run/postfix-b/spool" -type f \( -path '*/deferred/*' -o -path '*/active/*' -o -path '*/incoming/*' \) | grep -q .; }
wait_for 60 queued || fail 'the letter did not reach the relay without TLS'
queue=$(find "$run/postfix-b/spool" -type f \( -path '*/deferred/*' -o -path '*/active/*' -o -path '*/incoming/*' \) | head -n 1)
echo "queue file of the relay without TLS: $(stat -c %s "$queue") bytes"
strings -n 8 "$queue" | grep -E '^(Subject|From|To|Content-Type)' | head -n 6 || true
! grep -qa -e "$secret" -e budget -e Trip "$queue" || fail 'the relay can read a word of it'
echo 'no word of subject, text or file name in it'

step 'delivered'
nsenter -m -t "$(cat "$run/ns.pid")" -- postfix -c "$run/postfix-c/etc" start >/dev/null 2>&1
nsenter -m -t "$(cat "$run/ns.pid")" -- postfix -c "$run/postfix-b/etc" flush >/dev/null 2>&1 || true
arrived() { find "$run/mail/bob" -type f -newer "$work/body" -path '*/new/*' -o -type f -newer "$work/body" -path '*/cur/*' | grep -q .; }
wait_for 120 arrived || fail 'the letter did not arrive'
letter=$(find "$run/mail/bob" -type f -newer "$work/body" \( -path '*/new/*' -o -path '*/cur/*' \) | head -n 1)
! grep -qa -e "$secret" -e budget -e Trip "$letter" || fail 'the mail store can read a word of it'
grep -E '^Subject:' "$letter"
echo "stored by the IMAP server: $(stat -c %s "$letter") bytes, no word of it readable"

step 'GnuPG opens it'
sed -n '/-----BEGIN PGP MESSAGE-----/,/-----END PGP MESSAGE-----/p' "$letter" | gpg --batch --status-fd 3 --decrypt 3>"$work/status" >"$work/inside" 2>"$work/gpg.log" || { cat "$work/gpg.log" >&2; fail 'gpg could not decrypt it'; }
grep -E 'GOODSIG|VALIDSIG|DECRYPTION_OKAY|GOODMDC' "$work/status"
grep -q GOODSIG "$work/status" || fail 'gpg found no good signature'
grep -E "^Subject: Trip $secret budget" "$work/inside" || fail 'the subject is not inside'
grep -q "The $secret numbers" "$work/inside" || fail 'the text is not inside'

step 'a letter that GnuPG made comes back'
{
    printf 'Content-Type: text/plain; charset=utf-8; protected-headers="v1"\r\nSubject: Re: Trip %s budget\r\nFrom: Bob Lab <bob@uni.example>\r\nTo: Alice Lab <alice@waxwing.example>\r\n\r\nYes, %s it is.\r\n' "$secret" "$secret"
} >"$work/payload"
gpg --batch --trust-model always --armor --sign --encrypt -u bob@uni.example -r alice@waxwing.example -r bob@uni.example --output "$work/sealed.asc" "$work/payload" 2>>"$work/gpg.log"
{
    printf 'From: Bob Lab <bob@uni.example>\r\nTo: Alice Lab <alice@waxwing.example>\r\nSubject: ...\r\nDate: %s\r\nMessage-ID: <%s@uni.example>\r\nMIME-Version: 1.0\r\n' "$(date -R)" "$secret"
    printf 'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b1"\r\n\r\n--b1\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n--b1\r\nContent-Type: application/octet-stream; name="encrypted.asc"\r\n\r\n'
    sed 's/$/\r/' "$work/sealed.asc"
    printf '\r\n--b1--\r\n'
} >"$work/reply.eml"
swaks --server 127.10.0.1:10587 --tls --auth PLAIN -au bob -ap bobpw -f bob@uni.example -t alice@waxwing.example --ehlo laptop.local --data "@$work/reply.eml" >"$work/swaks.log" 2>&1 || { tail -n 5 "$work/swaks.log" >&2; fail 'swaks could not submit the answer'; }
came_back() { wax fetch >"$work/fetch.log" 2>&1; wax list >"$work/list" 2>&1; grep -q "Re: Trip $secret budget" "$work/list"; }
wait_for 120 came_back || { cat "$work/fetch.log" "$work/list" >&2; fail 'the answer did not come'; }
cat "$work/list"
id=$(wax list --json | python3 -c 'import json,sys; print([x["id"] for x in map(json.loads, sys.stdin) if x["subject"].startswith("Re: Trip '"$secret"'")][0])')
wax show "$id" --json | tee "$work/shown.json"
grep -q '"status" *: *"confidential"' "$work/shown.json" || fail 'it did not open as confidential'

step 'nothing private on disk'
! grep -rqa -e "$secret" -e budget "$work/profile" || fail 'a word of the letters lies clear in the profile'
echo "no word of the letters in $(find "$work/profile" -type f | wc -l) files of the profile"
printf '\nall steps held\n'
