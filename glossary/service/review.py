"""Review: which names may be one, asked in the order of how much text the answer touches, and the answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from glossary.errors import ConflictError, NotFoundError
from glossary.model import Judgement, Mention, Proposal
from glossary.service.acts import Desk, act
from glossary.service.context import Context
from glossary.service.sentences import cut
from glossary.service.waiting import unanswered, words
from glossary.text.keys import hanzi_key
from glossary.views import DocumentSummary, Question, Side, Snippet, Written

if TYPE_CHECKING:
    from glossary.store.reader import Reader

FORM = "form:"
_SHOWN = 3  # sentences of each side: enough to see who is meant
_DIGITS = 7


def questions(ctx: Context, limit: int = -1, *, automatic: bool = False) -> list[Question]:
    """What waits for an answer, the weightiest first; with `automatic` what was linked without one."""
    with ctx.reader() as reader:
        found = sure(reader) if automatic else unanswered(reader)
        return list(_questions(reader, found if limit < 0 else found[:limit]))


def sure(reader: Reader) -> list[Proposal]:
    """The proposals that count by themselves and that nobody has confirmed or refused."""
    answered = {frozenset((one.left, one.right)) for one in reader.decisions() if not one.scope}
    found = [one for one in reader.proposals(automatic=True) if frozenset((one.left, one.right)) not in answered]
    homes = reader.resolve({node for one in found for node in (one.left, one.right)})
    return [one for one in found if one.judgement == "same" and homes[one.left] == homes[one.right]]


def questions_about(reader: Reader, nodes: Iterable[str]) -> list[Question]:
    """What waits and touches one of these nodes."""
    wanted = set(nodes)
    return list(_questions(reader, [one for one in unanswered(reader) if wanted & {one.left, one.right}]))


def number_of(proposal: Proposal) -> str:
    """What a question is called by: the same whatever is asked before it and how its answer scores.

    >>> number_of(Proposal("c9cf91fc0a51", "form:평자오", "same", 0.9, ()))
    '3e966b9'
    """
    return hashlib.sha256(f"{proposal.left} {proposal.right}".encode()).hexdigest()[:_DIGITS]


def answer(ctx: Context, number: str, judgement: Judgement, *, why: str = "") -> Written:
    """Answer a question by its number, or by as much of it as names no other.

    Raises NotFoundError("question-missing"), ConflictError("question-ambiguous") and, where a "different" stands in
    the way of a "same", ConflictError("merge-refused").
    """
    with ctx.reader() as reader:
        asked = _asked([*unanswered(reader), *sure(reader)], number)

    def do(desk: Desk) -> str:
        desk.decide(asked.left, asked.right, judgement)
        return asked.left

    def check(desk: Desk) -> None:
        homes = desk.writer.resolve([asked.left, asked.right])
        if judgement == "same" and homes[asked.left] != homes[asked.right]:
            raise ConflictError("merge-refused", left=asked.left, right=asked.right)

    return act(ctx, asked.left, why, do, check)


def _asked(open_ones: Sequence[Proposal], number: str) -> Proposal:
    found = [one for one in open_ones if number and number_of(one).startswith(number.strip().lower())]
    if not found:
        raise NotFoundError("question-missing", id=number)
    if len(found) > 1:
        raise ConflictError("question-ambiguous", id=number, count=len(found))
    return found[0]


def _questions(reader: Reader, proposals: Sequence[Proposal]) -> Iterator[Question]:
    nodes = {node for one in proposals for node in (one.left, one.right)}
    names, homes, keys = words(reader, nodes), reader.resolve(nodes), reader.keys_of(nodes)
    documents = {int(summary.id): summary for summary in reader.documents()}
    sides = {node: _side(reader, node, names[node], homes[node], keys.get(node, ""), documents) for node in nodes}
    for one in proposals:
        yield Question(
            number=number_of(one),
            left=sides[one.left],
            right=sides[one.right],
            judgement=one.judgement,
            score=one.score,
            touches=one.touches,
            evidence=one.evidence,
            automatic=one.automatic,
        )


def _side(reader: Reader, node: str, text: str, home: str, key: str, documents: dict[int, DocumentSummary]) -> Side:
    entry = reader.entries([home]).get(home)
    with_hanzi = [] if key.startswith("ko:") or not key else reader.sightings([key])
    bare = reader.bare_sightings([node])
    seen: list[tuple[int, int, int, int]] = [
        *((item.document, item.mention.ko_start, item.mention.ko_end, item.mention.line) for item in with_hanzi),
        *((item.document, item.mention.start, item.mention.end, item.mention.line) for item in bare),
    ]
    forms = [item.mention.ko for item in with_hanzi] + [item.mention.text for item in bare]
    types = [item.mention.type for item in with_hanzi] + [item.mention.type for item in bare]
    return Side(
        node=node,
        concept=entry.concept.id if entry is not None else None,
        text=text,
        zh=_hanzi([item.mention for item in with_hanzi], key),
        forms=tuple(dict.fromkeys(" ".join(form.split()) for form in forms)),
        type=entry.concept.type if entry is not None else types[0] if types else "term",
        mentions=len(seen),
        seen=tuple(snippet(reader, documents[place[0]], *place[1:]) for place in seen[-_SHOWN:]),
    )


def _hanzi(mentions: Sequence[Mention], key: str) -> str:
    """The hanzi as last written; the key where no document has them."""
    written = [mention.zh for mention in mentions if hanzi_key(mention.zh) == key]
    return written[-1] if written else "" if key.startswith("ko:") else key


def snippet(reader: Reader, doc: DocumentSummary, start: int, end: int, line: int) -> Snippet:
    """The sentence of a document in which a name stands, with where it stands in it."""
    cutting = cut(reader.text(doc.id), (start, end), (start, end))
    return Snippet(cutting.text, cutting.ko_start, cutting.ko_end, doc.name, doc.issue, doc.date, line)
