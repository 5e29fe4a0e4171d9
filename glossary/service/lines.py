"""The lines of a small UTF-8 file that a user names, numbered, blank ones left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from glossary.errors import InputError, NotFoundError


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Each line with its number; raises NotFoundError("file-missing"), InputError("file-unreadable", "undecodable")."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise NotFoundError("file-missing", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise InputError("undecodable", path=str(path), encoding="utf-8", offset=error.start) from error
    except OSError as error:
        raise InputError("file-unreadable", path=str(path), detail=error.strerror) from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, line
