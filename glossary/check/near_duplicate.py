"""near-duplicate: two unlinked names that look like one, within the document and against all before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from glossary.check.alike import alike, pairs
from glossary.check.case import Case
from glossary.check.gaps import gaps
from glossary.check.sound import aligned, reading
from glossary.check.usage import Subject, squeezed
from glossary.check.view import Known
from glossary.check.wanted import is_korean
from glossary.model import Evidence, Finding

RULE = "near-duplicate"
_READS = 0.25  # mean cost up to which an unglossed name may be read from another's hanzi: 리경 from 李庚
_CLEARLY = 0.1  # and where more than one syllable differs: 지우산슈에서 from 九三学社
_LONG = 4  # hanzi of a name that a plain reading alone can be told by
_USUAL = 2  # times that a form stood in earlier documents before one like it is held against it


def find(case: Case) -> Iterator[Finding]:
    """Every use of the rarer of two such names; names with hanzi of their own, or told apart by an editor, are two."""
    by_form: dict[str, Subject] = {}
    for subject, use in case.names():
        by_form.setdefault(use.form, subject)
    told: set[str] = set()
    for one, other in [*pairs(by_form, case.policy.check), *_read(case, by_form)]:
        left, right = by_form[one], by_form[other]
        if left.id == right.id or _apart(case, left, right):
            continue
        slip, form, better, right_form = _order(left, one, right, other)
        if form not in told:
            told.add(form)
            yield from _findings(case, slip, form, better, right_form)
    yield from _before(case, by_form, told)


def _apart(case: Case, left: Subject, right: Subject) -> bool:
    """Whether the two are known to be different."""
    if (left.zh and right.zh) or (left.known and right.known):
        return True
    return case.view.judged(left.id, right.id) == "different"


def _order(left: Subject, one: str, right: Subject, other: str) -> tuple[Subject, str, Subject, str]:
    """The slip first: what has no hanzi and no entry, what is rarer, what comes later."""
    if _weight(left, one) < _weight(right, other):
        return left, one, right, other
    return right, other, left, one


def _weight(subject: Subject, form: str) -> tuple[bool, int, int, int]:
    before = subject.known.before(form).count if subject.known else 0
    return bool(subject.zh), before, subject.count(form), -subject.uses[0].start


def _findings(case: Case, slip: Subject, form: str, better: Subject, right: str) -> Iterator[Finding]:
    shown = " ".join(next(use.text for use in better.uses if use.form == right).split())
    usual = better.known.ko if better.known and is_korean(shown) else ""
    strained = better.zh and gaps(right, better.zh, case.policy.check.strain)
    best = reading(better.zh, better.type).official if strained else ""  # what is glossed is a slip itself: 리깡(李庚)
    before = better.known.before(right) if better.known else None
    for use in slip.uses:
        if use.form == form:
            yield case.finding(
                RULE,
                (use.start, use.end),
                RULE,
                subject=slip,
                suggestions=(best, shown, usual),
                params=(
                    ("preferred", shown),
                    ("here", slip.count(form)),
                    ("there", better.count(right)),
                    ("before", before.count if before else 0),
                ),
                evidence=(Evidence("alike", 1.0, f"{form} {right}"),),
            )


def _read(case: Case, by_form: dict[str, Subject]) -> Iterator[tuple[str, str]]:
    """Unglossed names that the hanzi of another name of this text can be read as, by the same first syllable."""
    glossed: dict[str, list[tuple[str, Subject]]] = defaultdict(list)
    for form, subject in by_form.items():
        if subject.zh and is_korean(form):
            glossed[form[0]].append((form, subject))
    for form, subject in by_form.items():
        if subject.zh or subject.known or not is_korean(form):
            continue
        for other, owner in glossed.get(form[0], ()):
            if len(other) == len(form) and len(form) > 1 and _alike_in_sound(form, other, owner):
                yield form, other


def _alike_in_sound(form: str, other: str, owner: Subject) -> bool:
    if len(form) < 2 or abs(len(form) - len(other)) > 1:
        return False
    glossed = any(use.zh for use in owner.uses)
    one_off = len(form) == len(other) and sum(a != b for a, b in zip(form, other, strict=True)) == 1
    limit = _READS if one_off and glossed else _CLEARLY if len(owner.zh) >= _LONG else -1.0
    found = aligned(form, owner.zh) if limit > 0 else None
    return found is not None and found.cost <= limit


def _before(case: Case, by_form: dict[str, Subject], told: set[str]) -> Iterator[Finding]:
    """Names of no concept that look like one of earlier documents."""
    new = {
        form: subject
        for form, subject in by_form.items()
        if form not in told and not subject.known and not subject.zh and is_korean(form)
    }
    found = case.view.similar(new)
    for form, subject in new.items():
        for known in found.get(form, ()):
            best = _usual(form, known, case)
            if best:
                yield from _older(case, subject, form, known, best)
                break


def _usual(form: str, known: Known, case: Case) -> str:
    seen = [item for item in known.seen if item.count >= _USUAL and alike(form, squeezed(item.form), case.policy.check)]
    return max(seen, key=lambda item: item.count).form if seen and len(form) > 2 else ""


def _older(case: Case, subject: Subject, form: str, known: Known, best: str) -> Iterator[Finding]:
    before = known.before(best)
    for use in subject.uses:
        if use.form == form:
            yield case.finding(
                RULE,
                (use.start, use.end),
                "near-duplicate-before",
                subject=subject,
                suggestions=(known.ko or best,),
                params=(
                    ("preferred", best),
                    ("here", subject.count(form)),
                    ("before", before.count),
                    ("since", before.since or ""),
                ),
                evidence=(Evidence("alike", 1.0, f"{form} {best}"),),
            )
