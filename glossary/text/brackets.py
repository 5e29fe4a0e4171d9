"""Brackets and quotation marks: which stretch of text encloses a position, found in one pass over the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPEN = "([（〔【［{「『《〈<"
CLOSE = ")]）〕】］}」』》〉>"
ROUND = "([（〔【［"  # the shapes that hold a gloss; the rest are quotation marks and residue of mark-up
QUOTES = {"‘": "’", "“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉", "<": ">", "'": "'", '"': '"', "｢": "｣"}
CLOSING_QUOTES = frozenset(QUOTES.values())
INSIDE = 160  # characters of the longest bracket that still holds a gloss; names, tickers, titles in issue 260 take 45
_SIGN = re.compile(r"[(\[（〔【［)\]）〕】］]|\r?\n(?=\r?\n)")
_GIVE_UP = re.compile(r"\n\n|\r\n\r\n|[\t(\[]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket: `start` is the offset of its opening sign, `end` that of its closing sign or where it gives up."""

    start: int
    end: int
    closed: bool
    parent: int | None  # index of the bracket around it in the list, if any


def brackets(text: str) -> list[Bracket]:
    """All gloss brackets of a text in the order of their opening signs; mixed shapes close each other.

    An unclosed one ends at the next empty line, or after `INSIDE` characters.

    >>> [(b.start, b.end, b.closed) for b in brackets("거진[戈峻, 그룹(天九集团) CEO]은 (李")]
    [(2, 19, True), (9, 14, True), (22, 24, False)]
    """
    starts: list[int] = []
    parents: list[int | None] = []
    stack: list[int] = []
    closed: dict[int, int] = {}
    for sign in _SIGN.finditer(text):
        offset, char = sign.start(), sign[0]
        if char[0] in "\r\n":
            stack.clear()
            continue
        while stack and offset - starts[stack[-1]] > INSIDE:
            stack.pop()
        if char in ROUND:
            parents.append(stack[-1] if stack else None)
            stack.append(len(starts))
            starts.append(offset)
        elif stack:
            closed[stack.pop()] = offset
    return [
        Bracket(start, closed[index] if index in closed else _give_up(text, start), index in closed, parents[index])
        for index, start in enumerate(starts)
    ]


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
