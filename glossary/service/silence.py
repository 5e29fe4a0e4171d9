"""What silences findings: ignores of the glossary and of the house's file, and comments in the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from glossary.check.case import fingerprint
from glossary.model import Document, Finding, Ignore

if TYPE_CHECKING:
    from glossary.store.reader import Reader

_COMMENT = re.compile(r"<!--\s*glossary-ignore\s+(?P<rules>[\w,\s-]+?)\s*:\s*(?P<reason>\S.*?)\s*-->")
ALL = "all"
Names = Mapping[str, Sequence[str]]  # what a concept was called before: its members, its hanzi while it had no entry
NONE: Names = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that somebody has answered, with the reason."""

    finding: Finding
    reason: str
    kind: str  # inSource | external, as SARIF names them


def earlier_names(reader: Reader, findings: Iterable[Finding]) -> Names:
    """By which ids the concepts of these findings went before names were merged or entered."""
    concepts = sorted({finding.concept for finding in findings if finding.concept})
    members = reader.members(concepts)
    nodes = {concept: members.get(concept, (concept,)) for concept in concepts}
    keys = reader.keys_of({node for found in nodes.values() for node in found})
    return {
        concept: (*found, *(_unlisted(keys[node]) for node in found if node in keys))
        for concept, found in nodes.items()
    }


def _unlisted(key: str) -> str:
    """How a check calls a name that has no entry yet."""
    return f"form:{key.removeprefix('ko:')}" if key.startswith("ko:") else f"zh:{key}"


def part(
    doc: Document, findings: Iterable[Finding], ignores: Sequence[Ignore], names: Names = NONE
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
        ignore = answer(ignores, finding, doc, names)
        if inline:
            silenced.append(Silenced(finding, inline, "inSource"))
        elif ignore is not None:
            silenced.append(Silenced(finding, ignore.reason, "external"))
        else:
            speaking.append(finding)
    return tuple(speaking), tuple(silenced)


def answer(ignores: Sequence[Ignore], finding: Finding, doc: Document, names: Names = NONE) -> Ignore | None:
    """The first ignore that silences a finding, under whatever id its concept went when it was made; None for none."""
    if not ignores:
        return None
    ids = names.get(finding.concept or "", ())
    span = (finding.start, finding.end)
    prints = [
        fingerprint(doc.text, span, finding.rule, one) for one in ids if any(item.fingerprint for item in ignores)
    ]
    return next((item for item in ignores if matches(item, finding, doc.name, ids, prints)), None)


def matches(
    ignore: Ignore, finding: Finding, document: str, ids: Sequence[str] = (), prints: Sequence[str] = ()
) -> bool:
    """Whether all that an ignore names agrees with a finding; `ids` and `prints` are what it was called before."""
    pairs = (
        (ignore.rule, (finding.rule,)),
        (ignore.concept, (finding.concept or "", *ids)),
        (ignore.document, (document,)),
        ("".join(ignore.text.split()), ("".join(finding.text.split()),)),
        (ignore.fingerprint, (finding.fingerprint, *prints)),
    )
    return any(said for said, _ in pairs) and all(not said or said in found for said, found in pairs)


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
