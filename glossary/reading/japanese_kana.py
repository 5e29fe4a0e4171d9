"""Kana in Hangul: the official form, and every form that Korean writers use, with what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from glossary.reading.japanese_tables import kana_table

OTHER_PLACE = 0.12  # 카 at the head, 가 inside: taken over by many writers
DRIFT = 0.2  # 츠 for 쓰, 쟈 for 자, a long vowel written out
LIMIT = 0.6  # a reading that has drifted further is not taken for one

_VOWEL = {
    **dict.fromkeys("アカサタナハマヤラワガザダバパャ", "ア"),
    **dict.fromkeys("イキシチニヒミリギジヂビピ", "イ"),
    **dict.fromkeys("ウクスツヌフムユルグズヅブプュヴ", "ウ"),
    **dict.fromkeys("エケセテネヘメレゲゼデベペ", "エ"),
    **dict.fromkeys("オコソトノホモヨロヲゴゾドボポョ", "オ"),
}
_LONG = {"アア", "イイ", "ウウ", "エエ", "オオ", "オウ"}
_FINALS = {  # the final consonant (its code within the syllable) and its cost: ㄴ ㅁ ㅇ; ㅅ, none, ㄱ, ㅂ
    "ン": ((4, 0.0), (16, DRIFT), (21, DRIFT)),
    "ッ": ((19, 0.0), (0, DRIFT), (1, DRIFT), (17, DRIFT)),
}

Form = tuple[str, float]


def hangul_of(kana: str) -> str:
    """Return the official Hangul of one word in katakana (표 4).

    >>> hangul_of("トウキョウ"), hangul_of("サッポロ"), hangul_of("ニイガタ"), hangul_of("ケイオウ")
    ('도쿄', '삿포로', '니가타', '게이오')
    """
    hangul = ""
    for mora, before in _moras(kana):
        forms = _grown(hangul, mora, before, head=not hangul)
        hangul = next((form for form, cost in forms if cost == 0.0), hangul)
    return hangul


@cache
def renderings(kana: str, *, head: bool) -> dict[str, float]:
    """Return the Hangul forms of a reading with their costs, at the head of a word or inside.

    >>> renderings("トウ", head=True)
    {'도': 0.0, '도우': 0.2, '토': 0.12, '토우': 0.32, '또': 0.2, '또우': 0.4}
    """
    forms: dict[str, float] = {"": 0.0}
    for mora, before in _moras(kana):
        grown: dict[str, float] = {}
        for form, cost in forms.items():
            for longer, more in _grown(form, mora, before, head=head and not form):
                total = round(cost + more, 2)
                if total <= LIMIT and total < grown.get(longer, 9.0):
                    grown[longer] = total
        forms = grown
    return forms


def _grown(form: str, mora: str, before: str, *, head: bool) -> Iterator[Form]:
    if mora in _FINALS:
        if form and (ord(form[-1]) - 0xAC00) % 28 == 0:
            yield from ((form[:-1] + chr(ord(form[-1]) + code), cost) for code, cost in _FINALS[mora])
        return
    if before + mora in _LONG:
        yield form, 0.0
        yield form + kana_table()[mora][0], DRIFT
        return
    if mora not in kana_table():
        return
    first, inner, drift = kana_table()[mora]
    yield form + (first if head else inner), 0.0
    if first != inner:
        yield form + (inner if head else first), OTHER_PLACE
    yield from ((form + other, DRIFT) for other in drift)
    if before + mora == "エイ":
        yield form, DRIFT


def _moras(kana: str) -> Iterator[tuple[str, str]]:
    """Each mora with the vowel before it."""
    at, before = 0, ""
    while at < len(kana):
        size = 2 if kana[at : at + 2] in kana_table() else 1
        mora = kana[at : at + size]
        yield mora, before
        at, before = at + size, _VOWEL.get(mora[-1], "")
