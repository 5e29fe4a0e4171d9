"""Who signs a tracked change, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NoReturn

from glossary.documents.splice import Touch
from glossary.errors import InputError


@dataclass(frozen=True, slots=True)
class Author:
    """The name and time that stand beside each tracked change."""

    name: str
    date: str  # 2021-12-22T09:00:00Z


def signature(name: str, date: str) -> Author:
    """An author with an ISO 8601 time brought to UTC, the only form that both Word and Hangul write.

    >>> signature("편집부", "2021-12-22T18:00:00+09:00")
    Author(name='편집부', date='2021-12-22T09:00:00Z')
    """
    at = datetime.fromisoformat(date)
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return Author(name, at.strftime("%Y-%m-%dT%H:%M:%SZ"))


def refuse(path: str, touch: Touch) -> NoReturn:
    """Say that a change cannot be tracked where it stands, in a 덧말 for one."""
    raise InputError("edit-unwritable", path=path, text=touch.piece.text[touch.first : touch.last])
