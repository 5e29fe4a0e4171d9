"""Whether a pair is a name, a common word, or a single-syllable gloss."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from glossary.extract.cues import Cue, given_odds, glosses, one_syllable_names
from glossary.extract.finders import Found
from glossary.model import Evidence, Kind
from glossary.reading.lexicon import lexical_score
from glossary.text.hanzi import fold, is_hanzi
from glossary.text.tables import records

_LISTED_BEFORE = re.compile(r"([가-힣])\((.)\)(?:나라)? ?[,·、ㆍ와과] ?\Z")
_LISTED_AFTER = re.compile(r"(?:나라)? ?[,·、ㆍ와과] ?([가-힣])\((.)\)")
_LOOSE = ("quotes", "before", "after", "ending1", "frame")  # cues that many common words have as well
_PLACE_TAILS = ("나라", "왕조", "산", "강", "성", "시", "현", "주", "촌", "진", "섬", "호", "지역", "땅")


def kind_of(found: Found, text: str, ko: str, zh: str, cues: Sequence[Cue]) -> tuple[Kind, tuple[Evidence, ...]]:
    """The kind of a pair and why: what speaks for a name and for a common word, by data/kind_weights.tsv."""
    if len(zh) == 1:
        return _single(found, text, ko, zh)
    seen = kind_cues(ko, zh, cues)
    weights = _weights()
    odds = sum(weights.get((cue.side, cue.says), 0.0) * cue.weight for cue in seen)
    if odds >= 0:
        return "name", ()
    return "term", (Evidence("common-word", round(1 / (1 + math.exp(odds)), 3), f"{ko} {zh}"),)


def kind_cues(ko: str, zh: str, cues: Sequence[Cue]) -> list[Cue]:
    """The cues of the type as they bear on the kind, with what the dictionary and the characters say.

    >>> [(cue.side, cue.says) for cue in kind_cues("도항", "渡航", ())]
    [('lexicon', 'term'), ('bare-2', 'form'), ('chars', 'term')]
    """
    seen = [Cue(cue.word, _bearing(cue), cue.weight, cue.side) for cue in cues]
    score = _score("".join(ko.split()), zh)
    if score:
        seen.append(Cue(ko, "name" if score > 0 else "term", min(2.0, abs(score)), "lexicon"))
    if not any(cue.says == "name" and not cue.side.startswith(_LOOSE) for cue in seen):
        seen.append(Cue("", "form", 1.0, f"bare-{min(5, len(fold(zh)))}"))
    odds = [given_odds(char) for char in fold(zh) if is_hanzi(char)]
    mean = sum(odds) / (3 * len(odds)) if odds else 0.0
    if mean:
        seen.append(Cue(zh, "name" if mean > 0 else "term", abs(mean), "chars"))
    return seen


@lru_cache(maxsize=4096)
def _score(ko: str, zh: str) -> float:
    return lexical_score(ko, zh)


def _bearing(cue: Cue) -> str:
    return cue.says if cue.says in ("form", "term") else "name"


@cache
def _weights() -> dict[tuple[str, str], float]:
    return {(row["group"], row["says"]): float(row["weight"]) for row in records("kind_weights.tsv")}


def _single(found: Found, text: str, ko: str, zh: str) -> tuple[Kind, tuple[Evidence, ...]]:
    key = (fold(zh), ko)
    after = text[found.after : found.after + 4]
    for type_, marks in one_syllable_names().get(key, ()):
        mark = _marked(after, marks)
        if mark:
            return "name", (Evidence("marked", 1.0, f"{mark}: {type_}"),)
    if _beside_states(found, text):
        return "name", (Evidence("list", 0.8, "beside one-syllable names"),)
    if key not in glosses():
        if after.startswith(_PLACE_TAILS) and found.pair.method == "reading":
            return "name", (Evidence("place", 0.8, after),)
        if key in one_syllable_names():
            return "name", (Evidence("listed", 0.6, f"{ko} {zh}"),)
        if found.pair.steps and all(step.how in ("official", "drift") for step in found.pair.steps):
            return "name", ()
    return "gloss", (Evidence("single", 1.0, f"{ko} {zh}: one syllable for one hanzi"),)


def _beside_states(found: Found, text: str) -> bool:
    """Whether the syllable stands in a list with one-syllable states and the like: 연(燕), 제(齊), 초(楚)."""
    before = _LISTED_BEFORE.search(text, max(0, found.pair.ko_start - 10), found.pair.ko_start)
    after = _LISTED_AFTER.match(text, found.after, found.after + 10)
    return any(
        match and {type_ for type_, _ in one_syllable_names().get((fold(match[2]), match[1]), ())} & {"place"}
        for match in (before, after)
    )


def _marked(after: str, marks: frozenset[str]) -> str:
    """The mark that stands right behind the bracket, as a word of its own or attached."""
    stripped = after.lstrip()
    found = [mark for mark in marks if stripped.startswith(mark)]
    return max(found, key=len, default="")
