"""Names that are a concept's own because one editor or pack alone says so, with no decision about nodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from glossary.link.group import concept_id
from glossary.model import Curation, Decision, EntityType
from glossary.text.keys import hanzi_key

FORM = "form:"
HAND = "ko:"


def spoken_for(
    said: Iterable[Curation], keys: Mapping[str, str], types: Mapping[str, EntityType]
) -> Iterator[Decision]:
    """The nodes that one concept alone is curated with: 北京市 beside 北京, a form whose documents were read before.

    `keys` are those of all nodes, `types` those of the mined ones: what is a person here is no place there.
    """
    curations = [curation for curation in said if not curation.deleted]
    own = {curation.concept for curation in curations}
    owners: dict[str, set[str]] = defaultdict(set)
    kinds = {curation.concept: curation.type for curation in curations}
    for curation in curations:
        for node in named(curation):
            if node in keys and node not in own:
                owners[node].add(curation.concept)
    for node, concepts in sorted(owners.items()):
        concept = min(concepts)
        if len(concepts) == 1 and (node not in types or kinds[concept] in (None, types[node])):
            yield Decision(0, concept, node, "same", "", "")


def named(curation: Curation) -> Iterator[str]:
    """The nodes that a curation's terms name, beside its own.

    >>> from glossary.model import CuratedTerm
    >>> said = Curation("c1", "北京", terms=(CuratedTerm("北京市", "zh-Hans", "admitted"),))
    >>> list(named(said)) == [concept_id("北京市")]
    True
    """
    if curation.key.startswith(HAND):
        yield FORM + curation.key.removeprefix(HAND)
    for term in curation.terms:
        if term.language in ("ko", "en"):
            yield FORM + term.text
        elif (key := hanzi_key(term.text)) != curation.key:
            yield concept_id(key)


def own_keys(curations: Iterable[Curation]) -> dict[str, str]:
    """For every hanzi key that a curation names beside its own: the curation's."""
    return {
        key: curation.key
        for curation in curations
        for term in curation.terms
        if term.language.startswith("zh") and (key := hanzi_key(term.text)) != curation.key
    }
