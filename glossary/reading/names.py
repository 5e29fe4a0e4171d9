"""Whether a string of hanzi is a person's name, and which characters of it are the surname."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from glossary.model import EntityType
from glossary.text.tables import rows

LONGEST = 6  # 爱新觉罗 and two more


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname with its own readings: one pinyin syllable and one Sino-Korean syllable a character."""

    text: str
    pinyin: tuple[str, ...]
    sino: str
    weight: str  # strong | weak | typed | plain
    reason: str


def surname_of(zh: str, type: EntityType | None = None) -> Surname | None:
    """Return the surname that heads a person's name in simplified hanzi, or None where no person is plain.

    Without a type the evidence must do: two to four characters, no common word and no body's or place's ending.

    >>> surname_of("单霁翔").pinyin, surname_of("单位"), surname_of("单县", "place")
    (('shàn',), None, None)
    """
    if type not in (None, "person") or len(zh) < 2:
        return None
    if type is None and len(zh) > LONGEST:
        return None
    found = _head(zh)
    if found is None or type == "person":
        return found
    return found if _plainly_person(zh, found) else None


def family_of(zh: str) -> Surname | None:
    """Return the surname that a place is named after: 单家集, 翟家湾.

    >>> family_of("单家集").pinyin, family_of("国家电网"), family_of("任家")
    (('shàn',), None, None)
    """
    if len(zh) < 3 or zh[1] != "家" or (is_word(zh[:2]) and not _ends(zh, "hard")):
        return None
    found = _surnames().get(zh[0])
    return found if found and found.weight in ("strong", "weak") else None


def _head(zh: str) -> Surname | None:
    surnames = _surnames()
    for length in range(min(4, len(zh) - 1), 0, -1):
        if found := surnames.get(zh[:length]):
            return found
    return None


def _plainly_person(zh: str, surname: Surname) -> bool:
    given = len(zh) - len(surname.text)
    sure = surname.weight == "strong"
    if surname.weight == "typed" or given not in (1, 2) or is_word(zh) or _ends(zh, "hard"):
        return False
    if not sure and (_ends(zh, "soft") or _endings()["foreign"].intersection(zh[1:])):
        return False
    if len(surname.text) > 1:
        return sure or given == 2
    return not _is_common(zh[:2]) and (given == 2 or (sure and not _ends(zh, "soft")))


def is_word(zh: str) -> bool:
    """Tell whether a string that begins with a surname is a common word.

    >>> is_word("任务"), is_word("任正")
    (True, False)
    """
    return any(zh[1:] in words for words in _words().get(zh[0], ()))


def _is_common(zh: str) -> bool:
    words = _words().get(zh[0])
    return words is not None and zh[1:] in words[0]


def _ends(zh: str, weight: str) -> bool:
    return zh[-1] in _endings()[weight] or zh[-2:] in _endings()[weight]


@cache
def _surnames() -> dict[str, Surname]:
    found: dict[str, Surname] = {}
    for row in rows("surnames.tsv"):
        if row[0] == "*":
            for ch in row[1]:
                found.setdefault(ch, Surname(ch, (), "", "plain", "surname"))
        else:
            found[row[0]] = Surname(row[0], tuple(row[1].split()), row[2], row[3], row[4])
    return found


@cache
def _words() -> dict[str, tuple[frozenset[str], ...]]:
    """For each surname the rests of common words, and of rarer ones."""
    return {head: tuple(frozenset(rest.split()) for rest in rests) for head, *rests in rows("surname_words.tsv")}


@cache
def _endings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {"hard": set(), "soft": set(), "foreign": set()}
    for endings, weight, _ in rows("not_person.tsv"):
        found[weight].update(endings.split())
    return {weight: frozenset(endings) for weight, endings in found.items()}
