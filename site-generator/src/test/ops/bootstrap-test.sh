#!/usr/bin/env bash
# netlify/bootstrap.sh by way of ./tier0, with neither java nor mvn on PATH and a server on 127.0.0.1 in place of Adoptium and
# Maven Central.     bootstrap-test.sh     exit 0 passed, 1 failed, 77 skipped (no curl)
# shellcheck disable=SC2154,SC2317 # functions are called by name; checkout and others come from harness.sh
. "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
if [[ -z $(type -P curl) ]]; then
  echo "SKIPPED: no curl"
  exit 77
fi

# The archives: a "JDK" that is a link to the real one, and a "Maven" that is the stub.
served=$temporary/served
mkdir -p "$served" "$temporary/archives"/jdk-25.0.3+9/{bin,lib,jmods} "$temporary/archives/apache-maven-3.9.16/bin"
for tool in java javac jar; do
  printf '#!/bin/sh\nexec "%s/bin/%s" "$@"\n' "$jdk" "$tool" >"$temporary/archives/jdk-25.0.3+9/bin/$tool"
  chmod +x "$temporary/archives/jdk-25.0.3+9/bin/$tool"
done
cp "$jdk/release" "$temporary/archives/jdk-25.0.3+9/release"
touch "$temporary/archives/jdk-25.0.3+9/lib/src.zip"
new_checkout
cp "$checkout/bin/mvn" "$temporary/archives/apache-maven-3.9.16/bin/mvn"
tar -czf "$served/jdk.tar.gz" -C "$temporary/archives" jdk-25.0.3+9
tar -czf "$served/maven.tar.gz" -C "$temporary/archives" apache-maven-3.9.16
head -c 200 "$served/jdk.tar.gz" >"$served/torn.tar.gz"
tar -czf "$served/empty.tar.gz" -C "$temporary/archives/jdk-25.0.3+9" lib

cat >"$temporary/Server.java" <<'JAVA'
import com.sun.net.httpserver.*;
import java.net.*;
import java.nio.file.*;
class Server {
    public static void main(String[] arguments) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            System.out.println("GET " + exchange.getRequestURI());
            Path file = Path.of(arguments[0] + exchange.getRequestURI().getPath());
            byte[] body = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Files.writeString(Path.of(arguments[1]), "http://127.0.0.1:" + server.getAddress().getPort());
    }
}
JAVA
"$jdk/bin/java" "$temporary/Server.java" "$served" "$temporary/url" >"$temporary/requests" &
server=$!
for _ in {1..300}; do
  [[ ! -s $temporary/url ]] || break
  sleep 0.1
done

# As on Netlify: nothing but the basic programs, and archives from our server with their true hashes.
netlify() {
  PATH=$(bare_path)
  : >"$temporary/requests"
  export NETLIFY=true JAVA_HOME='' TIER0_JVM_DIRS='' TIER0_TOOLCHAIN=$checkout/toolchain TIER0_CDS=off
  TIER0_BOOTSTRAP_JDK_URL=$(<"$temporary/url")/jdk.tar.gz
  TIER0_BOOTSTRAP_JDK_SHA256=$(hash_of sha256sum jdk)
  TIER0_BOOTSTRAP_MAVEN_URL=$(<"$temporary/url")/maven.tar.gz
  TIER0_BOOTSTRAP_MAVEN_SHA512=$(hash_of sha512sum maven)
  export TIER0_BOOTSTRAP_JDK_URL TIER0_BOOTSTRAP_JDK_SHA256 TIER0_BOOTSTRAP_MAVEN_URL TIER0_BOOTSTRAP_MAVEN_SHA512
}

hash_of() {
  local sum
  sum=$("$1" "$served/$2.tar.gz")
  printf '%s' "${sum%% *}"
}

requests() { grep -c GET "$temporary/requests" || true; }

# fails MESSAGE: ./tier0 ends with a status other than 0 and that message, and leaves nothing behind.
fails() {
  local status=0
  ./tier0 build >out 2>err || status=$?
  check status "$status" 1
  check message "$(<err)" "$1"
  check leftovers "$(find toolchain -mindepth 1 | grep -v '/maven-\|/jdk-' || true)" ""
  check jar "$(find site-generator -name '*.jar')" ""
}

bothAreFetchedCheckedAndUsed() {
  netlify
  check output "$(./tier0 build 2>err)" "*argument <build>*java *"
  check messages "$(<err)" "bootstrap: downloading jdk from*bootstrap: downloading maven from*tier0: Building*"
  check maven "$(<mvn.log)" "mvn -q*JAVA_HOME=$checkout/toolchain/jdk-${TIER0_BOOTSTRAP_JDK_SHA256:0:16}"
  check trimmed "$(find toolchain -name jmods -o -name src.zip)" ""
  check leftovers "$(find toolchain -mindepth 1 -maxdepth 1 | wc -l)" 2
}

