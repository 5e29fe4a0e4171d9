"""The cheapest way to read a hanzi string out of the Hangul before it.

Dynamic programming from the bracket leftwards: a layer for each hanzi read so far (the last one first), in it the
cheapest way to each position of the Hangul window. Every step names its rule and its cost, so the trace explains
itself. Work is linear in the window for a given hanzi string, and both are bounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from glossary.model import Step
from glossary.reading.costs import BRAND, EASY, EXTRA, GAP, MID_WORD, RENDERED, SIGN, SLACK, SWAP, UNREAD
from glossary.reading.learned import NOTHING, Learned
from glossary.reading.numerals import NUMERALS, number_of
from glossary.reading.options import near, option
from glossary.reading.quick import quick_way
from glossary.reading.renderings import rendered_as, renderings_ending
from glossary.reading.window import Window
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold, is_hanzi

LONGEST_CHUNK = 3  # Hangul syllables of the longest spelling of one hanzi (시아오 for 샤오)

# How a state was reached: total cost, hanzi read, position, rule, reading, the step's own cost, the state before.
Node = tuple[float, int, int, str, str, float, Optional["Node"]]


@dataclass(frozen=True, slots=True)
class Path:
    """The cheapest way found: where the Hangul begins in the compact window, total cost and the steps in order."""

    start: int
    end: int
    cost: float
    steps: tuple[Step, ...]


def best_path(
    window: Window,
    zh: str,
    *,
    end: int | None = None,
    begin: int | None = None,
    strict: float = 0.55,
    learned: Learned = NOTHING,
) -> Path | None:
    """The cheapest rendering of `zh` that ends at `end` of the window (its end unless given).

    `begin` fixes where the Hangul begins; otherwise the cheapest start wins, word starts preferred.
    `strict` is the mean cost for each hanzi above which there is no answer (None); `learned` are brands to know.

    >>> from glossary.reading.window import make_window
    >>> path = best_path(make_window("업체 허사이커지"), "禾赛科技")
    >>> path.start, [(step.ko, step.zh, step.how) for step in path.steps][1:]
    (2, [('사이', '赛', 'drift'), ('커', '科', 'official'), ('지', '技', 'official')])
    """
    hanzi = "".join(zh.split())
    if not hanzi or not window.text:
        return None
    stop = len(window.text) if end is None else end
    limit = strict * len(hanzi)
    if begin is None:
        quick = _quick(window, hanzi, stop, learned)
        if quick is not None:
            return quick if quick.cost <= limit else None
    elif (stop - begin - LONGEST_CHUNK * len(hanzi)) * EXTRA > limit and not rendered_as(fold(hanzi), window.text):
        return None  # far too long: a title or a note
    for tolerant in (False, True):
        search = _Search(window, hanzi, limit + SLACK * min(1.0, len(hanzi) / 4), tolerant, learned)
        best = search.run(stop, begin)
        if best is not None and (tolerant or best.cost <= EASY * len(hanzi)):
            return best if best.cost <= limit else None
    return None


def _quick(window: Window, hanzi: str, stop: int, learned: Learned) -> Path | None:
    folded = fold(hanzi)
    best = quick_way(window, hanzi, folded, stop, learned) if len(folded) == len(hanzi) else None
    if best is None:
        return None
    steps, state = [], best
    for char in hanzi:
        cost, sound, reading = state[2] or (0.0, "", "")
        previous = state[3]
        assert previous is not None
        how = _HOW.get(sound) or _mandarin(cost)
        steps.append(Step(window.text[state[1] : previous[1]], char, how, reading, cost))
        state = previous
    return Path(best[1], stop, best[0], tuple(steps))


class _Search:
    """One alignment: the layers and the ways from one state to the next."""

    __slots__ = ("cap", "folded", "gaps", "hanzi", "layers", "learned", "text", "tolerant", "window")

    def __init__(self, window: Window, hanzi: str, cap: float, tolerant: bool, learned: Learned) -> None:
        self.window = window
        self.text = window.text
        self.gaps = window.gaps
        self.hanzi = hanzi
        folded = fold(hanzi)
        self.folded = folded if len(folded) == len(hanzi) else "".join(fold(char)[:1] or char for char in hanzi)
        self.cap = cap
        self.learned = learned
        self.tolerant = tolerant  # whether near misses, losses and unknown brands are tried as well
        self.layers: list[dict[int, Node]] = [{} for _ in range(len(hanzi) + 1)]

    def run(self, stop: int, begin: int | None) -> Path | None:
        self.layers[0][stop] = (0.0, 0, stop, "", "", 0.0, None)
        for done, layer in enumerate(self.layers[:-1]):
            if not layer:
                continue
            pending = sorted(layer)
            while pending:
                node = layer[pending.pop()]
                if done and self.tolerant and self._extra(node) and node[2] - 1 not in pending:
                    pending.append(node[2] - 1)
                self._renderings(node)
                self._character(node)
                if self.tolerant and begin is None:
                    self._brand(node)
        return self._best(stop, begin)

    def _best(self, stop: int, begin: int | None) -> Path | None:
        starts = self.window.starts
        best: tuple[float, int, Node] | None = None
        for position, node in self.layers[-1].items():
            if position >= stop or (begin is not None and position != begin):
                continue
            cost = node[0] + (0.0 if begin is not None or position in starts else MID_WORD)
            if best is None or (cost, -position) < best[:2]:
                best = (cost, -position, node)
        if best is None:
            return None
        return Path(best[2][2], stop, best[0], self._steps(best[2]))

    def _steps(self, node: Node) -> tuple[Step, ...]:
        steps, count = [], len(self.hanzi)
        while (previous := node[6]) is not None:
            _, hanzi, position, how, reading, cost, _ = node
            zh = self.hanzi[count - hanzi : count - previous[1]]
            steps.append(Step(self.text[position : previous[2]], zh, how, reading, cost))
            node = previous
        return tuple(steps)

    def _reach(self, node: Node, hanzi: int, position: int, how: str, reading: str, cost: float) -> bool:
        if self.gaps:
            end = node[2]
            for gap in self.gaps:
                if position < gap < end or (gap == end and node[1]):
                    cost += GAP
        total = node[0] + cost
        if total > self.cap:
            return False
        layer = self.layers[hanzi]
        known = layer.get(position)
        if known is not None and known[0] <= total:
            return False
        layer[position] = (total, hanzi, position, how, reading, cost, node)
        return True

    def _renderings(self, node: Node) -> None:
        done, position = node[1], node[2]
        right = len(self.folded) - done
        for left, items in renderings_ending(self.folded, right):
            for item in items:
                if self.text.endswith(item.ko, 0, position):
                    reached = position - len(item.ko)
                    self._reach(node, done + right - left, reached, item.how, item.ko, RENDERED[item.how])
        if self.learned:
            self._brands(node, right)
        if self.folded[right - 1] in NUMERALS:
            self._number(node, right)

    def _brands(self, node: Node, right: int) -> None:
        done, position = node[1], node[2]
        for left, brands in self.learned.ending(self.folded, right):
            for brand in brands:
                if self.text.endswith(brand.ko, 0, position):
                    reached = position - len(brand.ko)
                    self._reach(node, done + right - left, reached, "brand", brand.ko, RENDERED["brand"])

    def _number(self, node: Node, right: int) -> None:
        """Let digits stand for hanzi numerals: 제19차 for 第十九次."""
        left = right
        while left and self.folded[left - 1] in NUMERALS:
            left -= 1
            digits = number_of(self.folded[left:right])
            if digits and self.text.endswith(digits, 0, node[2]):
                self._reach(node, node[1] + right - left, node[2] - len(digits), "number", digits, 0.0)

    def _character(self, node: Node) -> None:
        _, done, end, *_ = node
        char = self.hanzi[-1 - done]
        if not is_hanzi(char):
            self._sign(node, char)
            return
        text = self.text
        for size in range(1, min(LONGEST_CHUNK, end) + 1):
            found = option(char, text[end - size : end])
            if found is not None:
                cost, sound, reading = found
                self._reach(node, done + 1, end - size, _HOW.get(sound) or _mandarin(cost), reading, cost)
        if self.tolerant:
            self._near(node, char)
            self._reach(node, done + 1, end, "unread", "", UNREAD)

    def _sign(self, node: Node, char: str) -> None:
        end = node[2]
        if end and self.text[end - 1].casefold() == char.casefold():
            self._reach(node, node[1] + 1, end - 1, "same", char, 0.0)
        elif not char.isalnum():
            self._reach(node, node[1] + 1, end, "same", "", 0.0 if end in self.gaps else SIGN)

    def _near(self, node: Node, char: str) -> None:
        text, done, end = self.text, node[1] + 1, node[2]
        if not end or not is_hangul(text[end - 1]):
            return
        unlike = True
        for size in range(1, min(2, end) + 1):
            found = near(char, text[end - size : end])
            if found is not None:
                self._reach(node, done, end - size, f"near-{found[1]}", found[2], found[0])
                unlike = False
        if unlike and node[1]:
            self._reach(node, done, end - 1, "unread", "", SWAP)

    def _extra(self, node: Node) -> bool:
        """Step over a Hangul syllable that renders nothing; True when that opens or improves a state."""
        place = node[2] - 1
        if place < 0 or place in self.window.walls or not is_hangul(self.text[place]):
            return False
        return self._reach(node, node[1], place, "extra", "", EXTRA)

    def _brand(self, node: Node) -> None:
        """Let the rest of the written word stand for the rest of the hanzi, when the half behind it is read."""
        cost, done, position, *_ = node
        rest = len(self.hanzi) - done
        if done < 2 or rest > 4 or rest > done or cost > 0.2 * done:
            return
        start = position
        while start > 0 and start not in self.window.starts and start - 1 not in self.window.walls:
            start -= 1
        if 1 < position - start <= 2.5 * rest + 2:
            self._reach(node, len(self.hanzi), start, "brand", "", BRAND * rest)


_HOW = {"sino": "sino", "both": "both", "either": "either"}


def _mandarin(cost: float) -> str:
    return "official" if cost == 0 else "drift"
