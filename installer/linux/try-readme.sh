#!/bin/sh
# Tries the two commands of the README, as they stand there, in a Debian that holds only apt's base, git and a JDK, with
# an empty home, on a clone of the last commit. Words: the JDK's folder, the folder of a bare Debian (made if it isn't
# there). Needs root, a network, and of Debian: debootstrap xvfb xdotool. It takes as long as all tests.
set -eu
jdk=$(readlink -f "$1") bare=$2
project=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
[ "$(id -u)" -eq 0 ] || { echo "This needs root." >&2; exit 1; }

work=$(mktemp -d)
root=$work/root
xvfb=
cleanup() {
  kill $xvfb 2>/dev/null || true
  umount "$root/proc" "$root/tmp/.X11-unix" 2>/dev/null || true
  if mountpoint -q "$root/proc"; then echo "$root is still in use." >&2; else rm -rf "$work"; fi
}
trap cleanup EXIT
trap 'exit 1' INT TERM

step() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
in_root() { chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DISPLAY="$DISPLAY" DESKBERT_PRISM=sw "$@" </dev/null; }

step "a bare Debian with git and a JDK"
if [ ! -e "$bare/etc/debian_version" ]; then debootstrap --variant=minbase bookworm "$bare"; fi
cp -a "$bare/." "$root"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix "$root/usr/local/share/ca-certificates" "$root/usr/lib/jvm"
cp -a "$jdk" "$root/usr/lib/jvm/"
# A network may have certificates of its own.
cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
xvfb=$!
read -r number <"$work/display"
DISPLAY=:$number
export DISPLAY
in_root apt-get -q update >"$work/log" 2>&1 || { cat "$work/log"; fail "apt-get update"; }
in_root apt-get -q -y install --no-install-recommends git >"$work/log" 2>&1 || { cat "$work/log"; fail "apt-get install git"; }
git clone -q "$project" "$root/clone"
[ -z "$(find "$root/root" -type f ! -name .bashrc ! -name .profile)" ] || fail "the home is not empty"

sed -n 's/^ *\(installer\/linux\/setup.sh && .*\)/\1/p' "$root/clone/README.md" >"$work/commands"
[ "$(wc -l <"$work/commands")" -eq 2 ] || fail "README.md has no two commands"
first=$(head -n 1 "$work/commands") second=$(tail -n 1 "$work/commands")

step "$first"
in_root sh -c "cd /clone && $first" >"$work/log" 2>&1 &
program=$!
window=$(timeout 1200 xdotool search --sync --onlyvisible --name '^DeskBERT$' | head -n 1)
[ -n "$window" ] || { tail -n 50 "$work/log"; fail "no window"; }
kill "$(xdotool getwindowpid "$window")"
wait $program || [ $? -eq 143 ] || { tail -n 50 "$work/log"; fail "the window ended with an error"; }

step "$second"
in_root sh -c "cd /clone && $second" >"$work/log" 2>&1 || { tail -n 100 "$work/log"; fail "the tests"; }
grep '^\[INFO\] Tests run' "$work/log" | tail -n 1
echo "Both commands of the README work."
