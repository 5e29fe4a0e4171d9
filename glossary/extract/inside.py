"""What stands inside a bracket: segments between separators, and in them hanzi, Hangul, Latin names, tickers, ages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from glossary.text.hangul import is_hangul
from glossary.text.hanzi import HANZI, is_hanzi

SEPARATORS = ",，、;；/·ㆍ∙・•:：=|~→\t"
DOTS = "·ㆍ∙・•"
LABELS = "=:："
_TRIM = " \t\r\n\f'\"‘’“”「」『』《》〈〉<>*-–—"
_HANGUL = re.compile(r"[가-힣ㄱ-ㅣᄀ-ᇿ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 .,&'’+\-]*\Z")
_TICKER = re.compile(r"(?:\d{4,6}|[A-Z]{1,5})(?:\.[A-Z]{1,3}|:[A-Z]{2,4})\Z|\d{5,6}\Z|(?:SZ|SH|HK|NYSE|NASDAQ)\Z")
_PURE = re.compile("[" + HANZI + "]+")
_ATTACHED = re.compile(r"[A-Za-z0-9+ぁ-ヿ]")

Kind = Literal["hanzi", "hangul", "latin", "ticker", "mixed", "number"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch between separators, by document offsets; `before` is the separator on its left ("" for none)."""

    start: int
    end: int
    before: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Core:
    """A hanzi name inside a segment, by document offsets; Hangul beside it in the segment is not part of it."""

    start: int
    end: int
    segment: int
    latin_before: int  # where Latin that may belong to it begins: the 2 of `EMQ 映云科技`; equals start without


def segments(text: str, start: int, end: int) -> list[Segment]:
    """Cut the inside of a bracket at its top-level separators; nested brackets stay whole.

    >>> text = "任正非·74; Huawei, 1987년"
    >>> [(text[s.start:s.end], s.kind) for s in segments(text, 0, len(text))]
    [('任正非', 'hanzi'), ('74', 'number'), ('Huawei', 'latin'), ('1987년', 'hangul')]
    """
    if _PURE.fullmatch(text, start, end):
        return [Segment(start, end, "", "hanzi")]
    found = []
    left, before, depth = start, "", 0
    for place in range(start, end + 1):
        char = text[place] if place < end else ","
        if char in "([（〔【［":
            depth += 1
        elif char in ")]）〕】］" and depth:
            depth -= 1
        elif place == end or (char in SEPARATORS and not depth):
            trimmed = _trim(text, left, place)
            if trimmed[0] < trimmed[1]:
                found.append(Segment(*trimmed, before, _kind(text[trimmed[0] : trimmed[1]])))
            left, before = place + 1, char
    return found


def cores(text: str, found: Sequence[Segment]) -> Iterator[Core]:
    """The hanzi names of the segments, in order; Hangul and nested notes split a segment.

    >>> text = "李庚, Quectel 上海移远通信 제품 총감"
    >>> [text[c.start:c.end] for c in cores(text, segments(text, 0, len(text)))]
    ['李庚', '上海移远通信']
    """
    for index, segment in enumerate(found):
        if segment.kind == "hanzi" and _PURE.fullmatch(text, segment.start, segment.end):
            yield Core(segment.start, segment.end, index, segment.start)
        elif segment.kind in ("hanzi", "mixed"):
            for start, end in _pieces(text, segment.start, segment.end):
                core = _core(text, start, end, index)
                if core.start < core.end:
                    yield core


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches free of Hangul; a nested bracket stays inside when hanzi touch it on both sides: e 谷(西安)核芯."""
    left = place = start
    while place < end:
        char = text[place]
        if char in "([（〔【［":
            close = _close(text, place, end)
            inner = text[place + 1 : close]
            joined = close + 1 < end and is_hanzi(text[close + 1]) and any(map(is_hanzi, inner))
            if not joined or _HANGUL.search(inner):
                yield left, place
                left = close + 1
            place = close + 1
        elif _HANGUL.match(char):
            yield left, place
            while place < end and not (is_hanzi(text[place])):
                place += 1
            left = place
        else:
            place += 1
    yield left, end


def _core(text: str, start: int, end: int, index: int) -> Core:
    hanzi = [place for place in range(start, end) if is_hanzi(text[place])]
    if not hanzi:
        return Core(start, start, index, start)
    first, last = hanzi[0], hanzi[-1] + 1
    while first > start and _ATTACHED.match(text[first - 1]):
        first -= 1
    while last < end and (_ATTACHED.match(text[last])):
        last += 1
    latin = first
    while latin > start and (text[latin - 1].isascii() and (text[latin - 1].isalnum() or text[latin - 1] in " &.-")):
        latin -= 1
    while latin < first and not text[latin].isalnum():
        latin += 1
    return Core(first, last, index, latin)


def _close(text: str, place: int, end: int) -> int:
    depth = 0
    for at in range(place, end):
        if text[at] in "([（〔【［":
            depth += 1
        elif text[at] in ")]）〕】］":
            depth -= 1
            if not depth:
                return at
    return end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def _kind(piece: str) -> Kind:
    hanzi = any(map(is_hanzi, piece))
    hangul = any(map(is_hangul, piece)) or bool(_HANGUL.search(piece))
    if hanzi:
        return "mixed" if hangul else "hanzi"
    if hangul:
        return "hangul"
    if _TICKER.match(piece):
        return "ticker"
    return "latin" if _LATIN.match(piece) else "number"