theNextBuildTakesThemFromTheCache() {
  netlify
  ./tier0 build >/dev/null 2>&1
  check requests "$(requests)" 2
  check output "$(./tier0 build 2>err)" "*java *"
  check messages "$(<err)" $'bootstrap: jdk is in the build cache\nbootstrap: maven is in the build cache'
  check requests "$(requests)" 2
}

aRaisedVersionReplacesTheOldOne() {
  netlify
  ./tier0 build >/dev/null 2>&1
  tar -cf - -C "$temporary/archives" jdk-25.0.3+9 | gzip -1 >"$served/raised.tar.gz"
  TIER0_BOOTSTRAP_JDK_URL=${TIER0_BOOTSTRAP_JDK_URL/jdk.tar/raised.tar}
  TIER0_BOOTSTRAP_JDK_SHA256=$(hash_of sha256sum raised)
  ./tier0 build >/dev/null 2>&1
  check folders "$(cd toolchain && echo jdk-*)" "jdk-${TIER0_BOOTSTRAP_JDK_SHA256:0:16}"
}

aJdkWithTheWrongHashIsRefused() {
  netlify
  TIER0_BOOTSTRAP_JDK_SHA256=$(printf '%064d' 0)
  fails "*jdk.tar.gz is not the archive we trust: its sha256 is *, expected 000*"
  check folders "$(find toolchain -mindepth 1)" ""
}

aMavenWithTheWrongHashIsRefused() {
  netlify
  TIER0_BOOTSTRAP_MAVEN_SHA512=$(printf '%0128d' 0)
  fails "*maven.tar.gz is not the archive we trust: its sha512 is *, expected 000*"
  check folders "$(cd toolchain && echo *)" "jdk-*([!m])"
}

thePinnedHashesRefuseOurArchives() {
  netlify
  unset TIER0_BOOTSTRAP_JDK_SHA256
  fails "*is not the archive we trust*expected *"
}

aMissingOrTornOrWrongArchiveIsRefused() {
  netlify
  local url
  url=$(<"$temporary/url")
  TIER0_BOOTSTRAP_JDK_URL=$url/none.tar.gz
  fails "*could not download $url/none.tar.gz"
  TIER0_BOOTSTRAP_JDK_URL=$url/torn.tar.gz TIER0_BOOTSTRAP_JDK_SHA256=$(hash_of sha256sum torn)
  fails "*torn.tar.gz does not unpack"
  TIER0_BOOTSTRAP_JDK_URL=$url/empty.tar.gz TIER0_BOOTSTRAP_JDK_SHA256=$(hash_of sha256sum empty)
  fails "*empty.tar.gz has no bin/java"
}

aCacheThatWasTamperedWithIsFetchedAgain() {
  netlify
  ./tier0 build >/dev/null 2>&1
  printf wrong >"$(echo toolchain/jdk-*/.verified)"
  rm toolchain/maven-*/bin/mvn
  ./tier0 build >/dev/null 2>err
  check messages "$(<err)" "bootstrap: downloading jdk from*bootstrap: downloading maven from*"
}

plainHttpIsForOurTestServerOnly() {
  netlify
  TIER0_BOOTSTRAP_JDK_URL=http://localhost:1/jdk.tar.gz
  fails "*could not download http://localhost:1/jdk.tar.gz"
  check message "$(<err)" "*rotocol*http*disabled*"
}

whatTheImageHasIsNotFetched() {
  netlify
  PATH=$PATH:$checkout/bin
  check output "$(JAVA_HOME=$jdk ./tier0 build 2>err)" "*java *"
  check messages "$(<err)" "tier0: Building*"
  check requests "$(requests)" 0
}

elsewhereNothingIsEverFetched() {
  netlify
  local status=0
  NETLIFY='' ./tier0 build >out 2>err || status=$?
  check "a machine without a JDK" "$status $(<err)" "2 tier0: needs *"
  status=0
  NETLIFY='' netlify/bootstrap.sh >out 2>err || status=$?
  check "called directly" "$status $(<err)" "1 bootstrap: runs on Netlify only*"
  check requests "$(requests)" 0
}

run_tests bothAreFetchedCheckedAndUsed theNextBuildTakesThemFromTheCache aRaisedVersionReplacesTheOldOne \
  aJdkWithTheWrongHashIsRefused aMavenWithTheWrongHashIsRefused thePinnedHashesRefuseOurArchives \
  aMissingOrTornOrWrongArchiveIsRefused aCacheThatWasTamperedWithIsFetchedAgain plainHttpIsForOurTestServerOnly \
  whatTheImageHasIsNotFetched elsewhereNothingIsEverFetched
