#!/usr/bin/env bash
# Installs the rivals of the search benchmark into a work folder outside the checkout and compiles what is Java. Run it again at any
# time: what is there stays.
#
#   setup.sh WORK CHECKOUT
#
# npm: pagefind, minisearch, lunr, pinned by package-lock.json. Lucene: the generator's own jars. Tier Zero: ./tier0 --version builds it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$1
checkout=$2

say() { printf 'setup: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 2
}

npm_packages() {
  if cmp -s "$here/package-lock.json" "$work/npm/installed"; then return; fi
  say "installing Pagefind, MiniSearch and lunr from npm"
  rm -rf "$work/npm"
  mkdir -p "$work/npm"
  cp "$here/package.json" "$here/package-lock.json" "$work/npm/"
  # Not "npm ci": it insists on an entry for Pagefind's binary of every platform.
  (cd "$work/npm" && npm install --no-save --no-audit --no-fund --loglevel=error >&2) || die "npm could not install the rivals"
  cp "$here/package-lock.json" "$work/npm/installed"
}

classpath() {
  local lib=$checkout/site-generator/target/lib
  [[ -f $(echo "$lib"/lucene-core-*.jar) ]] || die "no Lucene in $lib: is ./tier0 built?"
  printf '%s:%s' "$checkout/site-generator/target/classes" "$lib/*"
}

java_classes() {
  local path
  path=$(classpath)
  mkdir -p "$work/classes"
  javac -nowarn -d "$work/classes" -cp "$path" "$here"/*.java || die "could not compile $here/*.java"
  printf '%s' "$work/classes:$path" >"$work/classpath"
}

for tool in node npm java javac; do
  command -v "$tool" >/dev/null || die "needs $tool"
done
[[ -x /usr/bin/time ]] || die "needs GNU time (apt-get install time)"
mkdir -p "$work"
npm_packages
[[ -n ${TIER0_SEARCH_NO_BUILD-} ]] || "$checkout/tier0" --version >/dev/null
java_classes
