"""What the store tells a build about a document that it has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What tells whether a document has to be read again."""

    digest: str
    recipe: str
    issue: int | None
    date: str | None
