#!/bin/bash
# Waxwing and the other S/MIME programs, live and both ways: what each reads of ours, and what we read of theirs.
#
#   packaging/acceptance/smime-peers.sh [FOLDER]
#
# Peers are openssl, gpgsm and NSS's cmsutil of this system and of Debian's next release (default trixie, RELEASE
# names another), which are fetched into FOLDER with apt and installed nowhere, and Python's cryptography where it is.
# FOLDER is kept when it is named. Needs a Debian or a relative of it; what is missing is said and left out.
#
# Prints one table for each direction. A cell says "ok" or "no"; "-" where there is no such message. Of ours some are
# beyond a peer, as it says itself in FOLDER/work/out (Python's cryptography reads AES-CBC for RSA, and only in DER); of
# theirs all must be read: ends with 0 when they are.
#
# Build first: mvn -q -DskipTests verify
set -uo pipefail
cd "$(dirname "$0")/../.."
top=$(pwd -P)
. packaging/acceptance/java.sh
classpath="$top/crypto/target/test-classes:$top/crypto/target/classes:$top/packaging/target/modules/*"
folder=${1:-} release=${RELEASE:-trixie}
[ -n "$folder" ] || { folder=$(mktemp -d); trap 'stop; rm -rf "$folder"' EXIT; }
mkdir -p "$folder/bin" "$folder/work"
folder=$(cd "$folder" && pwd -P)
work=$folder/work
rm -rf "$work" && mkdir -p "$work/ours" "$work/theirs" "$work/out"
stop() { for home in "$work"/gnupg-*; do [ -d "$home" ] && gpgconf --homedir "$home" --kill all 2>/dev/null; done; true; }

