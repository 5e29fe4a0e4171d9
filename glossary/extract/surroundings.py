"""What the words around a name say: before it, behind its bracket, and inside the bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from glossary.extract.cues import Cue, beside, one_syllable_names
from glossary.extract.finders import Found
from glossary.text.hangul import is_hangul

REACH = 4  # words behind the bracket among which a title may stand: 왕민(王敏) 지난시 서기
LONGEST = 8  # Hangul of the longest cue
QUOTES = "‘“'\"「『《〈<"
_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_AGE = re.compile(r"(?:[1-9]\d)(?:세)?\Z|(?:19|20)\d\d년생\Z")
_STOPS = re.compile(r"[.?!,;()\[\]\n\t]")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_FRAME = re.compile(
    r"[’”'\"」』》〉>]? ?(에서|에게|에|의|이|가|은|는|을|를|으로|로|과|와|도)(?![가-힣]) *([가-힣]{0,2})"
)
_SAME_PARTICLE = {"이": "가", "은": "가", "는": "가", "도": "가", "을": "를", "으로": "로", "과": "와"}
_INSTITUTION = ("대학", "병원", "정부", "대사관", "영사관", "공항", "호텔", "당국", "법원", "은행")


def cues_before(found: Found, text: str) -> Iterator[Cue]:
    """Cues in the words right before the name: 창업자 런정페이, 전기차 업체 비야디, 시호는 충무."""
    place = found.pair.ko_start
    while place > 0 and text[place - 1] in QUOTES:
        place -= 1
    head = text[max(0, place - 40) : place].rpartition("\n")[2]
    if ")" in head or "]" in head:
        head = _BRACKETED.sub("", head)
    words = _WORD.findall(_STOPS.split(head)[-1])
    table = beside("before")
    for distance, word in enumerate(reversed(words[-2:])):
        for size in range(min(LONGEST, len(word)), 0, -1):
            cues = table.get(word[-size:])
            if cues:
                for cue in cues:
                    yield _said_before(cue, distance)
                break


def _said_before(cue: Cue, distance: int) -> Cue:
    if cue.says == "title":
        return Cue(cue.word, "person", cue.weight, f"title-{distance}")
    return Cue(cue.word, cue.says, cue.weight, f"before-{distance}")


def cues_quoted(found: Found, text: str) -> Iterator[Cue]:
    """What quotation marks around the name say, with a maker before them (감독의 ‘추나’) or words of art near by."""
    start = found.pair.ko_start
    quote = text[start - 1 : start] if start else ""
    if not quote or quote not in QUOTES:
        return
    yield Cue(quote, "work", 1.0, f"quotes-{_quote_sort(quote)}")
    if text[max(0, start - 3) : start - 1].rstrip().endswith("의"):
        yield Cue("의", "work", 1.0, "quotes-of")
    near = _art().search(text, max(0, start - 50), min(len(text), found.after + 40))
    if near:
        yield Cue(near.group(), "work", 1.0, "quotes-art")


def _quote_sort(quote: str) -> str:
    return "plain" if quote in "‘“'\"" else "title" if quote in "《『〈" else "other"


@cache
def _art() -> re.Pattern[str]:
    words = {word for side in ("before", "after") for word, cues in beside(side).items() if cues[0].says == "work"}
    return re.compile("|".join(sorted((re.escape(word) for word in words if len(word) > 1), key=len, reverse=True)))


def cues_after(found: Found, text: str) -> Iterator[Cue]:
    """Cues right behind the bracket, attached (장쑤(江蘇)성) or in the next words (왕민(王敏) 지난시 서기)."""
    if found.pair.segment < 0 or found.left is None:
        return
    rest = text[found.after : found.after + 40]
    yield from _frame(rest)
    clause = re.split(r"[.?!,;()\[\]\n\t·ㆍ]", rest)[0]
    attached = bool(clause) and is_hangul(clause[0])
    table = beside("after")
    for distance, word in enumerate(_WORD.findall(clause)[:REACH]):
        cue = None if word == "로" else _longest(word, table, whole=not (attached and distance == 0))
        if cue is not None:
            yield Cue(cue.word, cue.says, cue.weight, _place_behind(distance, attached, cue))
        if word[-1:] in "은는이가을를에의와과로서" and not cue:
            break


def _frame(rest: str) -> Iterator[Cue]:
    """The particle behind the name, and what is said of it: 에서 열렸다, 가 말했다."""
    frame = _FRAME.match(rest)
    if frame is None:
        return
    particle = _SAME_PARTICLE.get(frame[1], frame[1])
    yield Cue(particle, "form", 1.0, f"particle-{particle}")
    table = beside("frame")
    for cue in table.get(f"{particle} {frame[2]}") or table.get(f"{particle} {frame[2][:1]}", ()):
        yield Cue(cue.word, cue.says, cue.weight, "frame")


def _place_behind(distance: int, attached: bool, cue: Cue) -> str:
    if attached and distance == 0:
        return "attached-institution" if cue.word.startswith(_INSTITUTION) else "attached"
    return "after-0" if distance == int(attached) else "after-far"


def _longest(word: str, table: dict[str, tuple[Cue, ...]], *, whole: bool) -> Cue | None:
    """The cue a word begins with; a one-syllable cue has to be the whole word but for a particle."""
    for size in range(min(LONGEST, len(word)), 0, -1):
        cues = table.get(word[:size])
        if cues and (size > 1 or not whole or len(word) - size <= 1):
            return cues[0]
    return None


def cues_inside(found: Found, text: str) -> Iterator[Cue]:
    """Cues in the bracket: an age or a title for persons, a ticker for companies."""
    titles = _titles()
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
            if any(word[-size:] in titles for size in range(min(LONGEST, len(word)), 1, -1)):
                yield Cue(word, "person", 1.0, "title-inside")


@cache
def _titles() -> frozenset[str]:
    words = (*beside("after").items(), *beside("before").items())
    return frozenset(word for word, cues in words if any(cue.says in ("person", "title") for cue in cues))


def single_cues(found: Found, text: str, ko: str, folded: str) -> Iterator[Cue]:
    """What a one-syllable name may be, more so where the word that marks it follows: 연(燕)나라, 후(胡) 씨."""
    after = text[found.after : found.after + 4].lstrip()
    for type_, marks in one_syllable_names().get((folded, ko), ()):
        mark = next((mark for mark in marks if after.startswith(mark)), "")
        yield Cue(mark, type_, 1.0, "single-marked" if mark else "single")
