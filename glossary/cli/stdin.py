"""Standard input as lines of UTF-8."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from glossary.errors import InputError


def standard_input_lines() -> Iterator[str]:
    """Each line as it comes, without its end and a byte-order mark; raises InputError("undecodable")."""
    offset = 0
    for number, line in enumerate(sys.stdin.buffer):
        try:
            text = line.decode("utf-8-sig" if number == 0 else "utf-8")
        except UnicodeDecodeError as error:
            raise InputError("undecodable", path="-", encoding="utf-8", offset=offset + error.start) from error
        yield text.rstrip("\r\n")
        offset += len(line)
