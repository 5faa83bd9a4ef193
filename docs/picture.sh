#!/usr/bin/env bash
# Makes docs/report.png, the picture in the README: the report of the main job, as Chromium shows it.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
node dist/cli/main.js twin bulldozer --quiet --out "$out/run" >"$out/table"
browser=$(command -v chromium || command -v google-chrome)
"$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
	--virtual-time-budget=8000 --window-size=1100,1740 --screenshot=docs/report.png "file://$out/run/report.html" 2>/dev/null
