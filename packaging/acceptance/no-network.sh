#!/bin/bash
# Opens every file of the corpora as a letter, judges every certificate in them, and lets strace watch: how often the
# process connected to, or sent to, an address of the internet. Has to be 0.
#
#   WAXWING_CORPORA=FOLDER packaging/acceptance/no-network.sh
#
# Compile the tests of crypto first (mvn -pl crypto test-compile). Skipped, with a
# word, where strace isn't there. The gate NoNetworkGateTest does the same inside the process, in each build.
set -euo pipefail

command -v strace > /dev/null || { echo "skipped: strace is not here"; exit 0; }
corpora=${WAXWING_CORPORA:?which folder of corpora}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/packaging/target/no-network
mkdir -p "$work"
libraries=$work/libraries.txt
[ "$libraries" -nt "$root/pom.xml" ] && [ "$libraries" -nt "$root/crypto/pom.xml" ] || mvn -B -q -f "$root/pom.xml" -pl crypto dependency:build-classpath -Dmdep.outputFile="$libraries"
path=$root/crypto/target/test-classes:$root/crypto/target/classes:$(cat "$libraries")
. "$root/packaging/acceptance/java.sh"

# That strace sees what it has to see is shown first, by a connection to nobody.
strace -f -qq -e trace=connect,sendto,sendmsg,sendmmsg -o "$work/control.txt" \
    bash -c 'exec 3<>/dev/tcp/127.0.0.1/1' 2> /dev/null || true
grep -q 'sin_port=htons(1)' "$work/control.txt" || { echo "strace doesn't see connections here" >&2; exit 1; }

strace -f -qq -e trace=connect,sendto,sendmsg,sendmmsg -o "$work/calls.txt" \
    "$java" -Xmx1g -Dwaxwing.corpora="$corpora" -cp "$path" org.waxwing.crypto.smime.gate.OpenEverythingMain untrapped
calls=$(grep -c 'AF_INET' "$work/calls.txt" || true)
echo "connections seen by strace: $calls"
[ "$calls" = 0 ]
