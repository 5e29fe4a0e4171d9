"""homograph: one Hangul form, two hanzi, and nothing to tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from glossary.check.case import Case
from glossary.check.missing_hanzi import first_mention
from glossary.check.usage import Subject, Use
from glossary.check.view import Known
from glossary.model import Finding

RULE = "homograph"
_SURE = 0.9  # how surely a string is a name at all before it is asked which one


def find(case: Case) -> Iterator[Finding]:
    """The first such use of each form that this text, or the glossary's own issues, have for more than one bearer.

    A text that gives the hanzi of one bearer anywhere means that one; a name that only a pack shares raises no doubt.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for subject in case.subjects:
        for use in subject.uses:
            if use.zh:
                bearers[use.form].add(subject.id)
    told: set[str] = set()
    for use, meant in case.survey.open:
        here = bearers[use.form]
        spoken = [known for known in meant if known.spoken or known.concept.id in here]
        if use.score < _SURE or use.form in told or len(here) == 1 or len(spoken) < 2 or _apart(case, spoken):
            continue
        told.add(use.form)
        hanzi = [known.hanzi for known in spoken if known.hanzi]
        if len(set(hanzi)) > 1:
            yield case.finding(
                RULE,
                (use.start, use.end),
                RULE,
                suggestions=[_introduced(case, use, known) for known in spoken],
                params=(("hanzi", ", ".join(dict.fromkeys(hanzi))),),
            )


def _apart(case: Case, meant: Sequence[Known]) -> bool:
    """Whether the text names one of them elsewhere, without doubt."""
    sure = {subject.id for subject in case.subjects}
    return sum(known.concept.id in sure for known in meant) == 1


def _introduced(case: Case, use: Use, known: Known) -> str:
    subject = Subject(known.concept.id, known.hanzi, known.concept.type, known, (use,))
    return first_mention(case.policy.house.first_mention, subject, use, known.hanzi)
