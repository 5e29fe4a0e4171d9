"""known_names.tsv: names whose type neither their ending nor a surname tells."""

from __future__ import annotations

from collections import Counter

import pytest

from glossary.model import TYPES
from glossary.text.hangul import is_hangul
from glossary.text.hanzi import fold, is_hanzi
from glossary.text.tables import cell_list, lines, records

NAMES = {fold(row["zh"]): row for row in records("known_names.tsv")}
KNOWN = [
    ("公州", "place"),
    ("鷄龍山", "place"),
    ("高句麗", "place"),
    ("世宗", "person"),
    ("退溪", "person"),
    ("三國遺事", "work"),
    ("壬辰倭亂", "event"),
    ("集賢殿", "organization"),
    ("孔子", "person"),
    ("雲長", "person"),
    ("康熙", "event"),
    ("苗族", "term"),
    ("九寨溝", "place"),
    ("琅琊榜", "work"),
    ("財新", "media"),
    ("茅臺", "product"),
    ("寧德時代", "organization"),
    ("盧溝橋事變", "event"),
    ("明治", "event"),
    ("源氏物語", "work"),
    ("聖德太子", "person"),
    ("薩摩", "place"),
]


def test_header_and_cells() -> None:
    assert lines("known_names.tsv")[0] == "zh\ttype\twhat\tko"
    for line in lines("known_names.tsv")[1:]:
        cells = line.split("\t")
        assert len(cells) in (3, 4), line
        assert all(cell and cell == cell.strip() for cell in cells), line


def test_no_name_twice_and_enough_of_them() -> None:
    counts = Counter(row["zh"] for row in records("known_names.tsv"))
    assert [zh for zh, count in counts.items() if count > 1] == []
    assert len(counts) >= 2500


def test_names_are_keys_of_known_types() -> None:
    for row in records("known_names.tsv"):
        assert fold(row["zh"]) == row["zh"], row
        assert len(row["zh"]) > 1, row
        assert any(map(is_hanzi, row["zh"])), row
        assert row["type"] in TYPES, row


def test_korean_forms_differ_and_hold_hangul() -> None:
    for row in records("known_names.tsv"):
        forms = cell_list(row["ko"])
        assert "|".join(forms) == row["ko"], row
        assert len(forms) == len(set(forms)), row
        assert all(form == form.strip() and any(map(is_hangul, form)) for form in forms), row


@pytest.mark.parametrize(("zh", "kind"), KNOWN)
def test_well_known_names_have_their_type(zh: str, kind: str) -> None:
    assert NAMES[fold(zh)]["type"] == kind
