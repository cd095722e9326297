#!/bin/sh
# Every subcommand of `waxwing sop` that sqop knows too, live and both ways.
#
#   packaging/acceptance/sop-peer.sh
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
command -v sqop >/dev/null 2>&1 || { echo 'skipped: sqop is not installed'; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
sop() { "$here/waxwing" sop "$@"; }
failed=0

# check NAME COMMAND...: whether the command leads to the letter.
check() {
    name=$1
    shift
    if "$@" >out 2>err && cmp -s out letter; then echo "ok      $name"; else
        echo "FAILED  $name"
        failed=1
    fi
}

# reads NAME COMMAND...: the same, but for the line end before the signatures of readable text. It belongs to neither
# (RFC 9580 §7); sqop writes it out, and doesn't sign a last line end.
reads() {
    name=$1
    shift
    if "$@" >out 2>err && [ "$(cat out)" = "$(cat letter)" ]; then echo "ok      $name"; else
        echo "FAILED  $name"
        failed=1
    fi
}

# holds NAME COMMAND...: whether the command succeeds.
holds() {
    name=$1
    shift
    if "$@" >out 2>err; then echo "ok      $name"; else
        echo "FAILED  $name"
        failed=1
    fi
}

printf 'first line\n- dash\n\nFrom Anna\n' >letter
printf 'swordfish' >password
sop generate-key 'Anna <anna@example.org>' >ours.key
sqop generate-key 'Ben <ben@example.org>' >theirs.key
sop extract-cert <theirs.key >theirs.cert
sqop extract-cert <ours.key >ours.cert
holds 'extract-cert, their key, by us' test -s theirs.cert
holds 'extract-cert, our key, by them' test -s ours.cert
for mode in binary text; do
    sop sign --as=$mode ours.key <letter >ours.sig
    sqop sign --as=$mode theirs.key <letter >theirs.sig
    holds "sign --as=$mode, verified by them" sqop verify ours.sig ours.cert <letter
    holds "sign --as=$mode, verified by us" sop verify theirs.sig theirs.cert <letter
done
for form in binary text clearsigned; do
    same=check
    [ $form != clearsigned ] || same=reads
    sop inline-sign --as=$form ours.key <letter >ours.msg
    sqop inline-sign --as=$form theirs.key <letter >theirs.msg
    $same "inline-sign --as=$form, verified by them" sqop inline-verify ours.cert <ours.msg
    $same "inline-sign --as=$form, verified by us" sop inline-verify theirs.cert <theirs.msg
    rm -f a.sig b.sig
    $same "inline-detach of $form, ours by them" sqop inline-detach --signatures-out=a.sig <ours.msg
    $same "inline-detach of $form, theirs by us" sop inline-detach --signatures-out=b.sig <theirs.msg
done
rm -f ours.session theirs.session
sop encrypt --session-key-out=ours.session --sign-with=ours.key theirs.cert <letter >ours.enc
sqop encrypt --sign-with=theirs.key ours.cert <letter >theirs.enc
check 'encrypt, decrypted by them' sqop decrypt --verify-with=ours.cert --verifications-out=a.ver theirs.key <ours.enc
check 'encrypt, decrypted by us' sop decrypt --verify-with=theirs.cert --verifications-out=b.ver ours.key <theirs.enc
holds 'encrypt, their signature found by us' test -s b.ver
check 'session key of ours, used by them' sqop decrypt --with-session-key=ours.session <ours.enc
sqop decrypt --session-key-out=theirs.session ours.key <theirs.enc >/dev/null
check 'session key by them, used by us' sop decrypt --with-session-key=theirs.session <theirs.enc
sop encrypt --with-password=password <letter >ours.pass
sqop encrypt --with-password=password <letter >theirs.pass
check 'encrypt for a password, by us' sqop decrypt --with-password=password <ours.pass
check 'encrypt for a password, by them' sop decrypt --with-password=password <theirs.pass
sop change-key-password --new-key-password=password <ours.key >locked.key
holds 'change-key-password, signed with by them' sqop sign --with-key-password=password locked.key <letter
sop revoke-key <ours.key >revoked.cert
sop sign ours.key <letter >ours.sig
if sqop verify ours.sig revoked.cert <letter >/dev/null 2>&1; then
    echo 'FAILED  revoke-key, respected by them'
    failed=1
else
    echo 'ok      revoke-key, respected by them'
fi
sqop dearmor <ours.cert >binary
sop armor <binary | sqop dearmor >again
holds 'armor by us, dearmor by them' cmp -s binary again
sqop armor <binary | sop dearmor >again
holds 'armor by them, dearmor by us' cmp -s binary again
exit $failed
