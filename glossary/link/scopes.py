"""Decisions about single mentions: which of them leave their node, and for which one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from glossary.model import Decision


class Scopes:
    """Where a mention belongs after all decisions about it."""

    def __init__(self) -> None:
        self._moves: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def __bool__(self) -> bool:
        return bool(self._moves)

    def add(self, decision: Decision) -> None:
        """Take in a decision about single mentions."""
        for place in decision.scope:
            self._moves[place].append((decision.left, decision.right))

    def home(self, node: str, place: str) -> str:
        """The node of the mention that stands there, given the node that its hanzi or its form name."""
        for left, right in self._moves.get(place, ()):
            if node == left:
                node = right
        return node


def scopes(decisions: Iterable[Decision]) -> Scopes:
    """The decisions about single mentions, in the order in which they were taken.

    >>> said = Decision(1, "c1", "c2", "different", "kim", "", scope=("260.txt:836",))
    >>> scopes([said]).home("c1", "260.txt:836"), scopes([said]).home("c1", "260.txt:4")
    ('c2', 'c1')
    """
    found = Scopes()
    for decision in sorted(decisions, key=lambda decision: decision.id):
        if decision.scope and not decision.undone:
            found.add(decision)
    return found


def whole(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions about nodes; what parted from a node by its mentions stays parted from it.

    >>> said = Decision(1, "c1", "c2", "different", "kim", "", scope=("260.txt:836",))
    >>> [(one.judgement, one.scope) for one in whole([said])]
    [('different', ())]
    """
    standing = (decision for decision in decisions if not decision.undone)
    return [replace(one, judgement="different", scope=()) if one.scope else one for one in standing]
