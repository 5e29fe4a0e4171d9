"""Names that nobody has approved yet: each with its sentences, to be approved, corrected or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.errors import InputError
from glossary.model import TYPES, Concept, Reading
from glossary.service.changing import Change, TermChange
from glossary.service.context import Context
from glossary.service.edit import change
from glossary.service.queue import Wanted
from glossary.service.sides import snippet
from glossary.views import DocumentSummary, Snippet, Written

if TYPE_CHECKING:
    from glossary.store.reader import Reader

_SHOWN = 2  # sentences of each name


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that waits for approval: how it stands, how its hanzi are read, where it was seen."""

    concept: Concept
    reading: Reading
    seen: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class NewNames:
    """A page of such names, and how many there are."""

    names: tuple[NewName, ...]
    count: int
    documents: tuple[DocumentSummary, ...] = ()


def new_names(ctx: Context, wanted: Wanted, *, offset: int = 0, limit: int) -> NewNames:
    """A page of the names to approve: those that somebody proposed, then those that stand in most text."""
    from glossary.store.review_lists import unapproved

    with ctx.reader() as reader:
        ids = unapproved(reader, type=wanted.type, document=wanted.document)
        page = ids[offset : offset + limit]
        entries = reader.entries(page)
        documents = {one.id: one for one in reader.documents()}
        names = [NewName(entries[id].concept, entries[id].reading, tuple(_seen(reader, id, documents))) for id in page]
        return NewNames(tuple(names), len(ids), tuple(documents.values()))


def waiting_names(ctx: Context) -> int:
    """How many names wait for approval."""
    from glossary.store.review_lists import unapproved

    with ctx.reader() as reader:
        return len(unapproved(reader))


def _seen(reader: Reader, id: str, documents: dict[str, DocumentSummary]) -> Iterator[Snippet]:
    glossed = reader.mentions_of_concept(id, _SHOWN)
    places = [(doc, one.ko_start, one.ko_end, one.line) for doc, one in glossed]
    if len(places) < _SHOWN:
        bare = reader.bare_of_concept(id, _SHOWN - len(places))
        places += [(doc, one.start, one.end, one.line) for doc, one in bare]
    return (snippet(reader, documents[doc], *place) for doc, *place in places)


def approve(ctx: Context, id: str, version: int, *, ko: str = "", type: str = "", why: str = "") -> Written:
    """Say that a name is right, with another Korean form or type where one is given.

    Raises ConflictError("version-conflict") where somebody has changed it since, and what `change` raises.
    """
    if type and type not in TYPES:
        raise InputError("field-unfit", field="type")
    terms = (TermChange(ko.strip(), "preferred", language="ko"),) if ko.strip() else ()
    wanted = Change(terms, type=type or None, review="approved")
    return change(ctx, id, wanted, version, why=why)


def reject(ctx: Context, id: str, version: int, *, why: str = "") -> Written:
    """Say that this is no name: it is shown nowhere, whatever texts say, until that is taken back."""
    return change(ctx, id, Change(deleted=True), version, why=why)
