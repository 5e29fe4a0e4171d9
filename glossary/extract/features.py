"""What speaks for and against a known form being a name where it stands: features by name, to be weighed together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.extract.before import Types, before, role_cue
from glossary.extract.behind import stem, words
from glossary.extract.cues import Cue, beside
from glossary.extract.gazetteer import entries
from glossary.extract.spots import Spot, Text, says
from glossary.reading.lexicon import entry, hanja_forms, in_dictionary
from glossary.text.hangul import is_hangul
from glossary.text.tables import cell_list, records, rows

_DIGIT = re.compile(r"\d")
_REACH = 60  # characters on either side whose words are looked at
_FORMER = ("전", "신임", "현", "초대", "당시")
_RANK = re.compile(r"\d단")


class _Form(NamedTuple):
    """What a form says by itself, in whatever text."""

    prior: tuple[str, float]
    known: bool  # to the gazetteer
    rank: str
    listed: bool  # among the homographs
    shape: tuple[str, ...]  # how long it is, how Chinese it sounds


def prior(spot: Spot) -> tuple[str, float]:
    """The feature that says how often such a form is the name, and the log odds that it starts with."""
    return _form(spot.form).prior


@lru_cache(maxsize=16_384)  # names of one text are those of the next
def _form(form: str) -> _Form:
    known, listed = entries(form), form in homographs()
    size = sum(map(is_hangul, form))
    foreign = ("foreign-syllable",) if any(map(_foreign, form)) else ()
    shape = () if listed else (f"size-{min(size, 4)}" if size else "size-latin", *foreign)
    return _Form(_prior(form), bool(known), known[0].rank if known else "none", listed, shape)


def _prior(form: str) -> tuple[str, float]:
    table = homographs()
    if form in table:
        return "homograph", table[form]
    known = entries(form)
    if known and known[0].word:
        return f"word-{known[0].word}", 0.0
    if not _is_word(form):
        return "unlisted", 0.0
    return ("dictionary-sino" if not known or known[0].rank.endswith(("-", "history")) else "dictionary"), 0.0


@cache
def homographs() -> dict[str, float]:
    """Forms that are Korean words too, with their log odds."""
    return {row["form"]: float(row["odds"]) for row in records("homographs.tsv")}


@cache
def _homograph_words(form: str, side: str) -> re.Pattern[str] | None:
    row = _homograph_rows().get(form)
    if row is None or not row[side]:
        return None
    return re.compile(row[side] if side == "attached" else "|".join(map(re.escape, cell_list(row[side]))))


@cache
def _homograph_rows() -> dict[str, dict[str, str]]:
    return {row["form"]: row for row in records("homographs.tsv")}


@cache
def korean_places() -> frozenset[str]:
    """Forms that are also places of Korea."""
    return frozenset(row["form"] for row in records("homographs.tsv") if "Korea" in row["sense"])


def sentence_words(spot: Spot, text: Text) -> Iterator[str]:
    """What the words of the sentence say: those that go with a homograph's one sense or the other, places of Korea."""
    if not _form(spot.form).listed:
        return
    floor = max(spot.start - _REACH, text.stops[spot.sentence - 1] if spot.sentence else 0)
    ceiling = min(spot.end + _REACH, text.stops[spot.sentence] if spot.sentence < len(text.stops) else len(text.text))
    sentence = text.text[floor : spot.start] + " " + text.text[spot.end : ceiling]
    for side in ("for", "against"):
        pattern = _homograph_words(spot.form, side)
        found = len(set(pattern.findall(sentence))) if pattern else 0
        yield from [f"words-{side}"] * min(found, 2)
    attached = _homograph_words(spot.form, "attached")
    if attached and spot.rest and attached.fullmatch(spot.rest):
        yield "decisive"
    if spot.form in korean_places() and _korea().search(sentence):
        yield "korea-named"


@cache
def _korea() -> re.Pattern[str]:
    return re.compile("|".join(word for word, said in words("sentence").items() if "korea" in said))


@cache
def _is_word(form: str) -> bool:
    """Whether a short form is a word of the dictionary, and not as the very name (둔황 敦煌)."""
    if len(form) > 3 or not in_dictionary(form):
        return False
    return hanja_forms(form) > 1 or not any(entry(form, known.zh) for known in entries(form))


def own(spot: Spot) -> Iterator[str]:
    """What the form says by itself: how well the name is known, how long it is, how Chinese it sounds."""
    source, known, rank, listed, shape = _form(spot.form)
    spoken = _spoken(spot)
    if spoken or any(meaning.node and not (meaning.listed and known) for meaning in spot.meanings):
        yield "rank-glossary-listed" if listed else "rank-glossary" if spoken else "rank-listed"
        if rank in ("province", "prefecture", "news", "feature"):
            yield "glossary-known"
    elif not listed:
        yield f"rank-{rank}"
        if rank.startswith("county") and source[0] != "unlisted":
            yield "word-county"  # 위안, 이주: hundreds of counties sound like a word of every day
    if rank in ("county", "none") and len(spot.form) == 2 and spot.form[-1] in "현구" and not spoken:
        yield "county-short"  # 20개 시현, 각 주현: such are words for divisions before they are 隰县
    yield from shape


def _spoken(spot: Spot) -> bool:
    """Whether the glossary has it by more than a pack's list."""
    return any(meaning.node and not meaning.listed for meaning in spot.meanings)


