"""Import and export: the glossary to a file and back, as one act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.errors import InputError, NotFoundError
from glossary.exchange.csv_in import read_csv
from glossary.exchange.csv_out import write_csv
from glossary.exchange.jsonl import read_jsonl, write_jsonl
from glossary.exchange.merge import with_row
from glossary.exchange.record import Refused, Row, adopted, amended, record_of, unmined
from glossary.link.group import concept_id
from glossary.model import Curation, Decision
from glossary.service.bulk import put
from glossary.service.context import Context
from glossary.text.keys import hanzi_key
from glossary.views import ImportReport, RefusedRow

_LINE = re.compile(r"\r\n|\r|\n")  # not what else Python takes for a line's end: JSON strings may hold it
FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".txt": "csv"}


def format_of(path: Path, named: str | None = None) -> str:
    """jsonl or csv, by name or by the file's extension; raises InputError("exchange-format").

    >>> format_of(Path("names.CSV")), format_of(Path("-"), "jsonl")
    ('csv', 'jsonl')
    """
    found = named or FORMATS.get(path.suffix.casefold())
    if found is None:
        raise InputError("exchange-format", path=str(path))
    return found


def export(ctx: Context, form: str, *, bom: bool = True) -> Iterator[str]:
    """The whole glossary as pieces of a file: what is said of each concept, and what was decided."""
    with ctx.reader() as reader:
        concepts = sorted(reader.concepts(), key=lambda concept: (concept.key, concept.id))
        said = reader.curations()
        decisions = [one for one in reader.decisions() if not one.undone]
    known = {concept.id for concept in concepts}
    gone = [unmined(one) for one in said if one.deleted and one.concept not in known]
    records = [*map(record_of, concepts), *sorted(gone, key=lambda one: (one.key, one.concept))]
    if form == "csv":
        return write_csv(records, bom=bom)
    return write_jsonl(records, sorted(decisions, key=lambda one: (one.left, one.right, one.scope)))


@dataclass(slots=True)
class _Tray:
    """What a file holds, sorted: rows by whom they speak of, decisions, lines that cannot be taken."""

    rows: dict[str, Row]
    decisions: list[Decision]
    refused: list[RefusedRow]


def import_file(
    ctx: Context,
    data: bytes,
    name: str,
    form: str,
    *,
    why: str = "",
    keep_going: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Take a file in, whole or not at all; with keep_going what can be taken, without the lines that cannot.

    Raises InputError for bytes of no text and for a file without a row.
    """
    from glossary.documents.decode import decode

    text = decode(data, name).text
    now = _records(ctx)
    tray = _sorted(now, read_csv(text) if form == "csv" else read_jsonl(_LINE.split(text)))
    if not tray.rows and not tray.decisions and not tray.refused:
        raise InputError("import-empty", path=name)
    blocked = bool(tray.refused) and not keep_going

    def merge(before: Curation | None, given: Curation) -> Curation | None:
        if not tray.rows[given.concept].whole:
            return with_row(before, given)
        known = now.get(given.concept)
        return _whole(before, given) if known is None else amended(before, known, given)

    rows = [row.curation for row in tray.rows.values() if row.curation is not None]
    report = put(ctx, rows, merge, why=why or name, dry_run=dry_run or blocked, decisions=tray.decisions)
    return replace(report, refused=tuple(tray.refused))


def _whole(before: Curation | None, given: Curation) -> Curation | None:
    new = adopted(given)
    return before if before is not None and _same(before, new) else new


def _same(before: Curation, new: Curation) -> bool:
    """Whether a concept that is shown nowhere, a deleted one say, is so already."""
    return replace(before, terms=(), source="") == replace(new, terms=(), source="") and set(before.terms) == set(
        new.terms
    )


def _records(ctx: Context) -> dict[str, Curation]:
    try:
        with ctx.reader() as reader:
            return {concept.id: record_of(concept) for concept in reader.concepts()}
    except NotFoundError:
        return {}


def _sorted(now: Mapping[str, Curation], found: Iterable[Row | Refused]) -> _Tray:
    tray = _Tray({}, [], [])
    for one in found:
        if isinstance(one, Refused):
            tray.refused.append(RefusedRow(one.line, one.code, one.params))
        elif one.decision is not None:
            tray.decisions.append(one.decision)
        elif one.curation is not None:
            _lay(tray, one, _named(one.curation), now)
    return tray


def _lay(tray: _Tray, row: Row, curation: Curation, now: Mapping[str, Curation]) -> None:
    earlier, known = tray.rows.get(curation.concept), now.get(curation.concept)
    if not curation.key:
        tray.refused.append(RefusedRow(row.line, "import-nameless"))
    elif known is not None and known.key != curation.key:
        tray.refused.append(RefusedRow(row.line, "import-key", (("text", curation.key),)))
    elif earlier is not None:
        tray.refused.append(RefusedRow(row.line, "import-twice", (("first", earlier.line),)))
    else:
        tray.rows[curation.concept] = replace(row, curation=curation)


def _named(curation: Curation) -> Curation:
    """The curation with the key and the id that its first hanzi, else its first Korean form, give it."""
    key = curation.key
    if not key:
        hanzi = [term.text for term in curation.terms if term.language.startswith("zh")]
        korean = [term.text for term in curation.terms if term.language == "ko"]
        key = hanzi_key(hanzi[0]) if hanzi else f"ko:{korean[0]}" if korean else ""
    return replace(curation, key=key, concept=curation.concept or concept_id(key))
