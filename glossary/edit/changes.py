"""One set of changes out of many findings, and a text with them.

Where two edits overlap, the one of the graver finding stays, then the longer one, then the one that begins first;
of two at one place that are otherwise alike, the rule that comes first by name. A particle's repair yields to none.
"""

from __future__ import annotations

from collections.abc import Iterable

from glossary.edit.particles import repairs
from glossary.model import ChangeSet, Edit, Finding, Severity

LEVELS: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


def change_set(text: str, findings: Iterable[Finding], *, level: Severity = "warning") -> ChangeSet:
    """The edits of the fixable findings at or above a level, with the particles behind the names that change.

    >>> found = Finding("variant-spelling", "warning", 0, 3, "평창오", "", suggestions=("펑창",), fixable=True)
    >>> apply("평창오는 왔다", change_set("평창오는 왔다", [found]))
    '펑창은 왔다'
    """
    wanted = [f for f in findings if f.fixable and len(f.suggestions) == 1 and LEVELS[f.severity] >= LEVELS[level]]
    wanted.sort(key=lambda f: (-LEVELS[f.severity], f.start - f.end, f.start, f.rule))
    names = _settled([_edit(text, f) for f in wanted if f.rule != "particle"])
    mended = repairs(text, names.edits, {f.start for f in wanted if f.rule == "particle"})
    places = {edit.start for edit in mended}
    particles = [_edit(text, f) for f in wanted if f.rule == "particle" and f.start not in places]
    changed = [edit for edit in (*mended, *names.edits, *particles) if edit.old != edit.new]
    settled = _settled(changed)
    return ChangeSet(settled.edits, (*names.dropped, *settled.dropped))


def apply(text: str, changes: ChangeSet) -> str:
    """The text with all edits made; raises ValueError where it is not the text they were made for.

    >>> apply("북경과 상해", ChangeSet((Edit(0, 2, "북경", "베이징", ""), Edit(4, 6, "상해", "상하이", ""))))
    '베이징과 상하이'
    """
    pieces, place = [], 0
    for edit in changes.edits:
        if edit.start < place or text[edit.start : edit.end] != edit.old:
            raise ValueError(f"not the text of these changes: {edit}")
        pieces += [text[place : edit.start], edit.new]
        place = edit.end
    return "".join([*pieces, text[place:]])


def _edit(text: str, finding: Finding) -> Edit:
    old = text[finding.start : finding.end]
    return Edit(finding.start, finding.end, old, finding.suggestions[0], finding.rule)


def _settled(edits: Iterable[Edit]) -> ChangeSet:
    """The edits in the order of the text; of those that overlap, the first of those handed in."""
    kept: list[Edit] = []
    dropped: list[Edit] = []
    taken: set[int] = set()
    for edit in edits:
        span = range(edit.start, max(edit.end, edit.start + 1))
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(edit)
        else:
            dropped.append(edit)
    return ChangeSet(tuple(sorted(kept, key=lambda edit: edit.start)), tuple(dropped))
