"""The JSON of one entry; the shapes that the command line writes as well are in `service.wire`."""

from __future__ import annotations

import dataclasses
from typing import Any

from glossary.model import Occurrence
from glossary.service.wire import reading_json
from glossary.views import ConceptView
from glossary.webapp.show import preferred

_MENTION_KEYS = ("ko", "zh", "relation", "score")


def concept_json(view: ConceptView) -> dict[str, Any]:
    """One entry with its preferred forms, all its terms, readings and evidence."""
    concept = view.concept
    return {
        "id": concept.id,
        "ko": preferred(concept, "ko"),
        "zh_hans": preferred(concept, "zh-Hans"),
        "zh_hant": preferred(concept, "zh-Hant"),
        "en": preferred(concept, "en") or None,
        "type": concept.type,
        "review": concept.review,
        "version": concept.version,
        "mentions": concept.mentions,
        "documents": concept.documents,
        "first_seen": concept.first_seen,
        "last_seen": concept.last_seen,
        "terms": [dataclasses.asdict(term) for term in concept.terms],
        "why": [dataclasses.asdict(reason) for reason in concept.why],
        "aliases": [dataclasses.asdict(alias) for alias in view.aliases],
        "reading": None if view.reading is None else reading_json(view.reading),
        "occurrences": [_occurrence(occurrence) for occurrence in view.occurrences],
    }


def _occurrence(occurrence: Occurrence) -> dict[str, Any]:
    plain = dataclasses.asdict(occurrence)
    mention = plain.pop("mention")
    return {**plain, **{key: mention[key] for key in _MENTION_KEYS}}
