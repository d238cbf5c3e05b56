#!/bin/sh
# The sources are laid out as the formatters lay them out.
#
# check-format.sh SOURCE_ROOT clang-format|blueprint-compiler
#
# Copyright 2026 The Candidacy developers
# SPDX-License-Identifier: GPL-3.0-or-later

cd "$1" || exit 1
case $2 in
  clang-format)
    set -- 'clang-format --dry-run -Werror' 'clang-format -i' '*.[ch]' ;;
  blueprint-compiler)
    set -- 'blueprint-compiler format' 'blueprint-compiler format --fix' '*.blp' ;;
esac

status=0
for file in $(find src tests -name "$3" | sort); do
  # shellcheck disable=SC2086 # a command and its options
  $1 "$file" >/dev/null 2>&1 || { echo "$file: wants ./build-aux/sdk $2 $file" >&2; status=1; }
done
exit $status
