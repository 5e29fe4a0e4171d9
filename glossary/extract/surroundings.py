"""What the words around a name say: before it, behind its bracket, and inside the bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.extract.cues import Cue, beside
from glossary.extract.finders import Found
from glossary.text.hangul import is_hangul

REACH = 4  # words behind the bracket among which a title may stand: 왕민(王敏) 지난시 서기
LONGEST = 8  # Hangul of the longest cue
_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_AGE = re.compile(r"(?:[1-9]\d)(?:세)?\Z|(?:19|20)\d\d년생\Z")


def cues_before(found: Found, text: str) -> Iterator[Cue]:
    """Cues in the words right before the name: 창업자 런정페이, 전기차 업체 비야디."""
    place = found.pair.ko_start
    while place > 0 and text[place - 1] in "‘“'\"「『《〈<":
        place -= 1
    head = text[max(0, place - 24) : place]
    clause = re.split(r"[.?!,;()\[\]\n\t]", head)[-1]
    words = _WORD.findall(clause)
    table = beside("before")
    for distance, word in enumerate(reversed(words[-2:])):
        for size in range(min(LONGEST, len(word)), 0, -1):
            cues = table.get(word[-size:])
            if cues:
                for cue in cues:
                    yield Cue(cue.word, cue.says, cue.weight, f"before-{distance}")
                break


def cues_after(found: Found, text: str) -> Iterator[Cue]:
    """Cues right behind the bracket, attached (장쑤(江蘇)성) or in the next words (왕민(王敏) 지난시 서기)."""
    if found.pair.segment < 0 or found.left is None:
        return
    rest = text[found.after : found.after + 40]
    clause = re.split(r"[.?!,;()\[\]\n\t·ㆍ]", rest)[0]
    attached = bool(clause) and is_hangul(clause[0])
    table = beside("after")
    for distance, word in enumerate(_WORD.findall(clause)[:REACH]):
        cue = _longest(word, table, whole=not (attached and distance == 0))
        if cue is not None:
            yield Cue(cue.word, cue.says, cue.weight, _place_behind(distance, attached))
        if word[-1:] in "은는이가을를에의와과로서" and not cue:
            break


def _place_behind(distance: int, attached: bool) -> str:
    if attached:
        return "attached" if distance == 0 else "after-0" if distance == 1 else "after-far"
    return "after-0" if distance == 0 else "after-far"


def _longest(word: str, table: dict[str, tuple[Cue, ...]], *, whole: bool) -> Cue | None:
    """The cue a word begins with; a one-syllable cue has to be the whole word but for a particle."""
    for size in range(min(LONGEST, len(word)), 0, -1):
        cues = table.get(word[:size])
        if cues and (size > 1 or not whole or len(word) - size <= 1):
            return cues[0]
    return None


def cues_inside(found: Found, text: str) -> Iterator[Cue]:
    """Cues in the bracket: an age or a title for persons, a ticker for companies."""
    titles = beside("after") | beside("before")
    for index, segment in enumerate(found.segments):
        piece = text[segment.start : segment.end]
        if index == found.pair.segment:
            piece = text[found.pair.zh_end : segment.end]
        if _AGE.match(piece.strip()):
            yield Cue(piece, "person", 1.0, "age")
        elif segment.kind == "ticker":
            yield Cue(piece, "organization", 1.0, "ticker")
        elif any(map(is_hangul, piece)):
            word = (_WORD.findall(piece) or [""])[-1]
            for size in range(min(LONGEST, len(word)), 1, -1):
                if any(cue.says in ("person", "title") for cue in titles.get(word[-size:], ())):
                    yield Cue(word, "person", 1.0, "title-inside")
                    break
