#!/bin/sh
# Prints how long a verified import of many certificates takes, beside `gpg --import` of the same file, and how long
# a certificate takes that strangers flooded with signatures. Build first: mvn -q -DskipTests verify
#
# usage: packaging/acceptance/import-speed.sh [count] [ours]
#   count  of certificates, 10000 when not said; the ring is made once and kept in the temporary folder
#   ours   leaves gpg out, which takes minutes
set -eu
cd "$(dirname "$0")/../.."
. packaging/acceptance/java.sh
repository="${MAVEN_REPOSITORY:-$HOME/.m2/repository}"
tests=$(find "$repository/org/junit/jupiter/junit-jupiter-api" "$repository/org/junit/platform/junit-platform-commons" \
    "$repository/org/opentest4j" -name '*.jar' ! -name '*-sources.jar' | paste -sd: -)
classes="keystore/target/test-classes:crypto/target/test-classes:packaging/target/modules/*:$tests"
"$java" -Xmx2g -cp "$classes" org.waxwing.crypto.openpgp.FloodSpeed
exec "$java" -Xmx2g -cp "$classes" org.waxwing.keystore.transfer.ImportSpeed "${1:-10000}" ${2:+"$2"}
