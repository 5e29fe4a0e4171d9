"""How well predicted names agree with gold: spans, relation, type, English name, aliases, and whether scores hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glossary.model import Mention

Span = tuple[int, int, int, int]
Row = dict[str, Any]
BINS = 10


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int
    of: int

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.right / self.of:.3f}" if self.of else "-"


@dataclass(frozen=True, slots=True)
class Scores:
    """What one text's predictions are worth; `judged` pairs each score with whether its mention is right."""

    hits: int
    alarms: int
    names: int
    relation: Share
    type: Share
    extras: Share  # en and aliases
    judged: tuple[tuple[float, bool], ...]
    errors: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of reported names that are names."""
        return self.hits / max(1, self.hits + self.alarms)

    @property
    def recall(self) -> float:
        """The share of names that were reported."""
        return self.hits / max(1, self.names)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_gold(path: Path) -> list[Row]:
    """The rows of a gold file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(gold: Sequence[Row], mentions: Iterable[Mention]) -> Scores:
    """Compare by exact spans: names must be found, terms and optional pairs may be, all else is a false alarm."""
    names = {_span(row): row for row in gold if row["label"] == "name"}
    allowed = {_span(row) for row in gold if row["label"] in ("term", "optional")}
    found = {_place(mention): mention for mention in mentions if mention.kind != "gloss"}
    hits = [span for span in names if span in found]
    alarms = [span for span in found if span not in names and span not in allowed and found[span].kind == "name"]
    aliases_known = any("alt" in row for row in gold)
    return Scores(
        hits=len(hits),
        alarms=len(alarms),
        names=len(names),
        relation=Share(sum(names[at]["relation"] == found[at].relation for at in hits), len(hits)),
        type=Share(sum(names[at]["type"] == found[at].type for at in hits), len(hits)),
        extras=_extras([(names[at], found[at]) for at in hits], aliases_known),
        judged=tuple((found[at].score, at in names) for at in (*hits, *alarms)),
        errors=(
            *(f"missed {row['ko']}({row['zh']}) at {row['ko_start']}" for at, row in names.items() if at not in found),
            *(f"false alarm {found[at].ko}({found[at].zh}) at {at[0]}" for at in alarms),
            *filter(None, (_differing(names[at], found[at], aliases_known) for at in hits)),
        ),
    )


def calibration_error(judged: Iterable[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins: how far scores lie from the share that is right.

    >>> calibration_error([(0.95, True)] * 19 + [(0.95, False)])
    0.0
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for value, right in judged:
        bins[min(BINS - 1, int(value * BINS))].append((value, right))
    gaps = (abs(sum(value for value, _ in row) - sum(right for _, right in row)) for row in bins)
    return round(sum(gaps) / max(1, sum(map(len, bins))), 4)


def _span(row: Row) -> Span:
    return row["ko_start"], row["ko_end"], row["zh_start"], row["zh_end"]


def _place(mention: Mention) -> Span:
    return mention.ko_start, mention.ko_end, mention.zh_start, mention.zh_end


def _extras(pairs: Sequence[tuple[Row, Mention]], aliases_known: bool) -> Share:
    """Of the names where gold or prediction has an English name or a Hangul alias: how many agree in both."""
    judged = [(_wanted(row), _got(row, mention, aliases_known)) for row, mention in pairs]
    told = [(wanted, got) for wanted, got in judged if any(wanted) or any(got)]
    return Share(sum(wanted == got for wanted, got in told), len(told))


def _wanted(row: Row) -> tuple[str | None, frozenset[str]]:
    return row.get("en") or None, frozenset(alias["ko"] for alias in row.get("alt", ()))


def _got(row: Row, mention: Mention, aliases_known: bool) -> tuple[str | None, frozenset[str]]:
    """What was predicted, as far as the gold tells: not every gold has English names or aliases."""
    aliases = frozenset(alias.text for alias in mention.aliases if alias.kind == "hangul" and aliases_known)
    return mention.en if "en" in row else None, aliases


def _differing(row: Row, mention: Mention, aliases_known: bool) -> str:
    compared = [("relation", row["relation"], mention.relation), ("type", row["type"], mention.type)]
    wanted, got = _wanted(row), _got(row, mention, aliases_known)
    compared += [("en", wanted[0], got[0]), ("aliases", sorted(wanted[1]), sorted(got[1]))]
    told = [f"{name} {found} for {gold}" for name, gold, found in compared if gold != found]
    return f"{row['ko']}({row['zh']}): {', '.join(told)}" if told else ""
