#!/bin/sh
# Finds what `make` needs and cannot carry itself: Python 3.11+, Node 20+, a browser. As root on Debian it
# installs what is missing; elsewhere it names the exact command. Prints the path of what it found.
set -eu

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

may_install() {
    [ "$(id -u)" = 0 ] && has apt-get
}

install() {
    apt-get install -y -q "$@" >&2 || { apt-get update -q >&2 && apt-get install -y -q "$@" >&2; }
}

# What one types to install the Debian packages $1, or else the Homebrew package $2.
command_for() {
    if has apt-get; then echo "sudo apt-get install -y $1"; else echo "brew install $2"; fi
}

python_works() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if has "$candidate" && python_works "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

need_python() {
    find_python && return
    if may_install; then install python3 python3-venv && find_python && return; fi
    fail 'Simple CRM needs Python 3.11 or newer, with venv. Install it with:' \
        "    $(command_for 'python3 python3-venv' python@3.13)"
}

node_is_new() {
    has npm && has node && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]
}

need_node() {
    node_is_new && return
    if may_install; then install nodejs npm && node_is_new && return; fi
    fail 'Simple CRM needs Node.js 20 or newer, with npm. Install it with:' \
        "    $(command_for 'nodejs npm' node)" \
        'Where that gives an older one, take it from https://nodejs.org/en/download'
}

find_browser() {
    for candidate in chromium chromium-browser google-chrome google-chrome-stable \
        '/Applications/Chromium.app/Contents/MacOS/Chromium' \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        # On Ubuntu the command chromium-browser may only tell to install a snap: ask whether it starts.
        if has "$candidate" && "$candidate" --version >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

need_browser() {
    find_browser && return
    if may_install && ! grep -qi ubuntu /etc/os-release; then install chromium && find_browser && return; fi
    if has apt-get && grep -qi ubuntu /etc/os-release; then
        command='sudo snap install chromium'
    elif has apt-get; then
        command='sudo apt-get install -y chromium'
    else
        command='brew install --cask google-chrome'
    fi
    fail 'The browser tests need Chromium or Google Chrome. Install it with:' "    $command"
}

case "${1:-}" in
python | node | browser) "need_$1" ;;
*) fail "usage: $0 python|node|browser" ;;
esac