# The packages of a release, unpacked and started with that release's own libraries. Each program is bin/NAME-LABEL.
fetch() { # label, release or "" for this system's, package…
    local label=$1 from=$2; shift 2
    local apt=$folder/apt-$label tree=$folder/tree-$label site
    [ -d "$tree" ] && return 0
    mkdir -p "$apt/lists/partial" "$apt/archives/partial"
    read -r site codename < <(apt-get indextargets --format '$(SITE) $(CODENAME) $(ORIGIN) $(RELEASE)' 2>/dev/null \
        | awk '$3 == "Debian" && $1 !~ /security/ { print $1, $2; exit }')
    [ -n "${site:-}" ] || { echo "no Debian mirror is configured here: $label is left out" >&2; return 1; }
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site ${from:-$codename} main" > "$apt/sources.list"
    : > "$apt/status"
    printf '%s\n' "Dir::State \"$apt\";" "Dir::State::status \"$apt/status\";" "Dir::Cache \"$apt\";" \
        "Dir::Etc::sourcelist \"$apt/sources.list\";" 'Dir::Etc::sourceparts "-";' 'Dir::Etc::main "none";' \
        'APT::Sandbox::User "root";' 'APT::Install-Recommends "false";' > "$apt/apt.conf"
    APT_CONFIG=$apt/apt.conf apt-get -qq update >&2 \
        && APT_CONFIG=$apt/apt.conf apt-get -qq -y --download-only install "$@" >&2 || { echo "$label: apt failed" >&2; return 1; }
    for package in "$apt"/archives/*.deb; do dpkg-deb -x "$package" "$tree"; done
}
launcher() { # label, program, option…
    local tree=$folder/tree-$1 program=$2 label=$1 libraries loader; shift 2
    [ -e "$tree/usr/bin/$program" ] || return 0
    loader=$(find "$tree" -name 'ld-linux-*' | head -n 1)
    libraries=$(find "$tree" \( -name libc.so.6 -o -name libnss3.so -o -name libsoftokn3.so -o -name libgcrypt.so.20 \) \
        -printf '%h\n' | sort -u | paste -sd:)
    printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" %s "$@"\n' \
        "$loader" "$libraries" "$tree/usr/bin/$program" "$*" > "$folder/bin/$program-$label"
    chmod +x "$folder/bin/$program-$label"
}
if fetch now "" libnss3-tools; then
    for program in certutil pk12util cmsutil; do launcher now $program; done
fi
if fetch "$release" "$release" openssl gpgsm gpg-agent gnupg libnss3-tools; then
    for program in openssl certutil pk12util cmsutil gpg-agent; do launcher "$release" $program; done
    launcher "$release" gpgsm --agent-program "'$folder/bin/gpg-agent-$release'"
fi
for program in openssl gpgsm; do
    where=$(command -v $program) && ln -sf "$where" "$folder/bin/$program-now"
done

# An authority, and one person for each kind of key. The newer openssl makes what the older doesn't know.
openssl=$folder/bin/openssl-$release
[ -x "$openssl" ] || openssl=$folder/bin/openssl-now
cd "$work"
printf 'Content-Type: text/plain\r\n\r\nHello across the fence.\r\n' > text
"$openssl" req -x509 -newkey rsa:3072 -nodes -keyout ca.key -out ca.crt -days 30 -subj "/CN=Example Mail CA" \
    -addext keyUsage=keyCertSign,cRLSign 2>/dev/null
person() { # name, usages, algorithm and its options…
    local name=$1 usage=$2; shift 2
    "$openssl" genpkey "$@" -out "$name.key" 2>/dev/null || return 0
    "$openssl" pkey -in "$name.key" -pubout -out "$name.pub" 2>/dev/null
    printf 'basicConstraints=CA:FALSE\nkeyUsage=%s\nextendedKeyUsage=emailProtection\nsubjectAltName=email:%s@example.org\nsubjectKeyIdentifier=hash\n' \
        "$usage" "$name" > ext
    "$openssl" req -new -key ca.key -subj "/CN=$name" -out csr 2>/dev/null
    "$openssl" x509 -req -in csr -force_pubkey "$name.pub" -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 \
        -extfile ext -out "$name.crt" 2>/dev/null || { rm -f "$name.crt" "$name.key"; return 0; }
    # As old as gpgsm 2.2 needs it.
    "$openssl" pkcs12 -export -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 -in "$name.crt" -inkey "$name.key" \
        -name "$name" -passout pass:fence -out "$name.p12" 2>/dev/null
    echo "$name" >> people
}
person rsa digitalSignature,keyEncipherment -algorithm RSA -pkeyopt rsa_keygen_bits:3072
person p256 digitalSignature,keyAgreement -algorithm EC -pkeyopt ec_paramgen_curve:P-256
person p384 digitalSignature,keyAgreement -algorithm EC -pkeyopt ec_paramgen_curve:P-384
person x25519 keyAgreement -algorithm X25519
person ed25519 digitalSignature -algorithm ED25519
person mldsa65 digitalSignature -algorithm ML-DSA-65
person mlkem768 keyEncipherment -algorithm ML-KEM-768

# Ready to use a database of keys: gpgsm's and NSS's.
ready_gpgsm() { # label
    local home=$work/gnupg-$1
    mkdir -m 700 "$home"
    gpgsm=("$folder/bin/gpgsm-$1" --homedir "$home" --batch --yes --quiet --disable-crl-checks --disable-policy-checks
        --pinentry-mode loopback --passphrase-fd 3)
    "$openssl" x509 -in ca.crt -noout -fingerprint -sha1 | sed 's/.*=//; s/$/ S relax/' > "$home/trustlist.txt"
    printf 'disable-scdaemon\nallow-loopback-pinentry\n' > "$home/gpg-agent.conf"
    "${gpgsm[@]}" --import ca.crt 3<<< "" 2>/dev/null
    for name in rsa p256 p384; do
        [ -e $name.p12 ] && "${gpgsm[@]}" --import $name.p12 3<<< "fence" 2>> "$home/log"
    done
    true
}
ready_nss() { # label
    local db=sql:$work/nss-$1
    mkdir "$work/nss-$1"
    "$folder/bin/certutil-$1" -N -d "$db" --empty-password
    "$folder/bin/certutil-$1" -A -d "$db" -n ca -t C,C,C -i ca.crt
    for name in $(cat people); do
        "$folder/bin/pk12util-$1" -d "$db" -i $name.p12 -W fence -K '' > /dev/null 2>> "$work/nss-$1/log"
    done
    true
}

# Each peer makes and reads: kind of message, person, file. The kinds: cbc, gcm, oaep, sig, pss, compressed.
make_openssl() { # label, kind, person, file
    local run=$folder/bin/openssl-$1
    case $2 in
        cbc) "$run" cms -encrypt -binary -aes-256-cbc -in text -outform DER -out "$4" "$3.crt" ;;
        gcm) "$run" cms -encrypt -binary -aes-256-gcm -in text -outform DER -out "$4" "$3.crt" ;;
        oaep) "$run" cms -encrypt -binary -aes-256-cbc -in text -outform DER -out "$4" -recip "$3.crt" \
            -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 ;;
        sig) "$run" cms -sign -binary -nodetach -md "$([ "${3%[0-9]}" = p25 ] && echo sha256 || echo sha512)" -in text -outform DER -out "$4" \
            -signer "$3.crt" -inkey "$3.key" ;;
        pss) "$run" cms -sign -binary -nodetach -md sha256 -in text -outform DER -out "$4" -signer "$3.crt" -inkey "$3.key" \
            -keyopt rsa_padding_mode:pss ;;
        compressed) "$run" cms -compress -binary -in text -outform DER -out "$4" ;;
    esac
}
read_openssl() {
    local run=$folder/bin/openssl-$1
    case $2 in
        sig | pss) "$run" cms -verify -binary -inform DER -in "$4" -CAfile ca.crt -purpose any -out out/text ;;
        *) "$run" cms -decrypt -inform DER -in "$4" -recip "$3.crt" -inkey "$3.key" -out out/text ;;
    esac
}
make_gpgsm() {
    gpgsm=("$folder/bin/gpgsm-$1" --homedir "$work/gnupg-$1" --batch --yes --quiet --disable-crl-checks
        --disable-policy-checks --pinentry-mode loopback --passphrase-fd 3)
    case $2 in
        cbc) "${gpgsm[@]}" --cipher-algo AES256 -r "<$3@example.org>" --output "$4" --encrypt text 3<<< fence ;;
        sig) "${gpgsm[@]}" -u "<$3@example.org>" --output "$4" --sign text 3<<< fence ;;
        *) return 2 ;;
    esac
}
read_gpgsm() {
    gpgsm=("$folder/bin/gpgsm-$1" --homedir "$work/gnupg-$1" --batch --yes --quiet --disable-crl-checks
        --disable-policy-checks --pinentry-mode loopback --passphrase-fd 3)
    case $2 in
        sig | pss) "${gpgsm[@]}" --output out/text --verify "$4" 3<<< fence ;;
        *) "${gpgsm[@]}" --output out/text --decrypt "$4" 3<<< fence ;;
    esac
}
make_nss() {
    local run=$folder/bin/cmsutil-$1 db=sql:$work/nss-$1
    case $2 in
        cbc) "$run" -E -d "$db" -r "$3@example.org" -i text -o "$4" ;;
        sig) "$run" -S -d "$db" -N "$3" -H SHA256 -i text -o "$4" ;;
        *) return 2 ;;
    esac
}
read_nss() { "$folder/bin/cmsutil-$1" -D -d "sql:$work/nss-$1" -i "$4" -o out/text; }
python=$(command -v python3 || true)
make_python() {
    case $2-$3 in cbc-rsa | sig-rsa | sig-p256 | sig-p384) ;; *) return 2 ;; esac
    "$python" - "$2" "$3" "$4" <<'END'
import sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import pkcs7
kind, name, out = sys.argv[1:]
text = open("text", "rb").read()
certificate = x509.load_pem_x509_certificate(open(name + ".crt", "rb").read())
if kind == "sig":
    key = serialization.load_pem_private_key(open(name + ".key", "rb").read(), None)
    made = pkcs7.PKCS7SignatureBuilder().set_data(text).add_signer(certificate, key, hashes.SHA256()).sign(
        serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])
else:
    made = pkcs7.PKCS7EnvelopeBuilder().set_data(text).add_recipient(certificate).encrypt(
        serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])
open(out, "wb").write(made)
END
}
read_python() {
    case $2-$3 in cbc-rsa) ;; *) return 2 ;; esac
    "$python" - "$3" "$4" <<'END'
import sys
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs7
name, message = sys.argv[1:]
certificate = x509.load_pem_x509_certificate(open(name + ".crt", "rb").read())
key = serialization.load_pem_private_key(open(name + ".key", "rb").read(), None)
open("out/text", "wb").write(pkcs7.pkcs7_decrypt_der(open(message, "rb").read(), certificate, key, []))
END
}

peers=()
for label in now "$release"; do
    [ -x "$folder/bin/openssl-$label" ] && peers+=("openssl $label")
    [ -x "$folder/bin/gpgsm-$label" ] && ready_gpgsm "$label" && peers+=("gpgsm $label")
    [ -x "$folder/bin/cmsutil-$label" ] && ready_nss "$label" && peers+=("nss $label")
done
if [ -n "$python" ] && "$python" -c 'from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der' 2>/dev/null; then
    peers+=("python now")
else
    echo "python: no cryptography 44 or newer here; left out"
fi
version() { # program, label
    case $1 in
        openssl) "$folder/bin/openssl-$2" version | cut -d' ' -f1-2 ;;
        gpgsm) "$folder/bin/gpgsm-$2" --version | head -1 | sed 's/ (GnuPG)//' ;;
        nss) basename "$(find "$folder/tree-$2" "$folder/apt-$2/archives" -name 'libnss3_*.deb' | head -1)" | cut -d_ -f2 | sed 's/%3a/:/; s/^.*://; s/-.*//; s/^/NSS /' ;;
        python) "$python" -c 'import cryptography; print("cryptography", cryptography.__version__)' ;;
    esac
}

