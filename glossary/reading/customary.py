"""Forms that the norm or usage prefers or allows beside the official one, and the norm's own place-name forms."""

from __future__ import annotations

from functools import cache

from glossary.text.hanzi import fold
from glossary.text.tables import rows


def customary(zh: str) -> tuple[str, ...]:
    """Return the customary Korean forms of a name, the preferred one first.

    >>> customary("香港"), customary("諸葛亮"), customary("联想"), customary("禾赛科技")
    (('홍콩', '향항'), ('제갈량',), ('레노버',), ())
    """
    found = _forms().get(fold(zh))
    return found[0] if found else ()


def custom_kind(zh: str) -> str:
    """Return what a customary form rests on: place, history, star, modern, company, work, foreign; or "".

    >>> custom_kind("諸葛亮"), custom_kind("梁朝伟"), custom_kind("魯迅"), custom_kind("東京"), custom_kind("禾赛科技")
    ('history', 'star', 'modern', 'foreign', '')
    """
    found = _forms().get(fold(zh))
    return found[1] if found else ""


def feature_form(zh: str) -> str:
    """Return the form of a river, mountain, lake or island by chapter 4 section 3 of the norm, or "".

    >>> feature_form("珠江"), feature_form("玉山"), feature_form("丽江")
    ('주장강', '위산산', '')
    """
    return _features().get(fold(zh), "")


@cache
def _forms() -> dict[str, tuple[tuple[str, ...], str]]:
    return {fold(zh): (tuple(forms.split("/")), kind) for zh, forms, kind, *_ in rows("customary.tsv")}


@cache
def _features() -> dict[str, str]:
    return {fold(zh): form for zh, form, *_ in rows("place_features.tsv")}
