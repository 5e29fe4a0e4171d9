"""The company two names keep: documents, neighbours, Latin names, and what sort of thing they name."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.model import EntityType, Evidence, Node
from glossary.text.keys import latin_key

_SHARED, _MOST = 1.0, 3.0  # for each neighbour in common, and for all of them together
_WEAK = 1.0  # where the names themselves speak against it: colleagues are two persons
_TOGETHER = 0.5  # one document has both
_LATIN = 5.0
_CLASH = {"person": -4.0, "other": -1.5}
_BODIES = frozenset({"organization", "media", "product", "event", "work", "term"})


def company_evidence(left: Node, right: Node, *, weak: bool = False) -> Iterator[Evidence]:
    """What the surroundings of two nodes say, in log odds.

    A Latin name says nothing of two hanzi names: 兰西 and 兰溪 are both Lanxi. Nor does the type of a form without
    hanzi, which is a mere guess.

    >>> one = Node("a", "", "", ("김종문",), "person", company=("KIC중국", "글로벌혁신센터"))
    >>> [sign.value for sign in company_evidence(one, one)]
    [2.0]
    """
    shared = sorted(set(left.company) & set(right.company))
    if shared:
        yield Evidence("company", min(_WEAK if weak else _MOST, _SHARED * len(shared)), " ".join(shared[:3]))
    if set(left.documents) & set(right.documents):
        yield Evidence("one-document", _TOGETHER)
    names = {latin_key(name) for name in left.latin} & {latin_key(name) for name in right.latin}
    if names - {""} and not (left.key and right.key):
        yield Evidence("latin", _LATIN, " ".join(sorted(names)))
    clash = _clash(left.type, right.type)
    if clash and left.key and right.key:
        yield Evidence("type", clash, f"{left.type} / {right.type}")


def _clash(one: EntityType, other: EntityType) -> float:
    """What two types say against one bearer; "term" may be anything."""
    if one == other or "term" in (one, other) or {one, other} <= _BODIES:
        return 0.0
    return _CLASH["person" if "person" in (one, other) else "other"]
