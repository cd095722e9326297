#!/bin/bash
# Measures S/MIME beside openssl and gpgsm in one run and prints the ratios against the gates: a text is signed
# (RSA 3072) and encrypted into a mail, and the mail opened and verified, file to file. Waxwing runs warm in one
# process; the others are processes, as they come. All figures are processor seconds, the median of RUNS runs.
#
# Build first: mvn -q -DskipTests verify
#
# usage: packaging/acceptance/smime-speed.sh [megabytes] [gigabytes]
#   megabytes  of the text, 100 when not said
#   gigabytes  of the text that passes through little memory, 1 when not said; 0 for none
# RUNS says how often a peer is started.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$(pwd -P)
. packaging/acceptance/java.sh
classpath="$top/crypto/target/test-classes:$top/crypto/target/classes:$top/packaging/target/modules/*"
megabytes=${1:-100} gigabytes=${2:-1}
runs=${RUNS:-3}
work=$(mktemp -d)
trap 'gpgconf --homedir "$work/gnupg" --kill all 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
driver=org.waxwing.crypto.smime.SmimeSpeed

# An authority, Anna who signs, Ben who reads, and a key of each kind for many recipients.
openssl req -x509 -newkey rsa:3072 -nodes -keyout ca.key -out ca.crt -days 30 -subj "/CN=Example Mail CA" 2>/dev/null
issue() { # name, usages
    printf 'basicConstraints=CA:FALSE\nkeyUsage=%s\nextendedKeyUsage=emailProtection\nsubjectAltName=email:%s@example.org\n' "$2" "$1" > ext
    openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile ext -out "$1.crt" 2>/dev/null
}
for name in anna ben; do
    openssl req -newkey rsa:3072 -nodes -keyout $name.key -out $name.csr -subj "/CN=$name" 2>/dev/null
    issue $name digitalSignature,keyEncipherment
done
cp ben.crt rsa.crt
openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out p256.key
openssl req -new -key p256.key -out p256.csr -subj "/CN=p256"
issue p256 keyAgreement
openssl genpkey -algorithm X25519 -out x25519.key
openssl pkey -in x25519.key -pubout -out x25519.pub
openssl x509 -req -in p256.csr -force_pubkey x25519.pub -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -out x25519.crt 2>/dev/null
{ printf 'Content-Type: text/plain\r\n\r\n'; head -c "$((megabytes * 757))K" /dev/urandom | base64 -w 72; } > data

# Where the text is held in memory, the collector leaves its large pieces where they are. The heap begins with the
# same room on every machine, else the collector works more where there is less memory.
"$java" -Xms1g -Xmx3g -XX:+UseSerialGC -XX:PretenureSizeThreshold=1m -cp "$classpath" $driver measure "$work" | tee ours

# The processor seconds of a command with its children, the median of several.
seconds() {
    for _ in $(seq "$runs"); do
        TIMEFORMAT='%U %S'
        { time "$@" >/dev/null 2>/dev/null; } 2>&1 | awk '{ print $1 + $2 }'
    done | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
ours() { awk -v name="$1" '$1 == name { print $2 }' ours; }
row() { # label, name of ours, seconds of the peer, gate
    awk -v label="$1" -v our="$(ours "$2")" -v floor="$(ours "floor-$2")" -v peer="$3" -v gate="$4" -v mb="$megabytes" 'BEGIN {
        ratio = our > 0 ? peer / our : 0
        printf "%-34s ours %6.3f s (%4.0f MB/s)  peer %6.3f s (%4.0f MB/s)  %5.1fx  gate %sx  %s%s\n", label,
            our, mb / our, peer, mb / peer, ratio, gate, (gate == "-" || ratio >= gate) ? "holds" : "FALLS SHORT",
            (floor > 0 ? sprintf(" (bare: %.1fx)", peer / floor) : "") }'
}
read_it() { cmp -s "$1" data || echo "$2"; }

