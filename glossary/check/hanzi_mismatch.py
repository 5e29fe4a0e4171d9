"""hanzi-mismatch: Hangul and hanzi that no reading brings together, with what is likelier wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from glossary.check.case import Case
from glossary.check.gaps import CLEAR, Gap, gaps, halves, slip_of
from glossary.check.lookalikes import meant
from glossary.check.misread import is_listed, misread
from glossary.check.sound import aligned, reading, way_of
from glossary.check.usage import Subject, Use, squeezed
from glossary.check.view import Known
from glossary.check.wanted import admitted, is_korean, names_of
from glossary.model import Evidence, Finding
from glossary.reading.chars import mandarin, official_syllable, sino
from glossary.reading.names import surname_of
from glossary.text.hanzi import fold, script_of, simplified
from glossary.text.keys import hanzi_key

RULE = "hanzi-mismatch"
_TRUST = 0.5  # a pair that the extractor doubts is no pair to be corrected
_DIVISIONS = frozenset("州省市县区")  # the last hanzi of places alone
_READ = frozenset({"transliteration", "mixed"})
_HEAD = re.compile(r"(?<![가-힣])[가-힣]{1,2}\Z")
_SHORT = 4  # hanzi of a person or place that is read in one way throughout
_SENTENCES = frozenset({"work", "event", "term"})  # titles and slogans are translated as often as read


def find(case: Case) -> Iterator[Finding]:
    """Every pair with one stretch that cannot be read so; more than one is a translation and no slip."""
    for subject in case.subjects:
        for use in subject.uses:
            if not use.zh or use.relation == "japanese" or not is_korean(use.text):
                continue
            if others := borne_by(case, subject, use):
                yield _borne(case, subject, use, others)
                continue
            whole = _whole(case, use)
            found = _one_gap(case, subject, whole)
            if found is not None:
                yield _finding(case, subject, whole, found)
            else:
                yield from _misread(case, subject, use)


def _misread(case: Case, subject: Subject, use: Use) -> Iterator[Finding]:
    """A person in other syllables than the hanzi have; what earlier issues or an editor call so is a name."""
    zh = squeezed(use.zh)
    if use.type != "person" or use.kind != "name" or use.form in map(squeezed, names_of(subject)):
        return
    found = misread(use.form, zh)
    if found is None or admitted(subject, use.text):
        return
    official = reading(zh, "person").official
    named = subject.known.ko if subject.known and squeezed(subject.known.ko) != use.form else ""
    borne = [known.hanzi for known in case.view.by_forms([use.form]).get(use.form, ()) if known.hanzi != use.zh]
    hanzi = tuple(dict.fromkeys(name for name in (*borne, found.hanzi) if name))
    hangul = tuple(dict.fromkeys(form for form in (named, official) if form))
    params: tuple[tuple[str, object], ...] = (
        ("ko", use.text),
        ("zh", use.zh),
        ("part", zh),
        ("reading", _readings(zh)),
        ("hangul", ", ".join(hangul)),
        ("hanzi", ", ".join(hanzi)),
    )
    whose = found.hanzi and use.mention and (found.hanzi in borne or _spoken_of(case, found.hanzi))
    if whose and use.mention and subject.known is None:
        span, code = (use.mention.zh_start, use.mention.zh_end), "hanzi-mismatch-hanzi"
    else:
        span, code = (use.start, use.end), "hanzi-mismatch-either" if hanzi else "hanzi-mismatch-hangul"
    said = (found.hanzi,) if code == "hanzi-mismatch-hanzi" else hangul
    evidence = (Evidence("misread", 1.0, f"{use.form} {found.hanzi or zh}"),)
    yield case.finding(RULE, span, code, subject=subject, suggestions=said, params=params, evidence=evidence)


def _spoken_of(case: Case, zh: str) -> bool:
    """Whether the glossary, or the program's own list of persons, knows these hanzi."""
    key = hanzi_key(zh)
    return bool(case.view.by_hanzi([key]).get(key)) or is_listed(key)


def _one_gap(case: Case, subject: Subject, use: Use) -> Gap | None:
    """The one stretch of a name that does not fit; what may be a translation is looked at only where it is heard."""
    zh = squeezed(use.zh)
    found = _other_place(case, subject, use, zh)
    if not found and (use.kind != "name" or use.type in _SENTENCES):
        return None
    sounded = use.type in ("person", "place") and len(zh) <= _SHORT
    doubted = use.score < _TRUST or use.relation == "translation" or (use.relation == "other" and not sounded)
    if not found and doubted and not _heard(use.form, zh):
        return None
    found = found or gaps(use.form, zh, case.policy.check.strain)
    if not found and ((sounded and _bears(use, zh)) or (len(zh) < _SHORT and use.relation in _READ)):
        found = halves(use.form, zh)
    if len(found) != 1 or not found[0].ko:
        return None
    return found[0] if 0 < len(found[0].zh) * 2 <= len(zh) or _too_much(use, zh, found[0]) else None


