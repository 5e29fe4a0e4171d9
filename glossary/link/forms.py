"""The forms of a concept in one language, with what was counted of each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from glossary.model import Alias, AliasKind, Sighting
from glossary.text.hangul import is_hangul


@dataclass(slots=True)
class Form:
    """One spelling: how often it stood before the hanzi, in which documents, and when it was first seen."""

    text: str
    earliest: int
    count: int = 0
    documents: set[int] = field(default_factory=set)


def korean_forms(sightings: Iterable[Sighting]) -> list[Form]:
    """What the concept is called in Korean text; a form that only stood in the bracket has count 0."""
    forms: dict[str, Form] = {}
    for place, sighting in enumerate(sightings):
        _note(forms, sighting.mention.ko, place, sighting.document)
        for text in _aliases(sighting, "hangul"):
            _note(forms, text, place, sighting.document, counted=False)
    return list(forms.values())


def hanzi_forms(sightings: Iterable[Sighting]) -> list[Form]:
    """How the concept is written in hanzi, the commonest first."""
    forms: dict[str, Form] = {}
    for place, sighting in enumerate(sightings):
        _note(forms, "".join(sighting.mention.zh.splitlines()), place, sighting.document)
    return sorted(forms.values(), key=_commonest)


def english_forms(sightings: Iterable[Sighting]) -> list[Form]:
    """The Latin names: of a table's column first, then those in brackets and surfaces such as Quectel."""
    columns: dict[str, Form] = {}
    others: dict[str, Form] = {}
    for place, sighting in enumerate(sightings):
        if sighting.mention.en:
            _note(columns, sighting.mention.en, place, sighting.document)
        for text in _aliases(sighting, "latin"):
            _note(others, text, place, sighting.document)
        if not any(map(is_hangul, sighting.mention.ko)):
            _note(others, sighting.mention.ko, place, sighting.document)
    ranked = sorted(columns.values(), key=_commonest) + sorted(others.values(), key=_commonest)
    return list({form.text.casefold(): form for form in reversed(ranked)}.values())[::-1]


def aliases_of(sightings: Iterable[Sighting]) -> tuple[Alias, ...]:
    """All further forms that stood in the brackets, each once, in order."""
    return tuple(dict.fromkeys(alias for sighting in sightings for alias in sighting.mention.aliases))


def _aliases(sighting: Sighting, kind: AliasKind) -> Iterator[str]:
    return (alias.text for alias in sighting.mention.aliases if alias.kind == kind)


def _note(forms: dict[str, Form], text: str, place: int, document: int, *, counted: bool = True) -> None:
    composed = " ".join(unicodedata.normalize("NFC", text).split())
    if not composed:
        return
    form = forms.setdefault(composed, Form(composed, place))
    form.documents.add(document)
    form.count += counted


def _commonest(form: Form) -> tuple[int, int, int]:
    return -len(form.documents), -form.count, form.earliest
