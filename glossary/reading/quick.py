"""The everyday alignment, fast: every hanzi read by one of its listed spellings, nothing lost, translated or misheard.

The same search as path.py with the same costs, for the nine names in ten that need no more; measured, it takes a tenth
of the time. `None` says only that the full search has to be asked.
"""

from __future__ import annotations

from glossary.reading.costs import EASY, GAP, MID_WORD, RENDERED
from glossary.reading.learned import NOTHING, Learned
from glossary.reading.options import Option, option
from glossary.reading.renderings import rendered_as
from glossary.reading.spellings import longer_spellings
from glossary.reading.window import Window
from glossary.text.hanzi import is_hanzi

LEAST = min(cost for how, cost in RENDERED.items() if how != "word")  # what any translated morpheme costs
LONGEST_CHUNK = 3  # Hangul syllables of the longest spelling of one hanzi (시아오 for 샤오)

# A state: total cost, where the Hangul begins, how the last hanzi was read, and the state before.
State = tuple[float, int, Option | None, "State | None"]


def quick_way(window: Window, hanzi: str, folded: str, stop: int, learned: Learned = NOTHING) -> State | None:
    """The cheapest state that has read every hanzi back from `stop`; None when the case is not so plain.

    >>> from glossary.reading.window import make_window
    >>> cost, start, *_ = quick_way(make_window("업체 즈우"), "摯物", "挚物", 4)
    >>> cost, start
    (0.0, 2)
    """
    rendered = rendered_as(folded, window.text)
    if rendered == "word":
        return None
    states: dict[int, State] = {stop: (0.0, stop, None, None)}
    for char in reversed(hanzi):
        if not is_hanzi(char):
            return None
        states = _read(window, char, states, stop)
        if not states:
            return None
    starts = window.starts
    best = min(states.values(), key=lambda state: (state[0] + (0.0 if state[1] in starts else MID_WORD), -state[1]))
    cost = best[0] + (0.0 if best[1] in starts else MID_WORD)
    dearer = rendered or (learned and learned.within(folded))
    if cost > (LEAST if dearer else EASY * len(hanzi)):
        return None
    return (cost, *best[1:])


def _read(window: Window, char: str, states: dict[int, State], stop: int) -> dict[int, State]:
    """The states after one more hanzi."""
    text, several = window.text, longer_spellings()
    reached: dict[int, State] = {}
    for end, state in states.items():
        for start in range(end - 1, max(-1, end - 1 - LONGEST_CHUNK), -1):
            chunk = text[start:end]
            if end - start > 1 and chunk not in several:
                continue
            found = option(char, chunk)
            if found is None:
                continue
            cost = state[0] + found[0]
            if window.gaps:
                cost += _gaps(window.gaps, start, end, stop)
            known = reached.get(start)
            if known is None or cost < known[0]:
                reached[start] = (cost, start, found, state)
    return reached


def _gaps(gaps: set[int], start: int, end: int, stop: int) -> float:
    return GAP * sum(start < gap < end or (gap == end and end != stop) for gap in gaps)
