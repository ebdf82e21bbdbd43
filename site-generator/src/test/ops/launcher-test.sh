#!/usr/bin/env bash
# The launcher ./tier0 in a throw-away checkout with a stub generator.     launcher-test.sh     exit 0 passed, 1 failed
# shellcheck disable=SC2154,SC2317 # functions are called by name; checkout comes from harness.sh
. "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

theFirstRunBuildsTheJarAndSaysSoInOneLine() {
  ./tier0 build >out 2>err
  check messages "$(<err)" "tier0: Building the generator (first run only, about a minute)…"
  check maven "$(<mvn.log)" "mvn -q -B -Pfast -DskipTests -o package JAVA_HOME=/*"
  ./tier0 build >out 2>err
  check messages "$(<err)" ""
  check "Maven runs" "$(maven_runs)" 1
}

argumentsAndExitStatusPassUnchanged() {
  local status=0
  ./tier0 fail 'a b' '' '*' --x='y  z' $'line\nbreak' >out 2>/dev/null || status=$?
  check status "$status" 3
  check arguments "$(grep -v '^file\|^java\|^flags' out)" $'argument <fail>\nargument <a b>\nargument <>\nargument <\*>\nargument <--x=y  z>\nargument <line\nbreak>'
}

itRunsInTheCallersFolderAndThroughSymbolicLinks() {
  mkdir -p "$temporary/else where/content" "$temporary/links"
  touch "$temporary/else where/content/mine.md"
  ln -s "$checkout/tier0" "$temporary/links/one"
  ln -sf one "$temporary/links/two"
  cd "$temporary/else where"
  check here "$("$temporary/links/two" x 2>/dev/null)" $'file mine.md\n*'
  check nothing-left "$(find . -name .tier0)" ""
}

aYoungerSourceIsBuiltAgainWhereverItLies() {
  ./tier0 x >/dev/null 2>&1
  local source runs=1
  for source in pom.xml site-generator/src/main/java/Main.java plugins/plugin-api/src/main/java/A.java templates/page.html; do
    sleep 0.02
    touch "$source"
    ./tier0 x >/dev/null 2>err
    check "$source" "$(<err)" "tier0: The generator's sources changed; building it again…"
    check "Maven runs" "$(maven_runs)" $((++runs))
  done
  sleep 0.02
  rm plugins/plugin-api/src/main/java/A.java
  ./tier0 x >/dev/null 2>&1
  check "after a source was deleted" "$(maven_runs)" $((++runs))
  touch content/a.md README.md
  ./tier0 x >/dev/null 2>&1
  check "content is no source" "$(maven_runs)" "$runs"
}

aSourceSavedDuringTheBuildIsBuiltAgain() {
  touch slow
  ./tier0 x >/dev/null 2>&1 &
  sleep 1
  touch site-generator/src/main/java/Main.java
  wait
  rm slow
  ./tier0 x >/dev/null 2>&1
  check "Maven runs" "$(maven_runs)" 2
}

aFailedBuildShowsMavensMessagesAndLeavesNoJar() {
  touch broken
  local status=0
  ./tier0 build >out 2>err || status=$?
  check status "$status" 2
  check messages "$(<err)" "*Main.java:\[3,7\] ';' expected"$'\n'"tier0: the generator does not compile; Maven's messages are above"
  check "offline failures that have nothing to do with the network are not tried twice" "$(maven_runs)" 1
  check jar "$(find site-generator -name '*.jar')" ""
  rm broken
  ./tier0 build >/dev/null 2>&1
}

whatIsMissingOfflineIsFetched() {
  touch needs-network
  ./tier0 x >/dev/null 2>err
  check "Maven runs" "$(maven_runs)" 2
  check messages "$(<err)" "tier0: Building the generator*minute)…"
}

twoFirstRunsBuildOnce() {
  touch slow
  ./tier0 x >one 2>/dev/null &
  ./tier0 x >two 2>/dev/null &
  wait
  check "Maven runs" "$(maven_runs)" 1
  check both "$(cat one two | grep -c '^java')" 2
}

