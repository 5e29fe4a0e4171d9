"""Two Hangul spellings woven into one name: the likeliest syllables behind both, against chance.

Every way of reading is tried: both by the Mandarin sound, one by it and one in Sino-Korean, both in Sino-Korean,
and as any two words. Log odds: how much likelier the two are one name than two names that look so by chance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import log

from glossary.link.shares import LONGEST, spelled
from glossary.link.sounds import any_word, both_heard, both_read, chance, heard, is_sino, read, read_heard, slipped

_LOST = -6.0  # a syllable that one of the two has not
_HOPELESS = -13.0  # log odds from which a way is given up
_CLEAR = 2.0  # log odds of the worst syllable from which no other way is tried
_BAND = 4  # syllables that one may be ahead of the other
_KEPT = 0.95  # of the syllables of any word that are written the same twice
Odds = Callable[[str, str], float]  # two chunks -> log odds, NEVER where they are never the same
Cell = tuple[float, float, str, str, "Cell | None"]  # total, worst, the last two chunks, the cell before


@dataclass(frozen=True, slots=True)
class Weave:
    """Log odds in all, of the worst syllable, by which way, and the syllables woven."""

    total: float
    worst: float
    how: str
    pairs: tuple[tuple[str, str], ...]


@lru_cache(maxsize=50_000)
def weave(one: str, other: str) -> Weave:
    """The likeliest common origin of two spellings without blanks.

    >>> weave("저우위", "조우위").total > weave("왕싱", "왕신").total
    True
    >>> weave("시진핑", "습근평").how, weave("저우위", "조우위").pairs
    ('heard-read', (('저우', '조우'), ('위', '위')))
    """
    if abs(len(one) - len(other)) > _BAND:
        return Weave(_NEVER, _NEVER, "any", ())
    best = Weave(_NEVER, _NEVER, "any", ())
    for way in _WAYS:
        if _may(way[0], one, other):
            best = max(best, _weave(one, other, *way), key=lambda found: found.total)
            if best.worst > _CLEAR:
                break
    return best


def _may(how: str, one: str, other: str) -> bool:
    """Whether two forms can be woven so at all: what is read in Sino-Korean has its syllables alone."""
    sides = how.split("-") * 2
    return all(side != "read" or is_sino(form) for side, form in zip(sides, (one, other), strict=False))


def _weave(one: str, other: str, how: str, prior: float, left: int, right: int, odds: Odds) -> Weave:
    width, height = len(one), len(other)
    lefts, rights = _chunks(one, left), _chunks(other, right)
    cells: list[dict[int, Cell]] = [{} for _ in range(width + 1)]
    cells[0][0] = (prior, 99.0, "", "", None)
    for i, row in enumerate(cells):
        for j in range(max(0, i - _BAND), min(height, i + _BAND) + 1):
            cell = row.get(j)
            if cell is None:
                continue
            for here in lefts[i]:
                for there in rights[j]:
                    found = odds(here, there)
                    if found > _NEVER:
                        _keep(cells[i + len(here)], j + len(there), cell, found, here, there)
            if i < width:
                _keep(cells[i + 1], j, cell, _LOST, one[i], "")
            if j < height:
                _keep(row, j + 1, cell, _LOST, "", other[j])
    return _woven(cells[width].get(height), how)


def _chunks(form: str, most: int) -> list[list[str]]:
    """What may begin at each place of a form: its syllable, and more of them where they spell one of Mandarin."""
    known, size = spelled(), len(form)
    longer = [range(at + 2, min(at + most, size) + 1) for at in range(size)]
    return [*([form[at], *(form[at:end] for end in longer[at] if form[at:end] in known)] for at in range(size)), []]


def _keep(row: dict[int, Cell], at: int, before: Cell, odds: float, one: str, other: str) -> None:
    total = before[0] + odds
    if total > _HOPELESS and (at not in row or row[at][0] < total):
        row[at] = (total, min(before[1], odds), one, other, before)


def _woven(cell: Cell | None, how: str) -> Weave:
    if cell is None:
        return Weave(_NEVER, _NEVER, how, ())
    pairs = []
    last = cell
    while last[4] is not None:
        pairs.append((last[2], last[3]))
        last = last[4]
    return Weave(cell[0], cell[1], how, tuple(reversed(pairs)))


def _odds(both: float, one: str, other: str) -> float:
    return log(both / (chance(one) * chance(other))) if both > 0.0 else _NEVER


@lru_cache(maxsize=50_000)
def _heard(one: str, other: str) -> float:
    if len(one) + len(other) > LONGEST + 1:
        return _NEVER
    both = both_heard(one, other) + heard(one) * slipped(one, other) + heard(other) * slipped(other, one)
    return _odds(both, one, other)


@lru_cache(maxsize=50_000)
def _heard_read(one: str, other: str) -> float:
    return _odds(read_heard(other, one), one, other)


@lru_cache(maxsize=50_000)
def _read_heard(one: str, other: str) -> float:
    return _odds(read_heard(one, other), one, other)


@lru_cache(maxsize=50_000)
def _read(one: str, other: str) -> float:
    both = both_read(one, other) + read(one) * slipped(one, other) + read(other) * slipped(other, one)
    return _odds(both, one, other)


@lru_cache(maxsize=50_000)
def _any(one: str, other: str) -> float:
    kept = _KEPT if one == other else slipped(one, other) + slipped(other, one)
    return _odds(any_word(one) * kept, one, other)


@lru_cache(maxsize=50_000)
def _mixed(one: str, other: str) -> float:
    """Whichever way explains two chunks best."""
    ways = [_heard(one, other)]
    if len(other) == 1:
        ways.append(_heard_read(one, other))
    if len(one) == 1:
        ways.append(_read_heard(one, other))
    if len(one) == len(other) == 1:
        ways += [_read(one, other), _any(one, other)]
    return max(ways) + _SWITCH


_NEVER = -99.0
_SWITCH = log(0.4)
_WAYS: tuple[tuple[str, float, int, int, Odds], ...] = (
    ("heard", log(0.6), LONGEST, LONGEST, _heard),
    ("heard-read", log(0.15), LONGEST, 1, _heard_read),
    ("read-heard", log(0.15), 1, LONGEST, _read_heard),
    ("read", log(0.1), 1, 1, _read),
    ("any", log(0.2), 1, 1, _any),
    ("mixed", log(0.1), LONGEST, LONGEST, _mixed),
)
