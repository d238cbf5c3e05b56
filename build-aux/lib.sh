# Shared by the scripts beside it; sourced, never run.
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=${here%/*}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/candidacy

say () { printf '%s\n' "$*" >&2; }
die () { say "${0##*/}: $*"; exit 1; }

can_be_root () { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
as_root () { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages () {
  can_be_root || die "please install: $*"
  say "Installing $*"
  local install=(as_root env DEBIAN_FRONTEND=noninteractive
                 apt-get install --yes --quiet --quiet --no-install-recommends "$@")
  # The package lists may be missing or too old to fetch from.
  "${install[@]}" >/dev/null 2>&1 ||
    { as_root apt-get update --quiet --quiet >&2 && "${install[@]}" >&2; }
}

# The packages that a purpose needs, "build" or "test"; what testing needs comes last in the file.
packages () {
  if [ "$1" = build ]; then sed '/^## Testing/,$d' "$here/packages"; else cat "$here/packages"; fi |
    sed -E '/^(#|$)/d'
}

# What the program needs at least: a pkg-config module or a command, its version, its Debian package.
floors () {
  cat <<'EOF'
gtk4               4.18  libgtk-4-dev
libadwaita-1       1.7   libadwaita-1-dev
gio-2.0            2.84  libglib2.0-dev
libsoup-3.0        3.6   libsoup-3.0-dev
json-glib-1.0      1.10  libjson-glib-dev
sqlite3            3.46  libsqlite3-dev
gumbo              0.12  libgumbo-dev
md4c               0.5   libmd4c-dev
meson              1.7   meson
blueprint-compiler 0.16  blueprint-compiler
EOF
}

# Whether this machine has a module or command at its floor.
has () {
  case $1 in
    meson|blueprint-compiler)
      command -v "$1" >/dev/null && printf '%s\n' "$2" "$("$1" --version)" | sort --check --version-sort 2>/dev/null ;;
    *) pkg-config --atleast-version="$2" "$1" 2>/dev/null ;;
  esac
}

# Whether the machine's own package archive could bring a package at its floor.
offers () {
  local candidate
  candidate=$(apt-cache policy "$1" | sed -n 's/^ *Candidate: *//p')
  [ -n "$candidate" ] && dpkg --compare-versions "$candidate" ge "$2"
}

# Brings this machine up to the floors for a purpose; fails where a private root has to do it.
prepare_machine () {
  local purpose=$1 name floor package lacking=() missing=()
  while read -r name floor package; do
    has "$name" "$floor" || lacking+=("$name:$floor:$package")
  done < <(floors)

  if ! command -v apt-get >/dev/null; then
    [ ${#lacking[@]} = 0 ] || die "please install at least: $(printf '%s\n' "${lacking[@]}" | cut -d : -f 1,2 | tr ':\n' '  ')"
    return 0
  fi
  if [ ${#lacking[@]} -gt 0 ] && [ -z "$(apt-cache policy libgtk-4-dev)" ] && can_be_root; then
    as_root apt-get update --quiet --quiet >&2
  fi
  for name in "${lacking[@]}"; do
    IFS=: read -r name floor package <<<"$name"
    offers "$package" "$floor" || return 1
  done
  mapfile -t missing < <(comm -23 <(packages "$purpose" | sort) \
    <(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u))
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

# Called first by the scripts, with what they need ("build" or "test") and their arguments: starts
# the script again inside the private root where this machine's own libraries are too old. The
# answer holds until the machine's packages change, so a second start asks none of the above.
work_at_floors () {
  local purpose=$1 answer=$cache/machine-$1 state known place=root
  shift
  [ -z "${CANDIDACY_SDK:-}" ] || return 0
  state=$(stat --dereference --format '%n %Y %s' /etc/os-release /var/lib/dpkg/status \
            /usr/lib/sysimage/rpm/rpmdb.sqlite /var/lib/pacman/local "$here/lib.sh" "$here/packages" 2>/dev/null
          echo "${PKG_CONFIG_PATH:-} $PATH") || :
  known=$(cat "$answer" 2>/dev/null) || :
  case $known in
    "$state"*) place=${known##*$'\n'} ;;
    *)
      ! prepare_machine "$purpose" || place=machine
      mkdir -p "$cache"
      # Packages may just have been installed: then the next start looks once more.
      printf '%s\n%s\n' "$state" "$place" >"$answer" ;;
  esac
  [ "$place" = machine ] || exec "$here/sdk" "$here/${0##*/}" "$@"
}

# Builds what changed since the last time and installs it into DIRECTORY/install, without the tests.
# build DIRECTORY [SETUP-OPTIONS]
build () {
  local directory=$checkout/$1 sources=(src data po meson.build meson.options) made_for status=0
  local installed=$directory/.installed
  shift
  # Whatever else is different, another compiler or place needs another build.
  made_for="$checkout ${CANDIDACY_SDK:-machine}"
  mkdir -p "$directory"
  exec 8>"$directory/.lock"
  flock 8
  if [ "$(cat "$directory/.made-for" 2>/dev/null)" != "$made_for" ]; then
    find "$directory" -mindepth 1 -maxdepth 1 ! -name .lock -exec rm -rf {} +
    say "Building in ${directory##*/} (the first time takes a minute)"
    logged "$directory/.log" meson setup "$directory" "$checkout" \
        --prefix "$directory/install" -Dtests=false "$@" &&
      echo "$made_for" >"$directory/.made-for" || status=1
  fi
  if [ $status = 0 ] &&
     { [ ! -e "$installed" ] || [ -n "$(cd "$checkout" && find "${sources[@]}" -newer "$installed" -print -quit)" ]; }; then
    touch "$installed.new" &&
      ninja -C "$directory" --quiet >&2 &&
      logged "$directory/.log" meson install -C "$directory" --no-rebuild --quiet &&
      mv "$installed.new" "$installed" || status=1
  fi
  exec 8>&-
  return $status
}

# The parsers with libFuzzer, in _build-fuzz; nothing else is built there.
build_fuzz () {
  local directory=$checkout/_build-fuzz
  if [ "$(cat "$directory/.made-for" 2>/dev/null)" != "$checkout ${CANDIDACY_SDK:-machine}" ]; then
    rm -rf "$directory"
    mkdir -p "$directory"
    say "Building in ${directory##*/}"
    CC=clang logged "$directory/.log" meson setup "$directory" "$checkout" -Dfuzz=true \
        -Doptimization=1 -Db_sanitize=address,undefined -Db_lundef=false || return 1
    echo "$checkout ${CANDIDACY_SDK:-machine}" >"$directory/.made-for"
  fi
  ninja -C "$directory" --quiet fuzz-targets >&2
}

# Runs a command that has something to say only when it fails.
logged () { "${@:2}" >"$1" 2>&1 || { cat "$1" >&2; return 1; }; }

# Lets a program find what build() installed: settings, icons, translations, the service.
use_installed () {
  prefix=$checkout/$1/install
  # shellcheck disable=SC2034 # for the scripts
  program=$prefix/bin/candidacy
  export XDG_DATA_DIRS=$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  # The desktop entry names the program as one that is on the path.
  export PATH=$prefix/bin:$PATH
}
