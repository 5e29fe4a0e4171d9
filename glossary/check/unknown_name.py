"""unknown-name: what looks like a Chinese name and has neither hanzi nor an entry."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.missing_hanzi import first_mention
from glossary.check.sound import reading
from glossary.check.usage import Subject, squeezed
from glossary.check.wanted import names_of
from glossary.model import Evidence, Finding

RULE = "unknown-name"


def find(case: Case) -> Iterator[Finding]:
    """The first use of each form that sounds Chinese enough, the count of the others beside it."""
    for subject in case.subjects:
        if subject.known:
            continue
        if subject.zh:
            yield from _listed(case, subject)
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


def _listed(case: Case, subject: Subject) -> Iterator[Finding]:
    """A name by its sound whose hanzi nobody gives here though a list knows them: 싱허둥리 is 星河动力."""
    use = subject.uses[0]
    given = any(use.zh for use in subject.uses) or subject.type == "place"
    if given or squeezed(reading(subject.zh, subject.type).official) != use.form or names_of(subject):
        return
    yield case.finding(
        RULE,
        (use.start, use.end),
        RULE,
        subject=subject,
        suggestions=(first_mention(case.policy.house.first_mention, subject, use, subject.zh),),
        params=(("count", len(subject.uses)),),
        evidence=(Evidence("listed", 1.0, subject.zh),),
    )
