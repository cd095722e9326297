#!/bin/bash
# rnp as a Stateless OpenPGP program, as far as openpgp-matrix.sh needs one: each call has a home of its own
# that is gone afterwards. RNP names the program (default rnp); its rnpkeys lies beside it.
set -euo pipefail

rnp=$(command -v "${RNP:-rnp}")
rnpkeys=$(dirname "$rnp")/rnpkeys
home=$(mktemp -d "${TMPDIR:-/tmp}/rnp-sop.XXXXXX")
trap 'rm -rf "$home"' EXIT

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

# A password of the message or of the key: rnp asks for both in the same way.
password=''
[ -z "$key_password" ] || password=$(cat "$key_password")
[ ${#passwords[@]} -eq 0 ] || password=$(cat "${passwords[0]}")

run() { "$rnp" --homedir "$home" --notty --password "$password" "$@" </dev/null 2>"$home/said" || { cat "$home/said" >&2; return 1; }; }

take() {
    local file
    for file in "$@"; do
        "$rnpkeys" --homedir "$home" --notty --import "$file" </dev/null >"$home/taken" 2>&1 || { cat "$home/taken" >&2; exit 13; }
    done
}

fingerprint() { packets "$1" | head -n 1; }

# The primary key's fingerprint in a key file.
packets() { "$rnp" --list-packets --grips "$1" 2>/dev/null | sed -n 's/.*fingerprint: 0x\([0-9a-f]*\).*/\1/p'; }

# rnp says "Good signature made <date>" and then the key; what counts here is that there is one.
good() {
    grep -q 'Good signature' "$home/said" || exit 3
    sed -n 's/^using \(.*\) key \([0-9a-fA-F]*\).*/good signature by \2/p' "$home/said"
}

case $command in
    version) "$rnp" --version 2>&1 | head -n 1 ;;
    list-profiles)
        echo 'ocb: the packet 20 of LibrePGP with OCB'
        echo 'eax: the packet 20 of LibrePGP with EAX'
        ;;
    extract-cert)
        cat >"$home/in"
        take "$home/in"
        "$rnpkeys" --homedir "$home" --notty --export "$(fingerprint "$home/in")" 2>/dev/null
        ;;
    encrypt)
        cat >"$home/text"
        take "${signers[@]}" "${positional[@]}"
        options=(--output "$home/out" --armor)
        case $profile in ocb) options+=(--aead=OCB) ;; eax) options+=(--aead=EAX) ;; esac
        for key in "${signers[@]}"; do options+=(--sign --userid "$(fingerprint "$key")"); done
        for certificate in "${positional[@]}"; do options+=(--encrypt --recipient "$(fingerprint "$certificate")"); done
        [ ${#passwords[@]} -eq 0 ] || options+=(--symmetric --passwords 1)
        run "${options[@]}" "$home/text"
        cat "$home/out"
        ;;
    decrypt)
        cat >"$home/message"
        take "${positional[@]}" "${certificates[@]}"
        run --decrypt --output "$home/out" "$home/message" || exit 29
        [ -z "$verifications" ] || good >"$verifications"
        cat "$home/out"
        ;;
    sign)
        cat >"$home/text"
        take "${positional[@]}"
        run --sign --detach --armor --userid "$(fingerprint "${positional[0]}")" --output "$home/out" "$home/text"
        cat "$home/out"
        ;;
    inline-sign)
        cat >"$home/text"
        take "${positional[@]}"
        form=(--sign --armor)
        [ "$as" != clearsigned ] || form=(--clearsign)
        run "${form[@]}" --userid "$(fingerprint "${positional[0]}")" --output "$home/out" "$home/text"
        cat "$home/out"
        ;;
    verify)
        cat >"$home/text"
        take "${positional[@]:1}"
        run --verify --source "$home/text" "${positional[0]}" || exit 3
        good
        ;;
    inline-verify)
        cat >"$home/message"
        take "${positional[@]}"
        # rnp's --decrypt checks the signatures too, and gives the text.
        run --decrypt --output "$home/out" "$home/message" || exit 3
        [ -z "$verifications" ] || good >"$verifications"
        cat "$home/out"
        ;;
    *) exit 69 ;;
esac
