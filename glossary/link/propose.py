"""Which nodes may be one: the pairs worth judging, found in time linear in the nodes, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glossary.link.judge import judge
from glossary.link.voice import Voice
from glossary.model import Decision, Node, Proposal
from glossary.policy import LinkPolicy


def propose(nodes: Sequence[Node], decisions: Iterable[Decision], policy: LinkPolicy, voice: Voice) -> list[Proposal]:
    """Proposals for the pairs that nobody has decided, in the order of how many mentions the answer touches."""
    return []
