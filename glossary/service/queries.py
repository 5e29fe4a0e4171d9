"""What a query may mean: each way of reading it names the fields to search and the key to search for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from glossary.text.hangul import initials, is_hangul
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
    far_fetched: bool = False  # asked for only where the text as it stands is no name
    shape: str = ""  # syllables and bare initial consonants that the form has to show: 허사ㅇㅋㅈ

    @property
    def plain(self) -> bool:
        """Whether it takes the text as it stands."""
        return not self.how

    @property
    def of_initials(self) -> bool:
        """Whether it asks for initials."""
        return self.fields[0] in ("initials", "pinyin_initials")

    def admits(self, text: str) -> bool:
        """Whether a form that the key found has the shape too.

        >>> Way(("initials",), "ㅎㅅㅇ", shape="허사ㅇ").admits("허사이커지")
        True
        """
        form = "".join(text.split())
        starts = range(len(form) - len(self.shape) + 1)
        return any(all(map(_alike, self.shape, form[start:])) for start in starts)


def ways(query: str) -> tuple[Way, ...]:
    """All ways of reading a query, none with an empty key.

    >>> [(way.fields, way.key, way.how) for way in ways("ㅎㅅㅇㅋㅈ")][0]
    (('initials',), 'ㅎㅅㅇㅋㅈ', 'initials')
    >>> [(way.key, way.how) for way in ways("gjtk") if way.how == "keyboard"]
    [('ㅎㅓㅅㅏ', 'keyboard')]
    """
    text = unicodedata.normalize("NFC", query).strip()
    if any(map(is_hanzi, text)):
        found = _hanzi(text)
    elif _is_hangul_typing(text):
        found = _hangul(text)
    else:
        found = _latin(text)
    return tuple(way for way in found if way.key)


def is_hanzi_name(query: str) -> bool:
    """Whether a query is a hanzi name, Latin letters and digits within it included, and no Hangul."""
    return any(map(is_hanzi, query)) and not any(map(is_hangul, query))


def _alike(wanted: str, char: str) -> bool:
    return wanted == char or (wanted in _CONSONANTS and initials(char) == wanted)


def _hanzi(text: str) -> list[Way]:
    """A pasted pair such as 허사이커지(禾赛科技) is asked for by both of its sides."""
    hangul = "".join(char for char in text if is_hangul(char))
    if not hangul:
        return [Way(("zh",), hanzi_key(text))]
    return [Way(("zh",), hanzi_key("".join(filter(is_hanzi, text)))), Way(SOUND, strokes(hangul))]


def _is_hangul_typing(text: str) -> bool:
    return any(is_hangul(char) or "ㄱ" <= char <= "ㅣ" for char in text)


def _hangul(text: str) -> list[Way]:
    typed = strokes(text)
    if all(char in _CONSONANTS for char in typed):
        return [Way(("initials",), typed, "initials")]
    found = [Way(SOUND, typed, fuzzy=True)]
    if sum(char in _CONSONANTS for char in text) > 1:
        found.append(Way(("initials",), initials(text).casefold(), "initials", shape="".join(text.split())))
    meant = latin_mode(text)
    if meant.isascii() and len(meant) > 1:
        whole = all(map(is_hangul, "".join(text.split())))  # no Latin name typed in Hangul mode looks so by design
        found.append(Way(LATIN, latin_key(meant), "keyboard", far_fetched=whole))
        found.append(Way(("pinyin_initials",), meant, "keyboard", far_fetched=whole))
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
