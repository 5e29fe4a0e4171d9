"""The tables of glossary/data: tab-separated rows, `#` starts a comment line, `.gz` is unpacked on the way."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


def lines(name: str) -> list[str]:
    """Return the lines of a data file without its comments and empty lines.

    >>> lines("pinyin_hangul.tsv")[1]
    'a\\t아'
    """
    data = (_DATA / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a data file.

    >>> next(row for row in rows("pinyin_hangul.tsv") if row[0] == "bei")
    ['bei', '베이']
    """
    return (line.split("\t") for line in lines(name))


def records(name: str) -> Iterator[dict[str, str]]:
    """Yield each row of a data file that has a header line as column -> cell, missing cells empty.

    >>> next(records("drift_initials.tsv"))["example"]
    'bai 빠이'
    """
    table = rows(name)
    header = next(table)
    return (dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False)) for cells in table)


def cell_list(cell: str) -> tuple[str, ...]:
    """Return the items of a cell that lists several, separated by bars.

    >>> cell_list("그룹|집단")
    ('그룹', '집단')
    """
    return tuple(item for item in cell.split("|") if item)
