#!/usr/bin/env bash
# Builds and runs the portal. See ./run.sh --help.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly root published="$root/artifacts/portal"
# shellcheck source=.ci/requirements.sh
source "$root/.ci/requirements.sh"

usage() {
  cat <<'TEXT'
Usage: ./run.sh [OPTION]...

Builds the portal and runs it until Ctrl-C, with its own database.

  --demo                   also make sample customers and jobs (on a database without usage)
  --reset-admin-password   set and print a new password of the first operator, and end
  --backup FILE            write a backup of the embedded database to FILE, and end; the portal may be running
  --restore FILE [--yes]   replace the embedded database by a backup, and end; --yes: without a question
  --help                   this text

Settings (environment)       default
  OPSCENTER_URLS             http://localhost:8000
  OPSCENTER_DATA             .data beside this script
  ConnectionStrings__OpsCenter   an external PostgreSQL instead of the embedded one
  OPSCENTER_PG_BIN           folder of PostgreSQL's server programs; default: searched
TEXT
}

misused() {
  printf '%s\n\n' "$1" >&2
  usage >&2
  exit 2
}

arguments=()
maintenance=false

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
      --brigade)
        echo "--brigade is not available yet: this version has no reference Brigade." >&2
        exit 2
        ;;
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

# The portal holds a lock on its data folder. Without the flock program we cannot see it; then the portal itself refuses.
is_running() {
  [[ -e "$OPSCENTER_DATA/portal.lock" ]] && command -v flock >/dev/null && ! flock --nonblock "$OPSCENTER_DATA/portal.lock" true
}

build() {
  echo "Building ..."
  # No build server stays behind when the portal ends.
  (cd "$root" && MSBUILDDISABLENODEREUSE=1 dotnet publish OpsCenter.Portal --configuration Release --output "$published" \
    --nologo --verbosity quiet -p:UseSharedCompilation=false)
}

parse "$@"
OPSCENTER_DATA=$(absolute "${OPSCENTER_DATA:-$root/.data}")
export OPSCENTER_DATA

require_sdk "$root"
if [[ -z "${ConnectionStrings__OpsCenter:-}" ]]; then
  require_postgres
fi

# A running portal must not have its files replaced under it.
if is_running; then
  $maintenance || fail "A portal is already running on $OPSCENTER_DATA. Stop it first, or set OPSCENTER_DATA to another folder."
  [[ -f "$published/OpsCenter.Portal.dll" ]] || build
else
  build
fi

exec dotnet "$published/OpsCenter.Portal.dll" ${arguments[@]+"${arguments[@]}"}
