"""Bytes of any readable format to a source: text, blocks, and the map back to the bytes."""

from __future__ import annotations

from dataclasses import replace

from glossary.documents.charset import decode_page
from glossary.documents.decode import decode
from glossary.documents.pieces import Source
from glossary.documents.sniff import file_kind, text_kind
from glossary.errors import InputError
from glossary.model import Format
from glossary.policy import DocumentsPolicy


def load(name: str, data: bytes, limits: DocumentsPolicy, *, accepted: bool = True) -> tuple[Format, Source]:
    """Tell the format by the bytes and read them; tracked changes as accepted or as rejected.

    Raises InputError: not-text, undecodable, file-too-large, save-as-docx, file-encrypted, package-damaged,
    package-unsafe, package-too-large, pdf-scanned.
    """
    kind = file_kind(data)
    most = limits.max_bytes if kind is None else limits.max_file
    if len(data) > most:
        raise InputError("file-too-large", path=name, limit=most)
    try:
        return _text(name, data) if kind is None else _binary(kind, name, data, limits, accepted)
    except RecursionError as error:  # pragma: no cover - no reader recurses; a library might
        raise InputError("package-damaged", path=name, detail=str(error)) from error


def _text(name: str, data: bytes) -> tuple[Format, Source]:
    from glossary.documents.plain import read_plain

    found = decode(data, name)
    kind = text_kind(name, found.text)
    if kind == "html":
        from glossary.documents.html import read_html

        page = decode_page(data, name)
        return kind, read_html(page.text, data, page.encoding)
    source = read_plain(found, data)
    if kind == "markdown":
        from glossary.documents.markdown import kept_spans

        source = replace(source, kept=kept_spans(source.text))
    return kind, source


def _binary(kind: str, name: str, data: bytes, limits: DocumentsPolicy, accepted: bool) -> tuple[Format, Source]:
    if kind in ("docx", "hwpx"):
        from glossary.documents.zipped import open_package

        package = open_package(name, data, limits)
        if kind == "docx":
            from glossary.documents.docx import read_docx

            return "docx", read_docx(package, accepted=accepted)
        from glossary.documents.hwpx import read_hwpx

        return "hwpx", read_hwpx(package, accepted=accepted)
    if kind == "pdf":
        from glossary.documents.pdf import read_pdf

        return "pdf", read_pdf(name, data, limits.max_pages)
    if kind == "hwp":
        from glossary.documents.hwp import read_hwp

        return "hwp", read_hwp(name, data)
    if kind == "locked":
        raise InputError("file-encrypted", path=name)
    if kind == "doc":
        raise InputError("save-as-docx", path=name)
    raise InputError("not-text", path=name, kind=kind)
