"""Which form of a name a text should use: the glossary's, or the best of those that the text itself has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from glossary.check.sound import aligned, reading, slips
from glossary.check.usage import Subject, squeezed
from glossary.model import PACKS
from glossary.policy import Policy
from glossary.reading.established import established
from glossary.text.hangul import to_jamo
from glossary.text.hanzi import fold

_HANGUL = re.compile("[가-힣]")
ESTABLISHED = "established-names"
GENERICS = {
    "자치구": "自治区",
    "성": "省",
    "시": "市",
    "현": "县",
    "구": "区",
    "주": "州",
    "진": "镇",
    "강": "江",
    "산": "山",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form to use, and whether it is decided: by an editor, a pack, its hanzi, or what most documents write."""

    form: str
    decided: bool


def wanted(subject: Subject, policy: Policy) -> Wanted | None:
    """The form that a name should have in a text, None where nothing tells."""
    if policy.house.readings == "official" and _reads_official(subject):
        return Wanted(reading(subject.zh, subject.type).official, subject.known is not None)
    if own := _official_here(subject):
        return Wanted(own, False)
    if subject.known and subject.known.ko:
        return Wanted(subject.known.ko, subject.known.decided)
    latin = subject.known.term("en") if subject.known else None
    if subject.known and latin and not subject.zh:
        return Wanted(latin.text, subject.known.decided)
    forms = list(dict.fromkeys(use.text for use in subject.uses if is_korean(use.text)))
    if not forms or not subject.zh:
        return None
    return Wanted(min(forms, key=lambda form: _rank(form, subject, policy)), False)


def _official_here(subject: Subject) -> str:
    """The official form where this text gives it with the hanzi and one earlier use at most speaks for another."""
    known = subject.known
    if known is None or known.curated or not subject.zh or known.before(known.ko).count > 1:
        return ""
    official = squeezed(reading(subject.zh, subject.type).official)
    if official == squeezed(known.ko) or subject.count(official) < max(1, subject.count(known.ko)):
        return ""
    return next((" ".join(use.text.split()) for use in subject.uses if use.zh and use.form == official), "")


def is_korean(form: str) -> bool:
    """Whether a form has Hangul at all: Quectel is another name, no spelling.

    >>> is_korean("중이 IoT"), is_korean("Quectel")
    (True, False)
    """
    return _HANGUL.search(form) is not None


def names_of(subject: Subject) -> tuple[str, ...]:
    """The established Korean names of a subject, those of the pack of such names first; none without hanzi."""
    if not subject.zh:
        return ()
    best = subject.known.term("ko") if subject.known else None
    packed = (best.text,) if best and best.source == ESTABLISHED else ()
    return tuple(dict.fromkeys((*packed, *established(reading(subject.zh, subject.type)))))


def admitted(subject: Subject, form: str, *, packs: bool = True) -> str:
    """The form that an editor (or a pack) admits beside the preferred one and that is this one, blanks aside."""
    if subject.known is None:
        return ""
    key = squeezed(form)
    for term in subject.known.concept.terms:
        said = term.source and (packs or term.source not in PACKS)
        if said and term.language == "ko" and squeezed(term.text) == key and not term.forbidden:
            return term.text if term.status in ("preferred", "admitted") else ""
    return ""


def parted(form: str, zh: str) -> tuple[str, str]:
    """A form without a generic word that its hanzi do not have, and that word: 광둥성 for 广东.

    >>> parted("광둥성", "广东"), parted("광둥성", "广东省"), parted("우시", "无锡")
    (('광둥', '성'), ('광둥성', ''), ('우시', ''))
    """
    for tail, hanzi in GENERICS.items():
        stem = form.removesuffix(tail)
        if stem != form and len(stem) > 1 and not fold(zh).endswith(hanzi) and _read(stem, zh):
            return stem, tail
    return form, ""


def _read(form: str, zh: str) -> bool:
    """Whether a form reads its hanzi with nothing left over."""
    found = aligned(squeezed(form), zh)
    return found is not None and not any(step.how in ("extra", "unread") for step in found.steps)


def _reads_official(subject: Subject) -> bool:
    known = subject.known
    chosen = known is not None and known.concept.review == "approved"
    return bool(subject.zh) and not chosen and not names_of(subject) and subject.type in ("person", "place")


def _rank(form: str, subject: Subject, policy: Policy) -> tuple[bool, bool, int, int, int]:
    """The likelier form first: what reads the hanzi that stand behind it goes before what is written oftener."""
    sound = to_jamo(reading(subject.zh, subject.type).official)
    strained = bool(slips(form, subject.zh, policy.check.strain))
    distance = Levenshtein.distance(to_jamo(squeezed(form)), sound)
    given = any(use.zh and use.text == form for use in subject.uses)
    return strained, bool(distance) or not given, -subject.count(form), distance, form.count(" ")
