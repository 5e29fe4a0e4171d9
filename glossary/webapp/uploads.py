"""What a reader hands in: a text typed or pasted, or files, under names that can stand in a folder and a header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from flask import request

from glossary.errors import InputError
from glossary.webapp import ask, limits

PASTED = "text.txt"
LONGEST_NAME = 200  # bytes in UTF-8; file systems take 255, and what is made of a file has a longer name
_LOOSE = ("utf-8", "ignore")  # no file system takes half a character
_UNSAFE = re.compile('[\x00-\x1f\x7f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')


@dataclass(frozen=True, slots=True)
class Upload:
    """One text or file; `pasted` where it never had a name."""

    name: str
    data: bytes
    pasted: bool = False


def document(file: str, text: str) -> Upload:
    """The file of one field, else the text of another.

    Raises InputError: upload-missing where both are empty, document-too-large, text-too-long.
    """
    sent = request.files.get(file)
    if sent is not None and sent.filename:
        return Upload(safe_name(sent.filename), bounded(sent.stream, sent.filename))
    pasted = limits.bounded(request.form.get(text, "").replace("\r\n", "\n"))
    if not pasted.strip():
        raise InputError("upload-missing")
    return Upload(PASTED, pasted.encode("utf-8", "surrogatepass"), pasted=True)


def several(field: str) -> Iterator[tuple[str, IO[bytes]]]:
    """The files of one field with the paths that a browser names, one after the other."""
    for sent in request.files.getlist(field):
        if sent.filename:
            yield safe_path(sent.filename), sent.stream


def bounded(stream: IO[bytes], name: str) -> bytes:
    """The bytes of a file; raises InputError("upload-too-large") where they are more than any document may have."""
    most = ask.largest_document()
    data = stream.read(most + 1)
    if len(data) > most:
        raise InputError("upload-too-large", path=safe_name(name), limit=most // 1_048_576)
    return data


def safe_name(name: str) -> str:
    """The last part of a path, without what a file system or a header would take amiss.

    >>> safe_name("C:\\\\issues\\\\260호: 초안.docx"), safe_name("../../etc/passwd"), safe_name("..")
    ('260호_ 초안.docx', 'passwd', 'file')
    """
    last = _UNSAFE.sub("_", name.replace("\\", "/").rstrip("/").rpartition("/")[2]).strip(". ") or "file"
    stem, dot, end = last.rpartition(".")
    if not dot or len(end) > 10:
        return _cut(last, LONGEST_NAME)
    return f"{_cut(stem, LONGEST_NAME - len(end.encode(*_LOOSE)) - 1)}.{end}"


def _cut(text: str, size: int) -> str:
    """As much of a text as so many bytes hold."""
    return text.encode(*_LOOSE)[:size].decode(errors="ignore")


def safe_path(name: str) -> str:
    """The same for a path below a folder: nothing of it leads up or to a root.

    >>> safe_path("issues/../260/초안.docx"), safe_path("/etc/passwd")
    ('issues/260/초안.docx', 'etc/passwd')
    """
    parts = [safe_name(part) for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "/".join(parts[-12:]) or "file"
