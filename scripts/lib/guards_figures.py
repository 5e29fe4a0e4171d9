"""Hold the guards of the service against much that is meant badly: guards_figures.py [PART]... [--requests N]

hostile: seeded requests to every route as an administrator; no answer is a failure, has a trace or lacks a header.
payloads: scripts in every field of every form and query; no page gains an element.
leaks: requests to a served glossary; handles, threads and memory of its process before and after.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "webapp")]

from hostile_requests import MARK, hostile  # noqa: E402

from glossary.service.context import Context  # noqa: E402

TRACE = re.compile(r'Traceback \(most recent|File "[^"]+", line \d+|werkzeug\.|sqlite3\.|jinja2\.')
WANTED = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control")
PARTS = ("hostile", "payloads", "leaks")


def main(arguments: Sequence[str]) -> int:
    """Print the figures; exit status 1 where a guard has failed."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate guards", description=str(__doc__).splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--requests", type=int, help="10,000 hostile ones, 2,000 for leaks")
    parser.add_argument("--share", default="1/1", help="of the payloads: 2/3 is the second third")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chosen = options.parts
    failed = False
    if "hostile" in chosen:
        failed |= run_hostile(options.requests or 10_000, options.seed)
    if "payloads" in chosen:
        from script_payloads import PAYLOADS, run_payloads

        part, parts = map(int, options.share.split("/"))
        failed |= run_payloads(PAYLOADS[part - 1 :: parts])
    if "leaks" in chosen:
        from leaks import run_leaks

        failed |= run_leaks(options.requests or 2_000)
    return int(failed)


def ids_of(context: Context) -> tuple[str, ...]:
    """Some ids that exist: concepts, documents, forms."""
    from glossary.service.documents import documents
    from glossary.service.lookup import lookup

    concepts = [hit.id for query in ("허사이커지", "후룬", "산시") for hit in lookup(context, query, 3) if hit.id]
    return (*concepts, *(document.id for document in documents(context)), "허사이커지", "禾赛科技")


def unfit(answer: Any) -> str:
    """What is wrong with an answer; empty where nothing is."""
    if answer.status_code >= 500:
        return f"status {answer.status_code}"
    lacking = [name for name in WANTED if name not in answer.headers]
    if lacking:
        return f"lacks {', '.join(lacking)}"
    if answer.mimetype in ("text/html", "application/json", "text/plain") and TRACE.search(
        answer.get_data(as_text=True)
    ):
        return "a trace"
    return ""


def run_hostile(count: int, seed: int) -> bool:
    """So many hostile requests to every route; whether any answer was unfit."""
    from web_people import house, quick_passwords

    log = _Log()
    logging.getLogger().addHandler(log)
    logging.getLogger().setLevel(logging.INFO)
    statuses: Counter[int] = Counter()
    wrong: Counter[str] = Counter()
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as folder, quick_passwords():
        place = house(Path(folder))
        client = place.app.test_client(use_cookies=False)
        for asked in hostile(place.app, seed, count, ids_of(place.context)):
            headers = {**place.program("admin"), **asked.pop("headers")}
            named = f"{asked['method']} {asked['path'][:80]}"
            begun = time.perf_counter()
            answer = client.open(**asked, headers=headers)
            slowest = max(slowest, (time.perf_counter() - begun, named))
            statuses[answer.status_code] += 1
            reason = unfit(answer)
            if reason:
                wrong[f"{named}: {reason}"] += 1
    print(f"hostile: {count} requests, statuses {dict(sorted(statuses.items()))}")
    print(f"  unfit answers {sum(wrong.values())}, logged lines with text {log.told}")
    print(f"  slowest {slowest[0]:.2f} s: {slowest[1]}")
    for line, times in wrong.most_common(20):
        print(f"  {times} x {line}")
    return bool(wrong) or bool(log.told)


class _Log(logging.Handler):
    """Counts lines that tell of what was sent."""

    told = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Look at one line."""
        text = self.format(record)
        if MARK in text or TRACE.search(text):
            self.told += 1
            print(text[:300], file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
