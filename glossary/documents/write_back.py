"""A document with its edits back to bytes: nothing but the edits moves, and what comes out reads as it should."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from glossary.documents.dialects import Writable, dialect_of
from glossary.documents.load import load
from glossary.documents.pieces import Piece, overlapping
from glossary.documents.splice import Splice, narrowed, plain_splices, spliced, touches
from glossary.documents.track import Author, signature
from glossary.errors import ConflictError, InputError
from glossary.model import ChangeSet, Document, Edit
from glossary.policy import DocumentsPolicy, load_policy

WRITABLE = frozenset({"text", "markdown", "html", "docx", "hwpx"})
TRACKABLE = frozenset({"docx", "hwpx"})
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(
    data: bytes,
    doc: Document,
    changes: ChangeSet,
    *,
    track: bool = False,
    author: str = "",
    date: str = "",
    limits: DocumentsPolicy | None = None,
) -> bytes:
    """The file `data`, of which `doc` was read, with the edits in it; `track`: as changes that the author signs.

    Every byte outside the edits stays, and so does every part of a package that holds none. Raises InputError:
    not-writable, not-trackable, edit-unwritable, unencodable; ConflictError("document-changed") for other bytes.

    >>> from glossary.documents import read_document
    >>> data = "허사이커지(禾賽科技)\\r\\n".encode("cp949")
    >>> doc = read_document("260.txt", data)
    >>> write(data, doc, ChangeSet((Edit(1, 2, "사", "싸", "variant-spelling"),))).decode("cp949")
    '허싸이커지(禾賽科技)\\r\\n'
    """
    limits = limits or load_policy().documents
    _check_format(doc, track)
    kind, source = load(doc.name, data, limits)
    if source.text != doc.text or kind != doc.format or (doc.digest and doc.digest != _digest(data)):
        raise ConflictError("document-changed", path=doc.name)
    edits = _checked(changes.edits, doc)
    if not edits:
        return data
    dialect = dialect_of(doc, data, source, limits, track)
    signed = signature(author, date) if track else None
    out = dialect.packed(spliced(dialect.parts, _splices(dialect, edits, doc, signed), doc.name))
    if _again(doc, out, limits) != _same(doc, edited(doc.text, edits)):
        raise InputError("edit-unwritable", path=doc.name, text=edits[0].old)
    return out


def sift(
    data: bytes,
    doc: Document,
    changes: ChangeSet,
    *,
    track: bool = False,
    limits: DocumentsPolicy | None = None,
) -> ChangeSet:
    """The edits that `write` would take, each for itself; those that it would refuse are with the dropped.

    >>> from glossary.documents import read_document
    >>> data = "평자오, `평자오`".encode()
    >>> doc = read_document("260.md", data)
    >>> twice = (Edit(0, 3, "평자오", "펑자오", ""), Edit(6, 9, "평자오", "펑자오", ""))
    >>> [edit.start for edit in sift(data, doc, ChangeSet(twice)).dropped]
    [6]
    """
    limits = limits or load_policy().documents
    _check_format(doc, track)
    dialect = dialect_of(doc, data, load(doc.name, data, limits)[1], limits, track)
    signed = Author("-", "") if track else None
    taken = {edit for edit in changes.edits if _taken(dialect, edit, doc, signed)}
    refused = tuple(edit for edit in changes.edits if edit not in taken)
    return ChangeSet(tuple(edit for edit in changes.edits if edit in taken), (*changes.dropped, *refused))


def _taken(dialect: Writable, edit: Edit, doc: Document, signed: Author | None) -> bool:
    try:
        return bool(list(_splices(dialect, _checked([edit], doc), doc, signed)) or edit.old == edit.new)
    except InputError:
        return False


def _check_format(doc: Document, track: bool) -> None:
    if doc.format not in WRITABLE:
        raise InputError("not-writable", path=doc.name, kind=doc.format)
    if track and doc.format not in TRACKABLE:
        raise InputError("not-trackable", path=doc.name, kind=doc.format)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits in it.

    >>> edited("평자오(彭昭)는", [Edit(0, 3, "평자오", "펑자오", "variant-spelling")])
    '펑자오(彭昭)는'
    """
    out, place = [], 0
    for edit in edits:
        out += [text[place : edit.start], edit.new]
        place = edit.end
    return "".join([*out, text[place:]])


def _checked(edits: Sequence[Edit], doc: Document) -> list[Edit]:
    """The edits that change anything; raises InputError("edit-unwritable") where one cannot be meant."""
    place = 0
    for edit in edits:
        sound = place <= edit.start <= edit.end <= len(doc.text) and doc.text[edit.start : edit.end] == edit.old
        if not sound or _UNWRITABLE.search(edit.new) or _kept(edit, doc):
            raise InputError("edit-unwritable", path=doc.name, text=edit.old)
        place = edit.end
    return [edit for edit in edits if edit.old != edit.new]


def _kept(edit: Edit, doc: Document) -> bool:
    """Whether an edit reaches into a span that stays as it is; spans are sorted and disjoint."""
    last = bisect_left(doc.kept, (max(edit.end, edit.start + 1), 0))
    return any(start < edit.end and edit.start < end for start, end in doc.kept[max(0, last - 1) : last]) or any(
        edit.start < end and start < edit.end for start, end in doc.kept[bisect_left(doc.kept, (edit.start, 0)) : last]
    )


def _splices(dialect: Writable, edits: Sequence[Edit], doc: Document, signed: Author | None) -> Iterator[Splice]:
    for pieces in (dialect.pieces, dialect.twins):
        moved: list[Piece] = []
        for edit in edits:
            whole = edit if signed else narrowed(edit)
            if pieces is dialect.twins and not _doubled(pieces, whole):
                continue
            found = touches(pieces, whole, doc.name)
            moved += [touch.piece for touch in found]
            if signed:
                yield from dialect.track(found, whole.new, signed)
            else:
                yield from plain_splices(found, whole.new, dialect)
        yield from dialect.settle(moved)
    yield from dialect.finish()


def _doubled(twins: Sequence[Piece], edit: Edit) -> bool:
    """Whether the edit lands in a text that is written twice."""
    slack = edit.start == edit.end
    return bool(overlapping(twins, max(edit.start - slack, 0), edit.end + slack))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _again(doc: Document, data: bytes, limits: DocumentsPolicy) -> str:
    return _same(doc, load(doc.name, data, limits)[1].text)


def _same(doc: Document, text: str) -> str:
    """What has to be the same: of blocks the words, since an emptied paragraph is no block and blanks part cells."""
    return text if doc.format in ("text", "markdown") else " ".join(text.split())
