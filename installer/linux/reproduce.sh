#!/bin/sh
# Builds the packages of the last commit twice, in two fresh folders, and compares every file in them; only the start-up
# cache (deskbert.aot) may differ. More words are given to Maven.
set -eu
project=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for build in first second; do
  git clone -q "$project" "$work/$build"
  (cd "$work/$build" && mvn -q -B -Pinstaller package -DskipTests "$@" >"$work/log" 2>&1) || { tail -n 50 "$work/log"; exit 1; }
  files=$work/$build.files
  mkdir "$files"
  for package in "$work/$build"/target/dist/*; do
    case $package in
      *.deb) dpkg-deb -R "$package" "$files/deb" ;;
      *.rpm) mkdir "$files/rpm" && rpm2cpio "$package" | (cd "$files/rpm" && cpio -idm --quiet) ;;
      *.tar.gz) mkdir "$files/tar" && tar -C "$files/tar" -xf "$package" ;;
      *.json) cp "$package" "$files" ;;
    esac
  done
  find "$files" -name deskbert.aot -delete
  (cd "$files" && find . \( -type f -printf '%p %m %TY-%Tm-%Td ' -exec sha256sum {} \; \) -o -printf '%p %m %l\n' | sort) >"$work/$build.list"
  rm -rf "$files" "${work:?}/$build"
done
# The sizes in the control file count the cache.
grep -v 'DEBIAN/control' "$work/first.list" >"$work/1" && grep -v 'DEBIAN/control' "$work/second.list" >"$work/2"
diff "$work/1" "$work/2" || { echo "The two builds differ." >&2; exit 1; }
echo "$(wc -l <"$work/1") files, folders and links are the same in both builds."
