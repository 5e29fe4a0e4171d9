"""Cells of a spreadsheet: several forms in one, and nothing that a spreadsheet would run as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RISKY = re.compile(r"'*[=+\-@\t\r\n|%＝＋－＠]")  # what Excel, Calc or Sheets may take for a formula or a command
_SPLIT = re.compile(r"((?:[^\\|]|\\.|\\\Z)*)(?:\||\Z)", re.DOTALL)


def safe(text: str) -> str:
    """A cell that no spreadsheet computes: an apostrophe goes before what might be a formula.

    >>> safe("=1+1"), safe("'=1"), safe("펑자오")
    ("'=1+1", "''=1", '펑자오')
    """
    return f"'{text}" if _RISKY.match(text) else text


def plain(cell: str) -> str:
    """What `safe` was given.

    >>> plain("'=1+1"), plain("''=1"), plain("'n Sync")
    ('=1+1', "'=1", "'n Sync")
    """
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell


def joined(forms: Iterable[str]) -> str:
    """Several forms in one cell.

    >>> joined(["북경", "a|b"])
    '북경 | a\\\\|b'
    """
    return " | ".join(form.replace("\\", "\\\\").replace("|", "\\|") for form in forms)


def parted(cell: str) -> list[str]:
    """The forms of a cell.

    >>> parted("북경 | a\\\\|b"), parted(""), parted("북경|베이징")
    (['북경', 'a|b'], [], ['북경', '베이징'])
    """
    if "|" not in cell and "\\" not in cell:
        whole = cell.strip()
        return [whole] if whole else []
    pieces = (match.group(1) for match in _SPLIT.finditer(cell))
    forms = (re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL).strip() for piece in pieces)
    return [form for form in forms if form]
