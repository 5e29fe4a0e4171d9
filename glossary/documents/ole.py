"""Compound files of the old office programs: which program wrote one, and whether it is locked."""

from __future__ import annotations

_HWP = b"HWP Document File"
_HWP3 = b"HWP Document File V3.00"
_FLAGS = 36  # offset of the properties in the FileHeader stream of .hwp
_LOCKED = 0x2 | 0x10 | 0x100  # a password, rights management, a certificate
_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint Document", "ppt"))


def ole_kind(data: bytes) -> str:
    """Name what a compound file is: hwp, doc, xls, ppt, `locked` where a password is needed, else ole.

    >>> ole_kind("WordDocument".encode("utf-16-le"))
    'doc'
    """
    place = data.find(_HWP)
    if place >= 0:
        flags = int.from_bytes(data[place + _FLAGS : place + _FLAGS + 4], "little")
        return "locked" if flags & _LOCKED else "hwp"
    if _named(data, "EncryptedPackage"):  # Word's and Excel's way to lock a file
        return "locked"
    return next((kind for stream, kind in _STREAMS if _named(data, stream)), "ole")


def is_hwp3(data: bytes) -> bool:
    """Tell a file of Hangul 3, which is no compound file."""
    return data.startswith(_HWP3)


def _named(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in data
