"""The tables behind Japanese readings, each read on first use."""

from __future__ import annotations

from functools import cache

from glossary.text.hanzi import fold
from glossary.text.tables import lines, rows


def key(zh: str) -> str:
    """Return the form of a Japanese name that the tables are kept under.

    >>> key("靑森"), key("德川"), key("徳川"), key("濱松"), key("浜松"), key("﨑山")
    ('青森', '德川', '德川', '滨松', '滨松', '崎山')
    """
    return fold(zh).translate(_twins())


@cache
def _twins() -> dict[int, str]:
    return {ord(twin): to for to, twins in rows("japanese_twins.tsv") for twin in twins}


@cache
def kana_table() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Return each kana (with its small vowel) and its Hangul: at the head, elsewhere, drifted.

    >>> kana_table()["カ"], kana_table()["チョ"]
    (('가', '카', ('까',)), ('조', '초', ('쵸', '죠')))
    """
    table = rows("japanese_kana.tsv")
    return {kana: (head, inner, tuple(filter(None, drift.split(",")))) for kana, head, inner, drift in table}


@cache
def kanji_readings() -> dict[str, str]:
    """Return each kanji's readings in kana, each with its commonness from 9 to 0.

    >>> kanji_readings()[key("徳")].split()[:2]
    ['トク9', 'ノリ7']
    """
    return dict(line.split("\t") for line in lines("japanese_kanji.tsv.gz"))


@cache
def whole_words() -> dict[str, tuple[str, ...]]:
    """Return the readings, in kana, of words that do not split into their kanji.

    >>> whole_words()["大和"]
    ('ヤマト',)
    """
    pairs = (line.split("\t") for line in lines("japanese_words.tsv.gz"))
    return {word: tuple(kana.split()) for word, kana in pairs}


@cache
def suffixes() -> dict[str, tuple[str, ...]]:
    """Return the Hangul that Korean writers give to the last part of a Japanese name.

    >>> suffixes()[key("縣")], suffixes()[key("大學")]
    (('현',), ('대', '대학'))
    """
    found: dict[str, tuple[str, ...]] = {}
    for zh, ko, *_ in rows("japanese_suffixes.tsv"):
        found[key(zh)] = (*found.get(key(zh), ()), ko)
    return found


@cache
def names(letter: str) -> dict[str, tuple[str, ...]]:
    """Return the known surnames (S, with their kana), given names (G) or places (P).

    >>> names("S")[key("吉田")], key("龍一") in names("G"), key("大阪") in names("P")
    (('ヨシダ',), True, True)
    """
    parts = (line[1:].split(" ") for line in lines("japanese_names.tsv.gz") if line[0] == letter)
    known = {part[0]: tuple(part[1:]) for part in parts}
    more = {key(name[1:]): tuple(kana) for name, *kana in rows("japanese_more.tsv") if name[0] == letter}
    return known | more
