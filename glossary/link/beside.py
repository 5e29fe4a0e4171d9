"""What one document shares with others: which of its names they name as well, as bits of one number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest


class Page:
    """The names of a document, and for each document that shares any of them, which."""

    def __init__(self, names: Collection[str], where: Mapping[str, Sequence[int]]) -> None:
        """`where` tells the documents of each name, this one among them.

        >>> page = Page(["허사이", "펑자오"], {"허사이": [1, 2], "펑자오": [1, 3]})
        >>> page.nearest(9), page.beside([2, 3], ["펑자오"])
        ([1, 3, 2], 1)
        """
        self.size = len(names)
        self._bits = {name: 1 << place for place, name in enumerate(sorted(names))}
        self._shared: dict[int, int] = {}
        shared = self._shared
        for name, bit in self._bits.items():
            for document in where[name]:
                shared[document] = shared.get(document, 0) | bit

    def nearest(self, count: int) -> list[int]:
        """The documents that share the most names with this one, this one first."""
        return nlargest(count, self._shared, key=lambda document: self._shared[document].bit_count())

    def beside(self, documents: Iterable[int], but: Iterable[str]) -> int:
        """How many of its names any of these documents has as well, some names aside."""
        found, shared = 0, self._shared
        for document in documents:
            if document in shared:
                found |= shared[document]
        if found:
            bits = self._bits
            for name in but:
                found &= ~bits.get(name, 0)
        return found.bit_count()
