"""Slips in a document and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.model.texts import Evidence, Location
from glossary.model.words import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One slip in a document: what, where, why, and what to write instead (the first suggestion is the fix)."""

    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str  # code of the message; `params` fill it in, in the reader's language
    params: tuple[tuple[str, object], ...] = ()
    suggestions: tuple[str, ...] = ()
    fixable: bool = False
    concept: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    location: Location | None = None
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a document's text, with the finding's rule as its reason."""

    start: int
    end: int
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Edits of one document: sorted, disjoint; `dropped` are those that lost an overlap."""

    edits: tuple[Edit, ...]
    dropped: tuple[Edit, ...] = ()