openssl_create() { # cipher, file
    openssl cms -sign -binary -nodetach -outform DER -signer anna.crt -inkey anna.key -in data \
        | openssl cms -encrypt -binary "$1" -outform SMIME -out "$2" ben.crt
}
openssl_open() { # file
    openssl cms -decrypt -inform SMIME -in "$1" -recip ben.crt -inkey ben.key \
        | openssl cms -verify -inform DER -CAfile ca.crt -purpose any -out openssl.out
}
openssl version
for cipher in cbc gcm; do
    row "create $cipher / openssl" create-$cipher "$(seconds openssl_create -aes-256-$cipher openssl-$cipher.eml)" 1.5
    row "open $cipher / openssl" open-$cipher "$(seconds openssl_open $cipher.eml)" 6
    read_it openssl.out "openssl did not read what Waxwing wrote"
    read_it $cipher.out "Waxwing did not read what it wrote"
done
if command -v gpgsm >/dev/null; then
    gpgsm --version | head -1
    mkdir -m 700 gnupg
    gpgsm="gpgsm --homedir $work/gnupg --batch --yes --quiet --disable-crl-checks --disable-policy-checks"
    openssl x509 -in ca.crt -noout -fingerprint -sha1 | sed 's/.*=//; s/$/ S relax/' > gnupg/trustlist.txt
    printf 'disable-scdaemon\nallow-loopback-pinentry\n' > gnupg/gpg-agent.conf
    $gpgsm --import ca.crt 2>/dev/null
    gpgsm="$gpgsm --pinentry-mode loopback --passphrase-fd 3"
    for name in anna ben; do
        openssl pkcs12 -export -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 \
            -in $name.crt -inkey $name.key -name $name -passout pass:fence -out $name.p12
        $gpgsm --import $name.p12 3<<< fence 2>> gpgsm.err || true
    done
    gpgsm_create() {
        $gpgsm -u "<anna@example.org>" --output gpgsm.inner --sign data 3<<< fence \
            && $gpgsm --base64 --cipher-algo AES256 -r "<ben@example.org>" --output gpgsm.p7m --encrypt gpgsm.inner 3<<< fence
    }
    gpgsm_open() { # file, form
        $gpgsm $2 --output gpgsm.inner --decrypt $1 3<<< fence && $gpgsm --output gpgsm.out --verify gpgsm.inner 3<<< fence
    }
    # It reads no header, but it reads a mail's base64, as all others here do.
    sed '1,/^\r$/d' cbc.eml > cbc.b64
    tr -d '\r\n' < cbc.b64 | base64 -d > cbc.p7m
    if gpgsm_create 2>>gpgsm.err && [ -s gpgsm.p7m ]; then
        row "create cbc / gpgsm" create-cbc "$(seconds gpgsm_create)" 3
        row "open cbc / gpgsm" open-cbc "$(seconds gpgsm_open cbc.b64 --assume-base64)" 7
        row "the same, decoded before / gpgsm" open-cbc "$(seconds gpgsm_open cbc.p7m --assume-binary)" -
        [ -s gpgsm.out ] && read_it gpgsm.out "gpgsm did not read what Waxwing wrote" || echo "gpgsm did not open it"
    else
        echo "gpgsm could not be set up:"; tail -3 gpgsm.err
    fi
else
    echo "gpgsm: absent"
fi
for kind in rsa p256 x25519; do
    awk -v k=$kind -v o="$(ours recipients-$kind)" -v b="$(stat -c %s many-$kind.p7m)" 'BEGIN {
        printf "1,000 recipients %-7s %6.3f s, %d octets (gate 1 s)  %s\n", k, o, b, o <= 1 ? "holds" : "FALLS SHORT" }'
done
if [ "$gigabytes" -gt 0 ]; then
    head -c "${gigabytes}G" /dev/zero > large
    "$java" -Xmx48m -XX:+UseSerialGC -cp "$classpath" $driver create-large "$work" > /dev/null
    "$java" -Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=4 -cp "$classpath" $driver open-large "$work"
    cmp -s large large.out || echo "the large text did not come back"
fi
