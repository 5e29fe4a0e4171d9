"""Brackets and quotation marks: which stretch of text encloses a position, found in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, overload

ROUND = "([（〔【［"  # the shapes that hold a gloss; the rest are quotation marks and residue of mark-up
QUOTES = {"‘": "’", "“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "<": ">", "'": "'", '"': '"', "｢": "｣"}
CLOSING_QUOTES = frozenset(QUOTES.values())
INSIDE = 160  # characters of the longest bracket that still holds a gloss; names, tickers, titles in issue 260 take 45
_SIGN = re.compile(r"[(\[（〔【［)\]）〕】］]|\r?\n(?=\r?\n)")
_GIVE_UP = re.compile(r"\n\n|\r\n\r\n|[\t(\[]")


class Bracket(NamedTuple):
    """One bracket: `start` is the offset of its opening sign, `end` that of its closing sign or where it gives up."""

    start: int
    end: int
    closed: bool
    parent: int | None  # index of the bracket around it in the list, if any


class Brackets(Sequence[Bracket]):
    """The brackets of a text in the order of their opening signs, each made when it is asked for.

    A hostile text has as many signs as characters and no name in it: what is never looked at must cost next to nothing.
    """

    def __init__(self, text: str, starts: list[int], ends: list[int], parents: list[int]) -> None:
        self._text = text
        self.starts = starts
        self._ends = ends  # -1 where nothing closes it
        self._parents = parents  # -1 where nothing is around it

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Bracket: ...
    @overload
    def __getitem__(self, index: slice) -> list[Bracket]: ...
    def __getitem__(self, index: int | slice) -> Bracket | list[Bracket]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        start, end, parent = self.starts[index], self._ends[index], self._parents[index]
        stop = _give_up(self._text, start) if end < 0 else end
        return Bracket(start, stop, end >= 0, None if parent < 0 else parent)


def brackets(text: str) -> Brackets:
    """All gloss brackets of a text; mixed shapes close each other.

    An unclosed one ends at the next empty line, or after `INSIDE` characters.

    >>> [(b.start, b.end, b.closed) for b in brackets("거진[戈峻, 그룹(天九集团) CEO]은 (李")]
    [(2, 19, True), (9, 14, True), (22, 24, False)]
    """
    starts: list[int] = []
    ends: list[int] = []
    parents: list[int] = []
    stack: list[int] = []
    for sign in _SIGN.finditer(text):
        offset, char = sign.start(), sign[0]
        if char[0] in "\r\n":
            stack.clear()
            continue
        while stack and offset - starts[stack[-1]] > INSIDE:
            stack.pop()
        if char in ROUND:
            parents.append(stack[-1] if stack else -1)
            stack.append(len(starts))
            starts.append(offset)
            ends.append(-1)
        elif stack:
            ends[stack.pop()] = offset
    return Brackets(text, starts, ends, parents)


def _give_up(text: str, start: int) -> int:
    stop = min(len(text), start + 1 + INSIDE)
    found = _GIVE_UP.search(text, start + 1, stop)
    return found.start() if found else stop


def quoted_before(text: str, end: int, limit: int) -> tuple[int, int] | None:
    """The inside of the quotation that closes right before `end`, or that is still open there; None when neither.

    >>> text = "드라마 ‘황제의 딸(还珠格格)’"
    >>> start, stop = quoted_before(text, text.index("("), 40)
    >>> text[start:stop]
    '황제의 딸'
    """
    low = max(0, end - limit)
    stop = end
    if stop > low and text[stop - 1] in CLOSING_QUOTES:
        stop -= 1
        openers = [sign for sign, close in QUOTES.items() if close == text[stop]]
        start = max(text.rfind(sign, low, stop) for sign in openers)
        return (start + 1, stop) if start >= 0 and start + 1 < stop else None
    for place in range(stop - 1, low - 1, -1):
        char = text[place]
        if char in "\n.?!" or (char in CLOSING_QUOTES and char not in QUOTES):
            return None
        if char in QUOTES:
            alone = char not in "'\"" or (place == 0 or not text[place - 1].isalnum())
            return (place + 1, stop) if alone and place + 1 < stop else None
    return None
