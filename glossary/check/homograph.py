"""homograph: one Hangul form, two hanzi, and nothing to tell them apart."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.missing_hanzi import first_mention
from glossary.check.usage import Subject, Use
from glossary.check.view import Known
from glossary.model import Finding

RULE = "homograph"
_SURE = 0.9  # how surely a string is a name at all before it is asked which one


def find(case: Case) -> Iterator[Finding]:
    """The first such use of each form; a text that gives the hanzi of one bearer anywhere means that one."""
    glossed = {use.form for subject in case.subjects for use in subject.uses if use.zh}
    told: set[str] = set()
    for use, meant in case.survey.open:
        if use.score < _SURE or use.form in glossed or use.form in told or _apart(case, meant):
            continue
        told.add(use.form)
        hanzi = [known.hanzi for known in meant if known.hanzi]
        if len(set(hanzi)) > 1:
            yield case.finding(
                RULE,
                (use.start, use.end),
                RULE,
                suggestions=[_introduced(case, use, known) for known in meant],
                params=(("hanzi", ", ".join(dict.fromkeys(hanzi))),),
            )


def _apart(case: Case, meant: tuple[Known, ...]) -> bool:
    """Whether the text names one of them elsewhere, without doubt."""
    sure = {subject.id for subject in case.subjects}
    return sum(known.concept.id in sure for known in meant) == 1


def _introduced(case: Case, use: Use, known: Known) -> str:
    subject = Subject(known.concept.id, known.hanzi, known.concept.type, known, (use,))
    return first_mention(case.policy.house.first_mention, subject, use, known.hanzi)
