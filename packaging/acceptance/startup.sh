#!/bin/sh
# What the start of the program costs as a process, beside sqop where it is installed: medians of elapsed time and of
# processor time. The first run is not counted: it may build, and learns to start faster.
#
#   packaging/acceptance/startup.sh [RUNS]
set -eu

runs=${1:-9}
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v python3 >/dev/null 2>&1 || { echo 'skipped: python3 keeps the time, and is not installed'; exit 0; }

"$here/waxwing" sop generate-key 'Anna <anna@example.org>' >"$work/key"
printf 'a letter\n' >"$work/letter"

measure() {
    python3 - "$runs" "$work/letter" "$@" <<'PY'
import resource, statistics, subprocess, sys, time

runs, letter, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
elapsed, processor = [], []
for _ in range(runs):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, stdin=open(letter), stdout=subprocess.DEVNULL, check=True)
    elapsed.append(time.monotonic() - start)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
name = " ".join(part.rsplit("/", 1)[-1] for part in command)
print(f"{name:32} {statistics.median(elapsed):7.3f} s elapsed {statistics.median(processor):7.3f} s processor")
PY
}

measure "$here/waxwing" sop version
measure "$here/waxwing" sop sign "$work/key"
if command -v sqop >/dev/null 2>&1; then
    measure sqop version
    measure sqop sign "$work/key"
else
    echo 'skipped: sqop is not installed'
fi
