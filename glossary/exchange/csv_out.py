"""CSV for spreadsheets: one row a concept, opened by Excel as it is, and read back without loss."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from glossary.exchange.cells import joined, safe
from glossary.exchange.columns import FORMS, HEADER
from glossary.model import CuratedTerm, Curation

BOM = "\ufeff"  # without it Excel takes UTF-8 for the code page of the machine


def write_csv(records: Iterable[Curation], *, bom: bool = True) -> Iterator[str]:
    """The lines of a file; what was deleted is left to JSON Lines.

    >>> term = CuratedTerm("펑자오", "ko", "preferred")
    >>> list(write_csv([Curation("c1", "彭昭", "person", terms=(term,))]))[1]
    '펑자오,,,,,,,,,,person,approved,,,c1,彭昭,\\r\\n'
    """
    yield (BOM if bom else "") + line(HEADER)
    yield from (line(_cells(one)) for one in records if not one.deleted)


def line(cells: Iterable[str]) -> str:
    """One line of CSV whose cells no spreadsheet computes.

    >>> line(["북경, 남경", "=1"])
    '"북경, 남경",\\'=1\\r\\n'
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([safe(cell) for cell in cells])
    return out.getvalue()


def _cells(one: Curation) -> list[str]:
    forms = [joined(term.text for term in one.terms if column.holds(term)) for column in FORMS]
    more = [said for term in one.terms if (said := _more(term, one.source))]
    rest = json.dumps(more, ensure_ascii=False) if more else ""
    return [*forms, one.type or "", one.review, one.note, one.source, one.concept, one.key, rest]


def _more(term: CuratedTerm, source: str) -> dict[str, object]:
    """What the columns cannot say of a form: an odd status, a note, a source other than its concept's."""
    shown = any(column.holds(term) for column in FORMS)
    if shown and not term.note and term.source == source:
        return {}
    said: dict[str, object] = {"text": term.text, "language": term.language}
    if not shown:
        said |= {"status": term.status, "forbidden": term.forbidden}
    return {**said, "note": term.note, "source": term.source}
