"""Which forms the glossary has, and whose they are: asked for a whole text at once, or for a single form."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from glossary.model import PACKS
from glossary.store import rows
from glossary.store.views import WITHIN, Views
from glossary.views import KnownForm

_FORMS = """SELECT t.text, t.language, c.id, c.type, c.key, t.source, t.count FROM terms t
    JOIN concepts c ON c.id = t.concept_id WHERE t.language IN ('ko', 'en')"""
_ORDER = "ORDER BY t.text, c.id, t.place"
_OWNERS = """SELECT id, type, 0 AS later FROM concepts WHERE key = ?
    UNION ALL SELECT c.id, c.type, 1 FROM members m JOIN concepts c ON c.id = m.concept_id WHERE m.key = ?
    ORDER BY later, id LIMIT 1"""


class Named(Views):
    """Questions about forms and their owners that reader and writer share."""

    def known_forms(self, texts: Iterable[str] | None = None) -> list[KnownForm]:
        """All Korean and Latin forms of all concepts, of these texts if any are named, in order."""
        if texts is None:
            return [_form(row) for row in self._all(f"{_FORMS} {_ORDER}")]
        found = self._all(f"{_FORMS} AND t.text {WITHIN} {_ORDER}", (rows.dumps(list(texts)),))
        return [_form(row) for row in found]

    def form_texts(self, concepts: Iterable[str] | None = None) -> list[str]:
        """Every Korean and Latin form once, of these concepts if any are named."""
        query = "SELECT DISTINCT text FROM terms WHERE language IN ('ko', 'en')"
        if concepts is None:
            return [row["text"] for row in self._all(query)]
        return [row["text"] for row in self._by_ids(f"{query} AND concept_id", concepts)]

    def owner(self, key: str) -> tuple[str, str] | None:
        """The concept of folded hanzi and its type, the hanzi being its own or those of a member."""
        found = self._all(_OWNERS, (key, key))
        return (found[0]["id"], found[0]["type"]) if found else None

    def touched_after(self, event: int) -> list[str]:
        """The concepts that events after this one speak of."""
        query = "SELECT DISTINCT entity_id FROM events WHERE id > ? AND entity = 'concept'"
        return [row["entity_id"] for row in self._all(query, (event,))]


def _form(row: sqlite3.Row) -> KnownForm:
    listed = row["source"] in PACKS and not row["count"]
    return KnownForm(row["text"], row["language"], row["id"], row["type"], row["key"], listed=listed)
