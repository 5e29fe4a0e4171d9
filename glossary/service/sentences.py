"""The sentence around a mention, with where the name and its hanzi stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

REACH = 160  # characters to each side: a sentence of the newsletter has 60 to 120
_END = re.compile(r"(?:(?<!\d)\.|[!?。！？])(?=[\s\"'”’)）]|$)|\n\s*\n|\n(?=\s*[-▶■◆○●•*·—])|\t")


@dataclass(frozen=True, slots=True)
class Cutting:
    """A sentence on one line: `text[ko_start:ko_end]` is the name, likewise for the hanzi."""

    text: str
    ko_start: int
    ko_end: int
    zh_start: int
    zh_end: int


def cut(text: str, ko: tuple[int, int], zh: tuple[int, int]) -> Cutting:
    """The sentence that holds both spans; a line break inside a name goes, elsewhere it is a space.

    >>> cut("앞 문장이다. 집행총재 펑\\n자오(彭昭)는 말했다. 뒤", (13, 17), (18, 20))
    Cutting(text='집행총재 펑자오(彭昭)는 말했다.', ko_start=5, ko_end=8, zh_start=9, zh_end=11)
    """
    start = _begin(text, min(ko[0], zh[0]))
    end = _finish(text, max(ko[1], zh[1]))
    pieces: list[str] = []
    offsets = {}
    length = 0
    for place in range(start, end + 1):
        offsets[place] = length
        if place < end:
            piece = _shown(text[place], inside=any(low <= place < high for low, high in (ko, zh)))
            pieces.append(piece)
            length += len(piece)
    return Cutting("".join(pieces), offsets[ko[0]], offsets[ko[1]], offsets[zh[0]], offsets[zh[1]])


def _begin(text: str, at: int) -> int:
    low = max(0, at - REACH)
    ends = [match.end() for match in _END.finditer(text, low, at)]
    start = ends[-1] if ends else _next_word(text, low, at)
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def _next_word(text: str, low: int, at: int) -> int:
    """A sentence longer than the reach is cut between words."""
    blank = text.find(" ", low, at)
    return low if low == 0 or blank < 0 else blank + 1


def _finish(text: str, at: int) -> int:
    high = min(len(text), at + REACH)
    match = _END.search(text, at, high)
    end = match.end() if match else high
    return at + len(text[at:end].rstrip())


def _shown(char: str, *, inside: bool) -> str:
    return ("" if inside else " ") if char in "\r\n" else char