def _too_much(use: Use, zh: str, gap: Gap) -> bool:
    """Whether one syllable inside a name that is read throughout has no hanzi: 창신허치즈(创新奇智)."""
    inside = 0 < gap.ko_start < len(use.form) - 1 and len(gap.ko) == 1 and not gap.zh
    steps = aligned(use.form, zh)
    others = [step for step in steps.steps if step.how != "extra"] if steps else []
    return inside and len(zh) > 2 and use.relation in _READ and all(step.cost <= CLEAR for step in others)


def _whole(case: Case, use: Use) -> Use:
    """A name with the Hangul before it that reads the hanzi left over at its beginning: 지젠예(械建業)."""
    found = gaps(use.form, squeezed(use.zh), case.policy.check.strain)
    head = _HEAD.search(case.text, max(0, use.start - 3), use.start)
    if len(found) != 1 or found[0].ko or found[0].zh_start or head is None or len(head[0]) != len(found[0].zh):
        return use
    return replace(use, text=head[0] + use.text, start=head.start())


def borne_by(case: Case, subject: Subject, use: Use) -> tuple[str, ...]:
    """The hanzi of other places or bodies whose very name a use has though its own are read otherwise: 우시(苏州)."""
    zh = squeezed(use.zh)
    if not zh or use.type not in ("place", "organization", "media") or not is_korean(use.text):
        return ()
    if squeezed(reading(zh, use.type).official) == use.form or admitted(subject, use.text):
        return ()
    if way_of(use.form, zh) in ("sino", "either"):
        return ()
    found = case.view.by_forms([use.form]).get(use.form, ())
    return tuple(dict.fromkeys(known.hanzi for known in found if known.ko == use.text and _other_bearer(known, use)))


def _other_bearer(known: Known, use: Use) -> bool:
    """Whether a known name of the same kind, and no longer form of this one, is officially called so."""
    mine, theirs = hanzi_key(squeezed(use.zh)), hanzi_key(known.hanzi)
    alike = known.concept.type == use.type and bool(theirs) and theirs not in mine
    return alike and squeezed(reading(known.hanzi, use.type).official) == use.form


def _borne(case: Case, subject: Subject, use: Use, others: tuple[str, ...]) -> Finding:
    right = (subject.known.ko if subject.known else "", reading(squeezed(use.zh), subject.type).official)
    hangul = tuple(dict.fromkeys(form for form in right if form and squeezed(form) != use.form))
    params = (("ko", use.text), ("zh", use.zh), ("hangul", ", ".join(hangul)), ("hanzi", ", ".join(others)))
    evidence = (Evidence("homograph", 1.0, f"{use.text} {others[0]}"),)
    span = (use.start, use.end)
    return case.finding(
        RULE, span, "hanzi-mismatch-other", subject=subject, suggestions=hangul, params=params, evidence=evidence
    )


def _other_place(case: Case, subject: Subject, use: Use, zh: str) -> list[Gap]:
    """The one hanzi in which a name nobody has seen differs from a known place or body of the same form."""
    if (subject.known and (subject.known.curated or subject.known.seen)) or len(zh) < 2:
        return []
    for other in _known_hanzi(case, use, zh):
        place = next(
            at for at, pair in enumerate(zip(hanzi_key(other), hanzi_key(zh), strict=True)) if len(set(pair)) > 1
        )
        steps = aligned(use.form, zh)
        at = [step for step in steps.steps if step.zh == zh[place]] if steps else []
        read = bool(at) and at[0].cost <= CLEAR and at[0].how in ("official", "drift", "both")
        if read and at[0].ko and fold(zh)[-1] not in _DIVISIONS:
            continue  # 황화(黃華) is read so, whatever place is called alike; 胡州 can be nothing but 湖州
        if at and at[0].how == "unread":
            at = [replace(at[0], ko=use.form[place])] if len(use.form) == len(zh) else []
        if at and at[0].ko:
            return [Gap(at[0].ko, zh[place], use.form.find(at[0].ko), place, False, tuple(at[:1]))]
    return []


