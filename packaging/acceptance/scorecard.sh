#!/bin/bash
# Runs every test that is marked as proof against a published attack and prints, for each group and for each of the 64
# attacks, passed, partial or failed with the reason; then opens every letter of the given folders of attacks by others.
#
#   packaging/acceptance/scorecard.sh [FOLDER…]
#
# WAXWING_CORPORA names the corpora that some of the tests read. A folder may hold OpenPGP
# keys (.asc, .gpg, .pub, …), letters (.eml, .msg) and expected.tsv (name, status). The report is kept in
# packaging/target/scorecard.txt. Ends with 1 where anything failed.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/packaging/acceptance/java.sh"
report=$root/packaging/target/scorecard.txt
mkdir -p "$root/packaging/target"
cd "$root"
marked=$(grep -rl --include='*Test.java' '@Attack(' ./*/src/test/java | sed 's|.*/||; s|\.java$||' | sort -u | paste -sd, -)
failed=0
mvn -B -ntp test -Dtest="$marked,ScorecardGateTest" -Dsurefire.failIfNoSpecifiedTests=false -Dmaven.test.failure.ignore=true \
    ${WAXWING_CORPORA:+-Dwaxwing.corpora=$WAXWING_CORPORA} >"$report.log" 2>&1 || failed=1
grep -E '^(attacks, group |[A-F][0-9]{2} |      )' "$report.log" | tee "$report"
! grep -qE '^\[ERROR\] +Tests run|^[A-F][0-9]{2} (failed|uncovered)' "$report.log" || failed=1
if [ $# -gt 0 ]; then
    mvn -B -q -pl crypto dependency:build-classpath -Dmdep.outputFile="$report.path" >/dev/null
    "$java" -cp "crypto/target/test-classes:crypto/target/classes:$(cat "$report.path")" \
        org.waxwing.crypto.attack.AttackCorpus "$@" | tee -a "$report" || failed=1
    rm -f "$report.path"
fi
exit $failed
