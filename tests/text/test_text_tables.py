"""Reading the data files: comments, headers, missing cells, packed files, listed cells."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from glossary.text import tables

TABLE = "# what it is\nzh\tko\texample\n\n烏鎭\t우전\t우전(烏鎭)\n# between\n桐鄕\t퉁샹\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tables, "_DATA", tmp_path)
    path = tmp_path / "towns.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("table")
def test_comments_and_empty_lines_are_left_out() -> None:
    assert tables.lines("towns.tsv") == ["zh\tko\texample", "烏鎭\t우전\t우전(烏鎭)", "桐鄕\t퉁샹"]
    assert list(tables.rows("towns.tsv"))[1] == ["烏鎭", "우전", "우전(烏鎭)"]


@pytest.mark.usefixtures("table")
def test_missing_cells_are_empty() -> None:
    assert list(tables.records("towns.tsv")) == [
        {"zh": "烏鎭", "ko": "우전", "example": "우전(烏鎭)"},
        {"zh": "桐鄕", "ko": "퉁샹", "example": ""},
    ]


def test_packed_files_read_the_same(table: Path) -> None:
    table.with_name("towns.tsv.gz").write_bytes(gzip.compress(table.read_bytes()))
    assert tables.lines("towns.tsv.gz") == tables.lines("towns.tsv")


@pytest.mark.parametrize(
    ("cell", "items"), [("", ()), ("우전", ("우전",)), ("우전|오진", ("우전", "오진")), ("우전||", ("우전",))]
)
def test_cells_that_list_several(cell: str, items: tuple[str, ...]) -> None:
    assert tables.cell_list(cell) == items
