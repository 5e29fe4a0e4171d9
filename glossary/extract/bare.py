"""Known names that stand in a text without hanzi: found by the automaton, weighed by form and surroundings."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from glossary.extract import features, gazetteer
from glossary.extract.doubt import Doubts
from glossary.extract.frames import framed
from glossary.extract.known import KnownNames, Meaning
from glossary.extract.setting import Setting, choose, company, setting
from glossary.extract.spots import Spot, Text, spots
from glossary.extract.weigh import evidence, log_odds, probability, weight
from glossary.model import BareMention, Document, Evidence, Mention
from glossary.policy import Policy
from glossary.text.hangul import composed, is_hangul
from glossary.text.keys import hanzi_key
from glossary.text.scan import Match, squeeze
from glossary.tokens import Tokenizers

SURE = 2.5  # log odds from which on a form counts as a name for those around it
HANZI = "zh:"  # begins the node of a name that the glossary lacks
_SHORT = 3  # syllables of a form that may be a common word
MISFIT = "particle-misfit"
SURER = 5.0  # and from which on nobody needs to ask whether it begins a longer word
DOUBT = 2.0  # log odds on either side of even within which the tokenizer is asked


class Weighed:
    """A form where it stands, with all that was weighed; `odds` are log odds that it is a name here."""

    __slots__ = ("base", "features", "odds", "source", "spot")

    def __init__(self, spot: Spot, source: str, base: float, features: list[str]) -> None:
        self.spot = spot
        self.recast(source, base, features)

    def recast(self, source: str, base: float, features: list[str]) -> None:
        """Weigh the form anew."""
        self.source = source
        self.base = base
        self.features = features
        self.odds = log_odds(base, features)

    def add(self, features: Iterable[str]) -> None:
        """Weigh further features."""
        self.features.extend(features)
        self.odds = log_odds(self.base, self.features)


def bare(
    doc: Document, names: KnownNames, policy: Policy, tokenizers: Tokenizers, mentions: Sequence[Mention] = ()
) -> tuple[BareMention, ...]:
    """The known names of a document that stand without hanzi, in its order.

    `mentions` are those with hanzi: their places are left out, and what they gloss is surely a name elsewhere.

    >>> from glossary.extract.known import Names
    >>> from glossary.policy import load_policy
    >>> from glossary.tokens import load
    >>> names = Names([("허사이커지", "c1", "organization", "禾赛科技"), ("지난", "c2", "place", "济南")])
    >>> doc = Document("a", "지난해 허사이커지가 산둥성 지난에 왔다.")
    >>> [(found.text, found.nodes) for found in bare(doc, names, load_policy(), load())]
    [('허사이커지', ('c1',)), ('지난', ('c2',))]
    """
    return tuple(found for found in every(doc, names, tokenizers, mentions) if not found.nodes[0].startswith(HANZI))


def every(
    doc: Document, names: KnownNames, tokenizers: Tokenizers, mentions: Sequence[Mention] = ()
) -> tuple[BareMention, ...]:
    """The same with the names that only the gazetteer knows: their node is "zh:" and the folded hanzi.

    >>> from glossary.extract.known import Names
    >>> from glossary.tokens import load
    >>> [(found.text, found.nodes) for found in every(Document("a", "부산시와 산시성 시안"), Names(()), load())]
    [('산시', ('zh:陕西',)), ('시안', ('zh:西安',))]
    """
    text, offsets = composed(doc.text)
    starts = [0, *(place + 1 for place, char in enumerate(doc.text) if char == "\n")]
    beside = {(mention.line, piece) for mention in mentions for piece in _latin(mention)}
    found = []
    for item, meanings in recognize(text, names, tokenizers, _in_composed(mentions, offsets)):
        nodes = dict.fromkeys(meaning.node or HANZI + meaning.zh for meaning in meanings)
        if meanings[0].node:
            nodes = {node: None for node in nodes if not node.startswith(HANZI)}
        made = _mention(item, tuple(nodes), meanings[0], doc.text, offsets, starts)
        if (made.line, made.text) not in beside:
            found.append(made)
    return tuple(found)


def unlisted(found: Iterable[BareMention]) -> tuple[BareMention, ...]:
    """The same, with a form to be asked about where a text writes a name of the gazetteer in two ways: 북경, 베이징.

    One that is written in one way alone needs no answer and is left out.
    """
    ways: defaultdict[str, set[str]] = defaultdict(set)
    kept = list(found)
    for item in kept:
        if len(item.nodes) == 1 and item.nodes[0].startswith(HANZI):
            ways[item.nodes[0]].add(item.text)
    return tuple(
        replace(item, nodes=(f"form:{item.text}",)) if len(ways[item.nodes[0]]) > 1 else item
        for item in kept
        if not item.nodes[0].startswith(HANZI) or len(ways[item.nodes[0]]) > 1
    )


def _latin(mention: Mention) -> Iterator[str]:
    """What stands with a mention in its row or bracket and is counted with it."""
    if mention.en:
        yield mention.en
    yield from (alias.text for alias in mention.aliases)


def recognize(
    text: str, names: KnownNames, tokenizers: Tokenizers | None, mentions: Sequence[Mention] = ()
) -> list[tuple[Weighed, tuple[Meaning, ...]]]:
    """All known names of a text in composed form, the gazetteer's too (their node is ""), without overlaps."""
    whole = Text(text)
    taken = sorted(span for mention in mentions for span in _spans(mention))
    weighed = weigh(whole, names, mentions)
    if tokenizers is not None:
        doubts = Doubts(tokenizers)
        _words(weighed, doubts)
    around = _setting(whole, weighed, mentions)
    for item in weighed:
        item.add(company(item.spot, around))
    if tokenizers is not None:
        _ask(weighed, whole, doubts)
    _agree(weighed)
    kept = _apart([item for item in weighed if item.odds > 0 and not _within(item.spot, taken)])
    around = setting(whole, (item.spot for item in kept), around.glossed)
    return [(item, choose(item.spot, around)) for item in kept]


