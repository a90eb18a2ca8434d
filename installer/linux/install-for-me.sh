#!/bin/sh
# Puts DeskBERT into the home of the user who runs this, with menu entry, manual and completion; --remove takes it away
# again. The user's FAQs and settings are left alone by both. Each version has a folder of its own, and one link says
# which is used: it is turned in one step, so that whatever is cut off on the way leaves one version or the other.
set -eu
here=$(dirname "$(readlink -f "$0")")
base=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
lib=$(readlink -m "$HOME/.local/lib")
version=$(cat "$here/version")
home=$lib/deskbert-$version

clear_share() { (cd "$here/share" && find . -type f) | while read -r file; do rm -f "$base/$file"; done; }

if [ "${1:-}" = --remove ]; then
  clear_share
  rm -rf "$bin/deskbert" "$lib/deskbert" "$lib/deskbert-before" "$lib/deskbert-update" "$lib"/deskbert-[0-9]*
else
  mkdir -p "$lib" "$bin" "$base"
  used=$(readlink "$lib/deskbert" || true)
  if [ "$here" != "$home" ]; then
    rm -rf "$home.new"
    cp -pR "$here/." "$home.new"
    rm -rf "$home"
    mv "$home.new" "$home"
  fi
  if [ -n "$used" ] && [ "$used" != "deskbert-$version" ]; then
    ln -sfn "$used" "$lib/deskbert-before"
  fi
  ln -sfn "deskbert-$version" "$lib/deskbert.new"
  mv -T "$lib/deskbert.new" "$lib/deskbert"
  for old in "$lib"/deskbert-[0-9]*; do
    case $(basename "$old") in
      "deskbert-$version" | "$(readlink "$lib/deskbert-before")") ;;
      *) rm -rf "$old" ;;
    esac
  done
  ln -sfn "$lib/deskbert/bin/deskbert" "$bin/deskbert"
  cp -R "$here/share/." "$base/"
  sed -i "s|Exec=deskbert|Exec=$bin/deskbert|" "$base/applications/deskbert.desktop"
  echo "DeskBERT $version is installed: start it from the menu or with $bin/deskbert."
fi
for update in "update-desktop-database $base/applications" "update-mime-database $base/mime"; do
  if command -v "${update%% *}" >/dev/null; then $update || true; fi
done
