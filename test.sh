#!/usr/bin/env bash
# Builds everything and runs every test, or with ./test.sh FILTER those whose full name contains FILTER.
# The last line is "N passed, N failed, N skipped".
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly root results="$root/artifacts/test-results"
# shellcheck source=.ci/requirements.sh
source "$root/.ci/requirements.sh"

# The sum of one attribute of the <Counters> elements of all result files.
count() {
  find "$results" -name '*.trx' -exec sed -nE "s/.*<Counters [^>]*$1=\"([0-9]+)\".*/\1/p" {} + | awk '{ sum += $1 } END { print sum + 0 }'
}

# The name, message and place of every test that failed: what a reader of the log's end looks for.
failures() {
  find "$results" -name '*.trx' -exec awk '
    /<UnitTestResult / { failed = /outcome="Failed"/; name = $0; sub(/.* testName="/, "", name); sub(/" .*/, "", name); lines = 0 }
    failed && name != "" { print "FAILED " name; name = "" }
    failed && /<Message>|<StackTrace>/ { speaks = 1 }
    failed && speaks && ++lines <= 40 { print }
    /<\/Message>|<\/StackTrace>/ { speaks = 0 }' {} + | sed -e 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}

(($# <= 1)) || {
  echo "Usage: ./test.sh [FILTER]" >&2
  exit 2
}

require_sdk "$root"
require_postgres
require_chromium

cd "$root"
# No build server stays behind when the tests end.
export MSBUILDDISABLENODEREUSE=1
dotnet build OpsCenter.Portal.sln --configuration Release --nologo --verbosity quiet -p:UseSharedCompilation=false

rm -rf "$results"
mkdir -p "$results"
status=0
dotnet test OpsCenter.Portal.sln --configuration Release --no-build --nologo --logger trx --logger "console;verbosity=normal" \
  --results-directory "$results" ${1:+--filter "FullyQualifiedName~$1"} || status=$?

total=$(count total) executed=$(count executed) passed=$(count passed)
if ((total == 0)); then
  echo "No test ran${1:+: none has \"$1\" in its full name}." >&2
  status=1
fi
failures
echo "$passed passed, $((executed - passed)) failed, $((total - executed)) skipped"
exit "$status"