kinds="cbc:rsa oaep:rsa cbc:p256 cbc:p384 gcm:rsa gcm:p256 cbc:x25519 cbc:mlkem768
    sig:rsa pss:rsa sig:p256 sig:p384 sig:ed25519 sig:mldsa65 compressed:-"
"$java" -cp "$classpath" org.waxwing.crypto.smime.gate.SmimePeers make "$work" || exit 1
theirs=() ours=()
for peer in "${peers[@]}"; do
    read -r program label <<< "$peer"
    name=$(version "$program" "$label")
    for cell in $kinds; do
        kind=${cell%:*} who=${cell#*:}
        file=ours/$kind-$who.der
        rm -f out/text
        [ "$who" = - ] || [ -e "$who.crt" ] || continue
        if [ -e "$file" ]; then
            if "read_$program" "$label" "$kind" "$who" "$file" > out/log 2>&1 && grep -qs "Hello across" out/text; then
                ours+=("$name|$cell|ok")
            else
                ours+=("$name|$cell|no"); mv out/log "out/read-$program-$label-$kind-$who.log"
            fi
        fi
        made=theirs/$program-$label-$kind-$who.der
        if "make_$program" "$label" "$kind" "$who" "$made" > out/log 2>&1 && [ -s "$made" ]; then
            theirs+=("$name|$cell|$program-$label-$kind-$who")
        else
            rm -f "$made"; mv out/log "out/make-$program-$label-$kind-$who.log"
        fi
    done
done
"$java" -cp "$classpath" org.waxwing.crypto.smime.gate.SmimePeers read "$work" > out/read || exit 1

table() { # title, lines "peer|kind|cell"
    printf '\n%s\n%-16s' "$1" ""; shift
    local names
    names=$(printf '%s\n' "$@" | cut -d'|' -f1 | awk '!seen[$0]++')
    while read -r name; do printf '%-21s' "$name"; done <<< "$names"
    echo
    for cell in $kinds; do
        printf '%-16s' "${cell/:/ }"
        while read -r name; do
            printf '%-21s' "$(printf '%s\n' "$@" | awk -F'|' -v n="$name" -v c="$cell" '$1 == n && $2 == c { print $3; found = 1 } END { if (!found) print "-" }')"
        done <<< "$names"
        echo
    done
}
table "what they read of ours" "${ours[@]}"
read_back=() bad=0
for line in "${theirs[@]}"; do
    file=${line##*|}
    if grep -q "^$file.der ok" out/read; then
        read_back+=("${line%|*}|ok")
    else
        read_back+=("${line%|*}|NOT READ"); bad=$((bad + 1))
    fi
done
table "what we read of theirs" "${read_back[@]}"
echo
echo "of theirs: $((${#theirs[@]} - bad))/${#theirs[@]} read"
[ "$bad" -eq 0 ]
