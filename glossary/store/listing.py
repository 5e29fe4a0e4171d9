"""Concepts one after the other, page by page: by their id, which no edit moves."""

from __future__ import annotations

_FORM = "EXISTS (SELECT 1 FROM terms t WHERE t.concept_id = c.id AND t.status = ?)"


def page_query(
    type: str | None, status: str | None, review: str | None, after: str, offset: int, limit: int
) -> tuple[str, tuple[object, ...]]:
    """The query for the ids of the concepts of this type and review that have a form of this status, with its values.

    >>> page_query("person", None, None, "c1", 0, 20)[0].partition("WHERE")[2]
    ' c.id > ? AND c.type = ? ORDER BY c.id LIMIT ? OFFSET ?'
    """
    asked = (("c.type = ?", type), ("c.review = ?", review), (_FORM, status))
    given = [(condition, value) for condition, value in asked if value is not None]
    where = " AND ".join(["c.id > ?", *(condition for condition, _ in given)])
    query = f"SELECT c.id FROM concepts c WHERE {where} ORDER BY c.id LIMIT ? OFFSET ?"
    return query, (after, *(value for _, value in given), limit, offset)
