#!/bin/sh
# Proves that a help index, as it was built into a released tool, still resolves on a site.
#
#   help-index-test.sh INDEX SITE
#
# INDEX  help-index.json of the release
# SITE   the folder of a built site, or its address
#
# Needs jq, and curl for an address. Ends with 0 when every code resolves, 1 when one does not, 2 when it cannot tell.
set -eu

[ $# -eq 2 ] || { echo "usage: $0 INDEX SITE" >&2; exit 2; }
index=$1
site=${2%/}

# tag::format[]
format=$(jq -r '.format // empty' "$index") || exit 2
case $format in
  tier0-help-index/1) ;;
  *) echo "cannot read format \"$format\"" >&2; exit 2 ;;
esac
# end::format[]

resolves() {
  case $site in
    http://* | https://*) curl -fsSL -o /dev/null --max-time 20 "$site$1" 2>/dev/null ;;
    *) [ -s "$site${1%/}/index.html" ] ;;
  esac
}

current() {
  case $site in
    http://* | https://*) curl -fsSL --max-time 20 "$site/help-index.json" ;;
    *) cat "$site/help-index.json" ;;
  esac
}

known=$(current | jq -r '.codes[].code') && [ -n "$known" ] || { echo "$site has no help-index.json" >&2; exit 2; }
failed=0
checked=0
for entry in $(jq -r '.codes[] | .code + "=" + .path' "$index"); do
  code=${entry%%=*}
  path=${entry#*=}
  checked=$((checked + 1))
  printf '%s\n' "$known" | grep -qxF "$code" || { echo "$code: not in the site's help index" >&2; failed=1; }
  resolves "$path" || { echo "$code: $path leads nowhere" >&2; failed=1; }
done
[ "$checked" -gt 0 ] || { echo "$index names no code" >&2; exit 2; }
[ "$failed" -eq 0 ] && echo "$checked codes resolve"
exit "$failed"
