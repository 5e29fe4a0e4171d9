"""The sentence around a mention, with where the name and its hanzi stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

REACH = 160  # characters to each side: a sentence of the newsletter has 60 to 120
_TORN = "…"
_BLANK = re.compile(r"\s")
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

    A sentence beyond the reach is cut between words, and … says so.

    >>> cut("앞 문장이다. 집행총재 펑\\n자오(彭昭)는 말했다. 뒤", (13, 17), (18, 20))
    Cutting(text='집행총재 펑자오(彭昭)는 말했다.', ko_start=5, ko_end=8, zh_start=9, zh_end=11)
    """
    start, torn = _begin(text, min(ko[0], zh[0]))
    end, open_ended = _finish(text, max(ko[1], zh[1]))
    pieces: list[str] = [_TORN] if torn else []
    offsets = {}
    length = len(pieces)
    for place in range(start, end + 1):
        offsets[place] = length
        if place < end:
            piece = _shown(text[place], inside=any(low <= place < high for low, high in (ko, zh)))
            pieces.append(piece)
            length += len(piece)
    if open_ended:
        pieces.append(_TORN)
    return Cutting("".join(pieces), offsets[ko[0]], offsets[ko[1]], offsets[zh[0]], offsets[zh[1]])


def _begin(text: str, at: int) -> tuple[int, bool]:
    """Where the sentence begins, and whether words of it are left out before."""
    low = max(0, at - REACH)
    ends = [match.end() for match in _END.finditer(text, low, at)]
    start = ends[-1] if ends else _next_word(text, low, at)
    return start + len(text[start:at]) - len(text[start:at].lstrip()), low > 0 and not ends


def _next_word(text: str, low: int, at: int) -> int:
    blank = text.find(" ", low, at)
    return low if low == 0 or blank < 0 else blank + 1


def _finish(text: str, at: int) -> tuple[int, bool]:
    """Where the sentence ends, and whether words of it are left out behind; one sign more tells if an end is one."""
    high = min(len(text), at + REACH)
    match = _END.search(text, at, high + 1)
    if match and match.end() <= high:
        return at + len(text[at : match.end()].rstrip()), False
    rest = text[at : high + 1]
    if high == len(text):
        return at + len(rest.rstrip()), False
    last = max((found.start() for found in _BLANK.finditer(rest)), default=len(rest) - 1)
    return at + len(rest[:last].rstrip()), True


def _shown(char: str, *, inside: bool) -> str:
    return ("" if inside else " ") if char in "\r\n" else char
