"""Lists as CSV: one row for each thing, every cell safe to open in a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from glossary.exchange.cells import joined
from glossary.exchange.csv_out import BOM, line


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]], *, bom: bool = False) -> str:
    """A table under a line of names; what might be a formula has an apostrophe before it.

    >>> csv_table(["ko", "zh"], [{"ko": "펑자오", "zh": "彭昭"}, {"ko": "=1+1", "zh": None}]).splitlines()
    ['ko,zh', '펑자오,彭昭', "'=1+1,"]
    """
    lines = (line(_cell(row.get(name)) for name in columns) for row in rows)
    return (BOM if bom else "") + line(columns) + "".join(lines)


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, int | float):
        return "" if value is None else str(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return joined(value)
    return json.dumps(value, ensure_ascii=False)
