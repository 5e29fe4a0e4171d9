"""What kind of file some bytes are when they are no text: told by their first bytes."""

from __future__ import annotations

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),  # .hwp, .doc, .xls, .ppt
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"BZh", "archive"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\0", "program"),
)
_IN_ZIP = ((b"word/", "docx"), (b"hwp+zip", "hwpx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"epub+zip", "epub"))
_ZIP_HEAD = 65536  # bytes searched for the names of the first entries


def file_kind(data: bytes) -> str | None:
    """Name the format of bytes that are certainly no text, else None.

    >>> file_kind(b"%PDF-1.7 ...")
    'pdf'
    >>> file_kind("평자오(彭昭)".encode()) is None
    True
    """
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image"
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def _zip_kind(data: bytes) -> str:
    ends = data[:_ZIP_HEAD] + data[-_ZIP_HEAD:]
    return next((kind for sign, kind in _IN_ZIP if sign in ends), "archive")
