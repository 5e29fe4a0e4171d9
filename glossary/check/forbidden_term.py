"""forbidden-term: a form that an editor has flagged as not to be used."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.usage import Subject, squeezed
from glossary.model import Finding, Term

RULE = "forbidden-term"


def find(case: Case) -> Iterator[Finding]:
    """Every use of a forbidden form, in Hangul or in hanzi, with the preferred one of its language."""
    for subject in case.subjects:
        terms = [term for term in subject.known.concept.terms if term.forbidden] if subject.known else []
        for term in terms:
            for use in subject.uses:
                if use.form == squeezed(term.text):
                    yield _finding(case, subject, term, (use.start, use.end))
                elif use.mention and squeezed(use.zh) == squeezed(term.text):
                    yield _finding(case, subject, term, (use.mention.zh_start, use.mention.zh_end))


def _finding(case: Case, subject: Subject, term: Term, span: tuple[int, int]) -> Finding:
    better = subject.known.term(term.language) if subject.known else None
    return case.finding(
        RULE,
        span,
        "forbidden-term-for" if better else RULE,
        subject=subject,
        suggestions=(better.text,) if better else (),
        fixable=better is not None,
        params=(("preferred", better.text if better else ""), ("note", term.note)),
    )
