# shellcheck shell=bash
# Portal and Brigade together, for run.sh. Sourced, not run. Nothing here needs more than the bash 3.2 of a Mac.

portal_process=""
brigade_process=""

# Runs both until one ends or a signal comes, then ends what still runs. Does not return.
run_pair() {
  local portal_url brigade_url
  portal_url=$(reachable "${OPSCENTER_URLS:-http://localhost:8000}")
  brigade_url=$(reachable "${Brigade__Urls:-http://localhost:8100}")
  trap 'end_pair 0' INT TERM HUP

  # A child of this script ignores Ctrl-C: it comes to us alone, and both are ended in order.
  Brigade__Url="${Brigade__Url:-$brigade_url}" dotnet "$published/OpsCenter.Portal.dll" ${arguments[@]+"${arguments[@]}"} &
  portal_process=$!
  await_portal "$portal_url"
  start_brigade "$portal_url"
  await_brigade "$brigade_url"
  show_pair "$portal_url" "$brigade_url"
  keep_pair
}

# The keys go by the environment, which other users cannot see; a command line they could.
start_brigade() {
  local key
  key=$(brigade_key)
  if [[ -z "$key" ]]; then
    echo "first-run.txt has no brigade_key, because another key was given before. Set OPSCENTER_BRIGADE_KEY to it." >&2
    end_pair 1
  fi
  OpsCenter__Url="${OpsCenter__Url:-$1}" OpsCenter__Key="$key" Brigade__Data="${Brigade__Data:-$OPSCENTER_DATA/brigade}" \
    dotnet "$published_brigade/OpsCenter.Brigade.dll" &
  brigade_process=$!
}

brigade_key() {
  local given="${OpsCenter__Key:-${OPSCENTER_BRIGADE_KEY:-}}"
  if [[ -n "$given" ]]; then
    printf '%s' "$given"
  elif [[ -f "$OPSCENTER_DATA/first-run.txt" ]]; then
    sed -n 's/^brigade_key=//p' "$OPSCENTER_DATA/first-run.txt"
  fi
}

await_portal() {
  until listens "$1"; do
    runs "$portal_process" || end_pair_after Portal "$portal_process"
    pause
  done
}

await_brigade() {
  until listens "$1"; do
    watch_pair
    pause
  done
}

keep_pair() {
  while true; do
    watch_pair
    pause
  done
}

watch_pair() {
  runs "$portal_process" || end_pair_after Portal "$portal_process"
  runs "$brigade_process" || end_pair_after Brigade "$brigade_process"
}

# A signal comes through at once while bash waits, and only afterwards while it runs a program.
pause() {
  sleep 1 &
  wait $! || true
}

runs() {
  kill -0 "$1" 2>/dev/null
}

# One of them ended by itself: its exit code is ours, and never a good one.
end_pair_after() {
  local code=0
  wait "$2" || code=$?
  echo "$1 ended with exit code $code; the other one is stopped." >&2
  end_pair $((code == 0 ? 1 : code))
}

# Brigade first: what it has to report is still taken, or lies in its spool.
end_pair() {
  local code=$1 process
  trap '' INT TERM HUP
  for process in "$brigade_process" "$portal_process"; do
    if [[ -n "$process" ]]; then
      kill -s TERM "$process" 2>/dev/null || true
      wait "$process" || { local its=$?; ((code != 0)) || code=$its; }
    fi
  done
  exit "$code"
}

# The first address of a list, by a name under which this machine reaches it.
reachable() {
  local first="${1%%;*}"
  first="${first%/}"
  printf '%s' "$first" | sed -E 's#^(https?://)(\+|\*|0\.0\.0\.0|\[::\])#\1localhost#'
}

listens() {
  local address="${1#*://}" host port
  host="${address%:*}"
  port="${address##*:}"
  (exec 3<>"/dev/tcp/${host:-localhost}/$port") 2>/dev/null
}

show_pair() {
  local key="\$(sed -n 's/^brigade_key=//p' '$OPSCENTER_DATA/first-run.txt')" customer="ID-OF-A-CUSTOMER"
  if [[ -n "${OpsCenter__Key:-}${OPSCENTER_BRIGADE_KEY:-}" ]]; then
    key="\$OPSCENTER_BRIGADE_KEY"
  fi
  if grep -qs '^demo_customer_id=' "$OPSCENTER_DATA/first-run.txt"; then
    customer=$(sed -n 's/^demo_customer_id=//p' "$OPSCENTER_DATA/first-run.txt")
  fi
  cat <<TEXT

  Portal    $1
  Brigade   $2

  One job:
    curl -s $2/api/v1/jobs -H "Authorization: Bearer $key" \\
      -d '{"customer_id":"$customer","agent":"research_pro","input":"What is a rate card?"}'

TEXT
}
