"""variant-spelling: a spelling that is not the preferred one, in this issue and against all before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glossary.check.alike import alike, same_sound
from glossary.check.case import Case
from glossary.check.gaps import gaps
from glossary.check.hanzi_mismatch import borne_by
from glossary.check.sound import way_of
from glossary.check.usage import Subject, Use, squeezed
from glossary.check.wanted import GENERICS, Wanted, admitted, is_korean, names_of, parted, wanted
from glossary.model import Finding
from glossary.text.hanzi import fold

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
        if use.heard and (own := _own(subject, use, best)):
            yield _respelt(case, subject, use, own, best)
            continue
        if use.kind != "name" or not _comparable(text, best.form, case) or borne_by(case, subject, use):
            continue
        if _short(use, subject, best.form):
            continue
        stem, tail = parted(text, subject.zh)
        right = admitted(subject, stem) or (stem if squeezed(stem) in names else best.form)
        spaced = squeezed(stem) == squeezed(right)
        if stem == right or (spaced and "\n" in case.text[use.start : use.end]):
            continue  # a name that a line break cuts in two is one name
        if spaced and not _written(subject, right):
            continue
        if not spaced and (other_reading(subject.zh, stem, right) or not _reads(right, use.zh, case)):
            continue
        found = case.finding(
            RULE,
            (use.start, use.end),
            _message(subject, right, spaced=spaced),
            subject=subject,
            suggestions=(right + tail,),
            fixable=best.decided and not use.heard,
            params=counts(subject, text, right + tail),
        )
        light = spaced and way_of(squeezed(stem), subject.zh) != "mandarin"
        yield replace(found, severity="info") if light else found  # 중국 과학원: Korean words may stand apart or not


def _short(use: Use, subject: Subject, form: str) -> bool:
    """Whether a name stands without its last part as everybody has it: 둥펑 for 둥펑자동차, 룽후이 for 룽후이현."""
    whole = squeezed(form)
    if not 1 < len(use.form) < len(whole) or not whole.startswith(use.form):
        return False
    generic = GENERICS.get(whole.removeprefix(use.form))
    if generic is not None:
        return not fold(squeezed(use.zh)).endswith(generic)
    return subject.type in ("organization", "media") and not use.zh


def _own(subject: Subject, use: Use, best: Wanted) -> str:
    """The text's own spelling that a use without hanzi only drifts from, where the wanted form is another name."""
    if same_sound(use.form, squeezed(best.form)):
        return ""
    near = [other for other in subject.uses if not other.heard and same_sound(use.form, other.form)]
    return max(near, key=lambda other: (bool(other.zh), subject.count(other.form))).text if near else ""


def _respelt(case: Case, subject: Subject, use: Use, own: str, best: Wanted) -> Finding:
    return case.finding(
        RULE,
        (use.start, use.end),
        RULE,
        subject=subject,
        suggestions=(own, best.form),
        params=counts(subject, use.text, own),
    )


def _comparable(text: str, form: str, case: Case) -> bool:
    """Whether one form may be a spelling of the other: Quectel is another name of 이위엔통신, Alot is none of AIoT."""
    if is_korean(text) or is_korean(form):
        return is_korean(text) and is_korean(form)
    return text == form or alike(squeezed(text), squeezed(form), case.policy.check)


def _written(subject: Subject, form: str) -> bool:
    """Whether this text or an earlier one spaces a name so; norm and use allow either as long as one is kept."""
    here = any(" ".join(use.text.split()) == form for use in subject.uses)
    return here or bool(subject.known and any(seen.form == form for seen in subject.known.seen))


def _reads(form: str, zh: str, case: Case) -> bool:
    """Whether a form can stand for the hanzi given here: 슝안신구 is no spelling of 雄安 alone."""
    return not zh or len(squeezed(zh)) > 3 or not gaps(squeezed(form), squeezed(zh), case.policy.check.strain)


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
