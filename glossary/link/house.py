"""House style of readings: which Korean forms a concept may be headed by, the official one among them or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary.link.established import established
from glossary.link.forms import Forms
from glossary.link.gather import Bundle
from glossary.link.prefer import EDITOR, OFFICIAL, Candidate, ranked
from glossary.link.terms import curated_korean
from glossary.link.voice import Voice
from glossary.model import EntityType, Reading
from glossary.policy import Policy

_NAMED_BY_SOUND = frozenset({"person", "place"})


def candidates_of(
    bundle: Bundle,
    forms: Forms,
    hanzi: Sequence[str],
    reading: Reading,
    type: EntityType,
    policy: Policy,
    voice: Voice,
) -> list[Candidate]:
    """The Korean forms with what the hanzi, the packs and the house say of them.

    Where the house writes official readings, or nobody wrote the name in Hangul, the official form is among them.
    """
    curated_korean(bundle, forms)
    authorities = _authorities(bundle, reading)
    if not list(forms) and reading.official:
        forms.form((*established(reading), reading.official)[0]).source = OFFICIAL
    found = [
        Candidate(form, reading, _readable(form.text, hanzi, authorities, policy, voice), authorities) for form in forms
    ]
    if policy.house.readings == "official" and _by_sound(found, reading, type, policy):
        return _with_official(found, forms, reading)
    return found


def _with_official(found: Sequence[Candidate], forms: Forms, reading: Reading) -> list[Candidate]:
    marked = [replace(one, official=_plain(one.form.text) == _plain(reading.official)) for one in found]
    if any(one.official for one in marked):
        return marked
    form = forms.form(reading.official)
    form.source = OFFICIAL
    return [*marked, Candidate(form, reading, True, marked[0].authorities, official=True)]


def _by_sound(found: Sequence[Candidate], reading: Reading, type: EntityType, policy: Policy) -> bool:
    """Whether the name is written as it sounds in Mandarin: 중국과학원, 아베 신조 and 씨게이트 are not."""
    if not reading.official or not found or any(_is_one_of(one.form.text, one.authorities) for one in found):
        return False
    relations = ranked(found, policy.link.prefer)[0].form.relations
    if not relations:
        return type in _NAMED_BY_SOUND
    return relations.most_common(1)[0][0] == "transliteration"


def _authorities(bundle: Bundle, reading: Reading) -> frozenset[str]:
    """The names that a pack prefers, else those that the norm or usage has established."""
    packed = frozenset(
        term.text
        for curation in bundle.curations
        for term in curation.terms
        if term.language == "ko" and term.status == "preferred" and (term.source or curation.source) not in ("", EDITOR)
    )
    return packed or frozenset(established(reading))


def _readable(text: str, hanzi: Sequence[str], authorities: frozenset[str], policy: Policy, voice: Voice) -> bool:
    if _is_one_of(text, authorities):
        return True
    return not hanzi or any(voice.strain(text, zh) <= policy.link.strain for zh in hanzi)


def _plain(text: str) -> str:
    return text.replace(" ", "")


def _is_one_of(text: str, names: frozenset[str]) -> bool:
    return _plain(text) in map(_plain, names)
