"""What kind of file some bytes are: told by the bytes, and among texts by mark-up and name."""

from __future__ import annotations

import re
from pathlib import PurePath

from glossary.documents.ole import is_hwp3, ole_kind
from glossary.model import Format

_SIGNATURES = (
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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .hwp, .doc, .xls, .ppt
_PDF_HEAD = 1024  # bytes in which %PDF- may stand, as its readers allow
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>]|head>|body[\s>])", re.I | re.S
)
_TAG = re.compile(r"</?(?:p|div|span|br|h[1-6]|table|tr|td|ul|ol|li|a|b|i|em|strong|article|section)[\s/>]", re.I)
_MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
_PAGES = (".html", ".htm", ".xhtml")
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
    if data.startswith(_OLE):
        return ole_kind(data)
    if is_hwp3(data):
        return "hwp"
    if b"%PDF-" in data[:_PDF_HEAD] and data[:1] in b"%\r\n\xef \0":
        return "pdf"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image"
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def _zip_kind(data: bytes) -> str:
    ends = data[:_ZIP_HEAD] + data[-_ZIP_HEAD:]
    return next((kind for sign, kind in _IN_ZIP if sign in ends), "archive")


def text_kind(name: str, text: str) -> Format:
    """Tell HTML by its beginning, or by its tags where the name says so; Markdown, which any text is, by name alone.

    >>> text_kind("-", "<!DOCTYPE html><p>펑자오(彭昭)</p>"), text_kind("260.md", "# 소식")
    ('html', 'markdown')
    """
    suffix = PurePath(name).suffix.lower()
    if _HTML.match(text) or (suffix in _PAGES and _TAG.search(text)):
        return "html"
    return "markdown" if suffix in _MARKDOWN else "text"
