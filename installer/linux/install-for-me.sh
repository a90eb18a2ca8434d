#!/bin/sh
# Puts DeskBERT into the home of the user who runs this, with menu entry, manual and completion; --remove takes it away
# again. The user's FAQs and settings are left alone by both.
set -eu
here=$(dirname "$(readlink -f "$0")")
base=${XDG_DATA_HOME:-$HOME/.local/share}
home=$(readlink -m "$HOME/.local/lib/deskbert")
bin=$HOME/.local/bin

if [ "$here" = "$home" ] && [ "${1:-}" != --remove ]; then
  echo "DeskBERT is already installed here; add --remove to take it away." >&2
  exit 1
fi
(cd "$here/share" && find . -type f) | while read -r file; do rm -f "$base/$file"; done
if [ "${1:-}" = --remove ]; then
  rm -rf "$home" "$bin/deskbert"
else
  mkdir -p "$home" "$bin" "$base"
  rm -rf "$home.new"
  cp -pR "$here/." "$home.new/"
  rm -rf "$home" "$bin/deskbert"
  mv "$home.new" "$home"
  ln -s "$home/bin/deskbert" "$bin/deskbert"
  cp -R "$here/share/." "$base/"
  sed -i "s|Exec=deskbert|Exec=$bin/deskbert|" "$base/applications/deskbert.desktop"
  echo "DeskBERT is installed: start it from the menu or with $bin/deskbert."
fi
for update in "update-desktop-database $base/applications" "update-mime-database $base/mime"; do
  if command -v "${update%% *}" >/dev/null; then $update; fi
done
