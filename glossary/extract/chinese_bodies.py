"""Organizations and media in a Chinese text: by what they end in, by what stands beside them, by their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.extract.chinese_text import ChineseText, Spot, cues, endings, generics, hanzi_only
from glossary.extract.cues import place_level
from glossary.model import EntityType
from glossary.tokens import Token

_BODIES = endings("body", "media")
_MEDIA = endings("media")
_GENERIC = frozenset((*generics("body", "media", "inner"),))
_TITLES = cues("person", "title")
_STOP = cues("stop", "any")
_AFTER = cues("organization", "after")
_BEFORE = cues("organization", "before")
_NOUNS = (
    "n",
    "nz",
    "ns",
    "nt",
    "nr",
    "nrt",
    "nrfg",
    "j",
    "eng",
    "b",
    "vn",
    "s",
    "f",
    "x",
    "ng",
    "l",
    "g",
    "a",
    "an",
    "nw",
)
_NAMED = ("nz", "ns", "nt", "nr", "nrt", "nrfg", "j", "eng", "x")
_COMMON = ("n", "vn", "v", "f", "s", "m", "t", "r", "d")  # 上市集团, 大型集团 name nobody
_CHARACTERS = 3  # at most of a name that was cut into them
_CLOSED = frozenset("的了是在我他她它这那有和与及或将被把从向对由于并而也就都不很更最每各该本等年月日个家")
_OPENERS = "，。、；：！？（“”《》和与及跟 \n,;:(由是"
_HEADED = ("国际", "控股", "股份", "传媒", "文化")  # what ends a firm's name where somebody leads it
_FOUNDING = ("建设", "设立", "成立", "建立", "打造", "开设", "兴建", "新建", "建造", "组建", "扩建", "布局", "启用")
_LONGEST = 24  # characters of a body's name
_TITLE = re.compile(r"《([^《》\n]{1,20})》")
_PERIODICAL = re.compile(r"(?:杂志|期刊|周刊|月刊|日报|晚报|报纸|网站)")
_NOTICES = re.compile(r"(?:通知|办法|条例|规定|意见|方案|规划|公告|协议|报告|指南|纲要|法)\Z")


def bodies(text: ChineseText) -> Iterator[Spot]:
    """Every stretch that may be an organization, a medium or a work."""
    yield from _titles(text)
    for at, word in enumerate(text.words):
        if (word.tag == "nt" and len(word.text) > 2) or (_BODIES.search(word.text) and hanzi_only(word.text)):
            yield from (found := list(_ending(text, at)))
            if not found:
                yield from _spelled(text, at)
        elif word.text in _HEADED and at and text.after(word.end, _TITLES) and _before_title(text.words[at - 1]):
            yield Spot(text.words[at - 1].start, word.end, "organization", 0.9)
        elif _unknown(word) and _among_bodies(text, word):
            yield Spot(word.start, word.end, "organization", 0.6)


def _before_title(word: Token) -> bool:
    """Whether a word may be a firm's before 国际 and a title: 特海国际总经理."""
    return 2 <= len(word.text) <= 3 and hanzi_only(word.text) and word.tag in _NAMED


def _titles(text: ChineseText) -> Iterator[Spot]:
    for match in _TITLE.finditer(text.simple):
        if not _NOTICES.search(match[1]):
            medium = _MEDIA.search(match[1]) or _PERIODICAL.match(text.simple, match.end())
            near = _PERIODICAL.match(text.simple, match.end() + 1)
            yield Spot(match.start(1), match.end(1), "media" if medium or near else "work", 0.9)


def _ending(text: ChineseText, at: int) -> Iterator[Spot]:
    """The body that ends with this word: what belongs to its name is gathered leftwards."""
    last = text.words[at]
    kept = [last]
    for word in reversed(text.words[:at]):
        if not _belongs(word) or last.end - word.start > _LONGEST:
            break
        kept.insert(0, word)
    kept = [] if _built(text, kept) else _trimmed(text, kept)
    if kept and _is_name(kept):
        yield Spot(kept[0].start, last.end, _type(text, last), 0.9 if kept[0].tag in _NAMED else 0.75)


