# shellcheck shell=bash
# What run.sh and test.sh need on the machine. Sourced, not run.

readonly oldest_postgres=15

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

require_sdk() {
  command -v dotnet >/dev/null || fail "The .NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0"
  # From inside the repository, where global.json says which SDK it takes.
  (cd "$1" && dotnet --version >/dev/null) || fail "No .NET SDK that $1/global.json accepts was found. Install .NET SDK 10."
}

# Succeeds when there are server programs of a version we can use, where the portal itself looks for them.
has_postgres() {
  local folders folder version
  if [[ -n "${OPSCENTER_PG_BIN:-}" ]]; then
    folders=("$OPSCENTER_PG_BIN")
  else
    IFS=: read -r -a folders <<<"$PATH"
    folders+=(/usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin
      /home/linuxbrew/.linuxbrew/opt/postgresql@*/bin)
  fi
  for folder in "${folders[@]}"; do
    [[ -x "$folder/initdb" && -x "$folder/pg_ctl" && -x "$folder/postgres" ]] || continue
    version=$("$folder/pg_ctl" --version | sed -E 's/.*\(PostgreSQL\) ([0-9]+).*/\1/')
    ((version >= oldest_postgres)) && return 0
  done
  return 1
}

as_root() {
  if [[ "$(id -u)" == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null && { [[ "$(id -u)" == 0 ]] || sudo -n true 2>/dev/null; }
}

apt_install() {
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}

require_postgres() {
  has_postgres && return
  if [[ -z "${OPSCENTER_PG_BIN:-}" ]] && can_install; then
    echo "Installing the PostgreSQL server programs ..."
    install_postgres
    has_postgres && return
  fi
  fail "The server programs of PostgreSQL $oldest_postgres or later are missing. Install them:
  Debian, Ubuntu:  sudo apt-get install postgresql   (older releases: https://www.postgresql.org/download/linux/)
  Fedora, RHEL:    sudo dnf install postgresql-server postgresql-contrib
  macOS:           brew install postgresql@17
or set OPSCENTER_PG_BIN to their folder, or ConnectionStrings__OpsCenter to a PostgreSQL that runs already."
}

# Debian starts a database of its own when the package arrives. We want the programs only, so it is told not to, for this once.
install_postgres() {
  local settings=/etc/postgresql-common/createcluster.conf
  apt_install postgresql-common
  [[ -f $settings ]] && as_root sed -i.before-opscenter -E 's/^#?create_main_cluster.*/create_main_cluster = false/' "$settings"
  apt_install postgresql || true # what is missing then is said by the caller
  [[ -f $settings.before-opscenter ]] && as_root mv "$settings.before-opscenter" "$settings"
  return 0
}

require_chromium() {
  [[ -x /usr/bin/chromium ]] && return
  if can_install; then
    echo "Installing Chromium for the browser tests ..."
    apt_install chromium fonts-liberation
  fi
  [[ -x /usr/bin/chromium ]] || fail "/usr/bin/chromium is missing, which the browser tests drive. Install it: sudo apt-get install chromium"
}
