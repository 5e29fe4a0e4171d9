"""Where hanzi stand in a text: inside which bracket, before a bracket with Hangul, or bare behind Hangul."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.text.brackets import INSIDE, Bracket, Brackets, brackets
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import HANZI, is_hanzi

_RUN = re.compile("[" + HANZI + "]+")


@dataclass(frozen=True, slots=True)
class Site:
    """One place to look at: a bracket that holds hanzi, or (bracket None) a run of hanzi outside of brackets."""

    start: int
    end: int
    bracket: Bracket | None
    lower: int  # no name reaches further left than this
    follows: Bracket | None = None  # for a run: the bracket right behind it that holds Hangul and no hanzi


def sites(text: str) -> Iterator[Site]:
    """All places with hanzi in the order of the text, each bracket once.

    >>> [(s.start, s.end, s.bracket is not None) for s in sites("즈우(摯物)와 리장麗江")]
    [(2, 5, True), (10, 12, False)]
    """
    listed = brackets(text)
    opens = listed.starts
    seen: set[int] = set()
    glued: dict[int, bool] = {}
    for run in _RUN.finditer(text):
        index = _around(listed, opens, run.start())
        if index is None:
            yield Site(run.start(), run.end(), None, 0, _behind(text, listed, opens, run.end()))
            continue
        while _inside_name(text, listed[index], glued) and listed[index].parent is not None:
            outer = _enclosing(listed, index)
            if outer is None:
                break
            index = outer
        if index not in seen:
            seen.add(index)
            bracket = listed[index]
            yield Site(bracket.start, bracket.end, bracket, _lower(text, listed, index))


def _around(listed: Brackets, opens: list[int], place: int) -> int | None:
    """Index of the innermost bracket around a place."""
    index: int | None = bisect_right(opens, place) - 1
    if index is not None and index < 0:
        return None
    while index is not None and listed[index].end <= place:
        index = listed[index].parent
        if index is not None and place - listed[index].start > INSIDE:
            return None
    return index


def _enclosing(listed: Brackets, index: int) -> int | None:
    """The bracket around another one that is really still open there."""
    start, parent = listed[index].start, listed[index].parent
    while parent is not None and listed[parent].end <= start:
        if start - listed[parent].start > INSIDE:
            return None  # no bracket reaches that far, however many stand open
        parent = listed[parent].parent
    return parent


def _lower(text: str, listed: Brackets, index: int) -> int:
    """Behind the sign of the bracket around; a doubled sign is no bracket of its own: 커다쉰페이((科大訊飛))."""
    parent, first = _enclosing(listed, index), listed[index].start
    while parent is not None and listed[parent].start == first - 1:
        parent, first = _enclosing(listed, parent), first - 1
        if listed[index].start - first > INSIDE:
            return first
    return listed[parent].start + 1 if parent is not None else 0


def _inside_name(text: str, bracket: Bracket, glued: dict[int, bool]) -> bool:
    """Whether hanzi touch the bracket on both sides, so that it is part of a name: 中关村e谷(西安)核芯空间."""
    if bracket.start not in glued:
        left = bracket.start > 0 and is_hanzi(text[bracket.start - 1])
        right = bracket.closed and bracket.end + 1 < len(text) and is_hanzi(text[bracket.end + 1])
        glued[bracket.start] = left and right
    return glued[bracket.start]


def _behind(text: str, listed: Brackets, opens: list[int], end: int) -> Bracket | None:
    place = end
    while place < len(text) and place < end + 2 and (text[place].isspace() or text[place] in "’”」』》〉'\""):
        place += 1
    if text[end:place].count("\n") > 1:
        return None
    index = bisect_right(opens, place) - 1
    if index < 0 or listed[index].start != place or not listed[index].closed:
        return None
    inner = text[place + 1 : listed[index].end]
    if any(map(is_hangul, inner)) and not any(map(is_hanzi, inner)):
        return listed[index]
    return None
