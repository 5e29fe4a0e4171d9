"""What waits for an answer, and what was linked without one, in words that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from glossary.model import Concept, Decision, Proposal
from glossary.policy import ReviewPolicy
from glossary.service.hits import first, headword
from glossary.service.sifting import housed, listed_only, sifted
from glossary.views import Linked

if TYPE_CHECKING:
    from glossary.store.usage import Usage

FORM = "form:"


def unanswered(store: Usage, policy: ReviewPolicy) -> list[Proposal]:
    """The proposals that wait, those that touch most text first, but for those that nobody needs to be asked.

    What is left out for the sake of a likelier answer (see `sifting`) comes up once that has been refused.
    """
    found = open_ones(store)
    nodes = {node for one in found for node in (one.left, one.right)}
    return sifted(found, housed(store.resolve(nodes), store), listed_only(store, nodes), policy)


def open_ones(store: Usage) -> list[Proposal]:
    """All proposals that are not settled by a decision, asked or not."""
    answered = set(_pairs(store.decisions()))
    waits = (one for one in store.proposals() if not one.automatic and one.judgement != "different")
    found = [one for one in waits if frozenset((one.left, one.right)) not in answered]
    homes = store.resolve({node for one in found for node in (one.left, one.right)})
    return [one for one in found if homes[one.left] != homes[one.right]]


def waiting(store: Usage, policy: ReviewPolicy) -> int:
    """How many proposals wait."""
    return len(unanswered(store, policy))


def links(store: Usage, proposals: Iterable[Proposal]) -> tuple[Linked, ...]:
    """Proposals that became links by themselves, in words; one that a decision kept from it is left out."""
    made = list(proposals)
    homes = store.resolve({node for one in made for node in (one.left, one.right)})
    texts = words(store, {node for one in made for node in (one.left, one.right)})
    return tuple(
        Linked(texts[one.left], texts[one.right], one.score) for one in made if homes[one.left] == homes[one.right]
    )


def words(store: Usage, nodes: Iterable[str]) -> dict[str, str]:
    """What to call each node: its form, or its hanzi and what its concept is called."""
    wanted = sorted(set(nodes))
    keys = store.keys_of(wanted)
    homes = store.resolve([node for node in wanted if not node.startswith(FORM)])
    entries = store.entries(set(homes.values()))
    return {
        node: node.removeprefix(FORM)
        if node.startswith(FORM)
        else _called(entries[homes[node]].concept, node, keys.get(node, ""))
        if homes[node] in entries
        else keys.get(node, node).removeprefix("ko:")
        for node in wanted
    }


def _called(concept: Concept, node: str, key: str) -> str:
    """A concept as 펑자오(彭昭); a node that has joined another is told by its own hanzi."""
    if key.startswith("ko:"):
        return key.removeprefix("ko:")
    hanzi = first(concept, "zh-Hans") or first(concept, "zh-Hant")
    own = hanzi.text if hanzi is not None and node == concept.id else key
    return f"{headword(concept)}({own})" if own else headword(concept)


def _pairs(decisions: Iterable[Decision]) -> Iterator[frozenset[str]]:
    return (frozenset((one.left, one.right)) for one in decisions if not one.scope)
