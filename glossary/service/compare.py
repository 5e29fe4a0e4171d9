"""Two documents side by side: the names of each, of both, and those that the two write otherwise."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.model import EntityType
from glossary.service.context import Context
from glossary.service.wire_table import csv_table
from glossary.views import DocumentSummary

if TYPE_CHECKING:
    from glossary.store.reader import Reader

COLUMNS = ("where", "ko", "zh", "type", "left_forms", "left_count", "right_forms", "right_count", "concept")
ONLY_LEFT, ONLY_RIGHT, BOTH, OTHERWISE = "only-left", "only-right", "both", "otherwise"


@dataclass(frozen=True, slots=True)
class Spelled:
    """How one document writes a name: its forms, those seen most first, how often, and the first line."""

    forms: tuple[str, ...] = ()
    count: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """One name in both documents; `where` is only-left, only-right, both, or otherwise for other forms in each."""

    concept: str
    ko: str
    zh: str
    type: EntityType
    where: str
    left: Spelled
    right: Spelled


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents and all their names."""

    left: DocumentSummary
    right: DocumentSummary
    names: tuple[Compared, ...]

    def of(self, where: str) -> tuple[Compared, ...]:
        """The names of one part."""
        return tuple(name for name in self.names if name.where == where)


def compare(ctx: Context, left: str, right: str) -> Comparison:
    """The names of two documents by their ids; raises NotFoundError("document-missing")."""
    from glossary.service.hits import first, headword

    with ctx.reader() as reader:
        ends = reader.document(left), reader.document(right)
        ours, theirs = _spelled(reader, left), _spelled(reader, right)
        entries = reader.entries({*ours, *theirs})
    found = []
    for id, entry in entries.items():
        here, there = ours.get(id, Spelled()), theirs.get(id, Spelled())
        concept = entry.concept
        hanzi = first(concept, "zh-Hans") or first(concept, "zh-Hant")
        zh = hanzi.text if hanzi is not None else ""
        found.append(Compared(id, headword(concept), zh, concept.type, where_of(here, there), here, there))
    order = sorted(found, key=lambda one: (-one.left.count - one.right.count, one.left.line or one.right.line, one.ko))
    return Comparison(*ends, tuple(order))


def where_of(left: Spelled, right: Spelled) -> str:
    """In which of two documents a name stands, and whether the two write it alike.

    >>> here, there = Spelled(("펑자오",), 2, 1), Spelled(("평자오",), 1, 9)
    >>> where_of(here, there), where_of(here, Spelled())
    ('otherwise', 'only-left')
    """
    if not left.count or not right.count:
        return ONLY_LEFT if left.count else ONLY_RIGHT
    alike = {form.replace(" ", "") for form in left.forms} == {form.replace(" ", "") for form in right.forms}
    return BOTH if alike else OTHERWISE


def _spelled(reader: Reader, document: str) -> dict[str, Spelled]:
    seen: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for concept, mention in reader.mentions_of_document(document):
        seen[concept].append((" ".join(mention.ko.split()), mention.line))
    for home, bare in reader.bare_of_document(document):
        if home is not None:
            seen[home].append((" ".join(bare.text.split()), bare.line))
    return {id: _counted(places) for id, places in seen.items()}


def _counted(places: list[tuple[str, int]]) -> Spelled:
    forms = [form for form, _ in places]
    order = sorted(dict.fromkeys(forms), key=lambda form: (-forms.count(form), forms.index(form)))
    return Spelled(tuple(order), len(places), min(line for _, line in places))


def compare_csv(found: Comparison) -> str:
    """A comparison as a table for a spreadsheet."""
    rows = (
        {
            "where": one.where, "ko": one.ko, "zh": one.zh, "type": one.type, "concept": one.concept,
            "left_forms": list(one.left.forms), "left_count": one.left.count,
            "right_forms": list(one.right.forms), "right_count": one.right.count,
        }
        for one in found.names
    )  # fmt: skip
    return csv_table(COLUMNS, rows, bom=True)