def _built(text: ChineseText, words: list[Token]) -> bool:
    """Whether it is said what is done somewhere: 在上海临港建设数据中心."""
    acts = any(word.text in _FOUNDING for word in words[1:-1])
    return acts and words[0].tag == "ns" and text.simple[words[0].start - 1 : words[0].start] in ("在", "到", "赴")


def _spelled(text: ChineseText, at: int) -> Iterator[Spot]:
    """A name that no dictionary has and that was cut into characters before what firms end in: 顺为资本."""
    first = at
    while first > 0 and at - first < _CHARACTERS and len(text.words[first - 1].text) == 1:
        if text.words[first - 1].text in _CLOSED or not hanzi_only(text.words[first - 1].text):
            break
        first -= 1
    whole = first == at and at > 0 and len(text.words[at - 1].text) == 2 and text.words[at - 1].tag == "d"
    first -= whole  # 顺为 is taken for an adverb
    start, last = text.words[first].start, text.words[at]
    if (whole or at - first >= 2) and (start == 0 or text.simple[start - 1] in _OPENERS):
        yield Spot(start, last.end, _type(text, last), 0.7)


def _belongs(word: Token) -> bool:
    if word.text in _STOP or word.text in _TITLES:
        return False
    return (word.tag in _NOUNS and (hanzi_only(word.text) or word.tag == "eng")) or word.text in _GENERIC


def _trimmed(text: ChineseText, words: list[Token]) -> list[Token]:
    """A name begins with a place where one is inside, and never behind a body that is whole already."""
    for at in range(len(words) - 1, 0, -1):
        place = words[at].tag == "ns" or bool(place_level(words[at].text))
        heads = [word for word in words[:at] if word.tag not in ("ns",)]
        if place and heads and not any(_BODIES.search(word.text) for word in words[at:-1]):
            return _trimmed(text, words[at:])
    first = 0
    while first < len(words) - 1 and words[first].tag == "nr" and len(words[first].text) > 1 and len(words) > 2:
        first += 1 if text.before(words[first].start, _TITLES) else len(words)
    return words[first:] if first < len(words) else words


def _is_name(words: list[Token]) -> bool:
    """Whether more than generic words is there: 有限公司 names nobody, 中国银行 somebody."""
    text = "".join(word.text for word in words)
    ending = _BODIES.search(text)
    stem = text[: ending.start()] if ending else text
    if _MEDIA.search(text) and len(stem) > 1 and not text.endswith("新闻"):
        return True
    if len(stem) < 2:
        return words[-1].tag == "nt" and len(text) > 3
    if text.endswith(("集团", "有限公司")) and words[0].tag not in _COMMON:
        return True
    named = [word for word in words if word.tag in _NAMED or _unknown(word) or place_level(word.text)]
    return bool(named) or words[-1].tag == "nt" or stem.startswith(("中国", "国家", "全国", "中华", "世界", "国际"))


def _type(text: ChineseText, last: Token) -> EntityType:
    if last.text.endswith(("高新区", "开发区", "新区", "园区")):
        return "place"
    return "media" if _MEDIA.search(last.text) and not last.text.endswith("新闻") else "organization"


def _unknown(word: Token) -> bool:
    """What the word list does not hold as a common word."""
    return word.tag in ("nz", "nr", "nrt", "x", "nt") and 2 <= len(word.text) <= 4 and hanzi_only(word.text)


def _among_bodies(text: ChineseText, word: Token) -> bool:
    if text.after(word.end, _AFTER):
        return word.tag in ("nz", "nt", "x") or bool(text.before(word.start, _BEFORE))
    return word.tag in ("nz", "nt") and bool(text.before(word.start, _BEFORE))
