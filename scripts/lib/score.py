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
    return Scores(
        hits=len(hits),
        alarms=len(alarms),
        names=len(names),
        relation=Share(sum(names[at]["relation"] == found[at].relation for at in hits), len(hits)),
        type=Share(sum(names[at]["type"] == found[at].type for at in hits), len(hits)),
        extras=_extras([(names[at], found[at]) for at in hits], any("alt" in row for row in gold)),
        judged=tuple((found[at].score, at in names) for at in (*hits, *alarms)),
        errors=(
            *(f"missed {row['ko']}({row['zh']}) at {row['ko_start']}" for at, row in names.items() if at not in found),
            *(f"false alarm {found[at].ko}({found[at].zh}) at {at[0]}" for at in alarms),
            *(_differing(names[at], found[at]) for at in hits if _differing(names[at], found[at])),
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
    right = of = 0
    for row, mention in pairs:
        wanted = (row.get("en") or None, {alias["ko"] for alias in row.get("alt", ())})
        got = (
            mention.en if "en" in row else None,
            {alias.text for alias in mention.aliases if alias.kind == "hangul"} if aliases_known else set(),
        )
        if any(wanted) or any(got):
            of, right = of + 1, right + (wanted == got)
    return Share(right, of)


def _differing(row: Row, mention: Mention) -> str:
    told = [
        f"{name} {value} for {row[name]}"
        for name, value in (("relation", mention.relation), ("type", mention.type))
        if row[name] != value
    ]
    return f"{row['ko']}({row['zh']}): {', '.join(told)}" if told else ""
