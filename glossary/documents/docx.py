"""Word documents: which parts hold text, in which order, and their text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.documents.docx_part import PartReader
from glossary.documents.encoding import xml_charset
from glossary.documents.flow import BODY, MARGINS, NOTES, Flow
from glossary.documents.pieces import Source
from glossary.documents.xml_events import xml_events
from glossary.documents.zipped import Package
from glossary.errors import InputError

_WHERE = {"footnotes": NOTES, "endnotes": NOTES, "header": MARGINS, "footer": MARGINS}


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str  # the last word of its type
    target: str


def read_docx(package: Package, *, accepted: bool = True) -> Source:
    """Read body, notes, headers and footers; tracked changes as accepted or, if asked, as rejected."""
    main = next((relation.target for relation in _relations(package, "") if relation.kind == "officeDocument"), "")
    if not main:
        raise InputError("package-damaged", path=package.name, detail="_rels/.rels")
    related = list(_relations(package, main))
    headings = _headings(package, related)
    flow, parts = Flow(), {}
    for part, where in _text_parts(main, related):
        data = parts[part] = package.read(part)
        reader = PartReader(part, data, xml_charset(data, package.name), flow, headings, accepted=accepted)
        with flow.diverted(where):
            reader.read(data, package.name, package.limits.max_depth)
    return flow.source(parts)


def _text_parts(main: str, related: list[_Relation]) -> Iterator[tuple[str, str]]:
    yield main, BODY
    seen = {main}
    for kind, where in _WHERE.items():
        for relation in related:
            if relation.kind == kind and relation.target not in seen:
                seen.add(relation.target)
                yield relation.target, where


def _relations(package: Package, part: str) -> Iterator[_Relation]:
    """What a part refers to inside the package, in the order of the names."""
    folder, base = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in package.members:
        return
    found = []
    for event in xml_events(package.read(name), package.name, depth=package.limits.max_depth):
        given = event.attributes
        if event.what == "start" and event.name == "Relationship" and given.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", ""))).lstrip("/")
            if target in package.members:
                found.append(_Relation(given.get("Type", "").rpartition("/")[2], target))
    yield from sorted(found, key=lambda relation: relation.target)


def _headings(package: Package, related: list[_Relation]) -> frozenset[str]:
    """The ids of the styles that are called heading or title, or have a place in the outline."""
    part = next((relation.target for relation in related if relation.kind == "styles"), None)
    found, style = set(), ""
    if part is None:
        return frozenset()
    for event in xml_events(package.read(part), package.name, depth=package.limits.max_depth):
        if event.what != "start":
            continue
        value = event.attributes.get("val", "")
        if event.name == "style":
            style = event.attributes.get("styleId", "")
        named = event.name == "name" and value.lower().startswith(("heading ", "title", "제목"))
        if named or (event.name == "outlineLvl" and value < "9"):
            found.add(style)
    return frozenset(found)
