"""Check: all rules over one document, settled, placed and in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from glossary.check import (
    bracket,
    established_form,
    forbidden_term,
    hanzi_mismatch,
    homograph,
    missing_hanzi,
    near_duplicate,
    official_form,
    particle,
    reading_mix,
    repeated_hanzi,
    script_mix,
    source_mismatch,
    unknown_name,
    variant_spelling,
)
from glossary.check.case import Case
from glossary.check.settle import settled
from glossary.check.survey import Survey
from glossary.check.view import GlossaryView, SourceText
from glossary.model import BareMention, Document, Finding, Mention
from glossary.policy import Policy
from glossary.tokens import Tokenizers

_ALL = (
    variant_spelling, hanzi_mismatch, reading_mix, established_form, script_mix, missing_hanzi, repeated_hanzi,
    homograph, near_duplicate, official_form, forbidden_term, particle, bracket, unknown_name, source_mismatch,
)  # fmt: skip
RULES: Mapping[str, Callable[[Case], Iterator[Finding]]] = MappingProxyType({rule.RULE: rule.find for rule in _ALL})


def check(
    doc: Document,
    view: GlossaryView,
    mentions: Iterable[Mention],
    bare: Iterable[BareMention],
    strays: Iterable[BareMention],
    policy: Policy,
    tokenizers: Tokenizers,
    *,
    source: SourceText | None = None,
) -> tuple[Finding, ...]:
    """The findings of a document in its order; rules that the policy turns off say nothing."""
    case = Case(doc, view, policy, tokenizers, Survey(doc, view, mentions, bare, strays), source)
    wanted = [find for rule, find in RULES.items() if policy.severity.of(rule) != "off"]
    found = settled(finding for find in wanted for finding in find(case))
    return tuple(_placed(found, doc))


def _placed(found: Iterable[Finding], doc: Document) -> Iterator[Finding]:
    """The findings with line, column and location; what no edit may touch is not fixable."""
    starts = [0, *(place + 1 for place, char in enumerate(doc.text) if char == "\n")]
    for finding in found:
        line, end_line = bisect_right(starts, finding.start), bisect_right(starts, finding.end)
        yield replace(
            finding,
            location=doc.location(finding.start),
            line=line,
            column=finding.start - starts[line - 1] + 1,
            end_line=end_line,
            end_column=finding.end - starts[end_line - 1] + 1,
            fixable=finding.fixable and not any(a < finding.end and finding.start < b for a, b in doc.kept),
        )
