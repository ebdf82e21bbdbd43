# shellcheck shell=bash
# What the two launcher tests share: a throw-away checkout with the real ./tier0 and netlify/, and tests as functions.
#
#   run_tests NAME…   runs each function in a fresh checkout, prints ok/FAILED, exits 1 when one failed
# Inside a test: $checkout is the folder, `check WHAT ACTUAL EXPECTED-PATTERN` compares (pattern as in [[ == ]]).

set -euo pipefail
ops=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$ops/../../../.." && pwd)
temporary=$(mktemp -d)
# shellcheck disable=SC2154 # the trap's own variable
trap 'chmod -R u+w "$temporary" 2>/dev/null; rm -rf "$temporary"; [[ -z ${server:-} ]] || kill "$server" 2>/dev/null || true' EXIT
# What the launcher reads must come from the test, not from who runs it.
unset TIER0_OPTS TIER0_JAVA TIER0_CDS TIER0_JVM_DIRS TIER0_TOOLCHAIN NETLIFY CI _JAVA_OPTIONS JAVA_TOOL_OPTIONS

jdk=${JAVA_HOME:-}
[[ -n $jdk && -x $jdk/bin/javac ]] || jdk=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")

# The "generator": one class that says what it was given.
mkdir "$temporary/generator"
cat >"$temporary/generator/Main.java" <<'JAVA'
import java.nio.file.*;
class Main {
    public static void main(String[] arguments) throws Exception {
        if (Files.exists(Path.of("content"))) Files.list(Path.of("content")).forEach(file -> System.out.println("file " + file.getFileName()));
        for (String argument : arguments) System.out.println("argument <" + argument + ">");
        System.out.println("java " + Runtime.version().feature() + " names " + System.getProperty("sun.jnu.encoding") + " files " + System.getProperty("file.encoding"));
        System.out.println("flags " + java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        System.exit(arguments.length > 0 && arguments[0].equals("fail") ? 3 : 0);
    }
}
JAVA
"$jdk/bin/javac" --release 17 -d "$temporary/generator" "$temporary/generator/Main.java"
"$jdk/bin/jar" --create --file "$temporary/generator/tier0.jar" --main-class Main -C "$temporary/generator" Main.class

# A checkout with that generator and a mvn that "builds" it and notes each call in mvn.log.
new_checkout() {
  checkout=$(mktemp -d "$temporary/check out.XXXXXX")
  mkdir -p "$checkout"/{site-generator/src/main/java,plugins/plugin-api/src/main/java,templates,content,bin,netlify}
  cp "$repository/tier0" "$checkout/tier0"
  cp "$repository/netlify/bootstrap.sh" "$checkout/netlify/"
  touch "$checkout"/{pom.xml,templates/page.html,plugins/plugin-api/src/main/java/A.java,site-generator/src/main/java/Main.java}
  printf '# A\n' >"$checkout/content/a.md"
  cat >"$checkout/bin/mvn" <<MVN
#!/usr/bin/env bash
set -e
echo "mvn \$* JAVA_HOME=\$JAVA_HOME" >>mvn.log
[[ ! -f broken ]] || { echo "[ERROR] Main.java:[3,7] ';' expected"; exit 1; }
[[ ! -f needs-network || " \$* " != *" -o "* ]] || { echo "[ERROR] Cannot access central in offline mode"; exit 1; }
[[ ! -f slow ]] || sleep 2
mkdir -p site-generator/target/lib
cp "$temporary/generator/tier0.jar" site-generator/target/tier0.jar
MVN
  chmod +x "$checkout/bin/mvn"
  PATH=$checkout/bin:$original_path
  cd "$checkout"
}

# A folder for PATH that has the programs the launcher uses and no java and no mvn.
bare_path() {
  local tool
  mkdir "$checkout/bare"
  for tool in bash sh env dirname readlink find head wc locale stat mkdir mktemp rm mv cp cat touch grep flock uname tar gzip \
    curl sha256sum sha512sum; do
    ln -s "$(type -P "$tool")" "$checkout/bare/$tool"
  done
  printf '%s' "$checkout/bare"
}

check() {
  # shellcheck disable=SC2053 # a pattern is wanted
  [[ $2 == $3 ]] && return 0
  printf '  %s: expected %s\n  but was: %s\n' "$1" "$3" "$2"
  return 1
}

maven_runs() { if [[ -f $checkout/mvn.log ]]; then grep -c . "$checkout/mvn.log"; else echo 0; fi; }

run_tests() {
  local name failed=0 output
  for name in "$@"; do
    # Not an if: inside one, set -e would not end a test at its first failed check.
    set +e
    output=$( (set -e; new_checkout; "$name") 2>&1)
    local status=$?
    set -e
    if ((status == 0)); then echo "ok: $name"; else
      failed=1
      printf 'FAILED: %s\n%s\n' "$name" "$output"
    fi
  done
  exit "$failed"
}

original_path=$PATH
export JAVA_HOME=$jdk
