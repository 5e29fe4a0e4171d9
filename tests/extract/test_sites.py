"""Places with hanzi: each bracket once, runs outside of brackets, and how far left a name may reach."""

from __future__ import annotations

import pytest

from glossary.extract.sites import sites


def shown(text: str) -> list[str]:
    """Each site as the text it covers; a run of hanzi with `→` and the bracket that reads it."""
    found = []
    for site in sites(text):
        behind = "" if site.follows is None else "→" + text[site.follows.start : site.follows.end + 1]
        found.append(text[site.start : site.end + (site.bracket is not None)] + behind)
    return found


CASES = [
    ("", []),
    ("한글 (괄호) 뿐", []),
    ("즈보(淄博)의 꼬치", ["(淄博)"]),
    ("즈보(淄博, 쯔보)와 지난(濟南)", ["(淄博, 쯔보)", "(濟南)"]),
    ("즈보(산둥(山東)성)", ["(山東)"]),
    ("즈보(淄博(Zibo))", ["(淄博(Zibo))"]),
    ("즈보(淄博·山東)", ["(淄博·山東)"]),
    ("즈보淄博", ["淄博"]),
    ("淄博(즈보)", ["淄博→(즈보)"]),
    ("淄博 (즈보)", ["淄博→(즈보)"]),
    ("‘淄博’(즈보)", ["淄博→(즈보)"]),
    ("淄博(Zibo)", ["淄博"]),
    ("淄博(山東)", ["淄博", "(山東)"]),
    ("淄博\n\n(즈보)", ["淄博"]),
    ("즈보(淄博", ["(淄博"]),
    ("중관춘(中关村e谷(北京)空间)", ["(中关村e谷(北京)空间)"]),
    ("즈보)淄博(", ["淄博"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


LOWER = [
    ("즈보(淄博)", 0),
    ("협력사(즈보(淄博))", 4),
    ("협력사((淄博))", 0),
    ("(즈보((淄博)))", 1),
    ("[[즈보(淄博)]]", 2),
]


@pytest.mark.parametrize(("text", "lower"), LOWER)
def test_no_name_reaches_out_of_the_bracket_around(text: str, lower: int) -> None:
    assert [site.lower for site in sites(text)] == [lower]
