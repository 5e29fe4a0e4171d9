"""Whether a Hangul phrase beside hanzi is another name for them: a second reading, or a brand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.extract.cues import like_person
from glossary.extract.items import Link
from glossary.extract.notes import is_latin_note, is_note, is_plain_hangul, looks_foreign, modifies
from glossary.policy import ExtractPolicy
from glossary.reading.japanese import reads_japanese
from glossary.reading.lexicon import in_dictionary
from glossary.reading.path import best_path
from glossary.reading.window import make_window
from glossary.text.hanzi import fold

_HALF_LATIN = re.compile(r"([A-Za-z]{2,})([가-힣]+)\Z")
LONGEST = 12  # syllables of the longest brand: 호라이즌 로보틱스 has 8


@dataclass(frozen=True, slots=True)
class Name:
    """The name whose further forms are looked for, without line breaks."""

    ko: str
    zh: str
    limits: ExtractPolicy  # `second` and `japanese`: up to which cost a phrase reads the hanzi


def is_second_name(piece: str, name: Name, link: Link) -> bool:
    """Whether a Hangul phrase that hangs on a name by `link` is another form of it.

    >>> from glossary.policy import load_policy
    >>> tencent = Name("텐센트", "騰訊", load_policy().extract)
    >>> [is_second_name(piece, tencent, "blank") for piece in ("텅쉰", "그룹", "위챗")]
    [True, False, False]
    >>> [is_second_name(piece, tencent, "dot") for piece in ("큐큐닷컴", "인공지능")]
    [True, False]
    """
    if not is_plain_hangul(piece):
        return link == "dot" and _is_half_latin(piece)
    if (len(piece) > 1 or link != "blank") and reads(piece, name.zh, name.limits):
        return True
    if link == "blank" or is_note(piece):
        return False
    strict = link != "dot"
    return _is_nickname(piece, name) if like_person(fold(name.zh)) else _is_brand(piece, strict=strict)


def reads(piece: str, zh: str, limits: ExtractPolicy) -> bool:
    """Whether a Hangul phrase reads all of the hanzi, in Mandarin, Sino-Korean or Japanese.

    >>> from glossary.policy import load_policy
    >>> pairs = ("려강 고성", "丽江 古城"), ("기요미즈데라", "淸水寺"), ("포털", "百度")
    >>> [reads(piece, zh, load_policy().extract) for piece, zh in pairs]
    [True, True, False]
    """
    syllables, hanzi = len("".join(piece.split())), len("".join(zh.split()))
    if not hanzi <= 2 * syllables or syllables > 5 * hanzi + 2:
        return False
    if best_path(make_window(piece), zh, begin=0, strict=limits.second) is not None:
        return True
    japanese = reads_japanese(piece, zh)
    return japanese is not None and japanese <= limits.japanese


def _is_brand(piece: str, *, strict: bool) -> bool:
    """Whether words look like a brand: of foreign sound, in no dictionary, tied by no particle; strictly, one word."""
    words = piece.split()
    if len(words) > (1 if strict else 3) or not 1 < len("".join(words)) <= LONGEST or any(map(modifies, words[:-1])):
        return False
    return any(looks_foreign(word, strict=strict) for word in words) and not any(map(_is_common, words))


def _is_half_latin(piece: str) -> bool:
    """Whether a word of Latin and Hangul is a brand (JD닷컴) and no trade (AI칩)."""
    match = _HALF_LATIN.match(piece)
    return match is not None and not is_latin_note(match[1]) and not is_note(match[2])


def _is_nickname(piece: str, name: Name) -> bool:
    """Whether a given name stands before the surname (포니 마 for 馬化騰), a foreign one before any (레슬리 청)."""
    given, _, surname = piece.rpartition(" ")
    if not 1 <= len(given) <= 6 or " " in given or len(surname) > 2 or is_note(given) or modifies(given):
        return False
    foreign = looks_foreign(given, strict=True) or looks_foreign(surname, strict=True)
    return foreign or reads(surname, name.zh[0], name.limits)


def _is_common(word: str) -> bool:
    return len(word) > 1 and in_dictionary(word)
