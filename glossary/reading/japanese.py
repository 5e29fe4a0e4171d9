"""Japanese names in Hangul: how a kanji sounds, and how well a Hangul string reads a kanji string.

On, kun and name readings come from 128,000 Japanese names; Hangul from the official kana table and its drift.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from glossary.model import Step
from glossary.reading.japanese_kana import LIMIT, renderings
from glossary.reading.japanese_names import (
    is_japanese_syllables,
    japanese_given,
    japanese_likelihood,
    japanese_person,
    japanese_place,
    japanese_surname,
)
from glossary.reading.japanese_tables import kanji_readings, key, suffixes, whole_words

__all__ = [
    "is_japanese_syllables", "japanese_given", "japanese_likelihood", "japanese_person", "japanese_place",
    "japanese_readings", "japanese_steps", "japanese_surname", "japanese_words", "reads_japanese",
]  # fmt: skip

RARE = (0.3, 0.2, 0.12, 0.06)  # what a reading costs by its commonness 0 to 3; a commoner one costs nothing
SUFFIX = 0.1  # 현(縣), 섬(島): Sino-Korean or translated
LINK = {"노": 0.1, "가": 0.3}  # a particle that the kanji leave out: 미나모토노 요리토모(源賴朝), 세키가하라(關原)
SILENT = 0.7  # one kanji that nobody hears: 도모미(智久美)
INSIDE = 0.3  # a space within one kanji's reading
LONGEST_WORD = 4
LONGEST_NAME = 20
LONGEST_READING = 6  # syllables for one kanji, 고코로자시(志) and drift

Form = tuple[float, float, str]  # cost at the head of a word, cost inside, kana
Way = tuple[float, tuple[Step, ...]]


def japanese_readings(ch: str) -> tuple[str, ...]:
    """Return every Hangul rendering of one kanji, likeliest first; empty for a character that has none.

    >>> japanese_readings("國")[:3], japanese_readings("国") == japanese_readings("國")
    (('고쿠', '코쿠', '구니'), True)
    """
    forms = _forms(key(ch))
    return tuple(sorted(forms, key=lambda hangul: min(forms[hangul][:2])))


def japanese_words(zh: str) -> tuple[str, ...]:
    """Return the Hangul of a whole word whose reading does not split into its kanji.

    >>> japanese_words("大和")[:1], japanese_words("飛鳥")[:1], japanese_words("東海林")[:1], japanese_words("大阪")
    (('야마토',), ('아스카',), ('쇼지',), ())
    """
    forms = _word_forms(key(zh))
    return tuple(sorted(forms, key=lambda hangul: min(forms[hangul][:2])))


def reads_japanese(ko: str, zh: str) -> float | None:
    """Tell how well the whole Hangul string reads the whole kanji string: mean cost for each kanji, None if it cannot.

    >>> reads_japanese("요시다 도모미", "吉田智久美"), reads_japanese("도요타", "丰田"), reads_japanese("서울", "首爾")
    (0.14, 0.0, None)
    """
    way = _best(ko, zh)
    return None if way is None else round(way[0] / max(1, len(zh)), 3)


def japanese_steps(ko: str, zh: str) -> tuple[Step, ...]:
    """Return the split behind `reads_japanese`, a step for each kanji or word; empty if there is none.

    >>> [(step.ko, step.zh, step.reading) for step in japanese_steps("핫토리 한조", "服部半蔵")]
    [('핫토리', '服部', 'ハットリ'), ('한', '半', 'ハン'), ('조', '蔵', 'ゾウ')]
    """
    way = _best(ko, zh)
    return () if way is None else way[1]


def _best(ko: str, zh: str) -> Way | None:
    """The cheapest way through all kanji; one of three or more may stay silent where nothing else fits."""
    zh = "".join(zh.split())
    keys, hangul = key(zh), "".join(ko.split())
    if not 0 < len(keys) == len(zh) <= LONGEST_NAME or len(hangul) > LONGEST_READING * len(keys):
        return None
    heads = _heads(ko)
    way = _walk(hangul, heads, zh, keys, None)
    if way is None and len(keys) >= 3 and hangul[:1] in _first_syllables(keys[0]):
        silent = (_walk(hangul, heads, zh, keys, at) for at in range(1, len(keys)))
        way = min(filter(None, silent), default=None, key=lambda found: found[0])
    return way


def _walk(hangul: str, heads: frozenset[int], zh: str, keys: str, silent: int | None) -> Way | None:
    reached: list[dict[int, Way]] = [{} for _ in range(len(keys) + 1)]
    reached[0][0] = (0.0, ())
    for at in range(len(keys)):
        if not reached[at]:
            continue
        for size, forms in _parts(keys, at):
            for start, way in reached[at].items():
                _extend(reached[at + size], way, hangul, start, zh[at : at + size], forms, heads)
        if at == silent:
            for start, (cost, steps) in reached[at].items():
                step = Step("", zh[at], "unread", "", SILENT)
                reached[at + 1].setdefault(start, (cost + SILENT, (*steps, step)))
        _link(reached[at + 1], hangul)
    return reached[-1].get(len(hangul))


@cache
def _first_syllables(kanji: str) -> frozenset[str]:
    return frozenset(form[0] for form in _forms(kanji))


def _extend(row: dict[int, Way], way: Way, hangul: str, start: int, zh: str,
            forms: dict[str, Form], heads: frozenset[int]) -> None:  # fmt: skip
    for end in range(start + 1, min(len(hangul), start + LONGEST_READING * len(zh)) + 1):
        form = forms.get(hangul[start:end])
        if form is None:
            continue
        cost = form[0] if start in heads else form[1]
        if any(inside in heads for inside in range(start + 1, end)):
            cost += INSIDE
        total = way[0] + cost
        if end not in row or total < row[end][0]:
            row[end] = (total, (*way[1], Step(hangul[start:end], zh, "japanese", form[2], cost)))


def _link(row: dict[int, Way], hangul: str) -> None:
    for end, (cost, steps) in list(row.items()):
        more = LINK.get(hangul[end : end + 1])
        if more is not None and end + 1 < len(hangul) and (end + 1 not in row or cost + more < row[end + 1][0]):
            last = steps[-1]
            longer = Step(last.ko + hangul[end], last.zh, last.how, last.reading, last.cost + more)
            row[end + 1] = (cost + more, (*steps[:-1], longer))


def _parts(keys: str, at: int) -> Iterator[tuple[int, dict[str, Form]]]:
    """The kanji here, and every word and suffix that begins here, with their forms."""
    yield 1, _forms(keys[at], keys[at - 1] if at else "")
    for size in range(2, min(LONGEST_WORD, len(keys) - at) + 1):
        forms = _word_forms(keys[at : at + size])
        if forms:
            yield size, forms
    tail = suffixes().get(keys[at:]) if at else None
    if tail:
        yield len(keys) - at, dict.fromkeys(tail, (SUFFIX, SUFFIX, keys[at:]))


def _heads(ko: str) -> frozenset[int]:
    heads, at = {0}, 0
    for word in ko.split():
        heads.add(at)
        at += len(word)
    return frozenset(heads)


@cache
def _forms(kanji: str, before: str = "") -> dict[str, Form]:
    if kanji == "々" and before:
        return _forms(before)
    if kanji in "ヶケヵ":
        return _rendered([("ガ", 0.0), ("カ", 0.0), ("ケ", 0.0)])
    if "ぁ" <= kanji <= "ん":
        kanji = chr(ord(kanji) + 0x60)
    if "ァ" <= kanji <= "ン":
        return _rendered([(kanji, 0.0)])
    ranked = ((entry[:-1], int(entry[-1])) for entry in kanji_readings().get(kanji, "").split())
    return _rendered([(kana, RARE[rank] if rank < len(RARE) else 0.0) for kana, rank in ranked])


@cache
def _word_forms(word: str) -> dict[str, Form]:
    return _rendered([(kana, 0.0) for kana in whole_words().get(word, ())])


def _rendered(readings: list[tuple[str, float]]) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for kana, rare in readings:
        head, inner = renderings(kana, head=True), renderings(kana, head=False)
        for hangul in head | inner:
            first, then = head.get(hangul, LIMIT) + rare, inner.get(hangul, LIMIT) + rare
            old = forms.get(hangul)
            if old is None or first < old[0] or then < old[1]:
                better = kana if old is None or first + then < old[0] + old[1] else old[2]
                forms[hangul] = (min(first, old[0]) if old else first, min(then, old[1]) if old else then, better)
    return forms
