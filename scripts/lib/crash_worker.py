"""One process that builds or edits until it is killed, telling each event once it is committed: crash_worker.py
build|edit DB FOLDER SEED [COUNT].

Readings and extraction are the tests' fakes, so that the time goes into the database.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "tests" / "service")]

from glossary_fakes import context  # noqa: E402

from glossary.errors import ConflictError, NotFoundError  # noqa: E402
from glossary.model import CuratedTerm, Curation  # noqa: E402
from glossary.service.acts import act  # noqa: E402
from glossary.service.build import build  # noqa: E402
from glossary.service.changing import Change, TermChange  # noqa: E402
from glossary.service.context import Context  # noqa: E402
from glossary.service.edit import add, change, merge, split  # noqa: E402
from glossary.service.undo import undo  # noqa: E402
from glossary.views import Written  # noqa: E402

HANZI = "甲乙丙丁戊己庚辛壬癸"
HANGUL = "가나다라마바사아자차카타파하"
NEVER = 1 << 30


def main(mode: str, db: str, folder: str, seed: str, count: str = str(NEVER)) -> None:
    """Work until killed, or until so many edits are done."""
    ctx = context(Path(db))
    _warm(Path(db).with_name(f"{mode}-{os.getpid()}-warm.db"))
    if mode == "build":
        print("ready", flush=True)
        build(ctx, [Path(folder)])
        return
    dice = random.Random(seed)
    print("ready", flush=True)
    if mode == "count":
        for _ in range(int(count)):
            print(counted(ctx, "c0").event, flush=True)
        return
    for number in range(int(count)):
        why = f"{seed}-{number}"
        try:
            done = edit(ctx, dice, why)
        except (ConflictError, NotFoundError):  # two of the dice's names are one by now, or none
            continue
        if done.event:
            print(done.event, why, flush=True)


def _warm(db: Path) -> None:
    """Have everything imported before the clock of the kill starts."""
    add(context(db), [TermChange("가")])
    for tail in ("", "-wal", "-shm"):
        db.with_name(db.name + tail).unlink(missing_ok=True)


def edit(ctx: Context, dice: random.Random, why: str) -> Written:
    """One act of any kind on a handful of concepts."""
    with ctx.reader() as reader:
        concepts = reader.concepts()
        last = reader.last_event()
    kind = dice.choice(("add", "change", "change", "change", "merge", "split", "undo", "delete"))
    if kind == "add" or len(concepts) < 3:
        zh = "".join(dice.choices(HANZI, k=2))
        return add(ctx, [TermChange(zh), TermChange("".join(dice.choices(HANGUL, k=2)))], why=why)
    one, other = dice.sample([concept.id for concept in concepts], 2)
    if kind == "merge":
        return merge(ctx, one, other, why=why)
    if kind == "split":
        return split(ctx, dice.choice(next((c.members for c in concepts if c.members), (one,))), why=why)
    if kind == "undo":
        return undo(ctx, dice.randint(1, last), why=why)
    if kind == "delete":
        return change(ctx, one, Change(deleted=True), why=why)
    form = TermChange("".join(dice.choices(HANGUL, k=3)), "preferred")
    return change(ctx, one, Change((form,), note=why), why=why)


def counted(ctx: Context, concept: str) -> Written:
    """One more in the note of a concept: read and written under the version that was read, again where others won."""
    while True:
        with ctx.reader() as reader:
            said, version = reader.curation(concept), reader.version(concept)
        before = said or Curation(concept, "ko:수", terms=(CuratedTerm("수", "ko", "preferred"),), note="0")
        after = Curation(concept, "ko:수", terms=before.terms, note=str(int(before.note) + 1))

        def do(desk: object, after: Curation = after, version: int = version) -> str:
            desk.curate(after, version)  # type: ignore[attr-defined]
            return concept

        try:
            return act(ctx, concept, "", do)
        except ConflictError:
            continue


if __name__ == "__main__":
    main(*sys.argv[1:])
