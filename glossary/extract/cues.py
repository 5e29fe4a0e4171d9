"""The tables of cues: what the end of a name and the words around it say of its type."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from glossary.text.hanzi import fold
from glossary.text.tables import cell_list, records, rows

PERSON = 0.8  # share of persons among short names with a surname, from which on it tells a person


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: a word and what it says, with a weight between 0 and 1."""

    word: str
    says: str
    weight: float
    side: str = ""


@cache
def suffixes(language: str) -> dict[str, tuple[Cue, ...]]:
    """Name endings of a language (zh folded, or ko) -> what they say of the type.

    >>> suffixes("zh")["集团"][0].says
    'organization'
    """
    found: defaultdict[str, list[Cue]] = defaultdict(list)
    for row in records("type_cues.tsv"):
        if row["language"] == language:
            word = fold(row["suffix"]) if language == "zh" else row["suffix"]
            found[word].append(Cue(word, row["type"], float(row["weight"])))
    return {word: tuple(cues) for word, cues in found.items()}


@cache
def context_words() -> tuple[Cue, ...]:
    """Words beside a name that tell its type, or that they are titles themselves."""
    return tuple(
        Cue(row["word"], row["says"], float(row["weight"]), row["side"]) for row in records("context_cues.tsv")
    )


@cache
def beside(side: str) -> dict[str, tuple[Cue, ...]]:
    """The context words of one side (before or after) by the word itself."""
    found: defaultdict[str, list[Cue]] = defaultdict(list)
    for cue in context_words():
        if cue.side in (side, "both"):
            found[cue.word].append(cue)
    return {word: tuple(cues) for word, cues in found.items()}


@cache
def glosses() -> frozenset[tuple[str, str]]:
    """(folded hanzi, Hangul) of single-syllable glosses: affixes and common words."""
    return frozenset((fold(row["zh"]), ko) for row in records("glosses.tsv") for ko in row["ko"].split("|"))


@cache
def one_syllable_names() -> dict[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]]:
    """(folded hanzi, Hangul) of one-syllable names -> (type, the words behind that mark it) for each thing so named."""
    found: defaultdict[tuple[str, str], list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for row in records("one_syllable_names.tsv"):
        for ko in row["ko"].split("|"):
            found[fold(row["zh"]), ko].append((row["type"], frozenset(row["marks"].split("|")) - {""}))
    return {key: tuple(items) for key, items in found.items()}


def known_name(folded: str) -> str:
    """The type of a name that is known as a whole, "" for others."""
    return _known_names().get(folded, "")


@cache
def _known_names() -> dict[str, str]:
    found = {row["zh"]: row["type"] for row in records("known_names.tsv")}
    for zh, _, kind, reason, *_ in rows("customary.tsv"):
        named = kind in ("history", "modern", "star") or reason.startswith("person of ")
        if named and len(zh) > 1:
            found.setdefault(fold(zh), "person")
    return found


def place_level(folded: str) -> str:
    """province, prefecture or county for a division of China, with or without the word for it; "" for others.

    >>> place_level("阳朔"), place_level("苏州市"), place_level("联想")
    ('county', 'prefecture', '')
    """
    return _places().get(folded, "")


@cache
def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in records("china_places.tsv"):
        for name in (row["stem"], *cell_list(row["full"])):
            found.setdefault(fold(name), row["level"])
    return found


def surname_share(surname: str) -> float:
    """How surely a short name that begins with this character is a person's: 1 for the commonest surnames, 0 for none.

    >>> surname_share("王"), surname_share("广")
    (1.0, 0.0)
    """
    return surname_shares().get(surname, 0.0)


def like_person(folded: str) -> bool:
    """Whether two or three folded hanzi begin as the names of persons mostly do.

    >>> like_person("马化腾"), like_person("广州"), like_person("王")
    (True, False, False)
    """
    return 2 <= len(folded) <= 3 and surname_share(folded[0]) >= PERSON


@cache
def surname_shares() -> dict[str, float]:
    """How surely short names that begin with these characters are persons', by surname."""
    found: dict[str, float] = {}
    for row in records("common_surnames.tsv"):
        for surname in row["surnames"].split("|") if "|" in row["surnames"] else row["surnames"]:
            found.setdefault(surname, float(row["share"]))
    return found


def given_odds(char: str) -> float:
    """Log odds of a folded hanzi standing in a given name rather than in a common word, from 4 to -4.

    >>> given_odds("伟") > 0 > given_odds("的")
    True
    """
    return _given_odds().get(char, 0.0)


@cache
def _given_odds() -> dict[str, float]:
    return {char: float(odds) for odds, chars in rows("given_hanja.tsv") for char in chars}
