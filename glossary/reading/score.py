"""How many names of a list the transliteration gets right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from glossary.reading.transliterate import transliterate


@dataclass(frozen=True, slots=True)
class Miss:
    """A name whose official form came out otherwise, with the rank of the right one among the others (0: none)."""

    zh: str
    expected: str
    got: str
    rank: int


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """Right answers of all, and every miss."""

    total: int
    right: int
    misses: tuple[Miss, ...]

    @property
    def accuracy(self) -> float:
        """The share of right answers; 1.0 for an empty list."""
        return self.right / self.total if self.total else 1.0


def score_readings(gold: Iterable[tuple[str, str]]) -> ReadingScore:
    """Compare the official form of each (hanzi, expected Hangul) pair with what the transliteration gives.

    >>> score_readings([("重慶", "충칭"), ("解放", "셰팡")]).misses
    (Miss(zh='解放', expected='셰팡', got='제팡', rank=1),)
    """
    pairs = list(gold)
    misses = tuple(miss for zh, expected in pairs if (miss := _miss(zh, expected)))
    return ReadingScore(len(pairs), len(pairs) - len(misses), misses)


def gold_rows(text: str) -> list[tuple[str, str]]:
    """Read gold lines `zh<TAB>official`; empty lines and `#` comments are skipped.

    >>> gold_rows("# list\\n重慶\\t충칭\\n")
    [('重慶', '충칭')]
    """
    cells = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return [(row[0], row[1]) for row in cells if len(row) > 1]


def _miss(zh: str, expected: str) -> Miss | None:
    reading = transliterate(zh)
    if reading.official == expected:
        return None
    ranks = [at for at, other in enumerate(reading.alternatives, 1) if other.official == expected]
    return Miss(zh, expected, reading.official, next(iter(ranks), 0))