withoutAJdkItSaysWhatToInstall() {
  local status=0
  ./tier0 x >/dev/null 2>&1
  PATH=$(bare_path) JAVA_HOME='' TIER0_JVM_DIRS='' ./tier0 build >out 2>err || status=$?
  check status "$status" 2
  check message "$(<err)" "tier0: needs a JDK 17 or later and found none; install one (*)*"
  check lines "$(wc -l <err)" 1
  mkdir -p old/bin
  printf 'JAVA_VERSION="11.0.2"\n' >old/release
  ln -s "$(type -P true)" old/bin/java
  status=0
  TIER0_JAVA=$checkout/old ./tier0 build >out 2>err || status=$?
  check "too old" "$status $(<err)" "2 tier0: TIER0_JAVA=$checkout/old is not a JDK 17 or later"
  status=0
  TIER0_JAVA=/nowhere ./tier0 build >out 2>err || status=$?
  check "no such folder" "$status $(<err)" "2 tier0: TIER0_JAVA=/nowhere is neither a JDK's folder nor its bin/java"
}

withoutMavenItSaysWhatToInstall() {
  local status=0
  PATH=$(bare_path) ./tier0 build >out 2>err || status=$?
  check status "$status" 2
  check message "$(<err)" "tier0: needs Apache Maven 3.8 or later to build the generator once; install it (*"
  check lines "$(wc -l <err)" 1
}

theNewestJdkIsTaken() {
  local version
  ./tier0 x >/dev/null 2>&1
  for version in 1.8.0_402 17.0.9 21.0.12 9; do
    mkdir -p "$temporary/jvm/$version/bin"
    printf 'JAVA_VERSION="%s"\n' "$version" >"$temporary/jvm/$version/release"
    printf '#!/bin/sh\necho "version %s"\n' "$version" >"$temporary/jvm/$version/bin/java"
    chmod +x "$temporary/jvm/$version/bin/java"
  done
  PATH=$(bare_path)
  export TIER0_JVM_DIRS="$temporary/jvm/*" JAVA_HOME=$temporary/jvm/17.0.9
  check newest "$(./tier0 x)" "version 21.0.12"
  check chosen "$(TIER0_JAVA=$JAVA_HOME/bin/java ./tier0 x)" "version 17.0.9"
  TIER0_JVM_DIRS=''
  check "the only one" "$(./tier0 x)" "version 17.0.9"
}

fileNamesOutsideAsciiWorkInAnyLocale() {
  touch content/café.md
  local setting
  for setting in LC_ALL=C LC_ALL=POSIX LC_ALL=xx_XX.UTF-8 LANG=C; do
    check "$setting" "$(env -u LC_ALL -u LC_CTYPE -u LANG "$setting" ./tier0 x 2>/dev/null)" "*file café.md*names UTF-8 files UTF-8*"
  done
}

onlyTheFirstBuildOfAVeryLargeSiteUsesTheSecondCompiler() {
  check small "$(./tier0 build 2>/dev/null)" "*-XX:+UseSerialGC, -XX:TieredStopAtLevel=1*"
  check server "$(./tier0 serve)" "*-XX:+UseSerialGC, -XX:TieredStopAtLevel=1*"
  mkdir -p big/content
  (cd big/content && touch {1..300}.md)
  check large "$(./tier0 build --site big)" "*-XX:+UseParallelGC*"
  check large "$(./tier0 build --site=big)" "*-XX:+UseParallelGC*-XX:TieredStopAtLevel=1*"
  (cd big/content && touch {301..8000}.md)
  [[ $(./tier0 build --site big) != *TieredStopAtLevel* ]]
  mkdir -p big/.tier0/cache
  check warm "$(./tier0 build --site big)" "*-XX:TieredStopAtLevel=1*"
  check options "$(TIER0_OPTS='-Xmx99m -Da=b' ./tier0 build)" "*-Xmx768m*-Xmx99m, -Da=b*"
}

progressIsAskedForOnATerminalOnly() {
  [[ $(./tier0 build 2>/dev/null) != *tier0.terminal* ]]
  [[ $(./tier0 build 2>&1) != *tier0.terminal* ]]
  check terminal "$(script -qec './tier0 build' /dev/null </dev/null)" "*-Dtier0.terminal=true*"
}

