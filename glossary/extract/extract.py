"""Document -> Mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from glossary.extract.brands import taught, witnessed
from glossary.extract.describe import describe
from glossary.extract.finders import Found, pairs_at
from glossary.extract.nouns import Nouns
from glossary.extract.sites import sites
from glossary.model import Brand, Document, Extraction, Mention
from glossary.policy import Policy
from glossary.reading.learned import NOTHING, Learned, learned
from glossary.text.hangul import composed
from glossary.tokens import Tokenizers


def extract(doc: Document, policy: Policy, tokenizers: Tokenizers) -> tuple[Mention, ...]:
    """All Hangul names with the hanzi that gloss them, in document order; offsets are the document's.

    >>> from glossary.policy import load_policy
    >>> from glossary.tokens import load
    >>> [(m.ko, m.zh, m.kind) for m in extract(Document("a", "업체 즈우(摯物)와 신(新)산업"), load_policy(), load())]
    [('즈우', '摯物', 'name'), ('신', '新', 'gloss')]
    """
    return study(doc, policy, tokenizers).mentions


def study(doc: Document, policy: Policy, tokenizers: Tokenizers, witnesses: Iterable[Brand] = ()) -> Extraction:
    """The names of a document with the brands that it speaks for, helped by what other documents have witnessed.

    A text is read a second time only where brands were learned whose hanzi it holds.

    >>> from glossary.policy import load_policy
    >>> from glossary.tokens import load
    >>> given = Document("a", "후원사 루미오 (星潭)"), load_policy(), load()
    >>> study(*given).mentions
    ()
    >>> [(m.ko, m.zh) for m in study(*given, [Brand("星潭", "루미오", 2)]).mentions]
    [('루미오', '星潭')]
    """
    text, offsets = composed(doc.text)
    nouns = Nouns(tokenizers, policy.extract.context)
    found = list(_pairs(text, policy, nouns, NOTHING))
    brands = witnessed(found, text)
    known = learned((*witnesses, *brands), policy.extract.learn)
    if taught(known, text):
        found = list(_pairs(text, policy, nouns, known))
    starts = _line_starts(doc.text)
    placed = (_placed(item, offsets, doc.text, starts) for item in describe(found, text, policy.extract, known))
    return Extraction(tuple(sorted(placed, key=lambda mention: (mention.ko_start, mention.zh_start))), brands)


def pairs_of(text: str, policy: Policy, tokenizers: Tokenizers) -> Iterator[Found]:
    """All pairs of a text in composed form, before anything is said of them and nothing learned."""
    return _pairs(text, policy, Nouns(tokenizers, policy.extract.context), NOTHING)


def _pairs(text: str, policy: Policy, nouns: Nouns, learned: Learned) -> Iterator[Found]:
    taken = -1
    for site in sites(text):
        if site.start < taken:
            continue
        for found in pairs_at(site, text, policy.extract, nouns, learned):
            if site.bracket is not None and found.pair.zh_start > site.start:
                taken = max(taken, found.pair.zh_end)
            yield found


def _line_starts(text: str) -> list[int]:
    starts = [0]
    place = text.find("\n")
    while place >= 0:
        starts.append(place + 1)
        place = text.find("\n", place + 1)
    return starts


def _placed(mention: Mention, offsets: Sequence[int], text: str, starts: list[int]) -> Mention:
    """The mention with offsets into the original text, its line and column."""
    ko_start, ko_end = offsets[mention.ko_start], offsets[mention.ko_end]
    zh_start, zh_end = offsets[mention.zh_start], offsets[mention.zh_end]
    line = bisect_right(starts, ko_start)
    if isinstance(offsets, range):
        return replace(mention, line=line, column=ko_start - starts[line - 1] + 1)
    moved = {"ko_start": ko_start, "ko_end": ko_end, "zh_start": zh_start, "zh_end": zh_end}
    moved |= {"ko": _flat(text[ko_start:ko_end]), "zh": _flat(text[zh_start:zh_end])}  # type: ignore[dict-item]
    return replace(mention, **moved, line=line, column=ko_start - starts[line - 1] + 1)  # type: ignore[arg-type]


def _flat(piece: str) -> str:
    return piece.replace("\r", "").replace("\n", "")
