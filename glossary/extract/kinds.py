"""Whether a pair is a name, a common word, or a single-syllable gloss."""

from __future__ import annotations

from glossary.extract.cues import glosses, one_syllable_names
from glossary.extract.finders import Found
from glossary.extract.surroundings import cues_after, cues_before, cues_inside
from glossary.model import Evidence, Kind, Relation
from glossary.reading.lexicon import lexical_kind
from glossary.text.hanzi import fold

_PLACE_TAILS = ("나라", "왕조", "산", "강", "성", "시", "현", "주", "촌", "진", "섬", "호")
_NAME_WITNESS = 0.5  # weight of a cue around the name from which it outvotes the dictionary


def kind_of(found: Found, text: str, ko: str, zh: str, relation: Relation) -> tuple[Kind, tuple[Evidence, ...]]:
    """The kind of a pair and why."""
    if len(zh) == 1:
        return _single(found, text, ko, zh, relation)
    if relation in ("transliteration", "japanese") and not _alike(found):
        return "name", ()
    lexical = lexical_kind("".join(ko.split()), zh)
    witness = _witness(found, text)
    if lexical == "term" and witness < _NAME_WITNESS:
        return "term", (Evidence("dictionary", 1.0, f"{ko} {zh}: common word"),)
    if lexical is None and relation == "translation" and witness < _NAME_WITNESS:
        return "term", (Evidence("translation", 0.5, "Korean words for the hanzi"),)
    return "name", ()


def _single(found: Found, text: str, ko: str, zh: str, relation: Relation) -> tuple[Kind, tuple[Evidence, ...]]:
    key = (fold(zh), ko)
    after = text[found.after : found.after + 4]
    for type_, marks in one_syllable_names().get(key, ()):
        mark = _marked(after, marks)
        if mark:
            return "name", (Evidence("marked", 1.0, f"{mark}: {type_}"),)
    if key not in glosses():
        if after.startswith(_PLACE_TAILS) and found.pair.method == "reading":
            return "name", (Evidence("place", 0.8, after),)
        if key in one_syllable_names():
            return "name", (Evidence("listed", 0.6, f"{ko} {zh}"),)
        if relation == "transliteration" and any(step.how in ("official", "drift") for step in found.pair.steps):
            return "name", ()
    return "gloss", (Evidence("single", 1.0, f"{ko} {zh}: one syllable for one hanzi"),)


def _marked(after: str, marks: frozenset[str]) -> str:
    """The mark that stands right behind the bracket, as a word of its own or attached."""
    stripped = after.lstrip()
    found = [mark for mark in marks if stripped.startswith(mark)]
    return max(found, key=len, default="")


def _alike(found: Found) -> bool:
    return all(step.how in ("both", "either", "sino") for step in found.pair.steps)


def _witness(found: Found, text: str) -> float:
    """The strongest cue around the name that it is one."""
    cues = (*cues_before(found, text), *cues_after(found, text), *cues_inside(found, text))
    return max((cue.weight for cue in cues if cue.says not in ("term", "title")), default=0.0)
