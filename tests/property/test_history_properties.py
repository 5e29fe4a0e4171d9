"""Any sequence of edits: the log folds into the tables, and undoing everything returns to the first state."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from glossary_fakes import ISSUE, context
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.errors import ConflictError, NotFoundError
from glossary.service.build import build
from glossary.service.changing import Change, TermChange
from glossary.service.context import Context
from glossary.service.edit import add, change, merge, split, split_mentions
from glossary.service.keep import verify
from glossary.service.undo import revive, undo
from glossary.views import Written

FORMS = ("펑자오", "평자오", "홍콩", "Hesai", "彭昭")
NUMBER = st.integers(0, 7)
FORM = st.sampled_from(FORMS)
ACT = st.one_of(
    st.tuples(st.just("prefer"), NUMBER, FORM),
    st.tuples(st.just("forbid"), NUMBER, FORM),
    st.tuples(st.just("note"), NUMBER, st.sampled_from(("", "a", "b"))),
    st.tuples(st.just("delete"), NUMBER, NUMBER),
    st.tuples(st.just("add"), NUMBER, st.sampled_from(("李四", "김철수", "彭昭"))),
    st.tuples(st.just("merge"), NUMBER, NUMBER),
    st.tuples(st.just("split"), NUMBER, NUMBER),
    st.tuples(st.just("part"), NUMBER, NUMBER),
    st.tuples(st.just("undo"), NUMBER, NUMBER),
    st.tuples(st.just("revive"), NUMBER, st.integers(1, 4)),
)


@contextmanager
def glossary() -> Iterator[Context]:
    folder = Path(tempfile.mkdtemp())
    try:
        ctx = context(folder / "glossary.db")
        (folder / "260.txt").write_text(ISSUE, encoding="utf-8")
        build(ctx, [folder / "260.txt"])
        yield ctx
    finally:
        shutil.rmtree(folder)


def act(ctx: Context, kind: str, number: int, value: Any, done: list[Written]) -> Written:
    with ctx.reader() as reader:
        concepts = sorted(reader.concepts(), key=lambda concept: concept.id)
        if not concepts:  # all have been deleted: what is left is to take that back
            return undo(ctx, done[number % len(done)].event)
        one = concepts[number % len(concepts)]
        other = concepts[value % len(concepts)] if isinstance(value, int) else one
        places = [item.place for item in reader.sightings([one.key])]
    if kind == "add":
        return add(ctx, [TermChange(value)])
    if kind == "merge":
        return merge(ctx, one.id, other.id)
    if kind == "split":
        return split(ctx, one.members[value % len(one.members)] if one.members else one.id)
    if kind == "part":
        return split_mentions(ctx, one.id, places[:1])
    if kind == "undo":
        return undo(ctx, done[number % len(done)].event if done else 1)
    if kind == "revive":
        return revive(ctx, one.id, value)
    changes = {
        "prefer": Change((TermChange(str(value), "preferred"),)),
        "forbid": Change((TermChange(str(value), forbidden=True),)),
        "note": Change(note=str(value)),
        "delete": Change(deleted=True),
    }
    return change(ctx, one.id, changes[kind])


def state(ctx: Context) -> object:
    """All that is said and derived, but for versions, and for decisions that no longer count."""
    with ctx.reader() as reader:
        concepts = sorted(reader.concepts(), key=lambda concept: concept.id)
        shown = [(c.id, c.type, c.terms, c.mentions, c.members, c.note, c.review, c.source) for c in concepts]
        return shown, reader.curations(), reader.decisions()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ACT, max_size=9))
def test_replay_equals_the_tables_and_undoing_all_returns_to_the_first_state(acts: list[tuple[str, int, Any]]) -> None:
    with glossary() as ctx:
        first, done = state(ctx), []
        for kind, number, value in acts:
            try:
                written = act(ctx, kind, number, value, done)
            except (ConflictError, NotFoundError):
                continue
            if written.event:
                done.append(written)
        assert verify(ctx) == []
        for written in reversed(done):
            undo(ctx, written.event)
        assert state(ctx) == first
        assert verify(ctx) == []