boldLettersAreForATerminalThatHasThem() {
  [[ $(TERM=xterm ./tier0 search x) != *tier0.styles* ]]
  check terminal "$(TERM=xterm script -qec './tier0 search x' /dev/null </dev/null)" "*-Dtier0.styles=true*"
  [[ $(TERM=dumb script -qec './tier0 search x' /dev/null </dev/null) != *tier0.styles* ]]
  [[ $(TERM=xterm NO_COLOR=1 script -qec './tier0 search x' /dev/null </dev/null) != *tier0.styles* ]]
}

theArchiveIsMadeWithTheFirstBuildAndUsedSilently() {
  ./tier0 build >/dev/null 2>&1
  check archive "$(find .tier0/cds -type f)" ".tier0/cds/*@*.jsa"
  check leftovers "$(find .tier0/cds -mindepth 1 | wc -l)" 1
  check used "$(./tier0 x 2>&1)" "*-XX:SharedArchiveFile=*/.tier0/cds/*"
  check off "$(TIER0_CDS=off ./tier0 x | grep -c SharedArchive || true)" 0
}

noArchiveIsMadeInCiOrForOneChangeOfTheGenerator() {
  CI=true ./tier0 build >/dev/null 2>&1
  check ci "$(find .tier0 -name '*.jsa')" ""
  sleep 0.02
  touch pom.xml
  ./tier0 build >/dev/null 2>&1
  check changed "$(find .tier0 -name '*.jsa')" ""
  check asked "$(TIER0_CDS=train ./tier0 x 2>&1)" "tier0: Preparing faster starts (once, some seconds)…*SharedArchiveFile*"
}

aStaleOrBrokenOrUnwritableArchiveNeverShows() {
  ./tier0 build >/dev/null 2>&1
  local archive
  archive=$(find .tier0/cds -type f)
  chmod u+w "$archive"
  printf garbage >"$archive"
  check garbage "$(./tier0 x 2>&1)" $'file a.md\nargument <x>\njava*'
  sleep 0.02
  touch pom.xml
  check stale "$(./tier0 x 2>err)" "*java*"
  check messages "$(<err)" "tier0: The generator's sources changed; building it again…"
  rm -rf .tier0/cds
  touch .tier0/cds # even for root: not a folder
  check unwritable "$(TIER0_CDS=train ./tier0 x 2>&1)" $'file a.md\nargument <x>\njava*'
}

theLauncherItselfCostsLittle() {
  ./tier0 x >/dev/null 2>&1
  mkdir -p fake/bin
  printf 'JAVA_VERSION="17.0.9"\n' >fake/release
  ln -s "$(type -P true)" fake/bin/java
  mkdir site-generator/src/main/many
  (cd site-generator/src/main/many && touch {1..500})
  touch -r pom.xml site-generator/src/main/many/* site-generator/src/main/many site-generator/src/main
  touch site-generator/target/tier0.jar
  local best=999999 started took _
  for _ in {1..10}; do
    started=$(date +%s%N)
    TIER0_JAVA=$checkout/fake ./tier0 build
    took=$((($(date +%s%N) - started) / 1000000))
    if ((took < best)); then best=$took; fi
  done
  echo "the launcher takes $best ms" >&3
  ((best < 150)) || check "milliseconds" "$best" "less than 150"
}

exec 3>&1
run_tests theFirstRunBuildsTheJarAndSaysSoInOneLine argumentsAndExitStatusPassUnchanged \
  itRunsInTheCallersFolderAndThroughSymbolicLinks aYoungerSourceIsBuiltAgainWhereverItLies \
  aSourceSavedDuringTheBuildIsBuiltAgain aFailedBuildShowsMavensMessagesAndLeavesNoJar whatIsMissingOfflineIsFetched \
  twoFirstRunsBuildOnce withoutAJdkItSaysWhatToInstall withoutMavenItSaysWhatToInstall theNewestJdkIsTaken \
  fileNamesOutsideAsciiWorkInAnyLocale progressIsAskedForOnATerminalOnly boldLettersAreForATerminalThatHasThem onlyTheFirstBuildOfAVeryLargeSiteUsesTheSecondCompiler \
  theArchiveIsMadeWithTheFirstBuildAndUsedSilently noArchiveIsMadeInCiOrForOneChangeOfTheGenerator \
  aStaleOrBrokenOrUnwritableArchiveNeverShows theLauncherItselfCostsLittle
