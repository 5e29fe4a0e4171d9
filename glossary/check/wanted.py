"""Which form of a name a text should use: the glossary's, or the best of those that the text itself has."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from glossary.check.sound import reading, slips
from glossary.check.usage import Subject, squeezed
from glossary.policy import Policy
from glossary.reading.established import established
from glossary.text.hangul import is_hangul, to_jamo


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form to use, and whether it is decided: by an editor, a pack, its hanzi, or what most documents write."""

    form: str
    decided: bool


def wanted(subject: Subject, policy: Policy) -> Wanted | None:
    """The form that a name should have in a text, None where nothing tells."""
    if policy.house.readings == "official" and _reads_official(subject):
        return Wanted(reading(subject.zh, subject.type).official, subject.known is not None)
    if subject.known and subject.known.ko:
        return Wanted(subject.known.ko, subject.known.decided)
    forms = list(dict.fromkeys(use.text for use in subject.uses if is_korean(use.text)))
    if not forms or not subject.zh:
        return None
    return Wanted(min(forms, key=lambda form: _rank(form, subject, policy)), False)


def is_korean(form: str) -> bool:
    """Whether a form has Hangul at all: Quectel is another name, no spelling.

    >>> is_korean("중이 IoT"), is_korean("Quectel")
    (True, False)
    """
    return any(map(is_hangul, form))


def names_of(subject: Subject) -> tuple[str, ...]:
    """The established Korean names of a subject, none where its hanzi are unknown."""
    return established(reading(subject.zh, subject.type)) if subject.zh else ()


def allowed(subject: Subject, form: str) -> bool:
    """Whether an editor or a pack admits this form beside the preferred one."""
    if subject.known is None:
        return False
    key = squeezed(form)
    terms = [term for term in subject.known.concept.terms if term.language == "ko" and squeezed(term.text) == key]
    return any(term.source and term.status in ("preferred", "admitted") and not term.forbidden for term in terms)


def _reads_official(subject: Subject) -> bool:
    known = subject.known
    chosen = known is not None and known.concept.review == "approved"
    return bool(subject.zh) and not chosen and not names_of(subject) and subject.type in ("person", "place")


def _rank(form: str, subject: Subject, policy: Policy) -> tuple[bool, int, int, int]:
    sound = to_jamo(reading(subject.zh, subject.type).official)
    strained = bool(slips(form, subject.zh, policy.check.strain))
    distance = Levenshtein.distance(to_jamo(squeezed(form)), sound)
    return strained, -subject.count(form), distance, form.count(" ")
