"""variant-spelling: a spelling that is not the preferred one, in this issue and against all before it."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.sound import way_of
from glossary.check.usage import Subject, squeezed
from glossary.check.wanted import Wanted, allowed, is_korean, names_of, wanted
from glossary.model import Finding

RULE = "variant-spelling"


def find(case: Case) -> Iterator[Finding]:
    """Every use of a form other than the preferred one; the other reading of a name is no spelling of it."""
    for subject in case.subjects:
        best = wanted(subject, case.policy)
        if best is not None:
            yield from _variants(case, subject, best)


def _variants(case: Case, subject: Subject, best: Wanted) -> Iterator[Finding]:
    names = {squeezed(name) for name in names_of(subject)}
    for use in subject.uses:
        text = " ".join(use.text.split())
        if text == best.form or use.kind != "name" or not is_korean(text) or not is_korean(best.form):
            continue
        spaced = use.form == squeezed(best.form)
        if (spaced and _broken(case, use.start, use.end)) or use.form in names or allowed(subject, text):
            continue
        if not spaced and other_reading(subject.zh, text, best.form):
            continue
        yield case.finding(
            RULE,
            (use.start, use.end),
            _message(subject, best.form, spaced=spaced),
            subject=subject,
            suggestions=(best.form,),
            fixable=best.decided,
            params=counts(subject, text, best.form),
        )


def other_reading(zh: str, form: str, preferred: str) -> bool:
    """Whether one form is read in Mandarin and the other in Sino-Korean: reading-mix speaks of those.

    >>> other_reading("北京", "북경", "베이징"), other_reading("彭昭", "평자오", "펑자오")
    (True, False)
    """
    return bool(zh) and {way_of(squeezed(form), zh), way_of(squeezed(preferred), zh)} == {"mandarin", "sino"}


def counts(subject: Subject, text: str, preferred: str) -> tuple[tuple[str, object], ...]:
    """How often both forms stand in this document and in those before it, and since when the preferred one does."""
    before = subject.known.before(preferred) if subject.known else None
    return (
        ("preferred", preferred),
        ("here", subject.count(text)),
        ("there", subject.count(preferred)),
        ("before", before.count if before else 0),
        ("since", (before.since or "") if before else ""),
    )


def _message(subject: Subject, preferred: str, *, spaced: bool) -> str:
    if spaced:
        return "variant-spacing"
    if subject.known and subject.known.before(preferred).since:
        return "variant-spelling-since"
    return "variant-spelling"


def _broken(case: Case, start: int, end: int) -> bool:
    """A name that a line break cuts in two is one name."""
    return "\n" in case.text[start:end]
