# To be sourced: sets `java` to a Java 25 or newer. It is the one that JAVA names, or that of JAVA_HOME, or the one on
# the path, or what Linux systems install; where there is none, a word and the end.
java=
for candidate in "${JAVA:-}" "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
    [ -x "$candidate" ] || continue
    version=$("$candidate" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    if [ "${version:-0}" -ge 25 ]; then java=$candidate; break; fi
done
unset candidate version
[ -n "$java" ] || { echo "a Java 25 is needed: name it in JAVA" >&2; exit 1; }
