"""How great a place of China is: what a form means where nothing but its bearers' greatness tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from glossary.check.view import Known
from glossary.text.hanzi import fold
from glossary.text.tables import records, rows

_LEVELS = {"country": 4, "province": 3, "prefecture": 2, "county": 1}
_OTHER = 1  # towns, districts and sights are as great as counties


def level(zh: str) -> int:
    """4 for a country, 3 for a province, 2 for a prefecture, 1 for a county and less, 0 for no place of the lists.

    >>> level("陕西"), level("台州"), level("南靖县"), level("彭昭")
    (3, 2, 1, 0)
    """
    return _levels().get(fold(zh), 0)


def large(zh: str) -> bool:
    """Whether a city stands in Korean texts without a word of explanation.

    >>> large("苏州"), large("宿州")
    (True, False)
    """
    return fold(zh) in _large()


def likely(meant: Sequence[Known]) -> tuple[Known, ...]:
    """Those of several bearers that a form can mean: lesser places of lists give way to greater ones of the form."""
    top = max((level(known.hanzi) for known in meant), default=0)
    if not top or not all(known.concept.type == "place" for known in meant):
        return tuple(meant)
    return tuple(known for known in meant if level(known.hanzi) == top or known.spoken)


def foremost(meant: Sequence[Known]) -> Known | None:
    """The one large city among places of which no other is in any issue; None where there is none, or more."""
    cities = [known for known in meant if large(known.hanzi)]
    return cities[0] if len(cities) == 1 and not any(known.spoken for known in meant if known not in cities) else None


@cache
def _levels() -> dict[str, int]:
    found: dict[str, int] = {}
    for table in ("china_places.tsv", "china_features.tsv"):
        for row in records(table):
            for name in (row["zh"], row["full"], row["stem"]):
                found[fold(name)] = max(found.get(fold(name), 0), _LEVELS.get(row["level"], _OTHER))
    return found


@cache
def _large() -> frozenset[str]:
    return frozenset(fold(zh) for row in rows("large_cities.tsv") for zh in row[0].split())
