"""Sure proposals held against what editors and packs have listed apart: nothing makes two entries of theirs one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from glossary.link.cluster import Forest
from glossary.model import Curation, Proposal


def cautious(proposals: Sequence[Proposal], curations: Iterable[Curation]) -> list[Proposal]:
    """The proposals without those that ask whether two entries of one list are one: whoever listed them has answered.

    Links that would join entries of two lists, be it by way of a name between them, wait for an answer instead.

    >>> lists = [Curation("c1", "兰西", source="china-places"), Curation("c2", "兰溪", source="china-places")]
    >>> sure = [Proposal(one, "form:란시", "same", 0.97, (), automatic=True) for one in ("c1", "c2")]
    >>> [one.automatic for one in cautious(sure, lists)], cautious([Proposal("c1", "c2", "same", 0.97, ())], lists)
    ([False, False], [])
    """
    listed = {curation.concept: curation.source for curation in curations if not curation.deleted}
    asked = [one for one in proposals if not _answered(one, listed)]
    sure = [one for one in asked if one.automatic and one.judgement == "same"]
    forest = Forest(sorted({node for one in sure for node in (one.left, one.right)}))
    for one in sure:
        forest.join(one.left, one.right)
    entries = Counter(
        forest.root(node) for node in {end for one in sure for end in (one.left, one.right)} & listed.keys()
    )
    return [
        replace(one, automatic=False) if one.automatic and entries[forest.root(one.left)] > 1 else one for one in asked
    ]


def _answered(one: Proposal, listed: dict[str, str]) -> bool:
    """Two entries of one list, or two that no text speaks of."""
    if one.left not in listed or one.right not in listed:
        return False
    return listed[one.left] == listed[one.right] or not one.touches
