"""Keys by sound: the spellings that Korean writers use for one Mandarin sound are one."""

from __future__ import annotations

import re
from functools import cache

from glossary.store.index_codes import plain
from glossary.text.tables import records

_CLASSES = {"V": "[ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ]", "C": "[ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅈㅉㅊㅋㅌㅍㅎ]"}


def folded(key: str) -> str:
    """A typed key with drifting spellings made alike.

    >>> from glossary.store.index_codes import typed
    >>> folded(typed("지엔챠오")) == folded(typed("젠치아오")), folded(typed("리깡")) == folded(typed("리캉"))
    (True, False)
    """
    for pattern, result in _rules():
        key = pattern.sub(result, key)
    return key


@cache
def _rules() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(plain(_spelt(row["pattern"]))), plain(row["result"])) for row in records("sound_folds.tsv")]


def _spelt(pattern: str) -> str:
    for name, inside in _CLASSES.items():
        pattern = pattern.replace(name, inside)
    return pattern
