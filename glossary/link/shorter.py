"""Log odds of spellings for bearers that may go by a short name: without what a firm is and does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from glossary.link.affixes import LEGAL, PLACE, TRADE, Stem, hangul_stems, hanzi_stems
from glossary.link.block import canonical, sounds_of
from glossary.link.spoken import spoken
from glossary.link.weave import weave
from glossary.link.weights import at_most, weighed
from glossary.model import EntityType

_SHORT = 1.0  # what the short form of a name says less
_LEFT_OUT = frozenset({LEGAL, TRADE, PLACE})
_NONE = -9.0
READS, ALIKE = at_most("spoken"), at_most("woven")  # what no form exceeds
_LEAST = -2.1  # log odds of a syllable below which no company makes a form the name


def reads(form: str, zh: str) -> float:
    """Log odds that a form is one of a hanzi name's, in full or short.

    >>> reads("허사이", "禾赛科技") > 0 > reads("허사이", "彭昭")
    True
    """
    return max(_spoken(form, stem) for stem in _stems(zh))


def alike(form: str, other: str) -> float:
    """Log odds that two forms are one name's, in full or short.

    >>> alike("저우위", "조우위") > 0 > alike("저우위", "리경")
    True
    """
    return max(_woven(form, other), *(_woven(*pair) - _SHORT for pair in _shorter(form, other)), _NONE)


@lru_cache(maxsize=60_000)
def spelled(form: str) -> tuple[str, ...]:
    """A spelling and its sound, with and without what a firm is and does.

    >>> spelled("허싸이커지")
    ('허싸이커지', '허싸이')
    """
    stems = [stem.text for stem in hangul_stems(form, False) if stem.kinds <= _LEFT_OUT]
    return tuple(dict.fromkeys((*stems, *map(canonical, stems))))


@lru_cache(maxsize=60_000)
def _woven(one: str, other: str) -> float:
    found = weave(one, other)
    return weighed("woven", found.total, found.worst)


def _shorter(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Two forms of which one leaves out what a firm is and does."""
    for long, short in ((one, other), (other, one)):
        yield from ((stem.text, short) for stem in hangul_stems(long, False)[1:] if stem.kinds <= _LEFT_OUT)


def _stems(zh: str) -> list[Stem]:
    """A name and its short forms: without what a firm is and does."""
    return [stem for stem in hanzi_stems(zh) if stem.kinds <= _LEFT_OUT]


def sounds(zh: str, type: EntityType) -> list[str]:
    """How hanzi may be called in Korean, in full and short, as written and by sound.

    >>> "허싸이" in sounds("禾赛科技", "organization")
    True
    """
    plain = [sound for stem in _stems(zh) for sound in sounds_of(stem.text, type)]
    return list(dict.fromkeys((*plain, *map(canonical, plain))))


@lru_cache(maxsize=60_000)
def _spoken(form: str, stem: Stem) -> float:
    found = spoken(form, stem.text, _LEAST)
    return weighed("spoken", found.total, found.worst) - (_SHORT if stem.rest else 0.0)
