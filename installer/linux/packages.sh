#!/bin/sh
# Packs the program as .deb, .rpm and portable archive.
# Words: its folder, the folder with manual pages and completion, where the packages go, version, time (ISO 8601), and
# the GPG key to sign with, or nothing. There are no scripts in the packages: they only bring files.
set -eu
image=$1 share=$2 dist=$3 version=$4 time=$5 key=${6:-}
here=$(dirname "$(readlink -f "$0")")
SOURCE_DATE_EPOCH=$(date -u -d "$time" +%s)
export SOURCE_DATE_EPOCH LC_ALL=C
umask 022
mkdir -p "$dist"
dist=$(readlink -f "$dist")
if [ ! -e "$dist/deskbert-$version.cdx.json" ]; then
  echo "$dist/deskbert-$version.cdx.json, the list of all parts, is missing: Maven makes it only without --offline." >&2
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
arch=$(uname -m)
case $arch in x86_64) debian=amd64 ;; aarch64) debian=arm64 ;; *) debian=$arch ;; esac

# What belongs to the desktop, as the freedesktop.org standards have it.
desktop=$work/desktop/share
mkdir -p "$desktop/man/man1" "$desktop/bash-completion/completions"
for page in "$share"/man/*.1; do gzip -9nc "$page" > "$desktop/man/man1/$(basename "$page").gz"; done
install -m 644 "$share/completion/deskbert" "$desktop/bash-completion/completions/"
install -D -m 644 "$here/deskbert.desktop" "$desktop/applications/deskbert.desktop"
install -D -m 644 "$here/deskbert.xml" "$desktop/mime/packages/deskbert.xml"
install -D -m 644 "$here/../deskbert.svg" "$desktop/icons/hicolor/scalable/apps/deskbert.svg"
install -D -m 644 "$here/../deskbert.png" "$desktop/icons/hicolor/256x256/apps/deskbert.png"

# Portable: one folder, with a script that puts it into the home of one user.
name=deskbert-$version-linux-$arch
mkdir -p "$work/portable"
cp -a "$image" "$work/portable/deskbert"
cp -a "$desktop" "$work/portable/deskbert/share"
install -m 755 "$here/install-for-me.sh" "$work/portable/deskbert/"
echo "$version" > "$work/portable/deskbert/version"
tar -C "$work/portable" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf - deskbert |
  gzip -9n > "$dist/$name.tar.gz"
rm -rf "$work/portable"

# The packages for a whole machine.
root=$work/root
mkdir -p "$root/opt" "$root/usr/bin" "$root/DEBIAN"
cp -a "$image" "$root/opt/deskbert"
cp -a "$desktop" "$root/usr/share"
ln -s ../../opt/deskbert/bin/deskbert "$root/usr/bin/deskbert"
install -D -m 644 "$image/NOTICE" "$root/usr/share/doc/deskbert/copyright"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
cat > "$root/DEBIAN/control" <<END
Package: deskbert
Version: $version
Architecture: $debian
Section: utils
Priority: optional
Maintainer: DeskBERT authors <deskbert@localhost>
Installed-Size: $(du -sk --apparent-size "$root" | cut -f1)
Depends: libc6 (>= 2.28), libstdc++6, libgtk-3-0t64 | libgtk-3-0, libgl1, libxxf86vm1, libxtst6, libfreetype6, fontconfig, libpangoft2-1.0-0
Description: answers questions from a local FAQ, offline
 DeskBERT answers questions from your own FAQ on an ordinary computer, with
 no network. It brings its own Java.
END
dpkg-deb --root-owner-group -Zxz -z6 --build "$root" "$dist/deskbert_${version}_$debian.deb" >&2
rm -rf "$root/DEBIAN"
rpmbuild -bb --quiet --target "$arch-linux" --define "program_version $version" --define "program_root $root" \
  --define "_topdir $work/rpm" --define "_rpmdir $dist" --define "_rpmfilename %%{NAME}-%%{VERSION}.%%{ARCH}.rpm" \
  "$here/deskbert.spec" >&2

cd "$dist"
if [ -n "$key" ]; then
  # Debian's rpm looks for gpg elsewhere.
  rpmsign --define "_gpg_name $key" --define "__gpg $(command -v gpg)" --addsign ./*.rpm >&2
fi
sha256sum -- *.deb *.rpm *.tar.gz *.cdx.json > SHA256SUMS
rm -f SHA256SUMS.asc
if [ -n "$key" ]; then
  gpg --batch --local-user "$key" --armor --detach-sign SHA256SUMS
  echo "Signed with $key."
else
  echo "The packages are unsigned: name a GPG key with -Dsign.key=KEY to sign them."
fi
ls -l
