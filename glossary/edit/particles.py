"""The particles behind names that change: what was right after the old name is made right after the new one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set

from glossary.model import Edit
from glossary.text.brackets import ROUND, Brackets, brackets
from glossary.text.hangul import is_hangul
from glossary.text.particles import Particle, particle_at, refitted, sound_of


def repairs(text: str, edits: Iterable[Edit], faulty: Set[int] = frozenset()) -> list[Edit]:
    """The edits of particles that follow replaced names, plain or behind the bracket with their hanzi.

    `faulty` are places of particles that a check found not to fit: letters there are surely a particle.

    >>> text = "북경(北京)은 크고 상해를 지나"
    >>> edits = [Edit(0, 2, "북경", "상하이", "x"), Edit(11, 13, "상해", "베이징", "x")]
    >>> [(edit.start, edit.old, edit.new) for edit in repairs(text, edits)]
    [(6, '은', '는'), (13, '를', '을')]
    """
    listed = list(edits)
    found = brackets(text) if listed else None
    return list(_repairs(text, listed, found, faulty)) if found is not None else []


def _repairs(text: str, edits: list[Edit], found: Brackets, faulty: Set[int]) -> Iterator[Edit]:
    for edit in edits:
        if not edit.old or not _named(edit.old) or not _named(edit.new):
            continue
        place = _behind(text, edit.end, found)
        particle = particle_at(text, place)
        if particle is None:
            continue
        right = _right(particle, edit, sure=place in faulty)
        if right != particle.text or place in faulty:
            yield Edit(particle.start, particle.end, particle.text, right, "particle")


def _right(particle: Particle, edit: Edit, *, sure: bool) -> str:
    old, new = sound_of(_read(edit.old)), sound_of(_read(edit.new))
    if sure and new is not None:
        return particle.text if particle.fits(new) else particle.shapes.fitting(new)
    return refitted(particle, old, new)


def _read(name: str) -> str:
    """What is read aloud of a name: not the bracket behind it."""
    head = name
    while head and head[-1] in ")]）〕】］":
        cut = max(head.rfind(sign) for sign in ROUND)
        if cut <= 0:
            break
        head = head[:cut].rstrip()
    return head


def _named(name: str) -> bool:
    """Whether a name is read as Korean: hanzi in a bracket and signs are no name that a particle follows."""
    return any(is_hangul(char) or (char.isascii() and char.isalnum()) for char in name)


def _behind(text: str, end: int, found: Brackets) -> int:
    """Where a particle of the name that ends at `end` would stand: behind its bracket, if it has one."""
    place = end
    while place < len(text) and text[place] in ROUND:
        index = _index(found, place)
        bracket = found[index] if index is not None else None
        if bracket is None or not bracket.closed:
            break
        place = bracket.end + 1
    return place


def _index(found: Brackets, start: int) -> int | None:
    index = bisect_left(found.starts, start)
    return index if index < len(found.starts) and found.starts[index] == start else None
