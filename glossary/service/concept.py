"""One concept with all that speaks for it: readings, forms, the sentences it was seen in, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.model import Entry, Hit, Mention, Occurrence
from glossary.service.context import Context
from glossary.service.history import history
from glossary.service.hits import hit_of
from glossary.service.lookup import Best, similar
from glossary.service.review import questions_about
from glossary.service.sentences import cut
from glossary.service.sides import snippet
from glossary.views import ConceptView, DocumentSummary, Snippet

if TYPE_CHECKING:
    from glossary.store.reader import Reader

NEIGHBOURS = 8
OCCURRENCES = 200  # a page of evidence; the counts tell of the rest
BARE = 30  # sentences without hanzi beside them
EVENTS = 12  # of its history; `glossary history` tells all


def concept(ctx: Context, concept_id: str) -> ConceptView:
    """A concept with its evidence in context; raises NotFoundError("concept-missing")."""
    with ctx.reader() as reader:
        entry = reader.concept(concept_id)
        mentions = reader.mentions_of_concept(entry.concept.id, OCCURRENCES)
        return ConceptView(
            concept=entry.concept,
            reading=entry.reading,
            occurrences=tuple(_occurrences(reader, mentions)),
            aliases=entry.concept.aliases,
            neighbours=tuple(_neighbours(reader, entry, ctx.policy.lookup.one_slip)),
            bare=tuple(_bare(reader, entry.concept.id)),
            usage=tuple(reader.usage(entry.concept.id)),
            questions=tuple(questions_about(reader, (entry.concept.id, *entry.concept.members), ctx.policy.review)),
            history=tuple(history(ctx, entry.concept.id)[:EVENTS]),
        )


def _occurrences(reader: Reader, mentions: list[tuple[str, Mention]]) -> Iterator[Occurrence]:
    texts = {number: (reader.document(number), reader.text(number)) for number in {number for number, _ in mentions}}
    for number, mention in mentions:
        yield _occurrence(*texts[number], mention)


def _bare(reader: Reader, concept_id: str) -> Iterator[Snippet]:
    for number, mention in reader.bare_of_concept(concept_id, BARE):
        yield snippet(reader, reader.document(number), mention.start, mention.end, mention.line)


def _occurrence(summary: DocumentSummary, text: str, mention: Mention) -> Occurrence:
    cutting = cut(text, (mention.ko_start, mention.ko_end), (mention.zh_start, mention.zh_end))
    return Occurrence(
        document=summary.name,
        issue=summary.issue,
        date=summary.date,
        line=mention.line,
        sentence=cutting.text,
        ko_start=cutting.ko_start,
        ko_end=cutting.ko_end,
        zh_start=cutting.zh_start,
        zh_end=cutting.zh_end,
        mention=mention,
        document_id=summary.id,
    )


def _neighbours(reader: Reader, entry: Entry, one_slip: int) -> list[Hit]:
    """Other concepts that a form of this one may be taken for: the same spelling first, then those a slip apart."""
    near: Best = {}
    for term in entry.concept.terms:
        if term.language == "ko":
            for other, found in similar(reader, term.text, one_slip).items():
                near[other] = max(near.get(other, found), found, key=lambda scored: scored[0])
    near.pop(entry.concept.id, None)
    order = sorted(near, key=lambda other: (-near[other][0], other))[:NEIGHBOURS]
    entries = reader.entries(order)
    return [hit_of(entries[other], *near[other]) for other in order]
