"""A text cut where marks begin and end, its hanzi apart, so that a page can show it as spans and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from glossary.model import Edit

HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
Tag = Literal["", "zh-Hans", "zh-Hant"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text with the numbers of the marks that cover it; `first` are those that begin with it."""

    text: str
    marks: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    tag: Tag = ""


def pieces(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The text in stretches, each covered by the same marks from its beginning to its end.

    >>> [(one.text, one.marks, one.tag) for one in pieces("즈우(摯物)와", [(0, 6), (3, 5)])]
    [('즈우(', (0,), ''), ('摯物', (0, 1), 'zh-Hant'), (')', (0,), ''), ('와', (), '')]
    """
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(spans):
        starts.setdefault(start, []).append(number)
        ends.setdefault(max(end, start), []).append(number)
    cuts = {0, len(text), *starts, *ends, *(place for run in HANZI.finditer(text) for place in run.span())}
    open_marks: list[int] = []
    for low, high in pairwise(sorted(cut for cut in cuts if 0 <= cut <= len(text))):
        open_marks = [number for number in open_marks if number not in ends.get(low, ())]
        begun = starts.get(low, [])
        open_marks += [number for number in begun if spans[number][1] > low]
        cut = text[low:high]
        yield Piece(cut, tuple(open_marks), tuple(begun), _tag(cut))


def _tag(cut: str) -> Tag:
    if not HANZI.match(cut):
        return ""
    from glossary.text.hanzi import script_of

    return "zh-Hant" if script_of(cut) == "traditional" else "zh-Hans"


def places_now(edits: Iterable[Edit]) -> list[tuple[int, int]]:
    """Where edits of a first text stand in the text with all of them.

    >>> places_now([Edit(0, 2, "북경", "베이징", ""), Edit(4, 6, "상해", "상하이", "")])
    [(0, 3), (5, 8)]
    """
    found, shift = [], 0
    for edit in edits:
        start = edit.start + shift
        found.append((start, start + len(edit.new)))
        shift += len(edit.new) - (edit.end - edit.start)
    return found


def in_browser(text: str, places: Iterable[int]) -> list[int]:
    """Offsets as a text field counts them: UTF-16 units, each line end one of them.

    >>> in_browser("𠮷\\r\\n평자오", [0, 3, 6])
    [0, 3, 6]
    """
    wanted = list(places)
    known: dict[int, int] = {}
    units, done = 0, 0
    for place in sorted(set(wanted)):
        stretch = text[done:place].replace("\r\n", "\n")
        units += len(stretch.encode("utf-16-le", "surrogatepass")) // 2
        known[place] = units
        done = place
    return [known[place] for place in wanted]
