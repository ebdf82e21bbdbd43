#!/usr/bin/env bash
# Installs the tools that Tier Zero is measured beside, into a work folder outside the checkout. Run it again at any time:
# what is there stays.
#
#   setup.sh [WORK]          WORK: default $TIER0_BENCH_WORK, else ~/.cache/tier0-bench
#
# Debian:        hugo, asciidoctor, time (apt-get, as root or by sudo; nothing is installed that is there)
# npm:           antora, pagefind, pinned by rivals/npm/package-lock.json
# Maven Central: JBake 2.7.0 (rivals/jbake/pom.xml)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${1:-${TIER0_BENCH_WORK:-$HOME/.cache/tier0-bench}}
mkdir -p "$work"
work=$(cd "$work" && pwd)

say() { printf 'setup: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 2
}

debian_packages() {
  local -a missing=() root=()
  command -v hugo >/dev/null || missing+=(hugo)
  command -v asciidoctor >/dev/null || missing+=(asciidoctor)
  [[ -x /usr/bin/time ]] || missing+=(time)
  [[ -n ${missing[*]-} ]] || return 0
  command -v apt-get >/dev/null || die "install ${missing[*]} by hand: this machine has no apt-get"
  ((EUID == 0)) || root=(sudo)
  say "installing ${missing[*]} from Debian"
  ${root[@]+"${root[@]}"} apt-get update -qq
  ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"
}

npm_packages() {
  command -v npm >/dev/null || die "needs npm (Node.js 18 or later) for Antora and Pagefind"
  if cmp -s "$here/rivals/npm/package-lock.json" "$work/npm/installed" && [[ -x $work/npm/node_modules/.bin/antora ]]; then return; fi
  say "installing Antora and Pagefind from npm"
  rm -rf "$work/npm"
  mkdir -p "$work/npm"
  cp "$here/rivals/npm/package.json" "$here/rivals/npm/package-lock.json" "$work/npm/"
  # Not "npm ci": it insists on an entry for Pagefind's binary of every platform.
  (cd "$work/npm" && npm install --no-save --no-audit --no-fund --loglevel=error >&2) || die "npm could not install Antora and Pagefind"
  cp "$here/rivals/npm/package-lock.json" "$work/npm/installed"
}

jbake() {
  command -v mvn >/dev/null || die "needs Maven for JBake"
  if cmp -s "$here/rivals/jbake/pom.xml" "$work/jbake/pom.xml" && [[ -f $work/jbake/lib/jbake-core-2.7.0.jar ]]; then return; fi
  say "installing JBake 2.7.0 from Maven Central"
  rm -rf "$work/jbake" "$work/jbake.tmp"
  mkdir -p "$work/jbake.tmp"
  cp "$here/rivals/jbake/pom.xml" "$work/jbake.tmp/"
  (cd "$work/jbake.tmp" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib -DincludeScope=runtime) || die "Maven could not fetch JBake"
  mv "$work/jbake.tmp" "$work/jbake"
}

command -v python3 >/dev/null || die "needs python3 (3.9 or later)"
debian_packages
npm_packages
jbake
say "ready in $work"
