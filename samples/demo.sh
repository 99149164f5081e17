#!/usr/bin/env bash
# `make demo`: a handful of made-up reports is checked, a patrol goes over them, and its tickets are listed.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

rm -rf demo
mkdir demo
cat > demo/gouji.toml <<'TOML'
home = "state"
ticket_years = [2024]

[[sources]]
name = "inbox"
type = "folder"
path = "inbox"

[roster]
path = "bodies.csv"
TOML
"$bin/python" - <<'PYTHON'
from pathlib import Path

from samples.demo import demo_roster, demo_set

demo_set(Path("demo/inbox"))
demo_roster(Path("demo/bodies.csv"))
PYTHON

say() { printf '\n$ %s\n\n' "$*"; }

say gouji check demo/inbox --roster demo/bodies.csv
"$bin/gouji" check demo/inbox --roster demo/bodies.csv --fail-on never

say gouji run --config demo/gouji.toml
"$bin/gouji" run --config demo/gouji.toml

say gouji tickets list --config demo/gouji.toml
"$bin/gouji" tickets list --config demo/gouji.toml

printf '\n页面 Pages: %s\n' "$PWD/demo/state/pages/index.html"
