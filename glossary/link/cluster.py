"""Which nodes are one: decisions first, then sure proposals, and never across a "different"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from glossary.model import Decision, Node, Proposal

_FORM = "form:"


def clusters(nodes: Iterable[Node], decisions: Iterable[Decision], proposals: Iterable[Proposal]) -> dict[str, str]:
    """The id that stays, for the id of every node: its own where nothing joins it.

    "different" beats "same" whoever is asked later; decisions come before automatic proposals, the earlier and the
    surer before the others; the same input in any order gives the same answer.

    >>> nodes = [Node(id, "", "", (id,), "person") for id in "abc"]
    >>> said = [Decision(1, "a", "b", "same", "kim", ""), Decision(2, "c", "b", "different", "kim", "")]
    >>> clusters(nodes, said, [Proposal("a", "c", "same", 0.99, (), automatic=True)])
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    known = [node.id for node in nodes]
    forest = Forest(known)
    settled = settled_pairs(decisions)
    for decision in sorted(_counting(decisions, "different"), key=lambda decision: decision.id):
        forest.part(decision.left, decision.right)
    for decision in sorted(_counting(decisions, "same"), key=lambda decision: decision.id):
        forest.join(decision.left, decision.right)
    sure = [one for one in proposals if one.automatic and _pair(one.left, one.right) not in settled]
    for proposal in (one for one in sure if one.judgement == "different"):
        forest.part(proposal.left, proposal.right)
    for proposal in sorted((one for one in sure if one.judgement == "same"), key=_surest):
        forest.join(proposal.left, proposal.right)
    return {id: forest.stays(id) for id in known}


def settled_pairs(decisions: Iterable[Decision]) -> frozenset[tuple[str, str]]:
    """The pairs that somebody has answered, "unsure" included, each in the order of its ids.

    >>> settled_pairs([Decision(1, "b", "a", "unsure", "kim", "")])
    frozenset({('a', 'b')})
    """
    return frozenset(_pair(one.left, one.right) for one in decisions if not one.undone and not one.scope)


def _counting(decisions: Iterable[Decision], judgement: str) -> Iterator[Decision]:
    return (one for one in decisions if one.judgement == judgement and not one.undone and not one.scope)


def _pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left <= right else (right, left)


def _surest(proposal: Proposal) -> tuple[float, str, str]:
    return -proposal.score, proposal.left, proposal.right


class Forest:
    """Union-find whose trees know which trees they must never join; near-linear in what it is told."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._parent: dict[str, str] = {id: id for id in ids}
        self._known = frozenset(ids)
        self._size: dict[str, int] = {}
        self._foes: dict[str, set[str]] = {}
        self._keeps: dict[str, str] = {}  # root -> the id that stays

    def root(self, id: str) -> str:
        """The tree that an id is in; ids never heard of are trees of their own."""
        parent = self._parent
        top = parent.setdefault(id, id)
        while parent[top] != top:
            top = parent[top]
        while parent[id] != top:
            parent[id], id = top, parent[id]
        return top

    def stays(self, id: str) -> str:
        """The id that its tree goes by."""
        root = self.root(id)
        return self._keeps.get(root, root)

    def part(self, left: str, right: str) -> bool:
        """Keep two trees apart for ever; False where they are one already."""
        one, other = self.root(left), self.root(right)
        if one == other:
            return False
        self._foes.setdefault(one, set()).add(other)
        self._foes.setdefault(other, set()).add(one)
        return True

    def join(self, left: str, right: str) -> bool:
        """Make two trees one that goes by the left one's id; False where they are one or must not be."""
        one, other = self.root(left), self.root(right)
        if one == other or other in self._foes.get(one, ()):
            return False
        keeps = self._kept(self.stays(left), self.stays(right))
        if self._size.get(one, 1) < self._size.get(other, 1):
            one, other = other, one
        self._parent[other] = one
        self._size[one] = self._size.get(one, 1) + self._size.pop(other, 1)
        self._inherit(one, other)
        self._keeps.pop(other, None)
        self._keeps[one] = keeps
        return True

    def _kept(self, left: str, right: str) -> str:
        """A node that there is before one that has gone, one with hanzi before a mere form, left before right."""
        return min((left, right), key=lambda id: (id not in self._known, id.startswith(_FORM)))

    def _inherit(self, one: str, other: str) -> None:
        for foe in self._foes.pop(other, ()):
            self._foes[foe].discard(other)
            self._foes[foe].add(one)
            self._foes.setdefault(one, set()).add(foe)
