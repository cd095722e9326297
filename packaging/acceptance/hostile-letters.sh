#!/bin/bash
# Opens letters that are made to cost, each in a process of its own with 256 MB, and prints the seconds of the processor
# and the outcome.
#
#   packaging/acceptance/hostile-letters.sh [MEBIBYTES] [WORD]
#
# Compile the tests of crypto first (mvn -pl crypto test-compile). Letters are of
# that size (default 25, what relays commonly let pass); with a word, only those with it in their name are opened. Ends
# with 1 where one took more than five seconds, ran out of memory or was not opened at all.
set -euo pipefail

size=${1:-25} word=${2:-}
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/packaging/acceptance/java.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -B -q -f "$root/pom.xml" -pl crypto dependency:build-classpath -Dmdep.outputFile="$work/libraries" >/dev/null
path=$root/crypto/target/test-classes:$root/crypto/target/classes:$(cat "$work/libraries")
"$java" -Xmx1g -cp "$path" org.waxwing.crypto.hostile.LetterCost write "$work" $((size << 20))
failed=0
for letter in "$work"/*"$word"*.eml; do
    line=$(timeout 60 "$java" -Xmx256m -XX:+UseSerialGC -cp "$path" org.waxwing.crypto.hostile.LetterCost open "$letter" 2>&1 | tail -n 1) || true
    [ -n "$line" ] || line=' >60.00 s  stopped'
    awk -v line="$line" 'BEGIN { split(line, w, " "); exit !(w[2] == "s" && w[1] + 0 <= 5 && w[1] !~ />/) }' || { failed=1; line="$line  <-- too much"; }
    printf '%-55s %5d kB %s\n' "$(basename "$letter" .eml)" $(($(stat -c %s "$letter") >> 10)) "$line"
done
exit $failed
