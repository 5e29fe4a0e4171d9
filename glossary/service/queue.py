"""The reviewers' queue: questions a page at a time, all of them or those of one type or one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.model import Proposal
from glossary.service.context import Context
from glossary.service.sides import asked
from glossary.service.waiting import unanswered
from glossary.views import DocumentSummary, Question

if TYPE_CHECKING:
    from glossary.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questions or names: of a type, of a document by its id, from a score on; empty for all."""

    type: str = ""
    document: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of questions with how many there are, and of which types and documents they can be picked."""

    questions: tuple[Question, ...]
    count: int
    waiting: int  # whatever is picked
    types: tuple[tuple[str, int], ...] = ()
    documents: tuple[DocumentSummary, ...] = ()


def queue(ctx: Context, wanted: Wanted, *, offset: int = 0, limit: int = -1) -> Queue:
    """A page of what waits for an answer, what touches most text first."""
    with ctx.reader() as reader:
        found = unanswered(reader, ctx.policy.review)
        types = _types(reader, found)
        picked = [one for one in found if one.score >= wanted.score and wanted.type in ("", types[_pair(one)])]
        if wanted.document:
            inside = _inside(reader, picked, int(wanted.document) if wanted.document.isdigit() else 0)
            picked = [one for one in picked if inside & {one.left, one.right}]
        page = picked[offset:] if limit < 0 else picked[offset : offset + limit]
        counts = Counter(types.values()).most_common()
        return Queue(tuple(asked(reader, page)), len(picked), len(found), tuple(counts), tuple(reader.documents()))


def waiting_questions(ctx: Context) -> int:
    """How many questions wait."""
    with ctx.reader() as reader:
        return len(unanswered(reader, ctx.policy.review))


def _pair(one: Proposal) -> tuple[str, str]:
    return one.left, one.right


def _types(reader: Reader, found: Sequence[Proposal]) -> Mapping[tuple[str, str], str]:
    """What each question is about: the type of the name that stays, else of how the text uses it."""
    homes = reader.resolve({one.left for one in found})
    entries = reader.entries(set(homes.values()))
    loose = [node for node, home in homes.items() if home not in entries]
    guessed: dict[str, str] = {}
    for item in reader.bare_sightings(loose) if loose else ():
        for node in item.mention.nodes:
            guessed.setdefault(node, item.mention.type)
    return {
        _pair(one): entries[homes[one.left]].concept.type
        if homes[one.left] in entries
        else guessed.get(one.left, "term")
        for one in found
    }


def _inside(reader: Reader, found: Sequence[Proposal], document: int) -> set[str]:
    """The nodes of these questions that a document mentions."""
    nodes = {node for one in found for node in (one.left, one.right)}
    inside = {node for item in reader.bare_sightings(nodes) if item.document == document for node in item.mention.nodes}
    keys = {key: node for node, key in reader.keys_of(nodes).items() if not key.startswith("ko:")}
    from glossary.text.keys import hanzi_key

    return inside | {
        keys[key]
        for item in reader.sightings(keys)
        if item.document == document and (key := hanzi_key(item.mention.zh)) in keys
    }
