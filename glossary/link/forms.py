"""The forms of a concept in one language, with what was counted of each."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from glossary.model import Alias, AliasKind, BareSighting, CuratedTerm, Mention, Relation, Sighting
from glossary.text.hangul import is_hangul

Place = tuple[int, str, str, int, int]  # undated?, date, document, offset, in the bracket?: the earlier the smaller
NOWHERE: Place = (2, "", "", 0, 0)  # behind all that was read


@dataclass(slots=True)
class Form:
    """One spelling: how often it stood with the hanzi and without, in which documents, and what is said of it."""

    text: str
    earliest: Place
    count: int = 0
    bare: int = 0
    documents: set[int] = field(default_factory=set)
    relations: Counter[Relation] = field(default_factory=Counter)
    curated: CuratedTerm | None = None
    owner: int = 0  # which of the members' curations speaks of it, the one that stays first
    source: str = ""


class Forms:
    """The forms of one language, each once however it is composed and spaced by line breaks."""

    def __init__(self) -> None:
        self._found: dict[str, Form] = {}

    def __iter__(self) -> Iterator[Form]:
        return iter(self._found.values())

    def __contains__(self, text: str) -> bool:
        return flat(text) in self._found

    def form(self, text: str, earliest: Place = NOWHERE) -> Form:
        """The form of that spelling, made where it is new; the earlier sight of it counts."""
        composed = flat(text)
        found = self._found.setdefault(composed, Form(composed, earliest))
        found.earliest = min(found.earliest, earliest)
        return found

    def see(self, text: str, place: Place, document: int, *, glossed: bool = True) -> None:
        """Count a sight of a form in a document."""
        if not flat(text):
            return
        form = self.form(text, place)
        form.documents.add(document)
        form.count += glossed


def flat(text: str) -> str:
    """A form on one line, composed.

    >>> flat("이위엔\\n 통신")
    '이위엔 통신'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def korean_forms(sightings: Iterable[Sighting], bare: Sequence[BareSighting] = ()) -> Forms:
    """What the concept is called in Korean text; a form that only stood in the bracket has count 0.

    A Latin form is a Korean one where it stood for the hanzi (Quectel) or where there is no other; else it is English.
    """
    forms = Forms()
    for sighting in sightings:
        mention, place = sighting.mention, place_of(sighting)
        forms.see(mention.ko, place, sighting.document)
        if flat(mention.ko):
            forms.form(mention.ko, place).relations[mention.relation] += 1
        for text in _aliases(sighting, "hangul"):
            forms.see(text, (*place[:4], 1), sighting.document, glossed=False)
    hangul = bool(list(forms)) or any(not is_latin(seen.mention.text) for seen in bare)
    for seen in bare:
        if hangul and is_latin(seen.mention.text) and seen.mention.text not in forms:
            continue
        place = place_of(seen)
        forms.see(seen.mention.text, place, seen.document, glossed=False)
        forms.form(seen.mention.text, place).bare += 1
    return forms


def hanzi_forms(sightings: Iterable[Sighting]) -> list[Form]:
    """How the concept is written in hanzi, the commonest first."""
    forms = Forms()
    for sighting in sightings:
        forms.see("".join(sighting.mention.zh.splitlines()), place_of(sighting), sighting.document)
    return sorted(forms, key=_commonest)


def english_forms(sightings: Iterable[Sighting], bare: Iterable[BareSighting] = ()) -> list[Form]:
    """The Latin names: of a table's column first, then those in brackets and surfaces such as Quectel."""
    columns, others = Forms(), Forms()
    for sighting in sightings:
        place = place_of(sighting)
        if sighting.mention.en:
            columns.see(sighting.mention.en, place, sighting.document)
        for text in _aliases(sighting, "latin"):
            others.see(text, place, sighting.document)
        if is_latin(sighting.mention.ko):
            others.see(sighting.mention.ko, place, sighting.document)
    for seen in bare:
        if is_latin(seen.mention.text):
            known = columns if seen.mention.text in columns else others
            known.see(seen.mention.text, place_of(seen), seen.document, glossed=False)
            known.form(seen.mention.text).bare += 1
    ranked = sorted(columns, key=_commonest) + sorted(others, key=_commonest)
    return list({form.text.casefold(): form for form in reversed(ranked)}.values())[::-1]


def is_latin(text: str) -> bool:
    """Whether a form has no Hangul in it.

    >>> is_latin("Quectel"), is_latin("IoT싱크탱크")
    (True, False)
    """
    return not any(map(is_hangul, text))


def place_of(seen: Sighting | BareSighting) -> Place:
    """Where a mention stands among all, by date, document and place: the same in whatever order they were read."""
    start = seen.mention.ko_start if isinstance(seen.mention, Mention) else seen.mention.start
    return int(seen.date is None), seen.date or "", seen.place.rpartition(":")[0] or str(seen.document), start, 0


def aliases_of(sightings: Iterable[Sighting]) -> tuple[Alias, ...]:
    """All further forms that stood in the brackets, each once, in order."""
    return tuple(dict.fromkeys(alias for sighting in sightings for alias in sighting.mention.aliases))


def _aliases(sighting: Sighting, kind: AliasKind) -> Iterator[str]:
    return (alias.text for alias in sighting.mention.aliases if alias.kind == kind)


def _commonest(form: Form) -> tuple[int, int, Place]:
    return -len(form.documents), -form.count - form.bare, form.earliest
