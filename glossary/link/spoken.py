"""How much likelier a Hangul form is this hanzi name than another that looks so by chance, syllable by syllable."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from glossary.link.sounds import any_word, chance, heard_from, read_from
from glossary.model import Step
from glossary.reading.path import best_path
from glossary.reading.window import make_window

_UNBOUNDED = 10.0  # mean cost for each hanzi: any alignment, however poor
_LOST = -6.0  # a hanzi that nothing renders, a syllable that renders nothing
_UNKNOWN = -2.0  # hanzi that some unknown brand may stand for
_MEANT = 0.3  # share of a form that says what the hanzi mean, or is their bearer's established name
_SLIP, _FALL = 0.02, 5.5  # share of slips, and how fast they get rarer with their cost
_SOUND, _SINO = 0.7, 0.25  # how often a hanzi is written by its Mandarin sound, and in Sino-Korean
_TURN = -1.2  # for each turn from Mandarin sound to Sino-Korean or back
_NEVER = -99.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """Log odds in all, of the worst step, and the steps as they stand in the aligner's trace."""

    total: float
    worst: float
    trace: str


@lru_cache(maxsize=100_000)
def spoken(form: str, zh: str) -> Spoken:
    """How well a form without blanks renders a hanzi name.

    >>> spoken("리경", "李庚").total > spoken("리강", "李庚").total, spoken("리경", "李庚").trace
    (True, '리李 경庚')
    """
    path = best_path(make_window(form), zh, begin=0, strict=_UNBOUNDED)
    if path is None:
        return Spoken(_NEVER, _NEVER, "")
    odds = [_odds(step) for step in path.steps]
    ways = [way for way in map(_way, path.steps) if way]
    turns = sum(one != other for one, other in pairwise(ways))
    total = sum(odds) + _TURN * turns
    return Spoken(total, min(odds, default=_NEVER), " ".join(step.ko + step.zh for step in path.steps))


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
