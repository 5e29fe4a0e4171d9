"""What the glossary holds, in figures, with queries that it can answer: the front page."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.errors import NotFoundError
from glossary.model import Concept, Entry
from glossary.service.context import Context
from glossary.service.hits import first
from glossary.views import Example, Stats

_LOOKED_AT = 50  # of the commonest concepts, for one that shows every way of searching
_SHORTEST = 4  # syllables: a shorter name has initials that many others share


def stats(ctx: Context) -> Stats:
    """How much there is and how to search it; nothing at all where there is no database yet."""
    try:
        with ctx.reader() as reader:
            concepts, documents, mentions = reader.counts()
            entries = reader.entries(concept.id for concept in reader.concepts(_LOOKED_AT)).values()
            return Stats(concepts, documents, mentions, tuple(_examples(sorted(entries, key=_fitness))))
    except NotFoundError as error:
        if error.code != "db-missing":
            raise
        return Stats(0, 0, 0)


def _fitness(entry: Entry) -> tuple[bool, bool, int, str]:
    """Names written as they sound come first, then those that Sino-Korean reads otherwise, then those seen most."""
    term, reading = first(entry.concept, "ko"), entry.reading
    plain = term is not None and term.text == reading.official and len(term.text) >= _SHORTEST
    other = term is not None and term.text == reading.official and reading.sino_korean not in ("", term.text)
    return not plain, not other, -entry.concept.mentions, entry.concept.id


def _examples(entries: list[Entry]) -> Iterator[Example]:
    """One name shown in every way it can be searched by."""
    from glossary.text.hangul import initials
    from glossary.text.keyboard import latin_mode
    from glossary.text.keys import pinyin_key

    if not entries:
        return
    concept, reading = entries[0].concept, entries[0].reading
    ko, zh = _texts(concept)
    yield Example(ko, "ko")
    yield Example(initials(ko), "initials")
    yield Example(zh, "zh")
    yield Example(pinyin_key("".join(reading.pinyin)), "pinyin")
    yield Example(latin_mode(ko), "keyboard")
    yield Example(reading.sino_korean, "sino_korean")


def _texts(concept: Concept) -> tuple[str, str]:
    ko, zh = first(concept, "ko"), first(concept, "zh-Hans")
    return ko.text if ko else concept.key, zh.text if zh else concept.key
