"""An issue's names in both languages on one sheet: what stands on it, and as CSV and Markdown."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from glossary.exchange.csv_out import BOM, line
from glossary.model import TYPES, EntityType

Lang = Literal["ko", "en", "zh"]


@dataclass(frozen=True, slots=True)
class SheetName:
    """One name: as it should be written, and as the document writes it where that differs."""

    ko: str
    zh_hans: str
    zh_hant: str
    en: str
    type: EntityType
    line: int  # where it stands first
    count: int
    written: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The names of one document."""

    title: str
    issue: int | None
    date: str | None
    names: tuple[SheetName, ...]

    def by_type(self) -> Iterator[tuple[EntityType, list[SheetName]]]:
        """The names of each type that has any, in the order of the Korean alphabet."""
        for type_ in TYPES:
            found = sorted(
                (name for name in self.names if name.type == type_), key=lambda name: (name.ko, name.zh_hans)
            )
            if found:
                yield type_, found

    @property
    def mentions(self) -> int:
        """How often the names stand in the document, all together."""
        return sum(name.count for name in self.names)


@cache
def words(lang: Lang) -> dict[str, Any]:
    """What a sheet says in a language.

    >>> words("ko")["title"]
    '용어 대조표'
    """
    text = resources.files("glossary.data").joinpath("sheet_words.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[lang]
    return found


def heading(sheet: Sheet, lang: Lang) -> str:
    """The name of the sheet's document with its issue.

    >>> heading(Sheet("더차이나", 260, "2021-12-22", ()), "ko")
    '더차이나 제260호'
    """
    issue = words(lang)["issue"].format(issue=sheet.issue) if sheet.issue is not None else ""
    return f"{sheet.title} {issue}".strip()


def sheet_csv(sheet: Sheet, lang: Lang) -> str:
    """The sheet as CSV that Excel opens."""
    said = words(lang)
    head = ("type", "ko", "zh", "hant", "en", "line", "count", "written")
    rows = [["" if name == "type" else said[name] for name in head]]
    for type_, names in sheet.by_type():
        rows += [[said["type"][type_], *_cells(name)] for name in names]
    return BOM + "".join(map(line, rows))


def sheet_markdown(sheet: Sheet, lang: Lang) -> str:
    """The sheet as Markdown, a table for each type."""
    said = words(lang)
    lines = [f"# {said['title']}", "", _marked(heading(sheet, lang)), "", total(sheet, lang), ""]
    for type_, names in sheet.by_type():
        lines += [
            f"## {said['type'][type_]}",
            "",
            _row([said[name] for name in ("ko", "zh", "hant", "en", "line", "count")]),
        ]
        lines += ["|---|---|---|---|---:|---:|", *(_row(_marked_cells(name)) for name in names), ""]
    return "\n".join(lines)


def total(sheet: Sheet, lang: Lang) -> str:
    """How many names, how many mentions."""
    said: str = words(lang)["total"]
    return said.format(names=len(sheet.names), mentions=sheet.mentions)


def _cells(name: SheetName) -> list[str]:
    return [name.ko, name.zh_hans, name.zh_hant, name.en, str(name.line), str(name.count), name.written]


def _marked_cells(name: SheetName) -> list[str]:
    ko = _marked(name.ko) + (f" ({_marked(name.written)})" if name.written else "")
    return [ko, *map(_marked, (name.zh_hans, name.zh_hant, name.en)), str(name.line), str(name.count)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(text: str) -> str:
    """A text in which Markdown finds no mark.

    >>> _marked("a|b*")
    'a\\\\|b\\\\*'
    """
    return "".join(f"\\{char}" if char in "\\|*_`<>[]#" else char for char in text.replace("\n", " "))
