"""Names that everybody knows: which hanzi a Korean form may stand for, and which hanzi are one bearer's names."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from glossary.reading.transliterate import transliterate
from glossary.text.hanzi import fold
from glossary.text.keys import hanzi_key
from glossary.text.tables import cell_list, records, rows

_GREAT = ("province", "prefecture")


@lru_cache(maxsize=100_000)
def form_key(text: str) -> str:
    """The form under which spellings are compared: composed, lower case, without blanks and signs.

    >>> form_key("이위엔 통신"), form_key("JD닷컴"), form_key("아이폰·X")
    ('이위엔통신', 'jd닷컴', '아이폰x')
    """
    composed = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in composed if char.isalnum())


def bearer(key: str) -> str:
    """One name for all names of a bearer; a name that nothing is known of stands for itself.

    >>> bearer("孙中山") == bearer("孙文"), bearer("彭昭")
    (True, '彭昭')
    """
    return _bearers().get(key, key)


def bearers(form: str) -> frozenset[str]:
    """The known bearers that Korean calls so, by one hanzi name each; none where nothing is known.

    >>> bearers("북경") == bearers("베이징") == {"北京"}, bearers("에버그란데") == bearers("헝다")
    (True, True)
    >>> sorted(bearers("푸저우")), bearers("펑자오")
    (['抚州', '福州'], frozenset())
    """
    return _forms().get(form_key(form), frozenset())


def kind_of(name: str) -> str:
    """What sort of name a bearer's is: place, person or other; homographs of one sort are hard to tell apart.

    >>> kind_of("徐州"), kind_of("习近平"), kind_of("腾讯")
    ('place', 'person', 'other')
    """
    if name in _places():
        return "place"
    return _kinds().get(name, "other")


def is_known(key: str) -> bool:
    """Whether folded hanzi are a known name.

    >>> is_known("山西"), is_known("彭昭")
    (True, False)
    """
    return key in _known()


def is_great_place(key: str) -> bool:
    """Whether folded hanzi are a province, a prefecture or one of the cities of their rank.

    >>> is_great_place("苏州"), is_great_place("彭昭")
    (True, False)
    """
    return key in _places()


@cache
def apart_names() -> frozenset[tuple[str, str]]:
    """Forms that stand beside hanzi and mean another, as (form, folded hanzi): 틱톡 beside 抖音.

    >>> ("틱톡", "抖音") in apart_names()
    True
    """
    return frozenset((form_key(row["form"]), hanzi_key(row["zh"])) for row in records("apart_names.tsv"))


@cache
def _kinds() -> dict[str, str]:
    listed = {row[0]: row[1] for row in rows("known_names.tsv")}
    custom = {"place": "place", "history": "person", "star": "person", "modern": "person"}
    listed |= {fold(row[0]): custom.get(row[2], "other") for row in rows("customary.tsv")}
    return {name: kind if kind in ("place", "person") else "other" for name, kind in listed.items()}


@cache
def _bearers() -> dict[str, str]:
    ranks = (row for row in records("china_places.tsv") if row["level"] in _GREAT)
    found = {row["full"]: row["zh"] for row in ranks if row["stem"] == row["zh"]}
    groups = [row["names"].split() for row in records("same_names.tsv")]
    groups += [[row["zh"], *cell_list(row["zh_more"])] for row in records("established_names.tsv") if row["zh_more"]]
    for names in groups:
        keys = [hanzi_key(name) for name in names]
        first = next((found[key] for key in keys if key in found), keys[0])
        found.update({key: first for key in keys if key not in found})
    return found


@cache
def _places() -> frozenset[str]:
    return frozenset(row["zh"] for row in records("china_places.tsv") if row["level"] in _GREAT)


@cache
def _known() -> frozenset[str]:
    names = (row[0] for row in rows("known_names.tsv"))
    return frozenset(map(hanzi_key, names)) | {hanzi_key(zh) for zh, _ in _named()}


@cache
def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for zh, forms in _named():
        name = bearer(hanzi_key(zh))
        for key in map(form_key, forms):
            if (key, hanzi_key(zh)) not in apart_names():
                found[key].add(name)
    found.pop("", None)
    return {form: frozenset(names) for form, names in found.items()}


def _named() -> Iterator[tuple[str, Iterable[str]]]:
    """The known names with all that Korean calls them."""
    for row in records("china_places.tsv"):
        if row["level"] in _GREAT:
            yield row["zh"], (row["ko"], *cell_list(row["more"]))
    for row in records("established_names.tsv"):
        for zh in (row["zh"], *cell_list(row["zh_more"])):
            yield zh, (*_read(zh), row["ko"], *cell_list(row["more"]), row["en"])
    for zh, ko, en, *_ in rows("brands.tsv"):
        yield zh, (*_read(zh), *cell_list(ko), en)
    for zh, forms, kind, *_ in rows("customary.tsv"):
        yield zh, (*(() if kind == "foreign" else _read(zh)), *forms.split("/"))
    for row in records("known_names.tsv"):
        if row["ko"]:
            yield row["zh"], cell_list(row["ko"])
    for row in records("same_names.tsv"):
        for zh in row["names"].split():
            yield zh, _read(fold(zh))


def _read(zh: str) -> tuple[str, ...]:
    found = transliterate(zh)
    return (found.official, found.sino_korean)
