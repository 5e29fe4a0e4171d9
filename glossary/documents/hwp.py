"""Old Hangul documents (.hwp): text to check, through unhwp; nothing is written back."""

from __future__ import annotations

from glossary.documents.flow import Flow
from glossary.documents.pieces import Piece, Source
from glossary.errors import InputError


def read_hwp(name: str, data: bytes) -> Source:
    """Read the paragraphs of a .hwp file; raises InputError("package-damaged", "file-encrypted")."""
    import unhwp

    try:
        with unhwp.parse_bytes(data) as found:
            text = found.text
    except (unhwp.UnhwpError, OSError, ValueError) as error:
        locked = "encrypt" in str(error).lower() or "password" in str(error).lower()
        if locked:
            raise InputError("file-encrypted", path=name) from error
        raise InputError("package-damaged", path=name, detail=str(error)) from error
    flow = Flow()
    for line in text.split("\n"):
        flow.open()
        flow.put(Piece(line.rstrip("\r")))
        flow.close()
    return flow.source({})
