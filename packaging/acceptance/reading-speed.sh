#!/bin/bash
# How many typical letters are parsed and judged in a second of one core: 10,000 of our own making in four rounds, the
# first of them in a cold process; then, where WAXWING_CORPORA names them, the letters of the corpora.
#
#   packaging/acceptance/reading-speed.sh
#
# Compile the tests of crypto first (mvn -pl crypto test-compile).
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/packaging/acceptance/java.sh"
libraries=$(mktemp)
trap 'rm -f "$libraries"' EXIT
mvn -B -q -f "$root/pom.xml" -pl crypto dependency:build-classpath -Dmdep.outputFile="$libraries" >/dev/null
"$java" -XX:+UseSerialGC ${WAXWING_CORPORA:+-Dwaxwing.corpora=$WAXWING_CORPORA} \
    -cp "$root/crypto/target/test-classes:$root/crypto/target/classes:$(cat "$libraries")" \
    org.waxwing.crypto.mime.gate.ReadingSpeed
