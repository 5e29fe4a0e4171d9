"""Hangul documents (HWPX): which parts hold text, in which order, and their text."""

from __future__ import annotations

import posixpath
import re

from glossary.documents.encoding import xml_charset
from glossary.documents.flow import BODY, MARGINS, Flow
from glossary.documents.hwpx_part import PartReader
from glossary.documents.pieces import Source
from glossary.documents.xml_events import Event, xml_events
from glossary.documents.zipped import Package
from glossary.errors import InputError

_SECTION = re.compile(r"(?:.*/)?section(\d{1,5})\.xml", re.IGNORECASE)
_MASTER = re.compile(r"(?:.*/)?masterpage(\d{1,5})\.xml", re.IGNORECASE)
_MANIFEST = "META-INF/manifest.xml"
_OUTLINE = ("개요", "outline", "제목", "title", "heading")


def read_hwpx(package: Package, *, accepted: bool = True) -> Source:
    """Read the sections with their notes, headers and footers; tracked changes as accepted or as rejected."""
    if _MANIFEST in package.members and b"encryption-data" in package.read(_MANIFEST):
        raise InputError("file-encrypted", path=package.name)
    sections = section_names(package)
    if not sections:
        raise InputError("package-damaged", path=package.name, detail="Contents/section0.xml")
    masters = sorted(name for name in package.members if _MASTER.fullmatch(name))
    headings = _headings(package)
    flow, parts = Flow(), {}
    for part in (*sections, *masters):
        data = parts[part] = package.read(part)
        reader = PartReader(part, data, xml_charset(data, package.name), flow, headings, accepted=accepted)
        with flow.diverted(MARGINS if part in masters else BODY):
            reader.read(package.name, package.limits.max_depth)
    return flow.source(parts)


def section_names(package: Package) -> list[str]:
    """The sections in the order of the document: that of the package's spine, else that of their numbers."""
    found = {name: int(match[1]) for name in package.members if (match := _SECTION.fullmatch(name))}
    spine = [name for name in _spine(package) if name in found]
    return [*dict.fromkeys(spine), *sorted(found.keys() - set(spine), key=lambda name: found[name])]


def header_name(package: Package) -> str | None:
    """The part with the styles and the register of tracked changes."""
    return next((name for name in package.members if posixpath.basename(name).lower() == "header.xml"), None)


def _spine(package: Package) -> list[str]:
    root = next((name for name in package.members if name.lower().endswith(".hpf")), None)
    if root is None:
        return []
    items: dict[str, str] = {}
    order: list[str] = []
    for event in _starts(package, root):
        given = event.attributes
        if event.name == "item":
            items[given.get("id", "")] = given.get("href", "")
        elif event.name == "itemref":
            order.append(given.get("idref", ""))
    folder = posixpath.dirname(root)
    hrefs = [items[name] for name in order if name in items]
    beside = (posixpath.normpath(posixpath.join(folder, href)) for href in hrefs)
    return [href if href in package.members else near for href, near in zip(hrefs, beside, strict=True)]


def _headings(package: Package) -> frozenset[str]:
    """The numbers of the styles that are called outline or title."""
    part = header_name(package)
    if part is None:
        return frozenset()
    return frozenset(
        event.attributes.get("id", "")
        for event in _starts(package, part)
        if event.name == "style"
        and any(event.attributes.get(key, "").lower().startswith(_OUTLINE) for key in ("name", "engName"))
    )


def _starts(package: Package, part: str) -> list[Event]:
    events = xml_events(package.read(part), package.name, depth=package.limits.max_depth)
    return [event for event in events if event.what == "start"]
