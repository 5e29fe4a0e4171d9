"""How many of the slips that a list names a check finds: `glossary evaluate check GOLD`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from glossary.errors import InputError, NotFoundError
from glossary.model import Finding
from glossary.service.check import check_path
from glossary.service.context import Context
from glossary.service.figures import Figure, Report
from glossary.service.lines import numbered_lines

_COLUMNS = ("lines", "surface", "rule", "suggestion", "why")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip that has to be found, on one of these lines, by one of these rules."""

    lines: frozenset[int]
    surface: str
    rules: frozenset[str]
    suggestion: str


def score_check(ctx: Context, gold: Path, data: Path | None) -> Report:
    """Slips found of those listed, with the right suggestion first where one is listed; what is missed line by line."""
    slips = list(_slips(gold))
    found = check_path(ctx, _text_of(gold, data)).findings
    hits = {slip: [finding for finding in found if _tells(finding, slip)] for slip in slips}
    asked = [slip for slip in slips if slip.suggestion]
    right = [slip for slip in asked if any(_first(finding, slip.suggestion) for finding in hits[slip])]
    told = [slip for slip in slips if hits[slip]]
    figures = (
        Figure("recall", len(told) / max(1, len(slips)), len(slips)),
        Figure("suggestion", len(right) / max(1, len(asked)), len(asked)),
        Figure("warnings", float(sum(finding.severity != "info" for finding in found)), len(found)),
    )
    missed = [f"missed: {slip.surface} | {'|'.join(sorted(slip.rules))}" for slip in slips if not hits[slip]]
    wrong = [
        f"suggestion: {slip.surface} | {', '.join(hits[slip][0].suggestions[:2])}, not {slip.suggestion}"
        for slip in asked
        if hits[slip] and slip not in right
    ]
    return Report(figures, (*missed, *wrong))


def _tells(finding: Finding, slip: Slip) -> bool:
    """A slip counts when one of its rules fires on one of its lines with a text that holds the surface, or is in it."""
    text, surface = ("".join(part.split()) for part in (finding.text, slip.surface))
    near = bool(text) and (surface in text or text in surface)
    return finding.rule in slip.rules and finding.line in slip.lines and near


def _first(finding: Finding, suggestion: str) -> bool:
    """Whether what is suggested first is this form, or introduces it: 아이링네트워크(艾灵网络) for 艾灵网络."""
    return bool(finding.suggestions) and suggestion in finding.suggestions[0]


def _slips(gold: Path) -> list[Slip]:
    found = []
    for number, line in numbered_lines(gold):
        cells = line.split("\t")
        if number == 1 and cells[0] == _COLUMNS[0]:
            continue
        try:
            lines = frozenset(int(cell) for cell in cells[0].split(","))
            found.append(Slip(lines, cells[1], frozenset(cells[2].split("|")), cells[3] if len(cells) > 3 else ""))
        except (ValueError, IndexError) as error:
            raise InputError("gold-invalid", path=str(gold), line=number, detail=str(error)) from error
    return found


def _text_of(gold: Path, data: Path | None) -> Path:
    stem = gold.name.removesuffix(gold.suffix).removesuffix(".defects")
    text = (data or gold.parent) / f"{stem}.txt"
    if not text.is_file():
        raise NotFoundError("file-missing", path=str(text))
    return text
