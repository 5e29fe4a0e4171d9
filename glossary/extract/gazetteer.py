"""Chinese names that readers of the news know, as data: their Korean forms, what they are, and what lies in what."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from glossary.model import EntityType
from glossary.text.scan import Forms
from glossary.text.tables import records


class Entry(NamedTuple):
    """One name behind a form: `rank` tells how well it is known, `within` the divisions it lies in."""

    zh: str
    type: EntityType
    rank: str
    within: tuple[str, ...]
    word: str  # frequent or rare where the form is a Korean word too, else ""
    fame: int  # of a place: 9 for a large city, else digits of how often a dictionary of Chinese has counted its hanzi


def entries(form: str) -> tuple[Entry, ...]:
    """The names that a form may stand for, the best known first: by rank, then by fame.

    >>> [(entry.zh, entry.rank) for entry in entries("푸저우")]
    [('福州', 'prefecture'), ('抚州', 'prefecture')]
    """
    return _table().get(form, ())


def within(zh: str) -> tuple[str, ...]:
    """The divisions that a place lies in, by its folded hanzi.

    >>> within("西安")
    ('陕西',)
    """
    return _within().get(zh, ())


def spellings(zh: str) -> tuple[str, ...]:
    """The forms of folded hanzi, the usual one first.

    >>> spellings("北京")
    ('베이징', '북경')
    """
    return _spellings().get(zh, ())


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for place, (form, rows) in enumerate(_table().items()):
        for entry in rows:
            found[entry.zh].append((_RANKS.index(entry.rank), place, form))
    return {zh: tuple(form for *_, form in sorted(forms)) for zh, forms in found.items()}


@cache
def forms() -> Forms:
    """The automaton over all forms of the table."""
    return Forms(_table())


_RANKS = (
    "province",
    "prefecture",
    "news",
    "feature",
    "known",
    "history",
    "county",
    "province-",
    "prefecture-",
    "county-",
)


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in records("gazetteer.tsv.gz"):
        places = tuple(place for side in row["within"].split("|") for place in side.split("/") if place)
        entry = Entry(row["zh"], row["type"], row["rank"], places, row["word"], int(row["fame"] or 0))  # type: ignore[arg-type]
        found[row["form"]].append(entry)
    return {form: tuple(sorted(rows, key=_order)) for form, rows in found.items()}


def _order(entry: Entry) -> tuple[int, int]:
    return _RANKS.index(entry.rank), -entry.fame


@cache
def _within() -> dict[str, tuple[str, ...]]:
    every = (entry for found in _table().values() for entry in found if entry.type == "place")
    known: dict[str, tuple[str, ...]] = {}
    for entry in sorted(every, key=lambda entry: (not entry.within, _RANKS.index(entry.rank))):
        known.setdefault(entry.zh, entry.within)
    return known
