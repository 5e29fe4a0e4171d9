"""Persons in a Chinese text: surname, given name, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossary.extract.chinese_text import ChineseText, Spot, cues, hanzi_only
from glossary.extract.cues import given_odds, place_level, surname_share
from glossary.reading.names import surname_of
from glossary.text.hanzi import HANZI

_FOREIGN = re.compile(rf"[{HANZI}]{{1,6}}(?:[·・•‧][{HANZI}A-Z]{{1,6}})+")
_DOTS = "·・•‧"
_TITLES = cues("person", "title")
_BEFORE = cues("person", "before")
_AFTER = cues("person", "after")
_TITLED = 3.0  # points for a title right before the name
_LEAST = 3.0  # points from which surname, given name and cues make a person
_FULL = 9.0  # points that leave no doubt
_RARE = 0.25  # the share of a surname that is in no list of common ones: 宿华
_FUNCTION = frozenset("与和在携向对将就称说也为于从被把及等由的了着是不")  # words of one character that end no name
_PERSON_TAGS = ("nr", "nrfg", "nrt")
_OTHER_NAMES = ("ns", "nt", "nz")
_PLAIN = ("n", "v", "d", "a", "vn", "ad", "p", "c", "m", "t", "r", "i", "l", "j", "b", "f")


def persons(text: ChineseText, behind: Iterable[int] = ()) -> Iterator[Spot]:
    """Every stretch that may be a person, the doubtful ones with a low score.

    `behind` are places where one may begin beside the beginnings of words: a firm ends there (蔚来李斌).
    """
    for place in sorted(behind):
        if not text.is_start(place):
            yield from _from(text, place)
    for match in _FOREIGN.finditer(text.simple):
        yield _foreign(text, match.start(), match.end())
    lands = {word.end for word in text.words if word.tag == "ns"}
    for word in text.words:
        if word.tag == "nrt" and len(word.text) > 1 and hanzi_only(word.text) and not _amiss(text, word.start):
            abroad = word.start in lands or place_level(word.text)  # 匈牙利德布勒森, 霍尔果斯口岸
            yield Spot(word.start, word.end, "place" if abroad else "person", 0.75)
        yield from _from(text, word.start)
        for offset in range(1, len(word.text)):  # 院长樊锦诗, 董事 长杨杰: a title cut amiss
            if text.before(word.start + offset, _TITLES):
                yield from _from(text, word.start + offset)


def _foreign(text: ChineseText, start: int, end: int) -> Spot:
    """A name with dots from the words beside the first and the last of them, two characters at least: 比尔·盖茨."""
    found = text.simple[start:end]
    first = start + next(place for place, char in enumerate(found) if char in _DOTS)
    last = start + max(place for place, char in enumerate(found) if char in _DOTS)
    heads = [word.start for word in text.words if start <= word.start <= first - 2]
    tails = [word.end for word in text.words if last + 3 <= word.end <= end]
    return Spot(max(heads, default=start), min(tails, default=end), "person", 0.9)


def _from(text: ChineseText, start: int) -> Iterator[Spot]:
    for size in (2, 3, 4):
        name = text.simple[start : start + size]
        if len(name) == size and hanzi_only(name):
            points = _points(text, start, start + size)
            if points >= _LEAST:
                yield Spot(start, start + size, "person", min(0.98, 0.5 + points / (2 * _FULL)))


def _points(text: ChineseText, start: int, end: int) -> float:
    name = text.simple[start:end]
    share, given = _parts(name)
    if not share or not 1 <= len(given) <= 2 or _amiss(text, start):
        return -9.0
    if given in ("某", "某某"):
        return _FULL
    sound = sum(given_odds(char) for char in given) * (0.8 if len(given) == 2 else 0.9)
    points = 2.5 * share + sound - 5.0 * (name[-1] in _FUNCTION)
    if not _tagged(text, start, end):
        points -= 5.0 * (given[-2:] in _TITLES | _AFTER) + 2.5 * (given[0] in _FUNCTION) + 2.0 * (len(name) == 4)
    return points + _by_words(text, start, end) + _by_cues(text, start, end)


def _tagged(text: ChineseText, start: int, end: int) -> bool:
    word = text.word_at(start)
    return word is not None and word.end == end and word.tag in _PERSON_TAGS


def _parts(name: str) -> tuple[float, str]:
    """How common the surname is, and the given name; 0.0 where none is. 林郑月娥 bears two."""
    if len(name) > 2 and (double := surname_share(name[:2])):
        return double, name[2:]
    if len(name) == 4:
        return surname_share(name[0]) * surname_share(name[1]), name[2:]
    found = surname_share(name[0]) or (_RARE if surname_of(name, "person") else 0.0)
    return found, name[1:]


def _by_words(text: ChineseText, start: int, end: int) -> float:
    """What the cut into words says: one word tagged a person, a common word, a cut through a word."""
    whole = text.word_at(start)
    name = text.simple[start:end]
    if place_level(name):
        return -4.0
    if whole is not None and whole.end == end:
        if whole.tag in _PERSON_TAGS:
            return 3.5
        return -6.0 if whole.tag in _PLAIN else -3.0 if whole.tag in _OTHER_NAMES else 0.0
    points = 0.0
    if end not in text.ends:
        points -= 3.0 if not text.after(end, _AFTER | _TITLES) else 1.5
    for word in text.inside(start, end):
        if word.tag in _PERSON_TAGS:
            points += 1.0 if word.start == start else 0.0
        elif len(word.text) > 1 and word.tag in (*_PLAIN, *_OTHER_NAMES):
            points -= 2.0
    if whole is not None and whole.end > end and whole.tag in _PERSON_TAGS:
        points -= 1.5
    return points


def _amiss(text: ChineseText, start: int) -> bool:
    """Whether the first character is a title's last: 董事 长杨杰."""
    return bool(text.before(start + 1, _TITLES))


def _by_cues(text: ChineseText, start: int, end: int) -> float:
    before, after = text.before(start, _TITLES), text.after(end, _TITLES | _AFTER)
    points = _TITLED * bool(before) + (2.0 if len(after) > 1 else 0.8 * bool(after))
    if not before and text.before(start, _BEFORE):
        points += 1.0
    if text.simple[start - 1 : start] in ("、", "（", "("):
        points += 0.5
    following = text.simple[end : end + 1]
    if following and following in "、，。；）) ":
        points += 0.5
    elif not after and end < len(text.simple) and hanzi_only(following):
        points -= 1.0
    return points
