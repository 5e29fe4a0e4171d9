"""homograph: one Hangul form, two hanzi, and nothing to tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from glossary.check.case import Case
from glossary.check.levels import foremost, level
from glossary.check.missing_hanzi import first_mention
from glossary.check.usage import Subject, Use
from glossary.check.view import Known
from glossary.model import Finding

RULE = "homograph"
_SURE = 0.9  # how surely a string is a name at all before it is asked which one


def find(case: Case) -> Iterator[Finding]:
    """The first such use of each form that this text, the glossary's own issues, or places of one rank have in common.

    A text that gives the hanzi of one bearer anywhere, or names it by another form, means that one.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for subject in case.subjects:
        for use in subject.uses:
            if use.zh:
                bearers[use.form].add(subject.id)
    told: set[str] = set()
    for use, meant in case.survey.open:
        here = bearers[use.form]
        asked = _asked(meant, here)
        if use.score < _SURE or use.form in told or len(here) == 1 or len(asked) < 2 or _apart(case, asked):
            continue
        told.add(use.form)
        hanzi = [known.hanzi for known in asked if known.hanzi]
        if len(set(hanzi)) > 1:
            found = case.finding(
                RULE,
                (use.start, use.end),
                RULE,
                suggestions=[_introduced(case, use, known) for known in asked],
                params=(("hanzi", ", ".join(dict.fromkeys(hanzi))),),
            )
            yield replace(found, severity="info") if foremost(asked) else found


def _asked(meant: Sequence[Known], here: Set[str]) -> Sequence[Known]:
    """Who is to be told apart: bearers of this text and of earlier issues, else places of one rank."""
    spoken = [known for known in meant if known.spoken or known.concept.id in here]
    if len(spoken) > 1 or not all(known.concept.type == "place" and level(known.hanzi) > 1 for known in meant):
        return spoken
    return meant


def _apart(case: Case, meant: Sequence[Known]) -> bool:
    """Whether the text names one of them elsewhere, without doubt."""
    doubted = {use.start for use, _ in case.survey.open}
    sure = {subject.id for subject in case.subjects if any(use.start not in doubted for use in subject.uses)}
    return sum(known.concept.id in sure for known in meant) == 1


def _introduced(case: Case, use: Use, known: Known) -> str:
    subject = Subject(known.concept.id, known.hanzi, known.concept.type, known, (use,))
    return first_mention(case.policy.house.first_mention, subject, use, known.hanzi)
