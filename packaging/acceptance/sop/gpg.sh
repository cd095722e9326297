#!/bin/bash
# GnuPG as a Stateless OpenPGP program, as far as openpgp-matrix.sh needs one: each call has a home of its
# own that is gone afterwards. GPG names the program (default gpg).
set -euo pipefail

gpg=${GPG:-gpg}
home=$(mktemp -d "${TMPDIR:-/tmp}/gpg-sop.XXXXXX")
trap 'gpgconf --homedir "$home" --kill all >/dev/null 2>&1; rm -rf "$home"' EXIT

quiet() { "$gpg" --homedir "$home" --batch --yes --quiet --no-tty --trust-model always --pinentry-mode loopback "$@"; }

command=$1
shift
signers=() certificates=() positional=() passwords=() key_password='' verifications='' profile='' as=binary
for argument in "$@"; do
    case $argument in
        --sign-with=*) signers+=("${argument#*=}") ;;
        --verify-with=*) certificates+=("${argument#*=}") ;;
        --with-password=*) passwords+=("${argument#*=}") ;;
        --with-key-password=*) key_password=${argument#*=} ;;
        --verifications-out=*) verifications=${argument#*=} ;;
        --profile=*) profile=${argument#*=} ;;
        --as=*) as=${argument#*=} ;;
        --*) exit 37 ;;
        *) positional+=("$argument") ;;
    esac
done
unlock=(--passphrase '')
[ -z "$key_password" ] || unlock=(--passphrase-file "$key_password")

take() {
    local file
    for file in "$@"; do
        quiet "${unlock[@]}" --import "$file" >&2 || { [ "$(fingerprint "$file")" ] || exit 13; }
    done
}

fingerprint() {
    "$gpg" --homedir "$home" --batch --quiet --no-tty --with-colons --import-options show-only --import "$1" 2>/dev/null \
        | awk -F: '/^fpr/ { print $10; exit }'
}

# One line for each valid signature, from the status lines in a file.
valid() { awk '/^\[GNUPG:\] VALIDSIG/ { print $5, $3, $NF }' "$1"; }

case $command in
    version) "$gpg" --version | head -n 1 ;;
    list-profiles)
        # GnuPG since 2.3 writes OCB (packet 20) for whom it is asked to.
        if "$gpg" --dump-options | grep -q -- --force-ocb; then echo 'ocb: the packet 20 of GnuPG 2.3 and later'; fi
        ;;
    extract-cert)
        cat >"$home/in"
        take "$home/in"
        quiet --armor --export
        ;;
    encrypt)
        options=(--output - --armor)
        [ "$profile" != ocb ] || options+=(--compliance gnupg --force-ocb)
        take "${signers[@]}" "${positional[@]}"
        for key in "${signers[@]}"; do options+=(--local-user "$(fingerprint "$key")" --sign); done
        for certificate in "${positional[@]}"; do options+=(--recipient "$(fingerprint "$certificate")" --encrypt); done
        for password in "${passwords[@]}"; do options+=(--passphrase-file "$password" --symmetric); done
        [ ${#passwords[@]} -gt 0 ] || options+=("${unlock[@]}")
        quiet "${options[@]}"
        ;;
    decrypt)
        take "${positional[@]}" "${certificates[@]}"
        [ ${#passwords[@]} -eq 0 ] || unlock=(--passphrase-file "${passwords[0]}")
        quiet "${unlock[@]}" --status-file "$home/status" --output - --decrypt || exit 29
        [ -z "$verifications" ] || valid "$home/status" >"$verifications"
        ;;
    sign)
        take "${positional[@]}"
        quiet "${unlock[@]}" --armor --output - --local-user "$(fingerprint "${positional[0]}")" --detach-sign
        ;;
    inline-sign)
        take "${positional[@]}"
        form=--sign
        [ "$as" != clearsigned ] || form=--clear-sign
        quiet "${unlock[@]}" --armor --output - --local-user "$(fingerprint "${positional[0]}")" "$form"
        ;;
    verify)
        take "${positional[@]:1}"
        quiet --status-file "$home/status" --verify "${positional[0]}" - || exit 3
        valid "$home/status"
        ;;
    inline-verify)
        take "${positional[@]}"
        quiet --status-file "$home/status" --output - --decrypt || exit 3
        [ -z "$verifications" ] || valid "$home/status" >"$verifications"
        ;;
    *) exit 69 ;;
esac
