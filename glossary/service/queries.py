"""What a query may mean: each way of reading it names the fields to search and the key to search for."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.text.hangul import is_hangul
from glossary.text.hanzi import is_hanzi
from glossary.text.keyboard import hangul_mode, latin_mode, strokes
from glossary.text.keys import hanzi_key, latin_key, pinyin_key

SOUND = ("ko", "official", "sino_korean")
LATIN = ("en", "pinyin")
_CONSONANTS = frozenset("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")


@dataclass(frozen=True, slots=True)
class Way:
    """One way of reading a query; `how` says so where it is more than the text as it stands."""

    fields: tuple[str, ...]
    key: str
    how: str = ""
    fuzzy: bool = False


def ways(query: str) -> tuple[Way, ...]:
    """All ways of reading a query, none with an empty key.

    >>> [(way.fields, way.key, way.how) for way in ways("ㅎㅅㅇㅋㅈ")][0]
    (('initials',), 'ㅎㅅㅇㅋㅈ', 'initials')
    >>> [(way.key, way.how) for way in ways("gjtk") if way.how == "keyboard"]
    [('ㅎㅓㅅㅏ', 'keyboard')]
    """
    text = query.strip()
    if any(map(is_hanzi, text)):
        found = [Way(("zh",), hanzi_key(text))]
    elif _is_hangul_typing(text):
        found = _hangul(text)
    else:
        found = _latin(text)
    return tuple(way for way in found if way.key)


def is_hanzi_name(query: str) -> bool:
    """Whether a query is a hanzi name, Latin letters and digits within it included, and no Hangul."""
    return any(map(is_hanzi, query)) and not any(map(is_hangul, query))


def _is_hangul_typing(text: str) -> bool:
    return any(is_hangul(char) or "ㄱ" <= char <= "ㅣ" for char in text)


def _hangul(text: str) -> list[Way]:
    typed = strokes(text)
    if all(char in _CONSONANTS for char in typed):
        return [Way(("initials",), typed, "initials")]
    found = [Way(SOUND, typed, fuzzy=True)]
    meant = latin_mode(text)
    if meant.isascii() and len(meant) > 1:
        found += [Way(LATIN, latin_key(meant), "keyboard"), Way(("pinyin_initials",), meant, "keyboard")]
    return found


def _latin(text: str) -> list[Way]:
    found = [
        Way(("ko", "en"), latin_key(text), fuzzy=True),
        Way(("zh",), hanzi_key(text)),
        Way(("pinyin",), pinyin_key(text), fuzzy=True),
    ]
    if text.isascii() and text.isalpha():
        meant = hangul_mode(text)
        found.append(Way(("pinyin_initials",), text.casefold(), "initials"))
        found.append(Way(("initials",) if set(meant) <= _CONSONANTS else SOUND, meant, "keyboard", fuzzy=True))
    return found
