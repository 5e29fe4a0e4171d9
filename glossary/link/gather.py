"""Which nodes are one concept: what was mined, what editors and packs say, and what stands without hanzi."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.link.cluster import clusters
from glossary.link.group import Group, concept_id, groups
from glossary.link.own import FORM, HAND, spoken_for
from glossary.link.scopes import Scopes, scopes, whole
from glossary.model import BareSighting, Curation, Decision, Node, Proposal, Sighting
from glossary.policy import LinkPolicy


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that speaks of one concept; of every kind what the staying node has comes first."""

    id: str
    key: str
    groups: tuple[Group, ...]
    bare: tuple[BareSighting, ...]
    curations: tuple[Curation, ...]
    members: tuple[str, ...]
    keys: tuple[str, ...]
    links: tuple[Proposal | Decision, ...] = ()

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """The mentions with hanzi of all groups."""
        return tuple(sighting for group in self.groups for sighting in group.sightings)


def gather(
    sightings: Iterable[Sighting],
    bare: Iterable[BareSighting],
    curations: Iterable[Curation],
    decisions: Sequence[Decision],
    proposals: Sequence[Proposal],
    policy: LinkPolicy,
) -> list[Bundle]:
    """One bundle for each concept, in the order of the keys.

    A form without hanzi is a concept only where somebody says so or where it is one with another form.
    """
    said = {curation.concept: curation for curation in curations}
    mined = {group.id: group for group in groups(sightings, policy, decisions, said.values())}
    keys = {**{id: curation.key for id, curation in said.items()}, **{id: group.key for id, group in mined.items()}}
    seen = list(bare)
    for form in sorted({node for item in seen for node in item.mention.nodes if node.startswith(FORM)} | _forms(said)):
        keys.setdefault(form, HAND + form.removeprefix(FORM))
    answers = [*whole(decisions), *spoken_for(said.values(), keys, {id: mined[id].type for id in mined})]
    stays = clusters([Node(id, key, "", (), "term") for id, key in keys.items()], answers, proposals)
    members: dict[str, list[str]] = defaultdict(list)
    for id in sorted(keys, key=lambda id: (id != stays[id], id not in mined, keys[id], id)):
        if not (id in said and said[id].deleted):
            members[stays[id]].append(id)
    found = _resolved(seen, stays, scopes(decisions))
    links = _links(stays, [*decisions, *proposals])
    bundles = (
        _bundle(stay, ids, mined, said, keys, found[stay], links[stay])
        for stay, ids in members.items()
        if _is_concept(ids, mined, said)
    )
    return sorted(bundles, key=lambda bundle: (bundle.key, bundle.id != concept_id(bundle.key), bundle.id))


def node_key(node: str) -> str:
    """The key of a form without hanzi.

    >>> node_key("form:평자오")
    'ko:평자오'
    """
    return HAND + node.removeprefix(FORM)


def _forms(said: dict[str, Curation]) -> set[str]:
    return {FORM + curation.key.removeprefix(HAND) for curation in said.values() if curation.key.startswith(HAND)}


def _is_concept(ids: Sequence[str], mined: dict[str, Group], said: dict[str, Curation]) -> bool:
    return len(ids) > 1 or ids[0] in mined or ids[0] in said


def _resolved(
    bare: Iterable[BareSighting], stays: dict[str, str], moved: Scopes
) -> defaultdict[str, list[BareSighting]]:
    """The bare mentions by concept; one that may mean several counts for none of them."""
    found: defaultdict[str, list[BareSighting]] = defaultdict(list)
    for item in bare:
        homes = {moved.home(node, item.place) for node in item.mention.nodes}
        concepts = {stays.get(home, home) for home in homes}
        if len(concepts) == 1:
            found[concepts.pop()].append(item)
    return found


def _links(stays: dict[str, str], edges: Iterable[Decision | Proposal]) -> defaultdict[str, list[Decision | Proposal]]:
    """What made nodes one: the decisions and sure proposals that did not fail against a "different"."""
    found: defaultdict[str, list[Decision | Proposal]] = defaultdict(list)
    for edge in sorted(edges, key=_place):
        counts = not (edge.undone or edge.scope) if isinstance(edge, Decision) else edge.automatic
        if counts and edge.judgement == "same" and edge.left in stays and stays[edge.left] == stays.get(edge.right):
            found[stays[edge.left]].append(edge)
    return found


def _place(edge: Decision | Proposal) -> tuple[bool, int, str, str]:
    """Decisions in their order, then proposals in that of their nodes."""
    return isinstance(edge, Proposal), 0 if isinstance(edge, Proposal) else edge.id, edge.left, edge.right


def _bundle(
    stay: str,
    ids: Sequence[str],
    mined: dict[str, Group],
    said: dict[str, Curation],
    keys: dict[str, str],
    bare: Sequence[BareSighting],
    links: Sequence[Decision | Proposal],
) -> Bundle:
    id, key = (concept_id(node_key(stay)), node_key(stay)) if stay.startswith(FORM) else (stay, keys[stay])
    members = ids if id in ids else [id, *ids]
    return Bundle(
        id=id,
        key=key,
        groups=tuple(mined[one] for one in ids if one in mined),
        bare=tuple(bare),
        curations=tuple(said[one] for one in ids if one in said),
        members=tuple(members),
        keys=tuple(keys.get(one, key) for one in members),
        links=tuple(links),
    )
