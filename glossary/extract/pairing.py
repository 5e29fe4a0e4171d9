"""One bracket with hanzi and the Hangul it glosses: which hanzi, which Hangul, by which reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from glossary.extract.cues import place_level
from glossary.extract.inside import DOTS, LABELS, Core, Segment, cores
from glossary.extract.japanese import japanese_reading
from glossary.extract.left import Left, tails
from glossary.model import Step
from glossary.policy import ExtractPolicy
from glossary.reading.costs import EASY
from glossary.reading.learned import NOTHING, Learned
from glossary.reading.path import Path, best_path
from glossary.reading.window import make_window
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold, is_hanzi

_PART = re.compile("[^ \u3000\u00a0]+")  # a line break is none

Method = Literal["reading", "japanese", "none"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A Hangul stretch and the hanzi that gloss it, by document offsets, with the alignment that says so."""

    ko_start: int
    ko_end: int
    zh_start: int
    zh_end: int
    method: Method
    cost: float  # mean for each hanzi
    steps: tuple[Step, ...]
    segment: int  # index of the hanzi's segment in the bracket
    inside: bool = False  # the Hangul stands in the bracket as well
    tail: str = ""  # generic word between name and bracket


def outer_pair(
    left: Left, text: str, found: list[Segment], limits: ExtractPolicy, learned: Learned = NOTHING
) -> Pair | None:
    """The best pair of the bracket's hanzi with the Hangul before it; None when nothing there reads them.

    >>> from glossary.extract.inside import segments
    >>> from glossary.extract.left import left_of
    >>> text = "주칭다오(靑島·1891년)"
    >>> from glossary.policy import load_policy
    >>> inside = segments(text, 5, len(text) - 1)
    >>> pair = outer_pair(left_of(text, 4, 0, 40), text, inside, load_policy().extract)
    >>> text[pair.ko_start:pair.ko_end], text[pair.zh_start:pair.zh_end]
    ('칭다오', '靑島')
    """
    best: Pair | None = None
    left = left.near(limits.base + limits.per_hanzi * sum(core.end - core.start for core in cores(text, found)))
    for start, end, segment in candidates(text, found, left.text[left.start : left.end]):
        pair = _read(left, text, (start, end, segment), limits, learned)
        if pair is not None and (best is None or pair.cost < best.cost - 0.05):
            best = pair
        if best is not None and best.cost <= limits.good:
            return best
    return best


def inner_pair(
    text: str, found: list[Segment], core: Core, limits: ExtractPolicy, learned: Learned = NOTHING
) -> Pair | None:
    """The pair of a bracket that holds the reading as well: (위수커지·宇樹科技), (회장 레이쥔·雷軍)."""
    zh = text[core.start : core.end]
    best: Pair | None = None
    for segment in found:
        if segment.kind not in ("hangul", "mixed") or segment.end <= segment.start:
            continue
        for start, end in _hangul_runs(text, segment):
            window = make_window(text[start:end])
            path = best_path(window, zh, strict=limits.good, learned=learned)
            if path is not None and (best is None or path.cost / len(zh) < best.cost):
                best = _pair(path, start + window.origin(path.start), end, core.start, core.end, core.segment, True)
    return best


def candidates(text: str, found: list[Segment], window: str) -> Iterator[tuple[int, int, int]]:
    """Hanzi stretches of a bracket in the order to try them, as (start, end, segment)."""
    listed = list(cores(text, found))
    for first in listed[:3]:
        joined = _joined(text, listed, first)
        if joined is not None and any(dot in window for dot in DOTS + " "):
            yield first.start, joined, first.segment
        latin = text[first.latin_before : first.start].strip()
        if latin and latin.casefold() in window.casefold():
            yield first.latin_before, first.end, first.segment
        yield first.start, first.end, first.segment
        yield from _blank_parts(text, first)


def _joined(text: str, listed: list[Core], first: Core) -> int | None:
    """Where a parallel list 蒜泥空间·西安创业大街 that begins with `first` ends."""
    end = first.end
    for core in listed:
        if core.start > end and set(text[end : core.start]) <= set(DOTS + " ") and text[end : core.start].strip():
            end = core.end
    return end if end > first.end else None


def _blank_parts(text: str, core: Core) -> Iterator[tuple[int, int, int]]:
    parts = list(_PART.finditer(text, core.start, core.end))
    for part in parts if len(parts) > 1 else ():
        if any(map(is_hanzi, part[0])):
            yield part.start(), part.end(), core.segment


def _read(left: Left, text: str, stretch: tuple[int, int, int], limits: ExtractPolicy, learned: Learned) -> Pair | None:
    start, end, segment = stretch
    zh = text[start:end]
    size = len("".join(zh.split()))
    window = left.window
    path = best_path(window, zh, strict=limits.fair, learned=learned)
    tail = ""
    if path is None or path.cost > EASY * size:
        for stop in tails(left):
            other = best_path(window, zh, end=stop, strict=limits.good, learned=learned)
            if other is not None and (path is None or other.cost + limits.tail < path.cost):
                path, tail = other, window.text[stop:]
    pair = None
    if path is not None:
        pair = _pair(path, left.offset(path.start), left.stop(path.end), start, end, segment, False, tail)
    borrowed = pair is not None and any(step.how in ("loan", "brand") for step in pair.steps)
    if pair is None or pair.cost > EASY or (borrowed and not place_level(fold(zh))):
        japanese = _japanese(left, zh, stretch, limits.japanese)
        if japanese is not None and (pair is None or japanese.cost < max(0.1, pair.cost - 0.05)):
            return japanese
    return pair


def _japanese(left: Left, zh: str, stretch: tuple[int, int, int], limit: float) -> Pair | None:
    found = japanese_reading(left, zh, limit)
    if found is None:
        return None
    start, end, segment = stretch
    ko = (found.start, found.end)
    return Pair(*ko, start, end, "japanese", found.cost, found.steps, segment, False, found.tail)


def _pair(
    path: Path, ko_start: int, ko_end: int, start: int, end: int, segment: int, inside: bool, tail: str = ""
) -> Pair:
    size = max(1, sum(len(step.zh) for step in path.steps))
    return Pair(ko_start, ko_end, start, end, "reading", path.cost / size, path.steps, segment, inside, tail)


def _hangul_runs(text: str, segment: Segment) -> Iterator[tuple[int, int]]:
    if segment.kind == "hangul":
        yield segment.start, segment.end
        return
    place = segment.start
    while place < segment.end:
        stop = place
        while stop < segment.end and (is_hangul(text[stop]) or (text[stop] == " " and stop > place)):
            stop += 1
        if stop > place:
            yield place, place + len(text[place:stop].rstrip())
        place = max(stop, place + 1)


def labelled(found: list[Segment], segment: int) -> bool:
    """Whether the hanzi follow a label, as in (사진=新華社) and (자료: 國家統計局), and so gloss nothing outside."""
    return segment > 0 and found[segment].before in LABELS and found[segment - 1].kind in ("hangul", "latin")
