"""Particles behind replaced names: every final sound, plain and behind brackets, against an oracle of its own.

The oracle knows nothing of the table: it decides by Unicode arithmetic and a list of pairs written down here.
"""

from __future__ import annotations

import pytest
from particle_cases import cases

from glossary.edit import apply, change_set
from glossary.model import Finding

CASES = list(cases(5_000))


def _found(text: str, old: str, new: str, start: int) -> Finding:
    return Finding("variant-spelling", "warning", start, start + len(old), old, "", suggestions=(new,), fixable=True)


def test_five_thousand_replaced_names() -> None:
    wrong = []
    for text, start, old, new, expected in CASES:
        got = apply(text, change_set(text, [_found(text, old, new, start)]))
        if got != expected:
            wrong.append((text, got, expected))
    assert wrong == []
    assert len(CASES) == 5_000


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("북경은행", "북경", "상하이", "상하이은행"),
        ("북경은(는)", "북경", "상하이", "상하이은(는)"),
        ("북경 이 관계자", "북경", "상하이", "상하이 이 관계자"),
        ("남경로에서", "남경", "난징", "난징로에서"),
        ("북경가격", "북경", "상하이", "상하이가격"),
        ("북경이 크다", "북경", "IoT", "IoT이 크다"),
        ("북경[北京]이며", "북경", "상하이", "상하이[北京]며"),
        ("북경(北京, Beijing (베이징))을", "북경", "상하이", "상하이(北京, Beijing (베이징))를"),
    ],
)
def test_what_is_no_particle_stays(text: str, old: str, new: str, expected: str) -> None:
    assert apply(text, change_set(text, [_found(text, old, new, 0)])) == expected
