"""official-form: a form that differs from the official one only as Korean writers drift."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.sound import aligned, near_official, reading
from glossary.check.usage import Subject, squeezed
from glossary.check.wanted import is_korean, names_of
from glossary.model import Evidence, Finding

RULE = "official-form"


def find(case: Case) -> Iterator[Finding]:
    """Every use of a drifting form, unless an editor has approved it or the bearer has an established name."""
    for subject in case.subjects:
        if not subject.zh or names_of(subject) or (subject.known and subject.known.concept.review == "approved"):
            continue
        official = reading(subject.zh, subject.type).official
        for use in subject.uses:
            if use.kind != "name" or not is_korean(use.text) or use.form == squeezed(official):
                continue
            if near_official(use.form, subject.zh, subject.type, case.policy.check.strain):
                yield case.finding(
                    RULE,
                    (use.start, use.end),
                    RULE,
                    subject=subject,
                    suggestions=(official,),
                    fixable=subject.known is not None,
                    params=(("preferred", official), ("zh", subject.zh)),
                    evidence=tuple(_trace(use.form, subject)),
                )


def _trace(form: str, subject: Subject) -> Iterator[Evidence]:
    found = aligned(form, subject.zh)
    for step in found.steps if found else ():
        if step.cost:
            yield Evidence(f"step-{step.how}", step.cost, f"{step.zh} {step.reading} {step.ko}")
