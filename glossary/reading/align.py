"""How well a Hangul string renders a hanzi string, where it begins, and why, syllable by syllable."""

from __future__ import annotations

from glossary.model import Alignment
from glossary.policy import AlignPolicy
from glossary.reading.path import best_path
from glossary.reading.relation import relation_of
from glossary.reading.window import make_window


def align(ko: str, zh: str, policy: AlignPolicy, *, whole: bool = False) -> Alignment | None:
    """Align the end of a Hangul string (all of it with `whole`) with a hanzi string; None when it renders it not.

    `start` of the answer is an offset into `ko`; its trace tells the rule and cost of every syllable.

    >>> from glossary.policy import load_policy
    >>> found = align("IoT 기업 펑자오", "彭昭", load_policy().align)
    >>> found.start, found.ko, found.cost, found.relation
    (7, '펑자오', 0.0, 'transliteration')
    """
    window = make_window(ko)
    path = best_path(window, zh, begin=0 if whole else None, strict=policy.accept)
    if path is None:
        return None
    start = window.origin(path.start)
    size = max(1, len("".join(zh.split())))
    return Alignment(start, ko[start:], zh, round(path.cost / size, 4), relation_of(path.steps), path.steps)
