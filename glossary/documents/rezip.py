"""A zip package written back: what is not edited keeps its bytes, its place, its headers and its time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from glossary.documents.zipped import Package
from glossary.errors import InputError

_CENTRAL, _END = b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_SIZE, _CENTRAL_SIZE = 30, 46
_DESCRIPTOR = 0x8  # flag: the sizes stand behind the data


def rewritten(package: Package, parts: Mapping[str, bytes]) -> bytes:
    """The package with these parts in place of its own."""
    if not parts:
        return package.data
    end, directory = _directory(package)
    order = sorted(package.members.values(), key=lambda info: info.header_offset)
    borders = [info.header_offset for info in order[1:]] + [directory]
    out = io.BytesIO()
    out.write(package.data[: order[0].header_offset])
    moved: dict[int, tuple[int, bytes]] = {}  # old offset: new offset, new CRC and sizes
    for info, border in zip(order, borders, strict=True):
        fresh = parts.get(info.filename)
        place = out.tell()
        if fresh is None:
            out.write(package.data[info.header_offset : border])
            moved[info.header_offset] = place, b""
        else:
            packed = _packed(fresh, info.compress_type)
            sizes = struct.pack("<III", zlib.crc32(fresh), len(packed), len(fresh))
            out.write(_local_header(package.data, info.header_offset, sizes) + packed)
            moved[info.header_offset] = place, sizes
    start = out.tell()
    out.write(_entries(package, package.data[directory:end], moved))
    tail = package.data[end:]
    out.write(tail[:12] + struct.pack("<II", out.tell() - start, start) + tail[20:])
    return out.getvalue()


def _directory(package: Package) -> tuple[int, int]:
    """Where the end record and the directory stand; ZIP64, which no document needs, is refused."""
    data = package.data
    end = data.rfind(_END)
    size, start = struct.unpack_from("<II", data, end + 12)
    if start + size != end or b"\xff\xff\xff\xff" in data[end + 12 : end + 20]:
        raise InputError("package-damaged", path=package.name, detail="directory")
    return end, start


def _packed(data: bytes, method: int) -> bytes:
    if method == zipfile.ZIP_STORED:
        return data
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _local_header(data: bytes, place: int, sizes: bytes) -> bytes:
    """The header of an edited part: time, method, name as they were; sizes in it and not behind the data."""
    flags, names = struct.unpack_from("<H", data, place + 6)[0], struct.unpack_from("<HH", data, place + 26)
    extra = data[place + _LOCAL_SIZE + names[0] : place + _LOCAL_SIZE + sum(names)]
    kept = _without_zip64(extra)
    return b"".join(
        (
            data[place : place + 6],
            struct.pack("<H", flags & ~_DESCRIPTOR),
            data[place + 8 : place + 14],
            sizes,
            struct.pack("<HH", names[0], len(kept)),
            data[place + _LOCAL_SIZE : place + _LOCAL_SIZE + names[0]],
            kept,
        )
    )


def _without_zip64(extra: bytes) -> bytes:
    kept, place = b"", 0
    while place + 4 <= len(extra):
        tag, size = struct.unpack_from("<HH", extra, place)
        kept += b"" if tag == 1 else extra[place : place + 4 + size]
        place += 4 + size
    return kept


def _entries(package: Package, directory: bytes, moved: Mapping[int, tuple[int, bytes]]) -> bytes:
    """The directory with new places, and new sizes for what was edited."""
    out, place = [], 0
    while directory[place : place + 4] == _CENTRAL:
        name, extra, comment = struct.unpack_from("<HHH", directory, place + 28)
        middle = place + _CENTRAL_SIZE + name
        entry = bytearray(directory[place:middle])
        rest = directory[middle : middle + extra + comment]
        old = struct.unpack_from("<I", entry, 42)[0]
        if old not in moved:
            raise InputError("package-damaged", path=package.name, detail="ZIP64")
        offset, sizes = moved[old]
        struct.pack_into("<I", entry, 42, offset)
        if sizes:
            kept = _without_zip64(rest[:extra])
            struct.pack_into("<H", entry, 8, struct.unpack_from("<H", entry, 8)[0] & ~_DESCRIPTOR)
            struct.pack_into("<H", entry, 30, len(kept))
            entry[16:28] = sizes
            rest = kept + rest[extra:]
        out.append(bytes(entry) + rest)
        place = middle + extra + comment
    return b"".join(out) + directory[place:]
