"""Old Hangul documents (.hwp): text to check, through unhwp; nothing is written back."""

from __future__ import annotations

import json
from typing import Any

from glossary.documents.flow import MARGINS, NOTES, Flow
from glossary.documents.pieces import Piece, Source
from glossary.errors import InputError

_BREAKS = {"LineBreak": "\n", "Tab": "\t"}


def read_hwp(name: str, data: bytes) -> Source:
    """Read paragraphs, tables, notes and margins of a .hwp file; raises InputError("package-damaged")."""
    import unhwp

    try:
        with unhwp.parse_bytes(data) as found:
            text, shape = found.text, json.loads(found.json)
    except (unhwp.UnhwpError, OSError, ValueError) as error:
        raise InputError("package-damaged", path=name, detail=str(error)) from error
    source = _shaped(shape)
    return source if _letters(source.text) >= _letters(text) else _lines(text)


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _lines(text: str) -> Source:
    """The plain text where the library's structure holds less of it."""
    flow = Flow()
    for line in text.splitlines():
        _paragraph(flow, line)
    return flow.source({})


def _shaped(shape: dict[str, Any]) -> Source:
    flow = Flow()
    for section in shape.get("sections") or ():
        _blocks(flow, section.get("content"))
        for margin in ("header", "footer"):
            with flow.diverted(MARGINS):
                _blocks(flow, section.get(margin))
    return flow.source({})


def _blocks(flow: Flow, content: Any) -> None:
    """Paragraphs and tables, however they are wrapped: the library names each thing by the key above it."""
    if isinstance(content, list):
        for item in content:
            _blocks(flow, item)
    elif isinstance(content, dict):
        if "rows" in content:
            _table(flow, content["rows"])
        elif "style" in content and isinstance(content.get("content"), list):
            _runs(flow, content["content"])
        else:
            for inner in content.values():
                _blocks(flow, inner)


def _table(flow: Flow, rows: Any) -> None:
    flow.start_table()
    for row in rows:
        flow.start_row()
        for cell in row.get("cells", ()):
            flow.start_cell()
            flow.widen(int(cell.get("colspan") or 1))
            _blocks(flow, cell.get("content"))
    flow.end_table()


def _runs(flow: Flow, content: list[Any]) -> None:
    """One paragraph: its text, and behind it what hangs on it."""
    texts, hanging = [], []
    for item in content:
        if isinstance(item, dict) and isinstance(item.get("Text"), dict):
            texts.append(str(item["Text"].get("text", "")))
        elif isinstance(item, str):
            texts.append(_BREAKS.get(item, ""))
        else:
            hanging.append(item)
    _paragraph(flow, "".join(texts))
    for item in hanging:
        if isinstance(item, dict) and any("note" in key.lower() for key in item):
            with flow.diverted(NOTES):
                _blocks(flow, item)
        else:
            _blocks(flow, item)


def _paragraph(flow: Flow, text: str) -> None:
    flow.open()
    if text:
        flow.put(Piece(text))
    flow.close()
