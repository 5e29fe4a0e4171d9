"""Files handed in over the page, laid in a folder as they were: single ones, and those of a ZIP archive, guarded."""

from __future__ import annotations

import os
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from glossary.errors import ConflictError, InputError
from glossary.policy import DocumentsPolicy
from glossary.service.normalize_plan import FOLDER, key

_CHUNK = 1 << 20
_TAIL = 1 << 17  # bytes: the end of an archive and the longest remark
_UTF8 = 0x800
_LINK = 0o120000
_EAST = "\u0800"  # from here on UTF-8 takes three bytes: two of them may as well be a syllable of CP949, such as 호
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError, struct.error, zlib.error)


class Intake:
    """What comes in, each path once, all of it within the bounds of the policy."""

    def __init__(self, folder: Path, limits: DocumentsPolicy) -> None:
        self.folder = folder
        self._limits = limits
        self._room = limits.max_unpacked
        self._taken: dict[str, str] = {}

    def add(self, name: str, stream: IO[bytes]) -> None:
        """Take a file, or all that a ZIP archive holds.

        Raises ConflictError("normalize-collision"), InputError: upload-too-large, zip-refused.
        """
        if PurePosixPath(name).suffix.lower() == ".zip":
            self._unpack(name, stream)
        else:
            self._lay(name, stream, name)

    def _unpack(self, name: str, stream: IO[bytes]) -> None:
        try:
            self._look(stream)
            with zipfile.ZipFile(stream) as archive:
                members = list(_members(archive))
                if len(members) > self._limits.max_members:
                    raise InputError("zip-refused", path=name, limit=self._limits.max_members)
                for info, path in members:
                    if info.compress_type not in _METHODS:
                        raise ValueError("a method that unpacks without bound")
                    if info.file_size > self._limits.max_ratio * max(info.compress_size, 1024):
                        raise InputError("zip-refused", path=f"{name}/{path}", limit=self._limits.max_members)
                    with archive.open(info) as member:
                        self._lay(path, member, f"{name}/{path}")
        except _BROKEN as error:
            raise InputError("zip-refused", path=name, limit=self._limits.max_members) from error

    def _look(self, stream: IO[bytes]) -> None:
        """Before its directory is read into memory: how long it is; raises ValueError."""
        from glossary.documents.zipped import directory_limit, directory_size

        stream.seek(max(0, stream.seek(0, os.SEEK_END) - _TAIL))
        size = directory_size(stream.read())
        stream.seek(0)
        if size is None or size > directory_limit(self._limits):
            raise ValueError("no archive, or one of too many files")

    def _lay(self, name: str, stream: IO[bytes], told: str) -> None:
        target = self.folder.joinpath(*PurePosixPath(name).parts)
        if (other := self._taken.setdefault(key(name), told)) != told or target.exists():
            raise ConflictError("normalize-collision", path=told, other=other)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:  # a file stands where a folder is needed
            raise ConflictError("normalize-collision", path=told, other=str(PurePosixPath(name).parent)) from error
        left = min(self._limits.largest, self._room)
        with target.open("wb") as file:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                self._room -= len(chunk)
                if left < 0:
                    raise InputError("upload-too-large", path=told, limit=self._limits.largest // _CHUNK)
                file.write(chunk)


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """The files of an archive with safe paths; folders, links, hidden files and what systems add are left out."""
    for info in archive.infolist():
        parts = PurePosixPath(decoded(info).replace("\\", "/")).parts
        hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in parts if part not in ("..", "."))
        if info.is_dir() or info.external_attr >> 16 & 0o170000 == _LINK or hidden:
            continue
        if not parts or parts[0].startswith("/") or ".." in parts or ":" in parts[0] or FOLDER in parts:
            raise ValueError("a path that leads elsewhere")
        yield info, "/".join(parts)


def decoded(info: zipfile.ZipInfo) -> str:
    """The name of a member: archives of Korean Windows write CP949 where the standard has CP437.

    >>> info = zipfile.ZipInfo("260호.txt".encode("cp949").decode("cp437"))
    >>> decoded(info)
    '260호.txt'
    """
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "cp949", "gb18030"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "utf-8" or name.isascii() or max(name) >= _EAST:
            return name
    return info.filename


def packed(folder: Path, target: Path) -> None:
    """All files of a folder as one ZIP archive, the same bytes for the same files."""
    part = target.with_name(f".{target.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix())
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with path.open("rb") as source, archive.open(info, "w") as member:
                shutil.copyfileobj(source, member, _CHUNK)
    part.replace(target)
