"""Chinese text -> its names: the glossary's own first, then what words, endings and neighbours tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from glossary.extract.chinese_bodies import bodies
from glossary.extract.chinese_persons import persons
from glossary.extract.chinese_places import places
from glossary.extract.chinese_text import ChineseText, Spot, cues, endings
from glossary.extract.cues import place_level
from glossary.extract.known import KnownNames, Names
from glossary.model import EntityType
from glossary.text.hanzi import fold
from glossary.text.tables import records
from glossary.tokens import Tokenizers

_AFTER = cues("organization", "after")
_BEFORE = cues("organization", "before")
_TAGGED = ("nr", "ns", "nt", "nz", "nrt", "nrfg", "x", "eng", "j")
_AND = "和与及跟"
_FIRMS = ("公司", "集团", "集团公司", "股份", "有限公司", "股份有限公司")
_SPEAKS = cues("person", "after")
_KNOWN = 0.97
_COMMON = 0.9
_PLACE = endings("place")


@dataclass(frozen=True, slots=True)
class ChineseName:
    """A name in a Chinese text; `node` is what the glossary knows it as, None for a new one."""

    text: str
    start: int
    end: int
    type: EntityType
    node: str | None
    score: float


def chinese(text: str, names: KnownNames, tokenizers: Tokenizers) -> tuple[ChineseName, ...]:
    """Every name of a Chinese text, in its order; the forms of `names` are folded hanzi.

    >>> from glossary.extract.known import Names
    >>> from glossary.tokens import load
    >>> names = Names([("腾讯", "c1", "organization", "腾讯")])
    >>> [(one.text, one.type, one.node) for one in chinese("騰訊董事長馬化騰在深圳市表示", names, load())]
    [('騰訊', 'organization', 'c1'), ('馬化騰', 'person', None), ('深圳市', 'place', None)]
    """
    if not text.strip():
        return ()
    seen = ChineseText(text, tokenizers.chinese)
    known = [*_known(seen, names), *(replace(spot, node=None, score=_COMMON) for spot in _known(seen, common_names()))]
    found = [_parted(spot, known, seen) for spot in bodies(seen)]
    behind = {spot.end for spot in known if spot.node and spot.type == "organization"}
    named = [spot for spot in persons(seen, behind) if not _holds(spot, known)]
    chosen = _settled([*known, *(spot for spot in found if spot), *places(seen), *named])
    return tuple(
        ChineseName(text[one.start : one.end], one.start, one.end, one.type, one.node, one.score) for one in chosen
    )


def _holds(person: Spot, known: Iterable[Spot]) -> bool:
    """Whether what looks like a person is made of a firm of the glossary and what stands beside it: 和小鹏, 来李斌."""
    firms = (one for one in known if one.node and one.type in ("organization", "media"))
    return any(one.start < person.end and person.start < one.end for one in firms)


def _parted(body: Spot, known: Iterable[Spot], text: ChineseText) -> Spot | None:
    """A body that is a known one with a place before it gives the place: 韩国 of 韩国三星电子.

    It begins behind a known one and 和 (腾讯公司 of 彭昭和腾讯公司), and is the known one where 公司 makes it longer.
    """
    known = list(known)
    for one in known:
        if body.start <= one.start and one.end + 2 < body.end and text.simple[one.end] in _AND:
            return _parted(replace(body, start=one.end + 1), known, text)
    for one in known:
        if one.start == body.start and text.simple[one.end : body.end] in _FIRMS and one.type == "organization":
            return replace(body, score=one.score, node=one.node)
        if one.type in ("organization", "media") and one.end == body.end and one.start >= body.start + 2:
            before = text.folded[body.start : one.start]
            is_place = place_level(before) or any(found.type == "place" for found in common_names().meanings(before))
            return Spot(body.start, one.start, "place", 0.8) if is_place else None
    return body


@cache
def common_names() -> Names:
    """What every reader knows: the hanzi of the tables of brands and of well-known names."""
    rows = ((fold(row["zh"]).casefold(), row["type"]) for row in (*records("brands.tsv"), *records("known_names.tsv")))
    return Names((zh, zh, type_, zh) for zh, type_ in rows if len(zh) > 1 and type_ != "term")  # type: ignore[misc]  # tests hold types


def _known(text: ChineseText, names: KnownNames) -> Iterator[Spot]:
    for match in names.forms.find(text.folded):
        meanings = names.meanings(match.form)
        if meanings and match.end - match.start > 1 and _stands(text, match.start, match.end, meanings[0].type):
            yield Spot(match.start, match.end, meanings[0].type, _KNOWN, meanings[0].node)


def _stands(text: ChineseText, start: int, end: int, type_: EntityType) -> bool:
    """Whether a known form is a name here, not a part of a word, nor a common word: 理想, 小米, 荣耀."""
    whole = text.word_at(start)
    if whole is not None and whole.end == end:
        common = whole.tag not in _TAGGED and end - start < 4 and type_ not in ("place", "media", "term")
        return (
            not common
            or bool(text.after(end, _AFTER))
            or bool(text.before(start, _BEFORE))
            or _listed(text, start, end)
        )
    if end - start >= 3:
        return True
    ends = end in text.ends or bool(text.after(end, _SPEAKS if type_ == "person" else _AFTER))
    joined = text.simple[start - 1 : start] in _AND and text.is_start(start - 1)  # 和小鹏 cut as a person
    return (text.is_start(start) or (start > 0 and joined)) and ends


def _listed(text: ChineseText, start: int, end: int) -> bool:
    """Whether it stands in a row of names: 网易、小米和联想."""
    return text.simple[start - 1 : start] == "、" or text.simple[end : end + 1] == "、"


def _settled(spots: Iterable[Spot]) -> list[Spot]:
    """The names that overlap no other: the longer first, unless it is much less sure; known before new."""
    chosen: list[Spot] = []
    for spot in sorted(spots, key=_rank):
        if all(spot.end <= other.start or spot.start >= other.end for other in chosen):
            chosen.append(spot)
    return sorted(chosen, key=lambda spot: spot.start)


def _rank(spot: Spot) -> tuple[float, float]:
    return -(spot.score * (spot.end - spot.start) ** 0.5), -spot.score
