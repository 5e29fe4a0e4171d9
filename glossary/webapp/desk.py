"""What the pages ask of the use cases: the one seam between this room and `service`."""

from __future__ import annotations

from typing import Protocol

from glossary.messages import Lang
from glossary.model import EntityType, Hit, Reading
from glossary.service.context import Context
from glossary.views import ConceptView, DocumentSummary, DocumentView, Stats


class Desk(Protocol):
    """The questions that a page can put to the glossary."""

    @property
    def first_mention(self) -> str:
        """The house's template for a name at its first mention."""

    @property
    def max_query(self) -> int:
        """The longest query that is answered, in characters."""

    @property
    def limit(self) -> int:
        """How many hits are shown unless the reader asks for another number."""

    def check(self) -> None:
        """Raise what keeps the database from answering, if anything does."""

    def lookup(self, query: str, limit: int) -> list[Hit]:
        """The entries that answer a query, best first."""

    def concept(self, id: str) -> ConceptView:
        """One entry; raises NotFoundError where there is none."""

    def documents(self) -> list[DocumentSummary]:
        """The documents read, newest first."""

    def document(self, id: str) -> DocumentView:
        """One document with its names; raises NotFoundError where there is none."""

    def table(self, id: str, lang: Lang) -> str:
        """The sheet of a document's names as a whole page; raises NotFoundError where there is none."""

    def transliterate(self, zh: str, type: EntityType | None) -> Reading:
        """How a hanzi name sounds."""

    def stats(self) -> Stats:
        """What the glossary holds, in numbers."""


class ServiceDesk:
    """The use cases, bound to one context."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.first_mention = context.policy.house.first_mention
        self.max_query = context.policy.lookup.max_query
        self.limit = context.policy.lookup.limit

    def check(self) -> None:
        """Raise what keeps the database from answering, if anything does."""
        with self._context.reader():
            pass

    def lookup(self, query: str, limit: int) -> list[Hit]:
        """The entries that answer a query, best first."""
        from glossary.service.lookup import lookup

        return lookup(self._context, query, limit)

    def concept(self, id: str) -> ConceptView:
        """One entry; raises NotFoundError where there is none."""
        from glossary.service.concept import concept

        return concept(self._context, id)

    def documents(self) -> list[DocumentSummary]:
        """The documents read, newest first."""
        from glossary.service.documents import documents

        return documents(self._context)

    def document(self, id: str) -> DocumentView:
        """One document with its names; raises NotFoundError where there is none."""
        from glossary.service.documents import document

        return document(self._context, id)

    def table(self, id: str, lang: Lang) -> str:
        """The sheet of a document's names as a whole page; raises NotFoundError where there is none."""
        from glossary.service.table import table

        return table(self._context, id, ".html", lang)

    def transliterate(self, zh: str, type: EntityType | None) -> Reading:
        """How a hanzi name sounds."""
        from glossary.service.transliterate import transliterate

        return transliterate(self._context, zh, type)

    def stats(self) -> Stats:
        """What the glossary holds, in numbers."""
        from glossary.service.stats import stats

        return stats(self._context)
