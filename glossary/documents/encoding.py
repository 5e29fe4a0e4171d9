"""In which encoding an XML part is: office packages allow UTF-8 and UTF-16 alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from glossary.errors import InputError

_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")


def xml_charset(data: bytes, path: str) -> str:
    """The encoding of a part's bytes, mark left out; raises InputError("package-damaged") for any other.

    >>> xml_charset("<?xml version='1.0' encoding='UTF-16'?><p/>".encode("utf-16-le"), "-")
    'utf-16-le'
    """
    if data.startswith((b"\xff\xfe", b"<\0")):
        return "utf-16-le"
    if data.startswith((b"\xfe\xff", b"\0<")):
        return "utf-16-be"
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        raise InputError("package-damaged", path=path, detail=declared[1].decode("ascii"))
    return "utf-8"


def shared_charset(parts: Iterable[bytes], path: str) -> str:
    """The one encoding of all parts that hold text; a package that mixes them is not written back."""
    found = {xml_charset(data, path) for data in parts}
    if len(found) != 1:
        raise InputError("package-damaged", path=path, detail=", ".join(sorted(found)))
    return found.pop()
