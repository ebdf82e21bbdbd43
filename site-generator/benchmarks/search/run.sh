#!/usr/bin/env bash
# Measures Tier Zero's search beside its rivals and prints one table. See README.md.
#
#   run.sh [OPTION…]
#
# --collections DIR…   folders with docs.tsv, queries.tsv, qrels.tsv, or folders of such folders
#                      (default: $TIER0_SEARCH_COLLECTIONS; without it only the portal is measured)
# --portal DIR         a site that is built already (default: the checkout's content is built into the work folder)
# --only A,B           only these collections (portal, pages-1400, pages-10000 are those of the benchmark itself)
# --engines REGEX      only engines with such a name
# --sessions N         sessions of ten queries by which bytes are counted (default 24)
# --with RESULT.json   takes what this run does not measure from an earlier one
# --into README.md     replaces the results in that file
# --no-chromium        does not start Chromium
# --no-fuzz            asks no hostile queries
# --assets DIR         the scripts of another theme folder (default: templates/assets of the checkout)
#
# TIER0_BENCH_WORK     where rivals, indexes and results go (default ~/.cache/tier0-bench); not inside the checkout
# TIER0_CHECKOUT       the checkout that is measured (default: the one this script is in)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${TIER0_BENCH_WORK:-$HOME/.cache/tier0-bench}/search
checkout=${TIER0_CHECKOUT:-$(cd "$here/../../.." && pwd)}

case ${1-} in
  -h | --help)
    sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
    exit
    ;;
esac
case $(mkdir -p "$work" && cd "$work" && pwd)/ in
  "$checkout"/*)
    echo "run.sh: TIER0_BENCH_WORK must not be inside the checkout" >&2
    exit 2
    ;;
esac
"$here/setup.sh" "$work" "$checkout"
exec node --max-old-space-size=6000 "$here/evaluate.mjs" --work "$work" --checkout "$checkout" "$@"
