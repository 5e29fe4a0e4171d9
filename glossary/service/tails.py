"""What stands behind a name in a pasted piece of text: particles, titles, further words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from glossary.text.tables import records

_SHORTEST = 2  # characters of a name that is left


def without_tail(query: str) -> Iterator[str]:
    """What a query may mean without what stands behind it, the longest first.

    >>> list(without_tail("허사이커지그룹은")), list(without_tail("허사이커지의 센서"))
    (['허사이커지그룹', '허사이커지'], ['허사이커지의', '허사이커지'])
    """
    rest = unicodedata.normalize("NFC", query).strip()
    while rest := _shorter(rest):
        yield rest


def _shorter(text: str) -> str:
    """The text without its last tail, else without its last word; empty where neither leaves a name."""
    tails = _tails()
    found = next((tail for tail in tails if text.endswith(tail)), "") if text.endswith(tails) else ""
    rest = text.removesuffix(found).rstrip() if found else " ".join(text.split()[:-1])
    if len(rest) >= _SHORTEST:
        return rest
    return " ".join(text.split()[:-1]) if found and len(text.split()[0]) >= _SHORTEST else ""


@cache
def _tails() -> tuple[str, ...]:
    return tuple(sorted((row["tail"] for row in records("query_tails.tsv")), key=lambda tail: -len(tail)))
