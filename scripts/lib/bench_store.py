"""Kills and crowds in full number, and what an edit costs at 100,000 terms: bench parts `crash`, `batch`, `edits`."""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "service")]
ROUNDS = 100  # two kills each
KILLS = 300  # of batches
CONCEPTS = 34_000  # of three terms each: 100,000 terms
EDITS = 300
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"
HANZI = "江河湖海山川金木水火土日月星辰东西南北中天地人文武明光华国安平新大长高"


def crash() -> None:
    """Kill a build and an editor together, again and again; then a crowd of editors."""
    from crash import crowd, kill_often

    folder = Path(tempfile.mkdtemp(prefix="glossary-crash-"))
    try:
        done = kill_often(folder / "killed.db", folder / "issues", ROUNDS)
        print(f"kill -9: {done.kills} kills, {done.acknowledged} acknowledged edits, {len(done.lost)} lost", end=", ")
        print(f"{len(done.torn)} torn states, {len(done.errors)} errors seen")
        for line in sorted({*done.torn, *done.errors}):
            print(f"    {line}")
        many = crowd(folder / "crowd.db", folder)
        lost = many.edits - many.counted
        print(f"8 threads and 2 processes: {many.edits} edits in {many.seconds:.1f} s, {lost} lost", end=", ")
        print(f"{len(many.errors)} errors seen by an editor")
    finally:
        shutil.rmtree(folder)


def batch() -> None:
    """Kill batches of `glossary normalize` and let each go on until it is done."""
    from crash_batch import kill_batches

    folder = Path(tempfile.mkdtemp(prefix="glossary-batch-"))
    try:
        done = kill_batches(folder, KILLS)
        print(f"kill -9 in {done.finished} batches: {done.kills} kills, {len(done.partial)} partial files", end=", ")
        print(f"{len(done.different)} differences after going on or after an undo, {done.orphans} processes left over")
    finally:
        shutil.rmtree(folder)


def edits() -> None:
    """An edit and a new concept, committed, in a glossary of 100,000 terms, over the real readings."""
    from glossary.service.changing import Change, TermChange
    from glossary.service.context import open_context
    from glossary.service.edit import add, change

    folder = Path(tempfile.mkdtemp(prefix="glossary-edits-"))
    try:
        ctx = open_context(folder / "glossary.db", actor="bench")
        began = time.perf_counter()
        ids = _filled(folder / "glossary.db")
        print(f"a glossary of {len(ids):,} concepts, {3 * len(ids):,} terms: {time.perf_counter() - began:.0f} s")
        change(ctx, ids[0], Change(note="warm"))
        times: dict[str, list[tuple[float, float]]] = {"edit": [], "new concept": []}
        for number in range(EDITS):
            form = TermChange(_name(number + 7), "preferred")
            times["edit"].append(_ms(lambda: change(ctx, ids[number * 97 % len(ids)], Change((form,)))))  # noqa: B023
            new = [TermChange(_hanzi(CONCEPTS + number)), TermChange(_name(number) + "신")]
            times["new concept"].append(_ms(lambda: add(ctx, new)))  # noqa: B023
        for name, taken in times.items():
            walls, spent = (sorted(column) for column in zip(*taken, strict=True))
            last = len(taken) * 99 // 100
            print(f"{name}, committed: p50 {statistics.median(walls):.1f} ms, p99 {walls[last]:.1f} ms", end="; ")
            print(f"of the processor p50 {statistics.median(spent):.1f} ms, p99 {spent[last]:.1f} ms")
    finally:
        shutil.rmtree(folder)


def _filled(db: Path) -> list[str]:
    from glossary.link.group import concept_id
    from glossary.model import Concept, CuratedTerm, Curation, Entry, Reading, Term
    from glossary.store.writer import Writer

    curations, entries = [], []
    for number in range(CONCEPTS):
        key, ko, en = _hanzi(number), _name(number), f"Name {number}"
        forms = (("ko", ko), ("zh-Hans", key), ("en", en))
        said = tuple(CuratedTerm(text, language, "preferred") for language, text in forms)
        curation = Curation(concept_id(key), key, "organization", source="editor", terms=said)
        terms = tuple(Term(text, language, "preferred", source="editor") for language, text in forms)
        concept = Concept(curation.concept, key, "organization", terms, 0, 0, "approved", source="editor")
        curations.append(curation)
        entries.append(Entry(concept, Reading(key, ko, (), ko), ()))
    with Writer(db) as writer, writer.transaction():
        writer.curate_many(curations, actor="bench", at="2026-01-01T00:00:00+00:00")
        keys = [entry.concept.key for entry in entries]
        writer.replace_concepts(keys, entries, actor="bench", at="2026-01-01T00:00:00+00:00")
    return [curation.concept for curation in curations]


def _name(number: int) -> str:
    return _written(number, SYLLABLES, 4)


def _hanzi(number: int) -> str:
    return _written(number, HANZI, 4)


def _written(number: int, letters: str, length: int) -> str:
    mixed = number * 7919 + 104729  # neighbours share no beginning
    found = []
    for _ in range(length):
        mixed, place = divmod(mixed, len(letters))
        found.append(letters[place])
    return "".join(found)


def _ms(do: object) -> tuple[float, float]:
    """By the clock on the wall, and what the processor spent: machines are shared."""
    began, worked = time.perf_counter(), time.process_time()
    do()  # type: ignore[operator]
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
