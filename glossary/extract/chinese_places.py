"""Places in a Chinese text: divisions of China, what the word list calls a place, and names that end like one."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.extract.chinese_text import ChineseText, Spot, cues, endings, hanzi_only
from glossary.extract.cues import place_level
from glossary.tokens import Token

_LONGEST = 14  # 双江拉祜族佤族布朗族傣族自治县
_ENDING = endings("place")
_NATURE = frozenset("山河湖江岛海湾沟峡泉湿原")
_BEFORE = cues("place", "before")
_STOP = cues("stop", "any")
_NOT = cues("place", "not")  # words that only look like a place, or are one less often
_NAMED = ("nr", "nz", "nt", "x")
_INNER = ("ns", "nz", "nr", "n", "j", "f", "s", "a", "m", "x", "ng", "nrt", "v", "vn", "g", "b", "t")


def places(text: ChineseText) -> Iterator[Spot]:
    """Every stretch that may be a place."""
    for at, word in enumerate(text.words):
        if word.tag == "ns" and len(word.text) > 1 and word.text not in _NOT:
            yield Spot(word.start, word.end, "place", 0.85)
        if word.tag == "nz":
            yield from _heading(word, text.folded)
        yield from _listed(text, at)
        yield from _ending(text, at)


def _heading(word: Token, folded: str) -> Iterator[Spot]:
    """The place that heads a word for something else: 珠海 of 珠海航展."""
    for size in (3, 2):
        head = folded[word.start : word.start + size]
        if len(word.text) >= size + 2 and place_level(head) in ("province", "prefecture") and head not in _NOT:
            yield Spot(word.start, word.start + size, "place", 0.6)
            return


def _listed(text: ChineseText, at: int) -> Iterator[Spot]:
    """Words that together are a division of China; a stem that is a common word needs its 市 or 县."""
    start = text.words[at].start
    for word in text.words[at : at + 6]:
        name = text.folded[start : word.end]
        if len(name) > _LONGEST:
            return
        if len(name) > 1 and place_level(name):
            whole = _ENDING.search(name) is not None and len(name) > 2
            if whole or not _common(text, start, word, name):
                yield Spot(start, word.end, "place", 0.95 if whole else 0.8)


def _common(text: ChineseText, start: int, word: Token, name: str) -> bool:
    """Whether a division's stem is a common word here: 日照 sunshine, 和平 peace."""
    if word.start != start or word.tag == "ns":
        return name in _NOT
    if place_level(name) == "county":
        return word.tag not in _NAMED
    return name in _NOT and not text.before(start, _BEFORE)


def _ending(text: ChineseText, at: int) -> Iterator[Spot]:
    """A name that no list holds, by its ending: 古生村; one behind another place, or behind 在, is surer."""
    word = text.words[at]
    ending = _ENDING.search(word.text)
    natural = word.text[-1] in _NATURE
    if ending is None and not natural:
        return
    size = len(ending.group()) if ending else 1
    if len(word.text) - size >= 2 and word.tag in ("ns", "nz", "nr", "nt", "x"):
        yield Spot(word.start, word.end, "place", 0.7)
    elif len(word.text) == size and at:
        yield from _joined(text, at, size)


def _joined(text: ChineseText, at: int, size: int) -> Iterator[Spot]:
    start = text.words[at].start
    for back in range(1, 4):
        if at - back < 0:
            return
        word = text.words[at - back]
        if word.tag not in _INNER or not hanzi_only(word.text) or word.text in _STOP:
            return
        start = word.start
        stem = text.words[at].start - start
        if stem >= 4:
            return
        cue = (at > back and text.words[at - back - 1].tag == "ns") or bool(text.before(start, _BEFORE))
        if stem >= 2 and (cue or word.tag in ("ns", "nz", "nr")):
            yield Spot(start, text.words[at].end, "place", 0.75 if cue else 0.6)
