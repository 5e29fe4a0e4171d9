"""The cheapest way to read a hanzi string out of the Hangul before it.

Dynamic programming from the bracket leftwards: a layer for each hanzi read so far (the last one first), in it the
cheapest way to each position of the Hangul window. Every step names its rule and its cost, so the trace explains
itself. Work is linear in the window for a given hanzi string, and both are bounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from glossary.model import Step
from glossary.reading.numerals import NUMERALS, number_of
from glossary.reading.options import near, options
from glossary.reading.renderings import renderings_ending
from glossary.reading.window import Window
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold, is_hanzi

UNREAD = 0.8  # a hanzi that nothing in the Hangul renders
EXTRA = 0.5  # a Hangul syllable that renders nothing
SWAP = 1.0  # one syllable for one hanzi with no likeness: cheaper than both of the above
GAP = 0.04  # a blank inside the name
SIGN = 0.2  # a dot or hyphen among the hanzi that the Hangul has not
RENDERED = {"translation": 0.08, "expansion": 0.1, "loan": 0.04, "brand": 0.04, "word": 0.0}
BRAND = 0.55  # for each hanzi at the head that an unknown brand stands for: 투조이 for 天九
MID_WORD = 0.12  # a name that begins inside a written word: 주칭다오(靑島)
SLACK = 1.3  # what a path may cost beyond the mean that counts as a reading
LONGEST_CHUNK = 3  # Hangul syllables of the longest spelling of one hanzi (시아오 for 샤오)


class _Node(NamedTuple):
    cost: float
    hanzi: int  # how many hanzi from the right are read
    position: int  # where in the window the name begins so far
    step: Step | None
    previous: _Node | None


@dataclass(frozen=True, slots=True)
class Path:
    """The cheapest way found: where the Hangul begins in the compact window, total cost and the steps in order."""

    start: int
    end: int
    cost: float
    steps: tuple[Step, ...]


def best_path(
    window: Window, zh: str, *, end: int | None = None, begin: int | None = None, strict: float = 0.55
) -> Path | None:
    """The cheapest rendering of `zh` that ends at `end` of the window (its end unless given).

    `begin` fixes where the Hangul begins; otherwise the cheapest start wins, word starts preferred.
    `strict` is the mean cost for each hanzi above which there is no answer (None).

    >>> from glossary.reading.window import make_window
    >>> path = best_path(make_window("업체 허사이커지"), "禾赛科技")
    >>> path.start, [(step.ko, step.zh, step.how) for step in path.steps][1:]
    (2, [('사이', '赛', 'drift'), ('커', '科', 'official'), ('지', '技', 'official')])
    """
    hanzi = [char for char in zh if not char.isspace()]
    if not hanzi or not window.text:
        return None
    stop = len(window.text) if end is None else end
    limit = strict * len(hanzi)
    for tolerant in (False, True):
        search = _Search(window, hanzi, limit + SLACK * min(1.0, len(hanzi) / 4), tolerant)
        best = search.run(stop, begin)
        if best is not None and (tolerant or best.cost <= 0.15 * len(hanzi)):
            return best if best.cost <= limit else None
    return None


class _Search:
    """One alignment: the layers and the ways from one state to the next."""

    def __init__(self, window: Window, hanzi: list[str], cap: float, tolerant: bool) -> None:
        self.window = window
        self.hanzi = hanzi
        self.folded = "".join(fold(char) or char for char in hanzi)
        self.cap = cap
        self.tolerant = tolerant  # whether near misses are tried as well
        self.layers: list[dict[int, _Node]] = [{} for _ in range(len(hanzi) + 1)]

    def run(self, stop: int, begin: int | None) -> Path | None:
        self.layers[0][stop] = _Node(0.0, 0, stop, None, None)
        for done, layer in enumerate(self.layers[:-1]):
            pending = sorted(layer, reverse=True)
            while pending:
                position = pending.pop(0)
                node = layer[position]
                if done and self.tolerant and self._extra(node) and position - 1 not in pending:
                    pending.insert(0, position - 1)
                self._renderings(node)
                self._number(node)
                self._character(node)
                if begin is None:
                    self._brand(node)
        return self._best(stop, begin)

    def _best(self, stop: int, begin: int | None) -> Path | None:
        final = self.layers[-1]
        ranked = [
            (node.cost + (0.0 if begin is not None or position in self.window.starts else MID_WORD), -position, node)
            for position, node in final.items()
            if position < stop and (begin is None or position == begin)
        ]
        if not ranked:
            return None
        cost, _, node = min(ranked, key=lambda entry: entry[:2])
        return Path(node.position, stop, cost, tuple(_steps(node)))

    def _reach(self, node: _Node, hanzi: int, position: int, how: str, reading: str, cost: float) -> bool:
        for place in range(position + 1, node.position + 1):
            if place in self.window.gaps and (place < node.position or node.hanzi):
                cost += GAP
        total = node.cost + cost
        layer = self.layers[hanzi]
        known = layer.get(position)
        if total > self.cap or (known is not None and known.cost <= total):
            return False
        count = len(self.hanzi)
        zh = "".join(self.hanzi[count - hanzi : count - node.hanzi])
        step = Step(self.window.text[position : node.position], zh, how, reading, cost)
        layer[position] = _Node(total, hanzi, position, step, node)
        return True

    def _renderings(self, node: _Node) -> None:
        right = len(self.hanzi) - node.hanzi
        for left, items in renderings_ending(self.folded, right):
            for item in items:
                if self.window.text.endswith(item.ko, 0, node.position):
                    done = node.hanzi + right - left
                    self._reach(node, done, node.position - len(item.ko), item.how, item.ko, RENDERED[item.how])

    def _number(self, node: _Node) -> None:
        """Let digits stand for hanzi numerals: 제19차 for 第十九次."""
        right = left = len(self.hanzi) - node.hanzi
        while left and self.folded[left - 1] in NUMERALS:
            left -= 1
            digits = number_of(self.folded[left:right])
            if digits and self.window.text.endswith(digits, 0, node.position):
                self._reach(node, node.hanzi + right - left, node.position - len(digits), "number", digits, 0.0)

    def _character(self, node: _Node) -> None:
        char = self.hanzi[-1 - node.hanzi]
        text, end, done = self.window.text, node.position, node.hanzi + 1
        if not is_hanzi(char):
            if end and text[end - 1].casefold() == char.casefold():
                self._reach(node, done, end - 1, "same", char, 0.0)
            elif not char.isalnum():
                self._reach(node, done, end, "same", "", 0.0 if end in self.window.gaps else SIGN)
            return
        known = options(char)
        for size in range(1, min(LONGEST_CHUNK, end) + 1):
            option = known.get(text[end - size : end])
            if option is not None:
                self._reach(node, done, end - size, _how(option.sound, option.cost), option.reading, option.cost)
        if self.tolerant:
            self._near(node, char, done)
            self._reach(node, done, end, "unread", "", UNREAD)

    def _near(self, node: _Node, char: str, done: int) -> None:
        text, end = self.window.text, node.position
        if not end or not is_hangul(text[end - 1]):
            return
        unlike = True
        for size in range(1, min(2, end) + 1):
            option = near(char, text[end - size : end])
            if option is not None:
                self._reach(node, done, end - size, f"near-{option.sound}", option.reading, option.cost)
                unlike = False
        if unlike and node.hanzi:
            self._reach(node, done, end - 1, "unread", "", SWAP)

    def _extra(self, node: _Node) -> bool:
        """Step over a Hangul syllable that renders nothing; True when that opens or improves a state."""
        place = node.position - 1
        if place < 0 or place in self.window.walls or not is_hangul(self.window.text[place]):
            return False
        return self._reach(node, node.hanzi, place, "extra", "", EXTRA)

    def _brand(self, node: _Node) -> None:
        """Let the rest of the written word stand for the rest of the hanzi, when the half behind it is read."""
        rest = len(self.hanzi) - node.hanzi
        if not self.tolerant or node.hanzi < 2 or rest > 4 or rest > node.hanzi or node.cost > 0.2 * node.hanzi:
            return
        start = node.position
        while start not in self.window.starts and start - 1 not in self.window.walls and start > 0:
            start -= 1
        if 1 < node.position - start <= 2.5 * rest + 2:
            self._reach(node, len(self.hanzi), start, "brand", "", BRAND * rest)


def _how(sound: str, cost: float) -> str:
    if sound == "mandarin":
        return "official" if cost == 0 else "drift"
    return {"sino": "sino", "both": "both", "either": "either"}[sound]


def _steps(node: _Node | None) -> list[Step]:
    steps = []
    while node is not None and node.step is not None:
        steps.append(node.step)
        node = node.previous
    return steps
