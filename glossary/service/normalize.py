"""Normalize: the bytes of a document with every sure fix in them, and why each was made.

The fixes of one round can bring up others, a majority that tips or a name that now stands in two spellings, so that
rounds follow until none is left: what comes out is what the check has nothing to fix in, and to normalize it again
changes nothing. Where two rules undo each other, one of their texts is chosen, the same whichever the rounds began at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from glossary.edit import apply, change_set
from glossary.edit.compose import compose
from glossary.errors import InputError
from glossary.model import ChangeSet, Document, Edit, Evidence, Finding, Severity
from glossary.service.check import findings
from glossary.service.context import Context
from glossary.service.silence import NONE, earlier_names, part

if TYPE_CHECKING:
    from glossary.store.reader import Reader

LEVEL: Severity = "warning"
READ_ONLY = frozenset({"pdf", "hwp"})
_ROUNDS = 16
_PARTICLE = "particle"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an edit was made: what the rule said, by a message's code and parameters."""

    rule: str
    severity: Severity
    message: str
    params: tuple[tuple[str, object], ...] = ()
    concept: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One edit of the document as it was, with its reasons, the first round's first."""

    edit: Edit
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Normalized:
    """A document as it was, its bytes with the changes in them, and what its format does not take."""

    doc: Document
    data: bytes
    changes: tuple[Change, ...] = ()
    left: tuple[Edit, ...] = ()  # places are those of the text that comes out


@dataclass(frozen=True, slots=True)
class _State:
    """Where the rounds stand."""

    doc: Document
    data: bytes
    changes: tuple[Change, ...]


def normalize(ctx: Context, name: str, data: bytes) -> Normalized:
    """Normalize bytes at hand: an upload, a text typed on the page; raises what reading and writing raise.

    Raises InputError("not-writable") for what is read only, and NotFoundError("db-missing").
    """
    with ctx.reader() as reader:
        return normalize_with(ctx, reader, name, data)


def normalize_with(ctx: Context, reader: Reader, name: str, data: bytes) -> Normalized:
    """The same against the glossary that a reader stands on."""
    refuse_read_only(name, data)
    first = ctx.stages.read(PurePath(name).name, data)
    states = [_State(first, data, ())]
    for _ in range(_ROUNDS):
        now = states[-1]
        changes, reasons = _round(ctx, reader, now)
        if not changes.edits:
            return Normalized(first, now.data, now.changes, changes.dropped)
        after = _next(ctx, first, now, changes.edits, reasons)
        seen = next((place for place, state in enumerate(states) if state.data == after.data), None)
        if seen is not None:
            return _chosen(first, states[seen:])
        states.append(after)
    raise InputError("normalize-unsettled", path=name, text=states[-1].changes[0].edit.old)


def refuse_read_only(name: str, data: bytes) -> None:
    """Raise InputError("not-writable") for formats that nothing is written back to, before any of it is read."""
    from glossary.documents.sniff import file_kind

    kind = file_kind(data)
    if kind in READ_ONLY:
        raise InputError("not-writable", path=name, kind=kind)


def _round(ctx: Context, reader: Reader, now: _State) -> tuple[ChangeSet, list[Reason]]:
    """The edits that the check asks for and the format takes; what it does not take is dropped."""
    from glossary.documents import sift

    found = findings(ctx, reader, now.doc)
    ignores = [*reader.ignores(), *ctx.policy.ignores]
    speaking, _ = part(now.doc, found, ignores, earlier_names(reader, found) if ignores else NONE)
    asked = change_set(now.doc.text, speaking, level=LEVEL).edits
    if not asked:
        return ChangeSet(()), []
    taken = sift(now.data, now.doc, ChangeSet(asked), limits=ctx.policy.documents)
    edits = tuple(edit for edit in taken.edits if edit.old != edit.new)
    return ChangeSet(edits, taken.dropped), list(_reasons(edits, speaking))


def _reasons(edits: Sequence[Edit], found: Iterable[Finding]) -> Iterable[Reason]:
    by_place = {(finding.start, finding.end, finding.rule): finding for finding in found}
    name = None
    for edit in edits:
        finding = by_place.get((edit.start, edit.end, edit.reason))
        if finding is not None and edit.new in finding.suggestions:
            yield Reason(
                finding.rule, finding.severity, finding.message, finding.params, finding.concept, finding.evidence
            )
        else:
            before = name or edit
            said = (("text", edit.old), ("name", before.new), ("preferred", edit.new))
            evidence = (Evidence("replaced-name", 1.0, f"{before.old} {before.new}"),)
            yield Reason(edit.reason, LEVEL, "normalize-particle", said, None, evidence)
        name = edit if edit.reason != _PARTICLE else name


def _next(ctx: Context, first: Document, now: _State, edits: tuple[Edit, ...], reasons: Sequence[Reason]) -> _State:
    from glossary.documents import write

    data = write(now.data, now.doc, ChangeSet(edits), limits=ctx.policy.documents)
    doc = ctx.stages.read(now.doc.name, data)
    if doc.text != apply(now.doc.text, ChangeSet(edits)):
        raise InputError("edit-unwritable", path=first.name, text=edits[0].old)
    made = compose(first.text, [change.edit for change in now.changes], edits)
    changes = tuple(
        Change(
            item.edit,
            (
                *(reason for place in item.first for reason in now.changes[place].reasons),
                *(reasons[place] for place in item.second),
            ),
        )
        for item in made
    )
    return _State(doc, data, changes)


def _chosen(first: Document, circle: Sequence[_State]) -> Normalized:
    """Of texts that follow each other for ever, the one that does not hang on where they began."""
    state = min(circle, key=lambda state: state.data)
    return Normalized(first, state.data, state.changes)
