"""What reviewers go through: names that nobody has approved, and what was done, act by act."""

from __future__ import annotations

from glossary.model import Event
from glossary.store import rows
from glossary.store.events import event_of
from glossary.store.views import LARGEST, WITHIN, Views

_NEW = """SELECT c.id FROM concepts c WHERE c.review != 'approved' AND (? = '' OR c.type = ?)
    AND (? = '' OR c.id IN (SELECT concept_id FROM mentions WHERE document_id = ?
        UNION SELECT concept_id FROM bare_mentions WHERE document_id = ?))
    ORDER BY c.review = 'mined', c.mentions DESC, c.id"""
_ACTS = """SELECT batch, min(id) AS id FROM events WHERE entity IN ('decision', 'curation', 'ignore', 'document')
    AND id < ? GROUP BY batch ORDER BY min(id) DESC LIMIT ?"""


def unapproved(store: Views, *, type: str = "", document: str = "") -> list[str]:
    """The concepts that nobody has approved, by id: what somebody has proposed first, then what is seen most."""
    values = (type, type, document, document, document)
    return [row["id"] for row in store._all(_NEW, values)]


def acts(store: Views, *, before: int = 0, limit: int = 30) -> list[list[Event]]:
    """What people said, the latest act first: the events of each, without those that only followed from it."""
    found = [row["batch"] for row in store._all(_ACTS, (before or LARGEST, limit))]
    query = f"SELECT * FROM events WHERE batch {WITHIN} AND entity != 'concept' ORDER BY id"
    batches: dict[str, list[Event]] = {batch: [] for batch in found}
    for row in store._all(query, (rows.dumps(found),)):
        batches[row["batch"]].append(event_of(row))
    return [batches[batch] for batch in found]
