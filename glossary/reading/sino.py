"""Hanzi to Sino-Korean: words with readings of their own, the usual syllables, and the initial-sound law by word."""

from __future__ import annotations

from functools import cache, lru_cache

from glossary.reading.chars import sino
from glossary.reading.law import after, at_head, negation
from glossary.reading.names import Surname
from glossary.text.hanzi import fold, simplified
from glossary.text.tables import rows


def sino_korean(zh: str, surname: Surname | None = None) -> str:
    """Return the Sino-Korean reading of a run of hanzi; a person's surname and given name are words of their own.

    >>> sino_korean("黨風廉政"), sino_korean("六月"), sino_korean("比率")
    ('당풍염정', '유월', '비율')
    """
    if surname and fold(zh) not in _names():
        head = len(surname.text)
        return _lawful(surname.sino or _plain(zh[:head])) + _given(zh[head:])
    return _words(zh)


@lru_cache(maxsize=20_000)
def syllable(ch: str, *, last: bool = False) -> str:
    """Return the usual Sino-Korean syllable of a character in a name, without the initial-sound law.

    >>> syllable("于"), syllable("茶"), syllable("茶", last=True)
    ('우', '다', '차')
    """
    row = _defaults().get(simplified(ch))
    if row and (ch == simplified(ch) or row[1] in sino(ch)):
        return (row[2] if last else "") or row[1]
    return next(iter(sino(ch)), ch)


def by_syllable(zh: str) -> str:
    """Read each character by itself and apply the law at the head alone: what a reading without words gives.

    >>> by_syllable("流通"), by_syllable("黨風廉政")
    ('유통', '당풍렴정')
    """
    return _lawful(_plain(zh))


def _plain(zh: str) -> str:
    return "".join(syllable(ch, last=at > 1 and at == len(zh) - 1) for at, ch in enumerate(zh))


def _lawful(read: str) -> str:
    """Apply what depends on the neighbours: the head, 열 and 율."""
    if not read:
        return read
    found = at_head(read[0])
    for ch in read[1:]:
        found += after(found[-1], ch)
    return found


def _given(zh: str) -> str:
    read = _plain(zh)
    return _lawful(read) if len(zh) == 2 else read


def _words(zh: str) -> str:
    """Known words keep their reading; one that begins inside the name (from its third character on) obeys the law."""
    key, words, found, at = fold(zh), _table(), "", 0
    longest = _longest()
    while at < len(zh):
        most = min(longest.get(key[at], 0), len(zh) - at)
        word = next((n for n in range(most, 1, -1) if _begins(key, at, n, words)), 0)
        if word:
            found += words[key[at : at + word]]
            at += word
            continue
        read = syllable(zh[at], last=len(zh) > 2 and at == len(zh) - 1)
        if zh[at] == "不" and at + 1 < len(zh):
            read = negation(syllable(zh[at + 1]))
        found += after(found[-1], read) if found else at_head(read)
        at += 1
    return found


def _begins(key: str, at: int, length: int, words: dict[str, str]) -> bool:
    reading = words.get(key[at : at + length])
    if reading is None:
        return False
    return at != 1 or at_head(syllable(key[at])) == syllable(key[at])


@cache
def _defaults() -> dict[str, list[str]]:
    return {row[0]: row for row in rows("sino_defaults.tsv")}


@cache
def _longest() -> dict[str, int]:
    """How long the longest word is that begins with a character."""
    found: dict[str, int] = {}
    for word in _table():
        found[word[0]] = max(found.get(word[0], 0), len(word))
    return found


@cache
def _table() -> dict[str, str]:
    found = {word: reading for reading, words in rows("sino_words.tsv") for word in words.split()}
    return found | _names()


@cache
def _names() -> dict[str, str]:
    """Readings found by hand: they count for a person's whole name as well, 白居易 백거이."""
    return {fold(word): reading for word, reading, _ in rows("sino_names.tsv")}
