"""Look up: one box takes anything that a name is written, typed or half typed as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from glossary.errors import InputError
from glossary.model import Hit, Match
from glossary.service.context import Context
from glossary.service.hits import generated_hit, hit_of
from glossary.service.queries import Way, is_hanzi_name, ways
from glossary.service.ranking import scored
from glossary.service.tails import without_tail
from glossary.text.keyboard import strokes

if TYPE_CHECKING:
    from glossary.store.reader import Found, Reader

Best = dict[str, tuple[float, Match]]


def lookup(ctx: Context, query: str, limit: int | None = None) -> list[Hit]:
    """The entries that a query may mean, the best first.

    A hanzi query that is no entry's whole name gets its generated reading, behind the entries that contain it.
    Raises NotFoundError("db-missing") and InputError("query-too-long").
    """
    bound = ctx.policy.lookup.max_query
    if len(query) > bound:
        raise InputError("query-too-long", length=len(query), limit=bound)
    query = query.encode(errors="replace").decode().strip()  # what came as no Unicode names nothing
    with ctx.reader() as reader:
        best = find(reader, query, ctx.policy.lookup.one_slip, ctx.policy.lookup.two_slips)
        most = limit or ctx.policy.lookup.limit
        hits = _hits(reader, best, most)
    if is_hanzi_name(query) and not any(hit.matched.how == "exact" for hit in hits):
        read = generated_hit(ctx.stages.transliterate(query, None))
        return [*hits[: max(1, most - 1)], read][:most]
    return hits


def find(reader: Reader, query: str, one_slip: int, two_slips: int) -> Best:
    """The best match of every concept that a query may mean; slips are forgiven only where nothing begins with it."""
    best: Best = {}
    possible = ways(query)
    for way in possible:
        for extent, found in _extents(reader, way):
            fitting = ((concept, field, text) for concept, field, _, text in found if way.admits(text))
            _note(best, ((concept, *scored(text, field, extent, way.how)) for concept, field, text in fitting))
    if all(score < scored("", "ko", "prefix", "keyboard")[0] for score, _ in best.values()):
        _note(best, _within(reader, query))
        for way in possible:
            slips = 2 if len(way.key) >= two_slips else 1 if len(way.key) >= one_slip else 0
            if way.fuzzy and slips:
                _note(best, _fuzzy(reader, way, slips))
    return best


def similar(reader: Reader, form: str, one_slip: int) -> Best:
    """The best match of every concept that has this Korean form, or one a slip apart."""
    best: Best = {}
    way = Way(("ko",), strokes(form))
    same = reader.exact(way.fields, way.key)
    _note(best, ((concept, *scored(text, field, "exact", "")) for concept, field, _, text in same))
    if len(way.key) >= one_slip:
        _note(best, _fuzzy(reader, way, 1))
    return best


def _extents(reader: Reader, way: Way) -> Iterator[tuple[str, list[Found]]]:
    yield "exact", reader.exact(way.fields, way.key)
    yield "prefix", reader.prefix(way.fields, way.key)
    yield "part", reader.part(way.fields, way.key)


def _within(reader: Reader, query: str) -> Iterator[tuple[str, float, Match]]:
    """The names that the query is with a particle, a title or more words behind: the longest such name alone."""
    for name in without_tail(query):
        found = [item for way in ways(name) if not way.how for item in reader.exact(way.fields, way.key)]
        if found:
            yield from ((concept, *scored(text, field, "tail", "")) for concept, field, _, text in found)
            return


def _note(best: Best, matches: Iterable[tuple[str, float, Match]]) -> None:
    for concept, score, match in matches:
        if concept not in best or score > best[concept][0]:
            best[concept] = score, match


def _fuzzy(reader: Reader, way: Way, slips: int) -> Iterator[tuple[str, float, Match]]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    forms = reader.forms(way.fields)
    near = process.extract_iter(way.key, [key for _, _, key, _ in forms], scorer=OSA.distance, score_cutoff=slips)
    for _, distance, place in near:
        concept, field, _, text = forms[place]
        yield concept, *scored(text, field, "fuzzy", "keyboard" if way.how == "keyboard" else "", int(distance))


def _hits(reader: Reader, best: Best, limit: int) -> list[Hit]:
    counts = reader.mention_counts(best)
    order = sorted(best, key=lambda concept: (-best[concept][0], -counts[concept], best[concept][1].text, concept))
    entries = reader.entries(order[:limit])
    return [hit_of(entries[concept], *best[concept]) for concept in order[:limit]]
