"""Browse: the concepts of the glossary page by page, all of them or those that a query, a type or a status picks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from glossary.model import Concept, EntityType, Review, TermStatus
from glossary.service.context import Context

FOUND = 1000  # names that a query finds at most: whoever needs more asks for a page of all


@dataclass(frozen=True, slots=True)
class Filter:
    """Which concepts are wanted; a status asks for those that have a form of it."""

    query: str = ""
    type: EntityType | None = None
    status: TermStatus | None = None
    review: Review | None = None

    def admits(self, concept: Concept) -> bool:
        """Whether a concept is one of these, whatever the query.

        >>> from glossary.model import Term
        >>> one = Concept("c1", "彭昭", "person", (Term("평자오", "ko", "deprecated"),), 1, 1)
        >>> Filter(status="deprecated").admits(one), Filter(type="place").admits(one)
        (True, False)
        """
        return (
            self.type in (None, concept.type)
            and self.review in (None, concept.review)
            and (self.status is None or any(term.status == self.status for term in concept.terms))
        )


@dataclass(frozen=True, slots=True)
class Page:
    """Some concepts, and the id to go on after; `after` is None on the last page, and where a query gives the order."""

    concepts: tuple[Concept, ...]
    after: str | None = None
    more: bool = False


def browse(ctx: Context, wanted: Filter, *, limit: int, after: str = "", offset: int = 0) -> Page:
    """A page of concepts: by id, or as a look-up of the query ranks them.

    Raises NotFoundError("db-missing") and InputError("query-too-long").
    """
    if wanted.query:
        return _found(ctx, wanted, limit, offset)
    with ctx.reader() as reader:
        some = reader.page(
            type=wanted.type, status=wanted.status, review=wanted.review, after=after, offset=offset, limit=limit + 1
        )
        page = some[:limit]
        entries = reader.entries(page)
    more = len(some) > limit
    return Page(tuple(entries[id].concept for id in page), page[-1] if more else None, more)


def _found(ctx: Context, wanted: Filter, limit: int, offset: int) -> Page:
    from glossary.service.lookup import lookup

    found = [hit.id for hit in lookup(ctx, wanted.query, FOUND) if hit.id is not None]
    with ctx.reader() as reader:
        entries = reader.entries(found)
    fit = _fit((entries[id].concept for id in found if id in entries), wanted)
    return Page(tuple(fit[offset : offset + limit]), None, len(fit) > offset + limit)


def _fit(concepts: Iterable[Concept], wanted: Filter) -> list[Concept]:
    return [concept for concept in concepts if wanted.admits(concept)]
