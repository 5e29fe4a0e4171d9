"""Look up: one box takes anything that a name is written, typed or half typed as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from glossary.errors import InputError
from glossary.model import Hit, Match
from glossary.service.context import Context
from glossary.service.hits import generated_hit, hit_of
from glossary.service.queries import Way, is_hanzi_name, ways
from glossary.service.ranking import BEST, MID_SYLLABLE, begins_whole, scored
from glossary.service.slips import oddness
from glossary.service.tails import without_tail
from glossary.text.keyboard import strokes

if TYPE_CHECKING:
    from glossary.policy import LookupPolicy
    from glossary.store.index_search import Finder, Found
    from glossary.store.reader import Reader

Best = dict[str, tuple[float, Match]]
ENOUGH = 5  # names as typed, or one slip away: more slips are forgiven only where there are fewer
_MOST = 64  # names looked at for each way of reading a query, of which there are several


def lookup(ctx: Context, query: str, limit: int | None = None) -> list[Hit]:
    """The entries that a query may mean, the best first.

    A hanzi query that is no entry's whole name gets its generated reading, behind the entries that contain it.
    Raises NotFoundError("db-missing") and InputError("query-too-long").
    """
    bound = ctx.policy.lookup.max_query
    if len(query) > bound:
        raise InputError("query-too-long", length=len(query), limit=bound)
    query = query.encode(errors="replace").decode().strip()  # what came as no Unicode names nothing
    most = limit or ctx.policy.lookup.limit
    with ctx.reader() as reader:
        search = Search(reader.finder(max(_MOST, most)), ctx.policy.lookup, most)
        search.ask(query)
        hits = _hits(reader, search, most)
    if is_hanzi_name(query) and not any(hit.matched.how == "exact" for hit in hits):
        read = generated_hit(ctx.stages.transliterate(query, None))
        return [*hits[: max(1, most - 1)], read][:most]
    return hits


def similar(reader: Reader, form: str, one_slip: int) -> Best:
    """The best match of every concept that has this Korean form, or one a slip apart."""
    finder, way = reader.finder(_MOST), Way(("ko",), strokes(form))
    best: Best = {}
    for one in finder.exact(way.fields, way.key):
        best.setdefault(one.concept, scored(one.text, one.field, "exact", ""))
    if len(way.key) >= one_slip:
        for found, slips, _ in finder.near(way.fields, way.key, 1, ENOUGH):
            if slips <= 1:
                best.setdefault(found.concept, scored(found.text, found.field, "fuzzy", ""))
    return best


class Search:
    """What a query finds: the best match of every concept, with the concept's weight."""

    def __init__(self, finder: Finder, bounds: LookupPolicy, most: int) -> None:
        self.best: Best = {}
        self.weights: dict[str, int] = {}
        self._finder = finder
        self._bounds = bounds
        self._most = most
        self._is_a_name = False  # as it stands: few mean one two slips away, or in another mode of the keyboard, then

    def ask(self, query: str) -> None:
        """Find what a query may mean; slips are forgiven only where few names begin with it.

        What could stand only behind a page that is full is not looked for.
        """
        possible = ways(query)
        for way in possible:
            if not (self._is_a_name and way.far_fetched):
                self._as_typed(way)
        least = scored("", "ko", "prefix", "keyboard")[0] - MID_SYLLABLE
        whole = sum(score >= least for score, _ in self.best.values())
        if not whole:
            self._within(query)
        if whole < ENOUGH and not self._full(BEST["fuzzy"]):
            for way in possible:
                self._in_spite_of_slips(way)

    def order(self) -> list[str]:
        """The concepts found, the best first: the better match, then what is approved, then what is frequent."""
        best, weights = self.best, self.weights
        return sorted(best, key=lambda concept: (-best[concept][0], -weights[concept], best[concept][1].text, concept))

    def _as_typed(self, way: Way) -> None:
        for extent, found in self._extents(way):
            for one in found:
                if way.admits(one.text):
                    cut = extent == "prefix" and not begins_whole(way.key, one.text, one.field)
                    self._note(one, scored(one.text, _field(way, one), extent, way.how, cut=cut))

    def _extents(self, way: Way) -> Iterator[tuple[str, Iterable[Found]]]:
        if way.of_initials:
            for extent, one in self._finder.by_initials(way.fields[0], way.key):
                yield extent, (one,)
            return
        exact, longer = self._finder.begins(way.fields, way.key)
        yield "exact", exact
        yield "prefix", longer
        if not self._full(BEST["part"]):
            yield "part", self._finder.part(way.fields, way.key)

    def _within(self, query: str) -> None:
        """The names that the query is with a particle, a title or more words behind: the longest such name alone."""
        for name in without_tail(query):
            found = [one for way in ways(name) if way.plain for one in self._finder.exact(way.fields, way.key)]
            for one in found:
                self._note(one, scored(one.text, one.field, "tail", ""))
            if found:
                return

    def _in_spite_of_slips(self, way: Way) -> None:
        bounds, length = self._bounds, len(way.key)
        slips = 2 if length >= bounds.two_slips else 1 if length >= bounds.one_slip else 0
        quick = self._is_a_name
        slips = min(slips, 1) if quick else slips
        if way.fuzzy and slips and not way.of_initials and not (quick and way.far_fetched):
            how = "keyboard" if way.how == "keyboard" else ""
            for found, distance, alike in self._finder.near(way.fields, way.key, slips, ENOUGH, quick=quick):
                told = scored(found.text, found.field, "fuzzy", how, 1 if alike else distance)
                if distance and told[0] > self.best.get(found.concept, (0.0,))[0]:
                    odd = 0.0 if alike else oddness(way.key, strokes(found.text))
                    self._note(found, (round(told[0] - odd, 4), told[1]))

    def _full(self, bound: float) -> bool:
        """Whether the page is full of what is better than this."""
        return len(self.best) >= self._most <= sum(score > bound for score, _ in self.best.values())

    def _note(self, found: Found, told: tuple[float, Match]) -> None:
        self.weights[found.concept] = found.weight
        self._is_a_name = self._is_a_name or told[1].how == "exact"
        if told[0] > self.best.get(found.concept, (0.0,))[0]:
            self.best[found.concept] = told


def _field(way: Way, found: Found) -> str:
    return way.fields[0] if way.of_initials else found.field


def _hits(reader: Reader, search: Search, limit: int) -> list[Hit]:
    order = search.order()[:limit]
    entries = reader.cards(order)
    return [hit_of(entries[concept], *search.best[concept]) for concept in order]
