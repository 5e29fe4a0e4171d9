"""Checking issue 260, warm, against textlint with prh rules made from the same terms: bench part `check`.

Both get the same text and the same terms: the names of the issue with their spellings, and made-up ones up to the size.
prh knows spellings and nothing else, so what each finds and misses of the listed slips stands beside the times. Times
are processor time of one process, since the machine is noisy.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench_names import Maker

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache"
ISSUE = ROOT / "corpus" / "issues" / "260.txt"
DEFECTS = ROOT.parent / "shared" / "gold" / "issue-260.defects.tsv"  # as scripts/evaluate has it; not needed
PEER = ROOT / "scripts" / "lib" / "textlint_peer.mjs"
PACKAGES = ("@textlint/kernel@15", "@textlint/textlint-plugin-text@15", "textlint-rule-prh@6", "prh@5")
SIZES = (1_000, 100_000)  # terms
REPEATS = 7
TERMS_A_NAME = 2.6  # of the made-up glossary: preferred and drifted Hangul, both scripts, English


def checking(arguments: Sequence[str]) -> None:
    """Both on glossaries of each size, or of the sizes asked for."""
    CACHE.mkdir(exist_ok=True)
    for size in [int(word) for word in arguments if word.isdigit()] or SIZES:
        db = CACHE / f"check-{size}.db"
        terms = _filled(db, size)
        ours, findings = _ours(db)
        theirs = _theirs(db, size)
        print(f"check of issue 260, warm, {terms:,} terms, processor time of one check, median of {REPEATS}:")
        print(f"    ours {ours * 1000:.0f} ms, {len(findings)} findings, {_hits(findings)}")
        if theirs is None:
            print("    textlint: npm or node is not there")
            continue
        told = [(one["line"], one["message"]) for one in theirs["messages"]]
        for name in ("textlint", "prh"):
            taken = statistics.median(theirs[name]) / 1000
            print(f"    {name} {taken * 1000:.0f} ms, {taken / ours:.2f} times ours", end="; ")
        print(f"textlint {len(told)} findings, {_hits(told)}")


def _filled(db: Path, size: int) -> int:
    """The issue's glossary with made-up names up to so many terms; built once."""
    from glossary.service.build import build
    from glossary.service.context import open_context
    from glossary.store.reader import Reader
    from glossary.store.writer import Writer

    marks = db.with_suffix(".made")
    if not db.exists() or not marks.exists():
        db.unlink(missing_ok=True)
        build(open_context(db), [ROOT / "corpus" / "issues"])
        maker = Maker()
        entries = [maker.entry(zh, kind) for zh, kind in maker.names(int(size / TERMS_A_NAME))]
        with Writer(db) as writer, writer.transaction():
            ours = {key for key, nodes in writer.nodes_of([one.concept.key for one in entries]).items() if nodes}
            fresh = [entry for entry in entries if entry.concept.key not in ours]
            keys = [entry.concept.key for entry in fresh]
            writer.replace_concepts(keys, fresh, actor="bench", at="2026-01-01T00:00:00+00:00")
        marks.write_text("whole\n")
    with Reader(db) as reader:
        ids = {form.concept for form in reader.known_forms()}
        return sum(len(entry.concept.terms) for entry in reader.entries(ids).values())


def _ours(db: Path) -> tuple[float, list[tuple[int, str]]]:
    from glossary.service.check import check_bytes
    from glossary.service.context import open_context

    ctx, data, taken = open_context(db), ISSUE.read_bytes(), []
    for _ in range(REPEATS + 2):
        began = time.process_time()
        checked = check_bytes(ctx, ISSUE.name, data)
        taken.append(time.process_time() - began)
    return statistics.median(taken[2:]), [(one.line, f"{one.rule} {one.text}") for one in checked.findings]


def _theirs(db: Path, size: int) -> dict[str, Any] | None:
    folder = CACHE / "textlint"
    if shutil.which("npm") is None or shutil.which("node") is None:
        return None
    if not (folder / "node_modules").is_dir():
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text('{"private": true}')
        subprocess.run(["npm", "install", "--silent", *PACKAGES], cwd=folder, check=True)
    rules = folder / f"rules-{size}.yml"
    rules.write_text("\n".join(_rules(db)), encoding="utf-8")
    repeats = str(REPEATS if size <= 10_000 else 1)  # each takes minutes
    call = ["node", str(PEER), str(rules), str(ISSUE), repeats]
    done = subprocess.run(call, cwd=folder, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _rules(db: Path) -> Iterator[str]:
    """A rule for each concept: its preferred form, and every other Korean form as a pattern."""
    from glossary.store.reader import Reader

    yield "version: 1\nrules:"
    with Reader(db) as reader:
        ids = list(dict.fromkeys(form.concept for form in reader.known_forms()))
        entries = reader.entries(ids)
    for entry in entries.values():
        korean = [term.text for term in entry.concept.terms if term.language == "ko"]
        if not korean:
            continue
        best, *rest = korean  # the preferred one stands first
        others = [json.dumps(other, ensure_ascii=False) for other in rest]
        patterns = "".join(f"\n      - {other}" for other in others)
        yield f"  - expected: {json.dumps(best, ensure_ascii=False)}" + (f"\n    patterns:{patterns}" if others else "")


def _hits(found: Sequence[tuple[int, str]]) -> str:
    """How many of the listed slips a tool tells of, and which it misses."""
    if not DEFECTS.exists():
        return "no list of slips at hand"
    rows = [line.split("\t") for line in DEFECTS.read_text(encoding="utf-8").splitlines() if line][1:]
    missed = [surface for lines, surface, *_ in rows if not _told(lines, surface, found)]
    return f"{len(rows) - len(missed)} of {len(rows)} listed slips" + (f" (not {', '.join(missed)})" if missed else "")


def _told(lines: str, surface: str, found: Sequence[tuple[int, str]]) -> bool:
    return any(str(line) in lines.split(",") and surface in message for line, message in found)
