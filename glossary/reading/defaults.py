"""The one reading that a character has in names when no word or name around it says otherwise."""

from __future__ import annotations

from functools import cache, lru_cache

from glossary.reading.chars import mandarin_toned
from glossary.text.tables import rows


@lru_cache(maxsize=20_000)
def default_reading(ch: str, *, given: bool = False) -> str:
    """Return the toned reading of a character in names, or in given names; "" when nothing is known.

    >>> default_reading("长"), default_reading("柏"), default_reading("柏", given=True)
    ('cháng', 'bǎi', 'bó')
    """
    name, person = _defaults().get(ch, ("", ""))
    reading = (person if given else "") or name
    return reading or next(iter(mandarin_toned(ch)), "")


@cache
def _defaults() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in rows("mandarin_defaults.tsv")}
