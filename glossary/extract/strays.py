"""Strings that look like names and that no concept has: drifted spellings, unknown Chinese names, slips."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from glossary.extract import gazetteer
from glossary.extract.behind import stem
from glossary.extract.known import KnownNames
from glossary.extract.slips import Near, korean_persons, latin_slips, near_names
from glossary.extract.sound import Sound, sound
from glossary.extract.spoken import china_places
from glossary.extract.spots import says
from glossary.extract.surnames import surname_of
from glossary.extract.weigh import probability
from glossary.model import BareMention, Document, EntityType, Evidence, Mention
from glossary.policy import Policy
from glossary.reading.lexicon import in_dictionary
from glossary.text.hangul import composed
from glossary.tokens import Tokenizers

CHINESE = 1.0  # log odds of sounding Chinese from which on a word is looked at where the text speaks of China
CLEAR = 3.0  # and from which on elsewhere, and everywhere for a word of two hanzi
SURE = 6.0  # and from which on three syllables need no Chinese surname where nothing speaks of China
REACH = 300  # characters around a word of China or a Chinese name in which the text speaks of China
SHORTEST = 3  # syllables of a word that sounds Chinese by itself
_RUN = re.compile(r"[가-힣]{2,16}")
_DIVISIONS = "구현시성촌"  # what a stray name ends with that is a place: 동쳉구
_BODY = re.compile(r" (?:[가-힣]+ )?[가-힣]*(?:위원회|협회|연맹|연합회|정부|총회|본부)(?= ?[,、·]| 및|[와과은는이가])")
_LIST_SIGN = re.compile("[·ㆍ]|, ")
Found = tuple[int, int, EntityType, float, tuple[Evidence, ...]]
_Verdict = tuple[int, tuple[Evidence, ...]]


def strays(
    doc: Document,
    names: KnownNames,
    policy: Policy,
    tokenizers: Tokenizers,
    mentions: Sequence[Mention] = (),
    bare: Sequence[BareMention] = (),
) -> tuple[BareMention, ...]:
    """The name-like strings of a document that are no known form, in its order; their node is "form:" and the string.

    Evidence: chinese (how Chinese it sounds), near (a name here that it is a slip from), korean-person, latin.

    >>> from glossary.extract.known import Names
    >>> from glossary.policy import load_policy
    >>> from glossary.tokens import load
    >>> doc = Document("a", "중국의 수상 기업은 따공창썬과 항티엔커지 등이다.")
    >>> [found.text for found in strays(doc, Names(()), load_policy(), load())]
    ['따공창썬', '항티엔커지']
    """
    text, offsets = composed(doc.text)
    taken = list(_taken(mentions, bare))
    if not isinstance(offsets, range):  # the text was composed on the way: its offsets are others
        back = {offset: place for place, offset in reversed(list(enumerate(offsets)))}
        taken = [(back[start], back[end]) for start, end in taken]
    pool = tuple(dict.fromkeys([*(mention.ko for mention in mentions if mention.kind == "name"), *_texts(bare)]))
    free = _Free(taken)
    found = [
        *_chinese(text, names, tokenizers, near_names(pool), free, _China(text, taken)),
        *(item for item in korean_persons(text) if free.at(*item[:2])),
        *(item for item in latin_slips(text) if free.at(*item[:2]) and not names.meanings(text[item[0] : item[1]])),
    ]
    starts = [0, *(place + 1 for place, char in enumerate(doc.text) if char == "\n")]
    once = {item[:2]: item for item in sorted(found, key=lambda item: item[3])}  # what two ways find is one string
    return tuple(_mention(item, doc.text, offsets, starts) for item in sorted(once.values()))


class _China:
    """Where a text speaks of China: near its names and near words such as 중국."""

    def __init__(self, text: str, taken: Sequence[tuple[int, int]]) -> None:
        self._starts, self._ends = [-2], [-1]  # a span that no place lies in, so that there always is one before
        spoken = sorted([*(start for start, _ in taken), *china_places(text)])
        for place in spoken:
            if place - REACH <= self._ends[-1]:
                self._ends[-1] = place + REACH
            else:
                self._starts.append(place - REACH)
                self._ends.append(place + REACH)

    def near(self, place: int) -> bool:
        """Whether a place is within reach of one."""
        return place <= self._ends[bisect_right(self._starts, place) - 1]


class _Free:
    """Which places no name has yet."""

    def __init__(self, taken: Sequence[tuple[int, int]]) -> None:
        self._taken = sorted(taken)

    def at(self, start: int, end: int) -> bool:
        """Whether nothing overlaps a span."""
        place = bisect_right(self._taken, (end, 0))
        return not any(low < end and start < high for low, high in self._taken[max(0, place - 3) : place + 1])


def _taken(mentions: Sequence[Mention], bare: Sequence[BareMention]) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        yield mention.ko_start, mention.ko_end
        yield mention.zh_start, mention.zh_end
    yield from ((known.start, known.end) for known in bare)


def _texts(bare: Sequence[BareMention]) -> Iterator[str]:
    return (known.text for known in bare)


def _chinese(
    text: str, names: KnownNames, tokenizers: Tokenizers, near: Near, free: _Free, china: _China
) -> Iterator[Found]:
    heads, tails = _listed(text)
    judged: dict[tuple[str, bool, float], _Verdict | None] = {}
    plain: set[tuple[str, bool]] = set()  # words that are no stray even where the text speaks of China
    for run in _RUN.finditer(text):
        word = run.group()
        start, end = run.span()
        listed = start in heads or end in tails
        if (word, listed) in plain:
            continue
        least = CHINESE if china.near(start) else CLEAR
        key = word, listed, least
        if key not in judged:
            judged[key] = _judged(word, names, tokenizers, near, listed, least)
        verdict = judged[key]
        if verdict is None:
            if least == CHINESE:
                plain.add((word, listed))
            continue
        size, evidence = verdict
        stop = start + size
        if listed and stop < end and _BODY.match(text, end) and sound(word) is not None:
            stop = end  # 지우산슈에서 중앙 위원회: in a list of bodies no particle stands between name and body
        if free.at(start, stop):
            score = round(probability(sum(item.value for item in evidence)), 4)
            yield start, stop, _type(text, start, stop), score, evidence


def _judged(
    word: str, names: KnownNames, tokenizers: Tokenizers, near: Near, listed: bool, least: float
) -> _Verdict | None:
    """How much of a word is a stray name, and why; None where it is a Korean word, a known form or none at all."""
    base, forms, known, heard = _looked(word)
    if known:
        return None
    for form in forms:
        if names.meanings(form):
            return None
    close = near.to(word, base, listed)
    if close is not None and not _is_korean(close.text, tokenizers, alone=len(close.text) < SHORTEST and not listed):
        return len(close.text), (Evidence("near", close.value, close.other),)
    if heard is None or len(base) < SHORTEST or heard.odds < least or (heard.hanzi < SHORTEST and heard.odds < CLEAR):
        return None
    if least >= CLEAR and len(base) == SHORTEST and heard.odds < SURE and not surname_of(base):
        return None  # 난닝구, 쉐이커: three syllables by themselves are a person's, or some loanword
    if not (_guessed(base, tokenizers) and _guessed(word, tokenizers)):
        return None
    return len(base), (Evidence("chinese", round(heard.odds / heard.hanzi, 2), f"{heard.hanzi}"),)


class _Looked(NamedTuple):
    """What a word says by itself, whatever the text and the glossary."""

    base: str  # without its particle
    forms: tuple[str, ...]  # what it is as a known name: without its particle, without 성 or 시
    known: bool  # to the gazetteer
    heard: Sound | None


@lru_cache(maxsize=32_768)  # words of one text are those of the next
def _looked(word: str) -> _Looked:
    base = stem(word)
    forms = tuple(_without_division(word, base))
    return _Looked(base, forms, any(gazetteer.entries(form) for form in forms), sound(base) or sound(word))


def _without_division(word: str, base: str) -> Iterator[str]:
    """A word and what it is without its particle, and without 성 or 시."""
    for form in dict.fromkeys((word, base)):
        yield form
        if form[-1] in "성시현":
            yield form[:-1]


def _guessed(word: str, tokenizers: Tokenizers) -> bool:
    """Whether the tokenizer's dictionary lacks the beginning of a word."""
    tokens = tokenizers.korean.tokens(word)
    return bool(tokens) and not tokens[0].known and tokens[0].tag[:1] == "N"


