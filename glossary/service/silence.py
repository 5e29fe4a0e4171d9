"""What silences findings: ignores of the glossary and of the house's file, and comments in the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.model import Document, Finding, Ignore

_COMMENT = re.compile(r"<!--\s*glossary-ignore\s+(?P<rules>[\w,\s-]+?)\s*:\s*(?P<reason>\S.*?)\s*-->")
ALL = "all"


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that somebody has answered, with the reason."""

    finding: Finding
    reason: str
    kind: str  # inSource | external, as SARIF names them


def part(
    doc: Document, findings: Iterable[Finding], ignores: Sequence[Ignore]
) -> tuple[tuple[Finding, ...], tuple[Silenced, ...]]:
    """The findings that speak and those that are silenced.

    >>> doc = Document("260.md", "평자오 <!-- glossary-ignore variant-spelling: 인용 -->")
    >>> found = Finding("variant-spelling", "warning", 0, 3, "평자오", "", line=1)
    >>> part(doc, [found], ())[1][0].reason
    '인용'
    """
    comments = _comments(doc.text)
    speaking: list[Finding] = []
    silenced: list[Silenced] = []
    for finding in findings:
        inline = next((reason for rules, reason in comments.get(finding.line, ()) if rules & {ALL, finding.rule}), "")
        ignore = next((item for item in ignores if matches(item, finding, doc.name)), None)
        if inline:
            silenced.append(Silenced(finding, inline, "inSource"))
        elif ignore is not None:
            silenced.append(Silenced(finding, ignore.reason, "external"))
        else:
            speaking.append(finding)
    return tuple(speaking), tuple(silenced)


def matches(ignore: Ignore, finding: Finding, document: str) -> bool:
    """Whether all that an ignore names agrees with a finding."""
    pairs = (
        (ignore.rule, finding.rule),
        (ignore.concept, finding.concept or ""),
        (ignore.document, document),
        ("".join(ignore.text.split()), "".join(finding.text.split())),
        (ignore.fingerprint, finding.fingerprint),
    )
    return any(said for said, _ in pairs) and all(not said or said == found for said, found in pairs)


def _comments(text: str) -> dict[int, list[tuple[set[str], str]]]:
    """Rules and reasons by the line that they silence: their own, or the next one where nothing else stands there."""
    found: dict[int, list[tuple[set[str], str]]] = {}
    if "glossary-ignore" not in text:
        return found
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        for comment in _COMMENT.finditer(line):
            target = number
            if not (line[: comment.start()] + line[comment.end() :]).strip():
                target = next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), number)
            rules = {rule for rule in re.split(r"[,\s]+", comment["rules"]) if rule}
            found.setdefault(target, []).append((rules, comment["reason"]))
    return found
