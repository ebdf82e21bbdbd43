#!/usr/bin/env bash
# .ci/one-kind in a throw-away repository.     one-kind-test.sh     exit 0 passed, 1 failed
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
cd "$temporary"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@localhost GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@localhost
git init -q -b main .
mkdir content
echo a >content/a.md
echo p >pom.xml
git add . && git commit -q -m base

failed=0
# expect STATUS NAME LABELS COMMANDS: the status of one-kind after the commands were committed on a branch of main.
expect() {
  local wanted=$1 name=$2 labels=$3 status=0
  git checkout -q -B change main
  bash -ec "$4"
  git add -A && git commit -q -m change
  # shellcheck disable=SC2086 # labels, split
  output=$("$repository/.ci/one-kind" main change $labels) || status=$?
  if ((status == wanted)); then echo "ok: $name"; else
    failed=1
    printf 'FAILED: %s: exit %s\n%s\n' "$name" "$status" "$output"
  fi
}

expect 0 contentAlonePasses '' 'echo b >content/b.adoc; echo c >CHANGELOG.md'
expect 0 codeAlonePasses '' 'echo b >pom.xml; mkdir templates; echo c >templates/page.html; echo c >README.md'
expect 1 bothAreRefused '' 'echo b >content/a.md; echo b >pom.xml'
[[ $output == *$'content:\n  content/a.md\n\ncode:\n  pom.xml' ]] || { failed=1 && echo "FAILED: the files are named: $output"; }
expect 1 aFileMovedFromCodeToContentIsBoth '' 'git mv pom.xml content/pom.xml'
expect 1 anotherLabelDoesNotHelp 'bug' 'echo b >content/a.md; echo b >pom.xml'
expect 0 theLabelLetsBothThrough 'bug content-and-code' 'echo b >content/a.md; echo b >pom.xml'
expect 1 namesWithBlanksAndQuotesAreSeen '' 'echo b >"content/ä \"b\".md"; echo b >"netlify toml"'
exit "$failed"
