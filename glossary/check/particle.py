"""particle: a particle that does not fit the name before it, by the sound of what is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glossary.check.case import Case
from glossary.check.usage import Subject, Use
from glossary.model import Finding
from glossary.text.particles import Particle, particle_at, sound_of

RULE = "particle"
_PARTICLES = ("J", "VCP", "EC", "EF", "ETM")
_WINDOW = 20


def find(case: Case) -> Iterator[Finding]:
    """Every particle right behind a name or its bracket; after digits it is told of and never fixed."""
    seen: set[int] = set()
    for subject, use in _uses(case):
        place = use.end + use.amiss if use.amiss >= 0 else use.reach
        particle = particle_at(case.text, place) if place not in seen else None
        seen.add(place)
        name = use.text + case.text[use.end : place] if use.amiss > 0 else use.text
        sound = sound_of(name)
        if particle is None or sound is None or particle.fits(sound):
            continue
        if particle.unsure and not _meant(case, use, particle):
            continue
        right = particle.shapes.fitting(sound)
        finding = case.finding(
            RULE,
            (particle.start, particle.end),
            RULE,
            subject=subject,
            suggestions=(right,),
            fixable=not use.text[-1].isdigit(),
            params=(("name", name), ("preferred", right)),
        )
        yield finding if not use.text[-1].isdigit() else _told(finding)


def _uses(case: Case) -> Iterator[tuple[Subject | None, Use]]:
    """Every name, those that may mean several bearers too: they sound alike."""
    yield from case.names()
    for use, _ in case.survey.open:
        yield None, use


def _told(finding: Finding) -> Finding:
    return replace(finding, severity="info")


def _meant(case: Case, use: Use, particle: Particle) -> bool:
    """Whether letters that may be a noun's are a particle here: behind a bracket surely, else as a tokenizer says."""
    if use.reach > use.end or use.amiss >= 0:
        return True
    start, end = max(0, use.start - _WINDOW), min(len(case.text), particle.end + _WINDOW)
    place = particle.start - start
    for token in case.tokenizers.korean.tokens(case.text[start:end]):
        if token.start == place:
            return token.tag.startswith(_PARTICLES)
    return False
