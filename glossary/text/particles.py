"""Korean particles that take their shape from the sound before them: which shape fits, and where one stands.

data/particles.tsv holds the pairs with their examples. What is read aloud decides: the last Hangul syllable, or the
last digit read in Sino-Korean; Latin letters and signs are read in more ways than one and decide nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from glossary.text.hangul import is_hangul, split
from glossary.text.tables import cell_list, records

Sound = Literal["vowel", "rieul", "consonant"]
_DIGITS: dict[str, Sound] = {
    **dict.fromkeys("036", "consonant"),  # 영, 삼, 육
    **dict.fromkeys("178", "rieul"),  # 일, 칠, 팔
    **dict.fromkeys("2459", "vowel"),  # 이, 사, 오, 구
}
_ENDS = "은는이가을를과와으로"


@dataclass(frozen=True, slots=True)
class Shapes:
    """One particle in its shapes, with what may follow it in the same word."""

    consonant: str
    vowel: str
    rieul: str
    free: bool  # after a vowel the longer shape is right too
    unsure: frozenset[str]

    def fitting(self, sound: Sound) -> str:
        """The shape after a sound."""
        return {"consonant": self.consonant, "vowel": self.vowel, "rieul": self.rieul}[sound]


@dataclass(frozen=True, slots=True)
class Particle:
    """A particle as it stands in a text; `end` is where its changing part ends, not its tail."""

    start: int
    end: int
    text: str
    shapes: Shapes

    def fits(self, sound: Sound) -> bool:
        """Whether it stands in a right shape after a sound."""
        return self.text == self.shapes.fitting(sound) or (
            sound == "vowel" and self.shapes.free and self.text == self.shapes.consonant
        )

    @property
    def unsure(self) -> bool:
        """Whether these letters may as well begin or end a noun: 가 (street), 로 (road), 과 (section)."""
        return self.text in self.shapes.unsure


def sound_of(name: str) -> Sound | None:
    """The sound that a particle behind a name follows; None where it can be read in more ways than one.

    >>> [sound_of(name) for name in ("펑자오", "선전", "서울", "5G", "제3", "2")]
    ['vowel', 'consonant', 'rieul', None, 'consonant', 'vowel']
    """
    last = name[-1:]
    if last and is_hangul(last):
        coda = split(last)[2]
        return "vowel" if not coda else "rieul" if coda == "ㄹ" else "consonant"
    return _DIGITS.get(last)


def particle_at(text: str, place: int) -> Particle | None:
    """The particle that begins at `place` and with its tail ends the written word; 은(는) and 은/는 are no such thing.

    >>> particle_at("베이징으로 갔다", 3).text, particle_at("베이징은행", 3), particle_at("베이징은(는)", 3)
    ('으로', None, None)
    """
    found = _pattern().match(text, place)
    if found is None or _either(text, found.end()):
        return None
    return Particle(place, place + len(found[1]), found[1], _shapes()[found[1]])


def refitted(particle: Particle, old: Sound | None, new: Sound | None) -> str:
    """What a particle becomes when the name before it changes from one sound to another; itself where that is unsure.

    Letters that did not fit the old name and may be a noun's are left alone: 난징로 is a road.

    >>> particle = particle_at("북경은 크다", 2)
    >>> refitted(particle, sound_of("북경"), sound_of("상하이"))
    '는'
    """
    fitted = old is not None and particle.fits(old)
    if new is None or (particle.unsure and not fitted) or (particle.fits(new) and not _moves(particle, old, new)):
        return particle.text
    return particle.shapes.fitting(new)


def _moves(particle: Particle, old: Sound | None, new: Sound) -> bool:
    """Whether the two sounds ask for different shapes, so that even a shape that either allows should change."""
    return old is not None and particle.fits(old) and particle.shapes.fitting(old) != particle.shapes.fitting(new)


def _either(text: str, end: int) -> bool:
    """Whether both shapes are offered: 은(는), 은/는, 이(가)."""
    return text[end : end + 1] in ("(", "/", "（") and text[end + 1 : end + 2] in _ENDS and end + 1 < len(text)


@cache
def _shapes() -> dict[str, Shapes]:
    found = {}
    for row in records("particles.tsv"):
        unsure = frozenset(cell_list(row["unsure"]))
        shapes = Shapes(row["after_consonant"], row["after_vowel"], row["rieul"], row["free"] == "yes", unsure)
        found[shapes.consonant] = found[shapes.vowel] = shapes
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """All shapes with their tails, the longest first, up to the end of the written word."""
    ways = []
    for row in records("particles.tsv"):
        tails = row["tails"]
        needed = "" if row["after_vowel"] == "였" else "?"
        tail = f"(?:{tails}){needed}" if tails else ""
        ways += [(shape, f"({shape}){tail}") for shape in (row["after_consonant"], row["after_vowel"])]
    ways.sort(key=lambda way: -len(way[0]))
    joined = "|".join(f"(?={way}(?![가-힣0-9A-Za-z])){shape}" for shape, way in ways)
    return re.compile(_single(joined))


def _single(joined: str) -> str:
    """One group around whichever shape it is; the groups inside are not needed."""
    return "(" + re.sub(r"\((?!\?)", "(?:", joined) + ")"
