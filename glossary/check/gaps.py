"""Where the Hangul of a name cannot be read from its hanzi: the stretches of the alignment that do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from glossary.check.sound import aligned
from glossary.model import Step
from glossary.reading.chars import mandarin, official_syllable
from glossary.reading.options import readings
from glossary.reading.relation import GENERICS
from glossary.text.hangul import to_jamo
from glossary.text.hanzi import fold

CLEAR = 0.1  # cost up to which a syllable is Mandarin without doubt


@dataclass(frozen=True, slots=True)
class Gap:
    """The stretch of a name that does not fit: its Hangul, its hanzi, and where both begin in the name."""

    ko: str
    zh: str
    ko_start: int
    zh_start: int
    sino: bool  # the name around it is read in Sino-Korean
    steps: tuple[Step, ...]


def gaps(ko: str, zh: str, strain: float) -> list[Gap]:
    """The stretches of a name whose Hangul is no reading of their hanzi.

    >>> [(gap.ko, gap.zh) for gap in gaps("궈마오", "國務", 0.25)], gaps("루어지에", "罗杰", 0.25)
    ([('마오', '務')], [])
    """
    found = aligned(ko, zh)
    if found is None:
        return []
    steps, made, start = found.steps, [], 0
    bad = _bad(steps, strain)
    if any(step.how == "translation" for step in steps) and 2 * sum(bad) >= len(steps) - 1:
        return []  # 메트로시티 玫瑰城市: where half is translated the other half may be
    while start < len(steps):
        end = start
        while end < len(steps) and bad[end]:
            end += 1
        if end > start:
            made.append(_gap(steps, start, end))
        start = max(end, start + 1)
    return made


def halves(ko: str, zh: str) -> list[Gap]:
    """The one syllable that is Sino-Korean in a person or place read in Mandarin; a generic word at the end may be so.

    >>> [(gap.ko, gap.zh) for gap in halves("쉬자인", "許家忍")], halves("산둥성", "山東省"), halves("오발천", "欧渤芊")
    ([('인', '忍')], [], [])
    """
    found = aligned(ko, zh)
    steps = found.steps if found else ()
    clear = sum(step.how in ("official", "drift") and step.cost < CLEAR for step in steps)
    odd = [at for at, step in enumerate(steps) if step.how in ("sino", "near-sino")]
    if not clear or len(odd) != 1 or (odd[0] == len(steps) - 1 and fold(steps[-1].zh) in GENERICS):
        return []
    return [_gap(steps, odd[0], odd[0] + 1)]


def _bad(steps: Sequence[Step], strain: float) -> list[bool]:
    """Which steps do not fit; where Hangul is left over, the near miss beside it belongs to the same stretch."""
    lost = [step.how in ("extra", "unread") for step in steps]
    found = [loss or step.cost >= strain for loss, step in zip(lost, steps, strict=True)]
    for place, step in enumerate(steps):
        if step.how.startswith("near") and step.cost and any(lost[max(0, place - 1) : place + 2]):
            found[place] = True
    return found


def _gap(steps: tuple[Step, ...], start: int, end: int) -> Gap:
    around = [step.how for step in (*steps[:start], *steps[end:])]
    return Gap(
        "".join(step.ko for step in steps[start:end]),
        "".join(step.zh for step in steps[start:end]),
        sum(len(step.ko) for step in steps[:start]),
        sum(len(step.zh) for step in steps[:start]),
        "sino" in around and not {"official", "drift"} & set(around[max(0, start - 1) : start + 1]),
        steps[start:end],
    )


def slip_of(gap: Gap) -> bool:
    """Whether a stretch of Hangul is a slip of pen or ear from a reading of its hanzi, and no other sound altogether.

    >>> [slip_of(gaps(*pair, 0.25)[0]) for pair in (("리팅", "李腾"), ("승안", "雄安"), ("칭타오넝위안", "清陶能量"))]
    [True, True, False]
    """
    written = to_jamo(gap.ko)
    sounds = [official_syllable(pinyin) for pinyin in mandarin(fold(gap.zh))] if len(gap.zh) == 1 else []
    spelled = (form for _, costs in readings(gap.zh)[0][:2] for form, cost in costs.items() if cost <= CLEAR)
    forms = {*sounds, *spelled} if sounds else set()
    return any(OSA.distance(written, to_jamo(form)) <= max(1, len(written) // 3) for form in forms)
