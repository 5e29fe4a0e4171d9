"""How the forms of a name sound beside its hanzi: which reading each is, and where the Hangul cannot be right."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from glossary.model import Alignment, EntityType, Reading, Step
from glossary.policy import AlignPolicy
from glossary.reading.align import align
from glossary.reading.transliterate import transliterate
from glossary.text.hangul import is_hangul

Way = Literal["mandarin", "sino", "either", "other"]
_UNBOUNDED = AlignPolicy(accept=10.0)
_LOOSE = 0.1  # a syllable that only loose drift makes Mandarin says nothing against a Sino-Korean name: 오 for 欧


@lru_cache(maxsize=20_000)
def aligned(ko: str, zh: str) -> Alignment | None:
    """The alignment of a whole form with its hanzi, however poor."""
    return align(ko, zh, _UNBOUNDED, whole=True)


@lru_cache(maxsize=20_000)
def reading(zh: str, type: EntityType | None = None) -> Reading:
    """How a hanzi name of this type sounds."""
    return transliterate(zh, type=type)


def slips(ko: str, zh: str, strain: float) -> tuple[Step, ...]:
    """The steps of the trace that no reading of the hanzi explains.

    >>> [(step.ko, step.zh, step.reading) for step in slips("리팅", "李腾", 0.25)]
    [('팅', '腾', 'teng')]
    >>> slips("루어지에", "罗杰", 0.25)
    ()
    """
    found = aligned(ko, zh)
    if found is None:
        return ()
    return tuple(step for step in found.steps if step.cost >= strain and step.how != "brand")


@lru_cache(maxsize=20_000)
def way_of(ko: str, zh: str) -> Way:
    """Whether a form is read in Mandarin or in Sino-Korean, by the syllables where the two differ.

    A form alike in both is Sino-Korean where it is the whole Sino-Korean reading and not the official one (장춘 长春).

    >>> [way_of(*pair) for pair in (("베이징", "北京"), ("북경", "北京"), ("왕민", "王敏"), ("오발천", "欧渤芊"))]
    ['mandarin', 'sino', 'either', 'sino']
    """
    found = aligned(ko, zh)
    if found is None or found.cost > 0.3:
        return "other"
    sounds = {_sound(step) for step in found.steps} - {""}
    if not sounds and ko == (read := reading(zh)).sino_korean != read.official:
        return "sino"
    if sounds == {"mandarin", "sino"} and all(step.cost > _LOOSE for step in found.steps if _sound(step) == "mandarin"):
        return "sino"
    if sounds == {"mandarin"}:
        return "mandarin"
    if sounds == {"sino"}:
        return "sino"
    return "other" if sounds else "either"


def _sound(step: Step) -> str:
    if step.how in ("sino", "near-sino"):
        return "sino"
    return "mandarin" if step.how in ("official", "drift", "near-mandarin") else ""


def near_official(ko: str, zh: str, type: EntityType, strain: float) -> bool:
    """Whether a form is the official one but for the way Korean writers drift: 리엔샹 for 롄샹.

    >>> near_official("루어지에", "罗杰", "person", 0.25), near_official("나걸", "罗杰", "person", 0.25)
    (True, False)
    """
    found = aligned(ko, zh)
    if found is None or not all(map(is_hangul, ko)):
        return False
    return all(step.cost < strain and step.how in ("official", "drift", "both", "either") for step in found.steps)
