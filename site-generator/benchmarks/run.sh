#!/usr/bin/env bash
# Measures Tier Zero beside its rivals. See README.md.
#
#   run.sh quick [OPTION…]            M100, M1000, A100, three rounds: some minutes
#   run.sh full [OPTION…]             everything with a bar, five rounds: an hour or more
#   run.sh setup                      only installs the rivals
#   run.sh report RESULT.json [--into README.md]
#   run.sh profile CORPUS SCENARIO    where Tier Zero's time goes (M1000 cold | unchanged | edit | check)
#
# Options of quick and full: --only REGEX, --tools A,B, --rounds N, --quiet SECONDS, --resume FILE (bench.py --help).
# TIER0_BENCH_WORK   where corpora, rivals and results go (default ~/.cache/tier0-bench); not inside the checkout
# TIER0_CHECKOUT     the checkout that is measured (default: the one this script is in)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${TIER0_BENCH_WORK:-$HOME/.cache/tier0-bench}
checkout=${TIER0_CHECKOUT:-$(cd "$here/../.." && pwd)}
export PYTHONDONTWRITEBYTECODE=1

case $(mkdir -p "$work" && cd "$work" && pwd)/ in
  "$checkout"/*)
    echo "run.sh: TIER0_BENCH_WORK must not be inside the checkout" >&2
    exit 2
    ;;
esac

usage() {
  sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
}

case ${1:-} in
  setup) exec "$here/setup.sh" "$work" ;;
  quick | full)
    "$here/setup.sh" "$work"
    exec python3 "$here/bench.py" "$@" --work "$work" --checkout "$checkout"
    ;;
  report) shift && exec python3 "$here/report.py" "$@" ;;
  profile) shift && exec python3 "$here/hotspots.py" --work "$work" --checkout "$checkout" "$@" ;;
  -h | --help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
