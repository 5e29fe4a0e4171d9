"""Evaluate linking: pairs of names that are one or two, judged one by one, against labels by hand."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import InputError
from glossary.model import EntityType, Judgement, Node, Proposal
from glossary.service.context import Context
from glossary.service.figures import Figure, Report
from glossary.service.lines import numbered_lines
from glossary.service.voice import Voice
from glossary.text.hangul import is_hangul
from glossary.text.keys import hanzi_key

_COLUMNS = ("ko1", "zh1", "ko2", "zh2", "same", "quality")
_YES = frozenset({"1", "true", "yes", "same", "y"})
_NO = frozenset({"0", "false", "no", "different", "n"})


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled pair, each side as (Korean, hanzi or "")."""

    left: tuple[str, str]
    right: tuple[str, str]
    same: bool
    quality: str


def evaluate_links(ctx: Context, gold: Path) -> Report:
    """Pairwise precision, recall and F1 of "same", in all and by quality; "unsure" counts as not linked.

    Raises InputError("gold-invalid") where the gold is not CSV with the columns ko1,zh1,ko2,zh2,same,quality.
    """
    voice = Voice(ctx.stages, ctx.policy)
    judged = [(case, _judged(ctx, case, voice)) for case in read_cases(gold)]
    qualities = sorted({case.quality for case, _ in judged if case.quality})
    figures = list(_figures("", judged))
    for quality in qualities if len(qualities) > 1 else []:
        figures += _figures(f" {quality}", [pair for pair in judged if pair[0].quality == quality])
    return Report(tuple(figures), tuple(_errors(judged)))


def read_cases(gold: Path) -> list[Case]:
    """The labelled pairs of a CSV file."""
    lines = [line for _, line in numbered_lines(gold) if not line.startswith("#")]
    reader = csv.DictReader(lines)
    if not set(_COLUMNS[:5]) <= set(reader.fieldnames or ()):
        raise InputError("gold-invalid", path=str(gold), line=1, detail=",".join(_COLUMNS))
    return [_case(row, number, gold) for number, row in enumerate(reader, start=2)]


def _case(row: dict[str, str | None], number: int, gold: Path) -> Case:
    cells = {name: (row.get(name) or "").strip() for name in _COLUMNS}
    answer = cells["same"].casefold()
    sides = [(cells["ko1"], cells["zh1"]), (cells["ko2"], cells["zh2"])]
    if answer not in _YES | _NO or not all(any(side) for side in sides):
        raise InputError("gold-invalid", path=str(gold), line=number, detail=",".join(cells.values()))
    return Case(sides[0], sides[1], answer in _YES, cells["quality"])


def _judged(ctx: Context, case: Case, voice: Voice) -> Proposal:
    from glossary.link.judge import judge

    left, right = _node("left", case.left), _node("right", case.right)
    return judge(left, right, ctx.policy.link, voice)


def _node(side: str, name: tuple[str, str]) -> Node:
    """A node that one labelled name stands for: nothing is known of it but its forms."""
    ko, zh = name
    key = hanzi_key(zh)
    forms = (ko,) if ko else ()
    latin = forms if not any(map(is_hangul, ko)) else ()
    return Node(f"{side}:{key or ko}", key, zh, forms, _type(zh), 1, latin=latin)


def _type(zh: str) -> EntityType:
    from glossary.extract.types import guess_type
    from glossary.reading.transliterate import transliterate

    return guess_type(zh, transliterate(zh).official) if zh else "term"


def _figures(name: str, judged: Iterable[tuple[Case, Proposal]]) -> Iterator[Figure]:
    counts: Counter[tuple[Judgement, bool]] = Counter((found.judgement, case.same) for case, found in judged)
    hits, alarms = counts["same", True], counts["same", False]
    same = sum(count for (_, label), count in counts.items() if label)
    precision, recall = hits / max(1, hits + alarms), hits / max(1, same)
    yield Figure(f"precision{name}", precision, hits + alarms)
    yield Figure(f"recall{name}", recall, same)
    yield Figure(f"F1{name}", 2 * precision * recall / max(1e-9, precision + recall), counts.total())
    yield Figure(
        f"unsure{name}",
        sum(counts["unsure", label] for label in (True, False)) / max(1, counts.total()),
        counts.total(),
    )


def _errors(judged: Iterable[tuple[Case, Proposal]]) -> Iterator[str]:
    for case, found in judged:
        if (found.judgement == "same") != case.same:
            pair = " | ".join(f"{ko} {zh}".strip() for ko, zh in (case.left, case.right))
            why = ", ".join(f"{sign.feature} {sign.value:+.1f} {sign.detail}".strip() for sign in found.evidence)
            label = "same" if case.same else "different"
            yield f"{found.judgement}, not {label} [{case.quality}] {found.score:.2f}: {pair}: {why}"
