"""How often forms were written before a document: what a check holds against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from glossary.store import rows
from glossary.store.views import WITHIN, Views

_QUERY = f"""SELECT x.concept_id, x.text, count(*) AS count, count(DISTINCT d.id) AS documents, min(d.date) AS since
    FROM (
        SELECT concept_id, document_id, ko AS text FROM mentions WHERE concept_id {WITHIN}
        UNION ALL SELECT concept_id, document_id, text FROM bare_mentions WHERE concept_id {WITHIN}
    ) x JOIN documents d ON d.id = x.document_id
    WHERE d.name != ? AND d.digest != ? AND (d.date IS NULL OR ? = '' OR d.date <= ?)
    GROUP BY x.concept_id, x.text ORDER BY count(*) DESC, x.text"""


class Written(NamedTuple):
    """A form of a concept with how often other documents wrote it, and since when."""

    concept: str
    form: str
    times: int
    documents: int
    since: str | None


def written_before(views: Views, ids: Iterable[str], name: str, digest: str, date: str | None) -> list[Written]:
    """What documents other than this one, none of a later date, wrote for these concepts; the commonest form first."""
    wanted, until = rows.dumps(list(ids)), date or ""
    found = views._all(_QUERY, (wanted, wanted, name, digest, until, until))
    return [Written(row["concept_id"], row["text"], row["count"], row["documents"], row["since"]) for row in found]
