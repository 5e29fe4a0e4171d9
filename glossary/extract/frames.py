"""Frames of words in which the Sino-Korean form of a Chinese name is a common noun: 장쑤성의 성도 난징."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from glossary.extract import gazetteer
from glossary.text.tables import records

_REACH = 16  # characters on either side that a frame may span
_PLACE = "{place}"
_SPOKEN = frozenset({"province", "prefecture", "news"})  # ranks of places that a capital may be
_GLOSSED = r"[가-힣]{2,6}(?:시|현|구)?\([㐀-鿿]"
_Frame = tuple[re.Pattern[str], re.Pattern[str]]


def framed(form: str, text: str, start: int, end: int) -> bool:
    """Whether a form is a common noun where it stands, by the words around it.

    >>> framed("성도", "장쑤성의 성도 난징(南京)", 5, 7), framed("성도", "사천성 성도에서 판다를", 4, 6)
    (True, False)
    """
    frames = _frames().get(form)
    if frames is None:
        return False
    head = text[max(0, start - _REACH) : start].replace("\n", " ")
    tail = text[end : end + _REACH].replace("\n", " ")
    return any(before.search(head) and after.match(tail) for before, after in frames)


@cache
def _frames() -> dict[str, tuple[_Frame, ...]]:
    found: defaultdict[str, list[_Frame]] = defaultdict(list)
    for row in records("noun_frames.tsv"):
        after = row["after"].replace(_PLACE, f"(?:{_GLOSSED}|{_places(row['form'])})") if row["after"] else ""
        before = f"(?:{row['before']})\\Z" if row["before"] else ""
        found[row["form"]].append((re.compile(before), re.compile(after)))
    return {form: tuple(frames) for form, frames in found.items()}


def _places(form: str) -> str:
    """A pattern of the places that a text of today names, in the spelling by sound."""
    ranked = (name for name in gazetteer.forms().forms if _capital(name))
    return "|".join(sorted((re.escape(name) for name in ranked if name != form), key=len, reverse=True))


@cache
def _capital(name: str) -> bool:
    entries = gazetteer.entries(name)
    return bool(entries) and entries[0].type == "place" and entries[0].rank in _SPOKEN
