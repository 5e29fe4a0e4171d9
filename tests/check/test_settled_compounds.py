"""Compounds that keep a place's Sino-Korean form: each row's example, and names of today beside them."""

import pytest

from glossary.check.settled_compounds import settled_compound
from glossary.text.tables import cell_list, records

ROWS = list(records("settled_compounds.tsv"))


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_each_row_settles_its_example(row: dict[str, str]) -> None:
    assert row["example"][:2] in cell_list(row["places"])
    assert settled_compound(f"그는 {row['example']}를", 3)


@pytest.mark.parametrize(
    "text",
    ["북경시", "북경대", "상해 지사", "광동 공장", "광동식품", "상해어업", "사천성", "남경대 교수"],
)
def test_names_of_today_are_not_settled(text: str) -> None:
    assert not settled_compound(text, 0)
