#!/usr/bin/env bash
# Builds and runs the portal, and the reference Brigade beside it. See ./run.sh --help.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly root published="$root/artifacts/portal" published_brigade="$root/artifacts/brigade"
# shellcheck source=.ci/requirements.sh
source "$root/.ci/requirements.sh"
# shellcheck source=.ci/pair.sh
source "$root/.ci/pair.sh"

usage() {
  cat <<'TEXT'
Usage: ./run.sh [OPTION]...

Builds the portal and runs it until Ctrl-C, with its own database.

  --demo                   also make sample customers and jobs (on a database without usage)
  --brigade                also run the reference Brigade, connected; when one of the two ends, so does the other
  --reset-admin-password   set and print a new password of the first operator, and end
  --backup FILE            write a backup of the embedded database to FILE, and end; the portal may be running
  --restore FILE [--yes]   replace the embedded database by a backup, and end; --yes: without a question
  --help                   this text

Settings (environment)       default
  OPSCENTER_URLS             http://localhost:8000
  OPSCENTER_DATA             .data beside this script
  ConnectionStrings__OpsCenter   an external PostgreSQL instead of the embedded one
  OPSCENTER_PG_BIN           folder of PostgreSQL's server programs; default: searched
  OPSCENTER_BRIGADE_KEY      Brigade's key; default: generated at the first start, in first-run.txt
  Brigade__Urls              with --brigade: where it listens, http://localhost:8100
TEXT
}

misused() {
  printf '%s\n\n' "$1" >&2
  usage >&2
  exit 2
}

arguments=()
maintenance=false
with_brigade=false

parse() {
  while (($#)); do
    case $1 in
      --demo | --yes) arguments+=("$1") ;;
      --reset-admin-password) maintenance=true arguments+=("$1") ;;
      --backup | --restore)
        [[ -n "${2:-}" && "${2:-}" != -* ]] || misused "$1 needs the name of a file."
        maintenance=true arguments+=("$1" "$(absolute "$2")")
        shift
        ;;
      --brigade) with_brigade=true ;;
      --help | -h)
        usage
        exit 0
        ;;
      *) misused "Unknown option: $1" ;;
    esac
    shift
  done
}

absolute() {
  if [[ $1 == /* ]]; then printf '%s' "$1"; else printf '%s' "$PWD/$1"; fi
}

# Both programs hold a lock on their data folder. Without the flock program we cannot see it; then they themselves refuse.
is_held() {
  [[ -e "$1" ]] && command -v flock >/dev/null && ! flock --nonblock "$1" true
}

build() {
  echo "Building ..."
  publish OpsCenter.Portal "$published"
  if $with_brigade; then
    publish OpsCenter.Brigade "$published_brigade"
  fi
}

# No build server stays behind when the portal ends.
publish() {
  (cd "$root" && MSBUILDDISABLENODEREUSE=1 dotnet publish "$1" --configuration Release --output "$2" \
    --nologo --verbosity quiet -p:UseSharedCompilation=false)
}

parse "$@"
if $maintenance && $with_brigade; then
  misused "--brigade runs something, and the other option only does something and ends."
fi
OPSCENTER_DATA=$(absolute "${OPSCENTER_DATA:-$root/.data}")
export OPSCENTER_DATA

require_sdk "$root"
if [[ -z "${ConnectionStrings__OpsCenter:-}" ]]; then
  require_postgres
fi

# What runs must not have its files replaced under it.
if is_held "$OPSCENTER_DATA/portal.lock"; then
  $maintenance || fail "A portal is already running on $OPSCENTER_DATA. Stop it first, or set OPSCENTER_DATA to another folder."
  [[ -f "$published/OpsCenter.Portal.dll" ]] || build
elif $with_brigade && is_held "$OPSCENTER_DATA/brigade/brigade.lock"; then
  fail "A Brigade is already running on $OPSCENTER_DATA/brigade. Stop it first, or set OPSCENTER_DATA to another folder."
else
  build
fi

if $with_brigade; then
  run_pair
fi

exec dotnet "$published/OpsCenter.Portal.dll" ${arguments[@]+"${arguments[@]}"}