def weigh(whole: Text, names: KnownNames, mentions: Sequence[Mention] = ()) -> list[Weighed]:
    """Every known form at the beginning of a word, with what it and the words beside it say."""
    weighed = []
    for spot in spots(_matches(whole.text, names), whole):
        if framed(spot.form, whole.text, spot.start, spot.end):
            continue
        source, base = features.prior(spot)
        listed = [*features.own(spot), *features.around(spot), *features.sentence_words(spot, whole)]
        weighed.append(Weighed(spot, source, base + (weight(source) if source != "homograph" else 0.0), listed))
    return weighed


def _matches(text: str, names: KnownNames) -> Iterator[tuple[Match, tuple[Meaning, ...]]]:
    squeezed = squeeze(text)
    found: defaultdict[tuple[int, int], dict[str, Meaning]] = defaultdict(dict)
    matches: dict[tuple[int, int], Match] = {}
    for match in names.forms.find_in(text, squeezed):
        for meaning in names.meanings(match.form):
            if meaning.type != "term" and not (meaning.listed and _divided(match.form, meaning.zh)):
                found[match.start, match.end].setdefault(meaning.zh or meaning.node, meaning)
                matches[match.start, match.end] = match
    for match in gazetteer.forms().find_in(text, squeezed):
        for entry in gazetteer.entries(match.form):
            named = names.named(entry.zh)
            known = Meaning(*named[:3], listed=True) if named else Meaning("", entry.type, entry.zh)
            found[match.start, match.end].setdefault(entry.zh, known)
        matches.setdefault((match.start, match.end), match)
    for place, meanings in found.items():
        if place[1] - place[0] > 1:
            yield matches[place], tuple(meanings.values())


@cache
def _divided(form: str, zh: str) -> bool:
    """Whether a list's form is one of the gazetteer's with 성 or 시 behind: 광주시 is found by way of 광주."""
    if gazetteer.entries(form):
        return False
    return any(entry.zh == zh for size in range(2, len(form)) for entry in gazetteer.entries(form[:size]))


