"""Further forms of a name that stand in its bracket: a second Hangul reading, a Latin name, a ticker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from glossary.extract.cues import context_words
from glossary.extract.finders import Found
from glossary.extract.inside import DOTS, Segment
from glossary.extract.pairing import JAPANESE
from glossary.model import Alias
from glossary.reading.japanese import reads_japanese
from glossary.reading.path import best_path
from glossary.reading.window import make_window
from glossary.text.hangul import is_hangul

READS = 0.35  # mean cost for each hanzi up to which a Hangul segment is a second reading
_DIGITS = re.compile(r"[\d.,~\-/년생세월일\s]+\Z")
_EN_CELL = re.compile(r"[ \t]*\t[ ]*([A-Za-z][A-Za-z0-9 .,&'+\-]*)[ ]*(?=\t|\r|\n|\Z)")
_PARTICLES = re.compile(r"(?:의|은|는|이|가|을|를|에서|으로|라는|이란)\Z")


def aliases_of(found: Found, text: str) -> tuple[Alias, ...]:
    """The aliases of a pair, in the order of the bracket; titles, ages and dates are none.

    The hanzi's own reading in the bracket counts always, a brand (트리나솔라) only behind a middle dot.
    """
    pair = found.pair
    if pair.segment < 0:
        return ()
    listed = []
    for index, segment in enumerate(found.segments):
        if index != pair.segment and segment.start >= pair.zh_start - 40:
            listed.extend(_alias(found, text, index, segment))
    return tuple(dict.fromkeys(listed))


def _alias(found: Found, text: str, index: int, segment: Segment) -> Iterator[Alias]:
    piece = " ".join(text[segment.start : segment.end].split())
    if segment.kind == "latin" and len(piece) > 1:
        yield Alias(piece, "latin")
    elif segment.kind == "ticker":
        yield Alias(piece, "ticker")
    elif segment.kind == "hanzi" and index > found.pair.segment:
        yield Alias(piece, "hanzi")
    elif segment.kind == "hangul" and _second_name(found, text, index, segment, piece):
        yield Alias(piece, "hangul")


def _second_name(found: Found, text: str, index: int, segment: Segment, piece: str) -> bool:
    pair = found.pair
    if pair.ko_start <= segment.start < pair.ko_end or _DIGITS.match(piece) or not all(map(_hangul_or_blank, piece)):
        return False
    zh = text[pair.zh_start : pair.zh_end]
    if best_path(make_window(piece), zh, begin=0, strict=READS) is not None:
        return True
    japanese = reads_japanese(piece, zh)
    if japanese is not None and japanese <= JAPANESE:
        return True
    dotted = segment.before in DOTS if segment.before else index + 1 < len(found.segments) and (
        found.segments[index + 1].before in DOTS
    )
    return dotted and len(piece) > 1 and " " not in piece and not _PARTICLES.search(piece) and piece not in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(cue.word for cue in context_words() if cue.says in ("title", "person"))


def _hangul_or_blank(char: str) -> bool:
    return is_hangul(char) or char.isspace()


def english_of(text: str, after: int) -> str | None:
    """The English name in the table cell right behind a name's cell, if the next cell is in Latin letters.

    >>> english_of("허사이커지(禾赛科技)\\tHesai\\t상하이", 11)
    'Hesai'
    """
    match = _EN_CELL.match(text, after)
    return match.group(1).strip() if match else None
