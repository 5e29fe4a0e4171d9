"""source-mismatch: a name of the Chinese source that the Korean text lacks or writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.case import Case
from glossary.check.sound import aligned
from glossary.check.usage import Subject, squeezed
from glossary.model import Evidence, Finding, ScannedName
from glossary.text.keys import hanzi_key

RULE = "source-mismatch"
_ALIKE = 0.2  # mean cost of a reading up to which a name of the text may be this one


def find(case: Case) -> Iterator[Finding]:
    """Each name of the source once: told where the text writes it otherwise, else behind the name before it."""
    if case.source is None:
        return
    by_key = {hanzi_key(use.zh): subject for subject in case.subjects for use in subject.uses if use.zh}
    by_concept = {subject.id: subject for subject in case.subjects}
    forms = {use.form: subject for subject in case.subjects for use in subject.uses}
    told: set[str] = set()
    anchor = 0
    for name in case.source.names:
        key = hanzi_key(name.text)
        if key in told:
            continue
        told.add(key)
        subject = by_key.get(key) or by_concept.get(name.concept or "") or forms.get(squeezed(name.ko))
        if subject is not None and subject.id == f"zh:{hanzi_key(subject.zh)}" and hanzi_key(subject.zh) != key:
            yield _other_hanzi(case, subject, name)
        if subject is not None:
            anchor = max(anchor, subject.uses[0].reach)
        elif squeezed(name.ko) not in squeezed(case.text):
            yield _finding(case, name, anchor)


def _finding(case: Case, name: ScannedName, anchor: int) -> Finding:
    params = (("zh", name.text), ("preferred", name.ko))
    evidence = (Evidence("source", float(name.start), name.text),)
    for subject in case.subjects:
        for use in subject.uses:
            if _otherwise(subject, use.form, name):
                span = (use.start, use.end)
                return case.finding(
                    RULE, span, RULE, subject=subject, suggestions=(name.ko,), params=params, evidence=evidence
                )
    return case.finding(RULE, (anchor, anchor), "source-missing", params=params, evidence=evidence)


def _other_hanzi(case: Case, subject: Subject, name: ScannedName) -> Finding:
    use = next(use for use in subject.uses if use.mention)
    assert use.mention is not None
    span = (use.mention.zh_start, use.mention.zh_end)
    params = (("zh", name.text), ("preferred", name.text))
    return case.finding(RULE, span, RULE, subject=subject, suggestions=(name.text,), params=params)


def _otherwise(subject: Subject, form: str, name: ScannedName) -> bool:
    """Whether a name of the text without hanzi of its own can be read as this name of the source."""
    if subject.zh or abs(len(form) - len(squeezed(name.ko))) > 2:
        return False
    found = aligned(form, name.text)
    return found is not None and found.cost <= _ALIKE
