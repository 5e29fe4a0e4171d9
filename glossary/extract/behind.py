"""What is written on behind a name in the same word: particles, 성 and 시, further nouns; or what shows it is none."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.text.hangul import is_hangul, split
from glossary.text.tables import records

_CLOSED = (
    "은|이|을|과|으로|이나|이란|이라[는고며도]?|이랑|이다|이었다|이었던|이며|이고|인|이지만|이라면|입니다|이여|이든"
)
_OPEN = "는|가|를|와|로|나|란|라[는고며도]|랑|다|였다|였던|인|이다|이었다|이며|이고|입니다|여|든"
_ANY = (
    "의|에|에서|에게|에게서|께|께서|도|만|까지|부터|보다|처럼|마다|조차|마저|밖에|뿐|하고|한테|등|같은|같이|쪽|쯤|만큼"
)
_MORE = (
    "은|는|도|만|의|가|이|를|을|까지|부터|서|써|서는|서도|"
    "서의|에|에서|나|이나|라도|이라도|조차|보다|들|와|과|로|으로|뿐"
)
_LIGHT = re.compile(
    "[하한할함합해했]|되|된|될|됨|됩|돼|됐|당하|당한|당했|시키|시킨|시켰|시킬|받[는은을았]?|스러|스런|롭|로운"
)
_PLACE = re.compile("에서|에(?!게)|까지|부터|로|으로|행|발")
_CLASS = (
    (_PLACE, "place"),
    (re.compile("[은는이가]"), "topic"),
    (re.compile("[을를]"), "object"),
    (re.compile("의"), "of"),
    (re.compile("[와과]|하고|랑|이랑"), "and"),
    (re.compile("에게|께|한테"), "person"),
    (re.compile("다|였다|이다|인|며|이며|고|이고|라[고며]|이라[고며]"), "copula"),
)


class Behind(NamedTuple):
    """How the rest of a word is explained: kinds of the nouns in it, and the class of its particle ("" for none)."""

    nouns: tuple[str, ...]
    particle: str
    suffix: str = ""  # the first of the nouns
    misfit: str = ""  # sure | unsure: the particle has the wrong shape; unsure where it may be a noun's (가, 로, 과)
    at: int = 0  # where that particle begins behind the name


def behind(name: str, rest: str) -> Behind | None:
    """Explain what is attached behind a name; None where it is neither particle nor known noun.

    >>> behind("산시", "성과")[:3], behind("하이난", "이")[:2], behind("하이난", "이도")
    ((('division',), 'and', '성'), ((), 'topic'), None)
    >>> behind("선전", "하는")[:2], behind("허사이커지", "가")[:2]
    ((('light',), ''), ((), 'topic'))
    """
    if not rest:
        return Behind((), "")
    particle = _particle(name[-1], rest)
    if particle is not None:
        return Behind((), particle)
    nouns = _nouns(rest, 3)
    if nouns is None:
        return Behind(("light",), "") if _LIGHT.match(rest) else None
    return nouns


@lru_cache(maxsize=65_536)  # words of one text are those of the next
def stem(word: str) -> str:
    """A word without the particle behind it, for looking it up.

    >>> stem("공장에서"), stem("주석은"), stem("시내")
    ('공장', '주석', '시내')
    """
    for size in range(min(4, len(word) - 1), 0, -1):
        if _particle(word[-size - 1], word[-size:]) is not None:
            return word[:-size]
    return word


def _nouns(rest: str, depth: int) -> Behind | None:
    table = attached()
    for size in range(min(8, len(rest)), 0, -1):
        says = table.get(rest[:size])
        if says is None:
            continue
        tail = rest[size:]
        particle = _particle(rest[size - 1], tail) if tail else ""
        if particle is not None:
            return Behind(says, particle, rest[:size])
        more = _nouns(tail, depth - 1) if depth > 1 else None
        if more is not None:
            return Behind(says + more.nouns, more.particle, rest[:size])
    return None


def _particle(last: str, rest: str) -> str | None:
    """The class of a particle that fits the sound before it; None where the rest is none."""
    coda = split(last)[2] if is_hangul(last) else None
    pattern = _either() if coda is None else _open() if not coda else _lateral() if coda == "ㄹ" else _closed()
    if not pattern.fullmatch(rest):
        return None
    return next((name for shape, name in _CLASS if shape.match(rest)), "other")


@cache
def _open() -> re.Pattern[str]:
    return re.compile(f"(?:{_OPEN}|{_ANY})(?:{_MORE})?")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(f"(?:(?:{_ANY}|으로|과)(?:{_MORE})?|{_CLOSED})")


@cache
def _lateral() -> re.Pattern[str]:
    return re.compile(f"(?:(?:{_ANY}|로|과)(?:{_MORE})?|{_CLOSED})")


@cache
def _either() -> re.Pattern[str]:
    return re.compile(f"(?:{_OPEN}|{_CLOSED}|{_ANY})(?:{_MORE})?")


@cache
def attached() -> dict[str, tuple[str, ...]]:
    """Nouns that are written on behind names, and the kinds of names they go with."""
    return words("attached")


@cache
def words(where: str) -> dict[str, tuple[str, ...]]:
    """The table's words of one position: attached, next or before."""
    found: dict[str, tuple[str, ...]] = {}
    for row in records("bare_words.tsv"):
        if row["where"] == where:
            found[row["word"]] = (*found.get(row["word"], ()), row["says"])
    return found
