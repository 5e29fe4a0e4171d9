"""CSV from spreadsheets: an export with whatever was changed in it, or a list that somebody typed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from glossary.exchange.cells import parted, plain
from glossary.exchange.columns import FORMS, HEADER, columns_of
from glossary.exchange.fields import Fault, form, id_of, key_of, language_of, note_of, review_of, status_of, type_of
from glossary.exchange.merge import EDITOR
from glossary.exchange.record import Refused, Row
from glossary.model import CuratedTerm, Curation, Language
from glossary.text.hanzi import script_of

_DELIMITERS = ",\t;"
Cells = Mapping[str, str]


def read_csv(text: str) -> Iterator[Row | Refused]:
    """What each row says; a row that says nothing a glossary can hold is refused, and the next one read.

    >>> [row.curation.terms[0].text for row in read_csv("국문,중문\\n펑자오,彭昭\\n")]
    ['펑자오']
    >>> [(row.line, row.code) for row in read_csv("ko,zh\\n,\\n彭昭,펑자오\\n")]
    [(3, 'import-script')]
    """
    text = text.removeprefix("\ufeff")
    rows = _numbered(text)
    first = next(rows, None)
    if first is None:
        return
    if isinstance(first, Refused):
        yield first
        return
    columns = columns_of([plain(cell) for cell in first[1]])
    if columns is None:
        yield Refused(first[0], "import-columns", (("found", ", ".join(first[1])[:80]),))
        return
    names, headed = columns
    if not headed:
        yield _taken(*first, names)
    for row in rows:
        yield row if isinstance(row, Refused) else _taken(*row, names)


def _numbered(text: str) -> Iterator[tuple[int, list[str]] | Refused]:
    """The rows that are not empty, each with the line that it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Refused(line, "import-csv", (("detail", str(error)),))
            line = reader.line_num + 1
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda sign: (head.count(sign), -_DELIMITERS.index(sign)))


def _taken(line: int, cells: Sequence[str], names: Sequence[str]) -> Row | Refused:
    try:
        if any(cell.strip() for cell in cells[len(names) :]):
            raise Fault("import-cells", count=len(cells), columns=len(names))
        return _row(line, dict(zip(names, map(plain, cells), strict=False)))
    except Fault as fault:
        return Refused(line, fault.code, fault.params)


def _row(line: int, cells: Cells) -> Row:
    whole = set(HEADER) <= cells.keys()
    source = note_of(cells.get("source", "").strip()) if whole else EDITOR
    terms = list(_terms(cells, source if whole else ""))
    if not whole and not any(term.language != "en" for term in terms):
        raise Fault("import-nameless")
    curation = Curation(
        concept=id_of(cells.get("id", "").strip()),
        key=key_of(cells.get("key", "").strip()) if whole else "",
        type=type_of(cells.get("type", "")),
        review=review_of(cells.get("review", "").strip() or "approved"),
        note=note_of(cells.get("note", "").strip()),
        source=source,
        terms=tuple(terms),
    )
    return Row(line, curation=_with_more(curation, cells.get("more", "")) if whole else curation, whole=whole)


def _terms(cells: Cells, source: str) -> Iterator[CuratedTerm]:
    for column in FORMS:
        for place, text in enumerate(parted(cells.get(column.name, ""))):
            status = "admitted" if place and column.status == "preferred" else column.status
            yield CuratedTerm(form(text, column.language), column.language, status, column.forbidden, source=source)
    seen: set[Language] = set()
    for text in parted(cells.get("zh", "")):
        language: Language = "zh-Hant" if script_of(text) == "traditional" else "zh-Hans"
        yield CuratedTerm(form(text, language), language, "admitted" if language in seen else "preferred")
        seen.add(language)


def _with_more(curation: Curation, cell: str) -> Curation:
    """The forms with what the last column says beside the others."""
    if not cell.strip():
        return curation
    try:
        said = {(one["text"], one["language"]): one for one in json.loads(cell)}
        terms = [_changed(term, said.pop((term.text, term.language), {})) for term in curation.terms]
        terms += [_changed(_blank(text, language), one) for (text, language), one in said.items()]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Fault("import-more", detail=str(error)) from error
    return replace(curation, terms=tuple(terms))


def _blank(text: str, language: str) -> CuratedTerm:
    kind = language_of(language)
    return CuratedTerm(form(text, kind), kind, "admitted")


def _changed(term: CuratedTerm, said: Mapping[str, object]) -> CuratedTerm:
    status = status_of(str(said.get("status", term.status)))
    forbidden = said.get("forbidden", term.forbidden) is True
    note, source = (note_of(str(said.get(name, getattr(term, name)))) for name in ("note", "source"))
    return replace(term, status=status, forbidden=forbidden, note=note, source=source)
