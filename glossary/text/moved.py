"""Where a place of a text stands once the text has been corrected."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import accumulate

_WIDTHS = (40, 20, 10, 5, 3)  # how much of what stands around a place has to be there again, the most first


def moved(before: str, after: str, places: Iterable[int]) -> dict[int, int]:
    """Where the characters at these places stand after a change of the text; those that are gone are left out.

    >>> moved("왕웨이(王伟)는 교수다.", "오늘 왕웨이(王伟)는 교수이다.", [0, 4])
    {0: 3, 4: 7}
    """
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts, ends = _starts(old), _starts(new)
    matcher = SequenceMatcher(None, [line.strip() for line in old], [line.strip() for line in new], autojunk=False)
    blocks = {line: code for code in matcher.get_opcodes() for line in range(code[1], code[2])}
    found = {}
    for place in places:
        line = bisect_right(starts, place) - 1
        if not 0 <= line < len(old):
            continue
        tag, first, _, new_first, new_last = blocks[line]
        if tag == "equal":
            other = new_first + line - first
            indent = _indent(new[other]) - _indent(old[line])
            stands: int | None = ends[other] + place - starts[line] + indent
        else:
            stands = _anchored(before, place, after, ends[new_first], ends[new_last])
        if stands is not None:
            found[place] = stands
    return found


def _starts(lines: Iterable[str]) -> list[int]:
    return list(accumulate(map(len, lines), initial=0))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _anchored(before: str, place: int, after: str, start: int, end: int) -> int | None:
    """The only place of a stretch around which the same stands as around the place before, as much of it as can be."""
    for width in _WIDTHS:
        left, right = before[max(0, place - width) : place], before[place : place + width]
        for text, shift in ((left + right, len(left)), (right, 0), (left, len(left))):
            at = after.find(text, start, end) if text else -1
            if at >= 0 and after.find(text, at + 1, end) < 0:
                return at + shift
    return None
