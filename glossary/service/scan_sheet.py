"""The names of a pasted text as a sheet: each once, with its form in the other language, known or new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.exchange.cells import safe
from glossary.exchange.csv_out import line
from glossary.model import Document, EntityType, Hit, Match, ScannedName
from glossary.service.context import Context
from glossary.service.scan import Lang, scan

BOM = "\ufeff"  # a spreadsheet takes the table for UTF-8 only with it


@dataclass(frozen=True, slots=True)
class Row:
    """One name of the text, wherever it stands in it; `meanings` are all concepts of an undecided homograph."""

    text: str
    ko: str
    zh_hans: str
    en: str | None
    type: EntityType
    concept: str | None
    generated: bool
    count: int
    meanings: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text with its names in their places, and the rows that they make."""

    lang: Lang
    text: str
    names: tuple[ScannedName, ...]
    rows: tuple[Row, ...]


def sheet(ctx: Context, text: str) -> Sheet:
    """The names of a Korean or a Chinese text that somebody pasted."""
    doc: Document = ctx.stages.read("pasted.txt", text.encode("utf-8", "replace"))
    found = scan(ctx, doc)
    homographs = {id for name in found.names if name.meanings for id in (name.concept, *name.meanings) if id}
    known = _hits(ctx, homographs) if homographs else {}
    return Sheet(found.lang, doc.text, found.names, tuple(_rows(found.names, known)))


def _hits(ctx: Context, ids: Iterable[str]) -> dict[str, Hit]:
    from glossary.service.hits import hit_of

    with ctx.reader() as reader:
        entries = reader.entries(sorted(ids))
    return {id: hit_of(entry, 1.0, Match(entry.concept.key, "ko", "exact")) for id, entry in entries.items()}


def _rows(names: Sequence[ScannedName], known: dict[str, Hit]) -> Iterable[Row]:
    grouped: dict[tuple[str, str, str, str | None], list[ScannedName]] = {}
    for name in names:
        grouped.setdefault((name.text, name.ko, name.zh_hans, name.concept), []).append(name)
    for same in grouped.values():
        name = same[0]
        meanings = tuple(known[id] for id in (name.concept, *name.meanings) if id in known) if name.meanings else ()
        yield Row(
            text=" ".join(name.text.split()),
            ko=name.ko,
            zh_hans=name.zh_hans,
            en=name.en,
            type=name.type,
            concept=name.concept,
            generated=name.generated,
            count=len(same),
            meanings=meanings,
        )


def table(rows: Iterable[Row], head: Sequence[str], known: str, new: str, *, tabs: bool = False) -> str:
    """The rows as a spreadsheet takes them, under the given heads: CSV to keep, tabs to paste.

    >>> row = Row("허사이커지", "허사이커지", "禾赛科技", "Hesai", "organization", "c1", False, 2)
    >>> table([row], ["본문", "한글", "한자", "영어", "분류", "상태", "횟수"], "등록", "새 이름", tabs=True)
    '본문\\t한글\\t한자\\t영어\\t분류\\t상태\\t횟수\\n허사이커지\\t허사이커지\\t禾赛科技\\tHesai\\torganization\\t등록\\t2\\n'
    """
    lines = [list(head)]
    for row in rows:
        hanzi = " / ".join(hit.zh_hans or hit.zh_hant for hit in row.meanings) or row.zh_hans
        lines.append([row.text, row.ko, hanzi, row.en or "", row.type, known if row.concept else new, str(row.count)])
    if tabs:
        return "".join("\t".join(safe(" ".join(cell.split())) for cell in cells) + "\n" for cells in lines)
    return BOM + "".join(line(cells) for cells in lines)
