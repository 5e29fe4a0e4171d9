"""established-form: a name is spelled out by sound although Korea calls its bearer by another name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glossary.check.case import Case
from glossary.check.sound import aligned, reading, way_of
from glossary.check.usage import Subject, Use, squeezed
from glossary.check.wanted import admitted, is_korean, names_of
from glossary.model import Evidence, Finding
from glossary.reading.established import established

RULE = "established-form"


def find(case: Case) -> Iterator[Finding]:
    """Every use that reads the hanzi of a bearer with an established name; persons' own sounds are left alone."""
    for subject in case.subjects:
        names = names_of(subject)
        if not names or subject.type == "person":
            continue
        keys = {squeezed(name) for name in names}
        for use in subject.uses:
            if use.kind != "name" or use.form in keys or not is_korean(use.text) or use.heard:
                continue
            usual = established(reading(subject.zh, subject.type))
            listed = bool(admitted(subject, use.text))
            sounded = use.form == squeezed(reading(subject.zh, subject.type).official)
            if listed and (not usual or not sounded or admitted(subject, use.text, packs=False)):
                continue
            if _reads(use.form, subject, keys):
                found = case.finding(
                    RULE,
                    (use.start, use.end),
                    RULE,
                    subject=subject,
                    suggestions=(name := _name(use, names),),
                    fixable=subject.known is not None,
                    params=(("preferred", name), ("zh", use.zh or subject.zh)),
                    evidence=(Evidence("customary", 1.0, f"{use.zh or subject.zh} {name}"),),
                )
                yield (
                    found if usual and not listed else replace(found, severity="info")
                )  # a brand beside which the sound is used too


def _name(use: Use, names: tuple[str, ...]) -> str:
    """The name of exactly these hanzi, where they have one of their own: 레노버그룹 for 联想集团."""
    own = established(reading(use.zh, use.type)) if use.zh else ()
    return next((name for name in own), names[0])


def _reads(form: str, subject: Subject, names: set[str]) -> bool:
    """Whether a form sounds the hanzi out; one that holds the name, as in 레노버 그룹, is at most a spelling of it."""
    if any(name in form for name in names):
        return False
    found = aligned(form, subject.zh)
    plain = subject.type in ("place", "work") and way_of(form, subject.zh) == "sino"
    return found is not None and found.cost < 0.3 and found.relation != "other" and not plain
