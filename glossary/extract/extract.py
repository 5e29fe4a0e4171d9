"""Document -> Mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from glossary.extract.describe import describe
from glossary.extract.finders import Found, pairs_at
from glossary.extract.nouns import Nouns
from glossary.extract.sites import sites
from glossary.model import Document, Mention
from glossary.policy import Policy
from glossary.text.hangul import composed
from glossary.tokens import Tokenizers


def extract(doc: Document, policy: Policy, tokenizers: Tokenizers) -> tuple[Mention, ...]:
    """All Hangul names with the hanzi that gloss them, in document order; offsets are the document's.

    >>> from glossary.policy import load_policy
    >>> from glossary.tokens import load
    >>> [(m.ko, m.zh, m.kind) for m in extract(Document("a", "업체 즈우(摯物)와 신(新)산업"), load_policy(), load())]
    [('즈우', '摯物', 'name'), ('신', '新', 'gloss')]
    """
    text, offsets = composed(doc.text)
    found = list(pairs_of(text, policy, tokenizers))
    mentions = describe(found, text, policy.extract)
    starts = _line_starts(doc.text)
    placed = (_placed(mention, offsets, doc.text, starts) for mention in mentions)
    return tuple(sorted(placed, key=lambda mention: (mention.ko_start, mention.zh_start)))


def pairs_of(text: str, policy: Policy, tokenizers: Tokenizers) -> Iterator[Found]:
    """All pairs of a text in composed form, before anything is said of them."""
    nouns, taken = Nouns(tokenizers, policy.extract.context), -1
    for site in sites(text):
        if site.start < taken:
            continue
        for found in pairs_at(site, text, policy.extract, nouns):
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
    moved = {"ko_start": ko_start, "ko_end": ko_end, "zh_start": zh_start, "zh_end": zh_end}
    if not isinstance(offsets, range):
        moved |= {"ko": _flat(text[ko_start:ko_end]), "zh": _flat(text[zh_start:zh_end])}  # type: ignore[dict-item]
    return replace(mention, **moved, line=line, column=ko_start - starts[line - 1] + 1)  # type: ignore[arg-type]


def _flat(piece: str) -> str:
    return piece.replace("\r", "").replace("\n", "")
