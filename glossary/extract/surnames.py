"""Chinese surnames as Korean writes their Mandarin sound."""

from __future__ import annotations

from functools import cache

from glossary.extract.cues import surname_shares
from glossary.reading.transliterate import transliterate


def surname_of(name: str) -> str:
    """The Chinese surname that a name in Hangul begins with, the longest; "" for none.

    >>> surname_of("저우정룽"), surname_of("어우양나나"), surname_of("난닝구")
    ('저우', '어우양', '')
    """
    return next((name[:size] for size in (3, 2, 1) if len(name) > size and name[:size] in _sounds()), "")


@cache
def _sounds() -> frozenset[str]:
    return frozenset(transliterate(zh).official for zh in surname_shares())
