"""What the page of a proof shows: findings in the reader's words, the text in pieces, what was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from glossary.messages import Lang
from glossary.model import Edit, Evidence, Finding, Severity
from glossary.service.marked import Piece, in_browser, pieces, places_now
from glossary.service.proof import RETYPABLE, TRACKABLE, WRITABLE, Proof, accepting
from glossary.service.reports.wire import message

LEVELS: tuple[Severity, ...] = ("error", "warning", "info")
TYPED_INTO = 300_000  # characters: a field of more is slow under the hands
TOLD = ("customary", "mandarin-names", "chinese", "near", "alike", "source")  # evidence that the page has words for
PAGE = 200  # findings of one page: a browser lays out their stretch of text at once


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggestion; `was` and `will` are the words with the particle that goes with it, where one does."""

    text: str
    was: str = ""
    will: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One finding as the list shows it; `start` and `end` as a text field of the browser counts."""

    number: int
    finding: Finding
    said: str
    choices: tuple[Choice, ...]
    kin: int
    start: int
    end: int
    missing: str = ""  # the name of the source that the text lacks


@dataclass(frozen=True, slots=True)
class Change:
    """One edit of the file, and where it stands in the text as it is now."""

    number: int
    edit: Edit
    line: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a proof."""

    proof: Proof
    items: tuple[Item, ...]
    pieces: tuple[Piece, ...]
    source: tuple[Piece, ...]
    changes: tuple[Change, ...]
    counts: dict[str, int]
    sure: int
    earlier: int | None  # the number of the first finding of the page before, of the one behind
    later: int | None

    @property
    def typable(self) -> bool:
        """Whether the text can be written into."""
        return self.proof.first.format in RETYPABLE and len(self.proof.text) <= TYPED_INTO

    @property
    def writable(self) -> bool:
        """Whether the format is written back."""
        return self.proof.first.format in WRITABLE

    @property
    def trackable(self) -> bool:
        """Whether it can hold tracked changes."""
        return self.proof.first.format in TRACKABLE


def sheet(proof: Proof, level: Severity, start: int, lang: Lang) -> Sheet:
    """The findings at or above a level from the one with number `start` on, with their stretch of the text."""
    wanted = LEVELS[: LEVELS.index(level) + 1]
    shown = [(number, one) for number, one in enumerate(proof.findings) if one.severity in wanted]
    before = [number for number, _ in shown if number < start]
    page = [pair for pair in shown if pair[0] >= start][:PAGE]
    later = next((number for number, _ in shown if page and number > page[-1][0]), None)
    low = _line_start(proof.text, proof.findings[page[0][0]].start) if before and page else 0
    high = _line_start(proof.text, proof.findings[later].start) if later is not None else len(proof.text)
    counts = Counter(one.severity for one in proof.findings)
    return Sheet(
        proof,
        tuple(_items(proof, page, lang)),
        tuple(_pieces(proof, page, low, max(low, high))),
        tuple(_source(proof, page)),
        tuple(_changes(proof)),
        {one: counts[one] for one in LEVELS},
        sum(one.fixable and one.severity != "info" for one in proof.findings),
        before[max(0, len(before) - PAGE)] if before else None,
        later,
    )


def _items(proof: Proof, page: Sequence[tuple[int, Finding]], lang: Lang) -> Iterator[Item]:
    kin = Counter(_kind(one) for one in proof.findings)
    places = in_browser(proof.text, [place for _, one in page for place in (one.start, one.end)])
    for place, (number, one) in enumerate(page):
        choices = tuple(_choice(proof.text, one, text) for text in one.suggestions)
        start, end = places[2 * place : 2 * place + 2]
        missing = next((why.detail for why in one.evidence if why.feature == "source"), "")
        yield Item(number, one, message(one, lang), choices, kin[_kind(one)], start, end, missing)


def _kind(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, "".join(finding.text.split()), finding.suggestions[0] if finding.suggestions else ""


def _choice(text: str, finding: Finding, suggestion: str) -> Choice:
    """A suggestion with the particle that would go with it, seen in the finding's own line."""
    low = _line_start(text, finding.start)
    high = text.find("\n", finding.end)
    line = text[low : high if high >= 0 else len(text)]
    here = replace(finding, start=finding.start - low, end=finding.end - low)
    edits = accepting(line, here, suggestion)
    if len(edits) < 2:
        return Choice(suggestion)
    will, place = "", edits[0].start
    for edit in edits:
        will += line[place : edit.start] + edit.new
        place = edit.end
    return Choice(suggestion, line[edits[0].start : edits[-1].end], will)


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _pieces(proof: Proof, page: Sequence[tuple[int, Finding]], low: int, high: int) -> Iterator[Piece]:
    """Marks are findings by their number on the whole, then the edits; each stretch tells which cover it."""
    numbers = [number for number, _ in page]
    done = places_now(proof.edits)
    numbers += [len(proof.findings) + place for place in range(len(done))]
    spans = [(one.start - low, one.end - low) for _, one in page] + [(start - low, end - low) for start, end in done]
    for piece in pieces(proof.text[low:high], spans):
        yield replace(
            piece,
            marks=tuple(numbers[place] for place in piece.marks),
            first=tuple(numbers[place] for place in piece.first),
        )


def _source(proof: Proof, page: Sequence[tuple[int, Finding]]) -> Iterator[Piece]:
    """The Chinese source with the names that findings speak of."""
    names = [(number, why) for number, one in page for why in one.evidence if why.feature == "source"]
    spans = [(int(why.value), int(why.value) + len(why.detail)) for _, why in names]
    for piece in pieces(proof.source, spans):
        yield replace(piece, marks=tuple(names[place][0] for place in piece.marks), first=())


def _changes(proof: Proof) -> Iterator[Change]:
    line, seen = 1, 0
    for number, (edit, (start, _)) in enumerate(zip(proof.edits, places_now(proof.edits), strict=True)):
        line += proof.text.count("\n", seen, start)
        seen = start
        yield Change(number, edit, line)


def worst(proof: Proof, numbers: Sequence[int]) -> Severity:
    """The gravest level of these findings."""
    return min((proof.findings[number].severity for number in numbers), key=LEVELS.index)


def reasons(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    """What the evidence says, each under the name that the catalogue has words for.

    >>> reasons([Evidence("step-drift", 0.3, "腾 teng 팅"), Evidence("chinese", 0.64), Evidence("moon", 1.0)])
    [('step', '腾 teng 팅'), ('chinese', '64 %')]
    """
    found = []
    for one in evidence:
        feature = "step" if one.feature.startswith("step-") else one.feature
        if feature == "step" or feature in TOLD:
            shown = {"chinese": f"{one.value:.0%}".replace("%", " %"), "mandarin-names": f"{one.value:.0f}"}
            found.append((feature, shown.get(feature, one.detail)))
    return found


def cut(text: str) -> list[Piece]:
    """A short text with its hanzi apart.

    >>> [piece.tag for piece in cut("펑자오(彭昭)")]
    ['', 'zh-Hans', '']
    """
    return list(pieces(text, ()))