def _setting(whole: Text, weighed: Iterable[Weighed], mentions: Sequence[Mention]) -> Setting:
    sure = _apart([item for item in weighed if item.odds >= SURE])
    glossed = {piece for mention in mentions if mention.kind == "name" for piece in (mention.ko, hanzi_key(mention.zh))}
    return setting(whole, (item.spot for item in sure), glossed)


def _words(weighed: Iterable[Weighed], doubts: Doubts) -> None:
    """A short form of the glossary that no table knows may be a common word: then its shape speaks for nothing."""
    for item in weighed:
        form = item.spot.form
        short = len(form) <= _SHORT and all(map(is_hangul, form))
        if item.source != "unlisted" or not short or gazetteer.entries(form) or not doubts.word(form):
            continue
        listed = all(meaning.listed for meaning in item.spot.meanings)
        source = "word-frequent" if listed else "word-rare"
        kept = [feature for feature in item.features if not feature.startswith(("size-", "foreign-"))]
        item.recast(source, weight(source), kept)


def _ask(weighed: Iterable[Weighed], whole: Text, doubts: Doubts) -> None:
    for item in weighed:
        likely = item.odds > 0 and len(item.spot.form) < _SHORT
        county = "rank-county" in item.features
        particle = (bool(item.spot.rest) or county) and not item.spot.behind.nouns and item.odds < SURER
        if abs(item.odds) < DOUBT or (likely and (particle or item.spot.behind.misfit)):
            item.add([doubts.feature(whole.text, item.spot.start, item.spot.end)])


def _agree(weighed: Sequence[Weighed]) -> None:
    """A form that is surely a name at one place of a text is more likely one at the others."""
    sure = {item.spot.form for item in weighed if item.odds >= SURE}
    for item in weighed:
        if item.spot.form in sure and item.odds < SURE:
            item.add(["elsewhere"])


def _apart(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The longest of those that overlap, in the order of the text."""
    kept: list[Weighed] = []
    taken: set[int] = set()
    for item in sorted(weighed, key=lambda item: (item.spot.start - item.spot.end, item.spot.start)):
        places = range(item.spot.start, item.spot.end)
        if not taken.intersection(places):
            taken.update(places)
            kept.append(item)
    return sorted(kept, key=lambda item: item.spot.start)


def _spans(mention: Mention) -> tuple[tuple[int, int], tuple[int, int]]:
    return (mention.ko_start, mention.ko_end), (mention.zh_start, mention.zh_end)


def _within(spot: Spot, taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (spot.end, 0))
    return any(start < spot.end and spot.start < end for start, end in taken[max(0, place - 2) : place])


def _in_composed(mentions: Sequence[Mention], offsets: Sequence[int]) -> Sequence[Mention]:
    if isinstance(offsets, range):
        return mentions
    places = {offset: place for place, offset in reversed(list(enumerate(offsets)))}
    return [
        replace(
            mention,
            ko_start=places[mention.ko_start],
            ko_end=places[mention.ko_end],
            zh_start=places[mention.zh_start],
            zh_end=places[mention.zh_end],
        )
        for mention in mentions
    ]


def _mention(
    item: Weighed, nodes: tuple[str, ...], first: Meaning, text: str, offsets: Sequence[int], starts: Sequence[int]
) -> BareMention:
    start, end = offsets[item.spot.start], offsets[item.spot.end]
    line = bisect_right(starts, start)
    return BareMention(
        text[start:end].replace("\r", "").replace("\n", ""),
        start,
        end,
        nodes,
        first.type,
        round(probability(item.odds), 4),
        line,
        start - starts[line - 1] + 1,
        (*evidence(item.source, item.base, item.features), *_misfit(item.spot)),
    )


def _misfit(spot: Spot) -> Iterator[Evidence]:
    """Where the particle of the wrong shape stands."""
    if spot.behind.misfit:
        yield Evidence(MISFIT, 1.0, str(spot.behind.at))
