#!/bin/sh
# Sets up everything that the tool ("book"), its test suite ("test") or the benchmark ("bench") needs: Debian packages, then the virtual
# environment. Run again it finds all in place and does nothing.
set -eu
cd "$(dirname "$0")/.."
want=${1:-book}
packages=$(sed 's/#.*//' tools/packages-book.txt)
lock=requirements.lock
case $want in
test)
    packages="$packages $(sed 's/#.*//' tools/packages-test.txt)"
    lock=requirements-dev.lock
    ;;
bench) lock=requirements-bench.lock ;;
esac

PYTHON=${PYTHON:-}
for candidate in python3.11 python3 python3.12 python3.13; do
    [ -n "$PYTHON" ] && break
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        PYTHON=$candidate
    fi
done
[ -n "$PYTHON" ] || { echo "fuzi needs Python 3.11 or newer: apt-get install python3" >&2; exit 3; }
"$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || packages="$packages python3-venv"

if command -v dpkg-query >/dev/null 2>&1; then
    missing=
    for package in $packages; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        install="apt-get install -y --no-install-recommends$missing"
        if [ "$(id -u)" = 0 ]; then
            as=
        elif command -v sudo >/dev/null 2>&1; then
            as=sudo
        else
            echo "These system packages are missing. As root, run this one command, then try again:" >&2
            echo "    apt-get update && $install" >&2
            exit 3
        fi
        $as env DEBIAN_FRONTEND=noninteractive apt-get update -q
        $as env DEBIAN_FRONTEND=noninteractive $install
    fi
else
    echo "This is not a Debian system: see README.md for what to install by hand." >&2
fi

[ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null || "$PYTHON" -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .

# The ICC profile of the press PDF comes from Debian's texlive-base, of which nothing else is wanted. Without a network
# all else works, and "fuzi doctor" says what is missing.
icc=FOGRA39L_coated.icc
from=usr/share/texlive/texmf-dist/tex/generic/colorprofiles/$icc
if [ ! -f ".venv/share/fuzi/$icc" ] && [ ! -f "/$from" ] && command -v apt-get >/dev/null 2>&1; then
    mkdir -p .venv/share/fuzi
    fetched=$(mktemp -d)
    (
        cd "$fetched"
        get="apt-get download -q texlive-base"
        $get >/dev/null 2>&1 || { [ "$(id -u)" = 0 ] && apt-get update -q >/dev/null 2>&1 && $get >/dev/null 2>&1; }
        dpkg-deb --fsys-tarfile texlive-base_*.deb | tar -x -O "./$from" >icc
    ) 2>/dev/null || true
    if [ -s "$fetched/icc" ]; then
        mv "$fetched/icc" ".venv/share/fuzi/$icc"
    else
        echo "$icc could not be fetched: the press PDF needs press.profile in book.yaml, or this script run again." >&2
    fi
    rm -rf "$fetched"
fi
touch ".venv/.ready-$want"
[ "$want" = book ] || touch .venv/.ready-book
