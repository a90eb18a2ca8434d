#!/bin/sh
# Prepares a Debian or Ubuntu machine to build, test and run DeskBERT: checks for a JDK 25 and installs the
# system packages that are missing. Does nothing on a machine that has them all.
set -eu

packages="maven libgtk-3-0 libgl1 libxxf86vm1 libxtst6 libfreetype6 fontconfig fonts-dejavu-core libpangoft2-1.0-0 strace"

has_jdk_25() {
  for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [ -x "$jdk/bin/javac" ] && [ -f "$jdk/release" ] || continue
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
    [ "${major:-0}" -ge 25 ] && return 0
  done
  return 1
}

if ! has_jdk_25; then
  echo "DeskBERT needs a JDK 25 or later (for example Eclipse Temurin) in /usr/lib/jvm or named by JAVA_HOME; install one and run this command again." >&2
  exit 1
fi

command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

sudo=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "These packages are missing and need root to install:$missing" >&2
    exit 1
  fi
  sudo=sudo
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get -q update >&2
# shellcheck disable=SC2086 # a list of words
$sudo apt-get -q -y install --no-install-recommends $missing >&2
