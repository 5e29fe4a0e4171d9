"""What kind of rendering an alignment is: transliteration, Sino-Korean, translation, a mixture, Japanese, or other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from glossary.model import Relation, Step
from glossary.text.hangul import is_hangul

IsWord = Callable[[str, str], bool]


def relation_of(steps: Sequence[Step], is_word: IsWord | None = None) -> Relation:
    """Name the relation from the steps of an alignment.

    Syllables alike in both readings side with the rest of the name, and with Mandarin when all are alike (왕민 王敏),
    unless the name ends in a Korean word of its own (콰이칸만화 快看漫画), which `is_word` knows.

    >>> from glossary.reading.path import best_path
    >>> from glossary.reading.window import make_window
    >>> [relation_of(best_path(make_window(ko), zh).steps) for ko, zh in
    ...  (("허사이커지", "禾赛科技"), ("화새과기", "禾赛科技"), ("왕민", "王敏"), ("윈난성", "雲南省"))]
    ['transliteration', 'sino-korean', 'transliteration', 'mixed']
    """
    if any(step.how == "japanese" for step in steps):
        return "japanese"
    sounds = [_sound(step) for step in steps]
    _own_word(steps, sounds, is_word)
    _generic(steps, sounds)
    _resolve(sounds)
    kinds = {sound for sound in sounds if sound}
    for relation, wanted in _RULES:
        if kinds and kinds <= wanted:
            return relation
    return "mixed" if kinds else "other"


_RULES: tuple[tuple[Relation, frozenset[str]], ...] = (
    ("transliteration", frozenset({"mandarin", "both"})),
    ("sino-korean", frozenset({"sino", "both", "expansion"})),
    ("transliteration", frozenset({"loan", "mandarin", "both"})),
    ("other", frozenset({"brand"})),
    ("translation", frozenset({"translation", "brand"})),
)


def _sound(step: Step) -> str:
    how = step.how
    if how.startswith("near-"):
        return how
    if how in ("official", "drift"):
        return "mandarin"
    if how in ("sino", "word"):
        return "sino"
    if how == "expansion":
        return "expansion"
    return how if how in ("both", "either", "translation", "loan", "brand") else ""


def _resolve(sounds: list[str]) -> None:
    """Let the clear syllables decide for slips, and for those that are Sino-Korean or Mandarin as it drifts."""
    clear = [side for side in ("mandarin", "sino") if side in sounds]
    if not clear and "near-mandarin" in sounds:
        clear = ["mandarin"]
    side = clear[0] if clear else "sino"
    sounds[:] = [side if sound == "either" or sound.startswith("near-") else sound for sound in sounds]


def _own_word(steps: Sequence[Step], sounds: list[str], is_word: IsWord | None) -> None:
    """A tail of two or more syllables alike in both readings that is a Korean word counts as Sino-Korean."""
    if is_word is None or "mandarin" not in sounds:
        return
    first = len(steps)
    while first and sounds[first - 1] in ("both", "either") and all(map(is_hangul, steps[first - 1].ko)):
        first -= 1
    for start in range(max(first, 1), len(steps) - 1):
        tail = steps[start:]
        if is_word("".join(step.ko for step in tail), "".join(step.zh for step in tail)):
            sounds[start:] = ["sino"] * len(tail)
            return


GENERICS = frozenset("省市县縣区區镇鎮乡鄉村江河山湖岛島州路寺族")


def _generic(steps: Sequence[Step], sounds: list[str]) -> None:
    """A stem alike in both readings before a Sino-Korean generic word is read as Mandarin: 리강 漓江 is mixed."""
    if len(steps) > 1 and sounds[-1] == "sino" and steps[-1].zh in GENERICS and set(sounds[:-1]) <= {"both"}:
        sounds[:-1] = ["mandarin"] * (len(sounds) - 1)
