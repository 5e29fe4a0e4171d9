"""Which nodes may be one: the pairs worth judging, found in time linear in the nodes, the weightiest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from glossary.link.block import node_keys, slip_keys
from glossary.link.cluster import Forest, settled_pairs
from glossary.link.judge import judge
from glossary.link.voice import Voice
from glossary.model import Decision, Node, Proposal
from glossary.policy import LinkPolicy

_CROWD = 24  # nodes that share one key: of more the weightiest are compared, and each other with its neighbours

_RIVAL = 0.9  # score from which another's claim to a form keeps it from being linked without asking


def propose(nodes: Sequence[Node], decisions: Iterable[Decision], policy: LinkPolicy, voice: Voice) -> list[Proposal]:
    """Proposals for the pairs that nobody has decided, in the order of how many mentions the answer touches.

    Pairs that are surely two are left out: nobody needs to be asked. A form that several names may own is never
    linked without asking.
    """
    by_id = {node.id: node for node in nodes}
    settled = settled_pairs(decisions)
    found = []
    for left, right in sorted(candidates(nodes)):
        if (left, right) not in settled:
            proposal = judge(by_id[left], by_id[right], policy, voice)
            if proposal.judgement != "different":
                found.append(proposal)
    return sorted(_unrivalled(found), key=lambda one: (-one.touches, -one.score, one.left, one.right))


def candidates(nodes: Sequence[Node]) -> set[tuple[str, str]]:
    """The pairs that share a key, each in the order of its ids; those that share more than a crowd's key come first."""
    found: set[tuple[str, str]] = set()
    for keys in (node_keys, slip_keys):
        blocks: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            for key in keys(node):
                blocks[key].append(node)
        for block in blocks.values():
            if len(block) > 1:
                found.update(_pairs(block))
    return found


def _pairs(block: list[Node]) -> Iterator[tuple[str, str]]:
    """All pairs of a block; of a crowd each node with the weightiest, so that work stays linear."""
    if len(block) > _CROWD:
        block = sorted(block, key=lambda node: (not node.key, -node.mentions, node.id))
        heads = block[: _CROWD // 4]
        pairs: Iterable[tuple[Node, Node]] = ((head, node) for node in block for head in heads if head is not node)
    else:
        pairs = combinations(block, 2)
    for one, other in pairs:
        if one.id != other.id:
            yield (one.id, other.id) if one.id <= other.id else (other.id, one.id)


def _unrivalled(found: list[Proposal]) -> Iterator[Proposal]:
    """Automatic links of a node that two others want alike wait for an editor, unless the two are one themselves."""
    sure = [proposal for proposal in found if proposal.automatic]
    forest = Forest([])
    for proposal in sure:
        if _kin(proposal):
            forest.join(proposal.left, proposal.right)
    wanted: dict[str, set[str]] = defaultdict(set)
    for proposal in found:
        if proposal.judgement == "same" and not _kin(proposal) and proposal.score >= _RIVAL:
            wanted[proposal.right].add(forest.root(proposal.left))
    for proposal in found:
        rivalled = proposal.automatic and not _kin(proposal) and len(wanted[proposal.right]) > 1
        yield replace(proposal, automatic=False) if rivalled else proposal


def _kin(proposal: Proposal) -> bool:
    """Whether the two are one by their hanzi, whatever else is."""
    return any(sign.feature in ("hanzi", "bearer", "left-over") for sign in proposal.evidence)
