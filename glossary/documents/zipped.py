"""Zip packages, guarded: parts are unpacked into memory alone, counted while they are, and never to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from glossary.errors import InputError
from glossary.policy import DocumentsPolicy

_LOCAL, _END = b"PK\x03\x04", b"PK\x05\x06"
_WIDE = b"PK\x06\x07"  # says that a record of the 64-bit kind stands before it, whose numbers count instead
_LOCAL_SIZE = 30
_ENTRY = 512  # bytes of the directory for each part: 46 and its name
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SMALL = 1 << 20  # bytes up to which a part may be packed as tightly as it likes: it can do no harm


@dataclass(frozen=True, slots=True)
class Package:
    """A zip file whose directory has been looked over; parts are unpacked when they are read."""

    name: str
    data: bytes
    limits: DocumentsPolicy
    members: Mapping[str, zipfile.ZipInfo]

    def read(self, part: str) -> bytes:
        """One part; raises InputError("package-damaged", "package-too-large", "file-encrypted")."""
        info = self.members.get(part)
        if info is None:
            raise InputError("package-damaged", path=self.name, detail=part)
        if info.flag_bits & _ENCRYPTED:
            raise InputError("file-encrypted", path=self.name)
        if info.compress_type not in _METHODS:
            raise InputError("package-damaged", path=self.name, detail=f"{part}: method {info.compress_type}")
        return self._unpacked(info)

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        start = data_start(self.data, info.header_offset)
        raw = self.data[start : start + info.compress_size]
        most = min(info.file_size, self.limits.max_part)
        try:
            if info.compress_type == zipfile.ZIP_DEFLATED:
                raw = zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, most + 1)
        except zlib.error as error:
            raise InputError("package-damaged", path=self.name, detail=info.filename) from error
        if len(raw) > self.limits.max_part:
            raise InputError("package-too-large", path=self.name, detail=info.filename, limit=self.limits.max_part)
        if len(raw) != info.file_size or zlib.crc32(raw) != info.CRC:
            raise InputError("package-damaged", path=self.name, detail=info.filename)
        return raw


def open_package(name: str, data: bytes, limits: DocumentsPolicy) -> Package:
    """Look over the directory of a zip file before anything is unpacked.

    Raises InputError: package-damaged, package-unsafe (names that climb, stand twice or overlap), package-too-large.
    """
    directory = directory_size(data)
    if directory is None:
        raise InputError("package-damaged", path=name, detail="truncated")
    if directory > directory_limit(limits):
        raise InputError("package-too-large", path=name, detail="directory", limit=limits.max_members)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, struct.error) as error:
        raise InputError("package-damaged", path=name, detail=str(error)) from error
    _check(name, data, members, limits)
    return Package(name, data, limits, {info.filename: info for info in members})


def directory_size(data: bytes) -> int | None:
    """How long a zip file's directory is, by the end of the file; None where it has none.

    >>> directory_size("펑자오".encode()) is None
    True
    """
    end = data.rfind(_END)
    if end < 0 or len(data) < end + 22:
        return None
    if end >= 76 and data[end - 20 : end - 16] == _WIDE:
        return int(struct.unpack_from("<Q", data, end - 36)[0])
    return int(struct.unpack_from("<I", data, end + 12)[0])


def directory_limit(limits: DocumentsPolicy) -> int:
    """The longest directory that is looked at: each entry read takes ten times its bytes of memory."""
    return limits.max_members * _ENTRY


def _check(name: str, data: bytes, members: list[zipfile.ZipInfo], limits: DocumentsPolicy) -> None:
    if len(members) > limits.max_members:
        raise InputError("package-too-large", path=name, detail=f"{len(members)}", limit=limits.max_members)
    total = sum(info.file_size for info in members)
    if total > limits.max_unpacked:
        raise InputError("package-too-large", path=name, detail=f"{total}", limit=limits.max_unpacked)
    for info in members:
        if info.file_size > max(_SMALL, limits.max_ratio * info.compress_size):
            raise InputError("package-too-large", path=name, detail=info.filename, limit=limits.max_ratio)
        if _climbs(info.orig_filename):
            raise InputError("package-unsafe", path=name, detail=info.orig_filename)
    if len({info.filename for info in members}) != len(members):
        raise InputError("package-unsafe", path=name, detail="duplicate names")
    end = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        if info.header_offset < end or data[info.header_offset : info.header_offset + 4] != _LOCAL:
            raise InputError("package-unsafe", path=name, detail=info.filename)
        end = data_start(data, info.header_offset) + info.compress_size
    if end > len(data):
        raise InputError("package-damaged", path=name, detail="truncated")


def _climbs(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or "\0" in name or ":" in name.partition("/")[0]


def data_start(data: bytes, header: int) -> int:
    """Where the bytes of a part begin, behind its local header."""
    if len(data) < header + _LOCAL_SIZE:
        return len(data)
    sizes = struct.unpack_from("<HH", data, header + 26)
    return int(header + _LOCAL_SIZE + sum(sizes))
