"""Places in a text where a known form stands by itself: with what is before and behind it, nothing weighed yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from glossary.extract.behind import Behind, behind, stem, words
from glossary.extract.known import Meaning
from glossary.extract.misfit import misfit
from glossary.extract.spoken import abroad_places, china_places
from glossary.reading.lexicon import in_dictionary
from glossary.text.hangul import is_hangul
from glossary.text.scan import Match

_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_SENTENCE = re.compile(r"[.?!。](?=\s|$)|\n\s*\n|[\n](?=[^가-힣])|[\t▲■◆●]")
_CLAUSE = re.compile(r"[,;:()\[\]“”\"'‘’<>·~∼]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_ON = frozenset("주재친반대")  # what may stand attached before a place: 주베이징, 재중국
_LONGEST = 12  # Hangul behind a name that are looked at


class Spot(NamedTuple):
    """A known form where it may be a name."""

    start: int
    end: int
    form: str
    meanings: tuple[Meaning, ...]
    rest: str  # the Hangul written on behind it
    behind: Behind
    before: str  # the word before, without anything cut off; "" at the beginning of a sentence
    gap: str  # what stands between the word before and the name
    after: tuple[str, ...]  # the next two words, particles cut off
    follows: str  # the sign behind the word, "" for a blank or the end
    prefix: str  # what is attached before it: 주(駐)
    wrapped: bool  # it begins a line or breaks over one
    sentence: int  # number of its sentence


class Text:
    """A text in composed form, with its sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stops = [match.end() for match in _SENTENCE.finditer(text)]

    @cached_property
    def china(self) -> frozenset[int]:
        """The sentences that speak of China by name."""
        return frozenset(map(self.sentence, china_places(self.text)))

    @cached_property
    def abroad(self) -> frozenset[int]:
        """The sentences that name another country, or a place of Korea."""
        return frozenset(map(self.sentence, abroad_places(self.text)))

    def sentence(self, place: int) -> int:
        """The number of the sentence at a place."""
        return bisect_right(self.stops, place)


def spots(found: Iterable[tuple[Match, tuple[Meaning, ...]]], text: Text) -> list[Spot]:
    """The matches that stand at the beginning of a word, or behind another such name, with their surroundings."""
    ordered = sorted(found, key=lambda item: (item[0].start, item[0].end))
    kept: list[Spot] = []
    ends: set[int] = set()
    for match, meanings in ordered:
        spot = _spot(match, meanings, text, ends)
        if spot is not None:
            kept.append(spot)
            ends.add(spot.end)
            ends.update(_division_ends(spot, text.text))
    return kept


def _division_ends(spot: Spot, text: str) -> Iterator[int]:
    """Behind 광둥 a further name may begin after 성: 광둥성광저우."""
    if text[spot.end : spot.end + 1] in ("성", "시"):
        yield spot.end + 1


def _spot(match: Match, meanings: tuple[Meaning, ...], text: Text, ends: set[int]) -> Spot | None:
    source, start, end = text.text, match.start, match.end
    last = source[end - 1]
    prefix = ""
    if start and is_hangul(source[start]) and is_hangul(source[start - 1]) and start not in ends:
        if source[start - 1] not in _ON or (start > 1 and is_hangul(source[start - 2])):
            return None
        prefix = source[start - 1]
        if in_dictionary(prefix + source[start]) and in_dictionary(stem(_word(source, start + 1))):
            return None  # 재판진행 is 재판 and 진행
    if _LATIN.match(source[start]) and start and _LATIN.match(source[start - 1]):
        return None
    if _LATIN.match(last) and _LATIN.match(source[end : end + 1]):
        return None
    stop = end
    while stop < len(source) and stop - end < _LONGEST and is_hangul(source[stop]):
        stop += 1
    rest = source[end:stop]
    explained = _explained(match.form, rest)
    if explained is None and not prefix:
        explained = Behind(("unknown",), "")
    if explained is None:
        return None
    number = text.sentence(start)
    before, gap = _before(source, start - len(prefix), text, number)
    after = _after(source, stop, text, number)
    sign = source[stop : stop + 1]
    wrapped = match.broken or (start > 0 and source[start - 1] == "\n" and is_hangul(source[max(0, start - 2)]))
    follows = "" if sign.isspace() else sign
    return Spot(start, end, match.form, meanings, rest, explained, before, gap, after, follows, prefix, wrapped, number)


@lru_cache(maxsize=16_384)  # names of one text are those of the next
def _explained(form: str, rest: str) -> Behind | None:
    return behind(form, rest) or misfit(form, rest)


def _word(source: str, start: int) -> str:
    found = _WORD.match(source, start)
    return found.group() if found else ""


def _before(source: str, start: int, text: Text, number: int) -> tuple[str, str]:
    floor = text.stops[number - 1] if number else 0
    head = source[max(floor, start - 24) : start]
    found = list(_WORD.finditer(head))
    if not found:
        return "", head[-1:]
    return found[-1].group(), head[found[-1].end() :]


def _after(source: str, stop: int, text: Text, number: int) -> tuple[str, ...]:
    ceiling = text.stops[number] if number < len(text.stops) else len(source)
    clause = _CLAUSE.split(source[stop : min(ceiling, stop + 24)], maxsplit=1)[0]
    return tuple(_WORD.findall(clause)[:2])


def says(word: str, where: str) -> tuple[str, ...]:
    """What a word beside a name says, with or without its particle, by its longest known beginning or end.

    >>> says("공장에서", "next"), says("외교부장", "before"), says("까닭", "next")
    (('place',), ('role',), ())
    """
    return _says(word, where)


@cache
def _says(word: str, where: str) -> tuple[str, ...]:
    table = words(where)
    for shape in (word,) if where == "before" else (word, stem(word)):
        if shape in table:
            return table[shape]
    return ()