@cache
def _foreign(char: str) -> bool:
    """Whether a syllable is no reading of any hanja: 닝, 쥔, 쑤."""
    if not is_hangul(char):
        return False
    return char not in _sino()


@cache
def _sino() -> frozenset[str]:
    return frozenset(char for reading, *_ in rows("sino_words.tsv") for char in reading)


def around(spot: Spot) -> Iterator[str]:
    """What is attached to the name and what the words beside it say."""
    types = {meaning.type for meaning in spot.meanings}
    yield from _attached(spot, types)
    yield from _next(spot, types)
    yield from before(spot, types, prior(spot)[0])
    if "person" in types and len(spot.form) < 3 and not spot.gap.strip() and _titles(spot):
        yield "title-word"  # 위청둥 이사는: what stands behind a name is its title
    if spot.prefix:
        yield "prefix"
    if spot.wrapped:
        yield "wrapped"


def _attached(spot: Spot, types: Types) -> Iterator[str]:
    nouns = spot.behind.nouns
    yield from _misfit(spot, types)
    if nouns and nouns[0] in ("unknown", "light"):
        yield "attached-noun" if nouns[0] == "unknown" and _noun(spot.rest) else f"attached-{nouns[0]}"
        return
    if nouns and nouns[0] == "division" and "place" in types:
        yield _division(spot)
    for noun in nouns[:1]:
        fits = noun in types or (noun == "division" and "place" in types) or (noun == "media" and "media" in types)
        yield f"attached-{noun}" if fits else "attached-other"
    if not nouns and spot.behind.particle:
        kind = "place" if "place" in types else "name"
        yield f"particle-{spot.behind.particle}-{kind}"
    elif not nouns:
        yield "alone" if spot.after or spot.follows not in (".", "?", "!") else "final"


def _misfit(spot: Spot, types: Types) -> Iterator[str]:
    """A particle of the wrong shape; 로 behind a place is a road unless something moves there."""
    if not spot.behind.misfit:
        return
    yield "misfit"
    if len(spot.form) < 3:
        yield "misfit-short"
    if spot.behind.misfit == "unsure" and not _moves(spot):
        road = spot.behind.particle == "place" and "place" in types
        yield "misfit-road" if road else "misfit-unsure"


def _moves(spot: Spot) -> bool:
    return spot.behind.particle == "place" and bool(spot.after) and "motion" in says(spot.after[0], "next")


def _noun(rest: str) -> bool:
    """Whether what is written on behind a form is a noun of its own: 상하이교향악단, but not 하이난이도."""
    return len(rest) > 1 and rest[0] not in "이가은는을를의도만에로와과" and in_dictionary(stem(rest))


def _division(spot: Spot) -> str:
    """성 behind a province, 시 behind a city; 진, 현, 구 behind two syllables are as often the end of a Korean name."""
    ranks = {entry.rank.rstrip("-") for entry in entries(spot.form)}
    mark = spot.behind.suffix
    if mark.startswith(("성", "자치구", "위구르")):
        return "division-province" if "province" in ranks else "division-odd"
    if len(spot.form) < 3 and (mark in ("진", "향") or (mark in ("구", "현", "주", "기") and "county" not in ranks)):
        return "division-odd"  # 왕이진 is a person; no county has 진 behind it
    if mark == "시":
        return "division-city" if ranks & {"prefecture", "news", "county"} else "division-odd"
    return "division-other"


def _next(spot: Spot, types: Types) -> Iterator[str]:
    if not spot.after:
        if spot.follows in "·ㆍ~∼-–,":
            yield "listed-sign" if spot.follows and spot.follows != "," else "comma"
        return
    word = spot.after[0]
    joined = not spot.behind.particle and not spot.follows
    said = says(word, "next")
    if joined:
        if "person" in types and ("title" in said or _former(spot)):
            yield "next-title"
        elif _RANK.match(word) and "person" in types:
            yield "next-person"
        elif _DIGIT.match(word) or "time" in said:
            yield "next-time"
        for kind in said:
            if kind in types:
                yield f"next-{kind}"
            elif kind == "person" and "person" not in types and word.startswith("씨"):
                yield "next-ssi"
            elif kind == "media" and "media" in types:
                yield "next-media"
        if not said and "person" in types and any(cue.says in ("person", "title") for cue in _cue(word)):
            yield "next-person"
        if not said and not _DIGIT.match(word):
            yield "next-bare"
    elif "light" in said and spot.behind.particle in ("object", "topic"):
        yield "next-light"
    if "motion" in said and "place" in types and (spot.behind.particle in ("place", "object") or joined):
        yield "next-motion"
    if spot.behind.particle == "of" and "place" in said and "place" in types:
        yield "next-of-place"


def _titles(spot: Spot) -> bool:
    """Whether the form is a title by itself, behind another word."""
    return bool(spot.before) and any(cue.says in ("person", "title") for cue in beside("after").get(spot.form, ()))


def _former(spot: Spot) -> bool:
    """Whether a title stands behind 전, 신임 and the like: 이강 전 인민은행장."""
    return len(spot.after) > 1 and spot.after[0] in _FORMER and bool(role_cue(stem(spot.after[1]), ("after", "before")))


def _cue(word: str) -> tuple[Cue, ...]:
    table = beside("after")
    for size in range(min(6, len(word)), 1, -1):
        if word[:size] in table:
            return tuple(table[word[:size]])
    return ()
