"""A scanned text in pieces: what is a name, what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.model import ScannedName


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, with the name that it is."""

    text: str
    name: ScannedName | None = None

    @property
    def state(self) -> str:
        """known, new, or several where the glossary has more than one of that name."""
        if self.name is None:
            return ""
        return "several" if self.name.meanings else "known" if self.name.concept else "new"


def cut(text: str, names: Iterable[ScannedName]) -> list[Piece]:
    """The text in order, whole; a name inside another is left to the one that begins first.

    >>> one = ScannedName("즈우", 0, 2, "즈우", "挚物", None, "organization", "c1", False, 0.98)
    >>> [(piece.text, piece.state) for piece in cut("즈우는 회사다", [one])]
    [('즈우', 'known'), ('는 회사다', '')]
    """
    return [piece for piece in _cut(text, names) if piece.text]


def _cut(text: str, names: Iterable[ScannedName]) -> Iterator[Piece]:
    done = 0
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if not done <= name.start < name.end <= len(text):
            continue
        yield Piece(text[done : name.start])
        yield Piece(text[name.start : name.end], name)
        done = name.end
    yield Piece(text[done:])
