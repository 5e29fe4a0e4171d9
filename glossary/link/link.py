"""Nodes to concepts, a pure function: the same evidence, curation and policy give the same concepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from glossary.link.forms import aliases_of, korean_forms
from glossary.link.gather import Bundle, gather
from glossary.link.group import typed, weigh
from glossary.link.house import candidates_of
from glossary.link.own import FORM, HAND
from glossary.link.prefer import ranked, why
from glossary.link.terms import english_terms, hanzi_of, hanzi_terms, korean_terms, noted
from glossary.link.voice import Voice
from glossary.model import (
    BareSighting,
    Concept,
    Curation,
    Decision,
    EntityType,
    Entry,
    Evidence,
    Proposal,
    Reading,
    Review,
    Sighting,
)
from glossary.policy import Policy


def link(
    sightings: Iterable[Sighting],
    bare: Iterable[BareSighting],
    curations: Iterable[Curation],
    decisions: Sequence[Decision],
    policy: Policy,
    voice: Voice,
    proposals: Sequence[Proposal] = (),
) -> list[Entry]:
    """The concepts that these mentions name and editors and packs speak of, each with its reading and its mentions.

    Curation stands over what was mined; decisions and sure proposals say which nodes are one.
    """
    bundles = gather(sightings, bare, curations, decisions, proposals, policy.link)
    return [_entry(bundle, policy, voice) for bundle in bundles]


def _entry(bundle: Bundle, policy: Policy, voice: Voice) -> Entry:
    sightings = bundle.sightings
    type_, why_type = _type(bundle)
    hanzi = [form.text for form in hanzi_of(bundle)]
    reading = voice.reading(hanzi[0], type_) if hanzi else Reading("", "", (), "")
    forms = korean_forms(sightings, bundle.bare)
    order = ranked(candidates_of(bundle, forms, hanzi, reading, type_, policy, voice), policy.link.prefer)
    seen: tuple[Sighting | BareSighting, ...] = (*sightings, *bundle.bare)
    dates = sorted(item.date for item in seen if item.date)
    note, source = noted(bundle)
    concept = Concept(
        id=bundle.id,
        key=bundle.key,
        type=type_,
        terms=(*korean_terms(order), *hanzi_terms(bundle, policy.house), *english_terms(bundle)),
        mentions=len(seen),
        documents=len({item.document for item in seen}),
        review=_review(bundle),
        why=(*(why(order, policy.link.prefer) if order else ()), *_linked(bundle), *why_type),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
        aliases=aliases_of(sightings),
        note=note,
        source=source,
        members=bundle.members,
    )
    refs = tuple(sighting.ref for sighting in sightings)
    return Entry(concept, reading, refs, tuple(item.ref for item in bundle.bare), bundle.keys)


def _type(bundle: Bundle) -> tuple[EntityType, tuple[Evidence, ...]]:
    """What an editor or a pack says, else what most of the evidence with hanzi speaks for, else that without."""
    said = next((curation.type for curation in bundle.curations if curation.type is not None), None)
    if said is not None:
        return said, ()
    if len(bundle.groups) == 1:
        return bundle.groups[0].type, (bundle.groups[0].why_type,)
    seen = [(item.mention.type, item.mention.score) for item in bundle.sightings or bundle.bare]
    if not seen:
        return "term", ()
    best, share = typed(weigh(seen))
    count = sum(type_ == best for type_, _ in seen)
    return best, (Evidence("type", share, f"{best} {count}/{len(seen)}"),)


def _review(bundle: Bundle) -> Review:
    """As its curation says; a decision of an editor approves what it joins, a link by itself waits for somebody."""
    if bundle.curations:
        return bundle.curations[0].review
    if any(isinstance(link, Proposal) for link in bundle.links):
        return "proposed"
    return "mined"


def _linked(bundle: Bundle) -> Iterator[Evidence]:
    """By which sure proposals and whose decisions the nodes became one."""
    names = {node: key.removeprefix(HAND) for node, key in zip(bundle.members, bundle.keys, strict=True)}
    for edge in bundle.links:
        joined = names.get(edge.right, edge.right.removeprefix(FORM))
        if isinstance(edge, Proposal):
            yield Evidence("linked", round(edge.score, 4), joined)
        else:
            yield Evidence("decided", 1.0, f"{joined}, {edge.actor}")
