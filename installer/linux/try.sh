#!/bin/sh
# Tries the packages as a user would, in a Debian of their own: install, ask, open the window, upgrade, remove.
# Words: the folder with the packages, their version, the folder of a bare Debian (made if it isn't there).
# Needs root, and of Debian: debootstrap rpm xvfb xdotool.
set -eu
dist=$(readlink -f "$1") version=$2 bare=$3
[ "$(id -u)" -eq 0 ] || { echo "Trying the packages needs root; add -DskipTests to build them only." >&2; exit 1; }

work=$(mktemp -d)
root=$work/root
cleanup() {
  kill $xvfb 2>/dev/null || true
  umount "$root/proc" "$root/var/cache/apt/archives" "$root/tmp/.X11-unix" 2>/dev/null || true
  if mountpoint -q "$root/proc"; then echo "$root is still in use." >&2; else rm -rf "$work"; fi
}
xvfb=
trap cleanup EXIT
trap 'exit 1' INT TERM

step() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
as_root() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() {
  chroot --userspec=1000:1000 "$root" env -i HOME=/home/user PATH=/home/user/.local/bin:/usr/bin:/bin LANG=C.UTF-8 \
    DISPLAY="$DISPLAY" DESKBERT_PRISM=sw ${java_options:+"JAVA_TOOL_OPTIONS=$java_options"} "$@" </dev/null
}

step "a bare Debian"
if [ ! -e "$bare/etc/debian_version" ]; then debootstrap --variant=minbase bookworm "$bare"; fi
cp -a "$bare/." "$work/root"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix "$bare.packages/partial"
mount -t proc proc "$root/proc"
mount --bind "$bare.packages" "$root/var/cache/apt/archives"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
as_root useradd --create-home --uid 1000 user
as_root apt-get -q update >"$work/log" 2>&1 || { cat "$work/log"; fail "apt-get update"; }
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
xvfb=$!
read -r number <"$work/display"
DISPLAY=:$number
export DISPLAY
mkdir "$root/packages"
java_options=

# use NAME: what a user does first.
use() {
  step "$1: version, question, check, window"
  [ "$(as_user deskbert --version)" = "DeskBERT $version" ] || fail "$1: deskbert --version"
  as_user deskbert ask --json "i forgot my password" >"$work/reply" 2>"$work/log" || { cat "$work/log"; fail "$1: ask"; }
  grep -q '"outcome":"answered"' "$work/reply" || fail "$1: no answer: $(cat "$work/reply")"
  [ ! -s "$work/log" ] || fail "$1: ask is not quiet: $(cat "$work/log")"
  as_user deskbert doctor >"$work/log" || fail "$1: $(cat "$work/log")"
  as_user deskbert --ask "i forgot my password" >"$work/log" 2>&1 &
  program=$!
  window=$(timeout 120 xdotool search --sync --onlyvisible --name '^DeskBERT$' | head -n 1)
  [ -n "$window" ] || fail "$1: no window: $(cat "$work/log")"
  [ ! -s "$work/log" ] || fail "$1: the window is not quiet: $(cat "$work/log")"
  unpacked=$(find "$root/tmp" -type f)
  [ -z "$unpacked" ] || fail "$1: the open window has unpacked: $unpacked"
  kill "$(xdotool getwindowpid "$window")" # in midst of painting JavaFX may complain
  wait $program || [ $? -eq 143 ] || fail "$1: the window ended with an error: $(cat "$work/log")"
  left=$(find "$root/tmp" "$root/home/user/.openjfx" "$root/home/user/.cache" -type f 2>/dev/null) || true
  [ -z "$left" ] || fail "$1: files were unpacked or left: $left"
}

# has CACHE: is the start-up cache in use? The strict mode of the Java refuses to start without.
has_cache() {
  java_options=-XX:AOTMode=on
  if as_user deskbert --version >/dev/null 2>&1; then java_options=; else java_options=; return 1; fi
}

