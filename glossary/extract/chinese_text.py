"""A Chinese text as the finders of names see it: simplified, cut into words, with the cues beside each place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from glossary.model import EntityType
from glossary.text.hanzi import fold, is_hanzi, simplified
from glossary.text.tables import cell_list, records
from glossary.tokens import Chinese, Token

_LONGEST_CUE = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch that may be a name, what it would be, and how surely."""

    start: int
    end: int
    type: EntityType
    score: float
    node: str | None = None


class ChineseText:
    """One text with its words; all offsets are the original's."""

    def __init__(self, text: str, chinese: Chinese) -> None:
        self.text = text
        self.simple = simplified(text)
        self.words: list[Token] = chinese.words(self.simple)
        self.starts = [word.start for word in self.words]

    @cached_property
    def folded(self) -> str:
        """The text as keys are folded, a character for a character."""
        return "".join(fold(char)[:1].casefold()[:1] or char for char in self.text)

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where a word ends."""
        return frozenset(word.end for word in self.words)

    def is_start(self, place: int) -> bool:
        """Whether a word begins here."""
        at = bisect_left(self.starts, place)
        return at < len(self.starts) and self.starts[at] == place

    def word_at(self, place: int) -> Token | None:
        """The word that begins here."""
        at = bisect_left(self.starts, place)
        return self.words[at] if at < len(self.starts) and self.starts[at] == place else None

    def before(self, place: int, words: frozenset[str]) -> str:
        """The longest of these words that ends here, "" for none."""
        sizes = _sizes(place)
        return next((found for size in sizes if (found := self.simple[place - size : place]) in words), "")

    def after(self, place: int, words: frozenset[str]) -> str:
        """The longest of these words that begins here, "" for none."""
        sizes = _sizes(len(self.simple) - place)
        return next((found for size in sizes if (found := self.simple[place : place + size]) in words), "")

    def inside(self, start: int, end: int) -> list[Token]:
        """The words that lie wholly within."""
        at = bisect_left(self.starts, start)
        found = []
        while at < len(self.words) and self.words[at].end <= end:
            found.append(self.words[at])
            at += 1
        return found


def _sizes(room: int) -> Iterable[int]:
    return range(min(_LONGEST_CUE, room), 0, -1)


@cache
def cues(says: str, *sides: str) -> frozenset[str]:
    """The words that stand beside names of a kind.

    >>> "董事长" in cues("person", "title"), "董事长" in cues("place", "before")
    (True, False)
    """
    return frozenset(
        word
        for row in records("chinese_cues.tsv")
        if row["says"] == says and row["side"] in sides
        for word in cell_list(row["words"])
    )


@cache
def generics(*kinds: str) -> dict[str, str]:
    """What names end in, and the Korean for it.

    >>> generics("media")["日报"], "有限公司" in generics("body")
    ('일보', True)
    """
    found: dict[str, str] = {}
    for row in records("chinese_generics.tsv"):
        if row["kind"] in kinds:
            found.setdefault(row["zh"], row["ko"])
    return found


@cache
def endings(*kinds: str) -> re.Pattern[str]:
    """A generic word at the end of a string, the longest first."""
    words = sorted(generics(*kinds), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})\Z")


def hanzi_only(text: str) -> bool:
    """Whether there is nothing but hanzi.

    >>> hanzi_only("马云"), hanzi_only("A股")
    (True, False)
    """
    return bool(text) and all(map(is_hanzi, text))
