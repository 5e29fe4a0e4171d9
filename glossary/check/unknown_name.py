"""unknown-name: what looks like a Chinese name and has neither hanzi nor an entry."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.case import Case
from glossary.model import Evidence, Finding

RULE = "unknown-name"


def find(case: Case) -> Iterator[Finding]:
    """The first use of each form that sounds Chinese enough, the count of the others beside it."""
    for subject in case.subjects:
        if subject.known or subject.zh:
            continue
        uses = [use for use in subject.uses if use.stray and use.chinese >= case.policy.check.chinese]
        if uses:
            yield case.finding(
                RULE,
                (uses[0].start, uses[0].end),
                RULE,
                subject=subject,
                params=(("count", len(subject.uses)),),
                evidence=(Evidence("chinese", uses[0].chinese, uses[0].text),),
            )
