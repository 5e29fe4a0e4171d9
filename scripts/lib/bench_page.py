"""The first page as a browser meets it on this machine: bytes in all, and milliseconds until it can be used.

A fresh visit each time, nothing kept from the last one. Usable: the page and all its scripts have run
(DOMContentLoaded is over; all scripts are modules, which run before it) and the box takes letters.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache"
VISITS = 15
_MEASURE = """
const [page] = performance.getEntriesByType('navigation');
const parts = [page, ...performance.getEntriesByType('resource')];
const paint = performance.getEntriesByName('first-contentful-paint')[0];
return {
  bytes: parts.reduce((sum, part) => sum + part.transferSize, 0),
  plain: parts.reduce((sum, part) => sum + part.decodedBodySize, 0),
  parts: parts.length,
  elsewhere: parts.filter(part => new URL(part.name).origin !== location.origin).length,
  usable: page.domContentLoadedEventEnd - page.startTime,
  loaded: page.loadEventEnd - page.startTime,
  painted: paint ? paint.startTime : 0,
  box: document.querySelector('input[name=q]') !== null,
};
"""


def main() -> None:
    """Print the figures of the front page, of one with results, and of one entry."""
    sys.path.insert(0, str(ROOT / "tests" / "browser"))
    from chrome import chrome, missing

    if lacking := missing():
        print(f"page: {lacking}", file=sys.stderr)
        return
    db = CACHE / "bench.db"
    build = [sys.executable, "-m", "glossary", "build", str(ROOT / "corpus" / "issues"), "--db", str(db)]
    subprocess.run(build, check=True, capture_output=True)
    with _serving(db) as address, chrome() as driver:
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
        driver.get(address)
        entry = _first_entry(driver, address)
        for name, path in (("first page", ""), ("with results", "?q=허사이"), ("one entry", entry)):
            print(f"{name}: {_told([_visit(driver, address + path) for _ in range(VISITS)])}")


def _visit(driver: Any, address: str) -> dict[str, Any]:
    driver.get("about:blank")
    driver.get(address)
    found: dict[str, Any] = driver.execute_script(_MEASURE)
    return found


def _told(visits: list[dict[str, Any]]) -> str:
    last = visits[-1]
    usable = sorted(visit["usable"] for visit in visits)
    painted = statistics.median(visit["painted"] for visit in visits)
    return (
        f"{last['bytes'] / 1000:.1f} kB in {last['parts']} parts ({last['plain'] / 1000:.1f} kB unpacked, "
        f"{last['elsewhere']} from elsewhere), usable in {statistics.median(usable):.0f} ms "
        f"(worst of {len(visits)}: {usable[-1]:.0f}), painted in {painted:.0f} ms"
    )


def _first_entry(driver: Any, address: str) -> str:
    driver.get(f"{address}api/v1/concepts?limit=1")
    found = driver.execute_script("return JSON.parse(document.body.innerText).concepts[0].id")
    return f"concepts/{found}"


@contextmanager
def _serving(db: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "glossary", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