step "an older version, installed without a word"
dpkg-deb -R "$dist"/deskbert_"${version}"_*.deb "$work/old"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/old/DEBIAN/control"
touch "$work/old/opt/deskbert/lib/only-in-old.jar"
dpkg-deb --root-owner-group -Znone --build "$work/old" "$root/packages/old.deb" >/dev/null
rm -rf "$work/old"
as_root apt-get -q -y install --no-install-recommends /packages/old.deb >"$work/log" 2>&1 || { cat "$work/log"; fail "install"; }
printf 'question,answer\nWhere is the piano?,In the hall.\n' >"$root/home/user/own.csv"
as_user deskbert faq import /home/user/own.csv --into own >/dev/null || fail "import with the older version"

step "upgrade"
cp "$dist"/deskbert_"${version}"_*.deb "$root/packages/new.deb"
as_root apt-get -q -y install /packages/new.deb >"$work/log" 2>&1 || { cat "$work/log"; fail "upgrade"; }
[ ! -e "$root/opt/deskbert/lib/only-in-old.jar" ] || fail "the upgrade left an old library"
as_user deskbert ask -f own "where is the piano" | grep -q "In the hall" || fail "the user's FAQ was lost"
as_user deskbert update /packages/new.deb 2>&1 | grep -q "sudo apt install" || fail "an installed package would update itself"
as_root apt-get -q -y --allow-downgrades install /packages/old.deb >"$work/log" 2>&1 || { cat "$work/log"; fail "downgrade"; }
as_user deskbert ask -f own "where is the piano" | grep -q "In the hall" || fail "the user's FAQ was lost on the way back"
as_root apt-get -q -y install /packages/new.deb >"$work/log" 2>&1 || { cat "$work/log"; fail "upgrade again"; }
use "deb"
for file in man/man1/deskbert.1.gz man/man1/deskbert-ask.1.gz bash-completion/completions/deskbert \
  applications/deskbert.desktop mime/packages/deskbert.xml doc/deskbert/copyright; do
  # A minimal Debian leaves out manuals and documents.
  [ -e "$root/usr/share/$file" ] || grep -qs "path-exclude" "$root"/etc/dpkg/dpkg.cfg.d/* || fail "/usr/share/$file is missing"
done

step "a pack for every user"
digits=$(as_user deskbert faq pack own /home/user/own.faqpack | sed -n 's/^Signed by //p')
install -D -m 644 "$root/home/user/own.faqpack" "$root/etc/deskbert/packs/own.faqpack"
printf '{"faqs": ["own"], "packs": {"signers": ["%s"]}}\n' "$digits" >"$root/etc/deskbert/policy.json"
as_user deskbert --data /home/user/other ask "where is the piano" | grep -q "In the hall" || fail "the pack was not taken in"
rm -r "$root/etc/deskbert"

step "without a network"
unshare -n chroot --userspec=1000:1000 "$root" env -i HOME=/home/user LANG=C.UTF-8 /usr/bin/deskbert ask --json \
  "i forgot my password" >"$work/offline" || fail "ask without a network"
strip='s/"micros":{[^}]*}//'
[ "$(sed "$strip" "$work/reply")" = "$(sed "$strip" "$work/offline")" ] || fail "another reply without a network"

step "the start-up cache belongs to the jars"
has_cache || fail "the cache is not in use"
jar=$root/opt/deskbert/lib/deskbert.jar
cp -p "$jar" "$work/good.jar"
{ printf 'x' && cat "$work/good.jar"; } >"$jar" # a good jar still: it may begin with anything
if has_cache; then fail "the cache is in use for changed jars"; fi
[ "$(as_user deskbert --version 2>&1)" = "DeskBERT $version" ] || fail "a start without the cache is not quiet"
cp -p "$work/good.jar" "$jar"
has_cache || fail "the cache is not back in use"
cache=$root/opt/deskbert/lib/deskbert.aot
cp -p "$cache" "$work/good.aot"
for damage in "-s 1000" "-s 5000000" "-s 0"; do
  # shellcheck disable=SC2086 # two words
  truncate $damage "$cache"
  [ "$(as_user deskbert --version 2>&1)" = "DeskBERT $version" ] || fail "a start with a broken cache is not quiet"
done
cp -p "$work/good.aot" "$cache"

step "remove"
as_root apt-get -q -y remove deskbert >"$work/log" 2>&1 || { cat "$work/log"; fail "remove"; }
left=$(find "$root/opt" "$root/usr" -name '*deskbert*' 2>/dev/null | head) || true
[ -z "$left" ] || fail "removal left $left"
[ -e "$root/home/user/.local/share/deskbert/library.db" ] || fail "removal took the user's data"

step "rpm"
rpm --root "$root" --nodeps --ignorearch -i "$dist"/deskbert-"$version".*.rpm || fail "rpm -i"
use "rpm"
rpm --root "$root" --nodeps -e deskbert || fail "rpm -e"
left=$(find "$root/opt" "$root/usr" -name '*deskbert*' 2>/dev/null | head) || true
[ -z "$left" ] || fail "removal left $left"

step "portable, for one user"
as_user mkdir /home/user/unpacked
tar -C "$root/home/user/unpacked" --no-same-owner -xf "$dist"/deskbert-"$version"-linux-*.tar.gz
as_user /home/user/unpacked/deskbert/install-for-me.sh >/dev/null || fail "install-for-me.sh"
rm -rf "$root/home/user/unpacked"
use "portable"

step "update from a signed archive, killed on the way, and back"
mkdir "$work/newer"
tar -C "$work/newer" -xf "$dist"/deskbert-"$version"-linux-*.tar.gz
echo 99.0 >"$work/newer/deskbert/version"
newer=/home/user/newer.tar.gz
tar -C "$work/newer" -czf "$root$newer" deskbert
rm -rf "$work/newer"
used() { cat "$root/home/user/.local/lib/$(readlink "$root/home/user/.local/lib/deskbert")/version"; }
if as_user deskbert update $newer >"$work/log" 2>&1; then fail "an update without a signature"; fi
digits=$(as_user deskbert --data /home/user/maker update --sign $newer | sed -n 's/^Signed by //p')
[ -n "$digits" ] || fail "update --sign"
kills=0 tenths=3
until as_user timeout -s KILL $((tenths / 10)).$((tenths % 10)) deskbert update $newer --trust "$digits" >"$work/log" 2>&1; do
  [ $? -eq 137 ] || { cat "$work/log"; fail "update"; }
  [ "$(as_user deskbert --version 2>&1)" = "DeskBERT $version" ] || fail "no program after an update that was killed after $tenths tenths of a second"
  kills=$((kills + 1)) tenths=$((tenths * 8 / 7 + 1))
done
[ $kills -gt 2 ] || fail "the update was killed only $kills times"
[ "$(used)" = 99.0 ] || fail "the update is not in use"
as_user deskbert ask "i forgot my password" >"$work/log" || fail "ask after the update"
has_cache || fail "the cache is not in use after the update"
as_user deskbert update --rollback >"$work/log" || { cat "$work/log"; fail "update --rollback"; }
[ "$(used)" = "$version" ] || fail "the version before is not back"
as_user deskbert ask "i forgot my password" >"$work/log" || fail "ask after going back"
rm "$root$newer" "$root$newer.sig"
echo "   (killed $kills times)"

as_user /home/user/.local/lib/deskbert/install-for-me.sh --remove >/dev/null || fail "install-for-me.sh --remove"
left=$(find "$root/home/user/.local" -name '*deskbert*' ! -path '*/share/deskbert*' | head)
[ -z "$left" ] || fail "removal left $left"

step "checksums"
(cd "$dist" && sha256sum --quiet -c SHA256SUMS) || fail "SHA256SUMS"
echo "All packages work."
