"""A hanzi name in Hangul: official Mandarin form, Sino-Korean, customary forms, other readings, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.model import EntityType, Evidence, Reading
from glossary.reading.alternatives import alternatives
from glossary.reading.chars import official_syllable
from glossary.reading.customary import custom_kind, customary, feature_form
from glossary.reading.names import Surname, surname_of
from glossary.reading.pinyin import Syllable, syllables
from glossary.reading.sino import sino_korean
from glossary.text.hanzi import HANZI, repeated, simplified

_RUNS = re.compile(f"([{HANZI}]+)")


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of hanzi with its syllables, or a stretch of anything else with none."""

    zh: str
    read: tuple[Syllable, ...]
    surname: Surname | None


def transliterate(zh: str, *, type: EntityType | None = None) -> Reading:
    """Read a hanzi name, in any script and mixed with anything, as Koreans write and pronounce it.

    >>> transliterate("禾赛科技").official, transliterate("單霁翔").official, transliterate("EMQ 映云科技").official
    ('허싸이커지', '산지샹', 'EMQ 잉윈커지')
    >>> transliterate("黨風廉政").sino_korean, transliterate("上海").customary
    ('당풍염정', ('상해',))
    """
    runs = [_run(piece, zh, type) for piece in _RUNS.split(zh) if piece]
    feature = feature_form(zh) if type in (None, "place") else ""
    official = "".join(map(_official, runs))
    return Reading(
        zh=zh,
        official=feature or official,
        pinyin=tuple(one for run in runs for one in _pinyin(run)),
        sino_korean="".join(sino_korean(run.zh, run.surname) if run.read else run.zh for run in runs),
        customary=customary(zh),
        alternatives=alternatives(runs[0].zh, list(runs[0].read), runs[0].surname, type, official if feature else "")
        if len(runs) == 1 and runs[0].read
        else (),
        trace=_trace(zh, runs, feature),
    )


def _run(piece: str, whole: str, type: EntityType | None) -> _Run:
    if not _RUNS.fullmatch(piece):
        return _Run(piece, (), None)
    piece = repeated(piece)
    kind = type if piece == whole else type or "term"
    read = tuple(syllables(piece, kind))
    surname = surname_of(simplified(piece), kind) if read[0].rule == "surname" else None  # None: a family's place
    return _Run(piece, read, surname)


def _official(run: _Run) -> str:
    return "".join(official_syllable(one.pinyin) or one.zh for one in run.read) if run.read else run.zh


def _pinyin(run: _Run) -> list[str]:
    return [one.pinyin or one.zh for one in run.read] if run.read else run.zh.split()


def _trace(zh: str, runs: list[_Run], feature: str) -> tuple[Evidence, ...]:
    steps = [Evidence(one.rule, 1.0, _why(one)) for run in runs for one in run.read]
    if feature:
        steps.append(Evidence("norm", 1.0, f"{zh} {feature}: 외래어 표기법 제4장 제3절"))
    if kind := custom_kind(zh):
        steps.append(Evidence("customary", 1.0, kind))
    return tuple(steps)


def _why(one: Syllable) -> str:
    return f"{one.zh} {one.pinyin}" + (f": {one.detail}" if one.detail else "")
