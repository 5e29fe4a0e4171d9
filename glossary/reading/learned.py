"""Brands that texts have taught: Hangul names that are no reading of their hanzi and kept standing beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from glossary.model import Brand


@dataclass(frozen=True, slots=True)
class Learned:
    """The brands by their folded hanzi; an empty one is false and costs the search nothing."""

    table: Mapping[str, tuple[Brand, ...]] = field(default_factory=dict)
    longest: int = 0  # hanzi of the longest

    def __bool__(self) -> bool:
        """Whether anything was learned at all."""
        return bool(self.table)

    def ending(self, zh: str, end: int) -> Iterator[tuple[int, tuple[Brand, ...]]]:
        """The stretches of folded hanzi that end at `end` and are a brand's, as (start, brands).

        >>> known = learned([Brand("星潭", "루미오", 2)], 2)
        >>> [(start, brands[0].ko) for start, brands in known.ending("星潭集团", 2)]
        [(0, '루미오')]
        """
        for start in range(max(0, end - self.longest), end):
            found = self.table.get(zh[start:end])
            if found:
                yield start, found

    def within(self, zh: str) -> bool:
        """Whether any stretch of folded hanzi is a brand's.

        >>> known = learned([Brand("星潭", "루미오", 2)], 2)
        >>> known.within("上海星潭"), known.within("上海"), known.within("")
        (True, False, False)
        """
        return any(True for end in range(1, len(zh) + 1) for _ in self.ending(zh, end))

    def times(self, ko: str, zh: str) -> int:
        """How often this Hangul was seen to stand for these folded hanzi, 0 where nothing was learned of them.

        >>> learned([Brand("星潭", "루미오", 2)], 2).times("루미오", "星潭")
        2
        """
        return next((brand.count for brand in self.table.get(zh, ()) if brand.ko == ko), 0)


NOTHING = Learned()


def learned(witnessed: Iterable[Brand], least: int) -> Learned:
    """What witnesses from any number of texts teach together: the pairs seen `least` times or more.

    Hangul that ends in another name of the same hanzi is that one with something before it: 주루미오 beside 루미오.

    >>> known = learned([Brand("星潭", "루미오", 1), Brand("星潭", "루미오", 1), Brand("鹿鸣", "디어콜", 1)], 2)
    >>> known.times("루미오", "星潭"), known.times("디어콜", "鹿鸣")
    (2, 0)
    """
    counts: Counter[tuple[str, str]] = Counter()
    for brand in witnessed:
        counts[brand.zh, brand.ko] += brand.count
    names: defaultdict[str, list[Brand]] = defaultdict(list)
    for (zh, ko), count in sorted(counts.items()):
        if count >= least:
            names[zh].append(Brand(zh, ko, count))
    table = {zh: tuple(brand for brand in found if not _prefixed(brand, found)) for zh, found in names.items()}
    return Learned(table, max(map(len, table))) if table else NOTHING


def _prefixed(brand: Brand, found: Iterable[Brand]) -> bool:
    return any(other.ko != brand.ko and brand.ko.endswith(other.ko) for other in found)
