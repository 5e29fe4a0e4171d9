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
    for needed, pattern, result in _rules():
        if needed in key:
            key = pattern.sub(result, key)
    return key


@cache
def _rules() -> list[tuple[str, re.Pattern[str], str]]:
    """What a key has to hold for a rule to be tried, the rule's pattern and its result."""
    rules = ((row["pattern"], _spelt(row["pattern"]), row["result"]) for row in records("sound_folds.tsv"))
    return [(plain(_needed(pattern)), re.compile(plain(spelt)), plain(result)) for pattern, spelt, result in rules]


def _needed(pattern: str) -> str:
    """A letter without which nothing matches: the first that stands for itself; nothing where none does."""
    found = re.search("[ㄱ-ㅣ]", re.sub(r"\([^)]*\)\??|\[[^\]]*\]|[ㄱ-ㅣ][?*]", "", pattern))
    return found[0] if found else ""


def _spelt(pattern: str) -> str:
    for name, inside in _CLASSES.items():
        pattern = pattern.replace(name, inside)
    return pattern
