"""The tables of glossary/data: tab-separated rows, `#` starts a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


def lines(name: str) -> list[str]:
    """Return the lines of a data file without its comments and empty lines.

    >>> lines("pinyin_hangul.tsv")[1]
    'a\\t아'
    """
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a data file.

    >>> next(row for row in rows("pinyin_hangul.tsv") if row[0] == "bei")
    ['bei', '베이']
    """
    return (line.split("\t") for line in lines(name))
