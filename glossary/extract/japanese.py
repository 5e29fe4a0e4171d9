"""The Hangul before a bracket read as a Japanese name: 요시다 도모미(吉田智久美)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.extract.left import Left, tails
from glossary.model import Step
from glossary.reading.japanese import japanese_steps, reads_japanese
from glossary.reading.japanese_names import (
    japanese_given,
    japanese_likelihood,
    japanese_person,
    japanese_surname,
)
from glossary.text.hangul import is_hangul

SYLLABLES = 6  # Hangul syllables that one kanji may take, 오코노미 aside
IRREGULAR = 0.15  # for a given name that its kanji do not spell: 미야자키 하야오(宮崎駿)


@dataclass(frozen=True, slots=True)
class Reading:
    """A Japanese reading by document offsets, its mean cost for each kanji and its trace."""

    start: int
    end: int
    cost: float
    steps: tuple[Step, ...]
    tail: str = ""


def japanese_reading(left: Left, zh: str, limit: float) -> Reading | None:
    """The cheapest Japanese reading among the stretches before the bracket that begin at a word; None above `limit`.

    >>> from glossary.extract.left import left_of
    >>> text = "감독 미야자키 하야오(宮崎駿)"
    >>> found = japanese_reading(left_of(text, 11, 0, 40), "宮崎駿", 0.2)
    >>> text[found.start:found.end]
    '미야자키 하야오'
    """
    stop = len(left.window.text)
    for end in (stop, *tails(left)):
        best: tuple[float, int] | None = None
        for position, ko in _stretches(left, end, SYLLABLES * len(zh) + 2):
            cost = reads_japanese(ko, zh)
            if cost is not None and cost <= limit and (best is None or cost < best[0]):
                best = (cost, position)
        if best is not None:
            start, finish = left.offset(best[1]), left.stop(end)
            steps = japanese_steps(left.text[start:finish], zh)
            return Reading(start, finish, best[0], steps, left.window.text[end:])
    return _by_surname(left, zh, limit)


def _stretches(left: Left, end: int, longest: int) -> Iterator[tuple[int, str]]:
    """Stretches of Hangul that begin at a word and reach `end`, the shortest first."""
    window = left.window
    for position in sorted(window.starts, reverse=True):
        if position >= end or any(position <= wall < end for wall in window.walls):
            continue
        ko = left.text[left.offset(position) : left.stop(end)]
        if is_hangul(ko[0]) and len(ko) <= longest:
            yield position, ko


def _by_surname(left: Left, zh: str, limit: float) -> Reading | None:
    """A known surname read by the word before the last; the given name need only sound Japanese."""
    surname = japanese_surname(zh)
    if surname is None or not 1 <= len(zh) - len(surname[0]) <= 3 or not japanese_person(zh):
        return None
    for position, ko in _stretches(left, len(left.window.text), SYLLABLES * len(zh) + 2):
        family, _, given = ko.partition(" ")
        if not given or " " in given or japanese_likelihood(given) < 1 or len(given) < 2:
            continue
        cost = reads_japanese(family, surname[0])
        if cost is not None and cost <= limit and (japanese_given(zh[len(surname[0]) :]) or len(surname[0]) > 1):
            steps = (*japanese_steps(family, surname[0]), Step(given, zh[len(surname[0]) :], "japanese", "", IRREGULAR))
            return Reading(left.offset(position), left.stop(len(left.window.text)), cost + IRREGULAR, steps)
    return None
