"""How much likelier a Hangul form is this hanzi name than another that looks so by chance, syllable by syllable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from glossary.link.shares import LONGEST, sino_of
from glossary.link.sounds import any_word, chance, heard_from, is_sino, read_from, spellings_of
from glossary.model import Step
from glossary.reading.options import near
from glossary.reading.path import best_path
from glossary.reading.renderings import rendered_as
from glossary.reading.window import make_window
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold, is_hanzi

_UNBOUNDED = 10.0  # mean cost for each hanzi: any alignment, however poor
_LOST = -6.0  # a hanzi that nothing renders, a syllable that renders nothing
_UNKNOWN = -2.0  # hanzi that some unknown brand may stand for
_MEANT = 0.3  # share of a form that says what the hanzi mean, or is their bearer's established name
_SLIP, _FALL = 0.02, 5.5  # share of slips, and how fast they get rarer with their cost
_AS_SOUND, _AS_SINO, _AS_EITHER = log(0.7), log(0.25), log(0.5)  # how often a whole name is written so
_SOUND, _SINO = 0.9, 0.4  # what each reading counts where either may stand
_TURN = -1.2  # for each turn from Mandarin sound to Sino-Korean or back
_NEVER = -99.0
_ANY = -98.0
_CLEAR = 2.0  # log odds of the worst syllable from which no other way is tried
_HOPELESS = -13.0  # log odds from which a way is given up


_Cell = tuple[float, float, str, "_Cell | None"]  # total, worst, the last step, the cell before


@dataclass(frozen=True, slots=True)
class Spoken:
    """Log odds in all, of the worst step, and the steps as they stand in the aligner's trace."""

    total: float
    worst: float
    trace: str


@lru_cache(maxsize=60_000)
def spoken(form: str, zh: str, least: float = _ANY) -> Spoken:
    """How well a form without blanks renders a hanzi name; ways with a step below the least odds are not looked for.

    >>> spoken("리경", "李庚").total > spoken("리강", "李庚").total, spoken("리경", "李庚").trace
    (True, '리李 경庚')
    """
    if rendered_as(fold(zh), form) or any(char.isdigit() for char in form):
        return _traced(form, zh)
    return _sounded(form, zh, least)


def _traced(form: str, zh: str) -> Spoken:
    """By the aligner, which knows brands, translations and numbers."""
    path = best_path(make_window(form), zh, begin=0, strict=_UNBOUNDED)
    if path is None:
        return Spoken(_NEVER, _NEVER, "")
    odds = [_odds(step) for step in path.steps]
    ways = [way for way in map(_way, path.steps) if way]
    turns = sum(one != other for one, other in pairwise(ways))
    trace = " ".join(step.ko + step.zh for step in path.steps)
    return Spoken(sum(odds) + _TURN * turns, min(odds, default=_NEVER), trace)


def _sounded(form: str, zh: str, least: float) -> Spoken:
    """Syllable by syllable, all of it by sound, all in Sino-Korean or each as it fits; no further than is needed."""
    best = _straight(_sound_table, _AS_SOUND, form, zh)
    if best.worst > _CLEAR:
        return best
    if is_sino(form):
        best = max(best, _straight(_sino_table, _AS_SINO, form, zh), key=_total)
        if best.worst > _CLEAR:
            return best
    return max(best, _by(form, zh, least), key=_total)


def _straight(tables: Callable[[str], Mapping[str, float]], prior: float, form: str, zh: str) -> Spoken:
    """The best way that loses nothing and slips nowhere: what most names are, found at little cost."""
    row: dict[int, _Cell] = {0: (prior, 99.0, "", None)}
    for char in zh:
        table = tables(char)
        after: dict[int, _Cell] = {}
        for at, cell in row.items():
            for end in range(at + 1, min(len(form), at + LONGEST) + 1):
                odds = table.get(form[at:end])
                if odds is not None:
                    _keep(after, end, cell, odds, form[at:end] + char)
        if not after:
            return Spoken(_NEVER, _NEVER, "")
        row = after
    return _told(row.get(len(form)))


