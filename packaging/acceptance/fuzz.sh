#!/bin/bash
# Fuzzes one reader of strangers' bytes with Jazzer, guided by coverage, and prints executions, coverage and findings.
#
#   packaging/acceptance/fuzz.sh framer|armor|certificate|message|keybox|private-key|cms|identity|x509|mime|header|letter|html [SECONDS]
#
# Compile the tests of crypto first (mvn -pl crypto test-compile). What is learnt grows in $WAXWING_FUZZ
# (default packaging/target/fuzz) and begins with our own seeds and, where $WAXWING_CORPORA names some, the files of
# the corpora. A finding ends the run with a crash-… file, to be kept under crypto/src/test/resources/fuzz/TARGET,
# where each build reads it.
set -euo pipefail

target=${1:?which target} seconds=${2:-60}
root=$(cd "$(dirname "$0")/../.." && pwd)
jazzer=0.30.0
work=${WAXWING_FUZZ:-$root/packaging/target/fuzz}/$target
kept=$root/crypto/src/test/resources/fuzz/$target
case $target in
    framer) class=openpgp.FramerFuzz ;;
    armor) class=openpgp.ArmorFuzz ;;
    certificate) class=openpgp.CertificateFuzz ;;
    message) class=openpgp.MessageFuzz ;;
    keybox) class=gnupg.KeyboxFuzz ;;
    private-key) class=gnupg.PrivateKeyFuzz ;;
    cms) class=smime.CmsFuzz ;;
    identity) class=smime.IdentityFuzz ;;
    x509) class=smime.X509Fuzz ;;
    mime) class=mime.MimeFuzz ;;
    header) class=mime.HeaderFuzz ;;
    letter) class=LetterFuzz ;;
    html) class=page.HtmlFuzz ;;
    *) echo "no such target: $target" >&2; exit 2 ;;
esac

mkdir -p "$work/corpus" "$kept"
libraries=$work/libraries.txt
[ "$libraries" -nt "$root/pom.xml" ] && [ "$libraries" -nt "$root/crypto/pom.xml" ] || mvn -B -q -f "$root/pom.xml" -pl crypto dependency:build-classpath -Dmdep.outputFile="$libraries"
for part in jazzer jazzer-api; do
    [ -e "$work/$part-$jazzer.jar" ] || mvn -B -q dependency:copy -Dartifact=com.code-intelligence:$part:$jazzer -DoutputDirectory="$work"
done
rm -rf "$work/classes" && mkdir "$work/classes" # so that compiling meanwhile changes nothing
cp -r "$root/crypto/target/classes" "$root/crypto/target/test-classes" "$work/classes"
path=$work/classes/test-classes:$work/classes/classes:$(cat "$libraries")
. "$root/packaging/acceptance/java.sh"
"$java" -Xmx768m ${WAXWING_CORPORA:+-Dwaxwing.corpora=$WAXWING_CORPORA} -cp "$path" org.waxwing.crypto.openpgp.FuzzSeeds "$target" "$work/corpus"
cd "$work"
exec "$java" -Xmx1536m -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
    -cp "$work/jazzer-$jazzer.jar:$work/jazzer-api-$jazzer.jar:$path" \
    com.code_intelligence.jazzer.Jazzer --target_class=org.waxwing.crypto.$class \
    --instrumentation_includes='org.waxwing.**' --custom_hook_excludes='org.bouncycastle.**:org.jsoup.**' --reproducer_path="$work" -artifact_prefix="$work/" \
    -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3072 -max_len=65536 -print_final_stats=1 \
    "$work/corpus" "$kept"
