# Shared by the programs of this folder; sourced, not run.

root=$(cd "$(dirname "$0")/.." && pwd)
build_dir=${PARALLAX_BUILD_DIR:-$root/build}

say () {
  printf '\033[1m» %s\033[0m\n' "$*" >&2
}

# packages KIND…: the names in packages-debian of these kinds
packages () {
  for kind in "$@"; do
    sed -n "s/^$kind //p" "$root/build-aux/packages-debian"
  done
}

# need KIND…: installs what is missing of these kinds on Debian and its kin; elsewhere says what is needed.
need () {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    if ! command -v meson >/dev/null || ! command -v ninja >/dev/null \
      || ! pkg-config --exists gtk4 libadwaita-1 json-glib-1.0 icu-uc libxml-2.0 uchardet 2>/dev/null; then
      say "This is not Debian, so nothing is installed for you. Parallax needs these, under your distribution's names:"
      packages "$@" | sed 's/^/    /' >&2
      exit 1
    fi
    return 0
  fi

  missing=
  for name in $(packages "$@"); do
    dpkg-query -W -f='${Status}\n' "$name" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0

  say "Installing what is missing:$missing"
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  if [ -n "$as_root" ] && ! command -v sudo >/dev/null; then
    say "Become root and run: apt-get install$missing"
    exit 1
  fi
  $as_root apt-get update -q >&2
  # shellcheck disable=SC2086 # a list of names, one word each
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2
}

# build [MESON OPTION…]: configures once, then builds
build () {
  [ -f "$build_dir/build.ninja" ] || meson setup "$build_dir" "$root" "$@" >&2
  meson compile -C "$build_dir" >&2
}
