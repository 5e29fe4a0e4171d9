"""Evaluate: what the program finds and reads, measured against gold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from glossary.errors import InputError, NotFoundError
from glossary.model import Mention
from glossary.service.calibration import expected_error
from glossary.service.context import Context
from glossary.service.extract import extract_path
from glossary.service.figures import Figure, Report
from glossary.service.lines import numbered_lines

Row = dict[str, Any]
_SPAN = ("ko_start", "ko_end", "zh_start", "zh_end")
_SUFFIXES = (".names.jsonl", ".jsonl")


def evaluate(ctx: Context, what: str, gold: Path, data: Path | None = None) -> Report:
    """Measure `names`, `readings`, `links` or `check`; raises InputError("gold-invalid") for malformed gold."""
    if what == "check":
        from glossary.service.evaluate_check import score_check

        return score_check(ctx, gold, data)
    if what == "links":
        from glossary.service.evaluate_links import evaluate_links

        return evaluate_links(ctx, gold)
    return _names(ctx, gold, data) if what == "names" else _readings(ctx, gold)


def _readings(ctx: Context, gold: Path) -> Report:
    """`zh<TAB>official` a line; a comma-less second column is the one right answer."""
    right, errors = 0, []
    rows = [(number, line.split("\t")) for number, line in numbered_lines(gold) if not line.startswith("#")]
    for number, cells in rows:
        if len(cells) < 2:
            raise InputError("gold-invalid", path=str(gold), line=number, detail="zh<TAB>official")
        found = ctx.stages.transliterate(cells[0].strip(), None).official
        if found == cells[1].strip():
            right += 1
        else:
            errors.append(f"{cells[0]}: {found}, not {cells[1]}")
    return Report((Figure("official", right / max(1, len(rows)), len(rows)),), tuple(errors))


def _names(ctx: Context, gold: Path, data: Path | None) -> Report:
    text = _text_of(gold, data)
    _, mentions = extract_path(ctx, text)
    return score_names(list(_gold_rows(gold)), mentions)


def score_names(gold: list[Row], mentions: Iterable[Mention]) -> Report:
    """Exact-span precision, recall and F1; relation, type, English names and aliases of the pairs found; calibration.

    Gold labels: `name` must be found, `term` and `optional` may be; every other mention of kind name is a false alarm.
    """
    names = {_gold_span(row): row for row in gold if row["label"] == "name"}
    allowed = {_gold_span(row) for row in gold if row["label"] in ("term", "optional")}
    found = {_span(mention): mention for mention in mentions if mention.kind != "gloss"}
    alarms = [m for span, m in found.items() if span not in names and span not in allowed and m.kind == "name"]
    hits = [(row, found[span]) for span, row in names.items() if span in found]
    precision, recall = len(hits) / max(1, len(hits) + len(alarms)), len(hits) / max(1, len(names))
    scores = [(mention.score, True) for _, mention in hits] + [(mention.score, False) for mention in alarms]
    figures = (
        Figure("precision", precision, len(hits) + len(alarms)),
        Figure("recall", recall, len(names)),
        Figure("F1", 2 * precision * recall / max(1e-9, precision + recall), len(names)),
        _agreement("relation", ((row.get("relation"), mention.relation) for row, mention in hits)),
        _agreement("type", ((row.get("type"), mention.type) for row, mention in hits)),
        _agreement(
            "en", ((row.get("en"), mention.en) for row, mention in hits if "en" in row and (row["en"] or mention.en))
        ),
        _agreement("aliases", ((_aliases(row), _found_aliases(mention)) for row, mention in hits if "aliases" in row)),
        Figure("calibration error", expected_error(scores), len(scores)),
    )
    missed = (f"missed: {row['ko']} | {row['zh']} | at {row['ko_start']}" for s, row in names.items() if s not in found)
    alarm = (f"false alarm: {m.ko} | {m.zh} | at {m.ko_start}" for m in alarms)
    return Report(tuple(figure for figure in figures if figure.of), (*missed, *alarm, *_differences(hits)))


def _aliases(row: Row) -> set[tuple[str, str]]:
    return {(alias["text"], alias["kind"]) for alias in row["aliases"]}


def _found_aliases(mention: Mention) -> set[tuple[str, str]]:
    return {(alias.text, alias.kind) for alias in mention.aliases}


def _differences(hits: Iterable[tuple[Row, Mention]]) -> Iterator[str]:
    for row, mention in hits:
        for field, found in (("relation", mention.relation), ("type", mention.type)):
            if row.get(field) and row[field] != found:
                yield f"{field}: {row['ko']} | {row['zh']} | {found}, not {row[field]}"


def _agreement(name: str, pairs: Iterable[tuple[object, object]]) -> Figure:
    same = [right == found for right, found in pairs]
    return Figure(name, sum(same) / len(same) if same else 1.0, len(same))


def _gold_span(row: Row) -> tuple[int, ...]:
    return tuple(int(row[name]) for name in _SPAN)


def _span(mention: Mention) -> tuple[int, ...]:
    return mention.ko_start, mention.ko_end, mention.zh_start, mention.zh_end


def _gold_rows(gold: Path) -> Iterator[Row]:
    for number, line in numbered_lines(gold):
        try:
            row = json.loads(line)
            _gold_span(row), row["label"], row["ko"], row["zh"]
        except (ValueError, KeyError, TypeError) as error:
            raise InputError("gold-invalid", path=str(gold), line=number, detail=str(error)) from error
        yield row


def _text_of(gold: Path, data: Path | None) -> Path:
    """The text that a gold file annotates: 260.txt for 260.names.jsonl, carriers.txt for carriers.jsonl."""
    stem = next((gold.name.removesuffix(end) for end in _SUFFIXES if gold.name.endswith(end)), gold.stem)
    text = (data or gold.parent) / f"{stem}.txt"
    if not text.is_file():
        raise NotFoundError("file-missing", path=str(text))
    return text
