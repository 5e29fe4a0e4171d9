"""Rows of a table: the English name in the cell behind a name's cell."""

from __future__ import annotations

import re

from glossary.extract.notes import is_latin_note

_NEXT = re.compile(
    r"[ ]{0,40}(?:[*†]|\d\))?[ ]{0,40}[\t|]+[ ]{0,40}"
    r"(?P<name>(?=[^\t|\r\n]{0,80}?[A-Za-z]{2}|[A-Za-z]&[A-Za-z])[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ .,&'’+\-!/]{0,80})"
    r"(?P<note>\([^()\t|\r\n]{0,80}\))?[ ]{0,40}(?=[\t|\r\n]|\Z)"
)


def english_of(text: str, after: int) -> str | None:
    """The English name in the table cell right behind a name's cell, if the next cell is in Latin letters.

    Trades, rounds and amounts (AI, Series B, 3.5 USD) are no names.

    >>> english_of("허사이커지(禾赛科技)\\tHesai\\t상하이", 11), english_of("허사이커지(禾赛科技)\\tAI\\t상하이", 11)
    ('Hesai', None)
    """
    match = _NEXT.match(text, after)
    if match is None:
        return None
    name = match["name"].strip()
    return None if is_latin_note(name) else name
