"""Which open proposals are worth a person's time: none that an answer given, or a likelier one, settles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from glossary.model import PACKS, Proposal
from glossary.policy import ReviewPolicy
from glossary.text.keys import hanzi_key

if TYPE_CHECKING:
    from glossary.store.usage import Usage

FORM = "form:"


def housed(homes: Mapping[str, str], store: Usage) -> set[str]:
    """The forms that are one with a name that has hanzi by now."""
    keys = store.keys_of(set(homes.values()))
    hanzi = {home for home, key in keys.items() if not key.startswith("ko:")}
    return {node for node, home in homes.items() if node.startswith(FORM) and home in hanzi}


def listed_only(store: Usage, nodes: Iterable[str]) -> set[str]:
    """The nodes that a list which ships alone gives: no text has them with hanzi, no editor has entered them."""
    keys = {one.key: one.concept for one in store.curations((), ids=nodes) if one.source in PACKS}
    seen = {hanzi_key(item.mention.zh) for item in store.sightings(keys)} if keys else set()
    return {node for key, node in keys.items() if key not in seen}


def sifted(open_ones: Sequence[Proposal], at_home: Set[str], listed: Set[str], policy: ReviewPolicy) -> list[Proposal]:
    """The proposals to ask, in their order.

    A form that has found its home is asked about no more. What is merely possible waits while something likely is
    open for the same form. A name that only a list gives is asked about where it is likely and the only one so near:
    a county of 3,700 has the sound of almost anything.

    >>> from glossary.policy import load_policy
    >>> hu_run = Proposal("c1", "form:후론", "same", 0.92, ())
    >>> hu_lin = Proposal("c2", "form:후론", "same", 0.88, ())
    >>> [one.left for one in sifted([hu_run, hu_lin], set(), {"c2"}, load_policy().review)]
    ['c1']
    """
    found = [one for one in open_ones if one.right not in at_home or one.left.startswith(FORM)]
    rivals: dict[str, list[Proposal]] = defaultdict(list)
    for one in found:
        rivals[one.right].append(one)
    return [one for one in found if _worth(one, rivals[one.right], listed, policy)]


def _worth(one: Proposal, rivals: Sequence[Proposal], listed: Set[str], policy: ReviewPolicy) -> bool:
    if one.left in listed or one.right in listed:
        return _worth_listed(one, rivals, listed, policy)
    if not one.right.startswith(FORM) or one.judgement == "same":
        return True
    return not any(other.judgement == "same" and other.left not in listed for other in rivals)


def _worth_listed(one: Proposal, rivals: Sequence[Proposal], listed: Set[str], policy: ReviewPolicy) -> bool:
    others = [other for other in rivals if other is not one]
    if one.score < policy.listed:
        return False
    if any(other.judgement == "same" and other.left not in listed for other in others):
        return False
    return all(other.score + policy.clear <= one.score for other in others if other.left in listed)
