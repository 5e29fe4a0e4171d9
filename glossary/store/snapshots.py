"""What an event tells of a thing: its state as JSON, and the thing again from it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import Any

from glossary.model import CuratedTerm, Curation, Decision, Ignore
from glossary.store.rows import dumps

_TERM = ("text", "language", "status", "forbidden", "note", "source")
_DECISION = ("id", "left", "right", "judgement", "actor", "at", "why", "origin", "scope", "undone")
_IGNORE = ("id", "rule", "concept", "document", "text", "fingerprint", "reason", "actor", "at", "undone")
LOST = "lost:"  # before the digest of a reading that has to be made anew
_CONCEPT_JSON = ("why", "aliases")


def of_curation(curation: Curation) -> str:
    """A curation as JSON."""
    terms = [{name: getattr(term, name) for name in _TERM} for term in curation.terms]
    return dumps(
        {
            "concept": curation.concept,
            "key": curation.key,
            "type": curation.type,
            "review": curation.review,
            "note": curation.note,
            "source": curation.source,
            "terms": terms,
            "deleted": curation.deleted,
        }
    )


def curation_of(text: str) -> Curation:
    """The curation that a JSON text tells of."""
    values = json.loads(text)
    return Curation(**{**values, "terms": tuple(CuratedTerm(**term) for term in values["terms"])})


def curation_row(curation: Curation) -> dict[str, Any]:
    """A curation as a row."""
    values = json.loads(of_curation(curation))
    return {**values, "terms": dumps(values["terms"]), "deleted": int(curation.deleted)}


def curation_of_row(row: sqlite3.Row) -> Curation:
    """The curation that a row holds."""
    values = {**dict(row), "deleted": bool(row["deleted"])}
    return Curation(**{**values, "terms": tuple(CuratedTerm(**term) for term in json.loads(row["terms"]))})


def of_decision(decision: Decision) -> str:
    """A decision as JSON."""
    return dumps({name: getattr(decision, name) for name in _DECISION})


def decision_of(text: str) -> Decision:
    """The decision that a JSON text tells of."""
    values = json.loads(text)
    return Decision(**{**values, "scope": tuple(values["scope"])})


def decision_row(decision: Decision) -> dict[str, Any]:
    """A decision as a row."""
    values = {name: getattr(decision, name) for name in _DECISION}
    return {**values, "scope": dumps(decision.scope), "undone": int(decision.undone)}


def decision_of_row(row: sqlite3.Row) -> Decision:
    """The decision that a row holds."""
    return Decision(**{**dict(row), "scope": tuple(json.loads(row["scope"])), "undone": bool(row["undone"])})


def of_ignore(ignore: Ignore) -> str:
    """An ignore as JSON."""
    return dumps({name: getattr(ignore, name) for name in _IGNORE})


def ignore_of(text: str) -> Ignore:
    """The ignore that a JSON text tells of."""
    return Ignore(**json.loads(text))


def ignore_row(ignore: Ignore) -> dict[str, Any]:
    """An ignore as a row."""
    return {**{name: getattr(ignore, name) for name in _IGNORE}, "undone": int(ignore.undone)}


def ignore_of_row(row: sqlite3.Row) -> Ignore:
    """The ignore that a row holds."""
    return Ignore(**{**dict(row), "undone": bool(row["undone"])})


def of_concept(row: dict[str, Any], terms: list[dict[str, Any]], members: list[list[str]]) -> str:
    """A concept as JSON, from its rows; of the reading, which its hanzi give, only a digest."""
    shown = {name: json.loads(value) if name in _CONCEPT_JSON else value for name, value in row.items()}
    shown["reading"] = digest(row["reading"])
    shown["members"] = members
    shown["terms"] = [_term(term) for term in terms]
    return dumps(dict(sorted(shown.items())))


def digest(reading: str) -> str:
    """What a log says of a reading; one that is lost goes by what was said of it."""
    if reading.startswith(LOST):
        return reading.removeprefix(LOST)
    return hashlib.sha256(reading.encode()).hexdigest()[:16]


def _term(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in sorted(row.items()) if name not in ("concept_id", "place")}
