"""Mentions to concepts, a pure function: the same mentions and policy give the same concepts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glossary.link.forms import Form, aliases_of, english_forms, hanzi_forms, korean_forms
from glossary.link.group import Group, groups
from glossary.link.prefer import Candidate, ranked, why
from glossary.link.voice import Voice
from glossary.model import Concept, Entry, Language, Sighting, Term
from glossary.policy import LinkPolicy
from glossary.text.hanzi import script_of, simplified


def link(sightings: Iterable[Sighting], policy: LinkPolicy, voice: Voice) -> list[Entry]:
    """The concepts that these mentions name, each with its reading and the mentions it gathers."""
    return [_entry(group, policy, voice) for group in groups(sightings, policy)]


def _entry(group: Group, policy: LinkPolicy, voice: Voice) -> Entry:
    sightings = group.sightings
    hanzi = hanzi_forms(sightings)
    reading = voice.reading(hanzi[0].text, group.type)
    candidates = [
        Candidate(form, reading, voice.strain(form.text, hanzi[0].text) <= policy.strain)
        for form in korean_forms(sightings)
    ]
    order = ranked(candidates, policy.prefer)
    dates = sorted(sighting.date for sighting in sightings if sighting.date)
    concept = Concept(
        id=group.id,
        key=group.key,
        type=group.type,
        terms=(
            *_terms([candidate.form for candidate in order], "ko"),
            *_hanzi_terms(hanzi),
            *_terms(english_forms(sightings), "en"),
        ),
        mentions=len(sightings),
        documents=_documents(sightings),
        why=(*why(order, policy.prefer), group.why_type),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
        aliases=aliases_of(sightings),
    )
    return Entry(concept, reading, tuple(sighting.ref for sighting in sightings))


def _terms(forms: Sequence[Form], language: Language) -> list[Term]:
    return [
        Term(form.text, language, "admitted" if place else "preferred", form.count, len(form.documents))
        for place, form in enumerate(forms)
    ]


def _hanzi_terms(forms: Sequence[Form]) -> list[Term]:
    """Forms by script; a name seen in traditional hanzi alone gets its simplified form, never the reverse."""
    scripts = [(form, script_of(form.text)) for form in forms]
    simple = [form for form, script in scripts if script != "traditional"]
    traditional = [form for form, script in scripts if script == "traditional"]
    either = [form for form, script in scripts if script == "both"]
    return [
        *_terms(simple or [Form(simplified(forms[0].text), forms[0].earliest)], "zh-Hans"),
        *_terms(traditional or either, "zh-Hant"),
    ]


def _documents(sightings: Sequence[Sighting]) -> int:
    return len({sighting.document for sighting in sightings})
