"""The tables of cues: what the end of a name and the words around it say of its type."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from glossary.text.hanzi import fold
from glossary.text.tables import records


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
def one_syllable_names() -> dict[tuple[str, str], str]:
    """(folded hanzi, Hangul) of one-syllable names -> their type."""
    return {
        (fold(row["zh"]), ko): row["type"] for row in records("one_syllable_names.tsv") for ko in row["ko"].split("|")
    }
