"""Forms by their sound: the spellings that Korean writers use for one Mandarin sound are one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from glossary.text.keyboard import strokes
from glossary.text.tables import records

_CLASSES = {"V": "[ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ]", "C": "[ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅈㅉㅊㅋㅌㅍㅎ]"}


@lru_cache(maxsize=65_536)  # the names of one text are compared again and again
def sound_key(form: str) -> str:
    """A form's keystrokes with drifting spellings made alike.

    >>> sound_key("왕씽씽") == sound_key("왕싱싱"), sound_key("란지엔항톈") == sound_key("란젠항톈")
    (True, True)
    >>> sound_key("김종문") == sound_key("김중훈")
    False
    """
    key = strokes(form)
    for pattern, result in _rules():
        key = pattern.sub(result, key)
    return key


@cache
def _rules() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(_spelt(row["pattern"])), row["result"]) for row in records("sound_folds.tsv")]


def _spelt(pattern: str) -> str:
    for name, inside in _CLASSES.items():
        pattern = pattern.replace(name, inside)
    return pattern