def _heard(ko: str, zh: str) -> bool:
    """Whether most of a name is plainly read in Mandarin, whatever else it was taken for: 펑페이항쿵(峰飞航天)."""
    found = aligned(ko, zh)
    steps = found.steps if found else ()
    clear = sum(step.how in ("official", "drift") and step.cost < CLEAR for step in steps)
    return clear > 1 and 2 * clear >= len(zh) and not any(step.how == "translation" for step in steps)


def _bears(use: Use, zh: str) -> bool:
    """Whether hanzi can be a place's, or a person's with a surname."""
    return use.type == "place" or surname_of(simplified(zh), "person") is not None


def _finding(case: Case, subject: Subject, use: Use, gap: Gap) -> Finding:
    hangul = _hangul(subject, use, gap, case.policy.check.strain)
    known, guessed = _hanzi(case, use, gap)
    hanzi = tuple(dict.fromkeys(known or guessed))
    params: tuple[tuple[str, object], ...] = (
        ("ko", use.text),
        ("zh", use.zh),
        ("part", gap.zh or gap.ko),
        ("reading", _readings(gap.zh)),
        ("hangul", ", ".join(hangul)),
        ("hanzi", ", ".join(hanzi)),
    )
    evidence = [Evidence(f"step-{step.how}", step.cost, f"{step.zh} {step.reading} {step.ko}") for step in gap.steps]
    if not gap.zh:
        span, code, suggestions = (use.start, use.end), "hanzi-mismatch-extra", hangul
    elif hanzi and use.mention is not None and (known or not slip_of(gap)):
        span = (use.mention.zh_start, use.mention.zh_end)
        code, suggestions = "hanzi-mismatch-hanzi", hanzi
    else:
        span = (use.start, use.end)
        code, suggestions = "hanzi-mismatch-either" if hanzi else "hanzi-mismatch-hangul", hangul
    return case.finding(RULE, span, code, subject=subject, suggestions=suggestions, params=params, evidence=evidence)


def _hangul(subject: Subject, use: Use, gap: Gap, strain: float) -> tuple[str, ...]:
    """What to write for these hanzi: the glossary's form, the name with this stretch put right, the official form."""
    right = "".join(_syllable(char, gap.sino) for char in gap.zh)
    places = [place for place, char in enumerate(use.text) if not char.isspace()]
    start, last = places[gap.ko_start], places[gap.ko_start + len(gap.ko) - 1]
    mended = use.text[:start] + right + use.text[last + 1 :]
    named = subject.known.ko if subject.known else ""
    fits = named and squeezed(named) != use.form and not gaps(squeezed(named), squeezed(use.zh), strain)
    if not gap.sino and way_of(squeezed(named), squeezed(use.zh)) == "sino":
        fits = False  # 리경 is no better spelling of 리깡(李庚)
    usual = names_of(subject)[:1] if subject.type != "person" else ()
    known = [*usual, named] if fits else [*usual]
    whole = [] if use.relation == "mixed" else [reading(use.zh, subject.type).official]
    return tuple(dict.fromkeys([*known, *whole, mended] if use.type == "person" else [*known, mended, *whole]))


def _syllable(char: str, sino_korean: bool) -> str:
    if sino_korean:
        return next(iter(sino(fold(char))), char)
    return official_syllable(next(iter(mandarin(fold(char))), "")) or char


def _hanzi(case: Case, use: Use, gap: Gap) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What hanzi to write for this Hangul: those of known names of the same form, and those that sound like it."""
    zh = squeezed(use.zh)
    known = tuple(
        name for name in _known_hanzi(case, use, zh, every=True) if not gaps(use.form, squeezed(name), _strain(case))
    )
    if len(gap.zh) != 1:
        return known, ()
    traditional = script_of(zh) == "traditional"
    return known, meant(zh, gap.zh_start, gap.ko, traditional=traditional, person=use.type == "person")


def _known_hanzi(case: Case, use: Use, zh: str, *, every: bool = False) -> list[str]:
    """The hanzi of known names of this form that differ in one; of persons only if asked: many are called alike."""
    key, language = hanzi_key(zh), "zh-Hant" if script_of(zh) == "traditional" else "zh-Hans"
    return [
        term.text
        for found in case.view.by_forms([use.form]).get(use.form, ())
        if every or (found.concept.type in ("place", "organization", "media") and (found.curated or found.seen))
        for term in found.concept.terms
        if term.language == language and _one_apart(hanzi_key(term.text), key)
    ]


def _strain(case: Case) -> float:
    return case.policy.check.strain


def _one_apart(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _readings(zh: str) -> str:
    return " ".join("/".join(mandarin(fold(char))[:3]) for char in zh)
