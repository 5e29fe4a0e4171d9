# Sourced by the scripts beside it: `venv EXTRAS` makes .venv in the checkout, or re-uses it, and sets $PYTHON.
# Everything is written inside the checkout: packages, pip's cache, compiled files, the program's own caches.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export XDG_CACHE_HOME="$ROOT/.cache" PIP_CACHE_DIR="$ROOT/.cache/pip" PIP_DISABLE_PIP_VERSION_CHECK=1
export PYTHONUTF8=1

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }
fail() { say "$@"; exit 2; }

system_python() {
    local name
    for name in "${GLOSSARY_PYTHON:-}" python3.11 python3.12 python3.13 python3.14 python3 python; do
        if [ -n "$name" ] && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    fail "Python 3.11 or newer is needed: install it, or name it with GLOSSARY_PYTHON."
}

# What an installation depends on: the project's metadata, where it stands, what was asked for.
stamp() { printf '%s %s %s' "$ROOT" "$1" "$(cksum <"$ROOT/pyproject.toml")"; }

venv() {
    local extras="${1:-}" made="$ROOT/.venv/.installed-${1:-run}"
    PYTHON="$ROOT/.venv/bin/python"
    if [ -x "$PYTHON" ] && [ "$(cat "$made" 2>/dev/null)" = "$(stamp "$extras")" ]; then
        return
    fi
    mkdir -p "$ROOT/.cache/tmp"
    if ! "$PYTHON" -m pip --version >/dev/null 2>&1; then
        say "making .venv"
        "$(system_python)" -m venv --clear "$ROOT/.venv" ||
            fail "python -m venv failed: on Debian and Ubuntu, apt-get install python3-venv."
    fi
    say "installing${extras:+ with $extras} (a minute the first time)"
    TMPDIR="$ROOT/.cache/tmp" "$PYTHON" -m pip install --quiet --use-pep517 --editable "$ROOT${extras:+[$extras]}" ||
        fail "pip could not install: see above; check the network and try again."
    stamp "$extras" >"$made"
}
