#!/usr/bin/env bash
# Brings a JDK and Apache Maven to Netlify's build image, which promises neither (its last published image had JDK 8 and
# no Maven). Called by ./tier0 with the words jdk and/or maven for what is missing; prints JAVA_HOME=… and MAVEN_HOME=…
# on standard output, talks on standard error. Downloads are checked before they are unpacked; on any failure the exit
# status is not 0 and nothing is left behind. The folder is kept between builds by netlify/plugins/tier0-cache.
#
# To raise a version: change its four values below, from the sources named beside them.
set -euo pipefail

# Temurin 25.0.3+9, the build the tests run on besides 17. SHA-256 as in Adoptium's own Dockerfile (ESUM):
# https://github.com/adoptium/containers/blob/f39414c99e9d615874425d0937d692fed533dfb2/25/jdk/ubuntu/noble/Dockerfile
readonly JDK_URL=https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.3%2B9
readonly JDK_X64=OpenJDK25U-jdk_x64_linux_hotspot_25.0.3_9.tar.gz
readonly JDK_X64_SHA256=69264a7a211bf5029830d07bc3370f879769d62ebc5b5488e90c9343a2da0e1f
readonly JDK_AARCH64=OpenJDK25U-jdk_aarch64_linux_hotspot_25.0.3_9.tar.gz
readonly JDK_AARCH64_SHA256=3e4287cb98870ba824ed698854bdc27cff984254caf66dd12cc291e7bfdde26b

# Apache Maven 3.9.16 from Maven Central. SHA-512 computed from that very file in November 2026, and the same as in
# https://github.com/carlossg/docker-maven/blob/0170c5bc5c25ffede66d5c2b4be718450ea2a05a/eclipse-temurin-17-noble/Dockerfile
readonly MAVEN_URL=https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/3.9.16/apache-maven-3.9.16-bin.tar.gz
readonly MAVEN_SHA512=831a8591fe20c8243b1dbe7d71e3244f31d1665b0804b2e825e38cbbe5ce0cafb8338851f90780735568773e0a6cd07bbec107cda0b896b008b861075358b6f6

say() { printf 'bootstrap: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

[[ ${NETLIFY:-} == true ]] || die "runs on Netlify only; on any other machine install a JDK 17 or later and Maven"

folder=${TIER0_TOOLCHAIN:-$HOME/.cache/tier0-toolchain}
mkdir -p "$folder"
work=$(mktemp -d "$folder/.work.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Downloads $1 to file $2: https only, unless a test names its own server.
download() {
  local schemes='=https'
  [[ $1 != http://127.0.0.1:* ]] || schemes='=http'
  curl --fail --silent --show-error --location --proto "$schemes" --proto-redir "$schemes" \
    --retry 3 --connect-timeout 20 --max-time 600 --output "$2" "$1" || die "could not download $1"
}

# install NAME URL HASH TOOL PROOF: sets home to the folder that holds the unpacked archive at URL. TOOL is sha256sum or
# sha512sum; PROOF is a program the archive must contain.
install() {
  local name=$1 url=$2 hash=$3 tool=$4 proof=$5 archive=$work/$1.tar.gz actual old
  home=$folder/$name-${hash:0:16}
  if [[ -f $home/.verified && $(<"$home/.verified") == "$hash" && -x $home/$proof ]]; then
    say "$name is in the build cache"
    return 0
  fi
  say "downloading $name from $url"
  download "$url" "$archive"
  actual=$("$tool" "$archive")
  actual=${actual%% *}
  [[ $actual == "$hash" ]] || die "$url is not the archive we trust: its ${tool%sum} is $actual, expected $hash"
  mkdir "$work/$name"
  tar -xzf "$archive" --strip-components=1 -C "$work/$name" || die "$url does not unpack"
  [[ -x $work/$name/$proof ]] || die "$url has no $proof"
  rm -rf "$work/$name"/{jmods,man,demo,lib/src.zip} # a third of a JDK; nothing here needs them
  printf '%s' "$hash" >"$work/$name/.verified"
  for old in "$folder/$name"-*; do rm -rf "$old"; done
  mv "$work/$name" "$home"
}

install_jdk() {
  local file hash
  case $(uname -m) in
    x86_64) file=$JDK_X64 hash=$JDK_X64_SHA256 ;;
    aarch64 | arm64) file=$JDK_AARCH64 hash=$JDK_AARCH64_SHA256 ;;
    *) die "no JDK is pinned for $(uname -m)" ;;
  esac
  install jdk "${TIER0_BOOTSTRAP_JDK_URL:-$JDK_URL/$file}" "${TIER0_BOOTSTRAP_JDK_SHA256:-$hash}" sha256sum bin/java
  printf 'JAVA_HOME=%s\n' "$home"
}

install_maven() {
  install maven "${TIER0_BOOTSTRAP_MAVEN_URL:-$MAVEN_URL}" "${TIER0_BOOTSTRAP_MAVEN_SHA512:-$MAVEN_SHA512}" sha512sum bin/mvn
  printf 'MAVEN_HOME=%s\n' "$home"
}

(($# > 0)) || set -- jdk maven
for need in "$@"; do
  case $need in
    jdk) install_jdk ;;
    maven) install_maven ;;
    *) die "knows jdk and maven, not $need" ;;
  esac
done