def _total(found: Spoken) -> float:
    return found.total


def _by(form: str, zh: str, least: float) -> Spoken:
    """The best way with slips and losses, each character in whichever reading fits."""
    size, loses = len(form), least < _LOST
    row: dict[int, _Cell] = {0: (_AS_EITHER, 99.0, "", None)}
    for char in zh:
        after: dict[int, _Cell] = {}
        for at in range(size + 1) if loses else sorted(row):
            cell = row.get(at)
            if cell is None:
                continue
            for end in range(at + 1, min(size, at + LONGEST) + 1):
                odds = _either(char, form[at:end])
                if odds > least:
                    _keep(after, end, cell, odds, form[at:end] + char)
            if loses:
                _keep(after, at, cell, _LOST, char)
                if at < size:
                    _keep(row, at + 1, cell, _LOST, form[at])
        row = after
    for at in range(size) if loses else ():
        if at in row:
            _keep(row, at + 1, row[at], _LOST, form[at])
    return _told(row.get(size))


def _keep(row: dict[int, _Cell], at: int, before: _Cell, odds: float, step: str) -> None:
    total = before[0] + odds
    if total > _HOPELESS and (at not in row or row[at][0] < total):
        row[at] = (total, min(before[1], odds), step, before)


def _told(cell: _Cell | None) -> Spoken:
    if cell is None:
        return Spoken(_NEVER, _NEVER, "")
    steps, last = [], cell
    while last[3] is not None:
        steps.append(last[2])
        last = last[3]
    return Spoken(cell[0], cell[1], " ".join(reversed(steps)))


@lru_cache(maxsize=20_000)
def _sound_table(char: str) -> Mapping[str, float]:
    """The log odds of each way to write a character by its sound; signs and letters stand for themselves."""
    if not is_hanzi(char):
        return {char: log(1 / any_word(char))}
    return {chunk: log(share / chance(chunk)) for chunk, share in spellings_of(char).items() if share > 0}


@lru_cache(maxsize=20_000)
def _sino_table(char: str) -> Mapping[str, float]:
    if not is_hanzi(char):
        return _sound_table(char)
    return {form: log(share / chance(form)) for form, share in sino_of(char)}


@lru_cache(maxsize=60_000)
def _either(char: str, chunk: str) -> float:
    if not is_hanzi(char):
        return _sound_table(char).get(chunk, _NEVER)
    share = _SOUND * heard_from(char, chunk) + (_SINO * read_from(char, chunk) if len(chunk) == 1 else 0.0)
    share = max(share, _by_slip(char, chunk))
    return log(share / chance(chunk)) if share else _NEVER


@lru_cache(maxsize=60_000)
def _by_slip(char: str, chunk: str) -> float:
    """The share of a chunk that is written wrong: a jamo or so beside a spelling of the character."""
    found = near(char, chunk) if len(chunk) <= 2 and all(map(is_hangul, chunk)) and is_hanzi(char) else None
    return float(_SLIP * 2.0 ** (-_FALL * found[0])) if found else 0.0


def _odds(step: Step) -> float:
    how = step.how
    if how in ("extra", "unread"):
        return _LOST
    if how == "same":
        return log(1 / any_word(step.ko)) if step.ko else 0.0
    if how == "brand" and step.cost > 0.1 * len(step.zh):
        return _UNKNOWN
    if len(step.zh) > 1 or how in ("translation", "expansion", "loan", "brand", "word", "number"):
        return log(_MEANT / max(1e-8, any_word(step.ko)))
    share = _SOUND * heard_from(step.zh, step.ko) + (_SINO * read_from(step.zh, step.ko) if len(step.ko) == 1 else 0.0)
    slip = _SLIP * 2.0 ** (-_FALL * step.cost)
    return log(max(share, slip) / chance(step.ko))


def _way(step: Step) -> str:
    if step.how in ("official", "drift"):
        return "sound"
    return "sino" if step.how == "sino" else ""
