"""Both names of a question as a reviewer sees them: what each is called, and the sentences where it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from glossary.model import Mention, Proposal
from glossary.service.sentences import cut
from glossary.service.waiting import words
from glossary.text.keys import hanzi_key
from glossary.views import DocumentSummary, Question, Side, Snippet

if TYPE_CHECKING:
    from glossary.store.reader import Reader

_SHOWN = 3  # sentences of each side: enough to see who is meant
_DIGITS = 7


def number_of(proposal: Proposal) -> str:
    """What a question is called by: the same whatever is asked before it and how its answer scores.

    >>> number_of(Proposal("c9cf91fc0a51", "form:평자오", "same", 0.9, ()))
    '3e966b9'
    """
    return pair_number(proposal.left, proposal.right)


def pair_number(left: str, right: str) -> str:
    """The number of the question whether these two nodes are one.

    >>> pair_number("c9cf91fc0a51", "form:평자오")
    '3e966b9'
    """
    return hashlib.sha256(f"{left} {right}".encode()).hexdigest()[:_DIGITS]


def asked(reader: Reader, proposals: Sequence[Proposal]) -> Iterator[Question]:
    """Proposals as questions, in their order."""
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
    return Snippet(cutting.text, cutting.ko_start, cutting.ko_end, doc.name, doc.issue, doc.date, line, doc.id)
