"""Every way Korean writers spell a Mandarin syllable in Hangul, each with a cost: 0 for the official form.

The tables `drift_initials.tsv` and `drift_finals.tsv` say how initials and finals drift;
a spelling's cost is the sum of its initial's and its final's.
"""

from __future__ import annotations

from functools import cache

from glossary.text.hangul import ONSETS, VOWELS, is_hangul, join
from glossary.text.tables import cell_list, records

# One step of drift for each column of the tables, in shares of a syllable: regular drift must stay cheaper than
# any other reading of the character, a slip dearer than drift in both halves.
COSTS = {"official": 0.0, "regular": 0.06, "loose": 0.16, "slip": 0.3}
_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcs")


def spell(pinyin: str) -> dict[str, float]:
    """All Hangul spellings of one toneless pinyin syllable with their costs.

    >>> forms = spell("luo")
    >>> forms["뤄"], forms["루어"] < 0.1, "마" in forms
    (0.0, True, False)
    """
    return _spellings()[pinyin]


def syllables() -> frozenset[str]:
    """The pinyin syllables of the official table."""
    return frozenset(_spellings())


@cache
def longer_spellings() -> frozenset[str]:
    """Every spelling of two or more Hangul syllables, whatever it spells.

    >>> "루어" in longer_spellings(), "허사" in longer_spellings()
    (True, False)
    """
    return frozenset(hangul for forms in _spellings().values() for hangul in forms if len(hangul) > 1)


@cache
def _spellings() -> dict[str, dict[str, float]]:
    official = {row["pinyin"]: row["hangul"] for row in records("pinyin_hangul.tsv")}
    initials = {row["initial"]: _costed(row) for row in records("drift_initials.tsv")}
    finals = {row["final"]: _costed(row) for row in records("drift_finals.tsv")}
    spelled = {}
    for pinyin, hangul in official.items():
        initial, final = split_syllable(pinyin)
        forms = _combined(initials[initial], finals.get(final, {}))
        forms[hangul] = 0.0
        spelled[pinyin] = forms
    return spelled


def _costed(row: dict[str, str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for column, cost in COSTS.items():
        for item in cell_list(row.get(column, "")):
            found.setdefault(item, cost)
    return found


def _combined(initials: dict[str, float], finals: dict[str, float]) -> dict[str, float]:
    forms: dict[str, float] = {}
    for onset, onset_cost in initials.items():
        for final, final_cost in finals.items():
            hangul = _write(onset, final)
            cost = onset_cost + final_cost
            if cost < forms.get(hangul, 1.0):
                forms[hangul] = cost
    return forms


def _write(onset: str, final: str) -> str:
    assert onset in ONSETS
    vowel = final[0]
    assert vowel in VOWELS
    coda = final[1] if len(final) > 1 and not is_hangul(final[1]) else ""
    return join(onset, vowel, coda) + final[1 + len(coda) :]


def split_syllable(pinyin: str) -> tuple[str, str]:
    """Initial and final of a toneless pinyin syllable, ü written v, the i of zhi and si written ih.

    >>> split_syllable("jun"), split_syllable("shi"), split_syllable("yuan")
    (('j', 'vn'), ('sh', 'ih'), ('', 'yuan'))
    """
    initial = next((i for i in _INITIALS if pinyin.startswith(i)), "")
    final = pinyin[len(initial) :].replace("ü", "v")
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
        final = "ih"
    return initial, final