def _is_korean(word: str, tokenizers: Tokenizers, *, alone: bool) -> bool:
    """Whether the tokenizer has it as one word, or, for a short one that stands alone, as anything."""
    if in_dictionary(word) and alone:
        return True
    tokens = tokenizers.korean.tokens(word)
    if len(tokens) == 1 or alone:
        return all(token.known for token in tokens)
    nouns = [token for token in tokens if token.tag[:1] != "J"]
    return all(token.known and token.tag == "NNG" and len(token.text) > 1 for token in nouns)  # 과학기술과


def _listed(text: str) -> tuple[set[int], set[int]]:
    """Where words of a list of names begin, and where they end."""
    heads = {sign.end() for sign in _LIST_SIGN.finditer(text)}
    tails = {sign.start() for sign in _LIST_SIGN.finditer(text) if sign.group() != ", "}
    return heads, tails


def _type(text: str, start: int, end: int) -> EntityType:
    from glossary.extract.cues import suffixes

    word = text[start:end]
    for size in range(min(6, len(word) - 1), 0, -1):
        cues = suffixes("ko").get(word[-size:])
        if cues and size > 1:
            return cues[0].says  # type: ignore[return-value]
    if word[-1] in _DIVISIONS or _placed(text, end):
        return "place"
    whole = sound(word)
    person = end - start == SHORTEST and surname_of(word) and whole is not None and whole.hanzi == SHORTEST
    return "person" if person or _titled(text, end) else "organization"


def _placed(text: str, end: int) -> bool:
    """Whether the word behind goes with places: 바이윤 국제 공항."""
    behind = _RUN.findall(text[end + 1 : end + 20]) if text[end : end + 1] == " " else []
    said = {kind for word in behind[:2] for kind in says(word, "next")[:1]}
    return text.startswith(("에서", "까지"), end) or said == {"place"}


def _titled(text: str, end: int) -> bool:
    behind = _RUN.match(text, end + 1) if text[end : end + 1] == " " else None
    return behind is not None and "person" in says(behind.group(), "next")


def _mention(item: Found, text: str, offsets: Sequence[int], starts: Sequence[int]) -> BareMention:
    start, end = offsets[item[0]], offsets[item[1]]
    surface = text[start:end].replace("\r", "").replace("\n", "")
    line = bisect_right(starts, start)
    return BareMention(
        surface, start, end, (f"form:{surface}",), item[2], item[3], line, start - starts[line - 1] + 1, item[4]
    )
