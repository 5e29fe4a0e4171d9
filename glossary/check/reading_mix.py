"""reading-mix: one name in Mandarin sound here and in Sino-Korean there, or one among names read the other way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.check.case import Case
from glossary.check.reading_scope import chinese_person, division, long_in_use, past
from glossary.check.settled_compounds import settled_compound
from glossary.check.sound import reading, way_of
from glossary.check.usage import Subject, Use, squeezed
from glossary.check.variant_spelling import counts
from glossary.check.wanted import admitted, is_korean, names_of, parted, wanted
from glossary.model import Evidence, Finding
from glossary.reading.customary import custom_kind

RULE = "reading-mix"
_SAID = {"person": "reading-mix-person", "place": "reading-mix-place"}


def find(case: Case) -> Iterator[Finding]:
    """Names in both readings first; then persons and places in Sino-Korean among others in Mandarin."""
    mandarin = {kind: _mandarin_share(case, kind) for kind in ("person", "place")}
    for subject in case.subjects:
        if not subject.zh:
            continue
        names = {squeezed(name) for name in names_of(subject)}
        uses = [
            (use, way_of(squeezed(parted(use.text, subject.zh)[0]), subject.zh))
            for use in subject.uses
            if use.kind == "name" and is_korean(use.text) and (use.form not in names or subject.type == "place")
            if use.zh or not settled_compound(case.text, use.start)
        ]
        ways = {way for _, way in uses}
        uses = [(use, way) for use, way in uses if use.form not in names]
        if {"mandarin", "sino"} <= ways:
            yield from _both(case, subject, uses)
        elif "sino" in ways and not long_in_use(subject.zh):
            count, share = mandarin.get(subject.type, (0, 0.0))
            least = 1 if subject.type == "person" else case.policy.check.few
            if share >= case.policy.check.majority and count >= least:
                yield from _alone(case, subject, uses, count)


def _both(case: Case, subject: Subject, uses: Sequence[tuple[Use, str]]) -> Iterator[Finding]:
    best = wanted(subject, case.policy)
    side = way_of(squeezed(best.form), subject.zh) if best else ""
    decided = best is not None and best.decided and side in ("mandarin", "sino")
    form = best.form if best and side in ("mandarin", "sino") else reading(subject.zh, subject.type).official
    if side == "sino" and subject.type == "person" and not _settled(subject, form):
        side, decided, form = "mandarin", False, reading(subject.zh, subject.type).official
    for use, way in uses:
        if way == ("mandarin" if side == "sino" else "sino"):
            right = form + parted(use.text, subject.zh)[1]
            yield case.finding(
                RULE,
                (use.start, use.end),
                "reading-mix-both",
                subject=subject,
                suggestions=(right,),
                fixable=decided,
                params=counts(subject, use.text, right),
            )


def _settled(subject: Subject, form: str) -> bool:
    """Whether an editor, a pack, use or the past has given a person a Sino-Korean name."""
    named = squeezed(form) in map(squeezed, names_of(subject))
    return named or bool(admitted(subject, form)) or custom_kind(subject.zh) in ("history", "star")


def _alone(case: Case, subject: Subject, uses: Sequence[tuple[Use, str]], count: int) -> Iterator[Finding]:
    """A modern Chinese person, or a place of China, that alone is read in Sino-Korean."""
    if subject.type == "person" and not chinese_person(subject):
        return
    known = subject.known.ko if subject.known else ""
    named = bool(known) and way_of(squeezed(known), subject.zh) == "mandarin"
    if subject.type == "place" and not division(subject.zh):
        return
    form = known if named else reading(subject.zh, subject.type).official
    for use, way in uses:
        editor = admitted(subject, use.text, packs=False)
        if way == "sino" and not editor and not past(case.text, use.start, use.reach):
            right = form + parted(use.text, subject.zh)[1]
            yield case.finding(
                RULE,
                (use.start, use.end),
                _SAID[subject.type],
                subject=subject,
                suggestions=(right,),
                fixable=named and subject.known is not None and subject.known.decided,
                params=(("zh", subject.zh), ("preferred", right), ("count", count)),
                evidence=(Evidence("mandarin-names", float(count)),),
            )


def _mandarin_share(case: Case, kind: str) -> tuple[int, float]:
    """How many persons or places of China the text calls by their Mandarin sound, and their share."""
    ways = [
        {way_of(use.form, subject.zh) for use in subject.uses if is_korean(use.text)}
        for subject in case.subjects
        if subject.type == kind and subject.zh
    ]
    clear = [way for way in ways if way & {"mandarin", "sino"}]
    count = sum("mandarin" in way for way in clear)
    return count, count / len(clear) if clear else 0.0
