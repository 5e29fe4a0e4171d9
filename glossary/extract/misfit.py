"""A particle of the wrong shape behind a known name: 베이징는, 화웨이이. The name stands there all the same."""

from __future__ import annotations

from glossary.extract.behind import Behind, attached, behind
from glossary.text.particles import Particle, particle_at, sound_of

# Shapes that are as often an ending or the beginning of another word, so that no slip can be told by them.
_DUMB = frozenset({"아", "야", "나", "랑", "여", "란", "라", "라면", "든", "다", "며", "고", "자", "니"})


def misfit(name: str, rest: str) -> Behind | None:
    """What is written on behind a name, its particle taken for the one that fits; None where none is amiss.

    >>> misfit("베이징", "는"), misfit("화웨이", "가전")
    (Behind(nouns=(), particle='topic', suffix='', misfit='sure', at=0), None)
    >>> misfit("쓰촨", "성를")[3:], misfit("난징", "로")[3:]
    (('sure', 1), ('unsure', 0))
    """
    for size in range(len(rest)):
        if size and rest[:size] not in attached():
            continue
        found = _wrong(name + rest, len(name) + size)
        if found is None:
            continue
        particle, right = found
        explained = behind(name, rest[:size] + right + rest[size + len(particle.text) :])
        if explained is not None:
            return explained._replace(misfit="unsure" if particle.unsure else "sure", at=size)
    return None


def _wrong(word: str, place: int) -> tuple[Particle, str] | None:
    """The particle at a place that does not fit what is before it, and the shape that does."""
    particle, sound = particle_at(word, place), sound_of(word[:place])
    if particle is None or sound is None or particle.text in _DUMB or particle.fits(sound):
        return None
    return particle, particle.shapes.fitting(sound)
